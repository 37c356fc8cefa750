package library_test

import (
	"slices"
	"strings"
	"testing"

	"kwi/internal/account"
	"kwi/internal/fault"
	"kwi/ui/kit"
	"kwi/ui/kit/kittest"
	"kwi/ui/screen/library"
)

// used is a client with entries attached, of whom the supplier wrote some.
func used(t testing.TB) (account.Client, account.Firm) {
	t.Helper()
	c := kittest.NewMedia(t)
	var f account.Firm
	own, err := f.Library.Add(account.OwnEntry{Kind: account.OwnChecklist, Title: "Onze eerste week", Text: "Bij een nieuwe opdracht", Items: []account.OwnItem{{Text: "Sponsor gebeld"}, {Text: "Team voorgesteld"}}})
	steps := []error{err}
	wisdom, err := f.Library.Add(account.OwnEntry{Kind: account.OwnWisdom, Title: "Eerst de koffie"})
	steps = append(steps, err, f.Library.Withdraw(wisdom, "2026-11-01"),
		c.Attach("ict", 2, "2026-11-02"), c.Attach(own, 0, "2026-11-03"), c.Attach("hostmanship", 0, "2026-11-03"),
		c.TickOff("ict", 2, "case", "2026-11-09"), c.TickOff("ict", 2, "market", "2026-11-10"), c.NoteItem("ict", 2, "market", "Twee bureaus, zie de mail."),
		c.NoteItem("ict", 2, "lead", "Wie wordt het?"), c.NoteAttached("ict", 2, "Zij beginnen in januari aan het archief."))
	for _, err := range steps {
		if err != nil {
			t.Fatal(err)
		}
	}
	return c, f
}

// opened is the library beside a client, or beside none.
func opened(t testing.TB, w, h int, language string, beside bool, options ...kittest.Option) *kittest.Play {
	c, firm := used(t)
	options = append(options, func(f *kit.Frame) { f.Firm = firm })
	p := kit.Place{Name: "library"}
	if beside {
		p.Client = c.ID
	}
	return kittest.Press(library.New(p), kittest.Frame(w, h, language, c, options...))
}

// attachment is an entry as it is attached in the client in hand.
func attachment(p *kittest.Play, entry string, to account.KWICode) *account.Attached {
	c := p.Client()
	return c.Attachment(entry, to)
}

func golden(t *testing.T, name string, p *kittest.Play) {
	t.Helper()
	kittest.Fits(t, p.Frame, p.Top().View(p.Frame))
	head := p.Top().Head(p.Frame)
	kittest.Golden(t, name, head.Title+head.Tail+" | "+head.Right+"\n"+p.View())
}

func TestHowItLooks(t *testing.T) {
	for name, size := range map[string][2]int{"60x20": {57, 16}, "80x24": {77, 20}, "120x40": {117, 36}} {
		for _, language := range []string{"nl", "en"} {
			golden(t, "list-"+name+"-"+language, opened(t, size[0], size[1], language, true))
			p := opened(t, size[0], size[1], language, true).Press("down", "down", "enter", "down")
			golden(t, "reading-"+name+"-"+language, p)
		}
	}
	golden(t, "alone", opened(t, 77, 20, "nl", false).Press("end"))
	golden(t, "found", opened(t, 77, 20, "nl", false).Press("/").Type("koffie"))
}

// TestItIsClosedToTheClient: whatever is attached, nothing of it is drawn and no
// act is offered.
func TestItIsClosedToTheClient(t *testing.T) {
	p := opened(t, 77, 20, "nl", true, kittest.Together)
	if strings.TrimSpace(p.View()) != "" || len(p.Top().Acts(p.Frame)) > 0 || strings.Contains(p.Top().Head(p.Frame).Right, "2") {
		t.Errorf("a client sees\n%s", p.View())
	}
}

func TestAPointIsTickedOffByItself(t *testing.T) {
	p := opened(t, 77, 20, "nl", true).Press("down", "down", "enter", "end", "space")
	a := attachment(p, "ict", 2)
	if a.Tick("focus").Date != kittest.Today || a.Tick("lead").Note != "Wie wordt het?" {
		t.Errorf("got %+v", a)
	}
	if p.Press("space"); attachment(p, "ict", 2).Tick("focus").Date != "" {
		t.Error("a second space opens it again")
	}
	if !strings.Contains(p.View(), "▸ ○ Het is klein en gericht") {
		t.Errorf("the point in hand went away\n%s", p.View())
	}
}

