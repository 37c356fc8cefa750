package main

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"kwi/internal/account"
	"kwi/ui/drive"
)

// traced is NewMedia of the example on its monitor, at a size and in a language.
func traced(t *testing.T, language string, change ...func(*account.Cycle)) *drive.Driver {
	t.Helper()
	s := exampleStore(t)
	for _, f := range change {
		elsewhere(t, s, func(c *account.Client) error {
			for i := range c.Cycles {
				f(&c.Cycles[i])
			}
			return nil
		})
	}
	d := sit(t, s, language, 80, 24)
	d.Press("/")
	d.Type("newmedia\n")
	d.Press("8")
	return d
}

// One key leads from a score to its answers, to the question, to the expectation,
// to the talk, and one leads back, step by step, to the row that it was asked on.
func TestJourneyFromAScoreToTheTalkAndBack(t *testing.T) {
	for language, see := range map[string][]string{
		"nl": {"Klantwaardemonitor › 01 Kennisborging", "274 punten ÷ 35 gewicht = 7,83", "› AA 8", "Antwoord op", "› 1.01", "Komt van", "› wens 01", "Gesprek met Kees Klant", "› gesprek", "Drie ervaren mensen"},
		"en": {"Customer value monitor › 01 Kennisborging", "274 points ÷ 35 weight = 7.83", "› AA 8", "Answer to", "› 1.01", "Comes from", "› wish 01", "Talk with Kees Klant", "› talk", "Drie ervaren mensen"},
	} {
		d := traced(t, language)
		var screens []string
		for i := 0; i < len(see); i += 2 {
			screens = append(screens, d.Screen())
			d.Press("f6")
			d.See(see[i], see[i+1])
		}
		for i := len(screens) - 1; i >= 0; i-- {
			d.Press("esc")
			if d.Screen() != screens[i] {
				t.Errorf("%s: esc does not lead back to\n%s\n--- but to\n%s", language, screens[i], d.Screen())
			}
		}
		if d.Place() != "monitor" {
			t.Errorf("one comes out at %s", d.Place())
		}
	}
}

// And from the score to what was agreed, its evidence and what was noticed of it;
// to where that is worked on, and back from there.
func TestJourneyFromAScoreToTheEvidence(t *testing.T) {
	d := traced(t, "nl")
	d.Press("f6", "end")
	for !strings.Contains(d.Screen(), "▸ 2026-03") {
		before := d.Screen()
		if d.Press("up"); d.Screen() == before {
			t.Fatalf("the agreement is not reached:\n%s", d.Screen())
		}
	}
	d.Press("f6")
	d.See("› 2026-03", "Bewijs", "Doorgenomen met KK en twee nieuwe mensen.", "Verteld aan")
	d.Press("end")
	d.See("Wat ervan is gemerkt")
	there := d.Screen()
	d.Press("o")
	d.See("▸ 2026-03", "5 Realiseren")
	d.Press("f6")
	d.See("Realiseren › 2026-03")
	d.Press("esc")
	d.See("▸ 2026-03", "5 Realiseren")
	d.Press("esc")
	if d.Screen() != there {
		t.Errorf("esc leads to\n%s", d.Screen())
	}
	d.Press("esc", "esc")
	d.See("▸ Scores", "▸ 01 Kennisborging")
}

// By group the trace ends at the grouped figure, and nothing leads to what
// somebody gave.
func TestJourneyByGroupEnds(t *testing.T) {
	for language, ends := range map[string]string{"nl": "Hier eindigt de herleiding.", "en": "The trace ends here."} {
		d := traced(t, language, func(y *account.Cycle) { y.AnswersBy = account.ByGroup })
		d.Press("tab", "f6") // of the first KWI, in the course over the cycles
		d.See(ends)
		d.Press("end", "f6") // an earlier cycle, which has a grouped figure
		d.See("2026H1", map[string]string{"nl": "7,5", "en": "7.5"}[language], ends)
		d.Miss("7,52", "7.52", "÷")
		for range 60 {
			d.Press("down")
			d.Miss(" 8>", " 7<", "(AA)  ")
		}
	}
}

// A click on a figure does what the key does, for exactly that figure.
func TestAClickOnAFigureTracesIt(t *testing.T) {
	for _, click := range []struct{ figure, see string }{
		{"7,83", "01 Kennisborging, score in 2026H2"}, {"7,75 ", "01 Kennisborging, score in 2026H2"}, {"+0,31", "01 Kennisborging, verschil in 2026H2"}, {"8,3 ", "Kees Klant (KK): 01 Kennisborging"},
		{"+0,46", "02 Inspiratie, verschil"}, {"6,9", "C. Ceee (CC): Totaal in 2026H2"}, {"7,57", "Totaal, score in 2026H2"}, {"+50", "NPS in 2026H2"},
	} {
		d := traced(t, "nl")
		before := d.Screen()
		clickOn(t, d, click.figure, 0)
		d.See(click.see)
		d.Press("esc")
		if d.Screen() != before {
			t.Errorf("after %s one comes out at\n%s", click.figure, d.Screen())
		}
	}
	d := traced(t, "nl")
	d.Press("enter")
	clickOn(t, d, "9>", 0)
	d.See("Kees Klant (KK) over 1.02")
	d.Press("esc")
	for figure, see := range map[string]string{"91\n": "Kees Klant (KK): 01 Kennisborging", "274/35": "01 Kennisborging, score in 2026H2", "8,00   +0,31": "01 Kennisborging, doel", "+0,31": "01 Kennisborging, verschil", "70/9": "Vraag 1.01"} {
		clickOn(t, d, strings.TrimSpace(figure), 0)
		d.See(see)
		d.Press("esc")
	}
}

