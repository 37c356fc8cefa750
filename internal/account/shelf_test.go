package account_test

import (
	"bytes"
	"strings"
	"testing"

	"kwi/internal/account"
	"kwi/internal/fault"
	"kwi/internal/portable"
)

// shelf has a checklist of these lines.
func shelf(t *testing.T, lines ...string) (account.Shelf, string) {
	t.Helper()
	e := account.OwnEntry{Kind: account.OwnChecklist, Title: " Début: A & B "}
	for _, line := range lines {
		e.Items = append(e.Items, account.OwnItem{Text: line})
	}
	var s account.Shelf
	id, err := s.Add(e)
	succeeds(t, err)
	return s, id
}

// said is the items of an entry, each with its number.
func said(e *account.OwnEntry) string {
	var out []string
	for _, i := range e.Items {
		out = append(out, i.Key()+i.Text)
	}
	return strings.Join(out, " ")
}

func TestOwnEntriesKeepTheirIDs(t *testing.T) {
	s, id := shelf(t, " a ", "", "b", "a")
	if e := s.Entry(id); id != "own-debut-a-b" || e.Title != "Début: A & B" || said(e) != "1a 2b" {
		t.Errorf("got %s %+v", id, e)
	}
	second, err := s.Add(account.OwnEntry{Kind: account.OwnWisdom, Title: "Debut A B"})
	succeeds(t, err)
	long, err := s.Add(account.OwnEntry{Kind: account.OwnWisdom, Title: strings.Repeat("x", 200)})
	if succeeds(t, err); second != "own-debut-a-b-2" || !account.ValidID(long) {
		t.Errorf("got %s %s", second, long)
	}
	succeeds(t, s.Change(id, func(e *account.OwnEntry) { e.Title, e.Text, e.ID = "Begin", " why ", "x" }))
	if e := s.Entry(id); e == nil || e.Title != "Begin" || e.Text != "why" {
		t.Errorf("got %+v", s)
	}
	_, err = s.Add(account.OwnEntry{Kind: account.OwnChecklist, Title: "Begin"})
	refuses(t, err, fault.Doubled)
	_, err = s.Add(account.OwnEntry{Kind: account.OwnChecklist})
	refuses(t, err, fault.Missing)
	_, err = s.Add(account.OwnEntry{Kind: "song", Title: "x"})
	refuses(t, err, fault.BadValue)
	refuses(t, s.Change(id, func(e *account.OwnEntry) { e.Title = " " }), fault.Missing)
	refuses(t, s.Change("own-none", func(*account.OwnEntry) {}), fault.Removed)
}

func TestLinesKeepTheirNumbersAndWhatOthersWrote(t *testing.T) {
	for _, c := range []struct{ there, was, now, want string }{
		{"a b c", "a b c", "a b c", "1a 2b 3c"},
		{"a b c", "a b c", "a x c", "1a 2x 3c"},
		{"a b c", "a b c", "c a b", "3c 1a 2b"},
		{"a b c", "a b c", "a c", "1a 3c"},
		{"a b c", "a b c", "a b c d", "1a 2b 3c 4d"},
		{"a b c", "a b c", "x y b c", "1x 4y 2b 3c"},
		{"a b c", "", "d", "4d 1a 2b 3c"},
		{"a b c d", "a b c", "a x c", "1a 2x 3c 4d"}, // somebody else added d
		{"a c", "a b c", "a x c", "1a 3x 2c"},        // somebody else took b away
		{"a c", "a b c", "a b c", "1a 2c"},
		{"a b y", "a b c", "a b x", "1a 2b 4x 3y"}, // two words for one line: both stay
		{"a b c", "a b c", "a b x", "1a 2b 3x"},
		{"a b x", "a b", "a b x", "1a 2b 3x"}, // both added the same
	} {
		s, id := shelf(t, strings.Fields(c.there)...)
		succeeds(t, s.ChangeItems(id, strings.Fields(c.was), strings.Fields(c.now)))
		if got := said(s.Entry(id)); got != c.want {
			t.Errorf("%s, seen as %s, made %s: got %s, want %s", c.there, c.was, c.now, got, c.want)
		}
	}
}

func TestANumberIsNeverGivenAgain(t *testing.T) {
	s, id := shelf(t, "a", "b", "c")
	succeeds(t, s.ChangeItems(id, []string{"a", "b", "c"}, []string{"a"}))
	succeeds(t, s.ChangeItems(id, []string{"a"}, []string{"a", "d"}))
	if e := s.Entry(id); said(e) != "1a 4d" || e.LastItem != 0 {
		t.Errorf("got %+v", e)
	}
	refuses(t, s.ChangeItems("own-none", nil, nil), fault.Removed)
}

