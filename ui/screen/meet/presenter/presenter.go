// Package presenter is the meeting page of the session, from the welcome to
// what is agreed: one thing on a page, large, and page after page. What is
// caught on the way is in the cycle at once.
//
// Pages stand only for what is there: without scores no figure, without
// remarks no remark. It draws from what the frame shows of the client and from
// Frame.Scores. It knows the kit and the pure rooms, and no other screen.
package presenter

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"kwi/internal/account"
	"kwi/ui/keys"
	"kwi/ui/kit"
	"kwi/ui/part"
	"kwi/ui/widget"
)

// Screen is where the session is.
type Screen struct {
	at    string // the page in hand, by its place
	was   int    // where that stood among the pages
	list  widget.List
	form  widget.Form
	clock clock
	seats seats
	asked bool   // who sits here was asked once
	fills string // the agreement whose person and date are being filled in on its page
}

// New opens the session at its first page.
func New(kit.Place) kit.Screen { return Screen{} }

// Init fetches nothing.
func (s Screen) Init() tea.Cmd { return nil }

// Typing reports whether letters are text now.
func (s Screen) Typing() bool { return s.form.Typing() }

// Stays implements kit.Stayer: the clock goes on, whoever comes in.
func (s Screen) Stays() kit.Screen { return Screen{clock: s.clock, asked: s.asked} }

// Head tells the part of the session that one is at, and how long it takes.
func (s Screen) Head(f kit.Frame) kit.Head {
	h := kit.Head{Title: f.Client.Name}
	if p, ok := s.page(&f); ok {
		h.Right = f.T("meet.session.item."+string(p.item)) + s.clock.text(&f, p.item)
	}
	return h
}

// MeetingPlace implements kit.Meeter.
func (s Screen) MeetingPlace(f kit.Frame) kit.Place {
	at := kit.Place{Name: kit.MeetSession}
	if p, ok := s.page(&f); ok {
		at.At = p.place()
	}
	return at
}

// page is the page in hand. One that has gone leaves one where it was.
func (s *Screen) page(f *kit.Frame) (page, bool) {
	all := pages(f)
	if len(all) == 0 {
		return page{}, false
	}
	return all[s.index(all)], true
}

func (s *Screen) index(all []page) int {
	if i := slices.IndexFunc(all, func(p page) bool { return p.place() == s.at }); i >= 0 {
		return i
	}
	return min(s.was, len(all)-1)
}

// Update answers a message.
func (s Screen) Update(f kit.Frame, msg tea.Msg) (kit.Screen, kit.Outcome) {
	all := pages(&f)
	if len(all) == 0 {
		return s, part.LeavesOn(msg)
	}
	if aim, is := msg.(kit.Aim); is {
		return s.aimed(&f, all, string(aim)), kit.Outcome{}
	}
	i := s.index(all)
	p := all[i]
	if s.at != p.place() {
		s = s.opened(&f, p, i)
	}
	s.clock = s.clock.at(f.Now, p.item)
	s.seats = s.seats.seen(&f)
	switch msg {
	case kit.Do("onwards"):
		return s.turned(&f, all, i+1)
	case kit.Do("backwards"):
		return s.turned(&f, all, i-1)
	}
	if out, mine := s.command(&f, p, msg); mine {
		return s, out
	}
	return s.onPage(&f, p, msg)
}

// aimed is the session at a page, or at the page of a KWI or an agreement.
func (s Screen) aimed(f *kit.Frame, all []page, at string) Screen {
	for i, p := range all {
		if p.place() == at || p.of == at && at != "" {
			return s.opened(f, p, i)
		}
	}
	return s
}

// opened is a page as one comes to it: where something is to be written, the
// line for it is open.
func (s Screen) opened(f *kit.Frame, p page, i int) Screen {
	s.at, s.was, s.list, s.fills = p.place(), i, widget.List{}, ""
	s.clock = s.clock.at(f.Now, p.item)
	s.form = widget.Form{Together: true, Filling: true, Of: s.at}
	if p.kind == agreedPage && runs(f) {
		if _, a := f.Client.Action(p.of); a != nil && a.Lacks() {
			s.fills = p.of
		}
	}
	if fields := s.fields(f, p); len(fields) > 0 {
		s.form = s.form.On(begin(fields)).Begin(*f, fields)
	}
	return s
}

// turned turns to another page, with what is being typed kept. On leaving the
// welcome it is known who sits here.
func (s Screen) turned(f *kit.Frame, all []page, to int) (kit.Screen, kit.Outcome) {
	from := all[s.index(all)]
	out := kit.Outcome{}
	if s.form.Typing() {
		s.form, out, _ = s.form.Update(*f, s.fields(f, from), widget.DoDone)
		if s.form.Typing() {
			return s, out // it cannot be kept
		}
	}
	if to < 0 || to >= len(all) {
		return s, out
	}
	s = s.opened(f, all[to], to)
	if from.kind == presentPage {
		return s.seated(f, out)
	}
	if from.item == account.Welcome && all[to].item != account.Welcome && !f.Room.Known && !s.asked {
		s.asked = true
		out.Ask = part.NewAttendance(f.Room)
	}
	return s, out
}

// onPage answers what is left of the messages on the page in hand.
func (s Screen) onPage(f *kit.Frame, p page, msg tea.Msg) (kit.Screen, kit.Outcome) {
	if fields := s.fields(f, p); len(fields) > 0 {
		return s.filled(f, p, fields, msg)
	}
	if n := s.rows(f, p); n > 0 {
		if way := keys.Move(msg, false); way == keys.Up || way == keys.Down || way == keys.Home || way == keys.End {
			s.list = s.list.Move(way, n, n)
			return s, kit.Outcome{}
		}
	}
	return s, part.LeavesOn(msg)
}

// rows is how many things of the page one can have in hand.
func (s *Screen) rows(f *kit.Frame, p page) int {
	switch p.kind {
	case presentPage:
		return len(s.seats.all(f))
	case agendaPage:
		return len(account.AgendaItems())
	case countPage:
		return len(f.Y().Meeting.Ideas)
	case listPage:
		return len(toDo(f))
	case nextPage:
		return len(f.Y().Meeting.Next)
	}
	return 0
}

// runs reports whether anything can be caught: the session is going on.
func runs(f *kit.Frame) bool { return f.Y() != nil && f.Y().Stage == account.Session }
