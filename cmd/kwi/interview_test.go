package main

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"kwi/internal/account"
	"kwi/internal/desk"
	"kwi/internal/portable"
	"kwi/internal/portfolio"
	"kwi/store"
	"kwi/store/memory"
	"kwi/ui"
	"kwi/ui/drive"
	"kwi/ui/kit"
)

// secret stands in everything that no client may see.
const secret = "INTERN"

// drafting is a store with a client with whom nobody spoke yet. What is known
// of them already is internal.
func drafting(t testing.TB) store.Store {
	t.Helper()
	c := account.Client{ID: "dorpstad", Name: "Gemeente Dorpstad", Respondents: []account.Respondent{
		{Initials: "KK", Name: "Kees Klant", Function: "Hoofd inkoop", Language: "nl", Email: "kees@dorpstad.example"}, {Initials: "DD", Name: "Dora Duin", Language: "en"},
	}, Cycles: []account.Cycle{{Name: "2027H1", Stage: account.Draft}}}
	std := account.Standard{Noticed: "merkbaar", Kept: "nagekomen"}
	for _, err := range []error{
		c.AddNote("", account.Note{Date: "2026-11-01", With: "KK", Topic: account.Business, Text: secret + " zijn budget is op"}),
		c.AddNote("", account.Note{Date: "2026-11-02", With: "DD", Topic: account.Business, Text: "Zij twijfelt", Heard: []account.Initials{"DD"}}),
		c.NotExpect("", "KK", secret+" geen kerstpakket"),
		func() error {
			_, err := c.AddKWI("", account.KWI{Title: secret + " wat Dora wil", WishedBy: "DD"}, std)
			return err
		}(),
	} {
		if err != nil {
			t.Fatal(err)
		}
	}
	s := memory.New()
	if _, err := desk.New(s, nonce).Import(context.Background(), false, portable.File{Supplier: "Bestseller", Clients: []account.Client{c}}); err != nil {
		t.Fatal(err)
	}
	return s
}

// seen is somebody who watches for what is internal at every key.
type seen struct{ *drive.Driver }

func (s seen) press(names ...string) {
	for _, n := range names {
		s.Press(n)
		s.Miss(secret)
	}
}

func (s seen) write(text string) {
	for _, r := range text {
		s.Type(string(r))
		s.Miss(secret)
	}
}

