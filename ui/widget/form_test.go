package widget_test

import (
	"strings"
	"testing"

	"kwi/internal/account"
	"kwi/ui/kit"
	"kwi/ui/kit/kittest"
	"kwi/ui/widget"
)

// play opens the demo form with one field in hand.
func play(id string, keys ...string) *kittest.Play {
	d := demo{form: widget.Form{}.On(id)}
	return kittest.Press(d, kittest.Frame(77, 20, "nl", client()), keys...)
}

func groups(p *kittest.Play) (out []string) {
	for _, c := range p.Changes {
		out = append(out, c.Group)
	}
	return out
}

func TestTypingIsKeptOnLeaving(t *testing.T) {
	for _, leave := range []string{"enter", "esc", "tab", "shift+tab", "up", "down", "leave"} {
		p := play("place", "enter", " in Utrecht", leave)
		c := p.Client()
		if got := c.Cycles[0].Place; got != "bij de klant in Utrecht" {
			t.Errorf("%s: %q", leave, got)
		}
		if len(p.Changes) != 1 || p.Notice != "" {
			t.Errorf("%s: %d changes, notice %q", leave, len(p.Changes), p.Notice)
		}
	}
}

func TestWhereLeavingGoes(t *testing.T) {
	for _, c := range []struct {
		key, id string
		typing  bool
	}{{"enter", "strategy", true}, {"ctrl+s", "place", false}, {"esc", "place", false}, {"tab", "strategy", true}, {"shift+tab", "go", true}, {"down", "strategy", false}, {"up", "go", false}} {
		p := play("place", "enter", c.key)
		d := p.Top().(demo)
		if got := d.form.Field(d.fields(p.Frame)).ID; got != c.id || p.Top().Typing() != c.typing {
			t.Errorf("%s: in hand %s, typing %v", c.key, got, p.Top().Typing())
		}
	}
}

func TestNothingTypedIsNoChange(t *testing.T) {
	if p := play("place", "enter", "x", "backspace", "tick", "tick", "tick", "esc", "enter", "leave"); len(p.Changes) != 0 {
		t.Errorf("%d changes", len(p.Changes))
	}
	// The same day in other words is the same day.
	if p := play("go", "enter", "ctrl+u", "1-9-2026", "enter"); len(p.Changes) != 0 || p.Notice != "" {
		t.Errorf("%d changes, notice %q", len(p.Changes), p.Notice)
	}
}

func TestAVisitIsOneChange(t *testing.T) {
	p := play("strategy", "enter", "wij", "tick", " willen", "tick", "tick", "tick")
	if len(p.Changes) != 0 || !p.Top().Typing() {
		t.Fatalf("%d changes before the field is left", len(p.Changes))
	}
	p.Press(" meer", "esc")
	c := p.Client()
	if got := c.Cycles[0].Kickoff.Strategy; got != "wij willen meer" {
		t.Fatalf("kept %q", got)
	}
	p.Press("enter", " nog iets", "esc")
	if g := groups(p); len(g) != 2 || g[0] == g[1] || !strings.HasPrefix(g[0], "strategy#") {
		t.Errorf("two visits, groups %q", g)
	}
	if p.Press("ctrl+z", "ctrl+z"); p.Bad {
		t.Errorf("undo: %s", p.Notice)
	}
	if c := p.Client(); c.Cycles[0].Kickoff.Strategy != "" {
		t.Errorf("two visits are not two steps: %q", c.Cycles[0].Kickoff.Strategy)
	}
}

// A half-typed day is not yet a day: 2-1 on the way to 2-12.
func TestAPauseKeepsNoHalfDay(t *testing.T) {
	p := play("go", "enter", "ctrl+u", "2-1", "tick", "tick", "tick")
	if len(p.Changes) != 0 {
		t.Fatal("kept half a day")
	}
	p.Press("2", "enter")
	if c := p.Client(); c.Cycles[0].Go != "2026-12-02" {
		t.Errorf("kept %s", c.Cycles[0].Go)
	}
}

