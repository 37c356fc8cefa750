package text

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// letterForms are how an Arabic letter is written: by itself, at the end, at the
// beginning and in the middle of what it is joined with. Who joins only with
// what is before has the first two.
type letterForms []rune

// The places of a form.
const (
	isolated = iota
	final
	initial
	medial
)

// arabicForms are the forms that Unicode has of each letter, and of lam with
// each alef.
var arabicForms = sync.OnceValue(func() map[string]letterForms {
	out := map[string]letterForms{}
	for _, block := range [][2]rune{{0xFE80, 0xFEFC}, {0xFB50, 0xFBFF}} {
		for r := block[0]; r <= block[1]; r++ { // in each, the forms of a letter stand in our order
			plain := norm.NFKC.String(string(r))
			if n := utf8.RuneCountInString(plain); plain != string(r) && (n == 1 || n == 2 && r >= 0xFEF5) {
				out[plain] = append(out[plain], r)
			}
		}
	}
	return out
})

const (
	lam     = 'ل'
	tatweel = 'ـ'
	joiner  = '\u200d'
)

// arabic reports whether a character is a letter of the Arabic script as it is
// typed, before it has a form.
func arabic(r rune) bool {
	return r >= 0x0620 && r <= 0x08FF && unicode.Is(unicode.Arabic, r) && unicode.IsLetter(r)
}

// Shape gives the letters of Arabic the forms in which they join, for what draws
// one letter after the other. A form that is not to be had leaves the letter as
// it is; unjoined are those that should have joined and do not.
func Shape(s string, has func(rune) bool) (shaped string, unjoined []rune) {
	if !strings.ContainsFunc(s, arabic) {
		return s, nil
	}
	runes, forms := []rune(s), arabicForms()
	beside := func(i, step int) rune { // the letter before or after, past the marks
		for i += step; i >= 0 && i < len(runes); i += step {
			if !isMark(runes[i]) {
				return runes[i]
			}
		}
		return 0
	}
	forward := func(r rune) bool { return r == tatweel || r == joiner || len(forms[string(r)]) == 4 } // joins with what follows
	backward := func(r rune) bool { return r == tatweel || r == joiner || len(forms[string(r)]) >= 2 }
	var b strings.Builder
	for i := 0; i < len(runes); i++ {
		r := runes[i]
		if !arabic(r) || r == tatweel {
			b.WriteRune(r)
			continue
		}
		before := forward(beside(i, -1))
		if r == lam && i+1 < len(runes) {
			if pair := forms[string(runes[i:i+2])]; len(pair) == 2 && has(pair[isolated]) && has(pair[final]) {
				b.WriteRune(pair[boolIndex(before)])
				i++
				continue
			}
		}
		own := forms[string(r)]
		form := isolated
		if before && len(own) >= 2 {
			form = final
		}
		if len(own) == 4 && backward(beside(i, 1)) {
			form += initial - isolated
		}
		switch {
		case form < len(own) && has(own[form]):
			r = own[form]
		case form != isolated || len(own) == 0 && (before || backward(beside(i, 1))):
			unjoined = append(unjoined, r)
		}
		b.WriteRune(r)
	}
	return b.String(), unjoined
}

func boolIndex(b bool) int {
	if b {
		return 1
	}
	return 0
}
