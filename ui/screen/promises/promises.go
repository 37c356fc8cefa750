// Package promises is the list of all that is owed to all clients: agreements,
// concepts, conversations, lists, sessions to plan. It is grouped by week, by
// client or by person; of one client it is a page of theirs, by week or by person; something is marked done where it stands, and from each
// item a key leads to its own place. It draws only the rows in view.
//
// It knows the kit and the pure rooms; internal/due decides what is due. It
// must not know where the list comes from (a function is handed in) or any other
// screen (it names a place).
package promises

import (
	"slices"
	"strings"
	"sync/atomic"

	tea "charm.land/bubbletea/v2"

	"kwi/internal/due"
	"kwi/ui/keys"
	"kwi/ui/kit"
	"kwi/ui/part"
	"kwi/ui/widget"
)

// grouping is what the list is grouped by.
type grouping int

const (
	byWeek grouping = iota
	byClient
	byPerson
	groupings
)

func (g grouping) String() string { return [...]string{"week", "client", "person"}[g] }

// Screen is the list as it was fetched, what was marked done since, a cursor and
// a way of looking.
type Screen struct {
	own     bool // of the client in hand alone, whom the frame has
	list    func() ([]due.Client, error)
	asked   *atomic.Uint64 // how often the list was asked for; commands run beside each other
	answer  uint64         // of which asking the clients came
	clients []due.Client
	fetched bool
	err     error

	by     grouping
	mine   bool               // only what the user is to do
	done   map[itemKey]marked // what was marked done here, which stays in its place
	cursor widget.List
	inHand itemKey
	shown  shownList
}

// New makes the screen; list fetches what is to be done for all clients and may
// take a while.
func New(list func() ([]due.Client, error)) kit.Screen {
	return Screen{list: list, asked: new(atomic.Uint64)}
}

// OfClient makes the screen for the client in hand alone.
func OfClient(kit.Place) kit.Screen { return Screen{own: true, fetched: true} }

// listArrived is what list brought, and the number of the asking.
type listArrived struct {
	n       uint64
	clients []due.Client
	err     error
}

// Init fetches the list. It may be asked again at any time: cursor and view
// stay.
func (s Screen) Init() tea.Cmd {
	if s.own {
		return nil
	}
	return s.fetch
}

// fetch counts when it begins to read, so that of two answers that overtake
// each other the later reading wins.
func (s Screen) fetch() tea.Msg {
	n := s.asked.Add(1)
	clients, err := s.list()
	return listArrived{n, clients, err}
}

// Waits reports whether the list has not come yet.
func (s Screen) Waits() bool { return !s.fetched && s.err == nil }

// Typing is never so.
func (s Screen) Typing() bool { return false }

// Head tells how much is open, and how much of it is late.
func (s Screen) Head(f kit.Frame) kit.Head {
	h := kit.Head{Title: f.T("place.promises")}
	if s.own {
		h.Title = widget.TitleOf(f)
	}
	if f.Audience != kit.Manager || !s.fetched {
		return h
	}
	s = s.settled(&f)
	if n := s.shown.counts; n.Open() > 0 {
		h.Right = strings.Join(append(part.CountedParts(&f, n), f.N("promises.open", n.Open())), " "+f.Theme.Glyphs.Dot+" ")
	}
	return h
}

// Acts are what can be done with the item in hand and the list.
func (s Screen) Acts(f kit.Frame) []kit.Act {
	s = s.settled(&f)
	open := kit.Act{ID: "open", Looks: true, Keys: keys.Open, Name: f.T("promises.act.open")}
	done := kit.Act{ID: "done", Keys: keys.Toggle, Name: f.T("promises.act.done")}
	mine := kit.Act{ID: "mine", Looks: true, Keys: keys.Mine, Name: f.T("promises.act.mine")}
	if s.mine {
		mine.Name = f.T("promises.act.all")
	}
	r, ok := s.row()
	switch {
	case !ok:
		open.Why, done.Why = s.nothing(&f), s.nothing(&f)
	case r.done:
		done.Name = f.T("promises.act.reopen")
	case !markable(r.item().Kind):
		done.Why = f.T("promises.why." + r.item().Kind.String())
	}
	if s.fetched && s.err == nil && !ok && !s.mine {
		return nil // there is nothing to do yet
	}
	visit := kit.Act{ID: "visit", Looks: true, Keys: keys.Visit, Name: f.T("place.brief"), Hidden: true}
	if !ok || r.item().Who == "" {
		visit.Why = f.T("promises.why.visit")
	}
	acts := append([]kit.Act{open, done, visit}, widget.Sides(s.groups(&f), s.side())...)
	acts = append(acts, mine)
	if s.err != nil {
		acts = append([]kit.Act{{ID: "again", Looks: true, Keys: keys.LoadAgain, Name: f.T("promises.act.again")}}, acts...)
	}
	return acts
}

