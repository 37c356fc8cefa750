package linear

import (
	"os"
	"reflect"
	"strings"
	"testing"

	"kwi/internal/account"
	"kwi/internal/hand"
	"kwi/ui/kit"
	"kwi/ui/kit/kittest"
)

// linesOfPlay are the lines of the user in a play.
func linesOfPlay(t *testing.T, tag string) (lines []string) {
	t.Helper()
	play, err := os.ReadFile("../../cmd/kwi/testdata/lines/cycle-" + tag + ".txt")
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(play)) {
		if typed, is := strings.CutPrefix(line, ">"); is {
			lines = append(lines, strings.TrimSpace(typed))
		}
	}
	return lines
}

// TestEverythingIsKeptBeforeTheNextQuestion: whenever a line is asked for, and so
// wherever the program may be killed, the store has all that was answered.
func TestEverythingIsKeptBeforeTheNextQuestion(t *testing.T) {
	t.Parallel()
	h := newHouse(t)
	questions, grown := 0, 0
	h.listen(t, "en", func(x *teller) {
		questions++
		if x.hand.ID() == "" {
			return
		}
		if x.hand.Dirty() {
			t.Fatalf("question %d is asked before all is kept", questions)
		}
		stored := h.client(t, x.hand.ID())
		if now := x.hand.Now(); !reflect.DeepEqual(stored.Tidy(), now.Tidy()) {
			t.Fatalf("at question %d the store has another client", questions)
		}
		grown = max(grown, len(x.hand.History()))
	}, linesOfPlay(t, "en")...)
	if questions < 150 || grown < 40 {
		t.Errorf("only %d questions and %d changes", questions, grown)
	}
}

// TestHalfATextIsOfferedAgain: of a text of several lines each is on the disk, whatever
// ends the program before the last.
func TestHalfATextIsOfferedAgain(t *testing.T) {
	t.Parallel()
	h := newHouse(t, kittest.NewMedia(t))
	begin := []string{"NewMedia", "talks about", "Kees", "new note", "1", "The first line.", "The second line."}
	before := len(h.client(t, "newmedia").Newest().Notes)
	h.play(t, "en", begin...)
	if n := len(h.client(t, "newmedia").Newest().Notes); n != before {
		t.Fatalf("%d notes", n)
	}
	got := h.play(t, "en", "NewMedia", "talks about", "Kees", "new note", "1", "", "The third line.", "")
	for _, want := range []string{"Still half typed: The first line. The second line.", "You had got this far: The first line. The second line.", "Kept."} {
		if !strings.Contains(got, want) {
			t.Errorf("no %q in\n%s", want, got)
		}
	}
	notes := h.client(t, "newmedia").Newest().Notes
	if last := notes[len(notes)-1].Text; last != "The first line.\nThe second line.\nThe third line." {
		t.Errorf("kept: %q", last)
	}
	if got := h.play(t, "en", "NewMedia"); strings.Contains(got, "half typed") {
		t.Errorf("what was kept is still half typed:\n%s", got)
	}
	h.play(t, "en", begin...)
	if got := h.play(t, "en", "NewMedia", "talks about", "Kees", "new note", "1", "no", "Another.", "", "back"); strings.Contains(h.client(t, "newmedia").Newest().Notes[before+1].Text, "first") {
		t.Errorf("what was dropped is kept:\n%s", got)
	}
}

// TestAFailedSaveIsToldAndTriedAgain, for as long as the user wants; and where they do not,
// it is written to a file elsewhere.
func TestAFailedSaveIsToldAndTriedAgain(t *testing.T) {
	t.Parallel()
	h := newHouse(t, kittest.NewMedia(t))
	h.fail = 2
	change := []string{"NewMedia", "people", "respondent Kees", "function", "boss"}
	got := h.play(t, "en", append(change, "1", "once more")...)
	if strings.Count(got, "This is not kept.") != 2 || !strings.Contains(got, "Kept.") || h.client(t, "newmedia").Respondent("KK").Function != "boss" {
		t.Errorf("it is told so:\n%s", got)
	}
	h.fail = 1000
	got = h.play(t, "en", append(change[:4:4], "chief", "put it")...)
	if len(h.rescued) != 1 || h.rescued[0].Respondent("KK").Function != "chief" || !strings.Contains(got, "/home/joe/kwi-newmedia.json") {
		t.Errorf("%d rescued:\n%s", len(h.rescued), got)
	}
	if strings.Contains(got, "Everything is kept") || !strings.Contains(got, "Not everything is kept. Goodbye.") {
		t.Errorf("what could not be kept is said to be:\n%s", got)
	}
	h.rescued = nil
	if got = h.play(t, "en", append(change[:4:4], "king")...); len(h.rescued) != 1 || h.rescued[0].Respondent("KK").Function != "king" {
		t.Errorf("where the input ends nothing is rescued:\n%s", got)
	}
}

// TestAConflictIsTold: what somebody else kept meanwhile stays, what was answered is done
// on top of it, and both are told.
func TestAConflictIsTold(t *testing.T) {
	t.Parallel()
	h := newHouse(t, kittest.NewMedia(t))
	h.before = func() {
		other, err := h.Open(t.Context(), "newmedia")
		if err != nil {
			t.Fatal(err)
		}
		other, err = other.Do(hand.Change{Label: kit.Label("initialise.label.name"), Apply: func(c *account.Client) error { return c.Rename("NewMedia Group") }})
		if err != nil {
			t.Fatal(err)
		}
		_, save, _ := other.Send()
		if _, _, err := h.Desk.Keep(t.Context(), save); err != nil {
			t.Fatal(err)
		}
	}
	got := h.play(t, "en", "NewMedia", "people", "respondent Kees", "function", "boss")
	c := h.client(t, "newmedia")
	if !strings.Contains(got, "Somebody else changed this client at the same time.") || c.Name != "NewMedia Group" || c.Respondent("KK").Function != "boss" {
		t.Errorf("%s, %s:\n%s", c.Name, c.Respondent("KK").Function, got)
	}
}

// TestOtherWordsOfWhatWentOutAreAskedAbout, answers that would go, and the reason of a
// correction, before any of it is kept.
func TestOtherWordsOfWhatWentOutAreAskedAbout(t *testing.T) {
	t.Parallel()
	h := newHouse(t, kittest.NewMedia(t))
	reword := []string{"NewMedia", "KWIs and", "KWI-01", "question 1.02", "other words", "Quite another sentence."}
	if got := h.play(t, "en", append(reword, "back")...); !strings.Contains(got, "Is it still the same") || h.client(t, "newmedia").Newest().KWIs[0].Question(account.QuestionCode{KWI: 1, Serial: 2}).Text == "Quite another sentence." {
		t.Errorf("it is kept without being said:\n%s", got)
	}
	got := h.play(t, "en", append(reword, "the same")...)
	if q := h.client(t, "newmedia").Newest().Question(account.QuestionCode{KWI: 1, Serial: 2}); q.Text != "Quite another sentence." {
		t.Errorf("%q:\n%s", q.Text, got)
	}
	judge := []string{"NewMedia", "testing", "Kees", "1.02"}
	if got := h.play(t, "en", append(judge, "no")...); !strings.Contains(got, "counts no more") || !h.client(t, "newmedia").Newest().IsAssigned("KK", account.QuestionCode{KWI: 1, Serial: 2}) {
		t.Errorf("an answer goes without a yes:\n%s", got)
	}
}
