package portable

import (
	"cmp"
	"maps"
	"slices"
	"strconv"

	"kwi/internal/account"
)

func (e *encoder) file(f File) {
	e.object(func() {
		e.text("format", Format)
		e.text("supplier", f.Supplier)
		e.key("clients")
		e.open('[')
		for _, c := range f.Clients {
			e.item()
			c = c.Tidy()
			e.object(func() { e.client(&c) })
		}
		e.shut(']')
	})
	e.buf = append(e.buf, '\n')
}

func (e *encoder) client(c *account.Client) {
	e.text("id", c.ID)
	e.text("name", c.Name)
	e.text("kind", string(cmp.Or(c.Kind, account.External)))
	e.text("approach", string(cmp.Or(c.Approach, account.Extended)))
	e.text("partOf", c.PartOf)
	e.optional("archived", c.Archived)
	e.key("selection")
	e.object(func() {
		e.reply("strategic", c.Selection.Strategic)
		e.reply("intensive", c.Selection.Intensive)
		e.reply("business", c.Selection.Business)
	})
	e.key("needs")
	e.object(func() {
		e.reply("clientKnows", c.Needs.ClientKnows)
		e.reply("supplierKnows", c.Needs.SupplierKnows)
	})
	e.text("sponsor", string(c.Sponsor))
	if c.LastKWI > 0 {
		e.whole("lastKWI", int(c.LastKWI))
	}
	writeObjects(e, "respondents", c.Respondents, func(r *account.Respondent) {
		e.text("initials", string(r.Initials))
		e.text("name", r.Name)
		e.text("email", r.Email)
		e.text("function", r.Function)
		e.text("level", string(r.Level))
		e.text("language", r.Language)
		e.text("willing", string(r.Willing))
		e.text("left", string(r.Left))
		e.text("remark", r.Remark)
	})
	writeObjects(e, "colleagues", c.Colleagues, func(m *account.Colleague) {
		e.text("initials", string(m.Initials))
		e.text("name", m.Name)
		e.text("role", m.Role)
	})
	writeObjects(e, "cycles", c.Cycles, e.cycle)
	writeObjects(e, "plans", c.Plans, e.plan)
}

// optional writes a day of our own addition, where there is one.
func (e *encoder) optional(k string, d account.Date) {
	if d != "" {
		e.text(k, string(d))
	}
}

// reply writes a reply that was given.
func (e *encoder) reply(k string, r account.Reply) {
	if r != account.Unanswered {
		e.flag(k, r == account.Yes)
	}
}

func (e *encoder) plan(p *account.Plan) {
	e.whole("year", p.Year)
	e.text("madeBy", p.MadeBy)
	e.text("vision", p.Vision)
	e.text("mission", p.Mission)
	e.text("factors", p.Factors)
	e.text("preconditions", p.Preconditions)
	writeObjects(e, "kpis", p.KPIs, func(k *account.KPI) {
		e.text("code", k.Code)
		e.text("text", k.Text)
		writeTexts(e, "actions", k.Actions, asString)
	})
	e.key("numbers")
	e.object(func() {
		for _, year := range slices.Sorted(maps.Keys(p.Numbers)) {
			e.key(strconv.Itoa(year))
			e.object(func() {
				e.figures("actual", p.Numbers[year].Actual)
				e.figures("target", p.Numbers[year].Target)
			})
		}
	})
}

// figures writes what was filled in.
func (e *encoder) figures(k string, f *account.Figures) {
	if f == nil {
		return
	}
	count := func(k string, n *int) {
		if n != nil {
			e.whole(k, *n)
		}
	}
	e.key(k)
	e.object(func() {
		count("contacts", f.Contacts)
		count("meetings", f.Meetings)
		count("leads", f.Leads)
		count("orders", f.Orders)
		e.text("revenue", f.Revenue)
		e.text("margin", f.Margin)
		count("sessions", f.Sessions)
		count("nps", f.NPS)
	})
}
