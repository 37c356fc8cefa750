package desk

import (
	"bytes"
	"context"

	"kwi/internal/account"
	"kwi/internal/fault"
	"kwi/internal/observed"
)

// RowForms are the forms of rows for other programs.
func RowForms() []Form { return []Form{".csv", ".json"} }

// Rows are the answers and figures of clients as rows for other programs, whole,
// with how many there are: of one cycle, or with "" of all. What nobody may see is
// not in them. With a mark a table begins with that of UTF-8, for a file.
func (d *Desk) Rows(ctx context.Context, clients []account.Client, cycle account.CycleName, form Form, mark bool) (_ []byte, rows int, err error) {
	supplier, err := d.Supplier(ctx)
	if err != nil {
		return nil, 0, err
	}
	var all []observed.Row
	known := cycle == ""
	for i := range clients {
		known = known || clients[i].Cycle(cycle) != nil
		all = append(all, observed.Of(&clients[i], cycle)...)
	}
	name := ""
	if len(clients) == 1 {
		name = clients[0].Name
	}
	switch {
	case !known:
		return nil, 0, fault.New(fault.NoCycle, string(cycle), name)
	case len(all) == 0 && name == "":
		return nil, 0, fault.New(fault.NoAnswers)
	case len(all) == 0:
		return nil, 0, fault.New(fault.NoAnswers, name)
	}
	var b bytes.Buffer
	switch form {
	case ".csv":
		err = observed.WriteCSV(&b, all, mark)
	case ".json":
		err = observed.WriteJSON(&b, supplier, all)
	default:
		err = noForm(form, RowForms())
	}
	return b.Bytes(), len(all), err
}
