package text

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/bidi"
)

// Marks of direction: invisible, and read by Visual at the front of a line.
const (
	LeftToRightMark = "\u200e"
	RightToLeftMark = "\u200f"
)

// firstRightToLeft is the first character that reads from right to left:
// what lies below it needs no ordering.
const firstRightToLeft = 0x0590

// HasRightToLeft reports whether anything in a text reads from right to left.
func HasRightToLeft(s string) bool {
	for _, r := range s {
		if r < firstRightToLeft {
			continue
		}
		if c := directionOf(r); c == bidi.R || c == bidi.AL {
			return true
		}
	}
	return false
}

// RightToLeft reports whether a paragraph reads from right to left: whether its
// first letter does.
func RightToLeft(s string) bool {
	for _, r := range s {
		switch directionOf(r) {
		case bidi.L:
			return false
		case bidi.R, bidi.AL:
			return true
		}
	}
	return false
}

func directionOf(r rune) bidi.Class {
	p, _ := bidi.LookupRune(r)
	return p.Class()
}

// MarkDirection puts in front of the lines of one paragraph in which way that
// reads, for Visual to know it of a line by itself. Without anything that reads
// from right to left they stay as they are.
func MarkDirection(paragraph string, lines []string) []string {
	if !HasRightToLeft(paragraph) {
		return lines
	}
	mark := LeftToRightMark
	if RightToLeft(paragraph) {
		mark = RightToLeftMark
	}
	for i := range lines {
		lines[i] = mark + lines[i]
	}
	return lines
}

// Visual is a line of text with its characters in the order in which they stand
// from left to right on paper, for what draws one after the other. It follows the
// bidirectional algorithm of Unicode, without embeddings, which we take out of
// all text. A mark in front says how the paragraph of the line reads; without
// one its first letter does.
//
// In one thing it is not that algorithm: in a line that reads from left to right
// a number belongs to what stands before it from right to left only if the
// same goes for what follows. Our sentences put dates and figures behind names.
func Visual(line string) string {
	rtl, marked := strings.HasPrefix(line, RightToLeftMark), strings.HasPrefix(line, LeftToRightMark)
	if rtl || marked {
		line = line[len(RightToLeftMark):]
	} else {
		rtl = RightToLeft(line)
	}
	if !rtl && !HasRightToLeft(line) {
		return line
	}
	o := newOrdering(line, rtl)
	o.weak()
	o.brackets()
	o.neutral()
	return o.ordered()
}

// ordering is a line on its way: what kind each character is of, which becomes
// its direction, and then how deep it is nested.
type ordering struct {
	runes    []rune
	original []bidi.Class
	classes  []bidi.Class
	base     bidi.Class // L or R
}

func newOrdering(line string, rtl bool) *ordering {
	o := &ordering{runes: []rune(line), base: bidi.L}
	if rtl {
		o.base = bidi.R
	}
	for _, r := range o.runes {
		o.original = append(o.original, directionOf(r))
	}
	o.classes = append(o.classes, o.original...)
	return o
}

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

// levels says how deep each character is nested: rules I1, I2 and L1.
func (o *ordering) levels() []int {
	base := 0
	if o.base == bidi.R {
		base = 1
	}
	out := make([]int, len(o.classes))
	for i, c := range o.classes {
		switch {
		case c == bidi.R:
			out[i] = 1
		case c == bidi.EN || c == bidi.AN:
			out[i] = 2
		case base == 1:
			out[i] = 2
		}
	}
	for i := len(out) - 1; i >= 0 && (o.original[i] == bidi.WS || o.original[i] == bidi.BN); i-- {
		out[i] = base
	}
	return out
}

// ordered reverses what is nested, deepest first, and turns brackets round: rules
// L2 to L4. A mark stays behind the letter that carries it.
func (o *ordering) ordered() string {
	levels, runes := o.levels(), append([]rune(nil), o.runes...)
	for i, r := range runes {
		if levels[i]%2 == 1 {
			runes[i] = mirrored(r)
		}
	}
	marks := make([]bool, len(runes))
	for i := range runes {
		marks[i] = o.original[i] == bidi.NSM
	}
	for level := 2; level >= 1; level-- {
		for i := 0; i < len(runes); {
			j := i
			for j < len(runes) && levels[j] >= level {
				j++
			}
			for a, b := i, j-1; a < b; a, b = a+1, b-1 {
				runes[a], runes[b] = runes[b], runes[a]
				levels[a], levels[b] = levels[b], levels[a]
				marks[a], marks[b] = marks[b], marks[a]
			}
			i = max(j, i+1)
		}
	}
	for i := 0; i < len(runes); i++ { // marks that now stand before their letter
		j := i
		for j < len(runes) && marks[j] && levels[j]%2 == 1 {
			j++
		}
		if j > i && j < len(runes) {
			slices.Reverse(runes[i : j+1])
			marks[i], marks[j] = false, true
			i = j
		}
	}
	return string(runes)
}

// mirrored is the other of two brackets, and of the few signs that point.
func mirrored(r rune) rune {
	switch r {
	case '<':
		return '>'
	case '>':
		return '<'
	case '«':
		return '»'
	case '»':
		return '«'
	}
	if p, _ := bidi.LookupRune(r); p.IsBracket() {
		return []rune(bidi.ReverseString(string(r)))[0]
	}
	return r
}

// isMark reports whether a character is set over or under the one before it.
func isMark(r rune) bool { return unicode.Is(unicode.Mn, r) }
