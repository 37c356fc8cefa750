package catching_test

import (
	"slices"
	"strings"
	"testing"

	"kwi/internal/account"
	"kwi/ui/kit/kittest"
	"kwi/ui/part/catching"
)

func sorting(t *testing.T, caught ...account.Caught) *kittest.Play {
	t.Helper()
	c := kittest.NewMedia(t)
	c.Caught = caught
	return kittest.Press(catching.NewList(), kittest.Frame(77, 20, "nl", c))
}

// Of somebody it takes two keys and the word; of nobody it asks whose it was.
func TestSorting(t *testing.T) {
	known, unknown := account.Caught{Date: "2026-11-20", Text: "Graag vaker langs", With: "KK"}, account.Caught{Date: "2026-11-20", Text: "Graag vaker langs"}
	note := func(c account.Client) bool {
		return slices.ContainsFunc(c.Newest().Notes, func(n account.Note) bool { return n.Text == known.Text && n.With == "KK" })
	}
	for name, test := range map[string]struct {
		x    account.Caught
		keys []string
		done func(account.Client) bool
	}{
		"note":             {known, []string{"enter", "enter"}, note},
		"note of somebody": {unknown, []string{"enter", "enter", "kees", "enter"}, note},
		"action": {known, []string{"enter", "afspr", "enter", " @Kees 1 dec", "enter"}, func(c account.Client) bool {
			a := c.Newest().Actions
			last := a[len(a)-1]
			return last.Text == known.Text && last.For == "KK" && last.Due == "2026-12-01"
		}},
		"talk":         {known, []string{"enter", "gesprek dat", "enter"}, func(c account.Client) bool { return len(c.Newest().Visits) == 1 }},
		"not expected": {known, []string{"enter", "niet", "enter"}, func(c account.Client) bool { return c.Newest().NotExpected["KK"] == known.Text }},
		"KWI": {unknown, []string{"enter", "kwi", "enter", "enter"}, func(c account.Client) bool {
			k := c.Newest().KWIs
			return k[len(k)-1].Expectation == known.Text
		}},
		"away": {known, []string{"ctrl+x"}, func(c account.Client) bool { return !note(c) }},
	} {
		p := sorting(t, test.x).Press(test.keys...)
		if c := p.Client(); len(c.Caught) != 0 || !test.done(c) || len(p.Stack) != 1 {
			t.Errorf("%s: %d screens, still caught %+v, said %q\n%s", name, len(p.Stack), c.Caught, p.Notice, p.View())
		}
	}
}

func TestChangingWhatWasCaught(t *testing.T) {
	p := sorting(t, account.Caught{Date: "2026-11-20", Text: "Graag vaker langs"}).Press("e", " in 2027", "tab", "right", "tab", "tab", "right", "ctrl+s")
	c := p.Client()
	if x := c.Caught[0]; x.Text != "Graag vaker langs in 2027" || x.With == "" || !x.Shared || x.Date != "2026-11-20" {
		t.Errorf("%+v, said %q", x, p.Notice)
	}
	// Where somebody else changed it meanwhile, nothing is kept unsaid.
	p = sorting(t, account.Caught{Date: "2026-11-20", Text: "Graag vaker langs"}).Press("e", "!")
	c = p.Client()
	c.Caught[0].Text = "Iets anders"
	p.Frame = kittest.With(p.Frame, c)
	if p.Press("ctrl+s"); len(p.Stack) != 2 || !p.Bad {
		t.Errorf("%d screens, said %q", len(p.Stack), p.Notice)
	}
}

func TestTheListLooks(t *testing.T) {
	many := []account.Caught{
		{Date: "2026-11-20", Text: "Op de golfbaan: hij wil één aanspreekpunt, en liefst iemand die ook de mensen op de afdeling kent", With: "KK", KWI: 2, Shared: true},
		{Date: "2026-11-19", Text: "Iets met facturen"}, {Text: "Zonder dag"},
	}
	var b strings.Builder
	for _, size := range [][2]int{{57, 16}, {77, 20}, {117, 36}} {
		for _, tag := range []string{"nl", "en"} {
			c := kittest.NewMedia(t)
			c.Caught = many
			p := kittest.Press(catching.NewList(), kittest.Frame(size[0], size[1], tag, c))
			if tag == "nl" || size[0] == 77 {
				b.WriteString(p.View() + "\n")
			}
		}
	}
	kittest.Golden(t, "list", b.String())
	kittest.Golden(t, "none", sorting(t).View())
	f := kittest.Frame(77, 20, "nl", kittest.NewMedia(t))
	kittest.Golden(t, "line", kittest.Press(catching.Ask(&f, ""), f, "Graag vaker langs @Kees #2").View())
}

// TestALongCaughtSentenceIsReadToItsEnd on a small screen: pgdn scrolls it, and so does nothing
// that moves to the next one.
func TestALongCaughtSentenceIsReadToItsEnd(t *testing.T) {
	t.Parallel()
	for _, n := range []int{1, 9} {
		c := kittest.NewMedia(t)
		for i := range n {
			c.Caught = append(c.Caught, account.Caught{Date: "2026-11-20", With: "KK", Text: strings.Repeat(string(rune('a'+i))+"en zin over facturen die langer duurt. ", 40) + "EINDE."})
		}
		f := kittest.Frame(57, 16, "nl", c)
		p := kittest.Press(catching.NewList(), f)
		seen := p.View()
		for range 12 {
			p.Press("pgdown")
			seen += p.View()
		}
		for _, wants := range []string{"EINDE.", "Kees Klant", "alleen voor ons", "aen zin"} {
			if !strings.Contains(seen, wants) {
				t.Errorf("of %d, %q cannot be read:\n%s", n, wants, seen)
			}
		}
		if p.Press("down"); n > 1 && !strings.Contains(p.View(), "ben zin over facturen die langer duurt. ben zin") {
			t.Errorf("the next begins in its middle:\n%s", p.View())
		}
	}
}

// TestWhatIsUnderstoodIsSeenBelowALongSentence on a small screen.
func TestWhatIsUnderstoodIsSeenBelowALongSentence(t *testing.T) {
	t.Parallel()
	f := kittest.Frame(57, 12, "nl", kittest.NewMedia(t))
	p := kittest.Press(catching.Ask(&f, strings.Repeat("Graag vaker langs. ", 60)), f, strings.Repeat("nog vaker ", 30)+" @Kees #2")
	for _, wants := range []string{"Kees Klant", "02 Inspiratie", "▸"} {
		if !strings.Contains(p.View(), wants) {
			t.Errorf("%q cannot be read:\n%s", wants, p.View())
		}
	}
}
