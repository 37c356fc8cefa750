package cli

import (
	"context"
	"fmt"
	"strings"

	"kwi/internal/account"
	"kwi/internal/cells"
	"kwi/internal/desk"
	"kwi/internal/letter"
	"kwi/internal/post"
)

// mailLetters shows who would get a letter, asks once, and lets them go.
func (r *invocation) mailLetters(ctx context.Context, id, cycle string, kind letter.Kind, by desk.Bringing, yes bool) (*sendingJSON, error) {
	server, err := r.mailServer(by.Me)
	if err != nil {
		return nil, err
	}
	if by.Me.Email == "" && by.From == "" {
		by.From = server.From.String()
	}
	s, err := r.session()
	if err != nil {
		return nil, err
	}
	c, err := r.client(ctx, s, id)
	if err != nil {
		return nil, err
	}
	all, err := s.Desk.Letters(ctx, c, account.CycleName(cycle), kind, by)
	if err != nil {
		return nil, err
	}
	y, err := desk.CycleOfLetters(&c, account.CycleName(cycle), kind)
	if err != nil {
		return nil, err
	}
	var whose []string
	value := newSendingJSON(c.ID, y.Name, string(kind))
	value.Unsigned = isUnsigned(by.Me, by.From)
	for _, o := range all {
		who := "  " + cells.Pad(string(o.Who), 5)
		if !o.Email {
			value.Without = append(value.Without, unnamedJSON{string(o.Who), o.Name})
			fmt.Fprintln(r.Out, who+r.words.T("cli.send.without", cleanLine(o.Name)))
			continue
		}
		value.mail(o.Who, o.Mail)
		whose = append(whose, cleanLine(string(o.Who)))
		fmt.Fprintln(r.Out, who+cleanLine(o.Mail.To.Name)+" <"+cleanLine(o.Mail.To.Email)+">")
		fmt.Fprintln(r.Out, "       "+cells.Line(o.Mail.Subject, 73))
	}
	count := len(whose)
	if count == 0 {
		return value, cannot("cli.send.noaddress", cleanLine(c.Name))
	}
	r.unsigned(by.Me, by.From)
	if err := r.mayGo(ctx, count, server, yes); err != nil {
		return value, err
	}
	line := post.Open(server)
	defer func() { _ = line.Close() }()
	var became wentOut
	gone, told := 0, r.far.counting(inMails)
	sent, err := s.Desk.Mail(ctx, all, line, func(o desk.Outgoing, err error) {
		gone++
		told.Tell(gone, count)
		became.tell(r, o.Who, o.Mail.To.Email, "cli.letters.maybe", err)
		value.note(r, o.Who, err)
	})
	err = became.halts(err, whose, func(left []string) string { return "--to " + strings.Join(left, ",") })
	fmt.Fprintln(r.Out, r.words.N("cli.send.done", sent))
	switch {
	case err != nil:
		return value, err
	case len(became.failed)+len(became.maybe) > 0:
		return value, cannot("cli.letters.some", strings.Join(append(became.failed, became.maybe...), ", "))
	}
	return value, nil
}
