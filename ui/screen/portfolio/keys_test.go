package portfolio_test

import (
	"strings"
	"testing"

	"kwi/internal/account"
	"kwi/internal/due"
	"kwi/internal/example"
	lines "kwi/internal/portfolio"
	"kwi/ui/kit"
	"kwi/ui/kit/kittest"
	"kwi/ui/screen/portfolio"
)

// hand is the row in hand as it is drawn.
func hand(p *kittest.Play) string {
	for _, l := range strings.Split(p.View(), "\n") {
		if after, ok := strings.CutPrefix(l, "▸ "); ok {
			return after
		}
	}
	return ""
}

func inHand(t *testing.T, p *kittest.Play, name string) {
	t.Helper()
	if !strings.HasPrefix(strings.TrimSpace(hand(p)), name) {
		t.Errorf("in hand is %q, not %s\n%s", hand(p), name, p.View())
	}
}

func TestEnterOpensTheStageOfTheCycle(t *testing.T) {
	all := []lines.Line{
		{ID: "a", Name: "A", Cycle: "2026H2", Stage: account.Measure, Score: -1},
		{ID: "b", Name: "B", Cycle: "2026H2", Stage: account.Closed, Score: -1},
		{ID: "c", Name: "C", Score: -1},
	}
	for i, want := range []kit.Place{{Name: "measure", Client: "a"}, {Name: "initialise", Client: "b"}, {Name: "initialise", Client: "c"}} {
		p := opened(frame(77, 20, "nl"), all, nil)
		for range i {
			p.Press("down")
		}
		if p.Press("enter"); p.Out.Go == nil || *p.Out.Go != want {
			t.Errorf("enter goes to %v, not %v", p.Out.Go, want)
		}
	}
}

func TestEnterBeforeTheListIsHeld(t *testing.T) {
	all := listing("nl")
	s := portfolio.New(func() ([]lines.Line, error) { return all, nil })
	p := kittest.Press(s, frame(77, 20, "nl"), "/", "vonk", "enter")
	if p.Out.Go != nil {
		t.Fatal("there is nothing to open yet")
	}
	if p.Send(s.Init()()); p.Out.Go == nil || p.Out.Go.Client != "vonk" {
		t.Errorf("enter was lost: %v", p.Out.Go)
	}
}

func TestFilterWhileTyping(t *testing.T) {
	p := opened(frame(77, 20, "nl"), listing("nl"), nil).Press("/", "newqo")
	if !strings.Contains(p.View(), "Zo heet geen klant") {
		t.Errorf("letters are no text:\n%s", p.View())
	}
	p.Press("backspace", "backspace")
	inHand(t, p, "NewMedia")
	if p.Press("tab"); p.Top().Typing() || strings.Contains(p.View(), "Laagveld") {
		t.Error("tab must leave the filter as it is")
	}
	p.Press("esc")
	inHand(t, p, "NewMedia")
	if !strings.Contains(p.View(), "Laagveld") {
		t.Error("esc must show all again")
	}
	if p.Left {
		t.Error("the first esc belongs to the filter")
	}
	if p.Press("esc"); !p.Left {
		t.Error("the second esc must be the root's")
	}
	p.Press("/", "VÖNK", "enter")
	if p.Out.Go == nil || p.Out.Go.Client != "vonk" || p.Top().Typing() {
		t.Errorf("enter must open what was found: %v", p.Out.Go)
	}
}

func TestOrders(t *testing.T) {
	l := func(id string, score int, by int, session account.Date) lines.Line {
		x := lines.Line{ID: id, Name: id, Cycle: "2026H2", Stage: account.Measure, Score: -1}
		if session != "" {
			x.Due = []due.Day{{Kind: due.Session, On: session}}
		}
		if score > 0 {
			x.Score, x.Change.By, x.Change.OK = toFigure(score), by, true
		}
		return x
	}
	all := []lines.Line{l("A", 0, 0, ""), l("B", 800, -10, "2026-12-20"), l("C", 700, 30, "2026-12-01")}
	p := opened(frame(77, 20, "nl"), all, nil)
	names := func() string {
		var out []string
		for _, l := range strings.Split(p.View(), "\n")[3:] {
			if f := strings.Fields(strings.TrimPrefix(l, "▸")); len(f) > 2 && len(f[0]) == 1 {
				out = append(out, f[0])
			}
		}
		return strings.Join(out[:3], "")
	}
	for _, want := range []string{"ABC", "CBA", "CBA", "BCA", "ABC"} {
		if got := names(); got != want {
			t.Errorf("%s: got %s, want %s\n%s", p.Notice, got, want, p.View())
		}
		p.Press("o")
	}
	inHand(t, p, "A")
}

func TestUnitsStandBelowTheirOrganisation(t *testing.T) {
	all := []lines.Line{
		{ID: "u", Name: "Aanleg", PartOf: "o", Score: -1}, {ID: "o", Name: "Orgel", Score: -1}, {ID: "b", Name: "Beek", Score: -1},
		{ID: "x", Name: "Los", PartOf: "nergens", Score: -1}, {ID: "p", Name: "Ring", PartOf: "q", Score: -1}, {ID: "q", Name: "Ster", PartOf: "p", Score: -1},
	}
	p := opened(frame(77, 20, "nl"), all, nil)
	at := func(text string) int { return strings.Index(p.View(), text) }
	if !(at("Beek") < at("Los") && at("Los") < at("Orgel") && at("Orgel") < at("\n    Aanleg") && at("Aanleg") < at("Ring")) {
		t.Errorf("units are not below their organisation:\n%s", p.View())
	}
	if at("Ring") < 0 || at("Ster") < 0 {
		t.Errorf("organisations that are each other's unit must not vanish:\n%s", p.View())
	}
	p.Press("/", "orgel", "tab")
	if at("  Aanleg") < 0 {
		t.Errorf("who looks for the organisation finds its units:\n%s", p.View())
	}
	p.Press("esc", "/", "aan", "tab")
	inHand(t, p, "Aanleg · Orgel")
}

