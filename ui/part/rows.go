package part

import (
	"slices"

	"kwi/internal/cells"
	"kwi/ui/kit"
	"kwi/ui/theme"
	"kwi/ui/widget/large"
)

// LargeRow is one of a few lines of a page in letters of dots: a sign before it,
// and what stands at its end.
type LargeRow struct {
	Sign, Text, End string
	Quiet           bool // stands back
}

// LargeRows draws rows in letters of dots, all in one size and with a line
// between them, the one in hand marked; false where there is no room for all.
// What stands at their ends is drawn so too where it fits. at below 0 marks
// none.
func LargeRows(f *kit.Frame, at int, rows []LargeRow, w, h int) (lines []string, ok bool) {
	if len(rows) == 0 {
		return nil, false
	}
	rows = slices.Clone(rows)
	for i := range rows {
		rows[i].End = cells.Line(rows[i].End, w)
	}
	most := (h+1)/len(rows) - 1
	for _, narrow := range []bool{false, true} { // letters as narrow as they are only where none else fit
		for _, dotted := range []bool{true, false} {
			d := largeRows{f: f, at: at, dotted: dotted}
			if !d.fits(rows, w, most, narrow) {
				continue
			}
			for i, r := range rows {
				lines = append(lines, d.row(i, r)...)
			}
			return lines[:len(lines)-1], true
		}
	}
	return nil, false
}

// fits finds the largest size of at most so many lines in which all rows fit; of
// sizes that are as high it tries the narrower too where that is wanted.
func (d *largeRows) fits(rows []LargeRow, w, most int, narrow bool) bool {
	all := texts(rows, d.dotted)
	for room := w; most >= leastLetters; {
		size, ok := large.OneSize(room, most, all...)
		if !ok {
			return false
		}
		d.size, d.sign = size, 0
		if d.measure(rows) <= w {
			return true
		}
		if !narrow {
			most = size.Rows() - 1
			continue
		}
		room = 0
		for _, text := range all {
			room = max(room, size.Width(text)-1)
		}
	}
	return false
}

// leastLetters is how many lines the smallest letters of dots take.
const leastLetters = 4

// texts are all that is in letters of dots.
func texts(rows []LargeRow, ends bool) (out []string) {
	for _, r := range rows {
		out = append(out, r.Text)
		if r.Sign != "" {
			out = append(out, r.Sign)
		}
		if ends && r.End != "" {
			out = append(out, r.End)
		}
	}
	return out
}

// largeRows is how rows are drawn.
type largeRows struct {
	f      *kit.Frame
	at     int
	size   large.Size
	dotted bool // the ends too
	sign   int  // width of the signs with the space behind them
}

// gap is how many cells lie between what stands on a row.
func (d *largeRows) gap() int { return d.size.Rows() }

// measure finds how wide the signs are, and tells how wide the widest row is.
func (d *largeRows) measure(rows []LargeRow) (wide int) {
	for _, r := range rows {
		if r.Sign != "" {
			d.sign = max(d.sign, d.size.Width(r.Sign)+d.gap())
		}
	}
	for _, r := range rows {
		w := cursorRoom + d.sign + d.size.Width(r.Text)
		switch {
		case r.End == "":
		case d.dotted:
			w += d.gap() + d.size.Width(r.End)
		default:
			w += d.gap() + cells.Width(r.End)
		}
		wide = max(wide, w)
	}
	return wide
}

// cursorRoom is what the cursor takes before a row.
const cursorRoom = 2

// look is how a row looks.
func (d *largeRows) look(i int, r LargeRow) theme.Style {
	switch t := d.f.Theme; {
	case i == d.at:
		return t.Strong
	case r.Quiet:
		return t.Faint
	default:
		return t.Text
	}
}

// row is one, and the line below it.
func (d *largeRows) row(i int, r LargeRow) (lines []string) {
	t, n := d.f.Theme, d.size.Rows()
	text := d.size.Draw(d.look(i, r), r.Text)
	sign, end := make([]string, n), make([]string, n)
	if r.Sign != "" {
		sign = d.size.Draw(d.look(i, r), r.Sign)
	}
	switch {
	case r.End == "":
	case d.dotted:
		end = d.size.Draw(t.Faint, r.End)
	default:
		end[n/2] = t.Faint.Render(r.End)
	}
	for y := range n {
		mark := cells.Spaces(cursorRoom)
		if i == d.at && y == n/2 {
			mark = t.Accent.Render(t.Glyphs.Cursor) + " "
		}
		line := mark + cells.Pad(sign[y], d.sign) + text[y]
		if end[y] != "" {
			line += cells.Spaces(d.gap()) + end[y]
		}
		lines = append(lines, line)
	}
	return append(lines, "")
}
