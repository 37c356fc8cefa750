package promises_test

import (
	"slices"
	"strings"
	"testing"

	"kwi/internal/account"
	"kwi/internal/due"
	"kwi/ui/kit"
	"kwi/ui/kit/kittest"
	"kwi/ui/screen/promises"
)

// inHand is the row in hand as it is drawn.
func inHand(p *kittest.Play) string {
	for _, l := range strings.Split(p.View(), "\n")[2:] {
		if after, ok := strings.CutPrefix(l, "▸ "); ok {
			return after
		}
	}
	return ""
}

// find goes down to a row that holds a text.
func find(t *testing.T, p *kittest.Play, text string) {
	t.Helper()
	for range 60 {
		if strings.Contains(inHand(p), text) {
			return
		}
		p.Press("down")
	}
	t.Fatalf("no row with %q:\n%s", text, p.View())
}

func TestEnterGoesToItsOwnPlace(t *testing.T) {
	one := func(i due.Item) []due.Client { return []due.Client{{ID: "x", Name: "X", Items: []due.Item{i}}} }
	for _, d := range []struct {
		item due.Item
		want kit.Place
	}{
		{due.Item{Kind: due.Action, Number: "2026-01"}, kit.Place{Name: "realise", Client: "x", At: "2026-01"}},
		{due.Item{Kind: due.Inspiration, Who: "AA", At: "2026-12-01"}, kit.Place{Name: "draft", Client: "x", At: "AA"}},
		{due.Item{Kind: due.Concept, Who: "AA", At: "2026-12-01"}, kit.Place{Name: "draft", Client: "x", At: "AA"}},
		{due.Item{Kind: due.Visit, Who: "AA", At: "2026-12-01"}, kit.Place{Name: "realise", Client: "x", At: "AA"}},
		{due.Item{Kind: due.Lists}, kit.Place{Name: "communicate", Client: "x"}},
		{due.Item{Kind: due.Lists, At: "2026-12-01"}, kit.Place{Name: "measure", Client: "x"}},
		{due.Item{Kind: due.Answers, At: "2026-12-01"}, kit.Place{Name: "measure", Client: "x"}},
		{due.Item{Kind: due.Chase, At: "2026-12-01", Count: 2}, kit.Place{Name: "measure", Client: "x", At: "silent"}},
		{due.Item{Kind: due.Analysis, At: "2026-12-01"}, kit.Place{Name: "measure", Client: "x", At: "analysis"}},
		{due.Item{Kind: due.Findings, At: "2026-12-01", Count: 2}, kit.Place{Name: "measure", Client: "x", At: "analysis"}},
		{due.Item{Kind: due.Talk, At: "2026-12-01", Who: "AA"}, kit.Place{Name: "realise", Client: "x", At: "AA"}},
		{due.Item{Kind: due.Planning, At: "2026-12-01"}, kit.Place{Name: "measure", Client: "x", At: "session"}},
		{due.Item{Kind: due.Session, At: "2026-12-01"}, kit.Place{Name: "session", Client: "x"}},
	} {
		p := opened(frame(77, 20, "nl"), one(d.item), nil)
		if p.Press("enter"); p.Out.Go == nil || *p.Out.Go != d.want {
			t.Errorf("%s goes to %v, not %v", d.item.Kind, p.Out.Go, d.want)
		}
		m, ok := p.Top().(kit.Meeter)
		p.Press("space")
		does := p.Out.Change != nil || p.Out.Ask != nil
		if does != (d.item.Kind.Promised() || d.item.Kind == due.Visit) || (p.Out.Ask != nil) != (d.item.Kind == due.Action) {
			t.Errorf("%s is marked done: %v, %v", d.item.Kind, p.Out.Change, p.Out.Ask)
		} else if !does && !p.Bad || does && p.Out.On != "x" {
			t.Errorf("%s: %q on %q", d.item.Kind, p.Notice, p.Out.On)
		}
		if !ok || m.MeetingPlace(p.Frame).Client != "x" {
			t.Error("nobody to meet")
		}
	}
	empty := opened(frame(77, 20, "nl"), nil, nil)
	if p := empty.Top().(kit.Meeter).MeetingPlace(empty.Frame); p != (kit.Place{}) {
		t.Error(p)
	}
}

func TestEscLeaves(t *testing.T) {
	if p := opened(frame(77, 20, "nl"), owed("nl"), nil).Press("esc"); !p.Left {
		t.Error("esc stays")
	}
}

// TestDoneAndBack marks each kind that can be marked, and opens it again.
func TestDoneAndBack(t *testing.T) {
	for _, d := range []struct {
		client, row string
		open        func(c account.Client) bool
	}{
		{"dorpstad", "Vaste vervanger", func(c account.Client) bool { _, a := c.Action("2027-01"); return a.Status == account.Open }},
		{"dorpstad", "gesprek met Directeur", func(c account.Client) bool {
			return !slices.ContainsFunc(c.Newest().Visits, func(v account.Visit) bool { return v.Date == kittest.Today })
		}},
		{"oeverland", "concept voor", func(c account.Client) bool {
			for _, p := range c.Newest().Promised {
				return p.Open()
			}
			return false
		}},
	} {
		p := opened(holding(d.client), owed("nl"), nil)
		if find(t, p, d.row); !d.open(p.Client()) {
			t.Fatalf("%s is not open for %s", d.row, d.client)
		}
		before := p.View()
		for range 2 {
			if p.Press("space"); len(p.Stack) == 2 {
				if !d.open(p.Client()) {
					t.Errorf("%s is done before it was said what shows it", d.row)
				}
				p.Press("esc", "space", "enter")
			}
			if d.open(p.Client()) || !strings.Contains(inHand(p), "✓ gedaan") || !strings.Contains(inHand(p), d.row) {
				t.Fatalf("%s is not done\n%s", d.row, p.View())
			}
			if p.Press("space"); !d.open(p.Client()) || p.View() != before {
				t.Fatalf("%s does not come back\n%s", d.row, p.View())
			}
		}
		if p.Press("space"); len(p.Stack) == 2 {
			p.Press("enter")
		}
		p.Press("up", "up", "up", "ctrl+z")
		if !d.open(p.Client()) || !strings.Contains(inHand(p), d.row) {
			t.Errorf("undo does not show %s\n%s", d.row, p.View())
		}
	}
}

