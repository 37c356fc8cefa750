package initialise

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"kwi/internal/account"
	"kwi/ui/kit/kittest"
)

func TestTheClient(t *testing.T) {
	c := now(at(t, 77, 20, "nl", fresh(), "enter", "ctrl+u", "Nieuw", "esc", "down", "space", "down", "enter", "holding", "esc", "down", "enter", "20-11", "esc"))
	if c.Name != "Nieuw" || c.Kind != account.Internal || c.PartOf != "holding" || c.Newest().Go != "2026-11-20" {
		t.Errorf("got %q %q %q %q", c.Name, c.Kind, c.PartOf, c.Newest().Go)
	}
	p := at(t, 77, 20, "nl", fresh(), "down", "down", "down", "down", "space", "down", "space", "down", "space", "down")
	if s := p.Client().Selection; s != (account.Selection{Strategic: account.Yes, Intensive: account.Yes, Business: account.Yes}) {
		t.Errorf("got %v", s)
	}
	if p.Press("space"); p.Client().Approach != account.Simple {
		t.Error("the advice may be overruled")
	}
	p.Press("down", "space", "down", "space")
	if n := p.Client().Needs; n.ClientKnows != account.Yes || n.SupplierKnows != account.Yes {
		t.Errorf("got %v", n)
	}
}

func TestWhatCannotBeStaysInTheField(t *testing.T) {
	p := at(t, 77, 20, "nl", fresh(), "down", "down", "enter", "Grote Klant", "enter")
	if !p.Bad || !p.Top().Typing() || p.Client().PartOf != "" {
		t.Errorf("said %q", p.Notice)
	}
	if p := at(t, 77, 20, "nl", fresh(), "enter", "ctrl+u", "enter"); !p.Bad || p.Client().Name == "" {
		t.Error("a client has a name")
	}
}

func TestWhatIsStillToComeIsNotNoted(t *testing.T) {
	p := at(t, 77, 20, "nl", fresh(), "down", "down", "down", "enter", "morgen", "enter")
	if !p.Bad || now(p).Newest().Go != "" {
		t.Errorf("said %q", p.Notice)
	}
	p = at(t, 77, 20, "nl", typical("nl"), "tab", "enter", "down", "down", "down", "down", "down", "down", "enter", "ctrl+u", "morgen", "enter")
	if !p.Bad || now(p).Respondent("KK").Willing != "2026-10-12" {
		t.Errorf("said %q", p.Notice)
	}
	p = at(t, 77, 20, "nl", fresh(), "tab", "n", "Kees", "tab", "tab", "tab", "tab", "tab", "tab", "20-11", "ctrl+s")
	if r := now(p).Respondent("K"); r == nil || r.Willing != "2026-11-20" {
		t.Errorf("got %+v, said %q", r, p.Notice)
	}
}

func TestPeopleComeAndGo(t *testing.T) {
	p := at(t, 77, 20, "nl", typical("nl"), "tab", "n", "karel Koster", "tab", "tab", "Wethouder", "ctrl+s")
	c := p.Client()
	r := c.Respondents[len(c.Respondents)-1]
	if r.Initials != "K" || r.Function != "Wethouder" || len(p.Stack) != 1 {
		t.Fatalf("got %+v", r)
	}
	p.Press("w", "enter", "s", "enter")
	if c = p.Client(); c.Sponsor != "K" || c.Respondent("K").Willing != kittest.Today {
		t.Errorf("the cursor is not on whom was added: %+v", c.Respondents)
	}
	p.Press("s", "enter", "w", "ctrl+u", "enter")
	if c = p.Client(); c.Sponsor != "" || c.Respondent("K").Willing != "" {
		t.Error("both can be undone")
	}
	if p.Press("ctrl+x"); now(p).Respondent("K") != nil {
		t.Error("nothing hangs on him, so he goes")
	}
}

func TestWhoCarriesSomethingIsMarkedAsGone(t *testing.T) {
	c := typical("nl")
	if err := c.AddNote("2027H1", account.Note{With: "KK", Text: "gesproken"}); err != nil {
		t.Fatal(err)
	}
	p := at(t, 77, 20, "nl", c, "tab", "ctrl+x")
	if v := p.View(); now(p).Respondent("KK").Left != "" || !strings.Contains(v, "Kees Klant (KK) gaat weg") || !strings.Contains(v, "KK is de sponsor.") {
		t.Errorf("it is not asked first:\n%s", v)
	}
	p.Press("ctrl+s")
	if r := now(p).Respondent("KK"); r.Left != kittest.Today || p.Client().Sponsor != "" || !strings.Contains(p.Notice, "KK") {
		t.Errorf("got %+v, %q", r, p.Notice)
	}
	p.Press("ctrl+x") // KK stands with those who have left now, and the cursor with him
	if r := now(p).Respondent("KK"); r.Left != "" {
		t.Errorf("he is not back: %+v", r)
	}
}

