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

// TestAClickTakesThePageInHandAndOpensIt, in one column and in two.
func TestAClickTakesThePageInHandAndOpensIt(t *testing.T) {
	var all []home.Page
	for _, name := range []string{kit.MeetInterview, kit.MeetTesting, kit.MeetAnswering, kit.MeetSession, kit.MeetKWI, kit.MeetAgreements} {
		all = append(all, home.Page{Name: name, Title: name})
	}
	c := kittest.NewMedia(t)
	for _, size := range []struct{ w, h int }{{77, 20}, {117, 36}} {
		f := kittest.Frame(size.w, size.h, "nl", c, kittest.Together)
		stands := func(s kit.Screen) map[kit.Aim][2]int {
			at := map[kit.Aim][2]int{}
			for y := range size.h {
				for x := range size.w {
					if aim := s.(kit.Aimed).AimAt(f, x, y); aim != "" {
						at[aim] = [2]int{x, y}
					}
				}
			}
			return at
		}
		s := home.With(all)(kit.Place{})
		for aim, at := range stands(s) {
			on, out := s.Update(f, s.(kit.Aimed).AimAt(f, at[0], at[1]))
			if aim == kit.MeetInterview { // is in hand
				if out.Go == nil || out.Go.Name != kit.MeetInterview {
					t.Errorf("%v: it goes to %+v", size, out.Go)
				}
				continue
			}
			if out.Go != nil {
				t.Errorf("%v: %s is opened at once", size, aim)
			}
			if _, out = on.Update(f, kit.Do("open")); out.Go == nil || out.Go.Name != string(aim) {
				t.Errorf("%v: %s was clicked, and %+v is in hand", size, aim, out.Go)
			}
		}
		if n := len(stands(s)); n != len(all) {
			t.Errorf("%v: %d pages can be clicked", size, n)
		}
	}
}
