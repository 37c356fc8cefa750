package cli

import (
	"context"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"kwi/internal/account"
	"kwi/internal/desk"
	"kwi/internal/language"
	"kwi/internal/office"
	"kwi/internal/report"
)

func (r *invocation) reporting() *cobra.Command {
	var client, cycle, out, tongue string
	var internal bool
	return r.command("report", 0, 0, func(o *pflag.FlagSet) {
		o.StringVar(&client, "client", "", r.words.T("cli.option.client"))
		o.StringVar(&cycle, "cycle", "", r.words.T("cli.option.scored"))
		o.StringVar(&out, "out", "", r.words.T("cli.option.document", r.anyOf(desk.MonitorForms())))
		o.StringVar(&tongue, "report-lang", "", r.words.T("cli.option.reportlang", strings.Join(language.Tags(), "|")))
		o.BoolVar(&internal, "internal", false, r.words.T("cli.option.internal"))
	}, func(ctx context.Context, _ []string) error {
		o := report.Options{Language: tongue, Today: account.Date(r.Now().Format("2006-01-02"))}
		if internal {
			o.Audience = report.Internal
		}
		return r.report(ctx, client, account.CycleName(cycle), out, o)
	})
}

// report makes the whole document before it writes any of it. What was said
// of the language on the command line goes before what the client reads.
func (r *invocation) report(ctx context.Context, id string, cycle account.CycleName, out string, o report.Options) error {
	form := desk.FormOf(out)
	if err := r.wrongForm(out, desk.MonitorForms()); err != nil {
		return err
	}
	switch {
	case o.Language != "" && !language.Known(o.Language):
		return wrongUsage("cli.wrong.reportlang", cleanLine(o.Language), r.oneOf(language.Tags()))
	case o.Language == "":
		o.Language = r.lang
	}
	data, err := r.data()
	if err != nil {
		return err
	}
	s := r.at(data)
	if id, err = chosen(ctx, s.Desk, id); err != nil {
		return err
	}
	content, err := s.Desk.Monitor(ctx, id, cycle, form, o, r.words.Tag())
	if err != nil {
		return err
	}
	return office.Write(ctx, out, content, data.Path())
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

// anyOf names forms: .pdf, .xlsx or .md.
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
