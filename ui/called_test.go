package ui

import (
	"maps"
	"testing"

	"kwi/internal/account"
	"kwi/internal/hand"
)

// What is half typed of two people goes along with each of them, also where the one
// has now the initials that the other had.
func TestWhatIsHalfTypedGoesAlongWithSwappedInitials(t *testing.T) {
	t.Parallel()
	n := account.Renames{People: []account.Renaming{{Was: "AA", Is: "BB"}, {Was: "BB", Is: "AA"}}}
	d := hand.Draft{Place: "test/2026H2/AA", Values: map[string]string{"AA": "of the first", "BB": "of the second", "who": "AA"}}
	want := map[string]string{"BB": "of the first", "AA": "of the second", "who": "BB"}
	for range 50 { // a map has no order
		if got := draftCalled(d, n); got.Place != "test/2026H2/BB" || !maps.Equal(got.Values, want) {
			t.Fatalf("%s %v", got.Place, got.Values)
		}
	}
	if got := draftCalled(hand.Draft{Place: "x"}, n); got.Values != nil {
		t.Errorf("%v of nothing", got.Values)
	}
}
