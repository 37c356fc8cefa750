package questionnaire

import (
	"regexp"
	"strings"
	"sync"

	"kwi/internal/text"
)

// Runs tells lists apart that stand in one text or sheet, one below the other.
// A list asks a question once, first all grades, and its reference ends it: so
// what begins anew belongs to another list, or is the same once more.
type Runs struct {
	asked                          map[string]bool // in the list in hand
	lettered                       bool            // it is past its grades
	graded, told, named            bool            // it has a grade, another answer, and its own reference
	behind                         bool            // it follows one that ended with a reference
	answered, nameless, unreadable int             // lists with an answer, and those of them that do not say whose they are
}

// Place is a place to answer, by its code or letter.
func (r *Runs) Place(code string, grade, filled bool) {
	if r.asked[code] || grade && r.lettered {
		r.end()
	}
	if r.asked == nil {
		r.asked = map[string]bool{}
	}
	r.asked[code] = true
	r.lettered = r.lettered || !grade
	r.graded = r.graded || grade && filled
	r.told = r.told || !grade && filled
}

// filled reports whether the list in hand has an answer. One letter with a
// bracket behind it may stand below anybody's name.
func (r *Runs) filled() bool { return r.graded || r.told && len(r.asked) > 2 }

// EndIn ends a list where a text says that one ends.
func (r *Runs) EndIn(text string) {
	for _, named := range endings(text) {
		r.endAt(named)
	}
}

// endAt ends a list, with its reference or with what was one.
func (r *Runs) endAt(named bool) {
	if !named && r.filled() {
		r.unreadable++
	}
	r.named = named
	r.end()
}

func (r *Runs) end() {
	switch {
	case r.filled() && r.named:
		r.answered++
	case r.filled() && r.behind:
		r.unreadable++
	case r.filled():
		r.answered++
		r.nameless++
	}
	r.behind = r.behind || r.named && len(r.asked) > 0
	*r = Runs{behind: r.behind, answered: r.answered, nameless: r.nameless, unreadable: r.unreadable}
}

// Stray reports whether there are answers of which nobody can say to which
// list they belong. One list with answers and no reference may stand above an
// empty copy that has it: whoever answers a mail writes on top.
func (r *Runs) Stray() bool {
	r.end()
	return r.unreadable > 0 || r.answered > 1 && r.nameless > 0
}

// once is what was a reference, with whatever a mail program made of its
// signs: a half-year, initials, and the print.
var once = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?i)[0-9]{4}H[12][^\pL\pN]{1,12}[\pL\pN]{1,4}[^\pL\pN]{1,12}[0-9a-f]{16}\b`)
})

// endings are the lines of a text on which a list ends: true where its
// reference can be read.
func endings(s string) map[int]bool {
	s = text.Compose(s)
	lines := map[int]bool{}
	mark := func(at int, named bool) {
		n := strings.Count(s[:at], "\n")
		lines[n] = lines[n] || named
	}
	read := 0
	found := findReferences(s)
	for _, at := range once().FindAllStringIndex(s, -1) {
		for read < len(found) && found[read].to < at[1] {
			read++
		}
		if read == len(found) || found[read].from > at[0] {
			mark(at[0], false)
		}
	}
	for _, f := range found {
		mark(f.from, true)
	}
	return lines
}

// StrayBeside is what stands in one file with a list and has answers, and does
// not say whose they are.
func StrayBeside(r Return) Return {
	return Return{File: r.File, Reference: r.Reference, No: &Reason{Ground: Stray}}
}
