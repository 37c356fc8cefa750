package report

import (
	"fmt"
	"slices"
	"strings"

	"kwi/internal/account"
	"kwi/internal/lang"
)

// YouSaid is the page that tells the client what became of what they said: every
// KWI of a cycle, the newest where its name is "", in their own words, what was
// agreed on it, what was done and when, with the evidence that is released, and
// what is still open. It names nobody of the client and holds no figure.
func YouSaid(c *account.Client, cycle account.CycleName, o Options) Document {
	o.Audience = ForClient
	seen := c.Told()
	m := youSaidMaker{monitorMaker: monitorMaker{o: o, w: lang.For(o.Language), whole: c, seen: &seen}}
	m.o.Language = m.w.Tag()
	d := Document{
		Language: m.o.Language, Title: m.w.T("yousaid.title"), Client: c.Name, Supplier: o.Supplier,
		For: m.w.T("report.for.client", c.Name), Made: m.w.LongDate(o.Today), Day: o.Today,
	}
	if m.all = c.Cycle(cycle); m.all == nil {
		return d
	}
	m.y, d.Cycle = m.seen.Cycle(m.all.Name), string(m.all.Name)
	m.agreed = m.seen.Answered(m.y, o.Today)
	d.Parts = []Part{{"summary", m.w.T("yousaid.summary"), m.inShort()}}
	for i := range m.y.KWIs {
		k := &m.y.KWIs[i]
		d.Parts = append(d.Parts, Part{fmt.Sprintf("kwi-%d", k.Code), strings.TrimSpace(k.Code.String() + " " + k.Title), m.about(k)})
	}
	if others := m.of(func(a account.Action) bool { return m.y.KWI(a.KWI) == nil }); len(others) > 0 {
		d.Parts = append(d.Parts, Part{"others", m.w.T("yousaid.others"), m.became(others)})
	}
	return d
}

// youSaidMaker makes the page of what became of what was said.
type youSaidMaker struct {
	monitorMaker
	agreed []account.Action
}

// of are the agreements for which something holds.
func (m *youSaidMaker) of(holds func(account.Action) bool) []account.Action {
	return slices.DeleteFunc(slices.Clone(m.agreed), func(a account.Action) bool { return !holds(a) })
}

// withStatus are those of some agreements that stand so.
func withStatus(all []account.Action, s account.Status) (out []account.Action) {
	for _, a := range all {
		if a.Status == s {
			out = append(out, a)
		}
	}
	return out
}

// inShort is how many agreements were kept and how many are open, in sentences.
func (m *youSaidMaker) inShort() []Block {
	done, open, dropped := withStatus(m.agreed, account.Done), withStatus(m.agreed, account.Open), withStatus(m.agreed, account.Dropped)
	var said []string
	switch {
	case len(m.agreed) == 0:
		said = append(said, m.w.T("yousaid.none"))
	case len(done) == 0:
		said = append(said, m.w.T("yousaid.nothing"))
	default:
		said = append(said, m.w.N("yousaid.kept", len(done)))
	}
	if len(open) > 0 {
		said = append(said, m.w.N("yousaid.open", len(open)))
		var first account.Moment
		for _, a := range open {
			if a.Due != "" && (first == "" || a.Due < first) {
				first = a.Due
			}
		}
		switch {
		case first == "":
		case first.Passed(m.o.now()):
			said = append(said, m.w.T("yousaid.late", m.w.Moment(first)))
		default:
			said = append(said, m.w.T("yousaid.first", m.w.Moment(first)))
		}
	}
	if len(dropped) > 0 {
		said = append(said, m.w.N("yousaid.dropped", len(dropped)))
	}
	return []Block{Text{Text: strings.Join(said, " "), Lead: true}}
}

// about is a KWI: what the client said, and what became of it.
func (m *youSaidMaker) about(k *account.KWI) (out []Block) {
	out = append(out, Text{Text: m.w.T("yousaid.said"), Quiet: true})
	words := []string{strings.TrimSpace(k.Expectation)}
	for _, h := range k.Wishes {
		words = append(words, strings.TrimSpace(h.Words))
	}
	var told []string
	for _, text := range words {
		if text != "" && !slices.Contains(told, text) {
			told = append(told, text)
			out = append(out, Text{Text: text, Quote: true})
		}
	}
	if len(told) == 0 {
		out[0] = Text{Text: m.w.T("report.nowords"), Quiet: true}
	}
	on := m.of(func(a account.Action) bool { return a.KWI == k.Code })
	if len(on) == 0 {
		return append(out, Text{Text: m.w.T("yousaid.kwi.none")})
	}
	return append(out, m.became(on)...)
}

// became is what was done, what is still open and what will not be done.
func (m *youSaidMaker) became(all []account.Action) (out []Block) {
	number, agreed, on := wordColumn(m.w.T("report.col.number"), 3), wordColumn(m.w.T("yousaid.col.agreed"), 11), wordColumn(m.w.T("yousaid.col.on"), 4)
	if done := withStatus(all, account.Done); len(done) > 0 {
		t := Table{Columns: []Column{number, agreed, on, wordColumn(m.w.T("yousaid.col.done"), 4)}}
		proved := slices.ContainsFunc(done, func(a account.Action) bool { return a.Evidence != "" })
		if proved {
			t.Columns = append(t.Columns, wordColumn(m.w.T("yousaid.col.evidence"), 10))
		}
		for _, a := range done {
			r := m.agreement(a, m.day(a.Done))
			if proved {
				r.Cells = append(r.Cells, textCell(a.Evidence))
			}
			t.Rows = append(t.Rows, r)
		}
		out = append(out, Heading{Text: m.w.T("yousaid.done")}, t)
	}
	if open := withStatus(all, account.Open); len(open) > 0 {
		t := Table{Columns: []Column{number, agreed, on, wordColumn(m.w.T("report.col.for"), 5), wordColumn(m.w.T("report.col.due"), 5)}}
		for _, a := range open {
			t.Rows = append(t.Rows, m.agreement(a, textCell(m.answering(a)), m.promisedFor(a)))
		}
		out = append(out, Heading{Text: m.w.T("yousaid.still")}, t)
	}
	if dropped := withStatus(all, account.Dropped); len(dropped) > 0 {
		t := Table{Columns: []Column{number, agreed, on}}
		for _, a := range dropped {
			t.Rows = append(t.Rows, m.agreement(a))
		}
		out = append(out, Heading{Text: m.w.T("yousaid.not")}, t)
	}
	return out
}

// agreement is the row of an agreement, with what else stands in it.
func (m *youSaidMaker) agreement(a account.Action, more ...Cell) Row {
	text := a.Text
	if a.KWI != 0 && m.y.KWI(a.KWI) == nil { // of an earlier cycle
		text += " (" + a.KWI.String() + ")"
	}
	return Row{Cells: append([]Cell{textCell(a.Number), textCell(text), m.day(a.Date)}, more...)}
}

// answering is who carries an open agreement: of us by name, of the client nobody.
func (m *youSaidMaker) answering(a account.Action) string {
	if m.whole.Respondent(account.Initials(a.For)) != nil {
		return m.side(a.Side)
	}
	return m.doer(a)
}

// promisedFor is when an open agreement is to be done.
func (m *youSaidMaker) promisedFor(a account.Action) Cell {
	if a.Due == "" {
		return textCell(m.w.T("yousaid.undated"))
	}
	return m.moment(a.Due)
}
