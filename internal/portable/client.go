package portable

import (
	"cmp"
	"slices"

	"kwi/internal/account"
	"kwi/internal/fault"
)

// file reads all of it.
func (d *decoder) file() (f File, err error) {
	defer func() {
		switch r := recover().(type) {
		case nil:
		case decodingFault:
			f, err = File{}, r.Fault
		default:
			panic(r)
		}
	}()
	if d.peek() != '{' {
		d.refuse(fault.NotPortable, nil)
	}
	known, named := false, false
	ids := map[string]bool{}
	d.fields(func(key string) bool {
		switch key {
		case "format":
			if d.line() != Format {
				d.refuse(fault.NotPortable, nil)
			}
			known = true
		case "supplier":
			f.Supplier = d.line()
			named = true
		case "clients":
			d.list(func(int) {
				c := d.client()
				if ids[c.ID] {
					d.refuse(fault.Doubled, []string{c.ID}, pathStep{"id", -1})
				}
				ids[c.ID] = true
				f.Clients = append(f.Clients, c)
			})
		case "scans":
			d.list(func(int) {
				var s account.Scan
				d.object(&s)
				f.Firm.Scans = append(f.Firm.Scans, s)
			})
		case "library":
			d.list(func(int) {
				var e account.OwnEntry
				d.object(&e)
				f.Firm.Library = append(f.Firm.Library, e)
			})
		default:
			if !known {
				d.refuse(fault.NotPortable, nil)
			}
			return false
		}
		return true
	})
	if !known {
		d.refuse(fault.NotPortable, nil, pathStep{"format", -1})
	}
	if !named {
		d.refuse(fault.Missing, []string{"supplier"}, pathStep{"supplier", -1})
	}
	if flaws := f.Firm.Flaws(); len(flaws) > 0 {
		d.refuse(flaws[0].Kind, flaws[0].Values, pathOf(flaws[0].Place)...)
	}
	f.Firm = f.Firm.Tidy()
	if d.peek() != 0 || d.pos < len(d.data) {
		d.malformed()
	}
	return f, nil
}

func (d *decoder) client() account.Client {
	var c account.Client
	d.object(&c)
	d.check(&c)
	if c.PartOf == c.ID {
		d.refuse(fault.BadValue, []string{c.PartOf, "id ≠ " + c.ID}, pathStep{"partOf", -1})
	}
	slices.SortFunc(c.Plans, func(a, b account.Plan) int { return cmp.Compare(a.Year, b.Year) })
	return c.Tidy()
}
