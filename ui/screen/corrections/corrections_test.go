package corrections

import (
	"testing"

	"kwi/internal/account"
	"kwi/internal/example"
	"kwi/ui/kit"
	"kwi/ui/kit/kittest"
)

// corrected is the first client of the example, of which a grade, words and an
// agreement were corrected in a closed cycle, and a question and an answer
// changed in the one that runs.
func corrected(t testing.TB, language string) account.Client {
	t.Helper()
	c := example.Portfolio(language, kittest.Today).Clients[0]
	y := &c.Cycles[len(c.Cycles)-2]
	y.Corrections = []account.Correction{
		{Date: "2026-07-02", By: "Joe Bestseller", What: "KK 1.02: 8 → 6", Why: "verkeerd overgenomen van papier"},
		{Date: "2026-07-09", What: "2026-03", Why: "het bewijs hoorde bij een andere afspraak"},
	}
	c.Newest().Amendments = []account.Amendment{
		{Date: "2026-10-01", By: "Joe Bestseller", As: account.SameQuestion, What: "1.02", Was: "Kennis word vastgelegd", Now: "Kennis wordt vastgelegd"},
		{Date: "2026-10-02", As: account.OtherOne, What: "2.01", To: "2.05", Was: "Wij krijgen advies op verzoek", Now: "Wij krijgen ook ongevraagd advies, op het moment dat wij er iets aan hebben en niet later"},
		{Date: "2026-10-03", As: account.NewTarget, What: "KWI-01", Was: "8.00", Now: "7.50"},
		{Date: "2026-10-04", As: account.PutAside, What: "3.01", Who: "KK", Was: "9"},
	}
	return c
}

func TestHowItLooks(t *testing.T) {
	for name, size := range map[string][2]int{"60x20": {57, 16}, "80x24": {77, 20}, "120x40": {117, 36}, "200x60": {197, 56}} {
		for _, language := range []string{"nl", "en"} {
			f := kittest.Frame(size[0], size[1], language, corrected(t, language))
			p := kittest.Press(New(kit.Place{}), f)
			kittest.Fits(t, p.Frame, p.Top().View(p.Frame))
			kittest.Golden(t, "page-"+name+"-"+language, p.View())
		}
	}
	f := kittest.Frame(77, 20, "nl", account.Client{ID: "leeg", Name: "Leeg", Cycles: []account.Cycle{{Name: "2026H2"}}})
	kittest.Golden(t, "empty", kittest.Press(New(kit.Place{}), f).View())
}

// TestTheClientSeesNoneOfIt: it has reasons and grades for our own people alone.
func TestTheClientSeesNoneOfIt(t *testing.T) {
	f := kittest.Frame(77, 20, "nl", corrected(t, "nl"))
	f.Audience = kit.WithClient
	if got := New(kit.Place{}).View(f).Body; got != "" {
		t.Errorf("they see %q", got)
	}
	if acts := New(kit.Place{}).Acts(f); len(acts) > 0 {
		t.Errorf("they can do %v", acts)
	}
}
