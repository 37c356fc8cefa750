package part

import (
	"strings"
	"testing"

	"kwi/internal/account"
	"kwi/internal/cells"
	"kwi/internal/due"
	"kwi/ui/kit/kittest"
)

// TestNothingIsNoSuccess: a condition that is met because there is nobody of
// whom it could fail says so.
func TestNothingIsNoSuccess(t *testing.T) {
	c := kittest.NewMedia(t)
	c.Colleagues = []account.Colleague{{Initials: "RM", Name: "Joe"}}
	said := func() (all string) {
		f := kittest.Frame(77, 20, "nl", c)
		for _, stage := range []account.Stage{account.Communicate, account.Session} {
			for _, s := range f.Client.Settled(f.Y(), stage, f.Today) {
				for _, n := range Needs(&f, &s) {
					all += n.Text + "|" + n.Why + "\n"
				}
			}
		}
		return all
	}
	if got := said(); strings.Contains(got, "geen collega") || strings.Contains(got, "nog niets afgesproken") {
		t.Errorf("with colleagues and actions:\n%s", got)
	}
	c.Colleagues, c.Newest().Actions = nil, nil
	if got := said(); !strings.Contains(got, "|Bij Mensen staat geen collega") || !strings.Contains(got, "|Er is nog niets afgesproken") || strings.Contains(got, "Collega's op de hoogte") {
		t.Errorf("without:\n%s", got)
	}
}

// TestWhatIsNeededFirstIsSaidInShort: where there is little room for the first thing
// that is needed, it stands there in a word, and how many more there are.
func TestWhatIsNeededFirstIsSaidInShort(t *testing.T) {
	f := kittest.Frame(77, 20, "nl", account.Client{Name: "De Molen", Cycles: []account.Cycle{{Name: "2027H1"}}})
	unmet := account.Unmet(f.Client.Gate(f.Y(), account.Initialise, f.Today))
	for w := 30; w < 60; w++ {
		if got := LacksIn(&f, unmet, w); !strings.HasSuffix(got, "; en nog 2") || cells.Width(got) > w {
			t.Errorf("in %d cells it says %q", w, got)
		}
	}
}

// A question that is a sentence of its own is none within what is still needed: its
// stop is left out there, and so is that of the first one on the list of clients.
func TestWhatIsNeededIsOneSentence(t *testing.T) {
	c := kittest.NewMedia(t)
	f := kittest.Frame(200, 40, "en", c)
	y := f.Y()
	var codes []string
	for i := range y.KWIs[0].Questions[:2] {
		q := &y.KWIs[0].Questions[i]
		q.Text = "We work in one window."
		codes = append(codes, q.Code.String())
	}
	said := LacksIn(&f, []account.Check{{Name: account.QuestionsJudged, Missing: codes}}, 190)
	if strings.Contains(said, ".”") || strings.Contains(said, "window. ") || !strings.Contains(said, "window and ") {
		t.Errorf("it says %q", said)
	}
	if said := f.Words.Need(&due.Need{Check: account.QuestionsJudged, Name: codes[0] + " We work in one window.", Count: 2}); strings.Contains(said, "window.") {
		t.Errorf("the list of clients says %q", said)
	}
}
