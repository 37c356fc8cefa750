package linear

import (
	"strings"
	"testing"

	"kwi/internal/account"
	"kwi/ui/kit"
	"kwi/ui/kit/kittest"
	"kwi/ui/part/locking"
)

// tells holds that all of these texts are told, in their order.
func tells(t *testing.T, got string, texts ...string) {
	t.Helper()
	rest := got
	for _, want := range texts {
		_, after, found := strings.Cut(rest, want)
		if !found {
			t.Errorf("no %q where it belongs in\n%s", want, got)
			return
		}
		rest = after
	}
}

// TestClientsAreToldAtAGlance, and found by some letters, with what is in one of them.
func TestClientsAreToldAtAGlance(t *testing.T) {
	t.Parallel()
	h := newHouse(t, kittest.NewMedia(t))
	tells(t, h.play(t, "en", "all clients"), "1 client.", "NewMedia: 2011H1; stage Measure; score 7.10; NPS plus 100; 6 things are overdue")
	tells(t, h.play(t, "nl", "zoeken", "media", "1"), "1 gevonden met media.", "1. klant NewMedia", "NewMedia, 2011H1, fase Meten.")
	tells(t, h.play(t, "en", "NewMedia", "search", "kees", "1"), "found with kees", "respondent Kees Klant (KK)", "E-mail: kk@newmedia.example")
	tells(t, h.play(t, "en", "search", "nowhere"), "0 found with nowhere.")
}

// TestPromisesAreHeardAndGoneTo, of all clients and of one.
func TestPromisesAreHeardAndGoneTo(t *testing.T) {
	t.Parallel()
	h := newHouse(t, kittest.NewMedia(t))
	tells(t, h.play(t, "en", "promises", "2"), "promises are open.", "NewMedia: ", "overdue", "Agreement 2011-01.", "1. done")
	tells(t, h.play(t, "en", "NewMedia", "promises"), "promises are open.", "1. ")
	tells(t, h.play(t, "en", "NewMedia", "ideas", "new idea", "Free lunches", "", "1", "..", "..", "promises", "1 idea", "Free"), "NewMedia: 1 idea", "Ideas: brought in", "Whoever brings", "What do you want with this idea?")
}

// TestPromisesOfTheUserAreHeardAlone, where it is known who that is, and all of them again.
func TestPromisesOfTheUserAreHeardAlone(t *testing.T) {
	t.Parallel()
	h := newHouse(t, kittest.NewMedia(t))
	for _, place := range [][]string{{"promises"}, {"NewMedia", "promises"}} {
		got := h.told(t, Config{Me: account.User{Name: "Nobody Known"}}, append(place, "yours only", "again", "yours only")...)
		tells(t, got, "7 promises are open.", "1. yours only: no", "> yours only", "3 promises are open.", "1. yours only: yes", "> yours only", "7 promises are open.")
		tells(t, h.told(t, Config{}, append(place, "yours only")...), "Who you are is not known yet.")
	}
	got := h.hear(t, "nl", Config{Me: account.User{Initials: "RM"}}, nil, "beloften", "alleen van jou", "alleen van jou")
	_, mine, _ := strings.Cut(got, "> alleen van jou")
	tells(t, mine, "Gedeelde klantruimte", ", RM, ", "> alleen van jou", "7 beloften staan open.")
}

// TestWhatWasDoneIsHeardAndTakenBack, each change with what it was and is.
func TestWhatWasDoneIsHeardAndTakenBack(t *testing.T) {
	t.Parallel()
	h := newHouse(t, kittest.NewMedia(t))
	h.play(t, "en", "NewMedia", "people", "respondent Kees", "function", "boss")
	got := h.play(t, "en", "NewMedia", "what was done", "1", "yes")
	tells(t, got, "1 change.", "Kees Klant (KK): function: General Manager becomes boss", "Take this back? Yes or no; enter is no.", "Taken back: ")
	if now := h.client(t, "newmedia").Respondent("KK").Function; now != "General Manager" {
		t.Errorf("it is %q:\n%s", now, got)
	}
}

// TestSettingsAreHeardAndChosen: another language holds at once; what the environment
// says cannot be changed here.
func TestSettingsAreHeardAndChosen(t *testing.T) {
	t.Parallel()
	h := newHouse(t, kittest.NewMedia(t))
	now := kit.Settings{Lines: []kit.Setting{
		{Key: "language", Choice: []string{"nl", "en"}, Value: "en"}, {Key: "mouse", Choice: []string{"on", "off"}, Value: "off", By: "KWI_MOUSE", Source: kit.InEnvironment}, {Key: "me.name"},
	}}
	var kept []kit.SettingChange
	got := h.listen(t, "en", func(x *teller) {
		x.Settings, x.Prefer = func() kit.Settings { return now }, func(c kit.SettingChange) error { kept = append(kept, c); return nil }
	}, "settings", "how it", "mouse", "..", "who you", "name", "Joe", "..", "how it", "language", "nederlands", "terug", "terug")
	tells(t, got, "1. How it looks and works", "2. Who you are", "4. back to an earlier copy", "Language: English", "Mouse: off", "This is now set by KWI_MOUSE.", "Name?", "Kept.", "Nederlands", "Bewaard.", "Klanten: wat nu?")
	if len(kept) != 2 || kept[0] != (kit.SettingChange{Key: "me.name", Value: "Joe"}) || kept[1] != (kit.SettingChange{Key: "language", Value: "nl"}) {
		t.Errorf("kept: %v", kept)
	}
}

