package report

import (
	"slices"
	"strings"

	"kwi/internal/account"
)

// respondents is who takes part, with what there is to say about each.
func (m *monitorMaker) respondents() []Block {
	if len(m.people) == 0 {
		return []Block{Text{Text: m.w.T("report.nobody")}}
	}
	t := Table{Name: "respondents", Columns: []Column{
		wordColumn(m.w.T("report.col.initials"), 2), wordColumn(m.w.T("report.col.name"), 5), wordColumn(m.w.T("report.col.function"), 5),
	}}
	if m.internal() {
		t.Columns = append(t.Columns, wordColumn(m.w.T("report.col.email"), 6))
	}
	remarked := m.internal() || slices.ContainsFunc(m.people, func(who account.Initials) bool { return m.about(m.seen.Respondent(who)) != "" })
	if remarked {
		t.Columns = append(t.Columns, wordColumn(m.w.T("report.col.remark"), 6))
	}
	for _, who := range m.people {
		r := m.seen.Respondent(who)
		cells := []Cell{textCell(string(who)), textCell(r.Name), textCell(r.Function)}
		if m.internal() {
			cells = append(cells, textCell(r.Email))
		}
		if remarked {
			cells = append(cells, textCell(m.about(r)))
		}
		t.Rows = append(t.Rows, Row{Cells: cells})
	}
	if said := m.answering(); said != "" {
		return []Block{Text{Text: said}, t}
	}
	return []Block{t}
}

// answering is who of the supplier answers for this client, "" where nobody does.
func (m *monitorMaker) answering() string {
	who := m.seen.Colleague(m.seen.Responsible)
	if who == nil {
		return ""
	}
	name := who.Name
	if name == "" {
		name = string(who.Initials)
	}
	if who.Role != "" {
		name += ", " + who.Role
	}
	return m.w.T("report.responsible", m.supplier(), name)
}

// about is the remark beside a respondent.
func (m *monitorMaker) about(r *account.Respondent) string {
	var out []string
	if m.internal() && m.seen.Sponsor == r.Initials { // nobody is ranked beside their name on what a client gets
		out = append(out, m.w.T("term.sponsor"))
	}
	if m.internal() && r.Level != "" {
		out = append(out, m.w.T("level."+string(r.Level)))
	}
	switch { // who answered and who did not stays within the house, and by group untold
	case !m.internal() || !m.named():
	case m.y.Answered[r.Initials] != "":
		out = append(out, m.w.T("report.answered", m.w.Date(m.y.Answered[r.Initials])))
	case m.answered(r.Initials):
		out = append(out, m.w.T("report.answered.undated"))
	case slices.Contains(m.awaited(), r.Initials):
		out = append(out, m.w.T("report.awaited"))
	}
	if r.Left != "" {
		out = append(out, m.w.T("report.left", m.w.Date(r.Left)))
	}
	text := strings.Join(out, " · ")
	if own := strings.TrimSpace(r.Remark); own != "" { // of the supplier, so not in what a client sees
		text = strings.TrimSpace(text + "\n" + own)
	}
	return text
}

// answered reports whether somebody's grades are in.
func (m *monitorMaker) answered(who account.Initials) bool { return m.all.HasAnswered(who) }

// awaited are whose lists are still expected.
func (m *monitorMaker) awaited() (out []account.Initials) {
	if m.all.Stage == account.Closed {
		return nil
	}
	for _, r := range m.whole.ToCome(m.all) {
		out = append(out, r.Initials)
	}
	return out
}

// without are who takes part, gave no grades and are not awaited.
func (m *monitorMaker) without() (out []account.Initials) {
	awaited := m.awaited()
	for _, who := range m.people {
		if !m.answered(who) && !slices.Contains(awaited, who) {
			out = append(out, who)
		}
	}
	return out
}
