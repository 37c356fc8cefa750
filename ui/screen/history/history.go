// Package history is the list of what was done, newest first: to a client, when
// and in which window, with what each step changed, and the way to take it back;
// or, where no client is in hand, over all clients and what the supplier keeps
// of its own. With the client watching nothing of it is there.
//
// It knows the kit and the pure rooms; the frame brings what was done to the
// client in hand, and a function what was done to all. It must not know any
// other screen, the desk or the store.
package history

import (
	"strings"
	"sync/atomic"

	tea "charm.land/bubbletea/v2"

	"kwi/internal/hand"
	"kwi/ui/keys"
	"kwi/ui/kit"
	"kwi/ui/part"
	"kwi/ui/widget"
)

// Screen is a cursor, and whether what the step in hand changed is read. Over
// all clients it is also the list as it was fetched.
type Screen struct {
	client  string // "" is all of them
	list    func() ([]hand.Happened, error)
	asked   *atomic.Uint64 // how often the list was asked for; commands run beside each other
	answer  uint64         // of which asking the list came
	all     []hand.Happened
	fetched bool
	err     error

	cursor  widget.List
	reading bool
	scroll  widget.Scroll
}

// With makes the screen; list fetches what was done over all clients and may
// take a while.
func With(list func() ([]hand.Happened, error)) func(kit.Place) kit.Screen {
	return func(p kit.Place) kit.Screen {
		return Screen{client: p.Client, list: list, asked: new(atomic.Uint64)}
	}
}

// backTo begins the At of a place where what is in hand is to be taken back.
const backTo = "back/"

// listArrived is what list brought, and the number of the asking.
type listArrived struct {
	n   uint64
	all []hand.Happened
	err error
}

// Init fetches the list over all clients.
func (s Screen) Init() tea.Cmd {
	if s.client != "" {
		return nil
	}
	return s.fetch
}

func (s Screen) fetch() tea.Msg {
	n := s.asked.Add(1)
	if s.list == nil {
		return listArrived{n: n}
	}
	all, err := s.list()
	return listArrived{n, all, err}
}

// Waits reports whether the list has not come yet.
func (s Screen) Waits() bool { return s.client == "" && !s.fetched && s.err == nil }

// Typing is never so.
func (s Screen) Typing() bool { return false }

// Head says whose history it is.
func (s Screen) Head(f kit.Frame) kit.Head {
	h := kit.Head{Title: f.T("place.history")}
	if f.Audience != kit.Manager {
		return h
	}
	if s.client != "" {
		h = kit.Head{Title: f.Client.Name, Tail: " " + f.Theme.Glyphs.Dot + " " + f.T("place.history")}
	}
	if n := len(s.deeds(&f)); n > 0 {
		h.Right = f.N("history.count", n)
	}
	return h
}

// deeds are what was done, newest first.
func (s Screen) deeds(f *kit.Frame) []hand.Happened {
	switch {
	case f.Audience != kit.Manager:
		return nil
	case s.client == "":
		return s.all
	}
	out := make([]hand.Happened, len(f.History))
	for i, d := range f.History {
		out[i] = hand.Happened{Client: s.client, Name: f.Client.Name, Deed: d}
	}
	return out
}

// rows are the deeds with the days above them, the cursor on the one it was on.
func (s Screen) rows(f *kit.Frame) ([]listRow, Screen) {
	rows := rowsOf(f, s.deeds(f))
	names := make([]string, len(rows))
	for i, r := range rows {
		names[i] = r.key()
	}
	s.cursor = s.cursor.Hold(names)
	s.cursor = s.cursor.MoveOver(keys.None, len(rows), s.visible(f, len(rows)), func(i int) bool { return rows[i].deed == nil })
	return rows, s
}

// row is the deed in hand.
func (s Screen) row(f *kit.Frame) (listRow, bool) {
	rows, s := s.rows(f)
	if len(rows) == 0 {
		return listRow{}, false
	}
	r := rows[s.cursor.In(len(rows))]
	return r, r.deed != nil
}