func TestEightIsTheMost(t *testing.T) {
	p := at(t, 77, 20, "nl", full(), "tab", "n")
	if !p.Bad || len(p.Stack) != 1 {
		t.Errorf("said %q", p.Notice)
	}
	if p.Press("end", "n"); len(p.Stack) != 2 {
		t.Error("a colleague can always be added")
	}
}

func TestColleagues(t *testing.T) {
	p := at(t, 77, 20, "en", fresh(), "tab", "down", "n", "Joe Bestseller", "tab", "tab", "manager", "enter")
	want := []account.Colleague{{Initials: "JB", Name: "Joe Bestseller", Role: "manager"}}
	if c := p.Client(); !reflect.DeepEqual(c.Colleagues, want) {
		t.Fatalf("got %v", c.Colleagues)
	}
	p.Press("enter", "down", "enter", "ctrl+u", "director", "esc")
	if c := p.Client(); c.Colleague("JB").Role != "director" {
		t.Errorf("got %v", c.Colleagues)
	}
	if p.Press("esc", "w"); !p.Bad {
		t.Error("a colleague takes no part")
	}
	if p.Press("s", "enter"); p.Client().Responsible != "JB" {
		t.Error("nobody is responsible")
	}
	if p.Press("s", "enter"); p.Client().Responsible != "" {
		t.Error("that cannot be taken back")
	}
	if p.Press("ctrl+x"); len(p.Client().Colleagues) != 0 {
		t.Error("they stay")
	}
}

func TestInitialsComeFromTheName(t *testing.T) {
	c := typical("nl")
	for name, want := range map[string]account.Initials{
		"Kees Klant": "KKL", "Anna van der Berg": "AB", "jan": "J", "J.P. de Wit": "JPW", "Élise": "É", "": "", "--": "", "Jan-Willem Bakker Senior": "JWB", "漢字": "漢",
	} {
		if got := initials(&c, "", name); got != want {
			t.Errorf("%q: got %q, want %q", name, got, want)
		}
	}
	if got := initials(&c, "abc", "Kees Klant"); got != "ABC" {
		t.Errorf("got %q", got)
	}
}

func TestASponsorIsTheFirstJob(t *testing.T) {
	p := at(t, 77, 20, "nl", fresh(), "tab", "a", "enter")
	if p.Press("ctrl+s"); len(p.Stack) != 2 || !p.Bad {
		t.Fatalf("an agreement without a day: %q", p.Notice)
	}
	p.Press("up", "+14", "enter", "ctrl+u", "JB", "ctrl+s")
	a := p.Client().Cycles[0].Actions
	if len(a) != 1 || a[0].Due != "2026-12-05" || a[0].For != "JB" || a[0].Side != account.SupplierSide || a[0].Number != "2027-01" {
		t.Fatalf("got %+v", a)
	}
	if !strings.Contains(p.View(), "2027-01") || strings.Contains(p.View(), "Nog geen sponsor") {
		t.Error("the action is not seen")
	}
	if p := at(t, 77, 20, "nl", typical("nl"), "tab", "a"); !p.Bad || !strings.Contains(p.Notice, "KK") {
		t.Error("there is a sponsor already")
	}
}

func TestTheKickoff(t *testing.T) {
	p := at(t, 77, 20, "nl", typical("nl"), "tab", "tab", "down", "down", "space", "down", "space", "down", "ctrl+x")
	k := p.Client().Cycles[0].Kickoff
	if !slices.Equal(k.Present, []account.Initials{"RR"}) || len(k.Arguments) != 2 {
		t.Fatalf("got %+v", k)
	}
	p.Press("n", "enter", "down", "space", "n", "Wij zijn om de hoek.", "ctrl+s", "esc")
	k = p.Client().Cycles[0].Kickoff
	want := []string{speakIn("nl", 4), "Uw raad ziet zwart op wit wat er van de plannen terechtkomt.", speakIn("nl", 0), speakIn("nl", 1), "Wij zijn om de hoek."}
	if !slices.Equal(k.Arguments, want) {
		t.Errorf("got %q", k.Arguments)
	}
	p.Press("enter", " Echt.", "esc")
	if got := p.Client().Cycles[0].Kickoff.Arguments[0]; !strings.HasSuffix(got, " Echt.") {
		t.Errorf("got %q", got)
	}
	if p.Press("up", "up", "up", "ctrl+x"); !p.Bad {
		t.Error("ctrl+x is for arguments")
	}
}

