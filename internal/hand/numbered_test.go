package hand_test

import (
	"testing"

	"kwi/internal/account"
	"kwi/internal/fault"
	"kwi/internal/hand"
)

// What was done to something new is never done to what others gave the same
// number meanwhile.
func TestANumberThatOthersGaveTooIsNotTaken(t *testing.T) {
	add := func(text string) func(*account.Client) error {
		return func(c *account.Client) error {
			_, err := c.AddAction("2026H1", account.Action{Text: text}, account.Standard{}, "2026-11-21")
			return err
		}
	}
	finish := func(c *account.Client) error {
		return c.ChangeAction("2026-01", account.Standard{}, "2026-11-21", func(a *account.Action) { a.Status = account.Done })
	}
	w := &world{client: client()}
	h := w.open()
	for _, do := range []func(*account.Client) error{add("ours"), finish} {
		var err error
		if h, err = h.Do(hand.Change{Label: hand.Label{Key: "test"}, Apply: do}); err != nil {
			t.Fatal(err)
		}
	}
	w.others(add("theirs"))
	h, lost := h.Rebase(w.open())
	c := h.Now()
	a := c.Cycles[0].Actions
	if len(a) != 2 || a[0].Text != "theirs" || a[0].Status != account.Open || a[1].Text != "ours" || a[1].Number != "2026-02" {
		t.Errorf("there are %+v", a)
	}
	if len(lost) != 1 || !fault.Has(lost[0].Why, fault.Altered) {
		t.Errorf("told is %+v", lost)
	}
}
