package linear

import (
	"strings"
	"testing"

	"kwi/internal/account"
	"kwi/ui/kit/kittest"
)

// TestAFigureIsFollowedToItsAnswersInLines: from the total to a KWI, an answer, its question and the
// talk, and to where it is worked on.
func TestAFigureIsFollowedToItsAnswersInLines(t *testing.T) {
	t.Parallel()
	h := newHouse(t, kittest.NewMedia(t))
	tells(t, h.play(t, "en", "NewMedia", "outcome", "how a figure", "total, score", "made of: 01", "kees klant (kk): 1.02", "answer to", "comes from", "to where", "..", "..", ".."),
		"How a figure comes about and where it comes from.", "1. Total, score in 2011H1: 7.10", "points divided by", "weight = 7.10", "Made of: 01 ", "Kees Klant (KK): 1.02 ", "Kees Klant (KK) on 1.02 in 2011H1", " times weight ",
		"Question 1.02 in 2011H1", "01 ", "KWI-01 ", "Question 1.02 in 2011H1", "Kees Klant (KK) on 1.02 in 2011H1")
	tells(t, h.play(t, "nl", "NewMedia", "uitkomst", "hoe een cijfer", "totaal, score", "bestaat uit: 01", "kees klant (kk): 1.02", "hoort bij: score"),
		"punten gedeeld door", "gewicht = 7,10", " maal gewicht ", "01 ")
}

// TestWhatACheckOfAFigureNeedsIsSpoken: what an answer counts for is words, as is what is short.
func TestWhatACheckOfAFigureNeedsIsSpoken(t *testing.T) {
	t.Parallel()
	c := kittest.NewMedia(t)
	y := c.Newest()
	if err := c.Answer(y.Name, "KK", account.Answer{Question: account.QuestionCode{KWI: 1, Serial: 2}, Grade: 6, Relevance: account.More}, "2011-06-20"); err != nil {
		t.Fatal(err)
	}
	got := newHouse(t, c).play(t, "en", "NewMedia", "outcome", "how a figure", "first what matters", "2")
	tells(t, got, "Short is what is missing", "1.02: (10 times 3 minus ", "6, counts more")
	if strings.ContainsAny(got[strings.Index(got, "How a figure"):], "÷×") || strings.Contains(got, "6>") {
		t.Errorf("a sign is said:\n%s", got)
	}
}

// TestAnythingIsTracedByItsName, and from an agreement, a KWI and a respondent; what is not there is
// said so.
func TestAnythingIsTracedByItsName(t *testing.T) {
	t.Parallel()
	h := newHouse(t, kittest.NewMedia(t))
	for name, wants := range map[string]string{"1.02/kk": "Kees Klant (KK) on 1.02", "KK": "Kees Klant (KK)", "nps": "NPS in 2011H1: plus 100", "2011-01": "2011-01", "zz": "zz is not found here. Name a KWI"} {
		tells(t, h.play(t, "en", "NewMedia", "outcome", "how a figure", "something else", name), "Of what do you want to know", wants)
	}
	tells(t, h.play(t, "en", "NewMedia", "agreements", "2011-01", "where does"), "Agreement 2011-01.", "to where it is worked on")
	tells(t, h.play(t, "nl", "NewMedia", "mensen", "respondent Kees", "waar komt"), "waar komt dit vandaan", "naar waar je eraan werkt")
	tells(t, h.play(t, "en", "NewMedia", "KWIs and", "KWI-01", "where does"), "where does this come from", "the expectation in 2011H1")
}

// TestWhatIsTypedInLinesIsTraced from where it stands: a question, a note, a talk, an idea, what a colleague
// found, and the session.
func TestWhatIsTypedInLinesIsTraced(t *testing.T) {
	t.Parallel()
	c := kittest.NewMedia(t)
	name := c.Newest().Name
	for _, err := range []error{
		c.AddNote(name, account.Note{Date: "2011-03-01", With: "KK", Topic: account.Business, Text: "We lose people"}),
		c.AddVisit(name, account.Visit{With: "KK", Date: "2011-04-02", Note: "It went well"}),
		c.BringIdea(name, account.Idea{Text: "A day along", By: "KK", Date: "2011-04-02", KWI: 1}),
		c.AddFinding(name, account.Finding{Part: account.Proposals, By: "RM", Text: "A shorter letter"}),
	} {
		if err != nil {
			t.Fatal(err)
		}
	}
	h := newHouse(t, c)
	for _, one := range [][]string{
		{"KWIs and", "KWI-01", "question 1.02", "Question 1.02 in 2011H1"},
		{"talks about", "Kees", "We lose", "We lose people"},
		{"talks in", "Kees", "It went", "It went well"},
		{"ideas", "A day along", "A day along"},
		{"measuring", "the analysis", "A shorter", "A shorter letter"},
		{"the session", "2011H1"},
	} {
		n := len(one) - 1
		got := h.play(t, "en", append(append([]string{"NewMedia"}, one[:n]...), "where does this")...)
		_, traced, _ := strings.Cut(got, "> where does this")
		if !strings.Contains(traced, one[n]) || strings.Contains(traced, "is no choice") {
			t.Errorf("%q: %s", one, got)
		}
	}
}

// TestHowMuchMorePositiveEachIsIsAddedUp from two sums, where there are two to compare.
func TestHowMuchMorePositiveEachIsIsAddedUp(t *testing.T) {
	t.Parallel()
	c := kittest.NewMedia(t)
	for _, code := range c.Newest().AskedOf("AA") {
		if err := c.Answer(c.Newest().Name, "AA", account.Answer{Question: code, Grade: 6, Relevance: account.Neutral}, "2011-06-20"); err != nil {
			t.Fatal(err)
		}
	}
	tells(t, newHouse(t, c).play(t, "nl", "NewMedia", "uitkomst", "hoe een cijfer", "per respondent"), "A. Aaaa (AA).", "eigen score: ", "allen samen: ", "verschil: ")
}

// TestByGroupNoAnswerIsTracedInLines: the way ends at the figure of all.
func TestByGroupNoAnswerIsTracedInLines(t *testing.T) {
	t.Parallel()
	c := kittest.NewMedia(t)
	c.Newest().AnswersBy = account.ByGroup
	got := newHouse(t, c).play(t, "en", "NewMedia", "outcome", "how a figure", "1", "..", "something else", "1.02/kk", "..", "something else", "kk")
	tells(t, got, "> how a figure", "The trace ends here.", "Kees Klant (KK) on 1.02", "The trace ends here.")
	_, asked, _ := strings.Cut(got, "> how a figure")
	for _, is := range []string{"Kees Klant (KK): 1.02", "together", "counts", "–"} {
		if strings.Contains(asked, is) {
			t.Errorf("%q is told by group:\n%s", is, got)
		}
	}
}

// TestNoOriginIsHeardInAMeeting: whatever is asked for, and where the place were reached all the same.
func TestNoOriginIsHeardInAMeeting(t *testing.T) {
	t.Parallel()
	got := newHouse(t, kittest.NewMedia(t)).play(t, "en", "NewMedia", "together", "how a figure", "where does this", "agreements", "2011-01", "where does this")
	if n := strings.Count(got, "is no choice"); n < 3 || strings.Contains(got, "where does this come from\n") {
		t.Errorf("%d are no choice:\n%s", n, got)
	}
	newHouse(t, kittest.NewMedia(t)).listen(t, "en", func(x *teller) {
		if !x.watched() {
			return
		}
		if err := x.origins(); err != errRefused {
			t.Errorf("it is open: %v", err)
		}
	}, "NewMedia", "together")
}
