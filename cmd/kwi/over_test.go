package main

import (
	"bytes"
	"context"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"kwi/internal/account"
	"kwi/internal/desk"
	"kwi/internal/example"
	"kwi/internal/lang"
	"kwi/internal/portable"
	"kwi/internal/portfolio"
	"kwi/store"
	"kwi/store/memory"
	"kwi/ui"
	"kwi/ui/keys"
	"kwi/ui/kit"
	"kwi/ui/theme"
)

// seat is somebody at a terminal in which an example can be opened over the
// program.
type seat struct {
	driven
	gone  int         // how many examples were taken away
	lent  store.Store // the data of the example that was opened last
	tours bool        // the tour of the example comes by itself
}

// sitOver starts the program on a store, with examples that can be opened.
func sitOver(t *testing.T, s store.Store, language string, w, h int, change func(*ui.Config)) *seat {
	t.Helper()
	at := &seat{driven: driven{t: t}}
	start := func(s store.Store, language string, change func(*ui.Config)) tea.Model {
		d := desk.New(s, nonce)
		supplier, _ := d.Supplier(context.Background())
		clients := func() ([]portfolio.Line, error) { return d.Portfolio(context.Background()) }
		c := ui.Config{Keeper: keeper{d, supplier}, Clients: clients, Places: places(sources{clients: clients}), Window: d.Window(),
			Words: lang.For(language), Theme: theme.Dark(), Supplier: supplier, Now: func() time.Time { return day }, Opens: true}
		change(&c)
		return ui.New(c)
	}
	at.open(over(start(s, language, change), func(o ui.OpenOver) (tea.Model, func(), error) {
		at.lent = memory.New()
		file := example.Portfolio(o.Words.Tag(), account.Date(day.Format("2006-01-02")))
		if o.What == kit.ExampleMonitor {
			file = example.Monitor(o.Words.Tag(), account.Date(day.Format("2006-01-02")))
		}
		if _, err := desk.New(at.lent, nonce).Import(context.Background(), false, file); err != nil {
			return nil, nil, err
		}
		return start(at.lent, o.Words.Tag(), func(c *ui.Config) {
			c.Example, c.Lent, c.Opens = o.What, true, o.What == kit.ExamplePortfolio
			if o.What == kit.ExampleMonitor {
				c.Only, c.Meeting, c.Start = true, true, kit.Place{Name: kit.MeetSample, Client: example.MonitorClient}
				c.Places = samplePlaces(sources{})
			} else {
				c.Places = withTour(c.Places)
			}
			if at.tours {
				c.Start.Name = tourPlace
			}
		}), func() { at.gone++ }, nil
	}), w, h)
	return at
}

func (s *seat) press(names ...string) {
	for _, n := range names {
		s.send(keys.Named(n))
	}
}

func (s *seat) write(text string) {
	for _, r := range text {
		if r == ' ' {
			s.press("space")
		} else {
			s.press(string(r))
		}
	}
}

// find does what the palette has under a text.
func (s *seat) find(text string) {
	s.press(":")
	s.write(text)
	s.press("enter")
}

// beat lets so many beats of the clock pass for whoever is on top.
func (s *seat) beat(n int) {
	for range n {
		o := s.model.(overlaid)
		s.send(broughtTo{o.top().n, ui.Clock(day)})
	}
}

func (s *seat) miss(texts ...string) {
	s.t.Helper()
	for _, text := range texts {
		if strings.Contains(s.screen(), text) {
			s.t.Fatalf("%q stands on the screen:\n%s", text, s.screen())
		}
	}
}

