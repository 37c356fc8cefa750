package linear

import (
	"kwi/internal/guide"
	"strings"
	"testing"

	"kwi/internal/account"
	"kwi/internal/fault"
	"kwi/internal/hand"
	"kwi/internal/portfolio"
	"kwi/ui/kit"
	"kwi/ui/kit/kittest"
)

// second is another client than NewMedia.
func second(t *testing.T, name, id string) account.Client {
	t.Helper()
	c := kittest.NewMedia(t)
	c.ID, c.Name = id, name
	return c
}

// TestClientsAreFilteredAndPutInOrder, as on the screen: by letters, by an order, only
// one's own, and those in the archive.
func TestClientsAreFilteredAndPutInOrder(t *testing.T) {
	t.Parallel()
	mill := second(t, "The Mill", "the-mill")
	mill.Responsible, mill.Colleagues = "JB", []account.Colleague{{Initials: "JB", Name: "Joe Bestseller"}}
	mill.Newest().Answers = nil
	old := second(t, "Old Client", "old")
	old.Archived = "2026-01-01"
	h := newHouse(t, kittest.NewMedia(t), mill, old)
	me := Config{Me: account.User{Name: "Joe Bestseller", Initials: "JB"}}
	for _, one := range []struct {
		lines []string
		there []string
		gone  []string
	}{
		{[]string{"all clients"}, []string{"2 clients.", "5. NewMedia: 2011H1", "6. The Mill: 2011H1"}, []string{"Old Client"}},
		{[]string{"all clients", "find", "mill", "again"}, []string{"1 client.", "5. The Mill"}, []string{"5. NewMedia: 2011H1; stage Measure; score 7.10; NPS plus 100; 6 things are overdue\nAll clients in short: what now?\n> again\nAll clients in short.\n1 client.\n1. find: mill\n2. order: by name\n3. only yours: no\n4. the archive: no\n5. NewMedia"}},
		{[]string{"all clients", "only yours", "again"}, []string{"only yours: yes", "5. The Mill"}, nil},
		{[]string{"all clients", "the archive", "again"}, []string{"the archive: yes", "5. Old Client"}, nil},
		{[]string{"all clients", "order", "lowest score", "again"}, []string{"order: lowest score first", "5. NewMedia", "6. The Mill"}, nil},
		{[]string{"all clients", "NewMedia"}, []string{"NewMedia, 2011H1, stage Measure."}, nil},
	} {
		got := h.told(t, me, one.lines...)
		tells(t, got, one.there...)
		for _, gone := range one.gone {
			if strings.Contains(got, gone) {
				t.Errorf("%q: %q is there:\n%s", one.lines, gone, got)
			}
		}
	}
}

// TestAClientIsPutInTheArchiveAndTakenOut, after a question.
func TestAClientIsPutInTheArchiveAndTakenOut(t *testing.T) {
	t.Parallel()
	h := newHouse(t, kittest.NewMedia(t))
	h.play(t, "en", "NewMedia", "the client and", "put this client", "no")
	if h.client(t, "newmedia").Archived != "" {
		t.Fatal("without a yes")
	}
	tells(t, h.play(t, "en", "NewMedia", "the client and", "put this client", "yes"), "Everything is kept", "Kept.")
	if h.client(t, "newmedia").Archived == "" {
		t.Fatal("not put away")
	}
	h.play(t, "en", "all clients", "the archive", "NewMedia", "the client and", "take this client", "yes")
	if h.client(t, "newmedia").Archived != "" {
		t.Error("not taken out")
	}
}

// TestEverythingOfAClientIsFound: questions, cycles and what can be done too.
func TestEverythingOfAClientIsFound(t *testing.T) {
	t.Parallel()
	h := newHouse(t, kittest.NewMedia(t))
	tells(t, h.play(t, "en", "NewMedia", "search", "opdrachtdossier", "1"), "1 found", "question 1.02", "KWI-01 Kennisborging.")
	tells(t, h.play(t, "en", "NewMedia", "search", "2011H1", "1"), "1 found", "You are here now: NewMedia, 2011H1")
	tells(t, h.play(t, "en", "NewMedia", "search", "account plan", "1"), "the A3 account plan")
}

// TestWhatOthersDidMeanwhileIsTold, once, with who it was; what one did oneself is not.
func TestWhatOthersDidMeanwhileIsTold(t *testing.T) {
	t.Parallel()
	h := newHouse(t, kittest.NewMedia(t))
	n := 0
	got := h.listen(t, "en", func(x *teller) {
		if n++; n != 4 {
			return
		}
		other, err := h.Open(t.Context(), "newmedia")
		if err == nil {
			other, err = other.In(hand.Window{Run: "another", User: "Ann Other"}).Do(hand.Change{Label: kit.Label("initialise.label.name"), Apply: func(c *account.Client) error { return c.Rename("NewMedia Group") }})
		}
		if err != nil {
			t.Fatal(err)
		}
		_, save, _ := other.Send()
		if _, _, err := h.Desk.Keep(t.Context(), save); err != nil {
			t.Fatal(err)
		}
	}, "NewMedia", "people", "..", "again", "again")
	if strings.Count(got, "Meanwhile somebody else did: ") != 1 || !strings.Contains(got, "Ann Other") || strings.Count(got, "NewMedia Group, 2011H1") == 0 {
		t.Errorf("%s", got)
	}
	if got := h.play(t, "en", "NewMedia", "people", "respondent Kees", "function", "boss", "..", "..", "again"); strings.Contains(got, "Meanwhile") {
		t.Errorf("one's own is told:\n%s", got)
	}
}

// TestWhatWasDoneToAllClientsIsHeard, and leads to what was done to that one.
func TestWhatWasDoneToAllClientsIsHeard(t *testing.T) {
	t.Parallel()
	h := newHouse(t, kittest.NewMedia(t))
	h.play(t, "en", "NewMedia", "people", "respondent Kees", "function", "boss")
	c := Config{Happened: func() ([]hand.Happened, error) { return h.Desk.Happened(t.Context()) }}
	tells(t, h.told(t, c, "what was done", "NewMedia: details", "1"), "change", "NewMedia: details of KK", "NewMedia, what was done.", "Kees Klant (KK): function: General Manager becomes boss")
}

// TestHowManyClientsThereAreIsNotSaidWhereTheyCannotBeRead: not that there are none.
func TestHowManyClientsThereAreIsNotSaidWhereTheyCannotBeRead(t *testing.T) {
	t.Parallel()
	h := newHouse(t, kittest.NewMedia(t))
	unread := Config{Clients: func() ([]portfolio.Line, error) { return nil, fault.New(fault.Damaged, "kwi.db") }}
	got := h.told(t, unread, "all clients")
	if strings.Contains(got, "0 clients") || strings.Count(got, "kwi.db") < 2 {
		t.Errorf("it is told so:\n%s", got)
	}
}

// TestSearchFindsTheLibrary, with and without a client, and reads it to its end.
func TestSearchFindsTheLibrary(t *testing.T) {
	t.Parallel()
	h := newHouse(t, kittest.NewMedia(t))
	for _, lines := range [][]string{{"search", "value question", "1"}, {"NewMedia", "search", "value question", "1"}} {
		tells(t, h.play(t, "en", lines...), "read in the library: The value question", "The value question.")
	}
	for _, e := range guide.For("en").ShelfWith(nil) {
		if e.Title != "The value question" {
			continue
		}
		p := e.Parts[len(e.Parts)-1]
		last := p.Lines[len(p.Lines)-1]
		tells(t, h.play(t, "en", "search", "value question", "1"), "The value question.", plain(last.Title + last.Text)[:20])
	}
}
