package main

import (
	"fmt"
	"strings"
	"testing"

	"kwi/internal/account"
	"kwi/ui/drive"
)

// goThrough takes the newest cycle from its first stage through all gates until it
// is closed, each with a reason of its own where something is needed.
func goThrough(t *testing.T, d *drive.Driver, a account.Approach, why string) {
	t.Helper()
	for i := range a.Stages() {
		d.Press("f7", "g")
		if strings.Contains(d.Screen(), why) {
			d.Type(fmt.Sprintf("Reden %d", i+1))
			d.Press("enter")
		}
	}
	d.Press("esc") // what is left to do after it
}

// A whole cycle, gate after gate: afterwards each stage tells when it was done and
// why one went on, its checklist what met it, and the other side all stages, in both
// languages and of a cycle that is closed.
func TestAWholeCycleIsReadAfterwards(t *testing.T) {
	for _, test := range []struct {
		approach           account.Approach
		language, why      string
		done, regardless   string
		open, stageByStage string
	}{
		{account.Extended, "nl", "Waarom ga je nu al door?", "Afgerond za 21 nov", "Toch verder op za 21 nov", "Toen nog nodig:", "Cyclus 2011H1, fase voor fase"},
		{account.Extended, "en", "Why go on now?", "Done Sat 21 Nov", "Went on anyway on Sat 21 Nov", "Still needed then:", "Cycle 2011H1, stage by stage"},
		{account.Simple, "nl", "Waarom ga je nu al door?", "Afgerond za 21 nov", "Toch verder op za 21 nov", "Toen nog nodig:", "Cyclus 2011H1, stap voor stap"},
		{account.Simple, "en", "Why go on now?", "Done Sat 21 Nov", "Went on anyway on Sat 21 Nov", "Still needed then:", "Cycle 2011H1, step by step"},
	} {
		t.Run(string(test.approach)+" "+test.language, func(t *testing.T) {
			s := stocked(t)
			elsewhere(t, s, func(c *account.Client) error {
				c.Approach = test.approach
				c.Newest().Stage = account.Initialise
				return nil
			})
			d := sit(t, s, test.language, 120, 40)
			d.Press("enter")
			goThrough(t, d, test.approach, test.why)
			c := kept(t, s, "newmedia")
			closed := c.Cycle("2011H1")
			if closed.Stage != account.Closed || len(closed.Passages) != len(test.approach.Stages()) || c.Newest().Name == "2011H1" {
				t.Fatalf("in %s after %+v, newest %s\n%s", closed.Stage, closed.Passages, c.Newest().Name, d.Screen())
			}
			d.Press("c")
			for range len(c.Cycles) {
				if strings.Contains(d.Screen(), "▸ 2011H1") {
					break
				}
				d.Press("down")
			}
			d.Press("enter")
			for i, stage := range test.approach.Stages() {
				d.Press(fmt.Sprint(i + 1))
				d.See(test.done)
				if len(closed.ReasonsAt(stage, test.approach)) > 0 {
					d.See(test.regardless, fmt.Sprintf("“Reden %d”", i+1), test.open)
				}
				d.Press("f7")
				d.See("2011H1")
				for _, k := range c.Settled(closed, stage, "2026-11-21") {
					if k.Met && len(k.Facts) > 0 && k.Facts[0].Who != "" && !strings.Contains(d.Screen(), c.Called(string(k.Facts[0].Who))) {
						t.Errorf("%s does not tell of %s:\n%s", stage, k.Facts[0].Who, d.Screen())
					}
				}
				d.Press("esc")
			}
			d.Press("f7", "tab")
			d.See(test.stageByStage)
			if n := strings.Count(d.Screen(), test.done); n != len(test.approach.Stages()) {
				t.Errorf("%d stages are done:\n%s", n, d.Screen())
			}
		})
	}
}

// A checklist leads to the very day and the very field, on another stage and back.
func TestAChecklistLeadsToTheVeryField(t *testing.T) {
	s := stocked(t)
	elsewhere(t, s, onCycle(func(y *account.Cycle) {
		y.Stage = account.Test
		delete(y.Tested, "AA")
		y.Analysis.Proposals, y.Findings = "", nil
	}))
	d := sit(t, s, "nl", 120, 40)
	d.Press("enter", "6", "g")
	d.See("Van Toetsen naar Communiceren")
	for range 20 {
		if strings.Contains(d.Screen(), "▸   · A. Aaaa (AA)") {
			break
		}
		d.Press("down")
	}
	d.Press("enter")
	d.Press("enter") // the day that is asked
	if c := kept(t, s, "newmedia"); c.Newest().Tested["AA"] != "2026-11-21" {
		t.Fatalf("tested on %q\n%s", c.Newest().Tested["AA"], d.Screen())
	}
	d.See("3 Toetsen", "✓ toetsen met A. Aaaa", "terug naar de lijst")
	d.Press("esc")
	d.See("Van Toetsen naar Communiceren")
	d.Press("esc")
	elsewhere(t, s, onCycle(func(y *account.Cycle) { y.Stage = account.Measure }))
	d = sit(t, s, "nl", 120, 40)
	d.Press("enter", "1", "g", "end", "up", "up")
	d.See("▸ ○ Voorstellen klaar")
	d.Press("enter", "enter")
	d.Type("Vaker bellen")
	d.Press("esc")
	d.See("✓ de voorstellen", "terug naar de lijst")
	if c := kept(t, s, "newmedia"); c.Newest().Analysis.Proposals != "Vaker bellen" {
		t.Fatalf("proposals %q\n%s", c.Newest().Analysis.Proposals, d.Screen())
	}
	d.Press("esc")
	d.See("✓ Voorstellen klaar")
}

// A stage that lies behind says once what was left open: above, and not below again.
func TestWhatWasLeftOpenIsSaidOnce(t *testing.T) {
	for _, size := range [][2]int{{60, 20}, {80, 24}, {120, 40}, {200, 60}} {
		s := stocked(t)
		elsewhere(t, s, onCycle(func(y *account.Cycle) { y.Go = "" }))
		d := sit(t, s, "nl", size[0], size[1])
		d.Press("enter", "1")
		if strings.Contains(d.Screen(), "nog nodig") || !strings.Contains(d.Screen(), "Afgerond") || size[0] > 60 && !strings.Contains(d.Screen(), "open gebleven") {
			t.Errorf("%v:\n%s", size, d.Screen())
		}
	}
}
