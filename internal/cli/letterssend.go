package cli

import (
	"context"
	"fmt"
	"strings"

	"kwi/internal/account"
	"kwi/internal/cells"
	"kwi/internal/desk"
	"kwi/internal/fault"
	"kwi/internal/letter"
	"kwi/internal/post"
)

// mailLetters shows who would get a letter, asks once, and lets them go.
func (r *invocation) mailLetters(ctx context.Context, id, cycle string, kind letter.Kind, by desk.Bringing, yes bool) error {
	server, set, err := post.ServerFrom(r.settings.Getenv(r.Getenv), post.Address{Name: by.Me.Name, Email: by.Me.Email})
	switch {
	case err != nil:
		return err
	case !set:
		return cannot("cli.send.noserver")
	case by.Me.Email == "" && by.From == "":
		by.From = server.From.String()
	}
	s, err := r.session()
	if err != nil {
		return err
	}
	c, err := r.client(ctx, s, id)
	if err != nil {
		return err
	}
	all, err := s.Desk.Letters(ctx, c, account.CycleName(cycle), kind, by)
	if err != nil {
		return err
	}
	count := 0
	for _, o := range all {
		who := "  " + cells.Pad(string(o.Who), 5)
		if !o.Email {
			fmt.Fprintln(r.Out, who+r.words.T("cli.send.without", cleanLine(o.Name)))
			continue
		}
		count++
		fmt.Fprintln(r.Out, who+cleanLine(o.Mail.To.Name)+" <"+cleanLine(o.Mail.To.Email)+">")
		fmt.Fprintln(r.Out, "       "+cells.Line(o.Mail.Subject, 73))
	}
	if count == 0 {
		return cannot("cli.send.noaddress", cleanLine(c.Name))
	}
	r.unsigned(by.Me, "")
	if !yes {
		if said, err := r.confirms(ctx, r.words.N("cli.send.confirm", count, cleanLine(server.Host))); err != nil || !said {
			return cannot("cli.send.not")
		}
	}
	line := post.Open(server)
	defer func() { _ = line.Close() }()
	var failed, maybe []string
	sent, err := s.Desk.Mail(ctx, all, line, func(o desk.Outgoing, err error) {
		who := cleanLine(string(o.Who))
		switch {
		case err == nil:
			fmt.Fprintln(r.Out, r.words.T("cli.send.went", who, cleanLine(o.Mail.To.Email)))
		case fault.Has(err, fault.MaybeDelivered):
			maybe = append(maybe, who)
			fmt.Fprintln(r.Out, r.words.T("cli.letters.maybe", who, r.words.Fault(err)))
		default:
			failed = append(failed, who)
			fmt.Fprintln(r.Out, r.words.T("cli.send.failed", who, r.words.Fault(err)))
		}
	})
	fmt.Fprintln(r.Out, r.words.N("cli.send.done", sent))
	switch {
	case err != nil:
		return err
	case len(failed)+len(maybe) > 0:
		return cannot("cli.letters.some", strings.Join(append(failed, maybe...), ", "))
	}
	return nil
}
