package report

import (
	"strings"

	"kwi/internal/account"
	"kwi/internal/lang"
	"kwi/internal/score"
)

// Minutes are the minutes of the session of a cycle, the newest where its name
// is "", for both sides: what anybody who was there may see and nothing else.
// Of a cycle whose session has not begun they have no parts.
func Minutes(c *account.Client, cycle account.CycleName, o Options) Document {
	told := account.Room{Known: true}
	o.Audience = ForClient
	m := minutesMaker{monitorMaker{o: o, w: lang.For(o.Language), whole: c, h: score.HistoryFor(c, told)}}
	m.o.Language = m.w.Tag()
	d := Document{
		Language: m.o.Language, Title: m.w.T("minutes.title"), Client: c.Name, Supplier: o.Supplier,
		For: m.w.T("minutes.for", c.Name, m.supplier()), Made: m.w.LongDate(o.Today), Day: o.Today,
	}
	if m.all = c.Cycle(cycle); m.all == nil || !m.all.Common() {
		return d
	}
	d.Cycle = string(m.all.Name)
	m.t = m.h.Table(m.all.Name)
	seen := c.Shown(told)
	m.seen = &seen
	m.y = m.seen.Cycle(m.all.Name)
	for _, p := range []Part{
		{"present", m.w.T("minutes.present"), m.present()},
		{"lookback", m.w.T("minutes.lookback"), m.lookBack()},
		{"result", m.w.T("minutes.result"), m.result()},
		{"ideas", m.w.T("minutes.ideas"), m.ideas()},
		{"decisions", m.w.T("minutes.decisions"), m.decisions()},
		{"actions", m.w.T("minutes.actions"), m.toDo()},
		{"kwis", m.w.T("minutes.next"), m.next()},
	} {
		if len(p.Blocks) > 0 {
			d.Parts = append(d.Parts, p)
		}
	}
	return d
}

// minutesMaker makes minutes; of what somebody did not give, no part.
type minutesMaker struct{ monitorMaker }

// present is when and where it was, and who was there. Whoever was not is not
// named.
func (m *minutesMaker) present() (out []Block) {
	var when []string
	if m.y.Session != "" {
		when = append(when, m.w.SessionDay(m.y))
	}
	if m.y.Place != "" {
		when = append(when, m.y.Place)
	}
	if len(when) > 0 {
		out = append(out, Text{Text: strings.Join(when, ", ")})
	}
	t := Table{Columns: []Column{wordColumn(m.w.T("report.col.name"), 5), wordColumn(m.w.T("report.col.function"), 5), wordColumn(m.w.T("minutes.col.of"), 4)}}
	there := map[account.Initials]bool{}
	for _, who := range m.y.Meeting.Present {
		there[who] = true
	}
	for _, r := range m.seen.Respondents {
		if there[r.Initials] {
			t.Rows = append(t.Rows, Row{Cells: []Cell{textCell(m.name(r.Initials)), textCell(r.Function), textCell(m.seen.Name)}})
		}
	}
	for _, c := range m.seen.Colleagues {
		if there[c.Initials] {
			t.Rows = append(t.Rows, Row{Cells: []Cell{textCell(m.name(c.Initials)), textCell(c.Role), textCell(m.supplier())}})
		}
	}
	if len(t.Rows) > 0 {
		out = append(out, t)
	}
	return out
}

// lookBack is what was agreed before, and what came of it.
func (m *minutesMaker) lookBack() (out []Block) {
	back := m.seen.LookBack(m.y, m.o.Today)
	if len(back) == 0 {
		return nil
	}
	done := 0
	t := Table{Columns: []Column{wordColumn(m.w.T("report.col.number"), 3), wordColumn(m.w.T("report.col.action"), 12), wordColumn(m.w.T("report.col.for"), 4), wordColumn(m.w.T("report.col.status"), 5)}}
	for _, a := range back {
		if a.Status == account.Done {
			done++
		}
		text := a.Text
		if a.Evidence != "" {
			text += "\n" + a.Evidence
		}
		t.Rows = append(t.Rows, Row{Cells: []Cell{textCell(a.Number), textCell(text), textCell(m.doer(a)), textCell(m.came(a))}})
	}
	return []Block{Text{Text: m.kept(len(back), done)}, t}
}

// kept is how many of the agreements are done, said as one says it of none and
// of all.
func (m *minutesMaker) kept(agreed, done int) string {
	switch done {
	case 0:
		return m.w.N("minutes.kept.none", agreed)
	case agreed:
		return m.w.N("minutes.kept.all", agreed)
	}
	return m.w.T("minutes.kept.some", m.w.Int(agreed), m.w.Int(done))
}

// doer is who does an agreement, else the side that does.
func (m *monitorMaker) doer(a account.Action) string {
	if a.For != "" {
		return m.carrier(a)
	}
	return m.side(a.Side)
}

// came is what came of an agreement: what is late is open here.
func (m *minutesMaker) came(a account.Action) string {
	switch {
	case a.Status == account.Done && a.Done != "":
		return m.w.T("report.done", m.w.Date(a.Done))
	case a.Status == account.Open && a.Due != "":
		return m.w.T("minutes.open", m.w.Moment(a.Due))
	}
	return m.w.T("status." + string(a.Status))
}

