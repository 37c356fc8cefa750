package linear

import (
	"slices"
	"strings"
	"testing"

	"kwi/internal/account"
	"kwi/ui/kit"
	"kwi/ui/kit/kittest"
)

// TestASentenceIsCaughtInPassing, anywhere, and sorted later into what it is.
func TestASentenceIsCaughtInPassing(t *testing.T) {
	t.Parallel()
	h := newHouse(t, drafting(t))
	got := h.play(t, "en", "catch", "NewMedia", "They want one desk @Kees #2", "Call us first", "Nobody reads the report", "A talk at the fair", "We promised a plan", "", "NewMedia", "sort 5", "2", "other words", "They want one single desk")
	tells(t, got, "Which client is this about?", "They want one desk", "Kees Klant", "KWI-02", "Kept.", "sort 5 caught", "What does it become?", "Kept.")
	c := h.client(t, "newmedia")
	if len(c.Caught) != 5 || c.Caught[0].With != "KK" || c.Caught[0].KWI != 2 || c.Caught[0].Text != "They want one single desk" {
		t.Fatalf("%+v\n%s", c.Caught, got)
	}
	notes, actions := len(c.Newest().Notes), len(c.Newest().Actions)
	got = h.play(t, "en", "NewMedia", "sort 5", "They want", "note", "Call us", "KWI:", "Call first", "Nobody", "not expected", "Kees", "A talk", "talk:", "A. Aaaa", "We promised", "agreement", "", "Kees", "", "+7", "", "1")
	c = h.client(t, "newmedia")
	y := c.Newest()
	if len(c.Caught) != 0 || len(y.Notes) != notes+1 || len(y.Actions) != actions+1 || y.Actions[actions].For != "KK" || !strings.Contains(y.NotExpected["KK"], "Nobody reads") || len(y.VisitsWith("AA")) == 0 || !slices.ContainsFunc(y.KWIs, func(k account.KWI) bool { return k.Title == "Call first" }) {
		t.Errorf("%+v\n%s", c.Caught, got)
	}
}

// TestAnIdeaThatWasBroughtGetsItsAnswerInLines: an agreement, or a reason why not, and that it was told.
func TestAnIdeaThatWasBroughtGetsItsAnswerInLines(t *testing.T) {
	t.Parallel()
	c := kittest.NewMedia(t)
	c.Newest().Stage = account.Realise
	h := newHouse(t, c)
	actions := len(c.Newest().Actions)
	got := h.play(t, "en", "NewMedia", "ideas", "new idea", "A film of leavers", "Kees", "2", "new idea", "Free lunches", "", "1", "A film", "make it an", "", "Kees", "", "", "Free", "why not", "We cannot pay for it.", "Free", "told", "yesterday", "")
	y := h.client(t, "newmedia").Newest()
	if len(y.Ideas) != 2 || y.Ideas[0].Action == "" || y.Ideas[0].KWI != 1 || y.Ideas[1].WhyNot != "We cannot pay for it." || y.Ideas[1].Told == "" || len(y.Actions) != actions+1 {
		t.Fatalf("%+v\n%s", y.Ideas, got)
	}
	tells(t, got, "Whoever brings", "Kept.", "Kept as agreement", "Kept.")
	got = h.play(t, "en", "NewMedia", "ideas", "ideas of the method", "1", "yes", "", "Kees", "", "", "1")
	if y := h.client(t, "newmedia").Newest(); len(y.Actions) != actions+2 {
		t.Error(got)
	}
}

// TestTheKickOffIsHeardInLines: who was there, and the arguments, which are changed and taken away.
func TestTheKickOffIsHeardInLines(t *testing.T) {
	t.Parallel()
	h := newHouse(t, kittest.NewMedia(t))
	got := h.play(t, "en", "NewMedia", "people", "new colleague", "Joe Bestseller", "", "", "back", "the client", "the kick-off", "argument of our own", "We are close by", "argument: We", "We are near", "Joe", "undo", "Joe")
	k := h.client(t, "newmedia").Newest().Kickoff
	if !slices.Contains(k.Arguments, "We are near") || slices.Contains(k.Arguments, "We are close by") || len(k.Present) != 1 {
		t.Errorf("%+v\n%s", k, got)
	}
}

// TestTwoWhoAreOneBecomeOneInLines, after a yes.
func TestTwoWhoAreOneBecomeOneInLines(t *testing.T) {
	t.Parallel()
	c := kittest.NewMedia(t)
	if err := c.AddRespondent(account.Respondent{Initials: "K2", Name: "Kees Klant", Email: "kk@newmedia.example"}); err != nil {
		t.Fatal(err)
	}
	h := newHouse(t, c)
	got := h.play(t, "en", "NewMedia", "people", "KK", "this is the same", "no", "this is the same", "yes")
	if now := h.client(t, "newmedia"); now.Respondent("K2") != nil || now.Respondent("KK") == nil {
		t.Error(got)
	}
}

// TestWhatIsFoundInTheAnswersBecomesAnAgreementInLines, and what colours them is noted.
func TestWhatIsFoundInTheAnswersBecomesAnAgreementInLines(t *testing.T) {
	t.Parallel()
	h := newHouse(t, kittest.NewMedia(t))
	got := h.play(t, "en", "NewMedia", "measuring", "what colours", "They were moving house.", "Kees", "what colours", "He was ill.", "back", "the analysis", "what a colleague", "1", "Ann", "The desk is unknown.", "9", "make it", "", "1", "", "", "1")
	y := h.client(t, "newmedia").Newest()
	if y.Circumstances != "They were moving house." || y.Colouring["KK"] != "He was ill." || len(y.Findings) != 1 || y.Findings[0].By != "Ann" || y.Findings[0].Action == "" {
		t.Errorf("%q %v %+v\n%s", y.Circumstances, y.Colouring, y.Findings, got)
	}
}

// TestTheHouseIsKeptInOrderInLines: the own organisation gets another name, and what others on this
// computer can get at becomes the user's alone on a yes.
func TestTheHouseIsKeptInOrderInLines(t *testing.T) {
	t.Parallel()
	h := newHouse(t, kittest.NewMedia(t))
	done := 0
	x := Exposed{Names: []string{"/home/joe/kwi.db"}, Conceal: func() (int, error) { done++; return 1, nil }}
	got := h.hear(t, "en", Config{Exposed: x}, func(x *teller) { x.Settings = noSettings; x.Prefer = nothingKept }, "settings", "name of", "BESTSELLER Group", "keep the data", "no", "keep the data", "yes", "again")
	tells(t, got, "/home/joe/kwi.db", "BESTSELLER Group", "/home/joe/kwi.db", "Yes or no")
	if name, err := h.Supplier(t.Context()); err != nil || name != "BESTSELLER Group" || done != 1 {
		t.Errorf("%v %q %d\n%s", err, name, done, got)
	}
}

func noSettings() kit.Settings { return kit.Settings{} }

func nothingKept(kit.SettingChange) error { return nil }
