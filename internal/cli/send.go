package cli

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"kwi/internal/account"
	"kwi/internal/cells"
	"kwi/internal/desk"
	"kwi/internal/post"
	"kwi/internal/questionnaire"
	"kwi/internal/text"
)

func (r *invocation) sending() *cobra.Command {
	var client, moment, again string
	var how mailing
	c := r.command("send", 0, 0, func(o *pflag.FlagSet) {
		o.StringVar(&client, "client", "", r.words.T("cli.option.client"))
		o.StringVar(&moment, "moment", "", r.words.T("cli.option.moment"))
		o.StringVar(&again, "again", "", r.words.T("cli.option.again"))
		o.BoolVar(&how.yes, "yes", false, r.words.T("cli.option.yes"))
		r.forMachines(o, &how.machine)
	}, func(ctx context.Context, _ []string) error {
		return how.sends(ctx, r, func(ctx context.Context) (*sendingJSON, error) { return r.send(ctx, client, moment, again, how.yes) })
	})
	c.Long = r.words.T("cli.send.long")
	return c
}

// rounds are the moments at which lists go out, as they are typed.
func rounds() []string {
	return []string{string(questionnaire.Preview), string(questionnaire.Answering), string(questionnaire.Reminding)}
}

// send shows who would get a letter, asks once, and lets them go. It tells programs
// what became of them, nil where it did not come to that.
func (r *invocation) send(ctx context.Context, id, moment, again string, yes bool) (*sendingJSON, error) {
	round := questionnaire.Round(moment)
	if moment != "" && !slices.Contains(rounds(), moment) {
		return nil, wrongUsage("cli.wrong.moment", cleanLine(moment))
	}
	me := r.me()
	server, err := r.mailServer(me)
	if err != nil {
		return nil, err
	}
	s, err := r.session()
	if err != nil {
		return nil, err
	}
	if id, err = chosen(ctx, s.Desk, id); err != nil {
		return nil, err
	}
	at := r.Now()
	out, err := s.Desk.Prepare(ctx, id, round, desk.Bringing{Tag: r.words.Tag(), Me: me, At: at, Told: r.far.Tell})
	if err != nil {
		return nil, err
	}
	if err := repeat(&out, again); err != nil {
		return nil, err
	}
	r.lists(out)
	value := sendingOf(out)
	if len(out.Letters) > 0 {
		value.Unsigned = isUnsigned(me, "")
		r.unsigned(me, "")
	}
	if len(out.Letters) == 0 {
		if len(out.Without) > 0 {
			return value, cannot("cli.send.noaddress", cleanLine(out.Name))
		}
		return value, nil
	}
	if err := r.mayGo(ctx, len(out.Letters), server, yes); err != nil {
		return value, err
	}
	line := post.Open(server)
	defer func() { _ = line.Close() }()
	var became wentOut
	gone, told := 0, r.far.counting(inMails)
	sent, err := s.Desk.Send(ctx, out, line, at, func(p desk.Posted, err error) {
		gone++
		told.Tell(gone, len(out.Letters))
		became.tell(r, p.Who, p.To.Email, "cli.send.maybe", err)
		value.note(r, p.Who, err)
	})
	all := make([]string, len(out.Letters))
	for i, p := range out.Letters {
		all[i] = cleanLine(string(p.Who))
	}
	err = became.halts(err, all, func([]string) string { return "kwi send" })
	fmt.Fprintln(r.Out, r.words.N("cli.send.done", sent))
	switch {
	case err != nil:
		return value, err
	case len(became.failed) > 0:
		return value, cannot("cli.send.some", strings.Join(became.failed, ", "))
	case len(became.maybe) > 0:
		return value, cannot("cli.send.somemaybe", strings.Join(became.maybe, ", "))
	}
	return value, nil
}

// repeat puts letters that may have arrived among those that go, as the user
// asks for them by the initials of their respondents.
func repeat(s *desk.Sending, again string) error {
	for _, who := range listedInitials(again) {
		i := slices.IndexFunc(s.Doubtful, func(p desk.Posted) bool { return string(p.Who) == who })
		if i < 0 {
			return cannot("cli.send.notdoubtful", cleanLine(who))
		}
		s.Letters = append(s.Letters, s.Doubtful[i])
		s.Doubtful = slices.Delete(slices.Clone(s.Doubtful), i, i+1)
	}
	return nil
}

// lists shows a sending before it goes: who, where to, with which subject,
// and who has no address.
func (r *invocation) lists(s desk.Sending) {
	fmt.Fprintln(r.Out, r.words.T("cli.send.round."+string(s.Round), cleanLine(s.Name), string(s.Cycle)))
	if len(s.Letters)+len(s.Without)+len(s.Doubtful) == 0 {
		fmt.Fprintln(r.Out, r.words.T("cli.send.nobody"))
	}
	for _, p := range s.Letters {
		fmt.Fprintln(r.Out, "  "+cells.Pad(string(p.Who), 5)+cleanLine(p.To.Name)+" <"+cleanLine(p.To.Email)+">")
		fmt.Fprintln(r.Out, "       "+cells.Line(p.Subject, 73))
		if p.State != account.Written {
			fmt.Fprintln(r.Out, "       "+r.words.T("cli.send.again", r.words.Date(p.Since)))
		}
	}
	for _, p := range s.Doubtful {
		fmt.Fprintln(r.Out, "  "+cells.Pad(string(p.Who), 5)+r.words.T("cli.send.doubtful", r.words.Date(p.Since), string(p.Who)))
	}
	for _, p := range s.Without {
		name := p.Name
		if name == "" {
			name = string(p.Initials)
		}
		fmt.Fprintln(r.Out, "  "+cells.Pad(string(p.Initials), 5)+r.words.T("cli.send.without", cleanLine(name)))
	}
}

// confirms asks a question and reads yes or no; nothing more to read is no.
func (r *invocation) confirms(ctx context.Context, question string) (bool, error) {
	if _, err := fmt.Fprint(r.Out, question+" "); err != nil {
		return false, err
	}
	r.far.asks(true)
	defer r.far.asks(false)
	answer, err := r.reads(ctx)
	if err != nil && answer == "" {
		return false, ctx.Err()
	}
	switch text.Fold(answer) {
	case "j", "ja", "y", "yes":
		return true, nil
	}
	return false, nil
}
