// Package kwipages is the meeting page that goes through the KWIs, one at a
// time: what the client expects in their own words, the figure, and what was
// done and agreed. It knows the kit and the pure rooms, and no other screen.
//
// It draws from what the frame shows of the client and from Frame.Scores,
// which has no figure of a cycle whose outcome is not everybody's yet.
package kwipages

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"kwi/internal/account"
	"kwi/ui/keys"
	"kwi/ui/kit"
	"kwi/ui/part"
)

// Screen is the KWI in hand, and the sheet of it: one with long words takes
// several.
type Screen struct {
	code  account.KWICode
	sheet int
	whole bool // it stands on one sheet, whatever its letters
}

// New opens the page at the first KWI.
func New(kit.Place) kit.Screen { return Screen{} }

// Init fetches nothing.
func (s Screen) Init() tea.Cmd { return nil }

// Typing is never so.
func (s Screen) Typing() bool { return false }

// at is which of the KWIs is in hand, -1 where there is none.
func (s Screen) at(f *kit.Frame) int {
	y := f.Y()
	if y == nil || len(y.KWIs) == 0 {
		return -1
	}
	return max(slices.IndexFunc(y.KWIs, func(k account.KWI) bool { return k.Code == s.code }), 0)
}

// Head tells which of how many KWIs this is.
func (s Screen) Head(f kit.Frame) kit.Head {
	h := kit.Head{Title: f.Client.Name}
	if i := s.at(&f); i >= 0 {
		h.Right = f.T("meet.of", f.Words.Int(i+1), f.Words.Int(len(f.Y().KWIs)))
	}
	return h
}

// MeetingPlace implements kit.Meeter.
func (s Screen) MeetingPlace(f kit.Frame) kit.Place {
	p := kit.Place{Name: kit.MeetKWI}
	if i := s.at(&f); i >= 0 {
		p.At = part.Sheet{N: s.sheet + 1, Of: len(s.sheets(&f))}.Tell(f.Y().KWIs[i].Code.String())
	}
	return p
}

// Acts are the next KWI and the one before, and what was agreed.
func (s Screen) Acts(f kit.Frame) []kit.Act {
	next := kit.Act{ID: "next", Keys: keys.NextKWI, Name: f.T("meet.act.next"), Together: true}
	before := kit.Act{ID: "before", Keys: keys.LastKWI, Name: f.T("meet.act.before"), Together: true}
	if y := f.Y(); y == nil || len(y.KWIs) < 2 && len(s.sheets(&f)) < 2 {
		next.Why = f.T("meet.kwi.alone")
		before.Why = next.Why
	}
	return []kit.Act{next, before}
}

// turned is another sheet of the KWI in hand, or where there is none left the
// KWI next to it: going back on its last sheet.
func (s Screen) turned(f *kit.Frame, by int) Screen {
	all := f.Y().KWIs
	if sheet := s.sheet + by; sheet >= 0 && sheet < len(s.sheets(f)) {
		s.sheet = sheet
		return s
	}
	s = Screen{code: all[(s.at(f)+by+len(all))%len(all)].Code}
	if by < 0 {
		s.sheet = len(s.sheets(f)) - 1
	}
	return s
}

// Update turns to another sheet, or to another KWI.
func (s Screen) Update(f kit.Frame, msg tea.Msg) (kit.Screen, kit.Outcome) {
	i := s.at(&f)
	if i < 0 {
		return s, part.LeavesOn(msg)
	}
	n := len(f.Y().KWIs)
	turn := func(to int) (kit.Screen, kit.Outcome) {
		return Screen{code: f.Y().KWIs[(to+n)%n].Code}, kit.Outcome{}
	}
	s.sheet = min(s.sheet, len(s.sheets(&f))-1)
	switch msg := msg.(type) {
	case kit.Aim:
		at, sheet := part.CutSheet(string(msg))
		if code, ok := account.ParseKWICode(at); ok && f.Y().KWI(code) != nil {
			s = Screen{code: code}
			s.whole = f.Shows && sheet == part.Sheet{} // nobody could turn to the next
			s.sheet = sheet.Among(len(s.sheets(&f)))
		}
		return s, kit.Outcome{}
	case kit.Do:
		if msg == "next" {
			return s.turned(&f, 1), kit.Outcome{}
		}
		return s.turned(&f, -1), kit.Outcome{}
	}
	switch keys.Move(msg, false) {
	case keys.Down, keys.PageDown:
		return turn(i + 1)
	case keys.Up, keys.PageUp:
		return turn(i - 1)
	case keys.Home:
		return turn(0)
	case keys.End:
		return turn(n - 1)
	}
	return s, part.LeavesOn(msg)
}
