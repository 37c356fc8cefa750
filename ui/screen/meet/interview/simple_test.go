package interview

import (
	"strings"
	"testing"

	"kwi/internal/account"
	"kwi/ui/kit"
	"kwi/ui/kit/kittest"
)

// twoPeople is the talk of the simple approach, whose contact asked nothing yet.
func twoPeople(w, h int, language string, keys ...string) *kittest.Play {
	c := client()
	c.Approach = account.Simple
	y := c.Newest()
	y.KWIs, y.Assigned, y.Notes, y.NotExpected = nil, nil, nil, nil
	p := kittest.Start(New(kit.Place{}), kittest.Frame(w, h, language, c, kittest.Room("KK")), c)
	return p.Send(kit.Aim("KK")).Press(keys...)
}

// TestTheTalkOfTwoPeople begins with what to ask, needs no KWI for it, and has
// four pages.
func TestTheTalkOfTwoPeople(t *testing.T) {
	p := twoPeople(77, 20, "nl", "'Wij weten wie er begint.", "enter", "'Alles komt terug.", "enter")
	if k := now(p).WishOf("KK"); k == nil || len(k.Questions) != 3 {
		t.Fatalf("they asked %+v", now(p).KWIs)
	}
	for _, want := range []page{declining, reading, closing, closing} {
		if p.Press("pgdown"); p.Top().(Screen).page != want {
			t.Errorf("turned to %s, want %s", p.Top().(Screen).page.name(), want.name())
		}
	}
	if p.Press("pgup", "pgup", "pgup", "pgup"); p.Top().(Screen).page != asking {
		t.Errorf("turned back to %s", p.Top().(Screen).page.name())
	}
	if p.Send(kit.Aim("KK/ranking")); p.Top().(Screen).page != asking {
		t.Errorf("led to %s, which is none of it", p.Top().(Screen).page.name())
	}
	for _, keys := range [][]string{nil, {"pgdown"}, {"pgdown", "pgdown"}, {"pgdown", "pgdown", "pgdown"}} {
		if page := twoPeople(77, 20, "nl", keys...).View(); strings.Contains(page, "KWI") || strings.Contains(page, "concept") {
			t.Errorf("after %v it speaks of what they need not know:\n%s", keys, page)
		}
	}
}

func TestLooksOfTheTalkOfTwoPeople(t *testing.T) {
	for size, s := range map[string][2]int{"60x20": {57, 16}, "80x24": {77, 20}, "120x40": {117, 36}} {
		for _, language := range []string{"nl", "en"} {
			kittest.Golden(t, "simple-"+size+"-"+language, twoPeople(s[0], s[1], language, "'Alles komt terug.", "enter").View())
		}
	}
}
