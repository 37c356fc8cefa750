package table

import (
	"slices"
	"strconv"
)

// Result is what a proposal comes to.
type Result string

// The results.
const (
	Adds    Result = "adds"    // something would change
	Present Result = "present" // nothing would: what was understood is there already
	Nothing Result = "nothing" // nothing would: nothing was understood, or what was cannot be taken over
)

// Result tells what the proposal comes to. It is never Present where nothing
// was understood, or where all grades are others than those that are there.
func (p Proposal) Result() Result {
	otherwise := slices.ContainsFunc(p.Odd, func(o Oddity) bool { return o.Ground == Kept || o.Ground == Hidden })
	otherwise = otherwise || p.Otherwise()
	switch {
	case !p.Empty():
		return Adds
	case p.Known+p.Same+p.Ticked == 0, p.Same == 0 && otherwise:
		return Nothing
	}
	return Present
}

// Left is how many things in the table are not taken over, each told of.
func (p Proposal) Left() int {
	n := p.More + p.Crowd
	for _, r := range p.Rows {
		if n += r.Found.Bad(); r.State == FormRefused || r.State == FormStays {
			n++
		}
	}
	for _, o := range p.Odd {
		if o.Ground.leaves() {
			n++
		}
	}
	return n
}

// unread tells of all that stands in the table and is not looked at.
func (w *planWork) unread() {
	for _, l := range w.p.table.loose {
		why := NoHeads
		if l.above {
			why = Above
		}
		w.odd(Place{l.first.Sheet, l.first.Number, 1}, why, strconv.Itoa(l.rows), l.first.quoted())
	}
	beyond := map[int]bool{}
	for i := range w.blocks {
		b := &w.blocks[i]
		blanks := 0
		for _, u := range b.unread {
			switch {
			case w.reads(b, u.column):
				continue
			case len(b.rows) > 0 && b.blank(u.column):
				blanks++
				continue
			}
			known := len(w.p.Odd)
			w.odd(Place{b.head.Sheet, b.head.Number, u.column + 1}, u.why, u.values...)
			for i := known; i < len(w.p.Odd); i++ {
				w.p.Odd[i].Card = b.head.Card
			}
		}
		if blanks > 0 {
			w.odd(Place{b.head.Sheet, b.head.Number, 1}, Blanks, strconv.Itoa(blanks))
		}
		for _, at := range b.headless() {
			w.odd(at, Headless)
		}
		if len(b.rows) == 0 {
			w.odd(Place{b.head.Sheet, b.head.Number, 1}, NoRows)
		}
		for _, r := range append([]Row{b.head}, b.rows...) {
			if r.Beyond > 0 && !beyond[r.Sheet] {
				beyond[r.Sheet] = true
				w.odd(Place{r.Sheet, r.Number, r.Beyond}, Beyond)
			}
			for _, column := range r.Uncomputed {
				w.odd(Place{r.Sheet, r.Number, column}, Uncomputed)
			}
		}
	}
}

// Replacing is the same table where an answer of a form takes the place of another one
// that is there.
func (p Proposal) Replacing() Table { return p.table.Replacing() }

// Otherwise reports whether somebody answered otherwise than a form has it, and that
// stays: Replacing would put the form in its place.
func (p Proposal) Otherwise() bool {
	return slices.ContainsFunc(p.Rows, func(r FormRow) bool { return r.State == FormStays })
}
