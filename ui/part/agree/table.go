package agree

import (
	"strings"

	"kwi/internal/account"
	"kwi/internal/cells"
	"kwi/ui/kit"
	"kwi/ui/part"
	"kwi/ui/theme"
	"kwi/ui/widget"
)

// Rows draws the agreements in at most h lines, and nothing below them.
func (l List) Rows(f *kit.Frame, w, h int) []string {
	all := l.All(f)
	return l.table(f, all).View(*f, l.hold(all), w, min(h, len(all)+1))
}

// View draws the agreements in at most h lines, with the one in hand told in
// full below where there is room.
func (l List) View(f *kit.Frame, w, h int) string {
	all := l.All(f)
	if len(all) == 0 {
		return part.Empty(f, f.T("agree.empty"), f.T("agree.empty.how"))
	}
	bounds := *f
	bounds.W = min(w, part.WidestText)
	if full := l.InFull(&bounds); f.H >= roomyFrom && full.Room(h-len(all)-2) >= 0 {
		lines := append(l.Rows(f, w, h), "")
		return strings.Join(append(lines, full.Within(h)...), "\n")
	}
	detail := l.detail(f, w, true)
	if h-len(detail) < leastRows {
		detail = l.detail(f, w, false)
	}
	room := h - len(detail)
	if room < leastRows {
		room, detail = h, nil
	}
	lines := l.table(f, all).View(*f, l.hold(all), w, min(room, len(all)+2))
	return strings.Join(append(lines, detail...), "\n")
}

// leastRows is how many lines the list keeps where one of them is told in full.
const leastRows = 5

// dueWidth is the breadth of the column of days.
const dueWidth = 16

func (l List) table(f *kit.Frame, all []account.Action) widget.Table {
	return widget.Table{
		Columns: []widget.Column{
			{Title: f.T("agree.col.number"), Width: 7}, {Title: f.T("agree.col.what"), Share: 3}, {Title: f.T("agree.col.for"), Width: 12, From: 72},
			{Title: f.T("agree.col.side"), Width: 11, From: 96}, {Title: "KWI", Width: 6, From: 80}, {Width: 3, From: 64}, {Title: f.T("agree.col.due"), Width: dueWidth},
		},
		Count: len(all),
		Row: func(i int) widget.Row {
			a := all[i]
			due, look := actionStanding(f, a)
			row := widget.Row{Cells: widget.Texts(a.Number, Marked(f, a), a.For, f.T("side."+string(a.Side)), a.KWI.String(), life(f, a), due), Faint: a.Status != account.Open}
			row.Cells[6].Style = look
			return row
		},
	}
}

// Marked is what an agreement says, marked where it is internal.
func Marked(f *kit.Frame, a account.Action) string {
	if a.Internal {
		return f.T("agree.internal.mark", a.Text)
	}
	return a.Text
}

// Standing is an action's day in words, as its row tells it.
func Standing(f *kit.Frame, a account.Action) (string, theme.Style) { return actionStanding(f, a) }

// actionStanding is an action's day in words: late, done since, fallen away.
func actionStanding(f *kit.Frame, a account.Action) (string, theme.Style) {
	switch {
	case a.Status == account.Done:
		return f.Theme.Glyphs.Ok + " " + f.T("status.done"), theme.Style{}
	case a.Status == account.Dropped:
		return f.Theme.Glyphs.None + " " + f.T("status.dropped"), theme.Style{}
	case a.Due == "":
		return f.T("agree.nodate"), f.Theme.Warn
	case a.Overdue(f.Moment()):
		if a.Due.Date() == f.Today {
			return f.Words.Late(a.Due, f.Moment()), f.Theme.Bad
		}
		n, _ := a.Due.Date().Until(f.Today)
		return f.N("agree.late", n), f.Theme.Bad
	}
	return f.Words.ShortMoment(a.Due, f.Today), theme.Style{}
}

// detail is the action in hand in full, with or without how far it is.
func (l List) detail(f *kit.Frame, w int, far bool) []string {
	a, ok := l.In(f)
	if !ok {
		return nil
	}
	lines := []string{""}
	lines = append(lines, cells.Wrap(a.Number+"  "+a.Text, w)...)
	var parts []string
	add := func(key, value string) {
		if value != "" {
			parts = append(parts, f.T(key, value))
		}
	}
	add("agree.is.for", a.For)
	if due := f.Words.ShortMoment(a.Due, f.Today); a.Status == account.Open && !a.Overdue(f.Moment()) && cells.Width(due) > dueWidth {
		add("agree.is.due", due) // the row has no room for it
	}
	parts = append(parts, f.T("agree.side."+string(a.Side)))
	if a.Internal {
		parts = append(parts, f.T("agree.is.internal"))
	}
	if k := f.Y().KWI(a.KWI); k != nil {
		parts = append(parts, k.Code.String()+" "+k.Title)
	}
	add("agree.is.so", a.So)
	add("agree.is.delay", a.Delay)
	for _, line := range cells.Wrap(strings.Join(parts, " "+f.Theme.Glyphs.Dot+" "), w) {
		lines = append(lines, f.Theme.Faint.Render(line))
	}
	if far {
		lines = append(lines, lifeLines(f, a, w)...)
	}
	return lines
}