// TestAnInterviewWithTheClientWatching goes from the first topic to the promise
// by keys alone, and looks at what was kept.
func TestAnInterviewWithTheClientWatching(t *testing.T) {
	for language, say := range map[string]struct{ first, probe, rank, ask, example, unwanted, right, more, promise, agreed string }{
		"nl": {"Uw organisatie", "“betrouwbare”", "Wat weegt voor u het zwaarst?", "Over een half jaar", "Als u dit over een half jaar kunt beamen", "Wat u niet verwacht", "Klopt het zo?", "Verder", "Hoe het verdergaat", "Afgesproken: vr 27 nov"},
		"en": {"Your organisation", "“betrouwbare”", "Which of these matters most to you?", "In half a year", "If you could agree with this", "What you do not expect", "Have I got it right?", "Anything else", "What happens next", "Agreed: Fri 27 Nov"},
	} {
		store := drafting(t)
		d := seen{sit(t, store, language, 120, 40)}
		d.Press("enter", "enter", "f2") // the talk with Kees is open
		d.press("enter", "enter")       // the cover, and he sits here
		d.See("Kees Klant", say.first)
		d.write("Minder loketten.\nWij willen een betrouwbare leverancier, die doet wat is gezegd\n")
		d.press("tab")
		d.write("Sneller antwoord")
		d.press("tab", "tab", "tab", "tab")
		d.See(say.rank, "Minder loketten.", "Sneller antwoord")
		d.press("down", "enter", "enter") // on top, and it is the KWI
		d.See(say.ask)
		d.press("right")
		d.See(say.example)
		d.press("enter")
		d.write(" Altijd.\nKomt iemand terug?\n")
		d.press("tab")
		d.See(say.unwanted)
		d.write("Geen nieuwsbrief\nGeen borrel")
		d.press("tab")
		d.See(say.right, "Geen borrel", "Minder loketten.", "Komt iemand terug?")
		d.press("tab")
		d.See(say.more)
		d.write("De website.\n")
		d.press("tab")
		d.See(say.promise)
		d.press("enter")
		d.See(say.agreed)
		d.press("?", "esc", "ctrl+z", "ctrl+y")

		c := kept(t, store, "dorpstad")
		y := c.Newest()
		var texts []string
		for _, n := range y.Ranked("KK") {
			if slices.Equal(n.Heard, []account.Initials{"KK"}) {
				texts = append(texts, string(n.Topic)+": "+n.Text)
			}
		}
		if got := strings.Join(texts, "|"); got != "business: Wij willen een betrouwbare leverancier, die doet wat is gezegd|business: Minder loketten.|department: Sneller antwoord|: De website." {
			t.Errorf("%s: heard is %s", language, got)
		}
		k := y.KWI(y.Ranked("KK")[slices.IndexFunc(y.Ranked("KK"), func(n account.Note) bool { return n.KWI != 0 })].KWI)
		if k == nil || k.WishedBy != "KK" || k.Expectation != "Wij willen een betrouwbare leverancier, die doet wat is gezegd" || k.Title != "Wij willen een betrouwbare leverancier" || len(k.Questions) != 3 {
			t.Fatalf("%s: the KWI is %+v", language, k)
		}
		if q := k.Questions; !strings.HasPrefix(q[0].Text, "Bestseller") || !strings.HasSuffix(q[0].Text, " Altijd.") || q[1].Text != "Komt iemand terug?" || q[2].Kind != account.Noticed {
			t.Errorf("%s: the questions are %+v", language, q)
		}
		if y.NotExpected["KK"] != "Geen nieuwsbrief\nGeen borrel" || !slices.Equal(y.NotExpectedHeard, []account.Initials{"KK"}) {
			t.Errorf("%s: not expected is %q, heard by %v", language, y.NotExpected, y.NotExpectedHeard)
		}
		if p, _ := y.Concept("KK"); p.Due != "2026-11-27" {
			t.Errorf("%s: promised is %+v", language, p)
		}
		if !slices.ContainsFunc(y.Notes, func(n account.Note) bool { return n.Text == secret+" geen kerstpakket" && n.Heard == nil }) {
			t.Errorf("%s: what was noted elsewhere is gone: %+v", language, y.Notes)
		}
	}
}

// TestAnInterviewIsForOnePerson: somebody else who sits here, or nobody who
// said so, sees nothing of it.
func TestAnInterviewIsForOnePerson(t *testing.T) {
	store := drafting(t)
	d := seen{sit(t, store, "nl", 80, 24)}
	d.Press("M")
	d.press("enter", pageKey(kit.MeetInterview), "esc") // nobody said who sits here
	d.See("Met wie spreken we?")
	d.press("enter") // with Kees
	d.write("Alleen voor Kees\n")
	d.See("Alleen voor Kees", "Kees Klant")
	d.press("esc", "W", "g", "enter")
	d.See("Met wie spreken we?")
	d.Miss("Alleen voor Kees", "Zij twijfelt")
	d.press("W", "g", "1", "2", "enter", "down", "enter")
	d.See("Dora Duin", "Zij twijfelt")
	d.Miss("Alleen voor Kees")
	d.press("esc", "W", "1", "2", "enter", "up", "enter")
	d.See("Alleen voor Kees")
	d.Miss("Zij twijfelt")
}

// TestALineHalfTypedIsThereAgain: also after the program was killed.
func TestALineHalfTypedIsThereAgain(t *testing.T) {
	store := drafting(t)
	d := seen{sit(t, store, "nl", 80, 24)}
	d.Press("enter", "enter", "f2")
	d.press("enter", "enter")
	d.write("Half")
	d.Beat(3)
	again := seen{sit(t, store, "nl", 80, 24)}
	again.Press("enter", "enter", "f2")
	again.press("enter", "enter")
	again.See("Half", "typen")
	again.write("weg\n")
	again.See("Halfweg")
	if c := kept(t, store, "dorpstad"); c.Newest().Notes[2].Text != "Halfweg" {
		t.Errorf("%+v", c.Newest().Notes)
	}
}

