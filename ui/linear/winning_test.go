package linear

import (
	"strings"
	"testing"

	"kwi/internal/account"
	"kwi/internal/guide"
	"kwi/ui/kit/kittest"
)

// TestArgumentsOfTheMethodAreTakenInLines: several at once, in one step, and each is offered once.
func TestArgumentsOfTheMethodAreTakenInLines(t *testing.T) {
	t.Parallel()
	for tag, lines := range map[string][]string{"en": {"the client and", "the kick-off:", "choose arguments", "1, 2"}, "nl": {"de klant en", "de startbespreking", "kies argumenten", "1, 2"}} {
		c := kittest.NewMedia(t)
		c.Newest().Kickoff.Arguments = []string{"Our own"}
		h := newHouse(t, c)
		got := h.play(t, tag, append([]string{"NewMedia"}, lines...)...)
		of := guide.For(tag).Arguments()
		if now := h.client(t, "newmedia").Newest().Kickoff.Arguments; strings.Join(now, "|") != "Our own|"+of[0]+"|"+of[1] {
			t.Errorf("%q:\n%s", now, got)
		}
		got = h.play(t, tag, append([]string{"NewMedia"}, lines[:3]...)...)
		if _, offered, _ := strings.Cut(got, "> "+lines[2]); strings.Contains(offered, of[0]) || !strings.Contains(offered, of[2]) {
			t.Errorf("they are offered again:\n%s", got)
		}
	}
}

// TestASponsorIsWonByAnAgreementInLines: among ourselves, with a person and a day, and only where there
// is none.
func TestASponsorIsWonByAnAgreementInLines(t *testing.T) {
	t.Parallel()
	c := kittest.NewMedia(t)
	c.Sponsor = ""
	h := newHouse(t, c)
	had := len(h.client(t, "newmedia").Newest().Actions)
	got := h.play(t, "en", "NewMedia", "people", "win a sponsor", "", "+7", "", "Joe", "")
	all := h.client(t, "newmedia").Newest().Actions
	if len(all) != had+1 {
		t.Fatalf("%d agreements:\n%s", len(all), got)
	}
	if a := all[had]; a.Text != "Win a sponsor at NewMedia" || a.For != "Joe" || a.Due != "2026-11-28" || !a.Internal || a.Side != account.SupplierSide {
		t.Errorf("%+v", a)
	}
	tells(t, got, "An agreement has a person and a day.", "An answer is needed here.", "When?", "Who?", "What?", "Kept.")
	if together := h.play(t, "en", "NewMedia", "together", "agreements"); strings.Contains(together[strings.Index(together, "From here on"):], "Win a sponsor") {
		t.Errorf("it is heard together:\n%s", together)
	}
	c.Sponsor = "KK"
	if got := newHouse(t, c).play(t, "nl", "NewMedia", "mensen", "win een sponsor"); !strings.Contains(got, "win een sponsor is geen keuze") {
		t.Errorf("%s", got)
	}
}
