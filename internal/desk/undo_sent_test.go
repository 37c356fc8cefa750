package desk_test

import (
	"testing"

	"kwi/internal/account"
	"kwi/internal/desk"
	"kwi/internal/hand"
	"kwi/store/memory"
)

// TestListsThatWereWrittenStayKnown: they may have been taken on already, so no
// step back makes them unknown, or ends what they promise.
func TestListsThatWereWrittenStayKnown(t *testing.T) {
	d := seeded(t, memory.New(), asked())
	lists := must[[]desk.Outgoing](t)(d.Questionnaires(ctx, "newmedia", "", bringing))
	if err := d.HandOut(ctx, "newmedia", "", lists, func() error { return nil }); err != nil {
		t.Fatal(err)
	}
	h := must[hand.Hand](t)(d.Open(ctx, "newmedia"))
	h, _, err := h.Undo()
	if err != nil {
		t.Fatal(err)
	}
	keep(t, d, h)
	if c := must[account.Client](t)(d.Client(ctx, "newmedia")); len(c.Newest().Sendings) != len(lists) {
		t.Errorf("%v", c.Newest().Sendings)
	}
}
