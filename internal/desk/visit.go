package desk

import (
	"bytes"
	"context"
	"slices"

	"kwi/internal/account"
	"kwi/internal/fault"
	"kwi/internal/report"
)

// VisitForms are the forms of the page for a visit.
func VisitForms() []Form { return minuted() }

// Visit is the page that is read before a visit to a respondent of a client, as
// they stand in a cycle, the newest where its name is "", in a form. It is for
// ourselves, in the language of whoever reads it.
func (d *Desk) Visit(ctx context.Context, c account.Client, cycle account.CycleName, who account.Initials, form Form, o report.Options) (_ []byte, err error) {
	i := slices.IndexFunc(forms, func(f formWriters) bool { return f.Form == form && f.minutes != nil })
	switch {
	case i < 0:
		return nil, noForm(form, VisitForms())
	case c.Cycle(cycle) == nil:
		return nil, fault.New(fault.NoCycle, string(cycle), c.Name)
	case c.Respondent(who) == nil:
		return nil, fault.New(fault.Removed, string(who))
	}
	if o.Supplier, err = d.Supplier(ctx); err != nil {
		return nil, err
	}
	var b bytes.Buffer
	page := report.Visit(&c, cycle, who, o)
	forms[i].tell(o, page)
	err = forms[i].minutes(&b, page)
	return b.Bytes(), err
}
