package text

import "golang.org/x/text/unicode/bidi"

// weak settles numbers and what belongs to them: rules W1 to W7.
func (o *ordering) weak() {
	c, last, strong := o.classes, o.base, o.base
	o.ownNumbers()
	for i := range c {
		switch c[i] {
		case bidi.NSM: // what is set over a letter goes with it
			c[i] = last
		case bidi.L, bidi.R:
			strong = c[i]
		case bidi.AL:
			strong, c[i] = bidi.AL, bidi.R
		case bidi.EN:
			if strong == bidi.AL {
				c[i] = bidi.AN
			}
		}
		last = c[i]
	}
	for i := 1; i+1 < len(c); i++ {
		if before := c[i-1]; before == c[i+1] && (c[i] == bidi.CS && (before == bidi.EN || before == bidi.AN) || c[i] == bidi.ES && before == bidi.EN) {
			c[i] = before
		}
	}
	for i := 0; i < len(c); {
		j := i
		for j < len(c) && c[j] == bidi.ET {
			j++
		}
		if j > i && (i > 0 && c[i-1] == bidi.EN || j < len(c) && c[j] == bidi.EN) {
			for k := i; k < j; k++ {
				c[k] = bidi.EN
			}
		}
		i = max(j, i+1)
	}
	strong = o.base
	for i := range c {
		switch c[i] {
		case bidi.ES, bidi.ET, bidi.CS:
			c[i] = bidi.ON
		case bidi.L, bidi.R:
			strong = c[i]
		case bidi.EN:
			if strong == bidi.L {
				c[i] = bidi.L
			}
		}
	}
}

// ownNumbers gives the numbers of a line that reads from left to right its own
// direction, but for those within what reads from right to left.
func (o *ordering) ownNumbers() {
	if o.base != bidi.L {
		return
	}
	own := make([]bool, len(o.classes))
	for i, c := range o.classes {
		own[i] = c == bidi.EN && !o.enclosed(i)
	}
	for i := range own {
		if own[i] {
			o.classes[i] = bidi.L
		}
	}
}

// enclosed reports whether a number stands between what reads from right to
// left, with no more than spaces between.
func (o *ordering) enclosed(i int) bool {
	between := func(i int) bool {
		return o.classes[i] == bidi.EN || o.classes[i] == bidi.WS || i > 0 && i+1 < len(o.classes) && o.classes[i-1] == bidi.EN && o.classes[i+1] == bidi.EN
	}
	from, to := i, i
	for from > 0 && between(from) {
		from--
	}
	for to+1 < len(o.classes) && between(to) {
		to++
	}
	return fromRight(o.classes[from]) && fromRight(o.classes[to])
}

func fromRight(c bidi.Class) bool { return c == bidi.R || c == bidi.AL }
