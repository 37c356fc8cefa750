package realise

import (
	"strings"

	"kwi/internal/account"
	"kwi/internal/cells"
	"kwi/ui/kit"
	"kwi/ui/part"
	"kwi/ui/theme"
	"kwi/ui/widget"
)

// goings are the answers to how it goes.
func goings(f *kit.Frame) []widget.Choice {
	out := []widget.Choice{{Value: "", Label: f.T("realise.goes.unasked")}}
	for _, g := range account.Goings() {
		out = append(out, widget.Choice{Value: string(g), Label: f.T("realise.goes." + string(g))})
	}
	return out
}

// visits draws who was asked how long ago, whom nobody visited first, or the
// conversations with one.
func (s Screen) visits(f *kit.Frame, h int) string {
	s = s.held(f)
	if s.with != "" {
		return s.talksOf(f, h)
	}
	rounds := f.Client.Rounds(f.Y(), f.Moment())
	if len(rounds) == 0 {
		return part.Empty(f, f.T("realise.empty"), f.T("realise.empty.how"))
	}
	table := visitsTable(f, rounds)
	foot := visitsFoot(f, rounds)
	lines := table.View(*f, s.people, f.W, min(h-1-len(foot), len(rounds)+2))
	lines = append(append(lines, ""), foot...)
	if whole := table.CutOff(*f, s.people, f.W); len(whole) > 0 {
		lines = append(append(lines, ""), whole...)
	}
	return strings.Join(lines[:min(len(lines), h)], "\n")
}

// visitsTable is how often each respondent was visited.
func visitsTable(f *kit.Frame, rounds []account.Visited) widget.Table {
	table := widget.Table{
		Columns: []widget.Column{{Width: 4}, {Title: f.T("realise.col.name"), Share: 2}, {Title: f.T("realise.col.talks"), Width: 10, Right: true},
			{Title: f.T("realise.col.last"), Width: 16}, {Title: f.T("realise.col.next"), Width: 16, From: 64}, {Title: f.T("realise.col.goes"), Width: 10, From: 80}, {Title: f.T("realise.col.note"), Share: 3, From: 100}},
		Count: len(rounds),
		Row:   func(i int) widget.Row { return visitedRow(f, rounds[i]) },
	}
	return table.Snug(3, 4)
}

// visitsFoot is who has no visit yet, and why one asks at all.
func visitsFoot(f *kit.Frame, rounds []account.Visited) []string {
	foot := cells.Wrap(short(f, rounds), f.W)
	for i, l := range foot {
		foot[i] = f.Theme.Faint.Render(l)
	}
	return append(foot, f.Theme.Faint.Render(cells.Line(f.T("realise.ask"), f.W)))
}

// visitedRow is how often one respondent was visited, and when last.
func visitedRow(f *kit.Frame, v account.Visited) widget.Row {
	last, note, look := f.T("realise.never"), "", f.Theme.Warn
	if n, held := v.Days(f.Today); held {
		if last = f.Words.Ago(n); n < f.Client.Silence(v.Who) {
			look = theme.Style{}
		}
	}
	for _, t := range f.Y().VisitsWith(v.Who) {
		if !t.Planned(f.Moment()) {
			note = t.Note
			break
		}
	}
	next, goes := "", ""
	if v.Next != "" {
		next = f.Words.ShortMoment(v.Next, f.Today)
	}
	if v.Goes != "" {
		goes = f.T("realise.goes." + string(v.Goes))
	}
	count := f.Words.Int(v.Held)
	if v.Held < account.VisitsPreferred {
		count = f.T("realise.of", v.Held, account.VisitsPreferred)
	}
	row := widget.Row{Cells: widget.Texts(string(v.Who), f.Client.Respondent(v.Who).Name, count, last, next, goes, note)}
	row.Cells[3].Style = look
	if v.Goes == account.GoesBadly {
		row.Cells[5].Style = f.Theme.Warn
	}
	return row
}

// short is who has no visit yet and who has one, where once is asked of all and
// twice is better.
func short(f *kit.Frame, rounds []account.Visited) string {
	var none, once []string
	for _, v := range rounds {
		who := string(v.Who)
		if v.Planned > 0 {
			who = f.T("realise.planned", who, f.Words.ShortMoment(v.Next, f.Today))
		}
		switch v.Held {
		case 0:
			none = append(none, who)
		case 1:
			once = append(once, who)
		}
	}
	text := f.T("realise.twice.all")
	if len(none)+len(once) > 0 {
		text = f.T("realise.twice")
	}
	if len(none) > 0 {
		text += " " + f.T("realise.twice.none", strings.Join(none, ", "))
	}
	if len(once) > 0 {
		text += " " + f.T("realise.twice.once", strings.Join(once, ", "))
	}
	return text
}

// goingOf is how it goes as somebody said in a conversation, or that it is planned.
func goingOf(f *kit.Frame, v account.Visit) string {
	switch {
	case v.Planned(f.Moment()):
		return f.T("realise.goes.planned")
	case v.Goes != "":
		return f.T("realise.goes." + string(v.Goes))
	}
	return ""
}

func (s Screen) talksOf(f *kit.Frame, h int) string {
	talks := f.Y().VisitsWith(s.with)
	table := widget.Table{
		Columns: []widget.Column{{Title: f.T("realise.date"), Width: 17}, {Title: f.T("realise.by"), Width: 5}, {Title: f.T("realise.col.goes"), Width: 10}, {Title: f.T("realise.note"), Share: 1}},
		Count:   len(talks), Empty: f.T("realise.why.notalk", string(s.with)),
		Row: func(i int) widget.Row {
			t, goes, note := talks[i], goingOf(f, talks[i]), talks[i].Note
			if note == "" {
				note = t.Asked
			}
			return widget.Row{Cells: widget.Texts(f.Words.ShortMoment(t.At(), f.Today), string(t.By), goes, note)}
		},
	}
	lines := append([]string{f.Theme.Strong.Render(cells.Line(f.Client.NameOf(s.with), f.W)), ""}, table.View(*f, s.talks, f.W, min(h/2, len(talks)+2))...)
	if len(talks) > 0 {
		t := talks[s.talks.In(len(talks))]
		lines = append(lines, "")
		if t.Asked != "" {
			for _, l := range cells.Wrap(f.T("realise.wasasked", t.Asked), f.W) {
				lines = append(lines, f.Theme.Faint.Render(l))
			}
		}
		lines = append(lines, cells.Wrap(t.Note, f.W)...)
	}
	return strings.Join(lines, "\n")
}
