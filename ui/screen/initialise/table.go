package initialise

import (
	"slices"
	"strings"

	"kwi/internal/account"
	"kwi/internal/cells"
	"kwi/ui/kit"
	"kwi/ui/part"
	"kwi/ui/widget"
)

// leastTable is how wide the tables of people are at least for whom one is in hand of
// to stand beside them.
const leastTable = 66

// peopleView draws both groups, and beside them who is in hand.
func (s *Screen) peopleView(f *kit.Frame, h int) string {
	pair := part.PairOf(f, leastTable)
	if !pair.Wide() || f.Audience != kit.Manager {
		return s.table(f, h, false)
	}
	return strings.Join(pair.Beside(cells.Lines(s.table(pair.LeftOf(f), h, true)), s.whole(f, pair.Right).In(f, h)), "\n")
}

// table draws both groups below each other with the hint that fits now. Where who is
// in hand stands beside them, names have room before functions.
func (s *Screen) table(f *kit.Frame, h int, beside bool) string {
	rs, n := peopleRows(f)
	at := s.held(rs).In(len(rs))
	hint := s.hint(f, beside)
	room := h - len(hint) - 3 // two heads and what parts them
	if len(hint) > 0 {
		room--
	}
	unanswered := responsibleLine(f)
	room -= len(unanswered)
	lower := len(rs) - n
	upper := min(n, max(room-lower, room-3, 1))
	lower = max(min(lower, room-upper), 1)
	lines := drawGroup(f, respondents(f, rs[:n], beside), at, upper)
	lines = append(lines, "")
	lines = append(lines, drawGroup(f, colleagues(f, rs[n:], beside), at-n, lower)...)
	lines = append(lines, unanswered...)
	for _, more := range [][]string{hint, twinLines(f, s.inHand(f).who), ideaLines(f), askedLines(f)} {
		if len(more) > 0 && len(lines)+1+len(more) <= h {
			lines = append(append(lines, ""), more...)
		}
	}
	return strings.Join(lines, "\n")
}

// drawGroup draws one of the two; at lies outside it where the other has the
// cursor. A group in which nobody stands says who belongs there.
func drawGroup(f *kit.Frame, t widget.Table, at, h int) []string {
	t.Quiet = at < 0 || at > 0 && at >= t.Count
	lines := t.View(*f, widget.List{At: max(at, 0)}, f.W, h+1)
	if t.Count == 0 && !t.Quiet && len(lines) > 1 {
		said := cells.Wrap(t.Empty, f.W-2)
		lines[1] = f.Theme.Accent.Render(f.Theme.Glyphs.Cursor + " " + said[0])
		for i, more := range said[1:] {
			lines = slices.Insert(lines, 2+i, f.Theme.Accent.Render("  "+more))
		}
	}
	return lines
}

// askedLines is what there is to say to the client at this stage.
func askedLines(f *kit.Frame) (lines []string) {
	if f.Client.Approach == account.Simple {
		v := guideFor(f).ValueQuestion()
		return append(faintText(f, "“"+v.Question+"”", f.W), faintText(f, "“"+v.Condition+"”", f.W)...)
	}
	for _, moment := range []string{"initialise.sponsored", "initialise.willing", "initialise.allwilling"} {
		for _, say := range guideFor(f).Moment(moment).Says {
			lines = append(lines, faintText(f, say.Text, f.W)...)
		}
	}
	return lines
}

// besideFunctions is how wide a list is before functions stand in it too, where they
// stand beside it of who is in hand.
const besideFunctions = 84

