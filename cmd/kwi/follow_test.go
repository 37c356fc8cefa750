package main

import (
	"context"
	"errors"
	"regexp"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"kwi/internal/account"
	"kwi/internal/follow"
	"kwi/store"
	"kwi/ui"
	"kwi/ui/keys"
	"kwi/ui/kit"
)

func TestASecondWindowShowsThePageThatTheFirstIsAt(t *testing.T) {
	s := stocked(t)
	d, p := lead(t, s, 120, 40)
	p.shown("", "")
	d.Press("enter")
	p.shown("", "") // the lists of the measuring are of one person
	d.Press("8")
	p.shown("meet.kwi", "")
	d.Press("down", "down")
	p.shown("meet.kwi", "KWI-03")
	p.see("3 van 5")
	p.titled("kwi – NewMedia – KWI voor KWI")
	p.answers(d)
	d.See("2e scherm: KWI voor KWI · KWI-03")
	d.Press("5", "down")
	p.shown("meet.agreements", "2011-02")
	d.Press("n")
	p.shown("meet.agreements", "2011-02") // below the dialog
	d.Type("Een proef doen")
	d.Press("ctrl+s")
	p.see("2 van 5")
	d.Press("1") // there is no page of that
	p.shown("meet.agreements", "2011-02")
	d.Press("L")
	p.shown("meet.agreements", "")
	d.Press("8")
	p.see("3 of 5")
	d.Press("q")
	p.shown("meet.kwi", "KWI-03")
	d.Press("ctrl+c")
	p.shown("meet.kwi", "KWI-03")
}

func TestNothingOfOnePersonIsShownUntilItWasSaidWhoLooks(t *testing.T) {
	s := stocked(t)
	elsewhere(t, s, func(c *account.Client) error {
		c.Newest().Stage = account.Draft
		return nil
	})
	d, p := lead(t, s, 120, 40)
	d.Press("enter", "8")
	p.shown("", "") // nobody may see a KWI of a draft yet
	d.Press("2")
	p.shown("", "")
	p.answers(d)
	d.See("2e scherm wacht · P wie kijkt er?")
	d.Press("P", "enter")
	p.answers(d)
	d.Miss("2e scherm wacht")
	p.shown("meet.interview", "")
	if !p.page.Room.HearsOnly("AA") {
		t.Errorf("there looks %+v", p.page.Room)
	}
	d.Press("P", "g", "enter")
	if !p.page.Room.Guests {
		t.Error("others look too, and it was not told")
	}
	d.Press("M")
	if p.page.Room.Known {
		t.Error("a meeting begins, and it is known who sits there")
	}
	p.shown("", "")
	d.Press("enter")
	p.shown("", "")
	d.Press("enter")
	p.shown("meet.interview", "AA")
	if !p.page.Room.HearsOnly("AA") {
		t.Errorf("there sits %+v", p.page.Room)
	}
	d.Press("esc", "q")
	leaveMeeting(d)
	p.shown("", "")
	goAlone(d)
	if p.page.Room.Known {
		t.Error("the meeting is over, and it is known who sits there")
	}
}

func TestWhoLooksIsForgottenWhereNobodyFollows(t *testing.T) {
	d, p := lead(t, stocked(t), 80, 24)
	d.Press("enter", "8", "P", "5", "enter")
	if !p.page.Room.Known {
		t.Fatal("it was said who looks")
	}
	d.Send(ui.Followed())
	d.Miss("2e scherm")
	d.Press("P")
	d.Miss("Wie zit hier")
	p.answers(d)
	if p.page.Room.Known {
		t.Error("it is still known")
	}
}

// TestAPageThatIsNoneLeavesTheLast: whatever a window is told.
func TestAPageThatIsNoneLeavesTheLast(t *testing.T) {
	d, p := lead(t, stocked(t), 80, 24)
	d.Press("enter", "8", "down")
	p.shown("meet.kwi", "KWI-02")
	before, good := p.screen(), p.page
	for what, change := range map[string]func(*follow.Page){
		"an unknown place":       func(p *follow.Page) { p.Place = "meet.none" },
		"a place of the manager": func(p *follow.Page) { p.Place = "monitor" },
		"the portfolio":          func(p *follow.Page) { p.Place = "portfolio" },
		"another client":         func(p *follow.Page) { p.Client, p.Place = "other", "" },
		"a KWI that is not":      func(p *follow.Page) { p.At = "KWI-77" },
		"rubbish in hand":        func(p *follow.Page) { p.At = "../../x" },
		"a cycle that is not":    func(p *follow.Page) { p.Cycle = "1999H1" },
		"people of nobody": func(p *follow.Page) {
			p.Room = account.Room{Known: true, Present: []account.Initials{"XX"}}
			p.At = "KWI-03"
		},
		"who sits there not yet": func(p *follow.Page) { p.Place, p.At = "meet.interview", "KK" },
	} {
		page := good
		change(&page)
		p.send(ui.Led(page))
		if p.screen() != before {
			t.Errorf("%s: it shows\n%s", what, p.screen())
		}
	}
	good.At, good.Room = "KWI-03", account.Room{}
	p.send(ui.Led(good))
	p.shown("meet.kwi", "KWI-03")
}

