package sync_test

import (
	"testing"

	"kwi/internal/account"
	"kwi/internal/sync"
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

// TestAUnitIsPartOfTheRightSecond: of two wholes of one ID a unit is part of that of its own
// owner, here and back at the hub.
func TestAUnitIsPartOfTheRightSecond(t *testing.T) {
	hub := memory.New()
	one, other := newLaptop(t, "one", hub), newLaptop(t, "other", &closed{Store: hub, unseen: "one/"})
	third := newLaptop(t, "third", hub)
	one.brings(called("Of one"))
	one.syncs()
	unit := called("The unit")
	unit.ID, unit.PartOf = "unit", "c1"
	other.brings(called("Of the other"), unit)
	other.syncs()
	third.syncs()
	second := sync.Place{Owner: "other", ID: "c1"}.Second()
	part := func(l *laptop, want string) {
		t.Helper()
		if c, err := l.desk.Client(ctx, "unit"); err != nil || c.PartOf != want {
			t.Errorf("%s has the unit as part of %q, %v; want %q", l.name, c.PartOf, err, want)
		}
		if behind, err := l.pair.Behind(ctx); err != nil || len(behind) > 0 || len(l.apart()) > 0 {
			t.Errorf("%s is behind with %v, %v; apart is %v", l.name, behind, err, paths(l))
		}
	}
	part(third, second)
	part(other, "c1")
	third.changes("unit", renamed("Changed by a third"))
	third.syncs()
	other.syncs()
	part(third, second)
	part(other, "c1")
	third.changes("unit", func(c *account.Client) error { return c.JoinTo("") })
	third.syncs()
	other.syncs()
	part(other, "")
	third.changes("unit", func(c *account.Client) error { return c.JoinTo(second) })
	third.syncs()
	other.syncs()
	part(other, "c1")
	part(third, second)
}
