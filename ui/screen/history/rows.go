package history

import (
	"slices"
	"strings"

	"kwi/internal/account"
	"kwi/internal/cells"
	"kwi/internal/hand"
	"kwi/ui/kit"
	"kwi/ui/part"
	"kwi/ui/theme"
	"kwi/ui/widget"
)

// The widths of columns, and from how many cells on what a step changed stands
// beside the list.
const (
	timeWidth   = 5
	windowWidth = 24
	clientLeast = 12
)

// listRow is a row in view: a deed, or the day above those of a day.
type listRow struct {
	day  string
	of   *hand.Happened
	deed *hand.Deed
}

// key is what the row is known by.
func (r *listRow) key() string {
	if r.deed == nil {
		return ""
	}
	return r.deed.Last.ID
}

// rowsOf are deeds with their days.
func rowsOf(f *kit.Frame, deeds []hand.Happened) (rows []listRow) {
	last := "-"
	for i := range deeds {
		d := &deeds[i]
		if day := dayOf(f, d.Last.At); day != last {
			rows, last = append(rows, listRow{day: day}), day
		}
		rows = append(rows, listRow{of: d, deed: &d.Deed})
	}
	return rows
}

// dayOf is the day of a moment, as one says it.
func dayOf(f *kit.Frame, at account.Moment) string {
	switch day := at.Date(); {
	case at == "":
		return f.T("history.day.before")
	case day == f.Today:
		return f.T("history.day.today")
	case day == f.Today.Add(-1):
		return f.T("history.day.yesterday")
	default:
		return f.Words.ShortDate(day, f.Today)
	}
}

// hourOf is the hour of a moment, "" where that was not kept.
func hourOf(at account.Moment) string {
	_, hour, _ := strings.Cut(string(at), "T")
	return hour
}

// said is what a deed is called, in the language of the window.
func said(f *kit.Frame, l hand.Label) string { return part.StepName(f, l) }

// saidOf is what a deed is called: by its last step, and how many others of one
// go have names of their own.
func saidOf(f *kit.Frame, d *hand.Deed) string {
	text := said(f, d.Last.Label)
	var names []string
	for _, p := range d.Steps {
		if name := said(f, p.Step.Label); name != text && !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	if len(names) == 0 {
		return text
	}
	return f.T("history.others", text, f.Words.Int(len(names)))
}

// called is what a deed is called in the list, with what became of it.
func called(f *kit.Frame, d *hand.Deed) string {
	text := saidOf(f, d)
	switch {
	case d.Kind == hand.Undo:
		return f.T("root.undone", text)
	case d.Kind == hand.Redo:
		return f.T("root.redone", text)
	case d.Back.ID != "":
		return f.T("history.back", text)
	}
	return text
}

// visible is how many rows a table of so many shows.
func (s Screen) visible(f *kit.Frame, rows int) int {
	return widget.Table{Count: rows, Bare: true}.Visible(f.H - s.below(f))
}

// below is how many lines below the list tell of the deed in hand.
func (s Screen) below(f *kit.Frame) int {
	if f.W >= part.BesideFrom && (s.client != "" || !s.fetched) {
		return 0
	}
	return 2
}

// View draws the list, or what the step in hand changed; both where there is
// room.
func (s Screen) View(f kit.Frame) kit.Page {
	if f.Audience != kit.Manager {
		return kit.Page{}
	}
	rows, s := s.rows(&f)
	switch {
	case s.client == "" && !s.fetched:
		return kit.Page{Body: "\n" + f.Theme.Faint.Render(f.T("root.opening"))}
	case s.err != nil && len(rows) == 0:
		return kit.Page{Body: strings.Join(append([]string{""}, failed(&f, s.err, f.W)...), "\n")}
	case len(rows) == 0:
		return kit.Page{Body: part.Empty(&f, f.T("history.empty"), f.T("history.empty.how"))}
	}
	r := rows[s.cursor.In(len(rows))]
	if s.reading && r.deed != nil {
		return kit.Page{Body: cells.Block(s.scroll.View(f, s.read(&f, r, f.W), f.H), f.W, f.H)}
	}
	if s.client != "" && f.W >= part.BesideFrom && r.deed != nil {
		left := f.W * 11 / 20
		list := s.table(&f, rows, left).View(f, s.cursor, left, f.H)
		right := f.W - left - 4
		detail := widget.Scroll(0).View(f, s.read(&f, r, right), f.H)
		return kit.Page{Body: cells.Columns(strings.Join(list, "\n"), left, strings.Join(detail, "\n"), right, 4)}
	}
	lines := s.table(&f, rows, f.W).View(f, s.cursor, f.W, f.H-s.below(&f))
	for len(lines) < f.H-s.below(&f) {
		lines = append(lines, "")
	}
	return kit.Page{Body: cells.Block(append(lines, s.inHand(&f, r)...), f.W, f.H)}
}

// inHand is the deed in hand in full, for its row may be cut.
func (s Screen) inHand(f *kit.Frame, r listRow) []string {
	if s.err != nil {
		return append([]string{""}, failed(f, s.err, f.W)[:1]...)
	}
	if r.deed == nil {
		return []string{"", ""}
	}
	parts := []string{called(f, r.deed), windowOf(f, r.deed.Last)}
	if s.client == "" && r.of.Client != "" {
		parts = append([]string{r.of.Name}, parts...)
	}
	return []string{"", f.Theme.Faint.Render(cells.Line(strings.Join(parts, " "+f.Theme.Glyphs.Dot+" "), f.W))}
}

// table is the list.
func (s Screen) table(f *kit.Frame, rows []listRow, w int) widget.Table {
	t := widget.Table{Count: len(rows), Bare: true}
	t.Columns = []widget.Column{{Width: timeWidth}, {Share: 3}, {Width: windowWidth, From: 64}}
	if s.client == "" {
		t.Columns = []widget.Column{{Width: timeWidth}, {Least: clientLeast, Share: 2}, {Share: 4}, {Width: windowWidth, From: 96}}
	}
	t.Told = func(from, to int) (n int) {
		for _, r := range rows[from:to] {
			if r.deed != nil {
				n++
			}
		}
		return n
	}
	t.Row = func(i int) widget.Row {
		r := &rows[i]
		if r.deed == nil {
			return widget.Row{Wide: true, Cells: widget.Texts(r.day)}
		}
		texts := []string{hourOf(r.deed.Last.At), called(f, r.deed), windowOf(f, r.deed.Last)}
		if s.client == "" {
			name := r.of.Name
			if r.of.Client == "" {
				name = f.T("history.ourselves")
			}
			texts = []string{texts[0], name, texts[1], texts[2]}
		}
		row := widget.Row{Cells: widget.Texts(texts...), Faint: r.deed.Back.ID != ""}
		if !row.Faint {
			row.Cells[len(texts)-1].Style = f.Theme.Faint
		}
		return row
	}
	return t
}

func failed(f *kit.Frame, err error, w int) []string {
	return styled(f.Theme.Warn, cells.Wrap(f.Words.Fault(err)+" "+f.T("promises.again"), w))
}

func styled(look theme.Style, lines []string) []string {
	for i := range lines {
		lines[i] = look.Render(lines[i])
	}
	return lines
}