// TestWhatWasHeardIsWrittenUp: afterwards a text and a draft mail, with what the
// respondent heard and nothing else.
func TestWhatWasHeardIsWrittenUp(t *testing.T) {
	folder := t.TempDir()
	s := drafting(t)
	d := sitWith(t, s, "en", 100, 30, func(c *ui.Config) {
		desk := desk.New(s, nonce)
		post := bringing(context.Background(), desk, func(string) string { return "" }, c.Now)
		post.Folder = folder
		c.Places = places(sources{clients: func() ([]portfolio.Line, error) { return desk.Portfolio(context.Background()) }, post: post})
		c.Me = account.User{Name: "Joe Bestseller", Initials: "JB", Email: "joe@bestseller.example"}
	})
	d.Press("enter", "enter", "alt+w")
	d.See("Nothing in this talk has been heard or shared yet.")
	d.Press("f2", "enter", "enter")
	d.Type("Sneller antwoord\n")
	d.Press("esc", "q")
	leaveMeeting(d)
	goAlone(d)
	d.Press("alt+w")
	d.See("The talk with Kees Klant")
	d.Press("ctrl+s")
	d.See("Written: ", "dorpstad-2027H1-KK-gesprek.md")
	for ending, want := range map[string][]string{".md": {"Sneller antwoord", "Voor Kees Klant"}, ".eml": {"kees@dorpstad.example", "joe@bestseller.example", "Sneller antwoord", "Beste Kees,"}} {
		text, err := os.ReadFile(filepath.Join(folder, "dorpstad-2027H1-KK-gesprek"+ending))
		if err != nil {
			t.Fatal(err)
		}
		for _, w := range want {
			if !strings.Contains(string(text), w) || strings.Contains(string(text), secret) || strings.Contains(string(text), "twijfelt") {
				t.Errorf("%s has no %q, or what is internal:\n%s", ending, w, text)
			}
		}
	}
	if c := kept(t, s, "dorpstad"); len(c.Newest().Notes) != 3 {
		t.Errorf("writing changed the client: %+v", c.Newest().Notes)
	}
}

// TestTheNextLineIsEmpty: what was just kept is no draft of the line below it,
// in the talk at the desk as in the room.
func TestTheNextLineIsEmpty(t *testing.T) {
	for name, there := range map[string][]string{"desk": {"enter", "enter"}, "desk, a new line": {"enter", "enter", "ctrl+n"}, "room": {"enter", "enter", "alt+M", "enter", "enter"}} {
		s := drafting(t)
		d := sit(t, s, "nl", 80, 24)
		d.Press(there...)
		d.Type("Een")
		d.Beat(3)
		d.Type(" twee\nDrie\n")
		d.Beat(3)
		d.Type("Vier\n")
		c := kept(t, s, "dorpstad")
		var texts []string
		for _, n := range c.Newest().Notes[2:] {
			texts = append(texts, n.Text)
		}
		if got := strings.Join(texts, "|"); got != "Een twee|Drie|Vier" {
			t.Errorf("%s: caught %q", name, got)
		}
		d.Miss("aan het typen")
	}
}

// In a talk, where the respondent sits beside, the key line names the key to look
// along, typing or not; elsewhere it does not.
func TestTheTalkSaysHowToLookAlong(t *testing.T) {
	d := sit(t, stocked(t), "nl", 80, 24)
	d.Press("enter", "2")
	d.Miss("f2 samen")
	d.Press("enter")
	d.See("f2 samen", "f1 hulp")
	d.Type("Wat er gezegd wordt")
	d.See("f2 samen")
}

// In a talk a letter begins a line, so help names the keys with alt before them;
// where letters are commands it names them as they are.
func TestHelpNamesTheKeysAsTheyWorkThere(t *testing.T) {
	d := sit(t, stocked(t), "nl", 120, 40)
	d.Press("enter", "2", "f1")
	d.Miss("alt+")
	d.Press("esc", "enter", "f1")
	d.See("alt+i", "alt+p")
	d.Press("esc", "alt+p")
	d.See("van je hoort")
}
