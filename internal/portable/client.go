package portable

import (
	"cmp"
	"slices"

	"kwi/internal/account"
	"kwi/internal/fault"
	"kwi/internal/language"
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
			f.Clients = listOf(d, func() account.Client {
				c := d.client()
				if ids[c.ID] {
					d.refuse(fault.Doubled, []string{c.ID}, pathStep{"id", -1})
				}
				ids[c.ID] = true
				return c
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
	if d.peek() != 0 || d.pos < len(d.data) {
		d.malformed()
	}
	return f, nil
}

func (d *decoder) client() account.Client {
	c := account.Client{Kind: account.External, Approach: account.Extended}
	d.fields(func(key string) bool {
		switch key {
		case "id":
			c.ID = d.id(d.line())
		case "name":
			c.Name = d.line()
		case "kind":
			c.Kind = readOneOf(d, account.External, account.Internal)
		case "approach":
			c.Approach = readOneOf(d, account.Extended, account.Simple)
		case "partOf":
			if c.PartOf = d.line(); c.PartOf != "" {
				d.id(c.PartOf)
			}
		case "archived":
			c.Archived = d.date()
		case "selection":
			d.fields(func(key string) bool {
				return d.reply(key, map[string]*account.Reply{"strategic": &c.Selection.Strategic, "intensive": &c.Selection.Intensive, "business": &c.Selection.Business})
			})
		case "needs":
			d.fields(func(key string) bool {
				return d.reply(key, map[string]*account.Reply{"clientKnows": &c.Needs.ClientKnows, "supplierKnows": &c.Needs.SupplierKnows})
			})
		case "sponsor":
			c.Sponsor = d.person()
		case "lastKWI":
			c.LastKWI = account.KWICode(d.whole(0, 65535))
		case "respondents":
			c.Respondents = listOf(d, d.respondent)
		case "colleagues":
			c.Colleagues = listOf(d, d.colleague)
		case "cycles":
			c.Cycles = listOf(d, d.cycle)
		case "plans":
			c.Plans = listOf(d, d.plan)
		default:
			return false
		}
		return true
	}, "id", "name")
	d.check(&c)
	if c.PartOf == c.ID {
		d.refuse(fault.BadValue, []string{c.PartOf, "id ≠ " + c.ID}, pathStep{"partOf", -1})
	}
	slices.SortFunc(c.Plans, func(a, b account.Plan) int { return cmp.Compare(a.Year, b.Year) })
	return c.Tidy()
}

func (d *decoder) id(s string) string {
	if !account.ValidID(s) {
		d.bad(s, "a–z 0–9 - (1–40)")
	}
	return s
}

// reply reads true or false into the reply of that key.
func (d *decoder) reply(key string, replies map[string]*account.Reply) bool {
	to, ok := replies[key]
	if ok {
		*to = account.ReplyOf(d.boolean())
	}
	return ok
}

func (d *decoder) respondent() (r account.Respondent) {
	d.fields(func(key string) bool {
		switch key {
		case "initials":
			r.Initials = d.initials()
		case "name":
			r.Name = d.line()
		case "email":
			r.Email = d.line()
		case "function":
			r.Function = d.line()
		case "level":
			r.Level = readOneOf(d, account.Strategic, account.Tactical, account.Operational, "")
		case "language":
			r.Language = readOneOf(d, append(language.Tags(), "")...)
		case "willing":
			r.Willing = d.date()
		case "left":
			r.Left = d.date()
		case "remark":
			r.Remark = d.block()
		default:
			return false
		}
		return true
	}, "initials")
	return r
}

func (d *decoder) colleague() (m account.Colleague) {
	d.fields(func(key string) bool {
		switch key {
		case "initials":
			m.Initials = d.initials()
		case "name":
			m.Name = d.line()
		case "role":
			m.Role = d.line()
		default:
			return false
		}
		return true
	}, "initials")
	return m
}