func TestWhatIsNoDayStaysInTheField(t *testing.T) {
	p := play("go", "enter", "ctrl+u", "zo snel mogelijk", "enter")
	if !p.Bad || !p.Top().Typing() || len(p.Changes) != 0 || !strings.Contains(p.View(), "zo snel mogelijk▏") {
		t.Fatalf("notice %q\n%s", p.Notice, p.View())
	}
	for _, key := range []string{"tab", "up", "enter", "leave"} {
		q := play("go", "enter", "ctrl+u", "zo snel mogelijk", key)
		if !q.Top().Typing() || !strings.Contains(q.View(), "zo snel mogelijk▏") {
			t.Errorf("%s: lost what was typed", key)
		}
	}
	// Mending it keeps it.
	p.Press("ctrl+u", "27-11", "enter")
	if c := p.Client(); c.Cycles[0].Go != "2026-11-27" || p.Bad {
		t.Errorf("kept %s, notice %q", c.Cycles[0].Go, p.Notice)
	}
	// A second esc leaves it there as a draft, and says so.
	p = play("go", "enter", "x", "esc")
	if !p.Top().Typing() || !p.Bad {
		t.Fatal("the first esc")
	}
	if p.Press("esc"); p.Top().Typing() || p.Notice == "" || len(p.Changes) != 0 || strings.Contains(p.View(), "x▏") {
		t.Errorf("the second esc: notice %q", p.Notice)
	}
	for _, out := range p.Outs {
		if len(out.Settled) > 0 {
			t.Errorf("the draft is settled: %v", out.Settled)
		}
	}
	// Typing in between makes it a first one again.
	if p = play("go", "enter", "x", "esc", "y", "esc"); !p.Top().Typing() {
		t.Error("dropped what was typed after the refusal")
	}
}

// A refusal of the field or of its change is known while the text is there.
func TestARefusalKeepsTheText(t *testing.T) {
	if p := play("name", "enter", "ctrl+u", "enter"); !p.Bad || !p.Top().Typing() || p.Notice != "Een klant heeft een naam." {
		t.Errorf("the field's own: notice %q", p.Notice)
	}
	p := play("initials", "enter", "ctrl+u", "te lang", "enter")
	if !p.Bad || !p.Top().Typing() || len(p.Changes) != 0 || !strings.Contains(p.View(), "te lang▏") {
		t.Errorf("the change's: notice %q", p.Notice)
	}
	// A pause does not scold.
	if p := play("initials", "enter", "ctrl+u", "te lang", "tick", "tick", "tick"); p.Notice != "" || len(p.Changes) != 0 {
		t.Errorf("notice %q", p.Notice)
	}
}

func TestWhatChangesUnderneathIsTakenOver(t *testing.T) {
	p := play("strategy", "enter", "eerst", "esc", "enter", "ctrl+z", "tick")
	if c := p.Client(); c.Cycles[0].Kickoff.Strategy != "" || strings.Contains(p.View(), "eerst") {
		t.Errorf("undo while the field is open: %q\n%s", c.Cycles[0].Kickoff.Strategy, p.View())
	}
	if n := len(p.Press("esc").Changes); n != 1 {
		t.Errorf("%d changes: what was taken back came again", n)
	}
	// Text that was typed since is not overwritten by another window.
	p = play("place", "enter", "!")
	c := p.Client()
	c.Cycles[0].Place = "elders"
	p = kittest.Press(p.Top(), kittest.With(p.Frame, c), "tick")
	if !strings.Contains(p.View(), "bij de klant!▏") {
		t.Errorf("lost what was typed\n%s", p.View())
	}
	// What the change made of it is shown.
	if p := play("initials", "enter", "ctrl+u", "kk2", "enter", "enter"); !strings.Contains(p.View(), "KK2▏") {
		t.Errorf("what was kept is not shown\n%s", p.View())
	}
}

func TestAFieldThatGoesEndsItsVisit(t *testing.T) {
	p := play("place", "enter", " boven")
	p.Send(kit.Do("vanish"))
	if !p.Bad || !strings.Contains(p.Notice, "bij de klant boven") {
		t.Errorf("notice %q", p.Notice)
	}
	p.Press("x")
	c := p.Client()
	if p.Top().Typing() || len(p.Changes) != 0 || c.Cycles[0].Kickoff.Strategy != "" {
		t.Errorf("typing %v, %d changes, notice %q", p.Top().Typing(), len(p.Changes), p.Notice)
	}
	d := p.Top().(demo)
	if got := d.form.Field(d.fields(p.Frame)).ID; got != "strategy" {
		t.Errorf("in hand %q, want what came in its place", got)
	}
	p = play("place", "enter", " boven")
	p.Send(kit.Do("lock"))
	if p.Press("x"); p.Top().Typing() || len(p.Changes) != 0 {
		t.Error("a field that was locked stays open")
	}
}

func TestLockedFieldsSayWhy(t *testing.T) {
	p := kittest.Press(demo{form: widget.Form{}.On("place"), locked: true}, kittest.Frame(77, 20, "nl", client()), "enter")
	if p.Notice != "De sessie is al geweest." || !p.Bad || p.Top().Typing() {
		t.Errorf("notice %q", p.Notice)
	}
}

