package linear

import (
	"strings"
	"testing"

	"kwi/internal/account"
	"kwi/ui/kit/kittest"
)

// TestAQuestionIsRewordedWhileItIsTested, also with the client, and the same is asked again; a standing
// one is not, there.
func TestAQuestionIsRewordedWhileItIsTested(t *testing.T) {
	t.Parallel()
	h := newHouse(t, drafting(t))
	code := account.QuestionCode{KWI: 1, Serial: 1}
	words := func() string { return h.client(t, "newmedia").Newest().Question(code).Text }
	got := h.play(t, "en", "NewMedia", "testing", "A. Aaaa", "go through", "otherwise", "We can do without any one supplier.", "yes", "stop")
	tells(t, got, "Type otherwise at a question", "1.01", "Kept.", "We can do without any one supplier. Can A. Aaaa", "1.02")
	if words() != "We can do without any one supplier." {
		t.Errorf("%q\n%s", words(), got)
	}
	got = h.play(t, "nl", "NewMedia", "samen", "toetsen", "1", "1", "anders", "Wij kunnen zonder elke leverancier.", "ja", "stop")
	if words() != "Wij kunnen zonder elke leverancier." || !strings.Contains(got, "Typ anders bij een vraag") {
		t.Errorf("%q\n%s", words(), got)
	}
	got = h.play(t, "en", "NewMedia", "testing", "by question", "1.01", "other words", "Nobody leaves us stranded.", "undo")
	tells(t, got, "1.01", "Kept.", "Taken back: words of 1.01")
}

// TestWhoJudgesAQuestionIsHeardByQuestion, and is turned for one, for everyone, and for a whole KWI.
func TestWhoJudgesAQuestionIsHeardByQuestion(t *testing.T) {
	t.Parallel()
	h := newHouse(t, drafting(t))
	asked := func(who account.Initials) int {
		n := 0
		y := h.client(t, "newmedia").Newest()
		for _, q := range y.KWI(1).Asked() {
			if y.IsAssigned(who, q.Code) {
				n++
			}
		}
		return n
	}
	h.play(t, "en", "NewMedia", "testing", "by question", "KWI-01: all", "KWI-01: take")
	if n := asked("AA"); n != 0 {
		t.Errorf("%d", n)
	}
	got := h.play(t, "en", "NewMedia", "testing", "by question", "1.01", "for everyone", "A. Aaaa")
	tells(t, got, "A. Aaaa (AA) does not judge it", "Kept.")
	if asked("AA") != 0 || asked("KK") != 1 {
		t.Errorf("%d, %d\n%s", asked("AA"), asked("KK"), got)
	}
	got = h.play(t, "en", "NewMedia", "testing", "A. Aaaa", "give all", "take all")
	if asked("AA") != 0 {
		t.Error(got)
	}
}

// TestWhatClientsCallValuableIsHeardAndTakenOver: as a note, as a KWI, and an example as a question; with
// the client listening too, where a KWI is not called after it.
func TestWhatClientsCallValuableIsHeardAndTakenOver(t *testing.T) {
	t.Parallel()
	c := drafting(t)
	h := newHouse(t, c)
	got := h.play(t, "en", "NewMedia", "talks about", "Kees", "what clients", "1", "note this", "2", "make it", "1", "where", "opnieuw")
	tells(t, got, "What clients call valuable.", "To talk about:", "Kept.", "Kept.")
	y := h.client(t, "newmedia").Newest()
	n := y.Notes[len(y.Notes)-1]
	k := y.WishOf("KK")
	if n.With != "KK" || n.Topic == "" || k == nil || k.Title != n.Text {
		t.Fatalf("%+v %+v\n%s", n, k, got)
	}
	before := len(k.Questions)
	got = h.play(t, "en", "NewMedia", "talks about", "Kees", "what clients", "1", "take over as a question", "3")
	if after := h.client(t, "newmedia").Newest().WishOf("KK"); len(after.Questions) != before+1 {
		t.Errorf("%d, then %d\n%s", before, len(after.Questions), got)
	}
	got = h.play(t, "en", "NewMedia", "together", "2", "Kees", "what others", "2", "note this")
	if notes := h.client(t, "newmedia").Newest().Notes; len(notes) != len(y.Notes)+1 || strings.Contains(got, "as the title of") {
		t.Errorf("%d notes\n%s", len(notes), got)
	}
}

// TestTheSessionIsPreparedAndMinutedInLines: how long each part takes, a vote less, other words of an
// idea and of a KWI to come, whose that is, and a grade that is put right with its reason.
func TestTheSessionIsPreparedAndMinutedInLines(t *testing.T) {
	t.Parallel()
	c := kittest.NewMedia(t)
	c.Newest().Stage = account.Session
	h := newHouse(t, c)
	got := h.play(t, "en", "NewMedia", "the session", "how long", "1", "900", "25", "note an idea", "A day together", "idea", "vote", "idea", "less", "idea", "put it in", "A whole day together",
		"a new KWI", "Fewer meetings", "", "", "1", "next cycle", "Half as many meetings", "Only when needed.", "", "8", "Kees")
	tells(t, got, "Which part?", "A number of minutes", "Kept.", "Without a title this KWI is dropped.", "Kept.", "KK has a KWI already")
	m := h.client(t, "newmedia").Newest().Meeting
	y := h.client(t, "newmedia").Newest()
	if y.Agenda()[0].Minutes != 25 || len(m.Ideas) != 1 || m.Ideas[0].Votes != 0 || m.Ideas[0].Text != "A whole day together" {
		t.Errorf("%+v\n%s", m, got)
	}
	if len(m.Next) != 1 || m.Next[0].Title != "Half as many meetings" || m.Next[0].Expectation != "Only when needed." || m.Next[0].Target == 0 {
		t.Fatalf("%+v\n%s", m.Next, got)
	}
	was := y.Answers["KK"].Of(account.QuestionCode{KWI: 1, Serial: 2})
	got = h.play(t, "en", "NewMedia", "together", "who is", "Kees", "session", "correct a", "Kees", "1.02", "9", "I meant a nine.")
	now := h.client(t, "newmedia").Newest()
	if a := now.Answers["KK"].Of(was.Question); a.Grade != 9 || was.Grade == 9 {
		t.Errorf("%v, then %v\n%s", was, a, got)
	}
}
