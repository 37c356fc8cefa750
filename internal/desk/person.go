package desk

import (
	"context"
	"slices"

	"kwi/internal/account"
	"kwi/internal/fault"
	"kwi/internal/report"
)

// PersonForms are the forms of what is kept of a person, and of the report of an
// erasure.
func PersonForms() []Form { return minuted() }

// PersonAsked is of whom all that is kept is asked, and how much of it.
type PersonAsked struct {
	Who        account.Initials
	Themselves bool     // what they said by group too: it is for them alone
	Texts      []string // of others that may name another, and that somebody chose to give
}

// PersonTexts are the texts of others that name somebody: those that name nobody
// else with it, and those that may be about another, as of a first name alone. What
// others wrote by group is among neither.
func (d *Desk) PersonTexts(ctx context.Context, c account.Client, who account.Initials) (certain, unsure []account.Writing, err error) {
	p, ok := c.Person(who)
	if !ok {
		return nil, nil, fault.New(fault.Removed, string(who))
	}
	rest := c.Clone()
	if _, err := rest.Erase(who, ""); err != nil {
		return nil, nil, err
	}
	naming := c.NamingOf(who, d.Learn(ctx, p).Before...)
	only := naming.Certain()
	for _, w := range naming.Writings(&rest) {
		switch {
		case !w.Told(): // by group the words of others are not theirs to read beside a name
		case len(only.In(w.Text)) > 0:
			certain = append(certain, w)
		default:
			unsure = append(unsure, w)
		}
	}
	return certain, unsure, nil
}

// Person is all that is kept of somebody at a client, as a document in a form, in
// their language, or else in the other.
func (d *Desk) Person(ctx context.Context, c account.Client, asked PersonAsked, form Form, o report.Options, other string) (_ []byte, err error) {
	in, err := pageForm(form, PersonForms())
	if err != nil {
		return nil, err
	}
	page, err := d.PersonPage(ctx, c, asked, &o, other)
	if err != nil {
		return nil, err
	}
	return in.page(o, page)
}

// PersonPage is that document, and the options with what was found out for it.
func (d *Desk) PersonPage(ctx context.Context, c account.Client, asked PersonAsked, o *report.Options, other string) (page report.Document, err error) {
	p, ok := c.Person(asked.Who)
	if !ok {
		return page, fault.New(fault.Removed, string(asked.Who))
	}
	if o.Supplier, err = d.Supplier(ctx); err != nil {
		return page, err
	}
	if r := c.Respondent(asked.Who); o.Language == "" && r != nil {
		o.Language = r.Language
	}
	if o.Language == "" {
		o.Language = clientLanguage(&c, "", other)
	}
	about := report.AboutPerson{Who: asked.Who, Themselves: asked.Themselves}
	certain, unsure, err := d.PersonTexts(ctx, c, asked.Who)
	if err != nil {
		return page, err
	}
	about.Written = certain
	for _, w := range unsure {
		if slices.Contains(asked.Texts, w.Text) {
			about.Written = append(about.Written, w)
		} else {
			about.Unsure++
		}
	}
	found, err := d.WouldErase(ctx, Erasing{Person: p, Today: o.Today})
	if err != nil {
		return page, err
	}
	for _, at := range found.Elsewhere {
		if len(at.Who) > 0 {
			about.Places = append(about.Places, at.Name)
		}
	}
	return report.Person(&c, about, *o), nil
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
