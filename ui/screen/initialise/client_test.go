package initialise

import (
	"testing"

	"kwi/internal/account"
	"kwi/ui/kit"
	"kwi/ui/kit/kittest"
)

// say is a text of a client in one of the languages.
func say(tag, nl, en string) string {
	if tag == "en" {
		return en
	}
	return nl
}

// fresh is a client as they begin: a name and a cycle.
func fresh() account.Client {
	return account.Client{ID: "dorpstad", Name: "Gemeente Dorpstad", Kind: account.External, Approach: account.Extended,
		Cycles: []account.Cycle{{Name: "2027H1", AnswersBy: account.ByName}}}
}

// typical is a client halfway the first stage: a sponsor, three respondents
// of whom one must still be asked, one who has gone, and a kick-off behind us.
func typical(tag string) account.Client {
	c := fresh()
	c.Selection = account.Selection{Strategic: account.Yes, Intensive: account.Yes, Business: account.Yes}
	c.Needs = account.Needs{ClientKnows: account.Yes, SupplierKnows: account.No}
	c.Sponsor, c.Responsible = "KK", "JB"
	c.Respondents = []account.Respondent{
		{Initials: "KK", Name: "Kees Klant", Function: say(tag, "Hoofd informatievoorziening", "Head of information"), Level: account.Tactical, Language: tag, Email: "kk@dorpstad.example", Willing: "2026-10-12"},
		{Initials: "AV", Name: "Anna de Vries", Function: say(tag, "Gemeentesecretaris", "Town clerk"), Level: account.Strategic, Willing: "2026-11-03"},
		{Initials: "PB", Name: "P. Beee", Function: say(tag, "Inkoper", "Buyer"), Level: account.Operational, Left: "2026-09-30", Willing: "2026-05-04"},
		{Initials: "CC", Name: "C. Ceee", Function: say(tag, "Concerncontroller", "Group controller"), Level: account.Strategic},
	}
	c.Colleagues = []account.Colleague{
		{Initials: "JB", Name: "Joe Bestseller", Role: say(tag, "relatiemanager", "relationship manager")},
		{Initials: "RR", Name: "R. Reee", Role: say(tag, "directeur", "director")},
	}
	y := c.Newest()
	y.Kickoff = account.Kickoff{
		Date: "2026-10-01", Present: []account.Initials{"JB"},
		Strategy: say(tag, "Van leverancier voor losse projecten naar gesprekspartner voor het hele sociale domein, te beginnen bij informatievoorziening.",
			"From a supplier of single projects to a partner in talks on the whole social domain, beginning with information."),
		Arguments: []string{speakIn(tag, 0), speakIn(tag, 4), say(tag, "Uw raad ziet zwart op wit wat er van de plannen terechtkomt.", "Your council sees in black and white what becomes of the plans.")},
	}
	return c
}

func speakIn(tag string, i int) string {
	f := kittest.Frame(77, 20, tag, fresh())
	return guideFor(&f).Arguments()[i]
}

// full is a client with all that fits, in long words.
func full() account.Client {
	c := typical("nl")
	c.Name = "Samenwerkingsverband Informatievoorziening Noordoost-Laagveld en Omstreken"
	for _, who := range []account.Initials{"D", "EEEE", "FF", "GG", "HH"} {
		c.Respondents = append(c.Respondents, account.Respondent{Initials: who, Name: "Wilhelmina Hendrika van der Grootenhuysen-Op den Akker", Function: "Programmamanager dienstverlening en bedrijfsvoering", Willing: "2026-11-20"})
	}
	for _, who := range []account.Initials{"Q1", "Q2", "Q3", "Q4"} {
		c.Colleagues = append(c.Colleagues, account.Colleague{Initials: who, Name: "Collega met een lange naam die maar doorgaat", Role: "consultant"})
	}
	c.Newest().Kickoff.Arguments = append(c.Newest().Kickoff.Arguments, speakIn("nl", 1), speakIn("nl", 2), speakIn("nl", 5))
	return c
}

// frame is the body of a terminal in two sizes that every golden is made in.
var sizes = map[string][2]int{"80x24": {77, 20}, "120x40": {117, 36}}

func at(t *testing.T, w, h int, tag string, c account.Client, keys ...string) *kittest.Play {
	t.Helper()
	p := kittest.Press(New(kit.Place{}), kittest.Frame(w, h, tag, c), keys...)
	kittest.Fits(t, p.Frame, p.Top().View(p.Frame))
	return p
}
