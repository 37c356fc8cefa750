package report

import (
	"strings"

	"kwi/internal/account"
	"kwi/internal/score"
)

// insight is what the figures really say, for the supplier's own people alone.
// By group it is the NPS and why there is no more.
func (m *monitorMaker) insight() []Block {
	if !m.t.HasAnswers() {
		return []Block{Text{Text: m.w.T("monitor.noanswers", string(m.all.Name))}}
	}
	out := m.counted()
	if !m.named() {
		return append(out, Text{Text: m.w.T("insight.bygroup")})
	}
	out = append(out, m.likeForLike()...)
	out = append(out, m.byVoice()...)
	out = append(out, m.agreement()...)
	out = append(out, m.seenAndDone()...)
	return append(out, m.matters()...)
}

// counted is the NPS, its counts first, with what the silent could make of it.
func (m *monitorMaker) counted() []Block {
	out := []Block{Heading{Text: m.w.T("insight.nps")}}
	n := m.t.NPS
	if !n.OK() {
		return append(out, Text{Text: m.recommendation()})
	}
	silent := score.Silent(m.whole, m.all)
	out = append(out, Text{Text: m.recommendation() + "; " + m.w.N("insight.nps.answered", n.Answers, n.Answers+silent) + ". " + m.w.T("nps.name") + " " + m.w.Signed(n.Score()) + "."})
	if text := m.w.SilentOnes(n, silent); text != "" {
		out = append(out, Text{Text: text, Quiet: true})
	}
	return out
}

// likeForLike is ± beside the change over what both cycles share.
func (m *monitorMaker) likeForLike() []Block {
	out := []Block{Heading{Text: m.w.T("insight.like")}}
	all := m.h.Match(m.whole, 0, m.all.Name)
	if all.Since == "" {
		return append(out, Text{Text: m.w.T("insight.like.none"), Quiet: true})
	}
	t := Table{Columns: []Column{wordColumn(m.w.T("report.col.kwi"), 7), figureColumn("±", 2), figureColumn(m.w.T("insight.like.col"), 2), wordColumn(m.w.T("insight.like.moved"), 7)}}
	var notes []Block
	for i := 0; i <= len(m.all.KWIs); i++ {
		code, name := account.KWICode(0), m.w.T("term.total")
		if i < len(m.all.KWIs) {
			code, name = m.all.KWIs[i].Code, kwiLabel(&m.all.KWIs[i])
		}
		match := m.h.Match(m.whole, code, m.all.Name)
		said := m.w.Moved(&match)
		if match.Since != all.Since && said != "" {
			said = m.w.T("insight.like.since", string(match.Since), said)
		}
		t.Rows = append(t.Rows, Row{Total: code == 0, Cells: []Cell{textCell(name), m.change(m.h.Change(code, m.all.Name), nil), m.change(match.Change(), nil), textCell(said)}})
		if code != 0 && len(match.Reworded) > 0 {
			notes = append(notes, Text{Text: m.w.T("insight.reworded", string(match.Since), m.w.Codes(match.Reworded)), Quiet: true})
		}
	}
	out = append(out, Text{Text: m.w.T("insight.like.about", string(all.Since)), Quiet: true}, t)
	return append(out, notes...)
}

// byVoice is every respondent beside all together, and what the total would be
// without them.
func (m *monitorMaker) byVoice() []Block {
	leans := m.t.Leans(0)
	if len(leans) == 0 {
		return nil
	}
	t := Table{Columns: []Column{wordColumn(m.w.T("insight.col.respondent"), 7)}}
	for _, key := range []string{"report.col.score", "insight.col.against", "insight.col.without", "insight.col.shift"} {
		t.Columns = append(t.Columns, figureColumn(m.w.T(key), 3))
	}
	voices := m.t.Voices(0)
	for _, l := range leans {
		row := Row{Cells: []Cell{textCell(m.person(l.Who)), m.figure(l.Own.Score(), nil), m.change(l.More, nil), m.figure(score.None, nil), m.change(score.Change{}, nil)}}
		for _, v := range voices {
			if v.Who == l.Who {
				row.Cells[3], row.Cells[4] = m.figure(v.Sums.Score(), nil), m.change(v.Shift, nil)
			}
		}
		t.Rows = append(t.Rows, row)
	}
	out := []Block{Heading{Text: m.w.T("insight.people")}, Text{Text: m.w.T("insight.people.about"), Quiet: true}, t}
	if text := m.w.Loudest(&m.t, m.name); text != "" {
		out = append(out, Text{Text: text})
	}
	return out
}

