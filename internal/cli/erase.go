package cli

import (
	"context"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"kwi/internal/account"
	"kwi/internal/cells"
	"kwi/internal/desk"
	"kwi/internal/erasing"
	"kwi/internal/office"
	"kwi/internal/report"
	"kwi/internal/settings"
	"kwi/internal/text"
	"kwi/store/bolt"
)

// eraseAsked is what `kwi erase` was asked.
type eraseAsked struct {
	client, person, also, word, out     string
	check, yes, everywhere, replace, me bool
}

func (r *invocation) erases() *cobra.Command {
	var asked eraseAsked
	return r.command("erase", 0, 2, func(o *pflag.FlagSet) {
		o.StringVar(&asked.client, "client", "", r.words.T("cli.option.client"))
		o.StringVar(&asked.person, "person", "", r.words.T("cli.option.person"))
		o.BoolVar(&asked.check, "check", false, r.words.T("cli.option.erase.check"))
		o.BoolVar(&asked.yes, "yes", false, r.words.T("cli.option.erase.yes"))
		o.BoolVar(&asked.everywhere, "everywhere", false, r.words.T("cli.option.erase.everywhere"))
		o.BoolVar(&asked.replace, "replace", false, r.words.T("cli.option.erase.replace"))
		o.StringVar(&asked.also, "also", "", r.words.T("cli.option.erase.also"))
		o.StringVar(&asked.word, "word", "", r.words.T("cli.option.erase.word", r.words.T("erase.word")))
		o.BoolVar(&asked.me, "me", false, r.words.T("cli.option.erase.me"))
		o.StringVar(&asked.out, "out", "", r.words.T("cli.option.documentfile", r.anyOf(desk.PersonForms())))
	}, func(ctx context.Context, args []string) error {
		asked.client, asked.person = clientAndPerson(args, asked.client, asked.person)
		return r.erase(ctx, asked)
	})
}

// clientAndPerson are a client and initials, as options or one behind the other.
func clientAndPerson(args []string, client, person string) (string, string) {
	if len(args) == 2 {
		return args[0], args[1]
	}
	if len(args) == 1 && person == "" {
		person = args[0]
	}
	return client, person
}

// erase takes a person out of everything, after a yes.
func (r *invocation) erase(ctx context.Context, asked eraseAsked) error {
	if asked.me == (asked.person != "") {
		return wrongUsage("cli.erase.count")
	}
	if asked.out != "" {
		if err := r.wrongForm(asked.out, desk.PersonForms()); err != nil {
			return err
		}
	}
	data, err := r.data()
	if err != nil {
		return err
	}
	s := r.at(data)
	e, told, err := r.whoToErase(ctx, s, asked)
	if err != nil {
		return err
	}
	f := s.Erases
	would, err := f.Would(ctx, e)
	if err != nil {
		return err
	}
	told = would.Report(told)
	if asked.check || !asked.yes {
		if err := r.tellsErasure(told, would); err != nil || asked.check {
			return err
		}
		if yes, err := r.confirms(ctx, r.words.T("cli.erase.sure")); err != nil {
			return err
		} else if !yes {
			return cannot("cli.erase.not")
		}
	}
	if e.Instead, err = r.decides(ctx, asked, e, would.Writings); err != nil {
		return err
	}
	done, err := f.Do(ctx, e)
	if err != nil {
		return err
	}
	if asked.me {
		if err := r.remember(func(s *settings.Settings) { s.Me, s.Mail.User, s.Mail.From = account.User{}, "", "" }); err != nil {
			return err
		}
	}
	told = done.Report(told)
	if err := r.reportsErasure(ctx, asked, told, done, data); err != nil || len(told.Unread)+len(told.Locked) == 0 {
		return err
	}
	return cannot("cli.erase.partly")
}

// whoToErase is who, and what the report says of the time before.
func (r *invocation) whoToErase(ctx context.Context, s Session, asked eraseAsked) (e desk.Erasing, told report.Erased, err error) {
	o := EraseOrder{Also: asked.also, Everywhere: asked.everywhere, Word: asked.word, Today: r.today(), Told: r.far.counting(inClients)}
	if !asked.me {
		if o.Client, err = r.client(ctx, s, asked.client); err != nil {
			return e, told, err
		}
		o.Who = account.Initials(asked.person)
	}
	now := r.settings
	now.Me = r.me()
	return o.Erasing(r.words, now, r.Getenv)
}