// TestATickAttaches: what is ticked off with a client is attached to that client
// in the same step.
func TestATickAttaches(t *testing.T) {
	p := opened(t, 77, 20, "nl", true).Press("/").Type("schoonmaak").Press("enter", "space")
	if a := attachment(p, "cleaning", 0); a == nil || a.Tick("goal").Date != kittest.Today || a.Date != kittest.Today {
		t.Errorf("got %+v", a)
	}
	if p.Press("ctrl+z"); attachment(p, "cleaning", 0) != nil {
		t.Error("one step back is not enough")
	}
	p = opened(t, 77, 20, "nl", false).Press("/").Type("schoonmaak").Press("enter", "space")
	if !p.Bad || !strings.Contains(p.Notice, "geen klant") {
		t.Errorf("without a client it says %q", p.Notice)
	}
}

// TestWhatBelongsToKwiStays: only what a supplier wrote can be changed or
// withdrawn.
func TestWhatBelongsToKwiStays(t *testing.T) {
	p := opened(t, 77, 20, "nl", false)
	for _, key := range []string{"e", "ctrl+x"} {
		if p.Press(key); !p.Bad || len(p.Stack) > 1 {
			t.Errorf("%s says %q", key, p.Notice)
		}
	}
	p.Press("/").Type("eerste week").Press("tab", "ctrl+x")
	if e := p.Firm().Now().Library.Entry("own-onze-eerste-week"); e == nil || e.Withdrawn != kittest.Today {
		t.Errorf("got %+v", e)
	}
	if p.Press("space"); p.Firm().Now().Library.Entry("own-onze-eerste-week").Withdrawn != "" {
		t.Error("a space does not offer it again")
	}
}

func TestAnAimReadsAnEntry(t *testing.T) {
	p := opened(t, 77, 20, "en", false).Send(kit.Aim("nps"))
	if !strings.Contains(p.View(), "With a grain of salt") && !strings.Contains(p.View(), "promoters") {
		t.Errorf("got\n%s", p.View())
	}
	if p.Press("esc"); !strings.Contains(p.View(), "▸ The recommendation question") {
		t.Errorf("esc does not lead to the list\n%s", p.View())
	}
}

func TestPrint(t *testing.T) {
	c, firm := used(t)
	for _, language := range []string{"nl", "en"} {
		f := kittest.Frame(80, 24, language, c, func(f *kit.Frame) { f.Firm = firm })
		for _, entry := range []string{"", "ict"} {
			text, err := library.Print(f, entry)
			if err != nil {
				t.Fatal(err)
			}
			kittest.Golden(t, "print-"+map[bool]string{true: "all", false: entry}[entry == ""]+"-"+language, text)
		}
		if _, err := library.Print(f, "none"); !fault.Has(err, fault.NoEntry) {
			t.Error(err)
		}
	}
	f := kittest.Frame(40, 24, "nl", account.Client{})
	text, _ := library.Print(f, "")
	for _, id := range []string{"hostmanship", "ict", "wisdoms"} {
		if !slices.ContainsFunc(strings.Split(text, "\n"), func(l string) bool { return strings.HasPrefix(l, "  "+id+" ") }) {
			t.Errorf("%s is not named in\n%s", id, text)
		}
	}
}

// TestTakingOffTellsOfWhatGoesAlong: with an entry goes what was ticked off, and
// that is said with the key that brings it back; with nothing ticked off nothing
// is said.
func TestTakingOffTellsOfWhatGoesAlong(t *testing.T) {
	p := opened(t, 77, 20, "nl", true)
	for len(p.Client().Library) > 0 {
		before := p.Client().Library
		p.Press("home", "ctrl+x")
		after := p.Client().Library
		if len(after) != len(before)-1 {
			t.Fatalf("of %+v is left %+v", before, after)
		}
		var gone account.Attached
		for _, a := range before {
			if c := p.Client(); c.Attachment(a.Entry, a.KWI) == nil {
				gone = a
			}
		}
		if told, lost := strings.Contains(p.Notice, "ctrl+z"), len(gone.Ticks) > 0 || gone.Note != ""; told != lost {
			t.Errorf("%+v went, and it says %q", gone, p.Notice)
		}
	}
}
