package linear

import (
	"slices"
	"strings"
	"testing"

	"kwi/internal/account"
	"kwi/ui/kit/kittest"
)

// drafting is a client whose KWIs are still talked about.
func drafting(t *testing.T) account.Client {
	t.Helper()
	c := kittest.NewMedia(t)
	y := c.Newest()
	y.Stage, y.Answers, y.Answered, y.NPS, y.Remarks, y.Sent, y.Sendings, y.Excused = account.Draft, nil, nil, nil, nil, nil, nil, nil
	for i := range y.KWIs {
		y.KWIs[i].WishedBy = []account.Initials{"AA", "BB", "CC", "DD", ""}[i]
	}
	return c
}

// TestTwoKWIsBecomeOneInLines: what goes along is asked, what it becomes is told first, and
// it is the merging of the screens.
func TestTwoKWIsBecomeOneInLines(t *testing.T) {
	t.Parallel()
	c := drafting(t)
	a, b := c.Newest().KWIs[0], c.Newest().KWIs[1]
	h := newHouse(t, c)
	begin := []string{"NewMedia", "KWIs and", a.Code.String(), "merge with", b.Code.String(), "1"}
	for range 30 { // whatever is asked about goes along, as is proposed
		begin = append(begin, "")
	}
	// The reason cannot be empty, so that all empty answers end there.
	got := h.play(t, "en", append(begin, "They said the same.", "no")...)
	tells(t, got, "What do you merge "+a.Code.Short(), "It becomes the wish of all who wished either", "Goes on in?", "Does this go along?", "Why?", "An answer is needed here.", "This is what it becomes.", "Shall we do it like this?", "Nothing has changed.")
	if len(h.client(t, "newmedia").Newest().KWIs) != len(c.Newest().KWIs) {
		t.Fatal("it was merged without a yes")
	}
	got = h.play(t, "en", append(begin, "They said the same.", "yes")...)
	y := h.client(t, "newmedia").Newest()
	if y.KWI(a.Code) != nil || y.KWI(b.Code) == nil || !slices.Contains(y.KWI(b.Code).Wishers(), "AA") || !strings.Contains(got, "Kept.") {
		t.Errorf("%+v:\n%s", y.KWIs, got)
	}
}

// TestAPartOfAKWIBecomesAnotherInLines, with the wishers and questions that were chosen.
func TestAPartOfAKWIBecomesAnotherInLines(t *testing.T) {
	t.Parallel()
	c := drafting(t)
	k := c.Newest().KWIs[0]
	h := newHouse(t, c)
	lines := []string{"NewMedia", "KWIs and", k.Code.String(), "a part becomes", "Two things", "yes"}
	own := 0
	for _, q := range k.Questions {
		if q.Kind == account.Own && q.Ended == "" {
			own++
		}
	}
	for i := range own + 10 {
		if i == 0 {
			lines = append(lines, "yes")
		} else {
			lines = append(lines, "")
		}
	}
	got := h.play(t, "en", append(lines, "It was two.", "yes")...)
	y := h.client(t, "newmedia").Newest()
	last := y.KWIs[len(y.KWIs)-1]
	if len(y.KWIs) != len(c.Newest().KWIs)+1 || last.Title != "Two things" || !last.IsWishOf("AA") || !strings.Contains(got, "This is what it becomes.") {
		t.Errorf("%+v:\n%s", last, got)
	}
}

// TestWishersAndAKWIThatIsAskedAgainInLines: somebody wishes it too, in their own words,
// and what was taken out is asked again with its reason.
func TestWishersAndAKWIThatIsAskedAgainInLines(t *testing.T) {
	t.Parallel()
	h := newHouse(t, drafting(t))
	k := h.client(t, "newmedia").Newest().KWIs[0]
	h.play(t, "en", "NewMedia", "KWIs and", k.Code.String(), "whose wish", "Kees", "We must know it too.", "")
	if now := h.client(t, "newmedia").Newest().KWI(k.Code); !now.IsWishOf("KK") || now.WordsOf("KK") != "We must know it too." {
		t.Errorf("%+v", now.Wishes)
	}
	got := h.play(t, "en", "NewMedia", "KWIs and", k.Code.String(), "drop", "Not now.", "ask "+k.Code.String(), "They want it after all.")
	if h.client(t, "newmedia").Newest().KWI(k.Code) == nil {
		t.Errorf("%s", got)
	}
}

// TestARespondentLeavesAndAnotherTakesOverInLines: what stays and what moves is told first;
// by group not how many answers somebody gave.
func TestARespondentLeavesAndAnotherTakesOverInLines(t *testing.T) {
	t.Parallel()
	for _, by := range []account.AnswersBy{account.ByName, account.ByGroup} {
		c := kittest.NewMedia(t)
		c.Newest().AnswersBy = by
		h := newHouse(t, c)
		got := h.play(t, "en", "NewMedia", "people", "respondent Kees", "take off", "", "somebody who", "Nora New", "", "Director", "nn@newmedia.example")
		now := h.client(t, "newmedia")
		next := now.Respondent("NN")
		if now.Respondent("KK").Left == "" || next == nil || next.Function != "Director" || next.Email != "nn@newmedia.example" {
			t.Errorf("%+v:\n%s", next, got)
		}
		tells(t, got, "Stays with Kees Klant (KK)", "Who takes over?", "Kept.")
		if said := strings.Contains(got, "answers in this cycle, to"); said != (by == account.ByName) {
			t.Errorf("%s: %s", by, got)
		}
	}
}

// TestARespondentHandsOverInLines to somebody who is there, and later, who left before: what is open
// moves along.
func TestARespondentHandsOverInLines(t *testing.T) {
	t.Parallel()
	h := newHouse(t, kittest.NewMedia(t))
	got := h.play(t, "nl", "NewMedia", "mensen", "respondent Kees", "gaat weg, en wie", "", "nog niemand", "gaat weg, en wie", "A. Aaaa", "", "")
	now := h.client(t, "newmedia")
	if now.Respondent("KK").Left == "" || !slices.ContainsFunc(now.Newest().KWIs, func(k account.KWI) bool { return k.IsWishOf("AA") }) {
		t.Errorf("nothing went over:\n%s", got)
	}
	tells(t, got, "Blijft van Kees Klant (KK)", "Wie neemt over?", "Bewaard.", "Wie neemt over?", "Bewaard.")
}
