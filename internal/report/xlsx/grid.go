package xlsx

import (
	"math"
	"slices"

	"kwi/internal/report"
)

// How many characters stand beside each other on A4, and from how many
// columns on it lies down.
const (
	upright       = 84.0
	lyingColumns  = 124.0
	lyingAt       = 7
	halfFull      = 44.0 // what the other columns may take of a page upright
	fewest        = 6    // columns of a sheet without a table
	narrowColumns = 6.5
	mostSheetRows = 24 // lines in one row
)

// grid divides the sheet into columns, by the table that has the most.
func (s *sheetLayout) grid() {
	var widest report.Table
	for _, x := range s.part.Blocks {
		if t, ok := x.(report.Table); ok && len(t.Columns) > len(widest.Columns) {
			widest = t
		}
	}
	n := len(widest.Columns)
	if n == 0 {
		s.widths = slices.Repeat([]float64{upright / fewest}, fewest)
		return
	}
	s.lies = liesOnSide(widest)
	total, shares := upright, 0
	if s.lies {
		total = lyingColumns
	}
	for _, c := range widest.Columns {
		shares += max(c.Share, 1)
		s.titles = append(s.titles, c.Title)
	}
	for _, c := range widest.Columns {
		s.widths = append(s.widths, max(total*float64(max(c.Share, 1))/float64(shares), narrowColumns, float64(len([]rune(c.Title)))*1.1+1))
	}
	over := -total
	for _, w := range s.widths {
		over += w
	}
	if i := s.broadest(); over > 0 { // the broadest gives what the narrow ones needed
		s.widths[i] = max(s.widths[i]-over, 20)
	}
}

// liesOnSide reports whether a table of many columns needs the page on its side.
func liesOnSide(t report.Table) bool {
	if len(t.Columns) < lyingAt {
		return false
	}
	need, broad, shares := 0.0, 0.0, 0
	for _, c := range t.Columns {
		shares += max(c.Share, 1)
	}
	for _, c := range t.Columns {
		w := narrowColumns
		if !c.Right {
			w = upright * float64(max(c.Share, 1)) / float64(shares)
			broad = max(broad, w)
		}
		need += w
	}
	return need-broad > halfFull
}

func (s *sheetLayout) broadest() (at int) {
	for i := range s.widths {
		if s.widths[i] > s.widths[at] {
			at = i
		}
	}
	return at
}

// spans gives a table its columns of the sheet: those with the same title
// where there are, else by their share of the width.
func (s *sheetLayout) spans(t report.Table) (from, to []int) {
	n, all := len(t.Columns), len(s.widths)
	from, to = make([]int, n), make([]int, n)
	if pinned, ok := s.pinned(t); ok {
		for i := range pinned {
			from[i], to[i] = pinned[i], pinned[i]
		}
		if n > 1 {
			to[0] = from[1] - 1
		}
		return from, to
	}
	shares := 0
	for _, c := range t.Columns {
		shares += max(c.Share, 1)
	}
	done, at := 0, 1
	for i, c := range t.Columns {
		done += max(c.Share, 1)
		goal := s.width(1, all) * float64(done) / float64(shares)
		end := at
		for end < all-(n-1-i) && math.Abs(s.width(1, end+1)-goal) < math.Abs(s.width(1, end)-goal) {
			end++
		}
		if i == n-1 {
			end = all
		}
		from[i], to[i] = at, end
		at = end + 1
	}
	return from, to
}

// pinned are the columns of the same titles, in the same order; the first
// stands first whatever it is called.
func (s *sheetLayout) pinned(t report.Table) ([]int, bool) {
	at, out := 0, []int{1}
	for _, c := range t.Columns[1:] {
		next := slices.Index(s.titles[min(at+1, len(s.titles)):], c.Title)
		if next < 0 {
			return nil, false
		}
		at += next + 1
		out = append(out, at+1)
	}
	return out, len(t.Columns) > 0
}
