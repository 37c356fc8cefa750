package desk

import (
	"context"

	"kwi/internal/account"
	"kwi/internal/fault"
	"kwi/internal/report"
)

// PersonForms are the forms of what is kept of a person, and of the report of an
// erasure.
func PersonForms() []Form { return minuted() }

// Person is all that is kept of somebody at a client, as a document in a form, in
// their language, or else in the other. What they said by group stands in it only
// where it is for themselves.
func (d *Desk) Person(ctx context.Context, c account.Client, who account.Initials, themselves bool, form Form, o report.Options, other string) (_ []byte, err error) {
	in, err := pageForm(form, PersonForms())
	if err != nil {
		return nil, err
	}
	p, ok := c.Person(who)
	if !ok {
		return nil, fault.New(fault.Removed, string(who))
	}
	if o.Supplier, err = d.Supplier(ctx); err != nil {
		return nil, err
	}
	if r := c.Respondent(who); o.Language == "" && r != nil {
		o.Language = r.Language
	}
	if o.Language == "" {
		o.Language = clientLanguage(&c, "", other)
	}
	about := report.AboutPerson{Who: who, Themselves: themselves}
	rest := c.Clone()
	if _, err := rest.Erase(who, o.Today); err != nil {
		return nil, err
	}
	for _, w := range c.NamingOf(who).Writings(&rest) {
		if w.Told() { // by group the words of others are not theirs to read beside a name
			about.Written = append(about.Written, w)
		}
	}
	found, err := d.WouldErase(ctx, Erasing{Person: p, Today: o.Today})
	if err != nil {
		return nil, err
	}
	for _, at := range found.Elsewhere {
		about.Places = append(about.Places, at.Name)
	}
	return in.page(o, report.Person(&c, about, o))
}

// ErasureReport is the report of an erasure in a form.
func (d *Desk) ErasureReport(ctx context.Context, e report.Erased, form Form, o report.Options) (_ []byte, err error) {
	in, err := pageForm(form, PersonForms())
	if err != nil {
		return nil, err
	}
	if o.Supplier, err = d.Supplier(ctx); err != nil {
		return nil, err
	}
	return in.page(o, report.Erasure(e, o))
}
