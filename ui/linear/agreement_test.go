package linear

import (
	"strings"
	"testing"

	"kwi/internal/account"
	"kwi/ui/kit/kittest"
	"kwi/ui/part/agree"
)

// TestTheVerbsOfAnAgreementAreThoseOfTheScreen, whatever its status; and what was dropped
// holds again.
func TestTheVerbsOfAnAgreementAreThoseOfTheScreen(t *testing.T) {
	t.Parallel()
	for _, status := range []account.Status{account.Open, account.Done, account.Dropped} {
		for _, internal := range []bool{false, true} {
			c := kittest.NewMedia(t)
			y := c.Newest()
			y.Actions = append(y.Actions, account.Action{Number: "2011-77", Text: "Look at it", Side: account.SupplierSide, Status: status, Internal: internal})
			walked := 0
			newHouse(t, c).listen(t, "en", func(x *teller) {
				if len(x.places) == 0 || x.places[len(x.places)-1].name() != "Agreement 2011-77" {
					return
				}
				walked++
				said := x.places[len(x.places)-1].acts()
				_, a := x.client().Action("2011-77")
				for i, act := range agree.ActsOf(x.frame(), *a, true)[1:] { // to change it is a choice for each field
					if said[i].name != act.Name || (said[i].why == "") != (act.Why == "") {
						t.Errorf("%s %t: %q is %q on the screen", status, internal, said[i].name, act.Name)
					}
				}
			}, "NewMedia", "agreements", "2011-77")
			if walked == 0 {
				t.Error("it is not there")
			}
		}
	}
	c := kittest.NewMedia(t)
	c.Newest().Actions[0].Status = account.Dropped
	number := c.Newest().Actions[0].Number
	h := newHouse(t, c)
	got := h.play(t, "en", "NewMedia", "agreements", number, "restore")
	if _, a := h.client(t, "newmedia").Action(number); a.Status != account.Open || !strings.Contains(got, "Kept.") {
		t.Errorf("%s:\n%s", a.Status, got)
	}
}

// TestOfNewsIsKeptHowItWasTold, as on the screen.
func TestOfNewsIsKeptHowItWasTold(t *testing.T) {
	t.Parallel()
	h := newHouse(t, kittest.NewMedia(t))
	number := h.client(t, "newmedia").Newest().Actions[0].Number
	h.play(t, "en", "NewMedia", "agreements", number, "announced", "", "y", "n", "n", "n", "by phone")
	_, a := h.client(t, "newmedia").Action(number)
	if len(a.Tellings) != 1 || a.Tellings[0].Way != account.ByPhone {
		t.Errorf("%+v", a.Tellings)
	}
}
