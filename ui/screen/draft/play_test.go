package draft

import (
	"strings"
	"testing"

	"kwi/internal/account"
	"kwi/ui/kit"
	"kwi/ui/kit/kittest"
)

// play opens the talk with AV in a client whom nobody spoke to.
func play(t *testing.T, keys ...string) *kittest.Play {
	t.Helper()
	return at(t, 77, 20, "nl", unspoken("nl"), append([]string{"down", "enter"}, keys...)...)
}

func notes(p *kittest.Play) (out []string) {
	for _, n := range now(p).Cycle(cycle).Notes {
		out = append(out, string(n.With)+"/"+string(n.Topic)+"/"+n.Text)
	}
	return out
}

func TestNotesOfATalk(t *testing.T) {
	p := play(t, "'Een", "ctrl+n", "'Twee", "esc", "down", "'Drie", "tab", "'Vier", "esc")
	want := "AV/business/Een AV/business/Twee AV/department/Drie AV/supplier/Vier"
	if got := strings.Join(notes(p), " "); got != want {
		t.Fatalf("got %q", got)
	}
	if n := now(p).Cycle(cycle).Notes[0]; n.Date != kittest.Today {
		t.Errorf("got %v", n)
	}
	p.Press("up", "enter", "!", "esc", "up", "ctrl+x")
	if got := strings.Join(notes(p), " "); got != "AV/business/Een AV/department/Drie! AV/supplier/Vier" {
		t.Errorf("got %q", got)
	}
	if p.Press("end", "enter", "Geen mails", "esc"); now(p).Cycle(cycle).NotExpected["AV"] != "Geen mails" {
		t.Error("what he does not expect is lost")
	}
}

// A note is kept when its field is left, and told once.
func TestANoteIsKeptOnce(t *testing.T) {
	p := play(t, "'Een", "tick", "tick")
	if got := notes(p); len(got) != 0 {
		t.Fatalf("got %q", got)
	}
	p.Press(" en meer", "tick", "tick", " en nog meer", "leave")
	if got := strings.Join(notes(p), " "); got != "AV/business/Een en meer en nog meer" {
		t.Fatalf("got %q", got)
	}
	if p.Press("ctrl+z"); len(notes(p)) != 0 {
		t.Error("it is not one step to take back")
	}
	p = play(t, "'Een", "ctrl+u", "esc")
	if len(notes(p)) != 0 {
		t.Errorf("an empty note stays: %q", notes(p))
	}
	if p = play(t, "ctrl+n", "esc"); len(p.Changes) != 0 {
		t.Error("nothing typed is nothing")
	}
}

func TestTheSameNoteTwice(t *testing.T) {
	p := play(t, "'Een", "esc", "'Een", "!", "esc")
	if got := strings.Join(notes(p), " "); got != "AV/business/Een AV/business/Een!" {
		t.Errorf("got %q", got)
	}
}

func TestTheMostImportantBecomesHisKWI(t *testing.T) {
	p := play(t, "'Minder loketten, dus één deur.", "esc", "ctrl+k")
	if len(p.Stack) != 2 || !strings.Contains(p.View(), "Minder loketten▏") {
		t.Fatalf("no title is proposed:\n%s", p.View())
	}
	p.Press("enter")
	c := now(p)
	k := c.Cycle(cycle).WishOf("AV")
	if k == nil || k.Title != "Minder loketten" || k.Expectation != "Minder loketten, dus één deur." || c.Cycle(cycle).Notes[0].KWI != k.Code {
		t.Fatalf("got %+v", k)
	}
	if len(k.Questions) != 1 || k.Questions[0].Kind != account.Noticed || !strings.Contains(k.Questions[0].Text, "Leverancier") {
		t.Errorf("the standard question is missing: %v", k.Questions)
	}
	p.Press("down", "enter", "Het kost te veel.", "tab", "7,5", "tab", "'Er is één deur.", "ctrl+n", "'Die is open.", "esc")
	k = now(p).Cycle(cycle).WishOf("AV")
	if k.Why != "Het kost te veel." || k.Target != 750 || len(k.Questions) != 3 || k.Questions[0].Text != "Er is één deur." || k.Questions[1].Text != "Die is open." || k.Questions[2].Kind != account.Noticed {
		t.Fatalf("got %+v", k)
	}
	if !now(p).Cycle(cycle).IsAssigned("AV", k.Questions[1].Code) {
		t.Error("he can judge his own questions")
	}
	p.Press("tab", "ctrl+k")
	if !p.Bad || !strings.Contains(p.Notice, "KWI-01") {
		t.Errorf("a second KWI: %q", p.Notice)
	}
}

