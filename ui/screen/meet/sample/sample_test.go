package sample_test

import (
	"fmt"
	"strings"
	"testing"

	"kwi/internal/account"
	"kwi/internal/example"
	"kwi/ui/kit"
	"kwi/ui/kit/kittest"
	"kwi/ui/screen/meet/sample"
)

// monitor is the client of the example monitor.
func monitor(language string) account.Client {
	return example.Monitor(language, kittest.Today).Clients[0]
}

func TestGoldens(t *testing.T) {
	for _, language := range []string{"nl", "en"} {
		for _, size := range [][2]int{{57, 16}, {77, 20}, {117, 36}, {197, 56}} {
			f := kittest.Frame(size[0], size[1], language, monitor(language), kittest.Together)
			p := sample.New(kit.Place{}).View(f)
			kittest.Fits(t, f, p)
			kittest.Golden(t, fmt.Sprintf("%s-%dx%d", language, size[0], size[1]), kittest.Show(p))
		}
	}
}

// TestAKWIIsTurnedTo: the one in hand is read whole, and enter turns to it.
func TestAKWIIsTurnedTo(t *testing.T) {
	p := kittest.Press(sample.New(kit.Place{}), kittest.Frame(77, 20, "nl", monitor("nl"), kittest.Together), "down", "down")
	if !strings.Contains(p.View(), "niet als het al klaar is.”") {
		t.Errorf("the KWI in hand is cut:\n%s", p.View())
	}
	p.Press("enter")
	if out := p.Outs[len(p.Outs)-1]; out.Go == nil || out.Go.Name != kit.MeetKWI || out.Go.At != "KWI-03" {
		t.Errorf("enter leads to %+v", out.Go)
	}
}

// TestWithoutKWIsItStands: whatever is opened, nothing falls.
func TestWithoutKWIsItStands(t *testing.T) {
	c := monitor("nl")
	c.Newest().KWIs = nil
	for _, c := range []account.Client{c, {ID: "x", Name: "X"}} {
		p := kittest.Press(sample.New(kit.Place{}), kittest.Frame(77, 20, "nl", c, kittest.Together), "enter", "down")
		if len(p.View()) == 0 {
			t.Error("nothing is drawn")
		}
	}
}
