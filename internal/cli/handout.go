package cli

import (
	"context"
	"fmt"
	"strings"

	"kwi/internal/account"
	"kwi/internal/desk"
	"kwi/internal/fault"
	"kwi/internal/office"
	"kwi/internal/post"
	"kwi/store/bolt"
)

// handOut puts lists or letters in a folder and says what was written for whom,
// with the endings of the files of each. They are all made before any is there.
func (r *invocation) handOut(ctx context.Context, data *bolt.Store, client, cycle, folder string, all []desk.Outgoing, endings func(desk.Outgoing) string) error {
	var placed []office.Placed
	err := r.at(data).Desk.HandOut(ctx, client, account.CycleName(cycle), all, func() (err error) {
		placed, err = office.WriteLists(ctx, folder, all, data.Path(), r.half(1))
		return err
	})
	if err != nil {
		return err
	}
	for i, o := range all {
		line := cleanLine(o.Name) + ": " + cleanLine(placed[i].Path) + endings(o)
		if !o.Email {
			line += " " + r.words.T("cli.questionnaires.noaddress")
		}
		for _, name := range placed[i].Beside {
			line += "\n  " + r.words.T("cli.questionnaires.beside", cleanLine(name))
		}
		if _, err := fmt.Fprintln(r.Out, line); err != nil {
			return err
		}
	}
	return nil
}

// mailServer is the server that is set; without one nothing is mailed.
func (r *invocation) mailServer(me account.User) (post.Server, error) {
	server, set, err := post.ServerFrom(r.settings.Getenv(r.Getenv), post.Address{Name: me.Name, Email: me.Email})
	if err == nil && !set {
		err = cannot("cli.send.noserver")
	}
	return server, err
}

// mayGo asks once whether so many mails may go, unless that was said already.
func (r *invocation) mayGo(ctx context.Context, count int, server post.Server, yes bool) error {
	if yes {
		return nil
	}
	if said, err := r.confirms(ctx, r.words.N("cli.send.confirm", count, cleanLine(server.Host))); err != nil || !said {
		return cannot("cli.send.not")
	}
	return nil
}

// wentOut is what became of mails, told one by one.
type wentOut struct {
	failed, maybe []string // whose
}

// tell says what became of one, with the sentence for one of which nobody knows.
func (w *wentOut) tell(r *invocation, whose account.Initials, address, unknown string, err error) {
	who := cleanLine(string(whose))
	switch {
	case err == nil:
		fmt.Fprintln(r.Out, r.words.T("cli.send.went", who, cleanLine(address)))
	case fault.Has(err, fault.Elsewhere):
		fmt.Fprintln(r.Out, r.words.T("cli.send.elsewhere", who, r.words.Fault(err)))
	case fault.Has(err, fault.MaybeDelivered):
		w.maybe = append(w.maybe, who)
		fmt.Fprintln(r.Out, r.words.T(unknown, who, r.words.Fault(err)))
	default:
		w.failed = append(w.failed, who)
		fmt.Fprintln(r.Out, r.words.T("cli.send.failed", who, r.words.Fault(err)))
	}
}

// listedInitials are initials as they are typed behind an option, between commas.
func listedInitials(typed string) []string {
	return strings.FieldsFunc(typed, func(r rune) bool { return r == ',' || r == ' ' })
}
