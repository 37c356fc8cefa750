package report

import (
	"kwi/internal/account"
)

// beside is what our own people know beside the figures: what colours the answers
// of all and of each, whose came in with one of us there, whose list is not whole,
// and without whose one went on. The client never reads it.
func (m *monitorMaker) beside() (out []Block) {
	y := m.all
	if y.Circumstances != "" {
		out = append(out, Text{Text: m.w.T("beside.all", y.Circumstances)})
	}
	t := Table{Name: "beside", Columns: []Column{wordColumn(m.w.T("report.col.initials"), 2), wordColumn(m.w.T("beside.col"), 22)}}
	for _, r := range m.whole.Respondents {
		for _, said := range m.besideOne(r.Initials) {
			t.Rows = append(t.Rows, Row{Cells: []Cell{textCell(string(r.Initials)), textCell(said)}})
		}
	}
	if len(t.Rows) > 0 {
		out = append(out, t)
	}
	return out
}

// besideOne is what is known beside the answers of one respondent. By group it is
// not told what of their list is open, nor that one of us was there.
func (m *monitorMaker) besideOne(who account.Initials) (out []string) {
	y := m.all
	if text := y.Colouring[who]; text != "" {
		out = append(out, text)
	}
	if m.named() {
		if how := m.w.AnsweredHow(y, who, m.o.Today); how != "" {
			out = append(out, m.w.T("beside.answered", how))
		}
		if n, all := y.Given(who), len(y.Assigned[who]); n > 0 && n < all {
			out = append(out, m.w.T("beside.partly", n, all))
		}
	}
	if since := y.Excused[who]; since != "" {
		why := y.ExcusedWhy[who]
		if why == "" {
			out = append(out, m.w.T("beside.without", m.w.ShortDate(since, m.o.Today)))
		} else {
			out = append(out, m.w.T("beside.without.why", m.w.ShortDate(since, m.o.Today), why))
		}
	}
	return out
}

// toTell is what they should have heard and did not: what is coming, and what came
// of what was done.
func (m *visitMaker) toTell() (out []Block) {
	coming, done := m.seen.UntoldTo(m.y.Name, m.who)
	list := func(over string, all []account.Action) {
		if len(all) == 0 {
			return
		}
		out = append(out, Text{Text: over, Quiet: true})
		for _, a := range all {
			said := a.Number + " " + a.Text
			if a.EvidenceShared {
				said += " " + m.w.T("letter.news.shown", a.Evidence)
			}
			out = append(out, Text{Text: said})
		}
	}
	list(m.w.T("brief.tell.coming"), coming)
	list(m.w.T("brief.tell.done"), done)
	return out
}

// howOften is how often they were visited and when they are next, against once and
// preferably twice, and how they said it goes.
func (m *visitMaker) howOften(v account.Visited) string {
	text := m.w.N("brief.visits", v.Held)
	if v.Held < account.VisitsPreferred {
		text += " " + m.w.T("brief.visits.preferred")
	}
	if v.Next != "" {
		text += " " + m.w.T("brief.visits.next", m.w.ShortMoment(v.Next, m.o.Today))
	}
	if v.Goes != "" {
		text += " " + m.w.T("brief.goes", m.w.T("realise.goes."+string(v.Goes)))
	}
	return text
}
