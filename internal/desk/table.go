package desk

import (
	"bytes"
	"context"
	"strconv"

	"kwi/internal/account"
	"kwi/internal/fault"
	"kwi/internal/hand"
	"kwi/internal/sheet"
	"kwi/internal/table"
)

// ReadTable reads a table that was saved as text or as a workbook.
func ReadTable(file Incoming) (table.Table, error) {
	var rows []table.Row
	var err error
	if bytes.HasPrefix(file.Data, []byte("PK")) || bytes.HasPrefix(file.Data, []byte("\xd0\xcf\x11\xe0")) {
		rows, err = sheet.Rows(file.Data, file.Name)
		err = noList(err)
	} else {
		rows, err = table.Split(file.Data)
	}
	if err != nil {
		return table.Table{}, err
	}
	return table.Read(rows)
}

// noList says of a table what is said of a list that comes back, without that list:
// that nothing of a table can be read in it, or that it is too large.
func noList(err error) error {
	switch {
	case fault.Has(err, fault.NotWorkbook):
		return fault.New(fault.NoText).By(err)
	case fault.Has(err, fault.Overflow):
		return fault.New(fault.TableSize, strconv.Itoa(table.MostRows), strconv.Itoa(table.MostCells)).By(err)
	}
	return err
}

// TakeTable takes over what a table proposes, all of it or nothing, as one
// step of the client. Where they have changed meanwhile it is a Conflict, and where
// more answers would go than was said it is refused.
func (d *Desk) TakeTable(ctx context.Context, id string, p table.Proposal, told hand.Told) error {
	h, err := d.Open(ctx, id)
	if err != nil {
		return err
	}
	h, err = h.Do(hand.Change{Label: hand.Label{Key: "table.taken"}, Told: told, Apply: func(c *account.Client) error { return p.Apply(c) }})
	if err != nil {
		return err
	}
	_, save, dirty := h.Send()
	if !dirty {
		return nil
	}
	kept, _, err := d.Keep(ctx, save)
	if err == nil && kept != len(save.Steps) {
		err = fault.New(fault.NotSaved)
	}
	return err
}
