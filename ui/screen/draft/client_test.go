package draft

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

const cycle = account.CycleName("2027H1")

// unspoken is a client with whom nobody has spoken yet.
func unspoken(tag string) account.Client {
	return account.Client{ID: "dorpstad", Name: "Gemeente Dorpstad", Sponsor: "KK",
		Respondents: []account.Respondent{
			{Initials: "KK", Name: "Kees Klant", Function: say(tag, "Hoofd informatievoorziening", "Head of information"), Language: tag},
			{Initials: "AV", Name: "Anna de Vries", Function: say(tag, "Gemeentesecretaris", "Town clerk")},
			{Initials: "CC", Name: "C. Ceee", Function: say(tag, "Concerncontroller", "Group controller")},
		},
		Cycles: []account.Cycle{{Name: cycle, Stage: account.Draft, AnswersBy: account.ByName}},
	}
}

// typical is a client in their second cycle: KK's KWI was carried over, with AV
// the talk was held, CC is still to be spoken to.
func typical(t testing.TB, tag string) account.Client {
	c := unspoken(tag)
	c.Cycles = append([]account.Cycle{{Name: "2026H2", Stage: account.Draft, AnswersBy: account.ByName}}, c.Cycles...)
	c.Cycles = c.Cycles[:1]
	std := account.Standard{Noticed: say(tag, "Wij merkten dat Leverancier zichtbaar aan deze KWI werkte.", "We noticed that Leverancier visibly worked on this KWI."), Kept: say(tag, "Leverancier kwam de afspraken na.", "Leverancier kept the agreements.")}
	do(t, c.AddNote("2026H2", account.Note{Date: "2026-03-02", With: "KK", Topic: account.Supplier, Text: "x"}))
	code, err := c.AddKWI("2026H2", account.KWI{Title: say(tag, "Kennis blijft hier", "Knowledge stays here"), WishedBy: "KK", Target: 800,
		Expectation: say(tag, "Wij willen van geen enkele leverancier afhankelijk zijn. Wat bij ons geleerd wordt, moet bij ons blijven.", "We want to depend on no supplier. What is learned with us must stay with us."),
		Why:         say(tag, "Bij de vorige wisseling lag het werk drie maanden stil.", "With the last change the work lay still for three months.")}, std)
	do(t, err)
	for _, text := range []string{say(tag, "Nieuwe mensen kennen ons voordat ze beginnen.", "New people know us before they begin."), say(tag, "Wat we leren staat in het dossier.", "What we learn is in the file.")} {
		_, err := c.AddQuestion("2026H2", code, account.Question{Kind: account.Own, Text: text})
		do(t, err)
	}
	_, err = c.AddAction("2026H2", account.Action{Text: "x", KWI: code}, std, "2026-04-01")
	do(t, err)
	c.Cycles[0].Stage = account.Closed
	_, err = c.StartCycle(kittest.Today)
	do(t, err)
	c.Newest().Stage = account.Draft
	for _, n := range []account.Note{
		{Date: "2026-11-12", With: "AV", Topic: account.Business, Text: say(tag, "Het college wil dat inwoners alles in één keer kunnen regelen. De raad kijkt vooral naar wachttijden.", "The board wants citizens to settle everything in one go. The council looks at waiting times above all.")},
		{Date: "2026-11-12", With: "AV", Topic: account.Business, Text: say(tag, "Twee fusies in vijf jaar; iedereen is moe.", "Two mergers in five years; everyone is tired.")},
		{Date: "2026-11-12", With: "AV", Topic: account.Supplier, Text: say(tag, "Proactief meedenken, maar niet over alles.", "Proactive, but not about everything.")},
	} {
		do(t, c.AddNote(cycle, n))
	}
	do(t, c.NotExpect(cycle, "AV", say(tag, "Nog een nieuwsbrief.", "Another newsletter.")))
	return c
}

// full has everything, and too much of it.
func full(t testing.TB) account.Client {
	c := typical(t, "nl")
	std := account.Standard{Noticed: "Wij merkten dat Leverancier zichtbaar aan deze KWI werkte."}
	for _, who := range []account.Initials{"D", "EEEE", "FF", "GG", "HH"} {
		do(t, c.AddRespondent(account.Respondent{Initials: who, Name: "Wilhelmina Hendrika van der Grootenhuysen-Op den Akker"}))
		code, err := c.AddKWI(cycle, account.KWI{Title: "Wat een KWI met een lange titel allemaal belooft en waarmaakt", WishedBy: who}, std)
		do(t, err)
		for range 16 {
			_, err := c.AddQuestion(cycle, code, account.Question{Kind: account.Own, Text: "Een vraag die in meer dan een regel zegt wat er te zien moet zijn en aan wie dat dan wel ligt."})
			do(t, err)
		}
	}
	for range 3 {
		_, err := c.AddKWI(cycle, account.KWI{Title: "Samen sneller besluiten"}, std)
		do(t, err)
	}
	return c
}

func do(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

var sizes = map[string][2]int{"80x24": {77, 20}, "120x40": {117, 36}}

func at(t testing.TB, w, h int, tag string, c account.Client, keys ...string) *kittest.Play {
	t.Helper()
	p := kittest.Press(New(kit.Place{}), kittest.Frame(w, h, tag, c), keys...)
	kittest.Fits(t, p.Frame, p.Top().View(p.Frame))
	return p
}

func now(p *kittest.Play) *account.Client {
	c := p.Client()
	return &c
}
