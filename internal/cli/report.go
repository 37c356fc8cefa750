package cli

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"kwi/internal/account"
	"kwi/internal/cells"
	"kwi/internal/desk"
	"kwi/internal/lang"
	"kwi/internal/language"
	"kwi/internal/report"
)

func (r *invocation) reporting() *cobra.Command {
	var client, cycle, out, tongue string
	var internal, sample bool
	return r.command("report", 0, 0, func(o *pflag.FlagSet) {
		o.StringVar(&client, "client", "", r.words.T("cli.option.client"))
		o.StringVar(&cycle, "cycle", "", r.words.T("cli.option.scored"))
		o.StringVar(&out, "out", "", r.words.T("cli.option.document", r.anyOf(desk.MonitorForms())))
		o.StringVar(&tongue, "report-lang", "", r.words.T("cli.option.reportlang", strings.Join(language.Tags(), "|")))
		o.BoolVar(&internal, "internal", false, r.words.T("cli.option.internal"))
		o.BoolVar(&sample, "example", false, r.words.T("cli.option.example"))
	}, func(ctx context.Context, _ []string) error {
		o := report.Options{Today: r.today(), Now: r.now(), Unset: r.tellUnset}
		if internal {
			o.Audience = report.Internal
		}
		if err := r.reportLanguage(tongue, &o); err != nil {
			return err
		}
		if sample {
			if client+cycle != "" || internal {
				return wrongUsage("cli.wrong.example")
			}
			return r.sample(ctx, out, o)
		}
		return r.document(ctx, client, out, desk.MonitorForms(), func(d *desk.Desk, c account.Client, form desk.Form) ([]byte, error) {
			return d.Monitor(ctx, c, account.CycleName(cycle), form, o, r.words.Tag())
		})
	})
}

// sample writes the example monitor, out of a data file of its own that is gone
// afterwards.
func (r *invocation) sample(ctx context.Context, out string, o report.Options) error {
	form, err := r.documentForm(out, desk.MonitorForms())
	if err != nil {
		return err
	}
	words := r.words
	if o.Language != "" {
		words = lang.For(o.Language)
	}
	s, gone, err := r.example(ctx, words, true)
	if err != nil {
		return err
	}
	defer func() { _ = gone() }()
	c, err := s.Desk.Client(ctx, s.Only)
	if err != nil {
		return err
	}
	content, err := s.Desk.Monitor(ctx, c, "", form, o, words.Tag())
	if err != nil {
		return err
	}
	return r.writeDocument(ctx, out, form, content, "")
}

// reportLanguage settles the language of a document: what was said of it on
// the command line goes before what the client reads.
func (r *invocation) reportLanguage(asked string, o *report.Options) error {
	if asked != "" && !language.Known(asked) {
		return wrongUsage("cli.wrong.reportlang", cleanLine(asked), r.oneOf(language.Tags()))
	}
	o.Language = cmp.Or(asked, r.lang)
	return nil
}

// document writes a document of a client in one of these forms. It is made
// whole before any of it is written.
func (r *invocation) document(ctx context.Context, id, out string, forms []desk.Form, made func(*desk.Desk, account.Client, desk.Form) ([]byte, error)) error {
	form, err := r.documentForm(out, forms)
	if err != nil {
		return err
	}
	data, err := r.data()
	if err != nil {
		return err
	}
	s := r.at(data)
	c, err := r.client(ctx, s, id)
	if err != nil {
		return err
	}
	content, err := made(s.Desk, c, form)
	if err != nil {
		return err
	}
	return r.writeDocument(ctx, out, form, content, data.Path())
}

// tellUnset says what a document cannot show, beside whatever is written to the
// output.
func (r *invocation) tellUnset(u report.Unset) {
	fmt.Fprintln(r.Err, cells.Clean(u.Sentence(r.words)))
}

// wrongForm is what is wrong with the name of a document that is to be of one
// of these forms, nil where nothing is.
func (r *invocation) wrongForm(out string, forms []desk.Form) error {
	switch {
	case out == "":
		return wrongUsage("cli.wrong.document", r.anyOf(forms))
	case !slices.Contains(forms, desk.FormOf(out)):
		return wrongUsage("cli.wrong.form", cleanLine(out), r.anyOf(forms))
	}
	return nil
}

// anyOf names forms: .pdf, .xlsx, .md or .html.
func (r *invocation) anyOf(forms []desk.Form) string {
	var all []string
	for _, f := range forms {
		all = append(all, string(f))
	}
	return r.oneOf(all)
}

// oneOf names what can be chosen from.
func (r *invocation) oneOf(all []string) string {
	last := len(all) - 1
	return r.words.T("cli.or", strings.Join(all[:last], ", "), all[last])
}
