package main

import "testing"

// Before a visit one reads the page of whoever is in hand, and comes back to
// where one was; while text is typed too, from the list of promises and from
// anywhere by name.
func TestJourneyBeforeAVisit(t *testing.T) {
	d := sit(t, exampleStore(t), "nl", 80, 24)
	d.Press("/")
	d.Type("newmedia\n")
	d.Press("5", "tab", "end", "v")
	d.See("Voor het bezoek aan B. Beee", "Laatst gevraagd:", "KWI-02 Inspiratie")
	d.Press("tab")
	d.See("Voor het bezoek aan C. Ceee")
	d.Press("esc")
	d.See("▸ Gesprekken", "▸ BB")
	d.Press("v", "enter") // on to the talks with them
	d.See("▸ Gesprekken", "▸ BB")

	d.Press("2", "down", "enter", "alt+v")
	d.See("Voor het bezoek aan B. Beee")
	d.Press("esc")
	d.See("B. Beee (BB)")

	d.Press("esc", "6", "end", "v")
	d.See("Voor het bezoek aan Kees Klant")

	d.Press(":")
	d.Type("bezoek aan A. Aaaa")
	d.Press("enter")
	d.See("Voor het bezoek aan A. Aaaa", "KWI-03")

	// With the client watching there is none of it.
	d.Press("M", "enter")
	d.Miss("Voor het bezoek", "Laatst gevraagd")
	d.Press("v")
	d.Miss("Voor het bezoek")
}

// From what is owed to somebody the list of promises leads to their page, and
// back to it.
func TestJourneyFromAPromiseToTheVisit(t *testing.T) {
	d := sit(t, exampleStore(t), "nl", 120, 40)
	d.Press("p", "v")
	d.See("dit is niet van één respondent")
	for range 40 {
		if d.Press("v"); d.Place() == "brief" {
			d.Press("esc")
			d.See("Beloften")
			return
		}
		d.Press("down")
	}
	t.Errorf("nothing leads to a visit:\n%s", d.Screen())
}
