package desk

import (
	"bytes"
	"context"
	"io"
	"strconv"

	"kwi/internal/account"
	"kwi/internal/fault"
	"kwi/internal/report"
	"kwi/internal/report/markdown"
	"kwi/internal/report/pdf"
)

// Plan is the supplier's own A3 plan for a client in a year, whole, on paper
// or as Markdown. Options need no supplier.
func (d *Desk) Plan(ctx context.Context, id string, year int, form Form, o report.Options) ([]byte, error) {
	c, err := d.Client(ctx, id)
	if err != nil {
		return nil, err
	}
	return d.PlanOf(ctx, c, year, form, o)
}

// PlanOf is Plan of a client as it is in hand.
func (d *Desk) PlanOf(ctx context.Context, c account.Client, year int, form Form, o report.Options) (_ []byte, err error) {
	write := map[Form]func(io.Writer, report.PlanPage) error{Paper: pdf.Plan, Markdown: markdown.Plan}[form]
	if write == nil {
		return nil, fault.New(fault.BadValue, string(form), string(Paper)+", "+string(Markdown))
	}
	if o.Supplier, err = d.Supplier(ctx); err != nil {
		return nil, err
	}
	page, ok := report.PlanOf(&c, year, o)
	if !ok {
		return nil, fault.New(fault.NoPlan, strconv.Itoa(year), c.Name)
	}
	var b bytes.Buffer
	err = write(&b, page)
	return b.Bytes(), err
}
