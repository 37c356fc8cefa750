// Package portfolio is the first screen: all clients at a glance, what they
// ask for today, and the way to each of them. It draws only the rows in view,
// so ten thousand clients answer a key as quickly as eight do.
//
// It knows the kit and the pure rooms. It must not know where the list comes
// from (a function is handed in) or any other screen (it names a place).
package portfolio

import (
	"sync/atomic"

	tea "charm.land/bubbletea/v2"

	"kwi/internal/portfolio"
	"kwi/ui/editor"
	"kwi/ui/keys"
	"kwi/ui/kit"
	"kwi/ui/widget"
)

// Screen is the list as it was fetched, a cursor, a half-typed filter and a
// way of looking.
type Screen struct {
	list    func() ([]portfolio.Line, error)
	asked   *atomic.Uint64 // how often the list was asked for; commands run beside each other
	answer  uint64         // of which asking lines came
	lines   []portfolio.Line
	fetched bool
	err     error

	order   sortOrder
	archive bool // looks at the clients that are put away
	mine    bool // and only at those that the user answers for
	typing  bool
	filter  editor.Editor
	held    bool // enter was pressed before there was a list
	cursor  widget.List
	shown   shownList
}

// New makes the screen; list fetches all clients and may take a while.
func New(list func() ([]portfolio.Line, error)) kit.Screen {
	return Screen{list: list, asked: new(atomic.Uint64), filter: editor.NewLine("")}
}

// listArrived is what list brought, and the number of the asking.
type listArrived struct {
	n     uint64
	lines []portfolio.Line
	err   error
}

// Init fetches the list. It may be asked again at any time: cursor, filter
// and view stay.
func (s Screen) Init() tea.Cmd { return s.fetch }

// fetch counts when it begins to read, so that of two answers that overtake
// each other the later reading wins.
func (s Screen) fetch() tea.Msg {
	n := s.asked.Add(1)
	lines, err := s.list()
	return listArrived{n, lines, err}
}

// Waits reports whether the list has not come yet.
func (s Screen) Waits() bool { return !s.fetched && s.err == nil }

// Typing reports whether letters go to the filter.
func (s Screen) Typing() bool { return s.typing }

// Head names the supplier and how many clients there are.
func (s Screen) Head(f kit.Frame) kit.Head {
	h := kit.Head{Title: f.Supplier}
	if h.Title == "" {
		h.Title = "kwi"
	}
	if !s.fetched {
		return h
	}
	s = s.settled(&f)
	h.Right = f.N("portfolio.count", s.shown.active)
	if s.archive {
		h.Right = f.N("portfolio.count.archived", len(s.shown.lines)-s.shown.active)
	}
	return h
}

// Acts are what can be done with the list and the client in hand.
func (s Screen) Acts(f kit.Frame) []kit.Act {
	s = s.settled(&f)
	open := kit.Act{ID: "open", Looks: true, Keys: keys.Open, Name: f.T("portfolio.act.open")}
	begin := kit.Act{ID: "new", Keys: keys.New, Name: f.T("portfolio.act.new")}
	if s.fetched && len(s.shown.rows) == 0 {
		open.Why = s.nobody(&f)
	}
	if len(s.lines) == 0 && (s.err != nil || !s.fetched) {
		begin.Why = f.T("portfolio.why.unread")
	}
	if s.typing {
		return append([]kit.Act{
			open,
			{ID: "clear", Keys: keys.Back, Name: f.T("portfolio.act.clear")},
			{ID: "leave", Keys: keys.Next, Name: f.T("portfolio.act.leave")},
			begin,
		}, widget.Undoing(f, s.filter, false)...)
	}
	if s.fetched && s.err == nil && len(s.shown.lines) == 0 {
		acts := []kit.Act{begin} // there is little else to do yet
		if f.Examples {
			acts = append(acts, kit.Act{ID: "example", Looks: true, Keys: keys.Example, Name: f.T("portfolio.act.example")})
		}
		return acts
	}
	away := kit.Act{ID: "away", Keys: keys.Archive, Name: f.T("portfolio.act.away"), Why: open.Why}
	side := kit.Act{ID: "shelf", Looks: true, Keys: keys.Side, Name: f.T("portfolio.act.archive"), Hidden: true}
	if s.archive {
		away.Name, side.Name = f.T("portfolio.act.backagain"), f.T("portfolio.act.clients")
	}
	if s.fetched && s.err == nil && s.emptyArchive() {
		side.Hidden = false
		return []kit.Act{side, begin} // there is nobody to do anything with
	}
	acts := []kit.Act{
		open, begin,
		{ID: "find", Keys: keys.Filter, Name: f.T("portfolio.act.find")},
		{ID: "place.promises", Looks: true, Keys: keys.Promises, Name: f.T("portfolio.act.promises")},
		{ID: "place.scan", Looks: true, Keys: keys.QuickScan, Name: f.T("portfolio.act.scan"), Hidden: true},
		{ID: "order", Looks: true, Keys: keys.Order, Name: f.T("portfolio.act.order")},
		s.mineAct(&f), s.countedAct(&f), away, side,
	}
	if len(f.Team) > 0 {
		acts = append(acts, s.nextChoiceAct(&f))
	}
	if s.err != nil {
		acts = append([]kit.Act{{ID: "again", Looks: true, Keys: keys.LoadAgain, Name: f.T("portfolio.act.again")}}, acts...)
	}
	return acts
}

// mineAct leaves the clients that the user answers for, or shows all again.
func (s Screen) mineAct(f *kit.Frame) kit.Act {
	act := kit.Act{ID: "mine", Looks: true, Keys: keys.Mine, Name: f.T("portfolio.act.mine"), Hidden: true}
	if s.mine {
		act.Name, act.Hidden = f.T("portfolio.act.everybody"), false
	}
	return act
}

// emptyArchive reports whether nobody stands in the archive, which is looked at.
func (s Screen) emptyArchive() bool { return s.archive && len(s.shown.lines) == s.shown.active }

// nobody says why there is no client in hand.
func (s Screen) nobody(f *kit.Frame) string {
	switch {
	case s.mine:
		return f.T("portfolio.none.mine")
	case s.filter.Text() != "" && s.shown.elsewhere > 0 && s.archive:
		return f.N("portfolio.none.active", s.shown.elsewhere)
	case s.filter.Text() != "" && s.shown.elsewhere > 0:
		return f.N("portfolio.none.away", s.shown.elsewhere)
	case s.filter.Text() != "":
		return f.T("portfolio.none.found")
	case s.archive:
		return f.T("portfolio.none.archived")
	}
	return f.T("portfolio.none")
}
