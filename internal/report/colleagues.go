package report

import (
	"strings"

	"kwi/internal/account"
	"kwi/internal/lang"
)

// Colleagues is the page for everybody inside who meets the client, from high
// to low: what is expected of us, what is not, what we agreed, and what they can
// add. It holds no grade, no score and nothing that a respondent answered; it
// is not for the client, so what is between ourselves stands in it.
func Colleagues(c *account.Client, cycle account.CycleName, o Options) Document {
	o.Audience = Internal
	m := monitorMaker{o: o, w: lang.For(o.Language), whole: c, seen: c}
	m.o.Language = m.w.Tag()
	d := Document{
		Language: m.o.Language, Title: m.w.T("colleagues.title"), Client: c.Name, Supplier: o.Supplier, Audience: Internal,
		For: m.w.T("colleagues.for", m.supplier()), Made: m.w.LongDate(o.Today), Day: o.Today,
	}
	if m.all = c.Cycle(cycle); m.all == nil {
		return d
	}
	m.y, d.Cycle = m.all, string(m.all.Name)
	for _, p := range []Part{
		{"kwis", m.w.T("colleagues.kwis"), m.expected()},
		{"unwanted", m.w.T("colleagues.unwanted"), m.unexpected()},
		{"actions", m.w.T("colleagues.actions"), m.underWay()},
		{"you", m.w.T("colleagues.you"), m.yours()},
	} {
		if len(p.Blocks) > 0 {
			d.Parts = append(d.Parts, p)
		}
	}
	return d
}

// expected is every KWI in the client's words, with whose it is and why.
func (m *monitorMaker) expected() (out []Block) {
	for i := range m.y.KWIs {
		k := &m.y.KWIs[i]
		out = append(out, Heading{Text: strings.TrimSpace(k.Code.String() + " " + k.Title)})
		if text := strings.TrimSpace(k.Expectation); text != "" {
			out = append(out, Text{Text: text, Quote: true})
		}
		if why := strings.TrimSpace(k.Why); why != "" {
			out = append(out, Text{Text: m.w.T("report.why", why)})
		}
		whose := m.w.T("report.joint")
		if who := k.Wishers(); len(who) > 0 {
			whose = m.w.T("report.wished", m.w.And(m.personList(who)))
		}
		out = append(out, m.ownWords(k)...)
		out = append(out, Text{Text: whose, Quiet: true})
	}
	return out
}

// unexpected is what respondents said they do not expect.
func (m *monitorMaker) unexpected() (out []Block) {
	for _, r := range m.seen.Respondents {
		if text := strings.TrimSpace(m.y.NotExpected[r.Initials]); text != "" && r.Left == "" {
			out = append(out, Text{Text: m.name(r.Initials), Quiet: true}, Text{Text: text, Quote: true})
		}
	}
	return out
}

// underWay is what we still do for the client.
func (m *monitorMaker) underWay() []Block {
	t := Table{Columns: []Column{wordColumn("KWI", 2), wordColumn(m.w.T("report.col.action"), 12), wordColumn(m.w.T("report.col.for"), 4), wordColumn(m.w.T("report.col.due"), 4)}}
	for _, a := range m.seen.Agreements(m.y) {
		if a.Status != account.Open || a.Side == account.ClientSide {
			continue
		}
		text, about := a.Text, ""
		if a.Internal {
			text = m.w.T("agree.internal.mark", text)
		}
		if a.KWI != 0 {
			about = a.KWI.Short()
		}
		t.Rows = append(t.Rows, Row{Cells: []Cell{textCell(about), textCell(text), textCell(m.carrier(a)), m.moment(a.Due)}})
	}
	if len(t.Rows) == 0 {
		return nil
	}
	return []Block{t}
}

// yours is what anybody who meets the client can add.
func (m *monitorMaker) yours() (out []Block) {
	for _, key := range []string{"notice", "heard", "idea", "promise", "ask"} {
		out = append(out, Text{Text: m.w.T("colleagues.you." + key)})
	}
	return out
}