func TestNewClient(t *testing.T) {
	p := opened(frame(77, 20, "nl"), listing("nl"), nil).Press("n", "enter")
	if !p.Bad || len(p.Stack) != 2 {
		t.Error("an empty name must be refused")
	}
	p.Press("  newmedia ", "enter")
	if !p.Bad || len(p.Stack) != 2 || !strings.Contains(p.View(), "newmedia") {
		t.Errorf("a name that is there must be refused and stay: %q\n%s", p.Notice, p.View())
	}
	if p.Press("2", "enter"); p.Out.Begin != "newmedia 2" {
		t.Errorf("begins %q", p.Out.Begin)
	}
	p = opened(frame(77, 20, "nl"), listing("nl"), nil).Press("/", "Drukkerij", "ctrl+n", "enter")
	if p.Out.Begin != "Drukkerij" {
		t.Errorf("what was looked for in vain is the name: %q", p.Out.Begin)
	}
}

func TestArchive(t *testing.T) {
	file := example.Portfolio("nl", kittest.Today)
	var vonk account.Client
	for _, c := range file.Clients {
		if c.ID == "vonk" {
			vonk = c
		}
	}
	f := kittest.Frame(77, 20, "nl", vonk)
	p := opened(f, listing("nl"), nil).Press("/", "vonk", "tab", "a")
	kittest.Golden(t, "away", p.View())
	if p.Press("enter"); p.Out.On != "vonk" || p.Client().Archived != kittest.Today {
		t.Fatalf("on %q, archived %q", p.Out.On, p.Client().Archived)
	}
	if !strings.Contains(p.View(), "in het archief wel 1") {
		t.Errorf("who is looked for stands in the archive:\n%s", p.View())
	}
	if p.Press("esc"); strings.Contains(p.View(), "Vonk") {
		t.Errorf("the list still has him before anything was fetched:\n%s", p.View())
	}
	p.Press("A")
	inHand(t, p, "Installatiebedrijf")
	kittest.Golden(t, "archive", p.View())
	if p.Press("ctrl+z"); strings.Contains(hand(p), "Install") {
		t.Errorf("undo does not show:\n%s", p.View())
	}
	p.Press("v")
	if !strings.Contains(p.View(), "Installatiebedr") {
		t.Errorf("undo does not bring him back:\n%s", p.View())
	}
	p.Press("ctrl+y", "v", "a", "enter")
	if p.Client().Archived != "" {
		t.Error("a must take him out again")
	}
	if p.Press("A"); p.Top().Head(p.Frame).Right != "8 klanten" {
		t.Errorf("the head says %q", p.Top().Head(p.Frame).Right)
	}
}

// With nobody in the archive nothing is offered that would need somebody.
func TestAnEmptyArchiveOffersNoDeadKey(t *testing.T) {
	f := kittest.Frame(77, 20, "nl", account.Client{})
	p := opened(f, listing("nl"), nil).Press("v")
	for _, a := range p.Top().Acts(p.Frame) {
		if a.Why != "" || a.Hidden {
			t.Errorf("%s: hidden %t, %s", a.ID, a.Hidden, a.Why)
		}
	}
	if p.Press("v"); p.Top().Head(p.Frame).Right != "8 klanten" {
		t.Errorf("the way back: %q", p.Top().Head(p.Frame).Right)
	}
}

// Somebody else's change comes with another fetch; cursor, filter and view
// stay as they are.
func TestFetchedAgain(t *testing.T) {
	all := listing("nl")
	s := portfolio.New(func() ([]lines.Line, error) { return all, nil })
	p := kittest.Press(s, frame(77, 20, "nl"))
	first := s.Init()()
	p.Send(first).Press("down", "down", "down")
	before := hand(p)
	all = append([]lines.Line{{ID: "aa", Name: "Aal", Score: -1}}, all...)
	p.Send(s.Init()())
	if hand(p) != before || !strings.Contains(p.View(), "Aal") {
		t.Errorf("in hand was %q\n%s", before, p.View())
	}
	if p.Send(first); !strings.Contains(p.View(), "Aal") {
		t.Error("an older reading that comes late must not win")
	}
}

// Who begins a client and comes back finds them in hand, though the store may
// not have them yet.
func TestTheClientInHandIsInTheList(t *testing.T) {
	all := listing("nl")
	p := opened(frame(77, 20, "nl"), all, nil).Press("down")
	p.Frame = kittest.With(p.Frame, account.Client{ID: "oude-molen", Name: "Oude Molen", Cycles: []account.Cycle{{Name: "2027H1", Stage: account.Draft}}})
	p.Send(kit.Tick{})
	inHand(t, p, "Oude Molen")
	if p.Press("down"); strings.Contains(hand(p), "Oude Molen") {
		t.Error("the cursor must move on from there")
	}
}

func TestOnlyBeginningWhereThereIsNothing(t *testing.T) {
	p := opened(frame(77, 20, "nl"), nil, nil)
	if acts := p.Top().Acts(p.Frame); len(acts) != 1 || acts[0].ID != "new" {
		t.Errorf("there is more to do than to begin: %v", acts)
	}
	if p.Press("n", "Bakkerij", "enter"); p.Out.Begin != "Bakkerij" {
		t.Errorf("begins %q", p.Out.Begin)
	}
}
