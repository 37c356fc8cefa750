package kwipages_test

import (
	"strings"
	"testing"

	"kwi/internal/account"
	"kwi/ui/kit"
	"kwi/ui/kit/kittest"
	"kwi/ui/screen/meet/kwipages"
)

// newMedia is the example client before its session, whose first KWI has an
// expectation of so many characters.
func newMedia(t testing.TB, long int) account.Client {
	t.Helper()
	c := kittest.NewMedia(t)
	c.Newest().Stage = account.Session
	words := strings.Repeat("Wie er ook komt werken, kent onze systemen en onze mensen. ", long/50+1)
	c.Newest().KWIs[0].Expectation = words[:long]
	return c
}

// TestAnExpectationIsReadAcrossTheRoom: however long it is, it fills at least
// half of the page in letters of dots.
func TestAnExpectationIsReadAcrossTheRoom(t *testing.T) {
	for _, long := range []int{30, 80, 160, 300, 600} {
		p := kittest.Press(kwipages.New(kit.Place{}), kittest.Frame(77, 20, "nl", newMedia(t, long), kittest.Together))
		rows := 0
		for _, l := range strings.Split(p.View(), "\n") {
			if strings.ContainsAny(l, "▀▄█▌▐▖▗▘▝▙▛▜▟▚▞") {
				rows++
			}
		}
		if rows < 10 {
			t.Errorf("%d characters take %d rows of dots:\n%s", long, rows, p.View())
		}
	}
}

// TestEverySheetIsTurnedTo goes through all sheets of all KWIs and back.
func TestEverySheetIsTurnedTo(t *testing.T) {
	p := kittest.Press(kwipages.New(kit.Place{}), kittest.Frame(57, 16, "nl", newMedia(t, 400), kittest.Together))
	var seen []string
	for range 200 {
		kittest.Fits(t, p.Frame, p.Top().View(p.Frame))
		seen = append(seen, p.View())
		if p.Press("right"); p.View() == seen[0] {
			break
		}
	}
	if len(seen) <= len(p.Frame.Client.Newest().KWIs)+1 || len(seen) == 200 {
		t.Fatalf("%d sheets", len(seen))
	}
	for i := len(seen) - 1; i >= 0; i-- {
		if p.Press("left"); p.View() != seen[i] {
			t.Fatalf("back to sheet %d it is\n%s", i, p.View())
		}
	}
	if p.Press("down"); !strings.Contains(p.Top().Head(p.Frame).Right, "2 van") {
		t.Error("down does not turn to the next KWI")
	}
	if p.Press("up"); p.View() != seen[0] {
		t.Error("up does not turn to the KWI before")
	}
}
