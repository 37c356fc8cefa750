package report

import (
	"slices"

	"kwi/internal/account"
)

// owed is what they wait for and what was done for them since they wrote to us,
// with what they are to do themselves.
func (m *visitMaker) owed() (out []Block) {
	if p, ok := m.y.Concept(m.who); ok && p.Open() {
		key := "brief.concept"
		if p.Inspiration {
			key = "brief.inspiration"
		}
		out = append(out, Text{Text: m.w.T(key, m.w.ShortDate(p.Due, m.o.Today))})
	}
	table := func(title string, actions []account.Action, when func(account.Action) string) {
		if len(actions) == 0 {
			return
		}
		t := Table{Columns: []Column{wordColumn(title, 4), wordColumn(m.w.T("report.col.action"), 14), wordColumn(m.w.T("report.col.for"), 5), wordColumn(m.w.T("brief.col.when"), 5)}}
		for _, a := range actions {
			text := a.Text
			if a.KWI != 0 {
				text += " (" + a.KWI.String() + ")"
			}
			t.Rows = append(t.Rows, Row{Cells: []Cell{textCell(a.Number), textCell(text), textCell(m.carrier(a)), textCell(when(a))}})
		}
		out = append(out, t)
	}
	table(m.w.T("brief.open"), m.seen.OwedTo(m.y.Name, m.who), func(a account.Action) string {
		due := m.w.ShortMoment(a.Due, m.o.Today)
		if a.Overdue(m.o.now()) {
			return m.w.T("brief.late", due)
		}
		return due
	})
	table(m.w.T("brief.kept"), m.seen.DoneSince(m.y.Name, m.who), func(a account.Action) string { return m.w.ShortDate(a.Done, m.o.Today) })
	if len(out) == 0 {
		out = append(out, Text{Text: m.w.T("brief.promises.none"), Quiet: true})
	}
	return out
}

// theirQuestions is what they judge, by KWI, with what they gave last and in
// which cycle: above the grades where that is one, else beside each. Where
// grades stand beside no name there is no column for them.
func (m *visitMaker) theirQuestions() (out []Block) {
	var rows [][]Cell
	var in []account.CycleName
	t := Table{Columns: []Column{wordColumn(m.w.T("report.col.code"), 2), wordColumn(m.w.T("report.col.question"), 18)}}
	for i := range m.y.KWIs {
		k := &m.y.KWIs[i]
		for n, code := range m.judged(m.who, k) {
			if n == 0 {
				t.Rows = append(t.Rows, Row{Head: true})
				rows = append(rows, []Cell{textCell(k.Code.Short()), textCell(k.Title), {}, {}})
			}
			text := ""
			if q := k.Question(code); q != nil {
				text = q.Text
			}
			a, cycle := m.seen.LastGraded(m.y.Name, m.who, code)
			if a.Grade != 0 && !slices.Contains(in, cycle) {
				in = append(in, cycle)
			}
			t.Rows = append(t.Rows, Row{})
			rows = append(rows, []Cell{textCell(code.String()), textCell(text), textCell(a.String()), textCell(string(cycle))})
		}
	}
	switch {
	case len(rows) == 0:
		return []Block{Text{Text: m.w.T("brief.questions.none"), Quiet: true}}
	case !m.named():
		out = append(out, Text{Text: m.w.T("report.bygroup"), Quiet: true})
	case len(in) == 0:
		out = append(out, Text{Text: m.w.T("brief.ungraded"), Quiet: true})
	case len(in) == 1:
		t.Columns = append(t.Columns, figureColumn(string(in[0]), 3))
	default:
		t.Columns = append(t.Columns, figureColumn(m.w.T("report.col.grade"), 2), wordColumn(m.w.T("brief.col.cycle"), 3))
	}
	for i := range rows {
		t.Rows[i].Cells = rows[i][:len(t.Columns)]
	}
	return append(out, t)
}

// lastSaid is what they wrote with their last list, as far as it may stand
// beside their name.
func (m *visitMaker) lastSaid() []Block {
	v, in := m.seen.LastVoice(m.y.Name, m.who)
	if in == "" {
		return nil
	}
	at := m.monitorMaker
	at.y = m.seen.Cycle(in)
	out := append([]Block{Text{Text: m.w.T("brief.said.in", string(in)), Quiet: true}}, at.quote(v.Remark, v.Aloud)...)
	return append(out, at.recommends(m.who)...)
}
