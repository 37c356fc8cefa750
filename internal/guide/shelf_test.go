package guide

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"kwi/internal/account"
)

// on is the entry of a shelf with that ID.
func on(g *Guide, id string) Entry {
	shelf := g.Shelf()
	if i := slices.IndexFunc(shelf, func(e Entry) bool { return e.ID == id }); i >= 0 {
		return shelf[i]
	}
	return Entry{}
}

// TestTicksOutliveTheWords: what a client's ticks are kept by is the same in
// every language, and may never change or go.
func TestTicksOutliveTheWords(t *testing.T) {
	for id, want := range map[string]string{
		"ict": "case roles lead research information support communication processes market focus",
		"cleaning": "goal scope team planning risks stakeholders analyses procedure outsourcing contract duration lots price decisions " +
			"buildings figures policy budget complaints contracts spend particular size costs model trends suppliers hallmarks quality law examples others pitfalls",
		"survey": "by what how when among", "hostmanship": "",
	} {
		for _, g := range []*Guide{nl, en} {
			if got := strings.Join(on(g, id).Points(), " "); got != want {
				t.Errorf("%s in %s: %s", id, g.Tag(), got)
			}
		}
	}
}

func TestTheShelfIsInOrderAndEveryEntryIsKnownByOneName(t *testing.T) {
	for _, g := range []*Guide{nl, en} {
		seen := map[string]bool{}
		at := 0
		for i, e := range g.Shelf() {
			if seen[e.ID] || !account.ValidID(e.ID) || e.Own() || e.ID != nl.Shelf()[i].ID {
				t.Errorf("%s is no name of its own", e.ID)
			}
			seen[e.ID] = true
			if k := slices.Index(Kinds(), e.Kind); k < at {
				t.Errorf("%s stands behind another kind", e.ID)
			} else {
				at = k
			}
			points := e.Points()
			slices.Sort(points)
			if len(slices.Compact(points)) != len(e.Points()) {
				t.Errorf("%s has a point twice", e.ID)
			}
		}
	}
}

func TestAllWordsOfAnEntryCanBeFound(t *testing.T) {
	for id, words := range map[string]string{"ict": "toekomstige schermen", "survey": "storing", "denominator": "vier vijfde", "simplefirst": "eilanden", "notall": "bij een nee", "nps": "korrel zout", "ahead": "vraagt het vooraf", "probing": "productiviteit", "asclient": "raden", "habits": "schuld"} {
		if !strings.Contains(on(nl, id).Words(), words) {
			t.Errorf("%s does not hold %q: %s", id, words, on(nl, id).Words())
		}
	}
	if l := on(en, "differences").Parts[0].Lines[0]; l.Title != "Who asks" || !strings.HasPrefix(l.Text, "A survey: ") || strings.Contains(l.Text, "{") {
		t.Errorf("got %+v", l)
	}
	if n := len(nl.Wisdoms()); n < 20 {
		t.Errorf("%d wisdoms", n)
	}
}

func TestAnOwnEntryIsOneOfTheLibrary(t *testing.T) {
	own := account.OwnEntry{ID: "own-start", Kind: account.OwnChecklist, Title: "Start", Text: "when", Items: []account.OwnItem{{Number: 3, Text: "a"}}, Withdrawn: "2026-06-20"}
	want := Entry{ID: "own-start", Kind: Checklist, Title: "Start", When: "when", Parts: []Part{{Lines: []Line{{ID: "3", Text: "a"}}}}, Gone: true}
	if e := OwnEntry(own); !reflect.DeepEqual(e, want) || !e.Own() {
		t.Errorf("got %+v", e)
	}
	own.Kind, own.Withdrawn = account.OwnValue, ""
	if e := OwnEntry(own); len(e.Points()) != 0 || e.Gone {
		t.Errorf("got %+v", e)
	}
	for _, kind := range account.OwnKinds() {
		if !slices.Contains(Kinds(), Kind(kind)) {
			t.Errorf("%s has no place in the library", kind)
		}
	}
}
