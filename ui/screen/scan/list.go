package scan

import (
	"slices"

	"kwi/internal/account"
	"kwi/internal/cells"
	"kwi/internal/text"
	"kwi/ui/kit"
	"kwi/ui/widget"
)

// listAround is the lines that are not the list's: the sides, and below it what
// is in hand.
const listAround = 5

// The widths of the columns, and from which width on the team stands beside a name.
const (
	dayWidth   = 13
	classFrom  = 70 // below that the line of the scan in hand tells the class
	wideFrom   = 90
	mostTeams  = 4
	widestText = 100
)

// newestFirst is all scans, the newest first.
func newestFirst(f *kit.Frame) []account.Scan {
	all := slices.Clone(f.Firm.Scans)
	slices.Reverse(all)
	return all
}

func rowOf(k account.ScanKey) string {
	return string(k.Date) + " " + text.Search(k.Who) + " " + map[bool]string{true: text.Search(k.Team)}[k.Who == ""]
}

// held is the cursor on the scan that it was on.
func held(l widget.List, rows []account.Scan) widget.List {
	names := make([]string, len(rows))
	for i := range rows {
		names[i] = rowOf(rows[i].ScanKey)
	}
	return l.Hold(names)
}

func (s Screen) table(f *kit.Frame, rows []account.Scan) widget.Table {
	share := [2]int{2, 3}
	if f.W < classFrom {
		share = [2]int{3, 1} // the result is short there
	}
	return widget.Table{
		Count: len(rows),
		Columns: []widget.Column{
			{Title: f.T("scan.column.who"), Least: 14, Share: share[0]},
			{Title: f.T("scan.column.team"), Least: 12, From: wideFrom},
			{Title: f.T("scan.column.date"), Width: dayWidth},
			{Title: f.T("scan.column.result"), Least: 18, Share: share[1]},
		},
		Row: func(i int) widget.Row {
			r := resultOf(f, &rows[i])
			told := f.T("scan.points", r.Points, r.Max)
			switch n := len(r.Missing); {
			case n > 0 && f.W < classFrom:
				told += ", " + f.T("scan.open.least", n)
			case n > 0:
				told += ", " + f.N("scan.open.short", n)
			case f.W >= classFrom:
				told += " " + f.Theme.Glyphs.Dot + " " + r.Class.Name
			}
			return widget.Row{Cells: widget.Texts(calledOf(f, rows[i].ScanKey), rows[i].Team, f.Words.ShortDate(rows[i].Date, f.Today), told)}
		},
	}
}

// listLines are the scans, and below them the one in hand in one line.
func (s Screen) listLines(f *kit.Frame, h int) []string {
	rows := newestFirst(f)
	at := held(s.list, rows)
	lines := s.table(f, rows).View(*f, at, min(f.W, widestText), h-3)
	for len(lines) < h-2 {
		lines = append(lines, "")
	}
	one := rows[at.In(len(rows))]
	r := resultOf(f, &one)
	told := calledOf(f, one.ScanKey)
	if one.Who != "" && one.Team != "" {
		told += " " + f.Theme.Glyphs.Dot + " " + one.Team
	}
	sum := points(f, &r)
	if f.W < classFrom && len(r.Missing) == 0 {
		sum += " " + f.Theme.Glyphs.Dot + " " + r.Class.Name
	}
	return append(lines, cells.Line(told, f.W), f.Theme.Faint.Render(cells.Line(sum, f.W)))
}
