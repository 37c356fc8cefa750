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
// The library whose classes it uses has an order of its own, bidi.Paragraph, which
// is not enough: it tells of a piece only whether it reads from the right, so
// that a number within a Hebrew sentence and a word of ours between two cannot be
// told apart though they are put in other places; it reads a line as one from right to
// left where that begins with such a name, however its paragraph reads; it
// leaves the order of the pieces to us; and what it turns round puts a mark before
// its letter. TestTheLibraryDoesNotOrderALine says so as long as it is true.
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