// groups are what the ways to group are called.
func (s Screen) groups(f *kit.Frame) (names []string) {
	for _, g := range s.ways() {
		names = append(names, f.T("promises.by."+g.String()))
	}
	return names
}

// ways are the ways to group: one client is not grouped by client.
func (s Screen) ways() []grouping {
	if s.own {
		return []grouping{byWeek, byPerson}
	}
	return []grouping{byWeek, byClient, byPerson}
}

// side is the place of the way in use among them.
func (s Screen) side() int { return slices.Index(s.ways(), s.by) }

// nothing says why there is no item in hand.
func (s Screen) nothing(f *kit.Frame) string {
	switch {
	case s.err != nil && len(s.clients) == 0:
		return f.T("promises.why.unread")
	case s.mine:
		return f.T("promises.none.mine")
	}
	return f.T("promises.none")
}

// Update answers a message.
func (s Screen) Update(f kit.Frame, msg tea.Msg) (kit.Screen, kit.Outcome) {
	s = s.settled(&f)
	if at, turned := widget.Turned(msg, s.side(), len(s.ways())); turned {
		s.by = s.ways()[at]
		return s.arranged(&f), kit.Outcome{}
	}
	switch msg := msg.(type) {
	case listArrived:
		return s.take(&f, msg), kit.Outcome{}
	case kit.Do:
		return s.do(&f, msg)
	case tea.KeyPressMsg:
		if way := keys.Move(msg, false); way != keys.None {
			return s.moved(&f, way), kit.Outcome{}
		}
	}
	return s, part.LeavesOn(msg)
}

// moved is the screen with the cursor gone one way.
func (s Screen) moved(f *kit.Frame, way keys.Way) Screen {
	rows := s.shown.rows
	s.cursor = s.cursor.MoveOver(way, len(rows), s.visible(f), func(i int) bool { return rows[i].head })
	if r, ok := s.row(); ok {
		s.inHand = r.key()
	}
	return s
}

// take is the list as it came. A list that could not be read leaves the one
// before it in place.
func (s Screen) take(f *kit.Frame, m listArrived) Screen {
	if m.n < s.answer {
		return s
	}
	s.answer, s.err, s.fetched = m.n, m.err, true
	if m.err != nil {
		return s
	}
	s.clients = m.clients
	return s.arranged(f)
}

func (s Screen) do(f *kit.Frame, act kit.Do) (kit.Screen, kit.Outcome) {
	r, ok := s.row()
	switch act {
	case "open":
		if ok {
			return s, s.goes(part.DuePlace(r.client().ID, r.item()))
		}
	case "done":
		if ok {
			return s.mark(f, r)
		}
	case "visit":
		if ok && r.item().Who != "" {
			return s, s.goes(kit.Place{Name: "brief", Client: r.client().ID, At: string(r.item().Who)})
		}
	case "mine":
		if out, ask := part.AskMe(f, act); ask && !s.mine {
			return s, out
		}
		s.mine = !s.mine
		return s.arranged(f), kit.Outcome{}
	case "again":
		return s, kit.Outcome{Run: s.fetch}
	}
	return s, kit.Outcome{}
}

// goes is the way to a place. From a page of one client esc leads back to it, as it
// does from the list of all.
func (s Screen) goes(p kit.Place) kit.Outcome {
	out := kit.Goes(p)
	out.Over = s.own
	return out
}

// MeetingPlace implements kit.Meeter: it is the client of the item in hand whom
// one meets.
func (s Screen) MeetingPlace(f kit.Frame) kit.Place {
	if r, ok := s.settled(&f).row(); ok {
		return kit.Place{Client: r.of.ID}
	}
	return kit.Place{}
}
