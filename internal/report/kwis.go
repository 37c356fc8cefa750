package report

import (
	"strings"

	"kwi/internal/account"
)

// kwis is every KWI with the expectation in the client's words, whose wish it
// is and what is aimed for.
func (m *monitorMaker) kwis() (out []Block) {
	if len(m.y.KWIs) == 0 {
		return []Block{Text{Text: m.w.T("report.nokwis")}}
	}
	for i := range m.y.KWIs {
		k := &m.y.KWIs[i]
		out = append(out, Heading{Text: strings.TrimSpace(k.Code.String() + " " + k.Title), KWI: k.Code})
		if text := strings.TrimSpace(k.Expectation); text != "" {
			out = append(out, Text{Text: text, Quote: true})
		} else {
			out = append(out, Text{Text: m.w.T("report.nowords"), Quiet: true})
		}
		out = append(out, m.ownWords(k)...)
		if why := strings.TrimSpace(k.Why); why != "" { // of our notes, so not in what a client sees
			out = append(out, Text{Text: m.w.T("report.why", why)})
		}
		if so := strings.TrimSpace(k.So); so != "" {
			out = append(out, Text{Text: m.w.T("report.so", so)})
		}
		out = append(out, Text{Text: m.wish(k), Quiet: true})
	}
	return out
}

// ownWords is what each of those who wish a joint KWI expects in their own words.
func (m *monitorMaker) ownWords(k *account.KWI) (out []Block) {
	for _, h := range k.Wishes {
		if text := strings.TrimSpace(h.Words); text != "" && text != strings.TrimSpace(k.Expectation) {
			out = append(out, Text{Text: m.w.T("report.says", m.person(h.By)), Quiet: true}, Text{Text: text, Quote: true})
		}
	}
	return out
}

// wish is whose KWI it is and its target, in one paragraph.
func (m *monitorMaker) wish(k *account.KWI) string {
	out := m.w.T("report.joint")
	if who := k.Wishers(); len(who) > 0 {
		out = m.w.T("report.wished", m.w.And(m.personList(who)))
	}
	if len(k.SharedBy) > 0 {
		out += " " + m.w.T("report.shared", m.persons(k.SharedBy))
	}
	if k.Target == 0 {
		return out + " " + m.w.T("report.notarget")
	}
	return out + " " + m.w.T("report.target", m.w.Target(k.Target))
}

// assignment is which respondent judges which question.
func (m *monitorMaker) assignment() []Block {
	if len(m.y.KWIs) == 0 {
		return []Block{Text{Text: m.w.T("report.nokwis")}}
	}
	t := Table{Name: "assignment", Columns: []Column{wordColumn(m.w.T("report.col.code"), 2), wordColumn(m.w.T("report.col.question"), 14)}}
	for _, who := range m.people {
		t.Columns = append(t.Columns, Column{Title: string(who), Share: 2, Right: true})
	}
	counts := make([]int, len(m.people))
	for i := range m.y.KWIs {
		k := &m.y.KWIs[i]
		head := Row{Head: true, Cells: []Cell{textCell(k.Code.Short()), textCell(k.Title)}}
		for range m.people {
			head.Cells = append(head.Cells, Cell{})
		}
		t.Rows = append(t.Rows, head)
		for _, q := range k.InOrder() {
			cells := []Cell{textCell(q.Code.String()), textCell(q.Text)}
			for p, who := range m.people {
				mark := Cell{}
				if m.y.IsAssigned(who, q.Code) {
					mark = textCell("●")
					counts[p]++
				}
				cells = append(cells, mark)
			}
			t.Rows = append(t.Rows, Row{Cells: cells})
		}
	}
	total := Row{Total: true, Cells: []Cell{{}, textCell(m.w.T("report.row.asked"))}}
	for _, n := range counts {
		total.Cells = append(total.Cells, m.count(n, nil))
	}
	t.Rows = append(t.Rows, total)
	return []Block{Text{Text: m.w.T("report.assignment"), Quiet: true}, t}
}
