package desk

import (
	"bytes"
	"context"
	"io"
	"path/filepath"
	"slices"
	"strings"

	"kwi/internal/account"
	"kwi/internal/fault"
	"kwi/internal/report"
	"kwi/internal/report/html"
	"kwi/internal/report/markdown"
	"kwi/internal/report/pdf"
	"kwi/internal/report/xlsx"
	"kwi/internal/score"
)

// Form is what a document is written as: the ending of its file's name.
type Form string

// formWriters are what writes documents in a form; without a plan it is none
// of the plan's, without minutes none of theirs.
type formWriters struct {
	Form
	monitor func(io.Writer, report.Document) error
	plan    func(io.Writer, report.PlanPage) error
	minutes func(io.Writer, report.Document) error
	unset   func(report.Document) report.Unset // what the form cannot show, nil where that is nothing
	planned func(report.PlanPage) report.Unset // the same of a plan
}

// tell says what the form cannot show of a document to whoever wants to know.
func (f formWriters) tell(o report.Options, d report.Document) {
	if f.unset != nil && o.Unset != nil {
		if u := f.unset(d); u.Any() {
			o.Unset(u)
		}
	}
}

// forms are all of them, the usual one first.
var forms = []formWriters{
	{Form: ".pdf", monitor: pdf.Monitor, plan: pdf.Plan, minutes: pdf.Minutes, unset: pdf.Unset, planned: pdf.PlanUnset},
	{Form: ".xlsx", monitor: xlsx.Monitor},
	{Form: ".md", monitor: markdown.Monitor, plan: markdown.Plan, minutes: markdown.Monitor},
	{Form: ".html", monitor: html.Monitor, plan: html.Plan, minutes: html.Minutes},
}

// FormOf is the form that a file's name asks for.
func FormOf(name string) Form { return Form(strings.ToLower(filepath.Ext(name))) }

// MonitorForms are the forms of a monitor.
func MonitorForms() (all []Form) {
	for _, f := range forms {
		all = append(all, f.Form)
	}
	return all
}

// PlanForms are the forms of a plan.
func PlanForms() (all []Form) {
	for _, f := range forms {
		if f.plan != nil {
			all = append(all, f.Form)
		}
	}
	return all
}

// noForm is the fault of a form in which a document is not written.
func noForm(form Form, all []Form) error {
	var known []string
	for _, f := range all {
		known = append(known, string(f))
	}
	return fault.New(fault.BadValue, string(form), strings.Join(known, ", "))
}

// Monitor is the customer value monitor of a client in a form, whole. Without
// a cycle it is of the newest with answers or, where there are none yet, of
// the newest. Options need no supplier; without a language it is in that of
// the client's sponsor, or for within the house and where that is not known in
// the one given as other.
func (d *Desk) Monitor(ctx context.Context, c account.Client, cycle account.CycleName, form Form, o report.Options, other string) (_ []byte, err error) {
	if o.Supplier, err = d.Supplier(ctx); err != nil {
		return nil, err
	}
	if cycle, err = reported(&c, cycle); err != nil {
		return nil, err
	}
	if o.Language == "" && o.Audience != report.ForClient {
		o.Language = other
	}
	o.Language = clientLanguage(&c, o.Language, other)
	i := slices.IndexFunc(forms, func(f formWriters) bool { return f.Form == form })
	if i < 0 {
		return nil, noForm(form, MonitorForms())
	}
	var b bytes.Buffer
	page := report.Monitor(&c, cycle, o)
	forms[i].tell(o, page)
	err = forms[i].monitor(&b, page)
	return b.Bytes(), err
}

// reported is the cycle that a monitor is about.
func reported(c *account.Client, name account.CycleName) (account.CycleName, error) {
	y := c.Newest()
	if t, ok := score.HistoryOf(c).Newest(); ok {
		y = c.Cycle(t.Cycle)
	}
	if name != "" {
		y = c.Cycle(name)
	}
	if y == nil {
		return "", fault.New(fault.NoCycle, string(name), c.Name)
	}
	return y.Name, nil
}

// clientLanguage is the language of a document that the client reads: the one
// that was asked for, else that of the sponsor, else the other.
func clientLanguage(c *account.Client, asked, other string) string {
	if asked != "" {
		return asked
	}
	if r := c.Respondent(c.Sponsor); r != nil && r.Language != "" {
		return r.Language
	}
	return other
}
