package main

import (
	"strings"
	"testing"

	"kwi/store/memory"
	"kwi/ui"
	guidedtour "kwi/ui/screen/tour"
)

// TestTheExampleExplainsItself: the tour comes by itself, each of its stops is the
// very screen with a word above it, esc comes back, and what was seen is ticked.
func TestTheExampleExplainsItself(t *testing.T) {
	for language, says := range map[string]struct{ head, back, find string }{"nl": {"Rondleiding", "E rondleiding", "rondleiding"}, "en": {"Tour", "E tour", "tour"}} {
		for _, size := range [][2]int{{60, 20}, {80, 24}, {120, 40}, {200, 60}} {
			s := sitOver(t, memory.New(), language, size[0], size[1], func(*ui.Config) {})
			s.tours = true
			s.press("E")
			s.see(says.head, "0 ")
			stops := []string{"BB  ", "0!", "D. Deeee", "7,83|7.83", "274", "7,27|7.27", "A3"}
			s.press("enter")
			s.see("1 ", "NewMedia", says.back)
			s.press("esc")
			for _, what := range stops {
				s.see(says.head)
				s.press("enter")
				seen := false
				for _, one := range strings.Split(what, "|") {
					seen = seen || strings.Contains(s.screen(), one)
				}
				if !seen || !strings.Contains(s.screen(), says.back) {
					t.Fatalf("%s, %v, %q:\n%s", language, size, what, s.screen())
				}
				s.press("esc")
			}
			if n := strings.Count(s.screen(), "✓"); n != len(guidedtour.Places())+1 {
				t.Errorf("%d are ticked:\n%s", n, s.screen())
			}
			s.press("esc")
			s.see("E") // and how to come back
			s.find(says.find)
			s.see(says.head, "8 ")
			s.press("2", "enter", "alt+E") // from deep in a client, where letters are text
			s.see(says.head, "8 ")
			s.press("q", "q")
			if s.miss(says.head); s.gone != 1 {
				t.Errorf("q does not lead back to one's own:\n%s", s.screen())
			}
			s.find(says.find)
			if strings.Contains(s.screen(), "8 ") && strings.Contains(s.screen(), says.head+" ") {
				t.Errorf("there is a tour of one's own clients:\n%s", s.screen())
			}
		}
	}
}

// TestTheTourIsClosedInAMeeting: while the client looks along neither its key nor
// the palette leads there, and after that it is where it was.
func TestTheTourIsClosedInAMeeting(t *testing.T) {
	for language, says := range map[string][3]string{"nl": {"Rondleiding", "rondleiding", "klaar"}, "en": {"Tour", "tour", "done"}} {
		s := sitOver(t, memory.New(), language, 80, 24, func(*ui.Config) {})
		s.tours = true
		s.press("E", "7", "M")
		if !s.model.(overlaid).Watched() {
			t.Fatalf("M does not begin a meeting:\n%s", s.screen())
		}
		s.miss(says[0], says[1])
		for _, key := range []string{"enter", "E", "alt+E", "esc", "1", "E", "4", "E", "7", "esc"} {
			s.press(key)
			s.miss(says[0], says[1])
		}
		s.press(":")
		s.write(says[1])
		s.press("enter", "esc")
		s.miss(says[0])
		if s.press("esc"); !strings.Contains(s.screen(), "“"+says[2]+"”") {
			s.press("q")
		}
		s.write(says[2])
		s.press("enter")
		s.beat(3)
		s.press("enter")
		s.see("Vonk", "E "+says[1])
		s.press("esc")
		s.see(says[0])
	}
}
