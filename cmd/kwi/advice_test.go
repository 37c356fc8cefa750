package main

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	"kwi/internal/account"
	"kwi/internal/advise"
	"kwi/internal/cells"
	"kwi/internal/guide"
	"kwi/store/memory"
	"kwi/ui"
	"kwi/ui/drive"
)

// adviceLine is the line beside the work as it stands on the screen, "" where
// there is none.
func adviceLine(d *drive.Driver) string {
	for _, l := range strings.Split(d.Screen(), "\n") {
		if text, ok := strings.CutPrefix(l, "  f3 "); ok {
			return strings.TrimSpace(text)
		}
	}
	return ""
}

// TestJourneyOfAdvice: beside the work stands one line; a key says why, another
// opens all there is to say here, another takes the next, and what is typed
// stays. With the client watching there is none of it.
func TestJourneyOfAdvice(t *testing.T) {
	s := stocked(t)
	d := knowing(t, s, "nl")
	d.Press("enter", "5")
	first := adviceLine(d)
	if first != "Iets is te laat. Meld het zelf, met een nieuwe dag en een reden." {
		t.Fatalf("beside the work: %q\n%s", first, d.Screen())
	}
	d.Press("f3")
	d.See("Een vertraging die jij meldt, is een bericht.", "f4 meer")
	d.Press("f5")
	second := adviceLine(d)
	if second == "" || second == first {
		t.Errorf("the next is %q", second)
	}
	d.Press("f4")
	d.See("advies", second, "verder met")
	d.Press("end")
	d.See("regel")
	d.Press("f5", "home")
	d.Press("esc")
	if third := adviceLine(d); third == second || third == "" {
		t.Errorf("what was turned to in the sheet is %q", third)
	}

	// A KWI without an action comes first, and leads to what one may do.
	elsewhere(t, s, onCycle(func(y *account.Cycle) {
		for i := range y.Actions {
			y.Actions[i].Status, y.Actions[i].KWI = account.Done, 1
		}
	}))
	d = knowing(t, s, "nl")
	d.Press("enter", "5")
	if got := adviceLine(d); !strings.HasPrefix(got, "Een KWI zonder afspraak") {
		t.Errorf("beside a KWI without an action: %q", got)
	}
	d.Press("f4")
	d.See("Ideeënronde")
	d.Press("f4")
	d.Miss("Ideeënronde")

	// In a field the keys leave the text alone.
	d.Press("2", "enter")
	d.Type("Graag vaker")
	d.Press("f3", "f5")
	d.Type(" langs.")
	d.See("Graag vaker langs.")
	d.Press("esc", "esc")

	d.Press("5", "M", "enter", "enter")
	if got := adviceLine(d); got != "" || strings.Contains(d.Screen(), first) {
		t.Errorf("with the client watching it says %q", got)
	}
	d.Press("f3")
	d.Press("f4")
	d.Miss("Ook nu")
}

// TestJourneyOfAdviceInASmallTerminal: there the line stands only where the body
// leaves room.
func TestJourneyOfAdviceInASmallTerminal(t *testing.T) {
	d := sit(t, stocked(t), "en", 60, 20)
	d.Press("enter", "1")
	if got := adviceLine(d); got != "" {
		t.Errorf("the body needs the line, and it says %q", got)
	}
	d.Press("f4")
	d.See("advice", "Three questions help you choose")
	d.Press("esc", "f5") // the next is told where it has no line
	d.See("f3 why")
	d.Press("9")
	if got := adviceLine(d); !strings.HasPrefix(got, "One page a year") {
		t.Errorf("there is room, and it says %q\n%s", got, d.Screen())
	}
}