func respondents(f *kit.Frame, rs []peopleRow, beside bool) widget.Table {
	t := widget.Table{
		Columns: []widget.Column{
			{Width: 4}, {Title: f.N("initialise.col.respondents", len(f.Client.Taking()), account.MostRespondents), Share: 5},
			{Title: f.T("initialise.col.function"), Share: 5, From: 66}, {Title: f.T("initialise.col.level"), Width: 12, From: 84},
			{Title: f.T("initialise.col.willing"), Width: 17},
		},
		Count: countRows(rs), Empty: f.T("initialise.norespondents"),
	}
	if f.Client.Approach == account.Simple && len(f.Client.Taking()) < 2 {
		t.Columns[1].Title = f.T("initialise.col.contact")
	}
	if beside {
		t.Columns[2].From = besideFunctions
	}
	t.Row = func(i int) widget.Row {
		r := f.Client.Respondent(rs[i].who)
		name, level, since := r.Name, "", f.Words.Date(r.Willing)
		if f.Client.Sponsor == r.Initials {
			name += " (" + f.T("term.sponsor") + ")"
		}
		if r.Follows != "" && r.Left == "" {
			name += " " + f.T("initialise.after", string(r.Follows))
		}
		if r.Level != "" {
			level = f.T("level." + string(r.Level))
		}
		row := widget.Row{Faint: r.Left != ""}
		switch {
		case r.Left != "":
			since = f.T("initialise.left", f.Words.Date(r.Left))
		case since == "":
			since = f.T("initialise.notwilling")
		}
		row.Cells = widget.Texts(string(r.Initials), name, r.Function, level, since)
		if r.Left == "" && r.Willing == "" {
			row.Cells[4].Style = f.Theme.Warn
		}
		return row
	}
	return t
}

func colleagues(f *kit.Frame, rs []peopleRow, beside bool) widget.Table {
	t := widget.Table{
		Columns: []widget.Column{{Width: 4}, {Title: f.T("initialise.col.colleagues"), Share: 5}, {Title: f.T("initialise.col.role"), Share: 5}},
		Count:   countRows(rs), Empty: f.T("initialise.nocolleagues"),
	}
	if beside {
		t.Columns[2].From = besideFunctions
	}
	if f.W >= 66 { // below the columns of the respondents
		t.Columns = append(t.Columns, widget.Column{Width: 12, From: 84}, widget.Column{Width: 17})
	}
	t.Row = func(i int) widget.Row {
		m := f.Client.Colleague(rs[i].who)
		role, is := m.Role, ""
		switch {
		case m.Left != "":
			is = f.T("initialise.left", f.Words.Date(m.Left))
		case f.Client.Responsible == m.Initials:
			is = f.T("term.responsible")
		}
		if len(t.Columns) == 3 && is != "" {
			role = strings.Trim(is+", "+role, ", ")
		}
		return widget.Row{Cells: widget.Texts(string(m.Initials), m.Name, role, "", is)[:len(t.Columns)], Faint: m.Left != ""}
	}
	return t
}

// countRows is how many stand in a group.
func countRows(rs []peopleRow) int {
	if len(rs) == 1 && rs[0].who == "" {
		return 0
	}
	return len(rs)
}

// hint is what comes first now: a sponsor, where many take part.
func (s *Screen) hint(f *kit.Frame, beside bool) []string {
	c := &f.Client
	switch a, ok := winning(f); {
	case c.Approach == account.Simple:
	case c.Sponsor == "" && ok:
		text := f.T("initialise.winning", a.Number, a.Text, a.For, f.Words.ShortMoment(a.Due, f.Today))
		if !beside {
			text = cells.Line(text, f.W)
		}
		return faintText(f, text, f.W)
	case c.Sponsor == "" && f.Y() != nil && !part.IsFinished(f, account.Initialise): // the foot says it
	case c.Sponsor == "" && f.Y() != nil:
		text := f.T("initialise.nosponsor")
		if len(c.Respondents) == 0 {
			text = f.T("initialise.nosponsor.nobody")
		}
		lines := cells.Wrap(text, f.W)
		for i, l := range lines {
			lines[i] = f.Theme.Warn.Render(l)
		}
		return lines
	}
	return nil
}

// ideaLines is whom to think of while there are few, where more than one is meant
// to take part.
func ideaLines(f *kit.Frame) []string {
	if f.Client.Approach == account.Simple {
		return nil
	}
	if len(f.Client.Respondents) < 3 {
		return faintText(f, guideFor(f).Said("initialise.few"), f.W)
	}
	return nil
}

// winning is the open action to win a sponsor, if there is one.
func winning(f *kit.Frame) (account.Action, bool) {
	if y := f.Y(); y != nil {
		for _, a := range y.Actions {
			if a.Status == account.Open && a.KWI == 0 && a.Side != account.ClientSide {
				return a, true
			}
		}
	}
	return account.Action{}, false
}