// TestThePassphraseInLinesIsToldInWords: that there is none, and after how long it is asked again.
func TestThePassphraseInLinesIsToldInWords(t *testing.T) {
	t.Parallel()
	h := newHouse(t, kittest.NewMedia(t))
	value := ""
	listens := func(lines ...string) string {
		return h.listen(t, "en", func(x *teller) {
			x.Lock = &locking.Lock{Locked: func() bool { return false }}
			x.Settings = func() kit.Settings {
				return kit.Settings{Lines: []kit.Setting{{Key: "idleLock", Choice: []string{"", "5"}, Value: value}}}
			}
			x.Prefer = func(c kit.SettingChange) error { value = c.Value; return nil }
		}, append([]string{"settings", "passphrase"}, lines...)...)
	}
	tells(t, listens("ask", "after 5", "again"), "Your data have no passphrase yet.", ": never", "Kept.", ": after 5 minutes")
	if value != "5" {
		t.Errorf("kept: %q", value)
	}
	tells(t, listens("ask", "never"), "Kept.")
	if value != "" {
		t.Errorf("kept: %q", value)
	}
}

// TestGoingOnRegardlessAndBack: what lacks is told by name, the reason is kept, and one
// stage back is asked first.
func TestGoingOnRegardlessAndBack(t *testing.T) {
	t.Parallel()
	h := newHouse(t, kittest.NewMedia(t))
	got := h.play(t, "en", "NewMedia", "on or back", "on to", "The others follow next week.", "one stage back", "yes")
	tells(t, got, "All lists back, or deliberately left out: still needed.", "Why do you go on all the same?", "stage Customer value session.", "Go on? Yes or no; enter is no.", "stage Measure.")
	if y := h.client(t, "newmedia").Newest(); len(y.Reasons) == 0 || y.Reasons[len(y.Reasons)-1].Text != "The others follow next week." || y.Stage.String() != "measure" {
		t.Errorf("%+v", y.Reasons)
	}
}

// TestAClosedCycleIsCorrectedWithItsReason: it is looked at, and what is changed in it is a
// correction.
func TestAClosedCycleIsCorrectedWithItsReason(t *testing.T) {
	t.Parallel()
	c := kittest.NewMedia(t)
	for range 2 {
		if err := c.GoOn("2011-06-24", "RM", "it is time"); err != nil {
			t.Fatal(err)
		}
	}
	h := newHouse(t, c)
	got := h.play(t, "en", "NewMedia", "look at", "2011H1", "measuring", "Kees", "correct", "1", "9", "He meant a nine.")
	tells(t, got, "You are here now: NewMedia, 2011H1,", "Understood: 9, counts as usual.", "Cycle 2011H1 is closed.", "Why?")
	y := h.client(t, "newmedia").Cycle("2011H1")
	if a := y.Voice("KK").Sheet.Of(account.QuestionCode{KWI: 1, Serial: 2}); a.Grade != 9 || len(y.Corrections) == 0 || y.Corrections[len(y.Corrections)-1].Why != "He meant a nine." {
		t.Errorf("%v %+v:\n%s", a, y.Corrections, got)
	}
}

// TestTheFirstStartAsksWhoOneIs, and goes on where that is passed over.
func TestTheFirstStartAsksWhoOneIs(t *testing.T) {
	t.Parallel()
	for _, typed := range []string{"Joe Bestseller", ""} {
		var kept string
		welcomed := 0
		x := Config{Remember: func(u account.User) error { kept = u.Name; return nil }, Welcomed: func() error { welcomed++; return nil }}
		tells(t, newHouse(t).told(t, x, typed), "What is your name?", "Clients.")
		if welcomed != 1 || kept != typed {
			t.Errorf("welcomed %d times, kept %q", welcomed, kept)
		}
	}
}

// TestTheChecklistLeadsToWhatItNeeds, thing by thing, and back leads to it again, where that is no
// longer needed.
func TestTheChecklistLeadsToWhatItNeeds(t *testing.T) {
	t.Parallel()
	h := newHouse(t, kittest.NewMedia(t))
	got := h.play(t, "en", "NewMedia", "on or back", "still needed: all lists back, or deliberately left out: A. Aaaa", "go on without", "He left the firm.", "back", "again", "still needed: answers", "back")
	tells(t, got, "still needed: All lists back, or deliberately left out: A. Aaaa (AA)", "List of A. Aaaa (AA)", "Kept.", "Checklist of stage Measure", "The analysis with colleagues.", "Checklist of stage Measure")
	_, after, _ := strings.Cut(got, "> again")
	if strings.Contains(after, "A. Aaaa") {
		t.Errorf("it is needed still:\n%s", after)
	}
}