// TestJourneyFromAdviceToTheLibrary: in the sheet what there is to read on has a
// digit, which opens it in the library about this client; esc leads back to the
// work, where the line in view is the one it was.
func TestJourneyFromAdviceToTheLibrary(t *testing.T) {
	d := knowing(t, stocked(t), "nl")
	d.Press("enter", "5", "f4")
	at := regexp.MustCompile(`(?m)^  +1 (?:Verder lezen: )?(.*)$`).FindStringSubmatch(d.Screen())
	for i := 0; i < 9 && at == nil; i++ {
		d.Press("pgdown")
		at = regexp.MustCompile(`(?m)^  +1 (?:Verder lezen: )?(.*)$`).FindStringSubmatch(d.Screen())
	}
	if at == nil {
		t.Fatalf("nothing has a digit:\n%s", d.Screen())
	}
	d.Press("?")
	d.See("lees " + strings.TrimSpace(at[1]))
	d.Press("esc", "1")
	d.See("Bibliotheek", strings.TrimSpace(at[1]), "esc naar de lijst")
	d.Press("esc", "esc")
	if adviceLine(d) == "" {
		t.Errorf("it leads back to\n%s", d.Screen())
	}
}

// TestJourneyOfWisdoms: where the work begins stands a saying, until one does
// without them, which is remembered.
func TestJourneyOfWisdoms(t *testing.T) {
	var kept []ui.Preferences
	d := sitWith(t, stocked(t), "nl", 80, 24, func(c *ui.Config) {
		c.Prefer = func(p ui.Preferences) error { kept = append(kept, p); return nil }
	})
	wise := func() bool {
		return slices.ContainsFunc(guide.For("nl").Wisdoms(), func(w string) bool { return strings.Contains(d.Screen(), w) })
	}
	d.Press("enter", "9")
	if !wise() {
		t.Errorf("a plan that is not begun says nothing:\n%s", d.Screen())
	}
	d.Press("ctrl+p")
	d.Type("geen wijsheden")
	d.Press("enter")
	if wise() || len(kept) != 1 || kept[0].Wisdoms != "off" {
		t.Errorf("kept %v:\n%s", kept, d.Screen())
	}
	if adviceLine(d) == "" {
		t.Error("the advice went with it")
	}
}

// TestJourneyOfAdviceWhereThereIsNothing: an empty list of clients, and one of
// promises, say how one begins.
func TestJourneyOfAdviceWhereThereIsNothing(t *testing.T) {
	d := sit(t, memory.New(), "nl", 80, 24)
	if got := adviceLine(d); got != guide.For("nl").Said("portfolio.empty") {
		t.Errorf("no clients: %q\n%s", got, d.Screen())
	}
	d.Press("f3")
	d.See("Die zegt je eerlijk wat beter kan")
	s := stocked(t)
	elsewhere(t, s, onCycle(func(y *account.Cycle) { y.Stage, y.Session, y.Actions, y.Promised = account.Draft, "", nil, nil }))
	d = sit(t, s, "nl", 80, 24)
	d.Press("p")
	if got := adviceLine(d); got != guide.For("nl").Said("promises.empty") {
		t.Errorf("no promises: %q\n%s", got, d.Screen())
	}
	d = sit(t, stocked(t), "nl", 80, 24)
	if got := adviceLine(d); got != "" {
		t.Errorf("a list with clients says %q", got)
	}
}

// TestJourneyOfEveryAdviceSheet: in every place, language and size the sheet fits
// and ends.
func TestJourneyOfEveryAdviceSheet(t *testing.T) {
	t.Parallel()
	for _, language := range []string{"nl", "en"} {
		for _, size := range [][2]int{{60, 20}, {80, 24}, {120, 40}, {200, 60}} {
			d := sit(t, stocked(t), language, size[0], size[1])
			d.Press("enter")
			for digit := range 9 {
				d.Press(fmt.Sprint(digit+1), "f4")
				said := d.Screen()
				d.Press("end")
				for _, screen := range []string{said, d.Screen()} {
					for _, l := range strings.Split(screen, "\n") {
						if cells.Width(l) > size[0] {
							t.Errorf("%s %v: too wide: %q", language, size, l)
						}
					}
				}
				d.Press("esc")
			}
		}
	}
	if len(guide.Moments()) < 60 || advise.Plan != "plan" || advise.Promises != "promises" || advise.Portfolio != "portfolio" {
		t.Error("the places have other names")
	}
}