// agreement is how far the respondents of every KWI agree.
func (m *monitorMaker) agreement() []Block {
	t := Table{Columns: []Column{wordColumn(m.w.T("report.col.kwi"), 5), wordColumn(m.w.T("insight.kwis.col"), 7), wordColumn(m.w.T("insight.col.against"), 7)}}
	for i := range m.all.KWIs {
		k := &m.all.KWIs[i]
		t.Rows = append(t.Rows, Row{Cells: []Cell{textCell(kwiLabel(k)), textCell(m.w.Agreement(&m.t, k.Code, m.name)), textCell(strings.Join(m.w.Leanings(&m.t, k.Code), ", "))}})
	}
	return []Block{Heading{Text: m.w.T("insight.kwis")}, t}
}

// seenAndDone is what was done on the KWIs and how far it was noticed.
func (m *monitorMaker) seenAndDone() []Block {
	out := []Block{Heading{Text: m.w.T("insight.seen")}}
	all := score.SeenAndDone(m.whole, m.all, m.o.now())
	if len(all) == 0 {
		return append(out, Text{Text: m.w.T("insight.seen.none"), Quiet: true})
	}
	t := Table{Columns: []Column{wordColumn(m.w.T("report.col.kwi"), 6), figureColumn(m.w.T("insight.col.noticed"), 2), figureColumn(m.w.T("insight.col.done"), 2), figureColumn(m.w.T("insight.col.visits"), 2), wordColumn("", 5)}}
	for _, s := range all {
		t.Rows = append(t.Rows, Row{Cells: []Cell{textCell(kwiLabel(m.all.KWI(s.Code))), m.figure(s.Noticed.Score(), nil), textCell(m.w.T("insight.seen.of", s.Done, s.Agreed)), m.count(s.Visits, nil), textCell(m.w.SeenAs(s.Much, s.Marked))}})
	}
	return append(out, Text{Text: m.w.T("insight.seen.about"), Quiet: true}, t)
}

// mostMatters is how many questions stand among what matters and scores low.
const mostMatters = 10

// matters is the questions, what matters and scores low first.
func (m *monitorMaker) matters() []Block {
	all := score.Matters(m.all)
	if len(all) == 0 {
		return nil
	}
	t := Table{Columns: []Column{figureColumn("", 1), wordColumn(m.w.T("report.col.question"), 10), figureColumn(m.w.T("insight.col.grade"), 2), figureColumn(m.w.T("insight.col.weighs"), 2), figureColumn(m.w.T("insight.col.lost"), 2)}}
	tenth := func(v score.Figure) Cell {
		return Cell{Text: m.w.Score1(int(v), true), Kind: Tenth, Number: int(v)}
	}
	for _, one := range all[:min(len(all), mostMatters)] {
		text := ""
		if q := m.all.Question(one.Question); q != nil {
			text = q.Text
		}
		t.Rows = append(t.Rows, Row{Cells: []Cell{textCell(one.Question.String()), textCell(text), m.figure(one.Sums.Average(), nil), tenth(one.Weight()), tenth(one.Lost())}})
	}
	return []Block{Heading{Text: m.w.T("insight.matters")}, Text{Text: m.w.T("insight.matters.about"), Quiet: true}, t}
}
