package sync_test

import (
	"testing"

	"kwi/store/memory"
)

// TestAUnitComesBeforeItsWhole, and where that is not shared without it.
func TestAUnitComesBeforeItsWhole(t *testing.T) {
	hub := memory.New()
	one := newLaptop(t, "one", hub)
	whole, unit := called("The whole"), called("The unit")
	whole.ID, unit.ID, unit.PartOf = "z-whole", "a-unit", "z-whole"
	one.brings(whole, unit)
	one.syncs()
	other, without := newLaptop(t, "other", hub), newLaptop(t, "without", &closed{Store: hub, unseen: "one/z-whole"})
	for _, l := range []*laptop{other, without} {
		l.syncs()
		c, err := l.desk.Client(ctx, "a-unit")
		if err != nil || c.PartOf != "z-whole" {
			t.Errorf("%s has the unit as part of %q, %v", l.name, c.PartOf, err)
		}
	}
	if len(other.named()) != 2 || len(without.named()) != 1 {
		t.Errorf("they have %v and %v", other.named(), without.named())
	}
}