// In a trace a click on a figure leads further, and one on a row takes that in hand
// first.
func TestAClickInATraceLeadsFurther(t *testing.T) {
	d := traced(t, "nl")
	d.Press("end", "f6", "esc", "home", "f6")
	clickOn(t, d, "8>", 0)
	d.See("› AA 8>", "A. Aaaa (AA) over 1.04")
	d.Press("esc")
	clickOn(t, d, "B. Beee", 0)
	clickOn(t, d, "1.02", 3)
	d.See("▸ 1.02")
	clickOn(t, d, "1.02", 3)
	d.See("over 1.02")

	d = traced(t, "nl")
	d.Press("tab", "tab", "tab")
	clickOn(t, d, "+0,31", 0)
	d.See("01 Kennisborging, verschil in 2026H2")
}

// Every screen on which something is in hand leads to where that comes from, and
// back to itself.
func TestEveryScreenIsTraced(t *testing.T) {
	for _, from := range []struct{ keys, see string }{
		{"1 tab", "› AA"}, {"2", "› wens 03"}, {"3", "› 1.01"}, {"4", ""}, {"5", "› 20"}, {"5 tab", ""}, {"6", ""}, {"7", ""}, {"8 tab", ""}, {"8 tab tab", "› NPS"}, {"8 tab tab tab tab", "› 20"}, {"9", "accountplan 2026"}, {"9 4 enter", ""}, {"5 v", ""}, {"2 enter", ""}, {"2 enter tab", ""}, {"6 end enter", "› KK"}, {"6 tab", ""}, {"7 tab tab", ""}, {"D", ""},
	} {
		d := traced(t, "nl")
		d.Press(strings.Fields(from.keys)...)
		before, place := d.Screen(), d.Place()
		d.Press("f6")
		if d.Place() != "trace" || !strings.Contains(d.Screen(), from.see) {
			t.Errorf("%s: nothing is traced:\n%s", from.keys, d.Screen())
			continue
		}
		d.Press("esc")
		if d.Screen() != before || d.Place() != place {
			t.Errorf("%s: esc leads to\n%s\n--- was\n%s", from.keys, d.Screen(), before)
		}
	}
}

// From the list of clients the score of the one in hand is traced, and esc leads
// back to their row; from a promise its agreement.
func TestTheListsOfAllClientsAreTraced(t *testing.T) {
	d := sit(t, exampleStore(t), "nl", 80, 24)
	for range 8 {
		if d.Press("f6"); d.Place() == "trace" {
			break
		}
		d.Press("down")
	}
	d.See("Totaal, score in")
	d.Press("f6", "f6", "esc", "esc", "esc")
	if d.Place() != "portfolio" {
		t.Errorf("one comes out at %s:\n%s", d.Place(), d.Screen())
	}
	d.Press("H")
	d.See("NPS over", "NewMedia", "+50  2 promotors")
	d.Type("newmedia\n")
	d.See("NPS in 2026H2", "Bestaat uit")
	d.Press("esc")
	d.See("▸ NewMedia") // the client that was looked at
	d.Press("p")
	before := d.Screen()
	d.Press("f6")
	if d.Place() != "trace" {
		t.Errorf("a promise is not traced:\n%s", d.Screen())
	}
	d.Press("esc")
	if d.Screen() != before {
		t.Errorf("esc leads to\n%s", d.Screen())
	}
}

// The points of a quick scan lead to the answers that they are made of, and back.
func TestThePointsOfAScanAreTraced(t *testing.T) {
	d := sit(t, exampleStore(t), "nl", 80, 24)
	d.Press("s", "down")
	list := d.Screen()
	d.Press("f6")
	d.See("27 van 30", "Zes onderwerpen")
	d.Press("down", "down")
	result := d.Screen()
	d.Press("f6")
	d.See("▸ 1b", "Een klant vertelt wat er dwarszit")
	d.Press("right", "esc")
	if d.Screen() != result {
		t.Errorf("esc leads to\n%s", d.Screen())
	}
	if d.Press("esc"); d.Screen() != list {
		t.Errorf("esc leads to\n%s\n--- was\n%s", d.Screen(), list)
	}
}

// With the client watching nothing is traced.
func TestNothingIsTracedWithTheClientWatching(t *testing.T) {
	d := traced(t, "nl")
	d.Press("f6", "M", "enter", "enter")
	d.Miss("÷", "Komt van", "Gesprek met")
	for page := range 7 {
		d.Press(string(rune('0' + page)))
		before := d.Place()
		if d.Press("f6"); d.Place() == "trace" || d.Place() != before {
			t.Errorf("f6 leads from %s to %s", before, d.Place())
		}
		d.Miss("÷", "Komt van")
	}
	d.Send(tea.MouseClickMsg{X: 40, Y: 8, Button: tea.MouseLeft})
	d.Miss("Komt van")
}
