package home_test

import (
	"fmt"
	"strings"
	"testing"

	"kwi/ui/kit"
	"kwi/ui/kit/kittest"
	"kwi/ui/screen/meet/home"
)

var pages = []home.Page{{Name: kit.MeetKWI, Title: kit.MeetKWI}, {Name: kit.MeetAgreements, Title: kit.MeetAgreements}}

func TestGoldens(t *testing.T) {
	for _, size := range []struct {
		w, h int
		lang string
	}{{77, 20, "nl"}, {117, 36, "en"}, {57, 16, "nl"}} {
		c := kittest.NewMedia(t)
		p := kittest.Start(home.With(pages)(kit.Place{}), kittest.Frame(size.w, size.h, size.lang, c, kittest.Room("KK", "AA")), c)
		kittest.Fits(t, p.Frame, p.Press("down").Top().View(p.Frame))
		kittest.Golden(t, fmt.Sprintf("%dx%d-%s", size.w+3, size.h+4, size.lang), p.View())
	}
}

// TestThePagesAreReadAcrossARoom: on a large screen all names are in letters of
// dots, in two columns where they are larger so.
func TestThePagesAreReadAcrossARoom(t *testing.T) {
	var all []home.Page
	for _, name := range []string{kit.MeetInterview, kit.MeetTesting, kit.MeetAnswering, kit.MeetSession, kit.MeetKWI, kit.MeetAgreements} {
		all = append(all, home.Page{Name: name, Title: name})
	}
	c := kittest.NewMedia(t)
	for _, size := range []struct {
		w, h int
		lang string
	}{{117, 36, "nl"}, {197, 56, "nl"}, {117, 36, "en"}} {
		f := kittest.Frame(size.w, size.h, size.lang, c, kittest.Room("KK"))
		v := home.With(all)(kit.Place{}).View(f)
		kittest.Fits(t, f, v)
		kittest.Golden(t, fmt.Sprintf("all-%dx%d-%s", size.w+3, size.h+4, size.lang), v.Body)
		for _, p := range all {
			if strings.Contains(v.Body, f.T(p.Title)) {
				t.Errorf("in %d×%d %q is in ordinary letters", size.w, size.h, f.T(p.Title))
			}
		}
	}
}

func TestEnterOpensThePageInHand(t *testing.T) {
	c := kittest.NewMedia(t)
	p := kittest.Start(home.With(pages)(kit.Place{}), kittest.Frame(77, 20, "nl", c, kittest.Together), c).Press("down", "enter")
	if p.Out.Go == nil || p.Out.Go.Name != kit.MeetAgreements || p.Out.Go.Client != c.ID {
		t.Errorf("it goes to %+v", p.Out.Go)
	}
	if v := p.View(); strings.Contains(v, "Hier zit") {
		t.Errorf("nobody said who sits here:\n%s", v)
	}
	if !p.Press("esc").Left {
		t.Error("esc does not leave")
	}
}
