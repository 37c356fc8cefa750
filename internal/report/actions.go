package report

import (
	"kwi/internal/lang"
	"strings"

	"kwi/internal/account"
)

// actions is the action list: what was agreed in this cycle and what is still
// open from before it, and what the session decided.
func (m *monitorMaker) actions() (out []Block) {
	t := Table{Name: "actions", Columns: []Column{
		wordColumn(m.w.T("report.col.number"), 3), wordColumn(m.w.T("report.col.date"), 4), wordColumn(m.w.T("report.col.action"), 12),
		wordColumn(m.w.T("report.col.for"), 4), wordColumn(m.w.T("report.col.side"), 4), wordColumn(m.w.T("report.col.due"), 4), wordColumn(m.w.T("report.col.status"), 4),
	}}
	if m.internal() {
		t.Columns = append(t.Columns, wordColumn(m.w.T("report.col.evidence"), 6))
	}
	for _, a := range m.seen.Agreements(m.y) {
		t.Rows = append(t.Rows, m.action(a))
	}
	if len(t.Rows) == 0 {
		out = append(out, Text{Text: m.w.T("report.noactions")})
	} else {
		out = append(out, t)
	}
	for _, said := range []struct {
		title string
		texts []string
	}{{"report.decisions", m.y.Meeting.Decisions}, {"report.minutes", m.y.Meeting.Notes}} {
		if len(said.texts) > 0 {
			out = append(out, Heading{Text: m.w.T(said.title)})
		}
		for _, text := range said.texts {
			out = append(out, Text{Text: text})
		}
	}
	return out
}

func (m *monitorMaker) action(a account.Action) Row {
	text := a.Text
	if a.Internal {
		text = m.w.T("agree.internal.mark", text)
	}
	if a.KWI != 0 {
		text += " (" + a.KWI.String() + ")"
	}
	cells := []Cell{textCell(a.Number), m.day(a.Date), textCell(text), textCell(m.carrier(a)), textCell(m.side(a.Side)), m.moment(a.Due), textCell(m.status(a))}
	if m.internal() {
		cells = append(cells, textCell(ownNotes(a)))
	}
	return Row{Cells: cells}
}

// ownNotes is what the supplier's own people wrote with an action, line by line.
func ownNotes(a account.Action) string {
	var said []string
	for _, s := range []string{a.Why, a.So, a.Delay, a.Evidence} {
		if s = strings.TrimSpace(s); s != "" {
			said = append(said, s)
		}
	}
	return strings.Join(said, "\n")
}

// carrier is for whom an action is; initials get their name.
func (m *monitorMaker) carrier(a account.Action) string { return m.name(account.Initials(a.For)) }

// side names the two organisations rather than what they are to each other.
func (m *monitorMaker) side(s account.Side) string {
	switch s {
	case account.SupplierSide:
		return m.supplier()
	case account.ClientSide:
		return m.seen.Name
	}
	return m.w.T("side.both")
}

func (m *monitorMaker) status(a account.Action) string {
	switch {
	case a.Overdue(m.o.now()):
		return m.w.T("report.overdue")
	case a.Status == account.Done && a.Done != "":
		return m.w.T("report.done", m.w.Date(a.Done))
	}
	return m.w.T("status." + string(a.Status))
}

// analysis is what the supplier made of it themselves. Only within the house.
func (m *monitorMaker) analysis() (out []Block) {
	for _, part := range account.AnalysisParts() {
		together, _ := m.y.Analysis.Part(part)
		together = strings.TrimSpace(together)
		said := m.y.FindingsOn(part)
		if together == "" && len(said) == 0 {
			continue
		}
		out = append(out, Heading{Text: m.w.T("report.analysis." + string(part))})
		if together != "" {
			out = append(out, Text{Text: together})
		}
		for _, d := range said {
			out = append(out, Text{Text: m.finding(d)})
		}
	}
	if len(m.y.Reasons) > 0 {
		out = append(out, Heading{Text: m.w.T("report.reasons")})
		for _, r := range m.y.Reasons {
			text := m.w.T("report.reason", m.w.Date(r.Date), m.w.Stage(lang.LongStage, m.approachAt(r.Stage), r.Stage), r.Text)
			if r.By != "" {
				text += " " + m.w.T("report.reason.by", m.whole.Called(r.By))
			}
			if open := m.w.OpenThen(m.whole, m.all, &r); open != "" {
				text += " " + open
			}
			out = append(out, Text{Text: text})
		}
	}
	if len(m.y.Corrections) > 0 {
		out = append(out, Heading{Text: m.w.T("report.corrections")})
		for _, r := range m.y.Corrections {
			text := m.w.T("report.correction.bare", m.w.WhoAndWhen(r.Date, r.By), r.What)
			if r.Why != "" {
				text = m.w.T("report.correction", m.w.WhoAndWhen(r.Date, r.By), r.What, r.Why)
			}
			out = append(out, Text{Text: text})
		}
	}
	if len(m.y.Amendments) > 0 {
		out = append(out, Heading{Text: m.w.T("corrections.amended")})
		for _, a := range m.y.Amendments {
			out = append(out, Text{Text: m.w.T("report.amendment", m.w.WhoAndWhen(a.Date, a.By), m.w.Amended(a))})
		}
	}
	if len(out) == 0 {
		out = append(out, Text{Text: m.w.T("report.noanalysis")})
	}
	return out
}

// finding is what a colleague answered, with who it was and what it became.
func (m *monitorMaker) finding(d account.Finding) string {
	text := d.Text
	if d.By != "" {
		text = m.w.T("report.finding", d.By, text)
	}
	if d.Action != "" {
		text = m.w.T("report.finding.action", text, d.Action)
	}
	return text
}

// approachAt is the client's approach, or where a stage is none of it the one in
// which the cycle was when it was there.
func (m *monitorMaker) approachAt(s account.Stage) account.Approach {
	if s.Skipped(m.whole.Approach) {
		return account.Extended
	}
	return m.whole.Approach
}
