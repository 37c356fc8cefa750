package desk

import (
	"context"

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
	in, err := pageForm(form, VisitForms())
	switch {
	case err != nil:
		return nil, err
	case c.Cycle(cycle) == nil:
		return nil, fault.New(fault.NoCycle, string(cycle), c.Name)
	case c.Respondent(who) == nil:
		return nil, fault.New(fault.Removed, string(who))
	}
	if o.Supplier, err = d.Supplier(ctx); err != nil {
		return nil, err
	}
	return in.page(o, report.Visit(&c, cycle, who, o))
}
