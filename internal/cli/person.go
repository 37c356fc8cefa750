package cli

import (
	"context"
	"fmt"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"kwi/internal/account"
	"kwi/internal/desk"
	"kwi/internal/report"
)

// keeping is the command that writes what is kept of a person.
func (r *invocation) keeping() *cobra.Command {
	var client, person, out, tongue string
	var themselves, texts bool
	return r.command("person", 0, 2, func(o *pflag.FlagSet) {
		o.StringVar(&client, "client", "", r.words.T("cli.option.client"))
		o.StringVar(&person, "person", "", r.words.T("cli.option.person"))
		o.StringVar(&out, "out", "", r.words.T("cli.option.document", r.anyOf(desk.PersonForms())))
		o.BoolVar(&themselves, "answers", false, r.words.T("cli.option.person.answers"))
		o.BoolVar(&texts, "texts", false, r.words.T("cli.option.person.texts"))
		o.StringVar(&tongue, "report-lang", "", r.words.T("cli.option.reportlang.person"))
	}, func(ctx context.Context, args []string) error {
		o := report.Options{Today: r.today(), Now: r.now(), Unset: r.tellUnset}
		if err := r.reportLanguage(tongue, &o); err != nil {
			return err
		}
		if client, person = clientAndPerson(args, client, person); person == "" {
			return wrongUsage("cli.person.count")
		}
		if texts && out == "-" {
			return wrongUsage("cli.person.texts.out")
		}
		asked := desk.PersonAsked{Who: account.Initials(person), Themselves: themselves}
		return r.document(ctx, client, out, desk.PersonForms(), func(d *desk.Desk, c account.Client, form desk.Form) (_ []byte, err error) {
			_, unsure, err := d.PersonTexts(ctx, c, asked.Who)
			switch {
			case err != nil:
				return nil, err
			case texts:
				if asked.Texts, err = r.chooses(ctx, c.NameOf(asked.Who), unsure); err != nil {
					return nil, err
				}
			case len(unsure) > 0:
				fmt.Fprintln(r.Err, r.words.N("cli.person.unsure", len(unsure)))
			}
			return d.Person(ctx, c, asked, form, o, r.words.Tag())
		})
	})
}

// chooses asks of each text whether it is about somebody; without an answer it is not.
func (r *invocation) chooses(ctx context.Context, name string, all []account.Writing) (chosen []string, err error) {
	for i, w := range all {
		question := r.words.T("cli.person.text", r.words.Int(i+1), r.words.Int(len(all)), report.WhereWritten(r.words, w.Places[0], len(w.Places)), cleanLine(w.Text), cleanLine(name))
		yes, err := r.confirms(ctx, question)
		if err != nil {
			return nil, err
		}
		if yes {
			chosen = append(chosen, w.Text)
		}
	}
	return chosen, nil
}