func TestQuestions(t *testing.T) {
	c := typical(t, "nl")
	p := at(t, 77, 20, "nl", c, "enter", "tab", "end", "ctrl+x")
	if !p.Bad {
		t.Error("a standard question goes")
	}
	if p.Press("enter"); !p.Bad {
		t.Error("a standard question can be changed")
	}
	p.Press("up", "up", "enter", "ctrl+u", "Anders.", "esc")
	if q := now(p).Cycle(cycle).KWIs[0].Questions; q[1].Text != "Anders." || len(q) != 4 {
		t.Fatalf("got %v", q)
	}
	if p.Press("ctrl+x"); len(now(p).Cycle(cycle).KWIs[0].Questions) != 3 {
		t.Error("the question stays")
	}
	// What says the same as a standard question is that one, never a second.
	if says := at(t, 77, 20, "nl", c, "enter", "tab", "end", "'Leverancier heeft zichtbaar gewerkt aan deze KWI.", "esc"); !says.Bad || len(now(says).Cycle(cycle).KWIs[0].Questions) != 4 {
		t.Errorf("it is there twice: %q", says.Notice)
	}
	p.Press("'Nieuw", "tick", "tick", " en klaar", "esc")
	q := now(p).Cycle(cycle).KWIs[0].Questions
	if len(q) != 4 || q[3].Text != "Nieuw en klaar" || q[3].Code.Serial != 5 {
		t.Fatalf("got %v", q)
	}
	if !strings.Contains(p.View(), "▸ 1.05") {
		t.Errorf("the cursor is not on it:\n%s", p.View())
	}
}

func TestWrongTargetStays(t *testing.T) {
	p := at(t, 77, 20, "nl", typical(t, "nl"), "enter", "tab", "down", "down", "down", "down", "enter", "ctrl+u", "11", "enter")
	if !p.Bad || !p.Top().Typing() || now(p).Cycle(cycle).KWIs[0].Target != 800 {
		t.Errorf("said %q", p.Notice)
	}
	if p.Press("ctrl+u", "enter"); now(p).Cycle(cycle).KWIs[0].Target != 0 {
		t.Error("no target is a target too")
	}
	if p.Press("esc", "home", "enter", "ctrl+u", "enter"); !p.Bad || now(p).Cycle(cycle).KWIs[0].Title == "" {
		t.Error("a KWI without a title")
	}
}

func TestDropAndRenew(t *testing.T) {
	p := at(t, 77, 20, "nl", typical(t, "nl"), "ctrl+x", "esc")
	if len(now(p).Cycle(cycle).KWIs) != 1 {
		t.Fatal("it went without a yes")
	}
	p.Press("r", "Samen leren", "enter", "Zo zeiden ze het zelf", "enter")
	k := now(p).Cycle(cycle).WishOf("KK")
	if k == nil || k.Code != 2 || k.Title != "Samen leren" || k.Target != 800 {
		t.Fatalf("got %+v", k)
	}
	p.Press("enter", "tab", "ctrl+x", "enter")
	if len(now(p).Cycle(cycle).KWIs) != 0 {
		t.Error("it stays")
	}
	if !strings.Contains(p.View(), "nog geen KWI") {
		t.Errorf("got\n%s", p.View())
	}
	if p.Press("alt+i", "vakman", "enter", "enter"); now(p).Cycle(cycle).WishOf("KK").Title != "Vakmanschap" {
		t.Error("inspiration makes a KWI")
	}
	if p.Press("home", "alt+i", "integri", "enter", "enter"); now(p).Cycle(cycle).WishOf("KK").Title != "Integriteit" {
		t.Error("inspiration fills the title")
	}
}

