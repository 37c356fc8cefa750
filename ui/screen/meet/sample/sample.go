// Package sample is the first page of the example monitor: what a client sees
// of a customer value monitor, on one page. Its KWIs stand in the words of the
// client, each with its figure, target and trend; enter turns to one of them.
//
// It draws from what the frame shows of the client, as every page of a meeting.
// It knows the kit and the pure rooms, and no other screen.
package sample

import (
	tea "charm.land/bubbletea/v2"

	"kwi/internal/account"
	"kwi/ui/keys"
	"kwi/ui/kit"
	"kwi/ui/part"
	"kwi/ui/widget"
)

// Screen is the KWI in hand.
type Screen struct{ list widget.List }

// New opens the page at the first KWI.
func New(kit.Place) kit.Screen { return Screen{} }

// Init fetches nothing.
func (s Screen) Init() tea.Cmd { return nil }

// Typing is never so.
func (s Screen) Typing() bool { return false }

// Head tells whose monitor it is, and when its session is.
func (s Screen) Head(f kit.Frame) kit.Head {
	h := kit.Head{Title: f.Client.Name}
	if y := f.Y(); y != nil {
		h.Right = f.T("meet.sample.title") + " " + string(y.Name)
	}
	return h
}

// kwis are what stands on the page.
func kwis(f *kit.Frame) []account.KWI {
	if y := f.Y(); y != nil {
		return y.KWIs
	}
	return nil
}

// Acts are to look at a KWI.
func (s Screen) Acts(f kit.Frame) []kit.Act {
	open := kit.Act{ID: "open", Looks: true, Keys: keys.Open, Name: f.T("meet.sample.open"), Together: true}
	if len(kwis(&f)) == 0 {
		open.Why = f.T("meet.kwi.empty")
	}
	return []kit.Act{open}
}

// Update moves among the KWIs, or turns to one.
func (s Screen) Update(f kit.Frame, msg tea.Msg) (kit.Screen, kit.Outcome) {
	all := kwis(&f)
	if msg == tea.Msg(kit.Do("open")) && len(all) > 0 {
		return s, kit.Goes(kit.Place{Name: kit.MeetKWI, Client: f.Client.ID, Cycle: f.Cycle, At: all[s.list.In(len(all))].Code.String()})
	}
	if way := keys.Move(msg, false); way != keys.None {
		s.list = s.list.Move(way, len(all), len(all))
		return s, kit.Outcome{}
	}
	return s, part.LeavesOn(msg)
}

// MeetingPlace implements kit.Meeter.
func (s Screen) MeetingPlace(f kit.Frame) kit.Place { return kit.Place{Name: kit.MeetSample} }
