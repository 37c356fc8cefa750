package xlsx

import "slices"

// The heights of rows in points, and of what a page of A4 holds between its
// margins.
const (
	summary     = "summary" // the part that is one page
	chartRow    = 15.0
	rowAir      = 8.0
	uprightPage = 762.0
	lyingPage   = 515.0
)

// rise gives every row its height, and begins a page before a section that
// would otherwise be torn, or of which only the beginning would fit.
func (b *monitorBook) rise(s *sheetLayout) (err error) {
	for row := 1; row <= s.row; row++ {
		if err := b.SetRowHeight(s.name, row, s.tall(row)); err != nil {
			return err
		}
	}
	if s.part.ID == summary {
		return nil // is one page however much it says
	}
	page := s.page()
	head := s.between(1, s.repeated()+1) // comes again on every page
	used := 0.0
	for i, from := range append([]int{1}, s.sections...) {
		to := s.row + 1
		if i < len(s.sections) {
			to = s.sections[i]
		}
		need := s.between(from, to)
		if left := page - used; i > 0 && need > left && (need <= page-head || left < page/2) {
			if err := b.InsertPageBreak(s.name, cellName(1, from)); err != nil {
				return err
			}
			used = head
		}
		if used += need; used <= page {
			continue
		}
		if used, err = b.within(s, from, to, used-need, head); err != nil {
			return err
		}
	}
	return nil
}

// within ends pages within a section that one page cannot hold, where the rows
// of a table allow it, and gives how much of the last is used.
func (b *monitorBook) within(s *sheetLayout, from, to int, used, head float64) (float64, error) {
	at, page := from, s.page()
	for _, next := range append(slices.Clone(s.units), to) {
		if next <= at || next > to {
			continue
		}
		need := s.between(at, next)
		if at > from && used+need > page && need <= page-head {
			if err := b.InsertPageBreak(s.name, cellName(1, at)); err != nil {
				return 0, err
			}
			used = head
		}
		for used += need; used > page; {
			used -= page - head
		}
		at = next
	}
	return used, nil
}

// repeated is how many rows stand on every page: what this is and, where
// there is but one table, its head.
func (s *sheetLayout) repeated() int {
	tables := 0
	for _, it := range s.items {
		if _, ok := it.(tableRows); ok {
			tables++
		}
	}
	n := s.cover
	if tables == 1 {
		n = s.frozen
	}
	if s.between(1, n+1) > s.page()/3 {
		return 0 // of a name as long as a page
	}
	return n
}

// page is what one page holds.
func (s *sheetLayout) page() float64 {
	if s.lies {
		return lyingPage
	}
	return uprightPage
}

// tall is the height of a row.
func (s *sheetLayout) tall(row int) float64 {
	if h, ok := s.heights[row]; ok {
		return h
	}
	return rowAir
}

// between is the height of the rows from one up to another.
func (s *sheetLayout) between(from, to int) (h float64) {
	for row := from; row < to; row++ {
		h += s.tall(row)
	}
	return h
}
