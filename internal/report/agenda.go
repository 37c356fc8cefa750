package report

import (
	"strings"
	"time"

	"kwi/internal/account"
	"kwi/internal/guide"
	"kwi/internal/lang"
)

// Agenda is the agenda of the session of a cycle, the newest where its name is
// "", for both sides: when and where, and part by part what is done. A part that is
// planned to take no time is left out, but for the welcome.
func Agenda(c *account.Client, cycle account.CycleName, o Options) Document {
	o.Audience = ForClient
	seen := c.Told()
	m := minutesMaker{monitorMaker{o: o, w: lang.For(o.Language), whole: c, seen: &seen}}
	m.o.Language = m.w.Tag()
	d := Document{
		Language: m.o.Language, Title: m.w.T("sessionagenda.title"), Client: c.Name, Supplier: o.Supplier,
		For: m.w.T("minutes.for", c.Name, m.supplier()), Made: m.w.LongDate(o.Today), Day: o.Today,
	}
	if m.all = c.Cycle(cycle); m.all == nil {
		return d
	}
	m.y, d.Cycle = m.seen.Cycle(m.all.Name), string(m.all.Name)
	when := m.w.T("sessionagenda.noday")
	if m.y.Session != "" {
		when = m.w.SessionDay(m.y)
	}
	if m.y.Place != "" {
		when += ", " + m.y.Place
	}
	d.Parts = []Part{{"agenda", m.w.T("sessionagenda.parts"), []Block{Text{Text: when, Lead: true}, m.parts()}}}
	return d
}

// parts are the parts of the session, each with when it begins, where the hour of the
// session is known, or else with how long it takes.
func (m *minutesMaker) parts() Block {
	begins, err := time.Parse("15:04", m.y.SessionAt().Hour())
	clocked := err == nil
	when := m.w.T("sessionagenda.col.minutes")
	if clocked {
		when = m.w.T("sessionagenda.col.from")
	}
	t := Table{Columns: []Column{wordColumn(when, 3), wordColumn(m.w.T("sessionagenda.col.part"), 5), wordColumn(m.w.T("sessionagenda.col.what"), 14)}}
	said := guide.For(m.w.Tag()).Agenda()
	for i, planned := range m.y.Agenda() {
		if planned.Minutes == 0 && planned.Item != account.Welcome {
			continue
		}
		at := m.w.Int(planned.Minutes)
		if clocked {
			at = begins.Format("15:04")
			begins = begins.Add(time.Duration(planned.Minutes) * time.Minute)
		}
		t.Rows = append(t.Rows, Row{Cells: []Cell{textCell(at), textCell(strings.TrimSpace(said[i].Title)), textCell(said[i].Line)}})
	}
	return t
}