func TestAGradedKWIStays(t *testing.T) {
	c := typical(t, "nl")
	do(t, c.Answer(cycle, "KK", account.Answer{Question: account.QuestionCode{KWI: 1, Serial: 1}, Grade: 7}, kittest.Today))
	for _, key := range []string{"ctrl+x", "r"} {
		if p := at(t, 77, 20, "nl", c, key); !p.Bad || len(p.Stack) != 1 {
			t.Errorf("%s: %q", key, p.Notice)
		}
	}
	if p := at(t, 77, 20, "nl", c, "enter", "tab", "down", "down", "down", "down", "ctrl+x"); !p.Bad {
		t.Error("a graded question goes")
	}
}

func TestAJointKWI(t *testing.T) {
	p := at(t, 77, 20, "nl", unspoken("nl"), "n", "Samen besluiten", "enter")
	k := now(p).Cycle(cycle).KWIs
	if len(k) != 1 || k[0].WishedBy != "" || !strings.Contains(p.View(), "van iedereen") {
		t.Fatalf("got %+v\n%s", k, p.View())
	}
	p.Press("enter", "ctrl+u", "Sneller besluiten", "esc", "esc")
	if v := p.View(); !strings.Contains(v, "Gezamenlijke") || !strings.Contains(v, "▸       01 Sneller besluiten") {
		t.Errorf("got\n%s", v)
	}
}

func TestContainerWordsAreNoticed(t *testing.T) {
	p := play(t, "'Kwaliteit en flexibel")
	if v := p.View(); !strings.Contains(v, "“Kwaliteit”") || !strings.Contains(v, "Waaraan ziet u") {
		t.Errorf("got\n%s", v)
	}
	if p.Press("esc", "alt+i", "partner", "enter", "enter"); !strings.HasPrefix(notes(p)[1], "AV/business/Partner") {
		t.Errorf("got %q", notes(p))
	}
}

func TestLeaving(t *testing.T) {
	for _, keys := range [][]string{{"esc"}, {"enter", "esc", "esc"}, {"enter", "tab", "esc", "esc"}, {"enter", "X", "esc", "esc", "esc"}, {"n", "esc", "esc"}} {
		if p := at(t, 77, 20, "nl", typical(t, "nl"), keys...); !p.Left {
			t.Errorf("%v does not leave", keys)
		}
	}
	for _, keys := range [][]string{{"enter", "X", "leave"}, {"enter", "tab", "enter", " X", "leave"}, {"enter", "tab", "ctrl+n", " X", "leave"}, {"enter", "end", "enter", " X", "leave"}} {
		if p := at(t, 77, 20, "nl", typical(t, "nl"), keys...); len(p.Changes) != 1 {
			t.Errorf("%v lost what was typed", keys)
		}
	}
}

// Who is taken away elsewhere takes their talk along.
func TestTheTalkClosesWithHim(t *testing.T) {
	c := unspoken("nl")
	p := at(t, 77, 20, "nl", c, "down", "enter")
	c = p.Client()
	do(t, c.RemoveRespondent("AV"))
	p.Frame = kittest.With(p.Frame, c)
	kittest.Fits(t, p.Frame, p.Top().View(p.Frame))
	if p.Send(kit.Tick{}); strings.Contains(p.View(), "Anna") {
		t.Errorf("got\n%s", p.View())
	}
}

func TestHostileText(t *testing.T) {
	bad := "\x1b[31m\u202eabc\r\n\tlang " + strings.Repeat("woord ", 80)
	c := typical(t, "nl")
	y := c.Cycle(cycle)
	c.Respondents[0].Name, c.Respondents[0].Function, y.KWIs[0].Title, y.KWIs[0].Expectation, y.KWIs[0].Questions[1].Text = bad, bad, bad, bad, bad
	y.Notes[0].With, y.Notes[0].Text = "KK", bad
	for _, keys := range [][]string{nil, {"enter"}, {"enter", "tab"}, {"ctrl+x"}, {"r"}, {"enter", "ctrl+k"}} {
		if v := at(t, 77, 20, "nl", c, keys...).View(); strings.ContainsAny(v, "\x1b\u202e\r\t") {
			t.Errorf("%v lets it through: %q", keys, v)
		}
	}
}