// TestEvidenceIsKept: what shows that an agreement was done is asked as it is
// elsewhere, and stays where it is opened again.
func TestEvidenceIsKept(t *testing.T) {
	p := opened(holding("dorpstad"), owed("nl"), nil)
	find(t, p, "Vaste vervanger")
	p.Press("space").Type("Op tijd")
	p.Press("enter")
	c := p.Client()
	if _, a := c.Action("2027-01"); a.Status != account.Done || a.Done != kittest.Today || a.Evidence != "Op tijd" {
		t.Fatalf("%+v", a)
	}
	if p.Press("space", "space"); !strings.Contains(p.View(), "Op tijd") {
		t.Fatalf("the evidence is gone\n%s", p.View())
	}
}

// TestDoneTwiceIsDoneOnce: what somebody else did in the meantime stays as it
// was done.
func TestDoneTwiceIsDoneOnce(t *testing.T) {
	p := opened(holding("oeverland"), owed("nl"), nil)
	find(t, p, "concept voor")
	p.Press("space")
	c := holding("oeverland").Client
	who := c.Respondents[0].Initials
	if err := c.BringConcept("", who, "2026-11-19"); err != nil {
		t.Fatal(err)
	}
	if err := p.Changes[0].Apply(&c); err != nil || c.Newest().Promised[who].Done != "2026-11-19" {
		t.Errorf("%v, %+v", err, c.Newest().Promised)
	}
}

func TestOnlyMine(t *testing.T) {
	p := opened(frame(77, 20, "nl"), owed("nl"), nil)
	find(t, p, "Kwartaalbrief")
	p.Press("m")
	if strings.Contains(p.View(), "Kwartaalbrief") || !strings.Contains(p.View(), "Vaste vervanger") || !strings.Contains(p.View(), "alleen van jou") {
		t.Errorf("not mine:\n%s", p.View())
	}
	p.Press("m")
	if !strings.Contains(p.View(), "Kwartaalbrief") {
		t.Errorf("not everybody's:\n%s", p.View())
	}
	// Who the user is is asked once, where that is not known.
	f := frame(77, 20, "nl")
	f.Me = account.User{}
	p = opened(f, owed("nl"), nil)
	if p.Press("m"); len(p.Stack) != 2 {
		t.Fatal("nobody asks who that is")
	}
	p.Type("Joe Bestseller")
	if p.Press("ctrl+s"); len(p.Stack) != 1 || strings.Contains(p.View(), "Kwartaalbrief") {
		t.Errorf("the answer shows nothing:\n%s", p.View())
	}
}

// TestTheRowInHandStays whatever the list is grouped by, and whatever others
// change.
func TestTheRowInHandStays(t *testing.T) {
	all := owed("nl")
	s := promises.New(func() ([]due.Client, error) { return all, nil })
	p := kittest.Press(s, frame(77, 20, "nl"))
	first := s.Init()()
	p.Send(first)
	find(t, p, "Kwartaalcijfer")
	for range 4 {
		if p.Press("tab"); !strings.Contains(inHand(p), "Kwartaalcijfer") {
			t.Errorf("in hand is %q", inHand(p))
		}
	}
	all = append([]due.Client{{ID: "aa", Name: "Aal", Items: []due.Item{{Kind: due.Action, Number: "2026-01", At: "2026-11-01", Text: "Van elders"}}}}, all...)
	p.Send(s.Init()())
	if !strings.Contains(inHand(p), "Kwartaalcijfer") || !strings.Contains(p.Press("home").View(), "Van elders") {
		t.Errorf("in hand is %q\n%s", inHand(p), p.View())
	}
	if p.Send(first); !strings.Contains(p.View(), "Van elders") {
		t.Error("an older reading that comes late must not win")
	}
	if p.Press("up", "up"); inHand(p) == "" {
		t.Error("the cursor rests on the head of a group")
	}
}

// TestAnotherDay: what was due today is late, and a session that was held is no
// longer in the list.
func TestAnotherDay(t *testing.T) {
	items := []due.Item{{Kind: due.Action, Number: "2026-01", At: account.Moment(kittest.Today), Text: "Vandaag"}, {Kind: due.Session, At: account.Moment(kittest.Today)}}
	p := opened(frame(77, 20, "nl"), []due.Client{{ID: "x", Name: "X", Items: items}}, nil)
	if v := p.View(); !strings.Contains(v, "Vandaag · 2") || strings.Contains(v, "laat") {
		t.Error(v)
	}
	p.Frame.Today = account.Date(kittest.Today).Add(1)
	if v := p.View(); !strings.Contains(v, "Te laat · 1") || !strings.Contains(v, "1 dag te laat") || strings.Contains(v, "klantwaardesessie") {
		t.Error(v)
	}
}