// TestWhoLooksNarrowsWhatStays: the last page stays only as those who look now
// may see it.
func TestWhoLooksNarrowsWhatStays(t *testing.T) {
	_, p := lead(t, stocked(t), 80, 24)
	alone := account.Room{Known: true, Present: []account.Initials{"KK"}}
	p.send(ui.Led(follow.Page{Client: "newmedia", Place: "meet.interview", At: "KK", Room: alone}))
	p.shown("meet.interview", "KK")
	p.send(ui.Led(follow.Page{Client: "newmedia", Place: "monitor", Room: account.Room{}}))
	p.shown("", "")
}

func TestAWindowThatFollowsAnswersNoKey(t *testing.T) {
	d, p := lead(t, stocked(t), 120, 40)
	d.Press("enter", "8", "down")
	before := p.screen()
	for _, key := range []string{"enter", "esc", "q", "M", "1", "right", "x", "ctrl+z", "?", ":", "W", "L", "T", "g"} {
		p.send(keys.Named(key))
		if p.screen() != before {
			t.Fatalf("%s changes it:\n%s", key, p.screen())
		}
	}
	p.send(tea.PasteMsg{Content: "klaar"})
	p.send(tea.MouseClickMsg{X: 3, Y: 39, Button: tea.MouseLeft})
	if p.screen() != before {
		t.Error("a paste or a click changes it")
	}
	v := p.model.View()
	if v.Cursor != nil || v.MouseMode != tea.MouseModeNone {
		t.Errorf("it has caret %v, mouse %v", v.Cursor, v.MouseMode)
	}
	p.send(keys.Named("-"))
	p.send(keys.Named("-"))
	if p.screen() == before {
		t.Error("it is not smaller")
	}
	p.send(keys.Named("ctrl+c"))
	if !p.ended || strings.TrimSpace(p.screen()) != "" {
		t.Error("it does not end on an empty screen")
	}
}

// unread is a store that cannot be read for a while.
type unread struct {
	store.Store
	gone bool
}

func (u *unread) Get(ctx context.Context, keys ...string) ([]store.Record, error) {
	if u.gone {
		return nil, errors.New("read error")
	}
	return u.Store.Get(ctx, keys...)
}

// TestWhatCannotBeReadIsNotShownToOthers: while the store does not answer, those
// who come in see the cover.
func TestWhatCannotBeReadIsNotShownToOthers(t *testing.T) {
	s := &unread{Store: stocked(t)}
	d, p := lead(t, s, 80, 24)
	d.Press("enter", "8", "down")
	s.gone = true
	p.send(ui.Led(follow.Page{Client: "newmedia", Place: "meet.kwi", At: "KWI-03", Room: account.Room{Known: true, Guests: true}}))
	p.shown("", "")
	s.gone = false
	p.send(ui.Clock(day))
	p.shown("meet.kwi", "KWI-03")
}

// openLine is the line that waits to be written, below all others.
var openLine = regexp.MustCompile(`\n +▸( \d+)? *–?$`)

// TestASecondWindowShowsTheSameAsTheFirst: on every page of a meeting, whatever
// is in hand there, what stands on it stands on the second window too.
func TestASecondWindowShowsTheSameAsTheFirst(t *testing.T) {
	t.Parallel()
	goesRoundUnraced(t)
	body := func(screen string, from, to int) string {
		lines := strings.Split(screen, "\n")
		for i := range lines {
			lines[i] = strings.TrimRight(lines[i], " ")
		}
		text := strings.TrimRight(strings.Join(lines[from:min(to, len(lines))], "\n"), "\n")
		text = strings.TrimRight(openLine.ReplaceAllString(text, ""), "\n")
		return strings.ReplaceAll(text, "▸", " ")
	}
	sheets := 0
	for _, size := range [][2]int{{120, 40}, {80, 24}} {
		w, h := size[0], size[1]
		for _, stage := range []account.Stage{account.Draft, account.Test, account.Measure, account.Session} {
			s := stocked(t)
			elsewhere(t, s, func(c *account.Client) error {
				c.Newest().Stage = stage
				return nil
			})
			for _, e := range meetingPages()[1:] {
				p := project(t, s, "newmedia", w, h-2, func(*ui.FollowerConfig) {})
				d := sitWith(t, s, "nl", w, h, func(c *ui.Config) { c.Meeting, c.Start.Client, c.Screens = true, "newmedia", p })
				p.answers(d)
				d.Press("enter", "W", "5", "enter", pageKey(e.Name))
				if e.Name == kit.MeetInterview {
					d.Press("enter", "esc") // nothing is typed
				}
				for n, key := range strings.Fields("right right down down right left up end home tab right down tab tab pgdown right down tab tab right right tab right") {
					d.Press(key)
					if p.shows.Place != e.Name {
						t.Errorf("%v %s, %s at %d: it shows %q", stage, e.Name, key, n, p.shows.Place)
						break
					}
					if strings.Contains(p.shows.At, "/sheet") {
						sheets++
					}
					first, second := body(d.Screen(), 2, h-2), body(p.screen(), 2, h)
					if first != second {
						t.Errorf("%v %s, %s at %d (%s): the first shows\n%s\nand the second\n%s", stage, e.Name, key, n, p.shows.At, first, second)
						break
					}
				}
			}
		}
	}
	if sheets == 0 {
		t.Error("no page takes several sheets")
	}
}