func TestShiftTabIsTheOppositeOfTab(t *testing.T) {
	for keys, words := range map[string]bool{"tab": true, "shift+tab": true, "tab shift+tab": false, "tab tab": false} {
		s := play(t, strings.Fields(keys)...).Top().(Screen)
		if s.talk.words != words || s.talk.notes.Typing() || s.talk.form.Typing() {
			t.Errorf("%s: on the KWI %v, typing %v", keys, s.talk.words, s.Typing())
		}
	}
}

// A note and a question are one line: enter ends it and opens the next. On an
// empty line it goes on to the next subject, and the questions are done. The
// expectation is a text, in which enter breaks the line.
func TestEnterEndsANoteAndAQuestion(t *testing.T) {
	p := play(t, "'Een", "enter", "'Twee", "enter", "enter", "'Drie", "enter")
	if got := strings.Join(notes(p), " "); got != "AV/business/Een AV/business/Twee AV/department/Drie" {
		t.Errorf("got %q", got)
	}
	if p.Press("ctrl+z", "ctrl+z"); len(notes(p)) != 1 || !p.Top().(Screen).talk.notes.Typing() {
		t.Errorf("two steps back leave %q", notes(p))
	}
	// Esc on an empty line stands on the line before it, to make something of.
	p = play(t, "'Een", "enter", "esc")
	if s := p.Top().(Screen); s.talk.notes.Field(s.talk.noteFields(&p.Frame)).Value != "Een" {
		t.Errorf("after esc it is on %q", s.talk.notes.Field(s.talk.noteFields(&p.Frame)).Value)
	}
	c := typical(t, "nl")
	p = at(t, 77, 20, "nl", c, "enter", "tab", "end", "'Een nieuwe vraag.", "enter", "'Nog een.", "enter", "enter")
	q := now(p).Cycle(cycle).KWIs[0].Questions
	if n := len(q); q[n-2].Text != "Een nieuwe vraag." || q[n-1].Text != "Nog een." || p.Top().(Screen).talk.form.Typing() {
		t.Errorf("got %v", q)
	}
	p = at(t, 77, 20, "nl", c, "enter", "tab", "down", "enter", "enter", "Meer", "esc")
	if got := now(p).Cycle(cycle).KWIs[0].Expectation; !strings.HasSuffix(got, "\nMeer") {
		t.Errorf("got %q", got)
	}
	// What was noted on more lines elsewhere stays so.
	do(t, c.AddNote(cycle, account.Note{With: "KK", Topic: account.Supplier, Text: "een\ntwee"}))
	p = at(t, 77, 20, "nl", c, "enter", "home")
	for range 30 {
		if s := p.Top().(Screen); strings.Contains(s.talk.notes.Field(s.talk.noteFields(&p.Frame)).Value, "twee") {
			break
		}
		p.Press("down")
	}
	p.Press("enter", "!", "esc")
	if got := strings.Join(notes(p), " "); !strings.Contains(got, "een\ntwee!") {
		t.Errorf("got %q", got)
	}
}

