package kit_test

import (
	"testing"

	"kwi/ui/keys"
	"kwi/ui/kit"
)

// TestWhereNothingMayChangeAnActIsClosed unless it says that it only looks, or its key
// is one that moves; a reason of its own, which
// tells how to mend it, is no reason here.
func TestWhereNothingMayChangeAnActIsClosed(t *testing.T) {
	t.Parallel()
	acts := []kit.Act{
		{ID: "new", Keys: keys.New}, {ID: "open", Keys: keys.Open}, {ID: "read", Keys: keys.Open, Looks: true}, {ID: "back", Keys: keys.Back},
		{ID: "side", Keys: keys.Next}, {ID: "unbound"}, {ID: "never", Keys: keys.Remove, Why: "not now"}, {ID: "grade", Keys: keys.Digits},
	}
	want := []string{"shut", "shut", "", "", "", "shut", "shut", "shut"}
	for i, a := range kit.Closed(acts, "shut") {
		if a.Why != want[i] {
			t.Errorf("%s: %q, not %q", a.ID, a.Why, want[i])
		}
	}
	if acts[0].Why != "" {
		t.Error("the acts of the screen were changed")
	}
}