// tellsErasure says beforehand what would be done, and each text of others.
func (r *invocation) tellsErasure(told report.Erased, would erasing.Done) error {
	lines := append([]string{r.words.T("erase.report.would") + ":"}, told.Did(r.words)...)
	for _, left := range told.Elsewhere {
		lines = append(lines, cells.Clean(left.Said(r.words)))
	}
	if len(told.Elsewhere) > 0 {
		lines = append(lines, r.words.T("cli.erase.elsewhere"))
	}
	for _, line := range told.Unopened(r.words) {
		lines = append(lines, cells.Clean(line))
	}
	if n := len(would.Writings); n > 0 {
		lines = append(lines, r.words.N("erase.texts", n))
		for _, w := range would.Writings {
			lines = append(lines, "  "+report.WhereWritten(r.words, w.Places[0], len(w.Places))+": “"+cells.Line(cleanLine(account.Sentence(w)), 200)+"”")
		}
	}
	lines = append(lines, r.outsideErasure(told)...)
	_, err := fmt.Fprintln(r.Out, strings.Join(append(lines, r.words.T("erase.final")), "\n"))
	return err
}

// outsideErasure says which copies kwi cannot reach, the same before and after.
func (r *invocation) outsideErasure(told report.Erased) []string {
	lines := []string{r.words.T("erase.report.outside") + ":"}
	for _, line := range told.Outside(r.words) {
		lines = append(lines, cells.Clean(line))
	}
	return lines
}

// decides asks of each text of others what is to become of it. Where nobody is
// asked they stay, or with --replace lose the name.
func (r *invocation) decides(ctx context.Context, asked eraseAsked, e desk.Erasing, texts []account.Writing) (map[string]string, error) {
	instead := map[string]string{}
	r.far.asks(true)
	defer r.far.asks(false)
	for i, w := range texts {
		switch {
		case asked.replace:
			instead[w.Text] = w.Strike(e.Unseen)
			continue
		case asked.yes:
			instead[w.Text] = w.Text
			continue
		}
		fmt.Fprintln(r.Out, r.words.T("cli.erase.text", r.words.Int(i+1), r.words.Int(len(texts)), report.WhereWritten(r.words, w.Places[0], len(w.Places)), cleanLine(w.Text)))
		fmt.Fprint(r.Out, r.words.T("cli.erase.text.ask", cleanLine(w.Strike(e.Unseen)))+" ")
		typed, err := r.decision(ctx, w.Text)
		if err != nil {
			return nil, err
		}
		switch {
		case typed == "":
			instead[w.Text] = w.Text
		case slices.Contains([]string{"v", "r"}, text.Fold(typed)):
			instead[w.Text] = w.Strike(e.Unseen)
		default:
			instead[w.Text] = typed
		}
	}
	return instead, nil
}

// decision is what somebody types about a text. What is too short to be a text of
// its own, as a yes or a no, is asked again: it would take the place of the whole.
func (r *invocation) decision(ctx context.Context, whole string) (string, error) {
	for {
		line, err := r.reads(ctx)
		if err != nil && (err != io.EOF || line == "") {
			if ctx.Err() != nil {
				return "", ctx.Err()
			}
			return "", cannot("cli.erase.undecided")
		}
		typed := strings.TrimSpace(line)
		if n := len([]rune(typed)); n == 0 || n > leastText || n >= len([]rune(whole)) || slices.Contains([]string{"v", "r"}, text.Fold(typed)) {
			return typed, nil
		}
		fmt.Fprint(r.Out, r.words.T("cli.erase.text.short")+" ")
	}
}

// leastText is how many signs a word may have that somebody answers a question with.
const leastText = 5

// reportsErasure says what was done, and writes it where that was asked.
func (r *invocation) reportsErasure(ctx context.Context, asked eraseAsked, told report.Erased, done erasing.Done, data *bolt.Store) error {
	o := report.Options{Today: r.today(), Language: r.words.Tag(), Unset: r.tellUnset}
	lines := append([]string{r.words.T("erase.done")}, told.Did(r.words)...)
	if left := told.Stays(r.words); len(left) > 0 {
		lines = append(append(lines, r.words.T("erase.report.left")+":"), left...)
	}
	lines = append(lines, r.outsideErasure(told)...)
	for i := range lines {
		lines[i] = cells.Clean(lines[i])
	}
	if _, err := fmt.Fprintln(r.Out, strings.Join(lines, "\n")); err != nil || asked.out == "" {
		return err
	}
	content, err := r.at(data).Desk.ErasureReport(ctx, told, desk.FormOf(asked.out), o)
	if err != nil {
		return err
	}
	if err := office.Write(ctx, asked.out, content, data.Path()); err != nil {
		return err
	}
	_, err = fmt.Fprintln(r.Out, r.words.T("cli.erase.written", cleanLine(asked.out)))
	return err
}
