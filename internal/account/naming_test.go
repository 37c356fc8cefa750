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

// TestSomebodyIsFoundByWhatTheyWereCalled: the initials and the name from before they
// were renamed name them too, unless those initials are somebody else's now.
func TestSomebodyIsFoundByWhatTheyWereCalled(t *testing.T) {
	t.Parallel()
	c := account.Client{ID: "x", Respondents: []account.Respondent{
		{Initials: "ZV", Name: "Zus de Vries", Formerly: []account.Initials{"ZZ", "BB"}}, {Initials: "BB", Name: "Bea Bakker"},
	}}
	p, _ := c.Person("ZV")
	then := account.Client{ID: "x", Respondents: []account.Respondent{{Initials: "ZZ", Name: "Zus Zeeman"}, {Initials: "BB", Name: "Bob Bos"}}}
	if !p.Learn(&then) || p.Learn(&then) || len(p.Before) != 1 || p.Before[0] != "Zus Zeeman" {
		t.Fatalf("%+v", p)
	}
	n := c.NamingOf("ZV", p.Before...)
	for s, want := range map[string]string{
		"Vraag het ZZ": "Vraag het #", "ZV weet het": "# weet het", "Zeeman belt": "# belt", "BB belt": "BB belt", "Bob Bos": "Bob Bos",
	} {
		if got := n.Strike(s, "#"); got != want {
			t.Errorf("%q: %q, not %q", s, got, want)
		}
	}
	for s, want := range map[string]string{"Zus Zeeman komt, Zus niet": "# komt, Zus niet", "Zeeman, Zus": "#"} {
		if got := n.Elsewhere().Strike(s, "#"); strings.ReplaceAll(got, "#, #", "#") != want {
			t.Errorf("elsewhere %q: %q, not %q", s, got, want)
		}
	}
	elsewhere := account.Client{ID: "y", Respondents: []account.Respondent{{Initials: "Z", Name: "Zus Zeeman"}}}
	if got := p.Among(&elsewhere); len(got) != 1 {
		t.Error("another client knows them by the name from before", got)
	}
}

// TestWhatIsCertainIsNoFirstName: a text that shares a first name, or initials that
// somebody else has had, does not name one person with certainty.
func TestWhatIsCertainIsNoFirstName(t *testing.T) {
	t.Parallel()
	c := account.Client{Respondents: []account.Respondent{
		{Initials: "KK", Name: "Kees Klant", Email: "k.klant@newmedia.example", Remark: "06-12345678"}, {Initials: "BB", Name: "Kees Bakker", Formerly: []account.Initials{"KK"}}, {Initials: "AA", Name: "Aad Aal"},
	}}
	for s, want := range map[string]string{
		"Kees belt": "Kees belt", "Klant belt": "Klant belt", "Kees Klant belt": "# belt", "KK belt": "KK belt", "k.klant@newmedia.example": "#", "Bel 06 1234 5678": "Bel #",
	} {
		if got := c.NamingOf("KK").Certain().Strike(s, "#"); got != want {
			t.Errorf("%q: %q, not %q", s, got, want)
		}
	}
	if got := c.NamingOf("AA").Certain().Strike("AA en Aad", "#"); got != "# en Aad" {
		t.Error(got)
	}
	c.Colleagues = []account.Colleague{{Initials: "K2", Name: "Klant, Kees"}}
	if got := c.NamingOf("KK").Certain().Strike("Kees Klant belt", "#"); got != "Kees Klant belt" {
		t.Error("of two of one name either is told about the other", got)
	}
}
