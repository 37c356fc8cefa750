package linear

import (
	"strings"
	"testing"

	"kwi/internal/account"
	"kwi/internal/hand"
	"kwi/ui/kit"
	"kwi/ui/kit/kittest"
)

// TestAMeetingIsEnteredAndLeftInClearSentences: how it is left is said on coming in, and
// nothing but the word does.
func TestAMeetingIsEnteredAndLeftInClearSentences(t *testing.T) {
	t.Parallel()
	h := newHouse(t, kittest.NewMedia(t))
	got := h.play(t, "en", "NewMedia", "together", "back", "", "back", "please", "close", "done", "people")
	tells(t, got, "From here on you only hear what NewMedia may know.", "the word done.", "Together with NewMedia.", "Type done and then enter to close this meeting.", "Together with NewMedia.",
		"“please” is another word: type “done”.", "Together with NewMedia.", "The meeting is closed. From here on you hear everything again", "NewMedia, people.")
	tells(t, h.play(t, "nl", "NewMedia", "samen", "sluiten", "klaar"), "Vanaf hier hoor je alleen wat NewMedia mag weten.", "Samen met NewMedia.", "Het gesprek is gesloten. Vanaf hier hoor je weer alles")
}

// TestInAMeetingAPlaceIsClosedUnlessItIsForTogether: what is not listed is not there.
func TestInAMeetingAPlaceIsClosedUnlessItIsForTogether(t *testing.T) {
	t.Parallel()
	got := newHouse(t, kittest.NewMedia(t)).listen(t, "en", func(x *teller) {
		if x.watched() && len(x.places) == 4 {
			x.meeting.room.Guests = true
		}
	}, "NewMedia", "together", "people", "history", "the scores", "back", "done")
	if n := strings.Count(got, "is no choice"); n != 3 {
		t.Errorf("%d are no choice:\n%s", n, got)
	}
	h := newHouse(t, kittest.NewMedia(t))
	h.listen(t, "en", func(x *teller) {
		if !x.watched() {
			return
		}
		for name, stays := range map[string]func() error{"people": x.people, "history": x.history, "figures": x.figures, "settings": x.clientsPlace, "promises": func() error { return x.promises("newmedia") }} {
			if err := x.stay(place{name: func() string { return name }, acts: func() []choice { return []choice{{name: "x"}} }}); err != errRefused {
				t.Errorf("a place that does not say so is open: %v", err)
			}
			if name == "people" {
				if err := stays(); err != errRefused {
					t.Errorf("%s is open: %v", name, err)
				}
			}
		}
	}, "NewMedia", "together")
}

// TestWhatWasDoneBeforeAMeetingIsNotTakenBackInIt, and what was done in it is, without a
// word of what it was.
func TestWhatWasDoneBeforeAMeetingIsNotTakenBackInIt(t *testing.T) {
	t.Parallel()
	h := newHouse(t, kittest.NewMedia(t))
	got := h.play(t, "en", "NewMedia", "people", "respondent Kees", "function", "secretfunction", "..", "..", "together", "undo", "Agreements", "new agreement", "Send the plan", "", "", "", "", "undo")
	_, meeting, _ := strings.Cut(got, "From here on")
	if strings.Contains(meeting, "secretfunction") || !strings.Contains(meeting, "That cannot be done now.") {
		t.Errorf("%s", meeting)
	}
	if now := h.client(t, "newmedia").Respondent("KK").Function; now != "secretfunction" {
		t.Errorf("it is %q", now)
	}
}

// TestHalfTextsStayWithThoseWhoTypedThem: what the manager has half typed is not offered
// to the client, nor what others of them did.
func TestHalfTextsStayWithThoseWhoTypedThem(t *testing.T) {
	t.Parallel()
	c := kittest.NewMedia(t)
	c.Newest().Stage = account.Session
	h := newHouse(t, c)
	note := []string{"NewMedia", "the session", "note what was said", "Between you and me."}
	h.play(t, "en", note...)
	got := h.play(t, "en", "NewMedia", "together", "who is", "1", "Session", "note what was said", "Of the first.", "back", "..", "who is", "2", "Session", "note what was said", "", "..", "who is", "1", "Session", "note what was said")
	_, meeting, _ := strings.Cut(got, "From here on")
	if strings.Contains(meeting, "Between you") {
		t.Errorf("the client hears it:\n%s", meeting)
	}
	if n := strings.Count(meeting, "You had got this far: Of the first."); n != 1 {
		t.Errorf("it is offered %d times:\n%s", n, meeting)
	}
}

