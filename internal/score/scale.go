package score

import "kwi/internal/account"

// Scale is the whole grades between which a trend is drawn. All trends of a
// client have the same one, so that a tenth looks like a tenth in each of them
// and one KWI can be held against another.
type Scale struct{ Low, High int }

// leastScale is how many grades a scale is high at least: below that a small
// move would look like a leap.
const leastScale = 2

// Scale is that of all trends of a client up to and including a cycle, the
// newest where it is "": the whole grades round every score that is shown, of
// each KWI and of the total, and round every target.
func (h History) Scale(c *account.Client, upTo account.CycleName) Scale {
	figures := make([]Figure, 0, 32)
	for i := 0; i <= h.at(upTo); i++ {
		figures = append(figures, h[i].figure(0))
		for k := range h[i].KWIs {
			figures = append(figures, h[i].KWIs[k].Sums.Score())
		}
		if y := c.Cycle(h[i].Cycle); y != nil {
			for k := range y.KWIs {
				figures = append(figures, Aim(y.KWIs[k].Target))
			}
		}
	}
	return ScaleOf(figures)
}

// ScaleOf is the whole grades round some figures: at least two high, within 0
// and 10. Without any figure it is all of it.
func ScaleOf(figures []Figure) Scale {
	low, high := None, None
	for _, f := range figures {
		switch {
		case !f.OK():
		case !low.OK():
			low, high = f, f
		default:
			low, high = min(low, f), max(high, f)
		}
	}
	if !low.OK() {
		return Scale{0, 10}
	}
	s := Scale{int(low) / 100, (int(high) + 99) / 100}
	for s.High-s.Low < leastScale {
		if s.High < 10 {
			s.High++
		} else {
			s.Low--
		}
	}
	return s
}

// Step is which of so many equal steps a figure lies in, counted from 0. What
// lies outside the scale is in the outermost step.
func (s Scale) Step(f Figure, steps int) int {
	return min(max((int(f)-100*s.Low)*steps/(100*(s.High-s.Low)), 0), steps-1)
}

// Rows are the rows of a figure and of its target in a chart of which the
// highest grade lies so many rows, two at least, above the lowest; each counts
// from the lowest up, and is -1 where there is none. A figure lies on the side
// of its target, or in the row of it, that its rung says.
func (s Scale) Rows(f, target Figure, rows int) (at, aim int) {
	at, aim = s.row(f, rows), s.row(target, rows)
	if aim < 0 || at < 0 {
		return at, aim
	}
	if int(target) > 100*s.Low && int(target) < 100*s.High { // leaves a row on both sides
		aim = min(max(aim, 1), rows-1)
	}
	switch rungOf(f, account.Target(target)) {
	case LessThanExpected:
		return min(at, aim-1), aim
	case MoreThanExpected:
		return max(at, aim+1), aim
	}
	return aim, aim
}

// row is the row that a figure is nearest to.
func (s Scale) row(f Figure, rows int) int {
	if !f.OK() {
		return -1
	}
	grades := 100 * (s.High - s.Low)
	return min(max(((int(f)-100*s.Low)*2*rows+grades)/(2*grades), 0), rows)
}