func TestTheFirstCycleBegins(t *testing.T) {
	c := fresh()
	c.Cycles = nil
	if p := at(t, 77, 20, "nl", c, "n"); len(p.Client().Cycles) != 1 {
		t.Error("n begins one")
	}
}

func TestLeaving(t *testing.T) {
	for _, keys := range [][]string{{"esc"}, {"tab", "esc"}, {"tab", "tab", "esc"}, {"tab", "enter", "esc", "esc"}, {"tab", "tab", "n", "esc", "esc"}, {"enter", "esc", "esc"}} {
		if p := at(t, 77, 20, "nl", typical("nl"), keys...); !p.Left {
			t.Errorf("%v does not leave", keys)
		}
	}
	for _, keys := range [][]string{{"enter", " X", "leave"}, {"tab", "enter", "enter", " X", "leave"}, {"tab", "tab", "down", "enter", " X", "leave"}} {
		if p := at(t, 77, 20, "nl", typical("nl"), keys...); len(p.Changes) != 1 {
			t.Errorf("%v lost what was typed", keys)
		}
	}
}

func TestHostileText(t *testing.T) {
	bad := "\x1b[31m\u202eabc\r\n\tlang " + strings.Repeat("woord ", 80)
	c := typical("nl")
	c.Name, c.Respondents[0].Name, c.Respondents[0].Function, c.Colleagues[0].Name = bad, bad, bad, bad
	c.Newest().Kickoff.Strategy, c.Newest().Kickoff.Arguments = bad, []string{bad}
	for _, keys := range [][]string{nil, {"tab"}, {"tab", "enter"}, {"tab", "tab"}, {"tab", "tab", "n"}, {"tab", "a"}} {
		p := at(t, 77, 20, "nl", c, keys...)
		if v := p.View(); strings.ContainsAny(v, "\x1b\u202e\r\t") {
			t.Errorf("%v lets it through: %q", keys, v)
		}
	}
}

func now(p *kittest.Play) *account.Client {
	c := p.Client()
	return &c
}

func TestTabGoesRoundAndShiftTabBack(t *testing.T) {
	for keys, want := range map[string]stageSide{"tab": peopleSide, "tab tab": kickoff, "tab tab tab": aboutSide, "shift+tab": kickoff, "shift+tab shift+tab": peopleSide, "tab shift+tab": aboutSide} {
		s := at(t, 77, 20, "nl", typical("nl"), strings.Fields(keys)...).Top().(Screen)
		if s.side != want || s.Typing() {
			t.Errorf("%s leads to side %d, typing %v; want %d", keys, s.side, s.Typing(), want)
		}
	}
	// While they fill it in tab stays on the side, on a switch too.
	p := at(t, 77, 20, "nl", fresh(), "down", "down", "enter", "tab", "tab", "right", "tab", "tab", "right", "tab", "tab", "tab", "tab", "enter")
	if s := p.Top().(Screen); s.side != aboutSide || p.Client().Selection != (account.Selection{Strategic: account.Yes, Business: account.Yes}) {
		t.Errorf("on side %d, %+v", s.side, p.Client().Selection)
	}
	if p.Press("esc", "tab"); p.Top().(Screen).side != peopleSide {
		t.Error("after esc tab is no side")
	}
}

// TestOnePersonIsNotAddedTwiceUnasked: new initials with the name of somebody
// who is there are pointed at first.
func TestOnePersonIsNotAddedTwiceUnasked(t *testing.T) {
	c := typical("nl")
	name := strings.ToUpper(c.Respondents[0].Name)
	p := at(t, 77, 20, "nl", c, "tab", "n", name, "tab", "XX", "ctrl+s")
	if !strings.Contains(p.View(), "twee lijsten") || now(p).Respondent("XX") != nil {
		t.Fatalf("it says:\n%s", p.View())
	}
	if q := at(t, 77, 20, "nl", c, "tab", "n", name, "tab", "XX", "ctrl+s", "esc"); now(q).Respondent("XX") != nil {
		t.Error("no is no")
	}
	if p.Press("enter"); now(p).Respondent("XX") == nil {
		t.Errorf("yes is yes: %q", p.Notice)
	}
}

// To win a sponsor is between ourselves: the client is shown nothing of it.
func TestWinningASponsorIsInternal(t *testing.T) {
	c := now(at(t, 77, 20, "nl", fresh(), "tab", "a", "27-11", "tab", "Joe", "ctrl+s"))
	got := c.Newest().Actions
	if len(got) != 1 || !got[0].Internal || got[0].Side != account.SupplierSide {
		t.Fatalf("agreed %+v", got)
	}
	if shown := c.Told(); len(shown.Newest().Actions) != 0 {
		t.Errorf("shown %+v", shown.Newest().Actions)
	}
}
