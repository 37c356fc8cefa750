package draft

import (
	"slices"
	"strconv"
	"strings"

	"kwi/internal/account"
	"kwi/internal/cells"
	"kwi/ui/kit"
	"kwi/ui/part"
	"kwi/ui/widget"
)

// listRow is a place in the list: a respondent with their KWI, if they have one, or
// below them a KWI that is nobody's or whose respondent has gone, and then those
// that are not asked any more.
type listRow struct {
	who account.Initials
	kwi account.KWICode
}

func listRows(f *kit.Frame) (rs []listRow, respondents int) {
	y := f.Y()
	listed := map[account.KWICode]bool{}
	for _, r := range f.Client.Participants(y) {
		one := listRow{who: r.Initials}
		if k := y.WishOf(r.Initials); k != nil {
			one.kwi, listed[k.Code] = k.Code, true
		}
		rs = append(rs, one)
	}
	respondents = len(rs)
	for _, k := range y.KWIs {
		if !listed[k.Code] {
			rs = append(rs, listRow{kwi: k.Code})
		}
	}
	for _, code := range f.Client.NotAsked(y.Name) {
		rs = append(rs, listRow{kwi: code})
	}
	return rs, respondents
}

// inHand is the row in hand, an empty one where there is none.
func (s *Screen) inHand(f *kit.Frame) listRow {
	rs, _ := listRows(f)
	if len(rs) == 0 {
		return listRow{}
	}
	return rs[min(max(s.list.At, 0), len(rs)-1)]
}

// leastList is how wide the list is at least for the KWI or the respondent in hand to
// stand beside it.
const leastList = 72

// overview draws who was spoken to and which KWIs there are, and beside them what is
// in hand.
func (s *Screen) overview(f *kit.Frame) string {
	if rs, _ := listRows(f); len(rs) == 0 {
		return part.Empty(f, f.T("draft.empty"), f.T("draft.empty.how"))
	}
	pair := part.PairOf(f, leastList)
	if !pair.Wide() || f.Audience != kit.Manager {
		return s.listView(f, false)
	}
	of, _ := s.ThingInHand(*f)
	return strings.Join(pair.Beside(cells.Lines(s.listView(pair.LeftOf(f), true)), part.TracedWhole(f, of, pair.Right).In(f, f.H)), "\n")
}

// listView draws the list. Where what is in hand stands beside it, a row that is cut
// need not be read whole below it too.
func (s *Screen) listView(f *kit.Frame, beside bool) string {
	rs, n := listRows(f)
	var lines []string
	if f.H >= 18 {
		lines = append(faintLines(f, guideOf(f).Purpose("draft"), f.W), "")
	}
	foot := footLines(f)
	room := f.H - len(lines) - len(foot) - 1 // the head of the first group
	joint := len(rs) - n
	if joint > 0 {
		room -= 2
	}
	upper := max(min(n, room-min(joint, 3)), 1)
	at := min(max(s.list.At, 0), len(rs)-1)
	var whole []string
	if n > 0 {
		t := respondents(f, rs[:n])
		t.Quiet = at >= n
		lines = append(lines, t.View(*f, widget.List{At: min(at, n-1)}, f.W, upper+1)...)
		whole = t.CutOff(*f, widget.List{At: min(at, n-1)}, f.W)
	}
	if joint > 0 {
		t := kwiTable(f, rs[n:])
		t.Quiet = at < n
		if n > 0 {
			lines = append(lines, "")
		}
		lines = append(lines, t.View(*f, widget.List{At: max(at-n, 0)}, f.W, max(room-upper, 1)+1)...)
		whole = append(whole, t.CutOff(*f, widget.List{At: max(at-n, 0)}, f.W)...)
	}
	if len(whole) > 0 && !beside {
		lines = append(append(lines, ""), whole...)
	}
	return strings.Join(append(cells.Lines(cells.Block(lines, f.W, f.H-len(foot))), foot...), "\n")
}

// carries reports whether any KWI comes from an earlier cycle.
func carries(f *kit.Frame) bool {
	for _, k := range f.Y().KWIs {
		if f.Client.Carried(f.Y().Name, k.Code) != "" {
			return true
		}
	}
	return false
}

func respondents(f *kit.Frame, rs []listRow) widget.Table {
	t := widget.Table{Columns: []widget.Column{
		{Width: 4}, {Title: f.T("draft.col.name"), Share: 3}, {Title: f.T("draft.col.spoken"), Width: 11}, {Title: f.T("draft.col.kwi"), Share: 8},
		{Title: f.T("draft.col.list"), Width: 5, Right: true},
	}, Count: len(rs)}
	if carries(f) {
		t.Columns = append(t.Columns, widget.Column{Title: f.T("draft.col.from"), Width: 7, From: 74})
	}
	y := f.Y()
	t.Row = func(i int) widget.Row {
		who := rs[i].who
		r := f.Client.Respondent(who)
		kwi, from := kwiTitle(f, rs[i].kwi, who)
		asked := len(y.Assigned[who])
		spoken, warn := spoken(f, who)
		row := widget.Row{Cells: widget.Texts(string(who), r.Name, spoken, kwi, figure(asked), from), Faint: r.Left != ""}
		if warn {
			row.Cells[2].Style = f.Theme.Warn
		}
		if account.IsLong(asked) {
			row.Cells[4] = widget.Cell{Text: figure(asked) + "!", Style: f.Theme.Warn}
		}
		return row
	}
	return t
}

