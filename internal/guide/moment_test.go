package guide

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

// TestALineBesideTheWorkFits: a line stands beside its key on 80 columns, and
// has a reason that says more than the line.
func TestALineBesideTheWorkFits(t *testing.T) {
	const room = 72
	for _, g := range readLibrary().guides {
		said := map[string]string{}
		for _, name := range Moments() {
			m := g.Moment(name)
			if m.When == "" || len(m.Says) == 0 || strings.HasSuffix(m.When, ".") {
				t.Errorf("%s %s: %+v", g.Tag(), name, m)
			}
			for _, l := range m.Says {
				if n := utf8.RuneCountInString(l.Text); n > room {
					t.Errorf("%s %s has %d characters: %s", g.Tag(), name, n, l.Text)
				}
				if l.Why == "" || strings.Contains(l.Why, l.Text) {
					t.Errorf("%s %s: no reason for %q", g.Tag(), name, l.Text)
				}
				if at := said[l.Text]; at != "" {
					t.Errorf("%s %s says what %s says: %s", g.Tag(), name, at, l.Text)
				}
				said[l.Text] = name
			}
		}
		for _, w := range g.Wisdoms() {
			if utf8.RuneCountInString(w) > room {
				t.Errorf("%s: a wisdom takes one line: %s", g.Tag(), w)
			}
		}
		if n := len(g.Wisdoms()); n < 30 || n != len(slices.Compact(slices.Sorted(slices.Values(g.Wisdoms())))) {
			t.Errorf("%s: %d wisdoms, each once", g.Tag(), n)
		}
	}
	if nl.Said("draft.unwanted") == "" || nl.Said("draft.nothing") != "" || len(nl.Moment("nothing").Says) > 0 {
		t.Error("what is said at a moment is its first line")
	}
}

// elsewhere are the beginnings of the keys of what has a place of its own: the
// library, the letters and lists, the talk with its topics and words to ask on
// about, what is said of what was typed, the plan, the scan, the choice of the approach.
var elsewhere = []string{
	"library.", "communicate.", "measure.", "reminder.", "invitation.", "news.", "concept.", "list.", "nps.", "question.",
	"interview.", "topic.", "container.", "hint.", "example.", "plan.", "scan.", "approach.", "needs.", "stage.",
}

// TestEveryTextHasItsPlace: what is said is a moment, is read on behind one, is
// in the library, or has a place of its own.
func TestEveryTextHasItsPlace(t *testing.T) {
	read := ""
	for _, e := range nl.Shelf() {
		read += e.Words() + "\n"
	}
	for _, id := range WorkLists() {
		for _, g := range readLibrary().guides {
			e := g.Reading(id)
			if e.ID != id || len(e.Parts) != 1 || len(e.Parts[0].Lines) < 3 {
				t.Errorf("%s %s: %v", g.Tag(), id, e)
			}
		}
		read += nl.Reading(id).Words() + "\n"
	}
	if e := nl.Reading("nothing"); e.ID != "" || nl.Reading("nps").Title == "" {
		t.Errorf("got %v", e)
	}
	for key, texts := range readLibrary().guides[0].texts {
		if strings.HasPrefix(key, momentPrefix) || slices.ContainsFunc(elsewhere, func(p string) bool { return strings.HasPrefix(key, p) }) {
			continue
		}
		for _, text := range texts {
			f := fields(text)
			if !strings.Contains(read, f[0]) && !strings.Contains(read, f[1]) {
				t.Errorf("%s has no moment and no place: when does anybody see it? %s", key, text)
			}
		}
	}
}
