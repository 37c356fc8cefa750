package desk

import (
	"bytes"
	"context"
	"slices"
	"strconv"

	"kwi/internal/account"
	"kwi/internal/fault"
	"kwi/internal/report"
)

// Plan is the supplier's own A3 plan for a client in a year, whole. Options
// need no supplier.
func (d *Desk) Plan(ctx context.Context, c account.Client, year int, form Form, o report.Options) (_ []byte, err error) {
	i := slices.IndexFunc(forms, func(f formWriters) bool { return f.Form == form && f.plan != nil })
	if i < 0 {
		return nil, noForm(form, PlanForms())
	}
	if o.Supplier, err = d.Supplier(ctx); err != nil {
		return nil, err
	}
	page, ok := report.PlanOf(&c, year, o)
	if !ok {
		return nil, fault.New(fault.NoPlan, strconv.Itoa(year), c.Name)
	}
	if forms[i].planned != nil && o.Unset != nil {
		if u := forms[i].planned(page); u.Any() {
			o.Unset(u)
		}
	}
	var b bytes.Buffer
	err = forms[i].plan(&b, page)
	return b.Bytes(), err
}
