package linear

import (
	"testing"

	"kwi/internal/account"
	"kwi/ui/kit/kittest"
)

// TestTheLibraryIsReadInLines, by kind and by words in it, and put with a client or a KWI, with what
// is ticked off and noted; what was done last is taken back.
func TestTheLibraryIsReadInLines(t *testing.T) {
	t.Parallel()
	h := newHouse(t, kittest.NewMedia(t))
	tells(t, h.play(t, "en", "library", "search the", "estimated", "1"), "entries.", "Attitude", "1 found with estimated", "It turned out bigger")
	got := h.play(t, "en", "NewMedia", "library", "insight", "1", "put this", "KWI-01", "what for", "For the session.", "", "back", "2", "1", "tick", "1", "note", "Ask again.", "", "again", "..", "..", "..", "library", "with KWI-01", "take this off", "undo")
	tells(t, got, "with what?", "Kept.", "ticked off", "with KWI-01", "Taken back: ")
	c := h.client(t, "newmedia")
	if len(c.Library) != 2 {
		t.Fatalf("%+v\n%s", c.Library, got)
	}
	for _, a := range c.Library {
		if a.KWI == 1 && a.Note != "For the session." || a.KWI == 0 && (len(a.Ticks) != 1 || a.Ticks[0].Date == "" || a.Ticks[0].Note != "Ask again.") {
			t.Errorf("%+v\n%s", a, got)
		}
	}
}

// TestAnOwnEntryIsWrittenInLines, changed, taken out of the library and put back, and removed for good.
func TestAnOwnEntryIsWrittenInLines(t *testing.T) {
	t.Parallel()
	h := newHouse(t, kittest.NewMedia(t))
	shelf := func() account.Shelf {
		f, err := h.Firm(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		return f.Now().Library
	}
	got := h.play(t, "en", "library", "one of", "checklist", "Our list", "At the start.", "", "Point one", "Point two", "", "change: name", "Our own list", "change: points", "Point one", "Point three", "", "..", "insight", "our own")
	tells(t, got, "What do you want to add?", "Our list.", "Kept.", "Our own list (own)", "At the start.", "Point three")
	if s := shelf(); len(s) != 1 || s[0].Title != "Our own list" || s[0].Text != "At the start." || len(s[0].Items) != 2 || s[0].Items[1].Text != "Point three" {
		t.Fatalf("%+v\n%s", s, got)
	}
	h.play(t, "en", "library", "insight", "our own", "out of")
	if s := shelf(); s[0].Withdrawn == "" {
		t.Errorf("%+v", s)
	}
	tells(t, h.play(t, "en", "library", "taken out", "our own", "remove", "no", "offer again", "undo", "remove", "yes"), "Where it stands with a client the ticks", "Taken back: offered again", "Kept.")
	if s := shelf(); len(s) != 0 {
		t.Errorf("%+v", s)
	}
}

// TestAQuickScanIsDoneInLines: each answer is kept at once, one that is left open is asked for later,
// and what it comes to is told; of few people of a team nothing is.
func TestAQuickScanIsDoneInLines(t *testing.T) {
	t.Parallel()
	h := newHouse(t, kittest.NewMedia(t))
	got := h.play(t, "en", "quick", "new scan", "Joe", "Sales", "Everybody", "", "", "a", "b", "x", "", "C", "a", "undo", "b", "c", "a", "b", "c", "a", "advice", "go on", "b", "answer one", "1", "c", "whose", "Joan", "", "", "..", "team")
	tells(t, got, "Ten questions about attitude", "Name, empty if a team", "Question 1 of 10", "a: ", "Type a, b or c", "Taken back: answer", "1 question open", "What it all amounts", "Not answered yet.", "Kept.", "Joan, Sales", "With fewer than 3 people")
	f, err := h.Firm(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	now := f.Now()
	if s := now.Scans; len(s) != 1 || s[0].Who != "Joan" || s[0].Clients != "Everybody" || s[0].Given() != account.ScanLength || s[0].Answer(1) != 'c' || s[0].Answer(3) != 'b' || s[0].Answer(4) != 'c' || s[0].Answer(5) != 'b' {
		t.Fatalf("%+v\n%s", s, got)
	}
	tells(t, h.play(t, "en", "quick", "Joan", "remove", "yes", "again"), "of 30", "Remove", "Kept.", "Ten questions")
}
