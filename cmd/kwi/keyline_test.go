package main

import (
	"strings"
	"testing"

	"kwi/internal/sync"
	"kwi/store"
	"kwi/store/memory"
	"kwi/ui"
)

// TestTheKeyLineNamesNoKeyThatRefuses: where nothing is there yet, the bottom
// line names what can be done and nothing else; a key that is not named still
// says why.
func TestTheKeyLineNamesNoKeyThatRefuses(t *testing.T) {
	d := sit(t, memory.New(), "nl", 80, 24)
	d.Press("n")
	d.Type("Hotel Zeezicht")
	d.Press("enter")
	d.Type("Schoon BV")
	d.Press("enter")
	line := func() string {
		lines := strings.Split(strings.TrimRight(d.Screen(), "\n"), "\n")
		return lines[len(lines)-1]
	}
	d.See("Hotel Zeezicht", "1 Initiëren")
	for _, stage := range []struct {
		key, dead string
		named     []string
	}{
		{"3", "space", []string{"kan dit beoordelen", "getoetst", "andere woorden"}},
		{"4", "enter", []string{"verstuurd", "bevestigd", "lees"}},
		{"7", "enter", []string{"open KWI"}},
		{"8", "enter", []string{"open KWI"}},
	} {
		d.Press(stage.key)
		now := line()
		for _, name := range stage.named {
			if strings.Contains(now, name) {
				t.Errorf("stage %s names %q: %s", stage.key, name, now)
			}
		}
		d.Press(stage.dead)
		if line() == now {
			t.Errorf("stage %s: %s says nothing", stage.key, stage.dead)
		}
	}
}

// TestTheChecklistIsNotPromisedTooSoon: in a talk that is open, esc leaves the
// talk; only from the list does it lead back to the checklist, and only there is
// that said.
func TestTheChecklistIsNotPromisedTooSoon(t *testing.T) {
	at := sitOver(t, memory.New(), "nl", 80, 24, func(*ui.Config) {})
	at.press("E")
	at.find("Zorggroep")
	at.press("f7")
	at.see("A. Aaaa")
	at.press("enter")
	at.miss("terug naar de lijst")
	at.press("esc")
	at.see("2 Opstellen", "terug naar de lijst")
	at.press("esc")
	at.see("Van KWI's opstellen naar Toetsen")
}

// TestTheFirstKeyIsNamedInASmallWindow: what is kept, and how it stands with the team, makes room
// for it; where there is room all of it is there.
func TestTheFirstKeyIsNamedInASmallWindow(t *testing.T) {
	for width, told := range map[int]bool{60: false, 100: true} {
		_, mine, hers := ofATeam(t)
		mine.w, mine.h, mine.lang = width, 20, "nl"
		mine.sits().Press("enter", "5")
		mine.does(agreed("Woorden van Joe"))
		hers.does(agreed("Woorden van Anna"))
		hers.syncs()
		mine.syncs()
		mine.Beat(7)
		mine.Press("space", "enter") // something is kept
		mine.work.tell(sync.Status{State: sync.Offline, Cause: store.ErrUnreachable})
		mine.hears()
		mine.Press("O")
		t.Log(mine.Screen())
		mine.See("enter dit kiezen", "esc terug")
		if got := strings.Contains(mine.Screen(), "bewaard"); got != told {
			t.Errorf("%d wide: kept is told: %v", width, got)
		}
	}
}
