package widget_test

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"kwi/internal/account"
	"kwi/ui/keys"
	"kwi/ui/kit"
	"kwi/ui/kit/kittest"
	"kwi/ui/widget"
)

// sided is a screen of sides, of which one is the demo form.
type sided struct {
	demo
	side int
}

func (s sided) Acts(f kit.Frame) []kit.Act {
	acts := s.demo.Acts(f)
	if s.Typing() {
		return acts
	}
	return append(acts, kit.Act{ID: "next", Keys: keys.Next}, kit.Act{ID: "prev", Keys: keys.Prev})
}

func (s sided) Update(f kit.Frame, msg tea.Msg) (kit.Screen, kit.Outcome) {
	switch msg {
	case kit.Do("next"):
		s.side++
		return s, kit.Outcome{}
	case kit.Do("prev"):
		s.side--
		return s, kit.Outcome{}
	}
	next, out := s.demo.Update(f, msg)
	s.demo = next.(demo)
	return s, out
}

// Tab goes from field to field while the form is being filled in, and else
// from side to side; shift+tab is its opposite.
func TestTabHasOneMeaningAtATime(t *testing.T) {
	for _, c := range []struct {
		from, keys, at string
		side           int
		typing         bool
	}{
		{"name", "tab", "name", 1, false},
		{"name", "tab tab shift+tab", "name", 1, false},
		{"name", "shift+tab", "name", -1, false},
		{"kind", "tab", "kind", 1, false},
		{"name", "enter tab", "kind", 0, true},
		{"name", "enter tab tab tab", "strategic", 0, true},
		{"name", "enter tab tab tab tab", "go", 0, true},
		{"name", "enter tab tab tab tab shift+tab shift+tab shift+tab shift+tab", "name", 0, true},
		{"name", "enter tab enter", "sponsor", 0, true},
		{"name", "enter tab right tab", "sponsor", 0, true},
		{"name", "enter shift+tab shift+tab", "name", 0, true},
		{"initials", "enter tab tab", "initials", 0, true},
		{"name", "enter tab x", "kind", 0, true},
		{"name", "enter tab esc", "kind", 0, false},
		{"name", "enter tab esc tab", "kind", 1, false},
		{"name", "enter tab down tab", "sponsor", 1, false},
		{"name", "enter tab up shift+tab", "name", -1, false},
		{"name", "enter esc tab", "name", 1, false},
		{"name", "enter enter tab", "sponsor", 0, true},
		{"name", "enter ctrl+s tab", "name", 1, false},
		{"go", "enter tab enter tab", "initials", 0, true},
		{"initials", "enter enter tab", "initials", 1, false},
		{"name", "enter tab leave tab", "kind", 1, false},
	} {
		p := kittest.Press(sided{demo: demo{form: widget.Form{}.On(c.from)}}, kittest.Frame(77, 20, "nl", client()), strings.Fields(c.keys)...)
		s := p.Top().(sided)
		if at := s.form.Field(s.fields(p.Frame)).ID; at != c.at || s.side != c.side || s.Typing() != c.typing || p.Left {
			t.Errorf("%s, %s: at %s of side %d, typing %v; want %s of %d, %v", c.from, c.keys, at, s.side, s.Typing(), c.at, c.side, c.typing)
		}
	}
}

// What is typed on the way is kept, and a switch on the way is switched.
func TestFillingInByTab(t *testing.T) {
	p := kittest.Press(sided{demo: demo{form: widget.Form{}.On("name")}}, kittest.Frame(77, 20, "nl", client()),
		"enter", "!", "tab", "right", "tab", "right", "tab", "right", "enter", "ctrl+u", "20-11", "tab", " boven", "tab", "Meer", "tab", "esc")
	c := p.Client()
	y := c.Cycles[0]
	if c.Name != "NewMedia!" || c.Kind != "internal" || c.Sponsor != "AA" || c.Selection.Strategic != account.Yes || y.Go == "2026-09-01" || y.Place != "bij de klant boven" || y.Kickoff.Strategy != "Meer" {
		t.Errorf("kept %+v", c)
	}
	if s := p.Top().(sided); s.side != 0 || s.Typing() {
		t.Errorf("on side %d, typing %v", s.side, s.Typing())
	}
	// While the client looks along tab is the screen's.
	p = kittest.Start(sided{demo: demo{form: widget.Form{}.On("name")}}, kittest.Frame(77, 20, "nl", client(), kittest.Together), client()).Press("tab", "tab")
	if s := p.Top().(sided); s.Typing() {
		t.Error("it is being filled in")
	}
}