// Stuck in the talk: an example that somebody nods at becomes the first
// question of a KWI, in one step.
func TestAnExampleBeginsAKWI(t *testing.T) {
	p := play(t, "'Het moet beter.", "esc", "alt+i", "vakman", "enter", "end", "enter")
	k := now(p).Cycle(cycle).WishOf("AV")
	if k == nil || k.Title != "Vakmanschap" || len(k.Questions) != 2 || k.Questions[0].Text != "De vragen die Leverancier stelt, helpen ons verder." || k.Questions[1].Kind != account.Noticed {
		t.Fatalf("got %+v", k)
	}
	if !now(p).Cycle(cycle).IsAssigned("AV", k.Questions[0].Code) || !strings.Contains(p.View(), "De vragen die Leverancier stelt") {
		t.Errorf("it is not in hand:\n%s", p.View())
	}
	p.Press("alt+i", "op tijd", "enter", "end", "up", "enter", "alt+i", "vakman", "enter", "end", "enter")
	if k = now(p).Cycle(cycle).WishOf("AV"); len(k.Questions) != 3 || k.Questions[1].Text != "Leverancier levert op de dag die is afgesproken." || !p.Bad || len(p.Stack) != 2 {
		t.Errorf("got %v, %q", k.Questions, p.Notice)
	}
	p.Press("esc", "esc", "esc", "ctrl+z", "ctrl+z")
	if len(now(p).Cycle(cycle).KWIs) != 0 || len(notes(p)) != 1 {
		t.Error("an example takes more than a step to take back")
	}
}

// A value that is no title any more is not taken by mistake.
func TestAValueNamesWhatIsInHand(t *testing.T) {
	p := at(t, 77, 20, "nl", typical(t, "nl"), "enter", "tab", "end", "alt+i", "vakman", "enter", "enter")
	if !p.Bad || !strings.Contains(p.Notice, "heeft al een titel") || len(p.Changes) != 0 {
		t.Errorf("got %q", p.Notice)
	}
	if p.Press("down", "enter"); !p.Bad || len(p.Changes) != 0 {
		t.Errorf("a question to ask is taken: %q", p.Notice)
	}
}

// After the talk one says by which day one comes back: with a concept, or with
// inspiration where nothing came up.
func TestAPromiseAfterTheTalk(t *testing.T) {
	is := func(p *kittest.Play, want account.Concept) {
		t.Helper()
		if got, _ := now(p).Cycle(cycle).Concept("AV"); got != want {
			t.Errorf("promised %+v, not %+v", got, want)
		}
	}
	p := play(t, "alt+p", "ctrl+s")
	is(p, account.Concept{Due: kittest.Today.Add(7).Workday(), Inspiration: true})
	p.Press("alt+i", "vakman", "enter", "end", "enter", "alt+p", "ctrl+u", "1-11-2026", "ctrl+s")
	if len(p.Stack) != 2 || !p.Bad {
		t.Errorf("a day that has passed is promised: %q", p.Notice)
	}
	p.Press("ctrl+u", "27-11", "ctrl+s")
	is(p, account.Concept{Due: "2026-11-27", Inspiration: true})
	p.Press("alt+p", "ctrl+u", "ctrl+s")
	is(p, account.Concept{})
	p.Press("alt+p", "ctrl+s")
	is(p, account.Concept{Due: kittest.Today.Add(7).Workday()})
}

// TestTheNoteBeingTypedBecomesAKWI at once: it is kept first, in its own words, and
// nothing is asked twice. On a line with nothing on it yet the KWI is asked for as
// it is where no line is open.
func TestTheNoteBeingTypedBecomesAKWI(t *testing.T) {
	p := play(t, "'Vaker langs.", "ctrl+k")

	p.Press("enter")
	if got := strings.Join(notes(p), " "); got != "AV/business/Vaker langs." {
		t.Errorf("noted %q", got)
	}
	if k := now(p).Cycle(cycle).WishOf("AV"); k == nil || k.Expectation != "Vaker langs." || k.Title != "Vaker langs" {
		t.Errorf("the KWI is %+v", k)
	}
	p = play(t, "'Een", "esc", "enter", "' en twee", "ctrl+k", "enter")
	if k := now(p).Cycle(cycle).WishOf("AV"); k == nil || k.Expectation != "Een en twee" {
		t.Errorf("the KWI of a note that was changed is %+v", k)
	}
	p = play(t, "enter", "ctrl+k")
	if !strings.Contains(p.View(), "In een paar woorden") {
		t.Errorf("no KWI is asked for:\n%s", p.View())
	}
	if len(p.Changes) != 0 {
		t.Errorf("nothing was typed, and %d changes were made", len(p.Changes))
	}
}
