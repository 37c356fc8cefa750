package xlsx

import (
	"math"
	"slices"

	"kwi/internal/report"
)

// How many characters stand beside each other on A4, and from how many
// columns on it lies down.
const (
	upright  = 92.0
	lying    = 136.0
	lyingAt  = 7
	fewest   = 6 // columns of a sheet without a table
	narrow   = 6.5
	longest_ = 24 // lines in one row
)

// grid divides the sheet into columns, by the table that has the most.
func (s *sheet) grid() {
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
	total, shares := s.across(n), 0
	for _, c := range widest.Columns {
		shares += max(c.Share, 1)
		s.titles = append(s.titles, c.Title)
	}
	for _, c := range widest.Columns {
		s.widths = append(s.widths, max(total*float64(max(c.Share, 1))/float64(shares), narrow, float64(len([]rune(c.Title)))*1.1+1))
	}
	over := -total
	for _, w := range s.widths {
		over += w
	}
	if i := s.broadest(); over > 0 { // the broadest gives what the narrow ones needed
		s.widths[i] = max(s.widths[i]-over, 20)
	}
}

// across is how wide a page is for so many columns.
func (s *sheet) across(columns int) float64 {
	if columns >= lyingAt {
		return lying
	}
	return upright
}

func (s *sheet) lies() bool { return len(s.titles) >= lyingAt }

func (s *sheet) broadest() (at int) {
	for i := range s.widths {
		if s.widths[i] > s.widths[at] {
			at = i
		}
	}
	return at
}

// spans gives a table its columns of the sheet: those with the same title
// where there are, else by their share of the width.
func (s *sheet) spans(t report.Table) (from, to []int) {
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
func (s *sheet) pinned(t report.Table) ([]int, bool) {
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