// spoken is what came of the talk, and whether it is still to be held.
func spoken(f *kit.Frame, who account.Initials) (text string, not bool) {
	n := 0
	for _, note := range f.Y().Notes {
		if note.With == who {
			n++
		}
	}
	switch {
	case n > 0:
		return f.N("draft.notes", n), false
	case f.Client.SpokenWith(f.Y(), who):
		return f.T("draft.spoken"), false
	}
	return f.T("draft.notyet"), true
}

func figure(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}

// kwiTitle is a KWI in a line, and where it comes from. In the line of one who wishes
// it stand the others who do.
func kwiTitle(f *kit.Frame, code account.KWICode, in account.Initials) (text, from string) {
	k := f.Y().KWI(code)
	if k == nil {
		return "", ""
	}
	text = code.Short() + " " + k.Title
	if who := k.Wishers(); len(who) > 1 && slices.Contains(who, in) {
		who = slices.DeleteFunc(slices.Clone(who), func(w account.Initials) bool { return w == in })
		text += " " + f.Theme.Glyphs.Dot + " " + f.T("draft.joint.with", part.Initials(who))
	} else if len(who) > 1 {
		text += " " + f.Theme.Glyphs.Dot + " " + f.T("draft.joint.of", part.Initials(who))
	}
	if c := f.Client.Carried(f.Y().Name, code); c != "" {
		return text, string(c)
	}
	if came := f.Words.CameFrom(f.Client.Origins(f.Y().Name, code)); came != "" {
		text += " " + f.Theme.Glyphs.Dot + " " + came
	}
	return text, f.T("draft.new")
}

func kwiTable(f *kit.Frame, rs []listRow) widget.Table {
	title := "draft.col.joint"
	switch gone := slices.ContainsFunc(rs, func(r listRow) bool { return f.Y().KWI(r.kwi) == nil }); {
	case gone && f.Y().KWI(rs[0].kwi) == nil:
		title = "draft.col.gone"
	case gone:
		title = "draft.col.jointgone"
	}
	t := widget.Table{Columns: []widget.Column{{Width: 4}, {Title: f.T(title), Share: 1}}, Count: len(rs)}
	if carries(f) {
		t.Columns = append(t.Columns, widget.Column{Title: f.T("draft.col.from"), Width: 7, From: 74})
	}
	t.Row = func(i int) widget.Row {
		k := f.Y().KWI(rs[i].kwi)
		if k == nil {
			return goneRow(f, rs[i].kwi)
		}
		text, from := kwiTitle(f, rs[i].kwi, "")
		return widget.Row{Cells: widget.Texts(part.Initials(k.Wishers()), text, from)}
	}
	return t
}

// goneRow is a KWI that is not asked any more, with what became of it.
func goneRow(f *kit.Frame, code account.KWICode) widget.Row {
	text, from := part.KWIName(f, code), ""
	if t, in, ended := f.Client.Fate(f.Y().Name, code); ended {
		text += " " + f.Theme.Glyphs.Dot + " " + f.Words.Ended(t)
		from = string(in)
	}
	return widget.Row{Cells: widget.Texts("", text, from), Faint: true}
}

// longList is the first of some respondents whose list is long, or "".
func longList(f *kit.Frame, who []account.Initials) account.Initials {
	for _, w := range who {
		if account.IsLong(len(f.Y().Assigned[w])) {
			return w
		}
	}
	return ""
}

// footLines is how much is asked, whose list becomes long, and what the stage still
// lacks.
func footLines(f *kit.Frame) []string {
	y, questions := f.Y(), 0
	for _, k := range y.KWIs {
		questions += len(k.Questions)
	}
	lines := []string{""}
	if n := len(f.Client.Caught); n > 0 && f.Audience == kit.Manager {
		lines = append(lines, f.Theme.Accent.Render(cells.Line(f.N("draft.caught", n), f.W)))
	}
	if len(y.KWIs) > 0 && !isQuick(f) {
		lines = append(lines, faintLines(f, f.N("draft.sum", questions, f.N("draft.kwis", len(y.KWIs))), f.W)...)
	}
	var who []string
	for _, r := range f.Client.Participants(y) {
		if account.IsLong(len(y.Assigned[r.Initials])) {
			who = append(who, string(r.Initials))
		}
	}
	if len(who) > 0 {
		for _, l := range cells.Wrap(f.T("draft.long", strings.Join(who, ", "), account.MostAsked), f.W) {
			lines = append(lines, f.Theme.Warn.Render(l))
		}
	}
	if text := part.TooManyKWIs(f); text != "" {
		for _, l := range cells.Wrap(text, f.W) {
			lines = append(lines, f.Theme.Warn.Render(l))
		}
	}
	gate, whole := part.GateLines(f, account.Draft)
	if whole && y.Stage != account.Draft {
		return lines
	}
	return append(lines, gate...)
}
