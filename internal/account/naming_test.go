package account_test

import (
	"strings"
	"testing"

	"kwi/internal/account"
)

func TestSomebodyIsFoundInTheWordsOfOthers(t *testing.T) {
	t.Parallel()
	c := account.Client{Respondents: []account.Respondent{
		{Initials: "KdK", Name: "Kees de Klánt", Email: "k.klant@newmedia.example", Remark: "mobiel 06-12 34 56 78, liever niet op vrijdag"},
	}}
	n := c.NamingOf("KdK", "Keesje")
	for s, want := range map[string]string{
		"Kees belt morgen.":                     "# belt morgen.",
		"Het rapport van kees de klant is goed": "Het rapport van # is goed",
		"KLANT, Kees":                           "#, #",
		"Dat is Kees' idee, en Klants plan":     "Dat is #' idee, en # plan",
		"Vraag het KdK of keesje":               "Vraag het # of #",
		"kdk is iets anders, klantwaarde ook":   "kdk is iets anders, klantwaarde ook",
		"Mail K.KLANT@newmedia.example even":    "Mail # even",
		"Bel +31 6 1234 5678 vandaag":           "Bel # vandaag",
		"In 2026 kosten 12345 stuks 06-1234567": "In 2026 kosten 12345 stuks 06-1234567",
		"Kees\nKlant":                           "#\n#",
		"De klánt van Keesje":                   "De #",
		"":                                      "",
	} {
		if got := n.Strike(s, "#"); got != want {
			t.Errorf("%q: %q, not %q", s, got, want)
		}
	}
	for s, want := range map[string]string{
		"Kees belt.": "Kees belt.", "Kees de Klant belt": "# belt", "kees klant en Piet Klant": "# en Piet Klant", "k.klant@newmedia.example": "#",
	} {
		if got := n.Elsewhere().Strike(s, "#"); got != want {
			t.Errorf("elsewhere %q: %q, not %q", s, got, want)
		}
	}
	if got := (&account.Client{}).NamingOf("KK").In("KK of niet"); len(got) != 1 {
		t.Error("somebody is known by initials alone", got)
	}
}

func TestFreeTextIsFoundAndReplacedByItsWords(t *testing.T) {
	t.Parallel()
	y := account.Cycle{Name: "2026H1", Notes: []account.Note{{With: "BB", Text: "Kees weet het"}, {With: "BB", Text: "Niemand weet het"}},
		Actions: []account.Action{{Number: "2026-01", Text: "Kees weet het", For: "Kees en Piet"}},
		Meeting: account.Meeting{Decisions: []string{"Kees kiest"}}}
	c := account.Client{ID: "x", Name: "Bakkerij Kees", Respondents: []account.Respondent{{Initials: "KK", Name: "Kees Klant"}, {Initials: "BB", Name: "Kees Bakker", Remark: "zwager van Kees"}}, Cycles: []account.Cycle{y},
		Plans: []account.Plan{{Year: 2026, KPIs: []account.KPI{{Code: "1", Actions: []string{"Kees belt"}, Agreed: []account.KPIAction{{Text: "Kees belt"}}}}}}}
	n := c.NamingOf("KK")
	if _, err := c.Erase("KK", "2026-11-27"); err != nil {
		t.Fatal(err)
	}
	found := n.Writings(&c)
	var texts []string
	for _, w := range found {
		texts = append(texts, w.Text)
	}
	if got, want := strings.Join(texts, "|"), "Bakkerij Kees|zwager van Kees|Kees weet het|Kees kiest|Kees en Piet|Kees belt"; got != want {
		t.Fatalf("%s, not %s", got, want)
	}
	if w := found[2]; len(w.Places) != 2 || w.Places[0] != (account.Whereabouts{Client: "x", Cycle: "2026H1", In: "notes"}) || w.Places[1].In != "actions" {
		t.Errorf("%+v", w.Places)
	}
	instead := map[string]string{"Kees weet het": "Iemand weet het", "Kees belt": "Wij bellen"}
	if did := c.ReplaceWords(instead); did != 4 || c.Cycles[0].Notes[0].Text != "Iemand weet het" || c.Plans[0].KPIs[0].Agreed[0].Text != "Wij bellen" || len(c.Flaws()) > 0 {
		t.Errorf("%d %+v %v", did, c, c.Flaws())
	}
	if got := c.Cycles[0].Meeting.Decisions[0]; got != "Kees kiest" {
		t.Error("what nobody decided on was changed", got)
	}
}
