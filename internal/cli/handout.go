package cli

import (
	"context"
	"errors"
	"fmt"
	"slices"
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
// For programs that is one value, in which unsigned says that nobody's name is
// below the letters.
func (r *invocation) handOut(ctx context.Context, data *bolt.Store, h handing, all []desk.Outgoing) error {
	var placed []office.Placed
	err := r.at(data).Desk.HandOut(ctx, h.client, account.CycleName(h.cycle), all, func() (err error) {
		placed, err = office.WriteLists(ctx, h.folder, all, data.Path(), r.half(1))
		return err
	})
	if err != nil {
		return err
	}
	if h.machine {
		return writeJSON(r.Out, handedOf(h, all, placed))
	}
	for i, o := range all {
		line := cleanLine(o.Name) + ": " + cleanPath(placed[i].Path) + strings.Join(h.endings(o), ", ")
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
	if h.unsigned {
		fmt.Fprintln(r.Out, r.words.T("cli.me.unsigned"))
	}
	_, err = fmt.Fprintln(r.Out, r.words.N(h.made, len(all), cleanPath(h.folder)))
	return err
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
	if said, err := r.confirms(ctx, r.words.N("cli.send.confirm", count, cleanLine(server.Host))); err != nil {
		return err
	} else if !said {
		return cannot("cli.send.not")
	}
	return nil
}

// wentOut is what became of mails, told one by one.
type wentOut struct {
	sent, failed, maybe, elsewhere []string // whose
}

// halts is the error of mails that were stopped on their way, in the place of err
// where it is that: who got theirs, who did not, and how it goes on. on makes that
// of those who did not.
func (w *wentOut) halts(err error, all []string, on func(left []string) string) error {
	tried := slices.Concat(w.sent, w.failed, w.maybe, w.elsewhere)
	left := slices.DeleteFunc(slices.Clone(all), func(who string) bool { return slices.Contains(tried, who) })
	if !errors.Is(err, context.Canceled) || len(left) == 0 {
		return err
	}
	return problem{key: "cli.halted", many: true, halts: true, args: []any{len(w.sent), strings.Join(w.sent, ", "), strings.Join(left, ", "), on(left)}}
}

// tell says what became of one, with the sentence for one of which nobody knows.
func (w *wentOut) tell(r *invocation, whose account.Initials, address, unknown string, err error) {
	who := cleanLine(string(whose))
	switch {
	case err == nil:
		w.sent = append(w.sent, who)
		fmt.Fprintln(r.Out, r.words.T("cli.send.went", who, cleanLine(address)))
	case fault.Has(err, fault.Elsewhere):
		w.elsewhere = append(w.elsewhere, who)
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