// meanwhile is what somebody else does before the next save.
func (h *house) meanwhile(t *testing.T, label hand.Label, apply func(*account.Client) error) {
	t.Helper()
	h.before = func() {
		other, err := h.Open(t.Context(), "newmedia")
		if err == nil {
			other, err = other.Do(hand.Change{Label: label, Apply: apply})
		}
		if err != nil {
			t.Fatal(err)
		}
		_, save, _ := other.Send()
		if _, _, err := h.Desk.Keep(t.Context(), save); err != nil {
			t.Fatal(err)
		}
	}
}

// decided is a client in whose session something was decided.
func decided(t *testing.T) account.Client {
	t.Helper()
	c := kittest.NewMedia(t)
	c.Newest().Stage = account.Session
	if err := c.Record(c.Newest().Name, account.Decided, "", "We go on."); err != nil {
		t.Fatal(err)
	}
	return c
}

// TestWhatHappenedMeanwhileIsToldAfterTheMeeting, and in it only that something was updated.
func TestWhatHappenedMeanwhileIsToldAfterTheMeeting(t *testing.T) {
	t.Parallel()
	h := newHouse(t, kittest.NewMedia(t))
	h.meanwhile(t, kit.Label("agree.label.edit", "2011-01"), func(c *account.Client) error {
		return c.ChangeAction("2011-01", account.Standard{}, "2026-11-21", func(a *account.Action) { a.Text, a.Why = "Secret words.", "Secret" })
	})
	got := h.play(t, "en", "NewMedia", "together", "Agreements", "2011-01", "what", "Other words.", "..", "stop", "..", "..", "done")
	meeting, after, _ := strings.Cut(got, "The meeting is closed.")
	if !strings.Contains(meeting, "Something was updated.") || strings.Contains(meeting, "Secret") || !strings.Contains(meeting, "Close the meeting first.") || !strings.Contains(after, "Secret words.") {
		t.Errorf("%s", got)
	}
}

// TestAChangeThatWasNotPossibleIsNotSaidToBeKept: what somebody else took away cannot be
// put in other words.
func TestAChangeThatWasNotPossibleIsNotSaidToBeKept(t *testing.T) {
	t.Parallel()
	h := newHouse(t, decided(t))
	h.meanwhile(t, kit.Label("session.label.decision"), func(c *account.Client) error {
		return c.Record(c.Newest().Name, account.Decided, "We go on.", "")
	})
	got := h.play(t, "en", "NewMedia", "the session", "decided: We go on", "We stop.", "")
	_, after, _ := strings.Cut(got, "> We stop.")
	if !strings.Contains(after, "Your change was not possible any more.") || strings.Contains(after, "Kept.") || strings.Contains(after, "done on top") || !strings.Contains(after, "We stop.") {
		t.Errorf("%s", after)
	}
}

// TestAMeetingThatEndsWithTheInputTellsWhatWaited: nothing that was to be told is lost.
func TestAMeetingThatEndsWithTheInputTellsWhatWaited(t *testing.T) {
	t.Parallel()
	got := newHouse(t, kittest.NewMedia(t)).hear(t, "en", Config{}, func(x *teller) {
		if x.watched() {
			x.sayInternal("This waited for you.", false)
		}
	}, "NewMedia", "together", "Agreements")
	_, meeting, _ := strings.Cut(got, "From here on you only")
	tells(t, meeting, "The meeting is closed.", "This waited for you.", "Goodbye")
	if strings.Count(got, "This waited") != 1 {
		t.Errorf("%s", got)
	}
}