// TestAnyLineThatIsTypedReadsBack: a line out of a table has tabs, and one that
// was pasted is as long as a text may be.
func TestAnyLineThatIsTypedReadsBack(t *testing.T) {
	long := strings.Repeat("x", 20_000)
	f := account.Firm{}
	id, err := f.Library.Add(account.OwnEntry{Kind: account.OwnChecklist, Title: "List", Items: []account.OwnItem{{Text: "a\tb"}, {Text: long}}})
	succeeds(t, err)
	var b bytes.Buffer
	succeeds(t, portable.Write(&b, portable.File{Supplier: "S", Firm: f}))
	read, err := portable.Decode(b.Bytes())
	succeeds(t, err)
	if e := read.Firm.Library.Entry(id); e == nil || e.Items[0].Text != "a b" || e.Items[1].Text != long {
		t.Errorf("got %+v", e)
	}
}

// TestThereAreNoMoreNumbersThanThereAre: an entry of which the last number was
// given away keeps what it has.
func TestThereAreNoMoreNumbersThanThereAre(t *testing.T) {
	s, id := shelf(t, "a")
	s[0].LastItem = 65535
	refuses(t, s.ChangeItems(id, []string{"a"}, []string{"a", "b"}), fault.BadValue)
	succeeds(t, s.ChangeItems(id, []string{"a"}, []string{"x"}))
	if got := said(s.Entry(id)); got != "1x" {
		t.Errorf("got %s", got)
	}
}

func TestAnEntryIsWithdrawnBeforeItIsGone(t *testing.T) {
	s, id := shelf(t, "a")
	refuses(t, s.Remove(id), fault.BadValue)
	refuses(t, s.Withdraw(id, "soon"), fault.BadDate)
	succeeds(t, s.Withdraw(id, "2026-06-20"))
	succeeds(t, s.Withdraw(id, ""))
	succeeds(t, s.Withdraw(id, "2026-06-21"))
	succeeds(t, s.Remove(id))
	if succeeds(t, s.Remove(id)); len(s) != 0 {
		t.Errorf("got %+v", s)
	}
	refuses(t, s.Withdraw(id, ""), fault.Removed)
}

func TestTheLibraryOfAnotherFile(t *testing.T) {
	s, id := shelf(t, "a")
	other := s.Clone()
	other[0].Text = "other"
	_, err := other.Add(account.OwnEntry{Kind: account.OwnWisdom, Title: "Less"})
	succeeds(t, err)
	mine := account.Firm{Library: s}
	succeeds(t, mine.Take(account.Firm{Library: s}, false))
	kept := mine.Clone()
	refuses(t, kept.Take(account.Firm{Library: other}, false), fault.KeptAlready)
	if len(mine.Library) != 1 || mine.Library.Entry(id).Text != "" || len(mine.Flaws()) > 0 {
		t.Errorf("got %+v", mine)
	}
	succeeds(t, mine.Take(account.Firm{Library: other}, true))
	if len(mine.Library) != 2 || mine.Library.Entry(id).Text != "other" {
		t.Errorf("got %+v", mine)
	}
	for _, wrong := range []account.Shelf{append(s.Clone(), s[0]), {{ID: "ict", Title: "x"}}, {{ID: "own-x"}}, {{ID: "own-x", Title: "x", Items: []account.OwnItem{{Number: 1}, {Number: 1}}}}, {{ID: "own-x", Title: "x", Items: []account.OwnItem{{Number: 1, Text: "a\nb"}}}}, {{ID: "own-x", Title: "x", Items: []account.OwnItem{{}}}}} {
		if flaws := (&account.Firm{Library: wrong}).Flaws(); len(flaws) != 1 {
			t.Errorf("%+v: got %v", wrong, flaws)
		}
	}
}

// TestTakingBackAnOwnEntry leaves alone what others wrote beside it.
func TestTakingBackAnOwnEntry(t *testing.T) {
	s, id := shelf(t, "a", "b")
	before := account.Firm{Library: s}
	after := before.Clone()
	succeeds(t, after.Library.ChangeItems(id, []string{"a", "b"}, []string{"a", "x", "c"}))
	now := after.Clone()
	succeeds(t, now.Library.Change(id, func(e *account.OwnEntry) { e.Text = "theirs" }))
	succeeds(t, account.TakeFirmBack(&now, before, after))
	if e := now.Library.Entry(id); said(e) != "1a 2b" || e.Text != "theirs" {
		t.Errorf("got %+v", e)
	}
}