// Acts are to look what the step in hand changed, and to take it back.
func (s Screen) Acts(f kit.Frame) []kit.Act {
	r, ok := s.row(&f)
	if !ok && s.err == nil {
		return nil
	}
	open := kit.Act{ID: "open", Looks: true, Keys: keys.Open, Name: f.T("history.act.open")}
	back := kit.Act{ID: "back", Keys: keys.TakeBack, Name: f.T("history.act.back")}
	switch {
	case !ok:
		open.Why, back.Why = f.T("history.empty"), f.T("history.empty")
	case s.client == "" && r.of.Client != "":
		open.Name = f.T("history.act.client")
	case s.reading:
		open.Name = f.T("history.act.list")
	}
	if ok {
		back.Why = whyNot(&f, r.deed)
	}
	acts := []kit.Act{open, back}
	if s.err != nil {
		acts = append([]kit.Act{{ID: "again", Looks: true, Keys: keys.LoadAgain, Name: f.T("promises.act.again")}}, acts...)
	}
	return acts
}

// whyNot is why a deed can be taken back in no way, "" where it can.
func whyNot(f *kit.Frame, d *hand.Deed) string {
	switch {
	case d.Kind == hand.Noted:
		return f.T("history.why.noted")
	case d.Stands():
		return ""
	case d.Back.ID != "":
		return f.T("history.why.back")
	}
	return f.T("history.why.old")
}

// Update answers a message.
func (s Screen) Update(f kit.Frame, msg tea.Msg) (kit.Screen, kit.Outcome) {
	if f.Audience != kit.Manager {
		return s, part.LeavesOn(msg)
	}
	switch msg := msg.(type) {
	case listArrived:
		if msg.n >= s.answer {
			s.answer, s.err, s.fetched = msg.n, msg.err, true
			if msg.err == nil {
				s.all = msg.all
			}
		}
		return s, kit.Outcome{}
	case kit.Aim:
		return s.aimed(&f, string(msg))
	case kit.Do:
		return s.do(&f, msg)
	case tea.KeyPressMsg:
		if s.reading && (keys.Pressed(msg, keys.Back) || keys.Pressed(msg, keys.Of(keys.Left))) {
			s.reading, s.scroll = false, 0
			return s, kit.Outcome{}
		}
		if way := keys.Move(msg, false); way != keys.None {
			return s.moved(&f, way, msg), kit.Outcome{}
		}
	}
	return s, part.LeavesOn(msg)
}

// aimed takes the deed of a step in hand.
func (s Screen) aimed(f *kit.Frame, at string) (kit.Screen, kit.Outcome) {
	id, back := strings.CutPrefix(at, backTo)
	s.cursor, s.reading, s.scroll = widget.ListOn(id), false, 0
	if r, ok := s.row(f); ok && back && r.key() == id && r.deed.Stands() {
		return s, kit.Outcome{Ask: askBack(f, s.deeds(f), r)}
	}
	return s, kit.Outcome{}
}

func (s Screen) moved(f *kit.Frame, way keys.Way, msg tea.Msg) Screen {
	rows, s := s.rows(f)
	if s.reading {
		if r, ok := s.row(f); ok {
			s.scroll = s.scroll.Update(s.read(f, r, f.W), f.W, f.H-1, msg, false)
		}
		return s
	}
	s.cursor = s.cursor.MoveOver(way, len(rows), s.visible(f, len(rows)), func(i int) bool { return rows[i].deed == nil })
	_, s = s.rows(f)
	return s
}

func (s Screen) do(f *kit.Frame, act kit.Do) (kit.Screen, kit.Outcome) {
	if act == "again" {
		return s, kit.Outcome{Run: s.fetch}
	}
	r, ok := s.row(f)
	if !ok {
		return s, kit.Outcome{}
	}
	elsewhere := s.client == "" && r.of.Client != ""
	switch {
	case act == "open" && elsewhere:
		return s, kit.Outcome{Go: &kit.Place{Name: "history", Client: r.of.Client, At: r.key()}, Over: true}
	case act == "open":
		s.reading, s.scroll = !s.reading, 0
	case act == "back" && elsewhere:
		return s, kit.Outcome{Go: &kit.Place{Name: "history", Client: r.of.Client, At: backTo + r.key()}, Over: true}
	case act == "back":
		return s, kit.Outcome{Ask: askBack(f, s.deeds(f), r)}
	}
	return s, kit.Outcome{}
}

// MeetingPlace implements kit.Meeter: it is the client of the row in hand whom
// one meets.
func (s Screen) MeetingPlace(f kit.Frame) kit.Place {
	if r, ok := s.row(&f); ok {
		return kit.Place{Client: r.of.Client}
	}
	return kit.Place{}
}

// Bare implements kit.Barer: nothing was done yet.
func (s Screen) Bare(f kit.Frame) bool { return s.client == "" && s.fetched && len(s.all) == 0 }