// contents is all that a store holds, as kwi export would write it.
func contents(t *testing.T, s store.Store) string {
	t.Helper()
	f, err := desk.New(s, nonce).Export(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := portable.Write(&b, f); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// TestTheExampleLiesOverOnesOwn: it is marked on every screen, changes nothing of
// one's own, and leads back to where one was, with what was typed there.
func TestTheExampleLiesOverOnesOwn(t *testing.T) {
	for language, says := range map[string][3]string{"nl": {"voorbeeld openen", " voorbeeld ", "8 klanten"}, "en": {"open the example", " example ", "8 clients"}} {
		own := stocked(t)
		before := contents(t, own)
		s := sitOver(t, own, language, 80, 24, func(*ui.Config) {})
		s.press("enter", "5")
		was := s.screen()
		s.find(says[0])
		s.see(says[1], says[2])
		s.press("/")
		s.write("oeverland")
		s.press("enter")
		s.see(says[1], "Oeverland")
		s.press("2", "n")
		s.write("Een zin in het voorbeeld")
		s.press("enter", "esc")
		s.find(says[0])
		s.miss(says[2]) // there is no example of the example
		s.press("esc", "esc")
		s.press("q", "q") // to the clients, and from there back
		if s.screen() != was {
			t.Fatalf("one does not come back to where one was:\n%s\n---\n%s", s.screen(), was)
		}
		if s.gone != 1 || contents(t, own) != before {
			t.Errorf("%d were taken away, or one's own data are not as they were", s.gone)
		}
		s.press("q", "q")
		if !s.ended {
			t.Error("the program goes on")
		}
	}
}

// TestStoppingInTheExampleStopsAll: ctrl+c ends the program, as everywhere.
func TestStoppingInTheExampleStopsAll(t *testing.T) {
	s := sitOver(t, stocked(t), "nl", 80, 24, func(*ui.Config) {})
	s.find("voorbeeld openen")
	s.see("8 klanten")
	s.press("ctrl+c")
	if !s.ended || s.gone != 1 {
		t.Errorf("ended %v, %d taken away", s.ended, s.gone)
	}
}

// TestTheExampleMonitorIsAMeeting: nothing of one's own is to be reached from it,
// and the word of a meeting alone leads back.
func TestTheExampleMonitorIsAMeeting(t *testing.T) {
	for language, says := range map[string][4]string{"nl": {"voorbeeldmonitor laten", "NewMedia (voorbeeld)", "klaar", "Kennisborging"}, "en": {"show an example monitor", "NewMedia (example)", "done", "Knowledge stays"}} {
		own := stocked(t)
		s := sitOver(t, own, language, 80, 24, func(*ui.Config) {})
		s.press("enter", "1", "tab") // where people are to be won
		was := s.screen()
		s.press("E")
		s.see(says[1])
		s.press("enter")
		s.see(says[3], "7", "BESTSELLER")
		for _, key := range []string{"esc", "esc", "p", "B", "Z", "8", "9", "1", "esc", "5", "right", "esc", "4", "right", "enter", "esc", "6", "esc", "f6", "v", "D", "W", "esc", "ctrl+z", "ctrl+y", "g", "esc", "7"} {
			s.press(key)
			if !s.model.(overlaid).Watched() {
				t.Fatalf("%s leads out:\n%s", key, s.screen())
			}
			s.miss("BESTSELLER B.V. ·", "2011H1", "Gemeente Dorpstad")
		}
		s.find("newmedia")
		s.miss("2011H1")
		s.press("esc", "esc", "q")
		s.write("nee")
		s.press("enter", "esc", "q")
		s.write(says[2])
		s.press("enter")
		s.beat(3)
		s.press("enter")
		if s.screen() != was {
			t.Fatalf("the word does not lead back:\n%s\n---\n%s", s.screen(), was)
		}
		if s.gone != 1 {
			t.Errorf("%d taken away", s.gone)
		}
	}
}

// TestStoppingBesideAClientShowsNothing: whoever ends the program while the
// example monitor is shown sees nothing of what lay below.
func TestStoppingBesideAClientShowsNothing(t *testing.T) {
	s := sitOver(t, stocked(t), "nl", 80, 24, func(*ui.Config) {})
	s.find("voorbeeldmonitor")
	s.press("enter")
	s.see("Kennisborging")
	s.press("ctrl+c")
	if !s.ended || strings.TrimSpace(s.screen()) != "" || !s.model.(overlaid).Watched() {
		t.Errorf("ended %v, and on the screen stands:\n%s", s.ended, s.screen())
	}
}

// TestWhatIsTypedWhileItOpensArrives: no key lands on what lies below.
func TestWhatIsTypedWhileItOpensArrives(t *testing.T) {
	o := over(listening{name: "own"}, func(ui.OpenOver) (tea.Model, func(), error) { return listening{name: "lent"}, func() {}, nil })
	next, open := o.Update(broughtTo{0, ui.OpenOver{}})
	next, _ = next.Update(keys.Named("a"))
	next, _ = next.Update(open())
	next, _ = next.Update(keys.Named("b"))
	if got := next.View().Content; got != "lent ab" {
		t.Errorf("on top is %q", got)
	}
	next, _ = next.Update(broughtTo{1, tea.QuitMsg{}})
	if got := next.View().Content; got != "own " {
		t.Errorf("below was %q", got)
	}
	next, _ = next.Update(broughtTo{1, "late"})
	if got := next.View().Content; got != "own " {
		t.Errorf("what the other one's command brought went to %q", got)
	}
}

// listening is a program that shows what it was told.
type listening struct{ name, heard string }

func (l listening) Init() tea.Cmd { return nil }
func (l listening) View() tea.View {
	return tea.NewView(l.name + " " + l.heard)
}
func (l listening) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		l.heard += msg.String()
	case string:
		l.heard += msg
	}
	return l, nil
}
