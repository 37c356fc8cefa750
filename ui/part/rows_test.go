package part_test

import (
	"strings"
	"testing"

	"kwi/internal/account"
	"kwi/ui/kit"
	"kwi/ui/kit/kittest"
	"kwi/ui/part"
)

// TestRowsTakeTheNarrowLettersBeforeNone: where the usual letters are too wide for
// the longest row, all rows are in narrow ones, and no row is wider than its room.
func TestRowsTakeTheNarrowLettersBeforeNone(t *testing.T) {
	f := kittest.Frame(116, 36, "nl", kittest.NewMedia(t), kittest.Together)
	for _, one := range []struct {
		text   string
		drawn  bool
		narrow bool
	}{{"Hoofd inkoop", true, false}, {"Manager informatievoorziening", true, true}, {strings.Repeat("informatie", 9), false, false}} {
		rows := []part.LargeRow{{Sign: "1 ○", Text: "Kees"}, {Sign: "2 ○", Text: one.text}, {Sign: "g ○", Text: "ook anderen"}}
		lines, ok := part.LargeRows(&f, 1, rows, 112, 26)
		if text := strings.Join(lines, "\n"); ok != one.drawn || ok && strings.ContainsAny(text, "▞▚▙▟") != one.narrow {
			t.Errorf("%s: drawn %v\n%s", one.text, ok, text)
		}
		kittest.Fits(t, f, kit.Page{Body: strings.Join(lines, "\n")})
	}
}

// TestWhoSitsHereIsReadAcrossARoom: with five people the title gives way to the rows.
func TestWhoSitsHereIsReadAcrossARoom(t *testing.T) {
	c := kittest.NewMedia(t)
	for _, size := range [][2]int{{117, 36}, {197, 56}} {
		f := kittest.Frame(size[0], size[1], "nl", c, kittest.Together)
		v := part.NewAttendance(account.Room{}).View(f)
		kittest.Fits(t, f, v)
		for _, r := range c.Respondents {
			if strings.Contains(v.Body, part.NameOf(&f, r.Initials)) {
				t.Errorf("in %d×%d %s is in ordinary letters:\n%s", size[0], size[1], r.Initials, v.Body)
			}
		}
	}
}