// What stands on one line ends with enter, and what does not says so.
func TestEnterEndsALine(t *testing.T) {
	shown := func(p *kittest.Play) string {
		var out []string
		for _, a := range p.Top().Acts(p.Frame) {
			if !a.Hidden {
				out = append(out, a.Keys.Keys()[0]+" "+a.Name)
			}
		}
		return strings.Join(out, ", ")
	}
	if got := shown(play("place", "enter")); got != "enter volgende regel, tab volgend veld, esc klaar" {
		t.Errorf("a line: %s", got)
	}
	if got := shown(play("initials", "enter")); got != "enter klaar, esc klaar" {
		t.Errorf("the last line: %s", got)
	}
	if got := shown(play("strategy", "enter")); got != "esc klaar, enter nieuwe regel, tab volgend veld" {
		t.Errorf("a text: %s", got)
	}
	if got := shown(play("place", "enter", "shift+tab", "shift+tab")); got != "right zet om, enter volgende regel, tab volgend veld, esc klaar" {
		t.Errorf("a toggle: %s", got)
	}
	if p := play("strategy", "enter", "een", "enter", "twee", "ctrl+s"); p.Top().Typing() || p.Client().Cycles[0].Kickoff.Strategy != "een\ntwee" {
		t.Errorf("ctrl+s: %q", p.Client().Cycles[0].Kickoff.Strategy)
	}
	many := func(required bool) kit.Screen {
		return widget.NewAsk(widget.Ask{Title: "Waarom?", Lines: 4, Required: required, Then: renames})
	}
	if got := shown(over(many(true))); got != "ctrl+s bewaar, enter nieuwe regel, esc laat maar" {
		t.Errorf("a long answer: %s", got)
	}
	if p := over(many(true), "een", "enter", "twee", "enter", "ctrl+s"); p.Client().Name != "een\ntwee" || len(p.Stack) != 1 {
		t.Errorf("a long answer: %q", p.Client().Name)
	}
	if p := over(many(true), "een", "enter", "twee", "enter", "enter"); len(p.Stack) != 2 {
		t.Error("enter ends a text of many lines")
	}
	if p := over(many(true), "ctrl+s"); len(p.Stack) != 2 || !p.Bad {
		t.Error("nothing is an answer")
	}
	one := widget.NewAsk(widget.Ask{Title: "Vraag", Lines: 4, Sentence: true, Then: renames})
	p := over(one, strings.Repeat("woord ", 30)+"eind", "paste: en\nmeer")
	if got := shown(p); got != "enter bewaar, esc later" {
		t.Errorf("a sentence: %s", got)
	}
	if !strings.Contains(p.View(), "eind en meer▏") {
		t.Errorf("a sentence is cut:\n%s", p.View())
	}
	if p.Press("enter"); p.Client().Name != strings.Repeat("woord ", 30)+"eind en meer" {
		t.Errorf("a sentence: %q", p.Client().Name)
	}
}

// A sentence wraps, ends with enter, and arrows lead through its lines before
// they lead out of it. What stood on more lines stays as it was.
func TestSentences(t *testing.T) {
	long := strings.TrimSpace(strings.Repeat("woord ", 20))
	kept := ""
	fields := func(value string) []widget.Field {
		set := func(v string) kit.Outcome { kept = v; return kit.Outcome{} }
		return []widget.Field{{ID: "a", Label: "A", Set: set}, {ID: "b", Label: "B", Kind: widget.SentenceField, Value: value, Set: set}, {ID: "c", Label: "C", Set: set}}
	}
	f := kittest.Frame(40, 12, "nl", client())
	press := func(value string, keys ...string) widget.Form {
		form := widget.Form{}.On("b")
		for _, k := range keys {
			form, _, _ = form.Update(f, fields(value), kittest.Key(k))
		}
		return form
	}
	at := func(form widget.Form) string { return form.Field(fields(long)).ID }
	if form := press(long, "enter", "!", "enter"); at(form) != "c" || !form.Typing() || kept != long+"!" {
		t.Errorf("enter: typing %v, kept %q", form.Typing(), kept)
	}
	if got := at(press(long, "enter", "up")); got != "b" {
		t.Errorf("up from the last line: %s", got)
	}
	if got := at(press(long, "enter", "down")); got != "c" {
		t.Errorf("down from the last line: %s", got)
	}
	if got := at(press(long, "enter", "up", "up", "up", "up", "up", "up")); got != "a" {
		t.Errorf("up from the first line: %s", got)
	}
	if press("een\ntwee", "enter", "!", "enter", "d", "esc"); kept != "een\ntwee!\nd" {
		t.Errorf("of more lines: %q", kept)
	}
}
