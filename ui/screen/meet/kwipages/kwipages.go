// Package kwipages is the meeting page that goes through the KWIs, one at a
// time: what the client expects in their own words, the figure, how it went,
// and what was agreed. It knows the kit and the pure rooms, and no other
// screen.
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
	"kwi/ui/part/agree"
)

// Screen is the KWI in hand, and which of its sheets.
type Screen struct {
	code  account.KWICode
	sheet int
	whole bool // there is one sheet only, in a second window
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

// Head tells which of how many KWIs this is, and that there is more of it.
func (s Screen) Head(f kit.Frame) kit.Head {
	h := kit.Head{Title: f.Client.Name}
	i := s.at(&f)
	if i < 0 {
		return h
	}
	h.Right = f.T("meet.of", f.Words.Int(i+1), f.Words.Int(len(f.Y().KWIs)))
	all := len(s.sheets(&f, i))
	return part.GoesOn(h, s.on(all), all)
}

// on is which of so many sheets is in hand.
func (s Screen) on(all int) int { return max(min(s.sheet, all-1), 0) }

// MeetingPlace implements kit.Meeter.
func (s Screen) MeetingPlace(f kit.Frame) kit.Place {
	p := kit.Place{Name: kit.MeetKWI}
	if i := s.at(&f); i >= 0 {
		all := len(s.sheets(&f, i))
		p.At = part.Sheet{N: s.on(all) + 1, Of: all}.Tell(f.Y().KWIs[i].Code.String())
	}
	return p
}

// aim takes a KWI in hand, or one of its sheets. Where nobody could turn to the
// next, and no sheet is told, all that matters stands on one.
func (s Screen) aim(f *kit.Frame, to string) Screen {
	at, sheet := part.CutSheet(to)
	code, ok := account.ParseKWICode(at)
	if !ok || f.Y().KWI(code) == nil {
		return s
	}
	s = Screen{code: code, whole: f.Shows && sheet == part.Sheet{}}
	s.sheet = sheet.Among(len(s.sheets(f, s.at(f))))
	return s
}

// Acts are to go on and back, through the sheets of a KWI and on to the next
// one, and a new agreement.
func (s Screen) Acts(f kit.Frame) []kit.Act {
	acts := []kit.Act{
		{ID: "next", Looks: true, Keys: keys.NextSheet, Name: f.T("meet.act.next"), Together: true},
		{ID: "before", Looks: true, Keys: keys.LastSheet, Name: f.T("meet.act.before"), Together: true},
		{ID: "new", Keys: keys.New, Name: f.T("meet.agree.new"), Together: true},
	}
	i := s.at(&f)
	for n := range acts {
		switch {
		case i < 0:
			acts[n].Why = f.T("meet.kwi.empty")
		case n < 2 && len(f.Y().KWIs) < 2 && len(s.sheets(&f, i)) < 2:
			acts[n].Why = f.T("meet.kwi.alone")
		}
	}
	return acts
}

// turned is another sheet of the KWI in hand, or where there is none left the
// KWI next to it: going back on its last sheet.
func (s Screen) turned(f *kit.Frame, by int) Screen {
	all, i := f.Y().KWIs, s.at(f)
	n := len(s.sheets(f, i))
	if sheet := s.on(n) + by; sheet >= 0 && sheet < n {
		s.sheet = sheet
		return s
	}
	i = (i + by + len(all)) % len(all)
	s = Screen{code: all[i].Code}
	if by < 0 {
		s.sheet = len(s.sheets(f, i)) - 1
	}
	return s
}

// Update turns to another sheet, or to another KWI.
func (s Screen) Update(f kit.Frame, msg tea.Msg) (kit.Screen, kit.Outcome) {
	i := s.at(&f)
	if i < 0 {
		return s, part.LeavesOn(msg)
	}
	kwis := f.Y().KWIs
	switch msg := msg.(type) {
	case agree.Added:
		s.sheet = len(s.sheets(&f, i)) - 1
		return s, kit.Outcome{}
	case kit.Aim:
		return s.aim(&f, string(msg)), kit.Outcome{}
	}
	switch msg {
	case kit.Do("next"):
		return s.turned(&f, 1), kit.Outcome{}
	case kit.Do("before"):
		return s.turned(&f, -1), kit.Outcome{}
	case kit.Do("new"):
		return s, kit.Outcome{Ask: agree.Together(&f, account.Action{KWI: kwis[i].Code, Side: account.SupplierSide}, true)}
	}
	var to int
	switch keys.Move(msg, false) {
	case keys.Down, keys.PageDown:
		to = (i + 1) % len(kwis)
	case keys.Up, keys.PageUp:
		to = (i + len(kwis) - 1) % len(kwis)
	case keys.Home:
		to = 0
	case keys.End:
		to = len(kwis) - 1
	default:
		return s, part.LeavesOn(msg)
	}
	return Screen{code: kwis[to].Code}, kit.Outcome{}
}