func TestChoicesAndToggles(t *testing.T) {
	if p := play("kind", "x", "l", "h"); len(p.Changes) != 0 {
		t.Error("what writes a sign changes a choice")
	}
	for _, key := range []string{"right", "space"} {
		if c := play("kind", key).Client(); c.Kind != account.Internal {
			t.Errorf("%s: %s", key, c.Kind)
		}
	}
	p := play("kind", "right")
	p.Press("right", "left", "enter")
	if c := p.Client(); c.Kind != account.External || len(p.Changes) != 4 {
		t.Errorf("right, left, enter: %s", c.Kind)
	}
	for _, key := range []string{"left", "right", "space", "enter"} {
		if c := play("strategic", key).Client(); c.Selection.Strategic != account.Yes {
			t.Errorf("%s does not toggle", key)
		}
	}
	p = play("sponsor", "right")
	if c := p.Client(); c.Sponsor != "AA" {
		t.Errorf("right: %s", c.Sponsor)
	}
	p.Press("enter", "kees", "enter")
	if c := p.Client(); c.Sponsor != "KK" || len(p.Stack) != 1 {
		t.Errorf("picked %s, %d screens", c.Sponsor, len(p.Stack))
	}
}

func TestLettersAreActsUntilAFieldIsOpen(t *testing.T) {
	p := play("name", "x", "space", "2")
	if c := p.Client(); c.Name != "NewMedia" || len(p.Changes) != 0 {
		t.Errorf("name %q", c.Name)
	}
	if p.Press("esc"); !p.Left {
		t.Error("esc does not leave a form in which nothing is open")
	}
}

func TestFastTypingAndPaste(t *testing.T) {
	text := strings.Repeat("snel getypt ", 17)
	p := play("strategy", "enter", text, "enter", "paste:twee\r\nregels", "esc")
	if c := p.Client(); c.Cycles[0].Kickoff.Strategy != strings.TrimRight(text, "\n")+"\ntwee\nregels" {
		t.Errorf("%q", c.Cycles[0].Kickoff.Strategy)
	}
	p = play("place", "enter", "ctrl+u", "paste:\x1b[2Jzaal\r\n12\u202e", "enter")
	if c := p.Client(); c.Cycles[0].Place != "[2Jzaal 12" {
		t.Errorf("%q", c.Cycles[0].Place)
	}
	// A paste on a closed field opens it.
	p = play("place", "paste: boven", "enter")
	if c := p.Client(); c.Cycles[0].Place != "bij de klant boven" {
		t.Errorf("%q", c.Cycles[0].Place)
	}
	if p = play("place", "enter", "paste:"+strings.Repeat("x", 600)); !p.Bad || !strings.Contains(p.Notice, "500") {
		t.Errorf("notice %q", p.Notice)
	}
}

func TestMovingAroundAForm(t *testing.T) {
	p := play("name", "up", "up")
	at := func() string { d := p.Top().(demo); return d.form.Field(d.fields(p.Frame)).ID }
	for _, c := range [][2]string{{"down", "kind"}, {"j", "sponsor"}, {"k", "kind"}, {"end", "initials"}, {"down", "initials"}, {"up", "strategy"}, {"home", "name"}, {"pgdown", "go"}, {"pgup", "kind"}} {
		if p.Press(c[0]); at() != c[1] {
			t.Fatalf("%s: %s in hand, want %s", c[0], at(), c[1])
		}
	}
}

// While the client looks along a form can be read and nothing more, unless it
// says Together.
func TestAFormIsClosedWhileTheClientLooksAlong(t *testing.T) {
	for id, keys := range map[string][]string{"place": {"enter", "x", "enter"}, "kind": {"enter"}, "strategic": {"enter"}, "strategy": {"paste:x"}, "go": {"tab", "x", "enter"}, "sponsor": {"enter", "enter"}} {
		p := kittest.Start(demo{form: widget.Form{}.On(id)}, kittest.Frame(77, 20, "nl", client(), kittest.Together), client()).Press(keys...)
		if len(p.Changes) != 0 || p.Top().Typing() || len(p.Stack) != 1 {
			t.Errorf("%s: %d changes, typing %v", id, len(p.Changes), p.Top().Typing())
		}
		p = kittest.Start(demo{form: widget.Form{Together: true}.On(id)}, p.Frame, client()).Press(keys...)
		if len(p.Changes) == 0 && id != "strategy" && id != "sponsor" {
			t.Errorf("%s: Together, and it cannot be filled", id)
		}
	}
	// A field that was open when the client came to look ends its visit.
	p := play("place", "enter", " boven")
	p = kittest.Start(p.Top(), kittest.Frame(77, 20, "nl", client(), kittest.Together), client()).Press("x", "enter")
	if len(p.Changes) != 0 || p.Top().Typing() {
		t.Error("typing went on")
	}
}