// aim is a target in words; nothing where there is none.
func (m *minutesMaker) aim(t account.Target) Cell {
	if t == 0 {
		return Cell{}
	}
	return textCell(m.w.Target(t))
}

// result is the score of every KWI and of all, and what was released to be
// read out.
func (m *minutesMaker) result() (out []Block) {
	t := Table{Columns: []Column{wordColumn("KWI", 9), figureColumn(m.w.T("report.col.score"), 3), figureColumn(m.w.T("report.col.change"), 3), figureColumn(m.w.T("report.col.target"), 3)}}
	if m.named() {
		t.Columns = append(t.Columns, figureColumn(m.w.T("report.col.average"), 3))
	}
	add := func(label string, code account.KWICode, line score.Line, target account.Target, total bool) {
		shown := line.Sums.Score()
		if !shown.OK() {
			return
		}
		cells := []Cell{textCell(label), m.shown(m.all.AnswersBy, shown, nil), m.change(m.h.Change(code, m.all.Name), nil), m.aim(target)}
		if m.named() {
			cells = append(cells, m.figure(line.Sums.Average(), nil))
		}
		t.Rows = append(t.Rows, Row{Cells: cells, Total: total})
	}
	for i := range m.y.KWIs {
		k := &m.y.KWIs[i]
		add(kwiLabel(k), k.Code, m.t.Line(k.Code), k.Target, false)
	}
	add(m.w.T("report.row.total"), 0, m.t.Total, 0, true)
	if len(t.Rows) > 0 {
		out = append(out, t)
	}
	if m.t.NPS.OK() {
		out = append(out, Text{Text: m.w.T("nps.name") + " " + m.w.Signed(m.t.NPS.Score())})
	}
	var read []Block
	for _, r := range m.seen.Respondents {
		if v := m.y.Voice(r.Initials); v.Aloud && v.Remark != "" {
			read = append(read, Text{Text: m.name(r.Initials), Quiet: true}, Text{Text: v.Remark, Quote: true})
		}
	}
	for _, r := range m.y.NamelessRemarks() {
		if r.Released {
			read = append(read, Text{Text: r.Text, Quote: true})
		}
	}
	if len(read) > 0 {
		out = append(append(out, Heading{Text: m.w.T("minutes.remarks")}), read...)
	}
	return out
}

// ideas are those that were caught, with how many were for each.
func (m *minutesMaker) ideas() []Block {
	t := Table{Columns: []Column{wordColumn(m.w.T("minutes.col.idea"), 12), figureColumn(m.w.T("minutes.col.votes"), 3), wordColumn(m.w.T("minutes.col.action"), 4)}}
	for _, i := range m.y.Meeting.Ideas {
		votes := Cell{}
		if i.Votes > 0 {
			votes = m.count(i.Votes, nil)
		}
		t.Rows = append(t.Rows, Row{Cells: []Cell{textCell(i.Text), votes, textCell(i.Action)}})
	}
	if len(t.Rows) == 0 {
		return nil
	}
	return []Block{t}
}

// decisions are what was decided and what was said.
func (m *minutesMaker) decisions() (out []Block) {
	for _, text := range m.y.Meeting.Decisions {
		out = append(out, Text{Text: text})
	}
	if len(m.y.Meeting.Notes) > 0 {
		out = append(out, Heading{Text: m.w.T("minutes.said")})
	}
	for _, text := range m.y.Meeting.Notes {
		out = append(out, Text{Text: text})
	}
	return out
}

// toDo is the agreements side by side, each with who does it and when.
func (m *minutesMaker) toDo() (out []Block) {
	all := m.seen.ToDo(m.y, m.o.Today)
	for _, side := range account.Sides() {
		t := Table{Columns: []Column{wordColumn(m.w.T("report.col.number"), 3), wordColumn(m.w.T("report.col.action"), 12), wordColumn(m.w.T("report.col.for"), 5), wordColumn(m.w.T("report.col.due"), 5)}}
		for _, a := range all {
			if a.Side != side {
				continue
			}
			due := m.moment(a.Due)
			if a.Status != account.Open {
				due = textCell(m.came(a))
			}
			t.Rows = append(t.Rows, Row{Cells: []Cell{textCell(a.Number), textCell(a.Text), textCell(m.carrier(a)), due}})
		}
		if len(t.Rows) > 0 {
			head := m.side(side)
			if side == account.BothSides {
				head = m.w.T("minutes.both")
			}
			out = append(out, Heading{Text: head}, t)
		}
	}
	return out
}

// next is the KWIs that were sharpened or agreed for the next cycle.
func (m *minutesMaker) next() (out []Block) {
	t := Table{Columns: []Column{wordColumn("KWI", 5), wordColumn(m.w.T("minutes.col.expectation"), 12), figureColumn(m.w.T("report.col.target"), 2), wordColumn(m.w.T("minutes.col.what"), 3)}}
	for _, n := range m.y.Meeting.Next {
		what := m.w.T("minutes.new")
		label := n.Title
		if n.KWI != 0 {
			n = m.y.Coming(n.KWI)
			what, label = m.w.T("minutes.sharpened"), n.KWI.Short()+" "+n.Title
		}
		t.Rows = append(t.Rows, Row{Cells: []Cell{textCell(label), textCell(n.Expectation), m.aim(n.Target), textCell(what)}})
	}
	if len(t.Rows) == 0 {
		return nil
	}
	return []Block{t}
}
