package desk

import (
	"context"

	"kwi/internal/account"
	"kwi/internal/fault"
	"kwi/internal/report"
)

// YouSaidForms are the forms of the page that tells what became of what the client
// said.
func YouSaidForms() []Form { return minuted() }

// YouSaid tells a client what became of what they said, in a cycle or without one
// in the newest, in a form. Options need no supplier; without a language it is in
// the client's.
func (d *Desk) YouSaid(ctx context.Context, c account.Client, cycle account.CycleName, form Form, o report.Options, other string) (_ []byte, err error) {
	in, err := pageForm(form, YouSaidForms())
	switch {
	case err != nil:
		return nil, err
	case c.Cycle(cycle) == nil:
		return nil, fault.New(fault.NoCycle, string(cycle), c.Name)
	}
	if o.Supplier, err = d.Supplier(ctx); err != nil {
		return nil, err
	}
	o.Language = clientLanguage(&c, o.Language, other)
	return in.page(o, report.YouSaid(&c, cycle, o))
}
