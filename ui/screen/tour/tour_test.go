package tour_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"kwi/internal/account"
	"kwi/internal/example"
	"kwi/ui/kit"
	"kwi/ui/kit/kittest"
	"kwi/ui/screen/tour"
)

func opened(w, h int, language string) *kittest.Play {
	return kittest.Press(tour.New(kit.Place{}), kittest.Frame(w, h, language, account.Client{}))
}

// TestGoldens are the tour as it opens, and when all of it was seen.
func TestGoldens(t *testing.T) {
	for _, size := range [][2]int{{57, 16}, {77, 20}, {117, 36}, {197, 56}} {
		for _, language := range []string{"nl", "en"} {
			name := fmt.Sprintf("%dx%d-%s", size[0]+3, size[1]+4, language)
			p := opened(size[0], size[1], language)
			kittest.Golden(t, name, p.View())
			p.Press("1", "2", "3", "4", "5", "6", "7", "8")
			kittest.Golden(t, name+"-done", p.View())
		}
	}
}

// TestEveryStopIsInTheExample: each client is there, and has what the stop takes
// in hand.
func TestEveryStopIsInTheExample(t *testing.T) {
	f := example.Portfolio("nl", kittest.Today)
	for _, p := range tour.Places() {
		i := slices.IndexFunc(f.Clients, func(c account.Client) bool { return c.ID == p.Client })
		switch {
		case p.Client == "":
		case i < 0:
			t.Errorf("%+v: no such client", p)
		case len(p.At) == 2 && !awaited(&f.Clients[i], account.Initials(p.At)):
			t.Errorf("%s: %s has no list that is still out", p.Client, p.At)
		}
	}
}

func awaited(c *account.Client, who account.Initials) bool {
	return slices.ContainsFunc(c.Awaited(c.Newest()), func(r account.Respondent) bool { return r.Initials == who })
}

// TestWhatWasSeenIsTicked, and enter, a digit and the arrows do what they say.
func TestWhatWasSeenIsTicked(t *testing.T) {
	p := opened(77, 20, "nl")
	p.Press("enter")
	if p.Out.Go == nil || p.Out.Go.Name != "portfolio" || !p.Out.Over || p.Out.Led == nil {
		t.Errorf("the first stop is %+v", p.Out)
	}
	if v := p.View(); strings.Count(v, "✓") != 1 || !strings.Contains(v, "▸ 2") {
		t.Errorf("one is seen and the next is in hand:\n%s", v)
	}
	p.Press("6")
	if p.Out.Trace == nil || p.Out.On != "newmedia" {
		t.Errorf("the sixth is %+v", p.Out)
	}
	p.Press("up", "up", "up", "enter")
	if p.Out.Go == nil || p.Out.Go.At != "DD" {
		t.Errorf("three before the seventh is %+v", p.Out)
	}
	if n := strings.Count(p.View(), "✓"); n != 3 {
		t.Errorf("%d are ticked:\n%s", n, p.View())
	}
	p.Press("esc")
	if !p.Out.Back || !strings.Contains(p.Out.Notice, "E") {
		t.Errorf("esc leaves and says how to come back: %+v", p.Out)
	}
}
