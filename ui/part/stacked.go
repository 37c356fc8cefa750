package part

import (
	"slices"

	"kwi/internal/cells"
	"kwi/ui/kit"
	"kwi/ui/widget/large"
)

// mostApart is how many lines more there are at most between two rows.
const mostApart = 3

// LargeAlike draws texts of any length in letters of dots, all in one size, each in
// at most w by h cells; none where they do not fit.
func LargeAlike(f *kit.Frame, w, h int, texts ...string) (drawn [][]string) {
	draw, ok := large.Alike(w, h, texts...)
	if !ok {
		return nil
	}
	for i := range texts {
		drawn = append(drawn, draw(i, f.Theme.Strong))
	}
	return drawn
}

// LargeStack draws rows of any length in letters of dots, what stands at their
// end below them, the one in hand marked; false where there is no room for all.
func LargeStack(f *kit.Frame, at int, rows []LargeRow, w, h int) (lines []string, ok bool) {
	if len(rows) == 0 {
		return nil, false
	}
	var words, ends []string
	for _, r := range rows {
		words = append(words, r.Text)
		if r.End != "" {
			ends = append(ends, r.End)
		}
	}
	each := (h+1)/len(rows) - 1
	room := each - 1
	small, dotted := large.OneSize(w-cursorRoom, each/4, ends...)
	if dotted {
		room = each - small.Rows() - 1
	}
	draw, ok := large.Alike(w-cursorRoom, room, words...)
	if !ok {
		return nil, false
	}
	d := largeRows{f: f, at: at}
	var apart []int // the lines between the rows
	for i, r := range rows {
		text := draw(i, d.look(i, r))
		for y, l := range text {
			mark := cells.Spaces(cursorRoom)
			if i == at && y == len(text)/2 {
				mark = f.Theme.Accent.Render(f.Theme.Glyphs.Cursor) + " "
			}
			lines = append(lines, mark+l)
		}
		end := []string{f.Theme.Faint.Render(cells.Line(r.End, w-cursorRoom))}
		if dotted && r.End != "" {
			end = append([]string{""}, small.Draw(f.Theme.Faint, r.End)...)
		}
		lines = append(lines, cells.Indent(end, cursorRoom)...)
		if i < len(rows)-1 {
			lines, apart = append(lines, ""), append(apart, len(lines))
		}
	}
	for i, at := range slices.Backward(apart) { // what is left over lies there too
		lines = slices.Insert(lines, at, make([]string, min((h-len(lines))/(i+1), mostApart))...)
	}
	return lines[:min(len(lines), h)], true
}
