package text

import "golang.org/x/text/unicode/bidi"

// strongOf is the direction that a character has by itself: a number counts as
// from right to left.
func strongOf(c bidi.Class) (bidi.Class, bool) {
	switch c {
	case bidi.L:
		return bidi.L, true
	case bidi.R, bidi.EN, bidi.AN:
		return bidi.R, true
	}
	return bidi.ON, false
}

// brackets gives both brackets of a pair one direction: rule N0.
func (o *ordering) brackets() {
	type open struct {
		closing rune
		at      int
	}
	var stack []open
	pairs := map[int]int{}
	for i, r := range o.runes {
		p, _ := bidi.LookupRune(r)
		switch {
		case o.classes[i] != bidi.ON || !p.IsBracket():
		case p.IsOpeningBracket():
			stack = append(stack, open{mirrored(r), i})
		default:
			for j := len(stack) - 1; j >= 0; j-- {
				if stack[j].closing == r {
					pairs[stack[j].at] = i
					stack = stack[:j]
					break
				}
			}
		}
	}
	before := o.base
	for i := range o.runes {
		if to, ok := pairs[i]; ok {
			if d, within := o.within(i+1, to); within {
				if d != o.base && before == o.base {
					d = o.base
				}
				o.classes[i], o.classes[to] = d, d
			}
		}
		if d, ok := strongOf(o.classes[i]); ok {
			before = d
		}
	}
}

// within is the direction of what stands between brackets: that of the line
// where anything in it has it.
func (o *ordering) within(from, to int) (d bidi.Class, ok bool) {
	for i := from; i < to; i++ {
		if one, strong := strongOf(o.classes[i]); strong {
			if d, ok = one, true; one == o.base {
				break
			}
		}
	}
	return d, ok
}

// neutral gives spaces and signs the direction of what is on both sides of
// them, and else that of the line: rules N1 and N2.
func (o *ordering) neutral() {
	c, before := o.classes, o.base
	for i := 0; i < len(c); {
		if d, ok := strongOf(c[i]); ok {
			before = d
			i++
			continue
		}
		j, after := i, o.base
		for ; j < len(c); j++ {
			if d, ok := strongOf(c[j]); ok {
				after = d
				break
			}
		}
		d := o.base
		if before == after {
			d = before
		}
		for ; i < j; i++ {
			c[i] = d
		}
	}
}
