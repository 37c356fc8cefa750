// Package monitor is the customer value monitor of the cycle in view: the
// scores, how they went over the cycles, one KWI down to its answers, what
// was remarked, what the figures say and what was agreed.
//
// It draws figures from Frame.Scores only, which are made of the whole client
// and withheld where they must be. It changes nothing and knows no other screen.
package monitor

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"kwi/internal/account"
	"kwi/internal/cells"
	"kwi/internal/score"
	"kwi/ui/keys"
	"kwi/ui/kit"
	"kwi/ui/part"
	"kwi/ui/part/became"
	"kwi/ui/widget"
)

// monitorSide is one of the sides of the monitor.
type monitorSide int

const (
	scores monitorSide = iota
	trendSide
	remarks
	saysSide
	actionsSide
	monitorSides
)

func (s monitorSide) String() string {
	return [...]string{"scores", "trend", "remarks", "says", "actions"}[s]
}

// Screen is which side is in front, and a cursor on each.
type Screen struct {
	side     monitorSide
	kwis     widget.List // the KWI in hand among the scores
	trends   widget.List // the same over the cycles, with the total behind them
	top      int         // the first line in view of the remarks
	said     int         // and of what the figures say
	actions  widget.List
	deep     bool        // the KWI in hand is open
	question widget.List // in that KWI
}

// New opens the monitor at its scores.
func New(kit.Place) kit.Screen { return Screen{} }

// Init fetches nothing.
func (s Screen) Init() tea.Cmd { return nil }

// Paper is the monitor for the client.
func (s Screen) Paper(kit.Frame) kit.Paper { return kit.Paper{Name: "monitor"} }

// Typing is never so.
func (s Screen) Typing() bool { return false }

// Head tells client and cycle, and that this is the monitor.
func (s Screen) Head(f kit.Frame) kit.Head {
	return kit.Head{Title: widget.TitleOf(f), Right: f.T("term.monitor")}
}

// Acts are ways of looking.
func (s Screen) Acts(f kit.Frame) []kit.Act {
	y := f.Y()
	if y == nil {
		return nil
	}
	if s.deep {
		next := kit.Act{ID: "next", Looks: true, Keys: keys.Forward, Name: f.T("monitor.act.next")}
		if len(y.KWIs) < 2 {
			next.Why = f.T("monitor.why.one")
		}
		before := next
		before.ID, before.Keys, before.Name, before.Hidden = "before", keys.Backward, f.T("monitor.act.before"), true
		return []kit.Act{
			{ID: "close", Keys: keys.BackOrOpen, Name: f.T("monitor.act.close")},
			next, before,
			howAct(&f),
			s.traceAct(&f),
			{ID: "side", Keys: keys.Next, Name: f.T("monitor.act.side")},
			became.Act(&f, s.code(&f, y)),
		}
	}
	acts := []kit.Act{
		{ID: "side", Keys: keys.Next, Name: f.T("monitor.act.side")},
		howAct(&f),
		s.traceAct(&f),
		{ID: "other", Keys: keys.Prev, Name: f.T("monitor.act.other"), Hidden: true},
	}
	if s.side == scores || s.side == trendSide {
		open := kit.Act{ID: "open", Looks: true, Keys: keys.Open, Name: f.T("monitor.act.open")}
		if len(y.KWIs) == 0 {
			open.Why = f.T("monitor.nokwis")
		} else if code := s.code(&f, y); code == 0 {
			open.Why = f.T("monitor.why.total")
		} else if y.KWI(code) == nil {
			open.Why = f.T("monitor.why.ended")
		}
		acts = append([]kit.Act{open}, acts...)
		acts = append(acts, became.Act(&f, s.code(&f, y)))
	}
	return acts
}

// Update answers a message.
func (s Screen) Update(f kit.Frame, msg tea.Msg) (kit.Screen, kit.Outcome) {
	y := f.Y()
	if y == nil {
		return s, part.LeavesOn(msg)
	}
	switch msg {
	case kit.Do("side"):
		s.side, s.deep = s.side.beside(&f, +1), false
		return s, kit.Outcome{}
	case kit.Do("other"):
		s.side, s.deep = s.side.beside(&f, -1), false
		return s, kit.Outcome{}
	case kit.Do("open"):
		s.deep = y.KWI(s.code(&f, y)) != nil
		s.question = widget.List{}
		return s, kit.Outcome{}
	case kit.Do("close"):
		s.deep = false
		return s, kit.Outcome{}
	case kit.Do(became.ActID):
		return s, kit.Outcome{Ask: became.New(s.code(&f, y))}
	case kit.Do("how"):
		return s, kit.Outcome{Ask: s.how(&f, y)}
	case kit.Do("trace"):
		t, _ := s.ThingInHand(f)
		return s, kit.Outcome{Trace: &t}
	case kit.Do("next"):
		return s.turn(y, +1), kit.Outcome{}
	case kit.Do("before"):
		return s.turn(y, -1), kit.Outcome{}
	}
	if code, was := msg.(kit.OnKWI); was {
		for i := range y.KWIs {
			if y.KWIs[i].Code == account.KWICode(code) {
				s.kwis, s.trends = widget.List{At: i}, widget.List{At: i}
			}
		}
		return s, kit.Outcome{}
	}
	if at, isAim := msg.(kit.Aim); isAim {
		for i := range y.KWIs {
			if y.KWIs[i].Code.String() == string(at) {
				s.side, s.deep = scores, true
				s.kwis, s.question = widget.List{At: i}, widget.List{}
			}
		}
		return s, kit.Outcome{}
	}
	if way := keys.Move(msg, false); way != keys.None {
		return s.move(&f, y, way), kit.Outcome{}
	}
	return s, part.LeavesOn(msg)
}

// KWIInHand implements kit.Subject.
func (s Screen) KWIInHand(f kit.Frame) account.KWICode {
	if y := f.Y(); y != nil && (s.side == scores || s.side == trendSide) {
		if code := s.code(&f, y); y.KWI(code) != nil {
			return code
		}
	}
	return 0
}

// turn opens the next KWI or the one before, round and round.
func (s Screen) turn(y *account.Cycle, by int) Screen {
	n := len(y.KWIs)
	if n == 0 {
		return s
	}
	at := (min(s.list().In(n+1), n-1) + by + n) % n
	s.kwis, s.trends = s.kwis.To(at, n, 1), s.trends.To(at, n+1, 1)
	s.question = widget.List{}
	return s
}

// list is the cursor among the KWIs on the side in front.
func (s Screen) list() widget.List {
	if s.side == trendSide {
		return s.trends
	}
	return s.kwis
}

// code is the KWI in hand, 0 for the total or where there is none. On the side
// of the trend it may be one that is not asked any more.
func (s Screen) code(f *kit.Frame, y *account.Cycle) account.KWICode {
	if s.side == trendSide {
		codes := trended(f, y)
		return codes[s.trends.In(len(codes))]
	}
	if i := s.list().In(len(y.KWIs)); i < len(y.KWIs) {
		return y.KWIs[i].Code
	}
	return 0
}

// trended are the KWIs of the trend: those of the cycle, 0 for the total, and
// behind it those with figures that are not asked any more.
func trended(f *kit.Frame, y *account.Cycle) (codes []account.KWICode) {
	for _, k := range y.KWIs {
		codes = append(codes, k.Code)
	}
	codes = append(codes, 0)
	for _, code := range f.Client.NotAsked(y.Name) {
		if slices.ContainsFunc(f.Scores.Trend(code, y.Name), func(p score.Point) bool { return p.Score.OK() }) {
			codes = append(codes, code)
		}
	}
	return codes
}

func (s Screen) move(f *kit.Frame, y *account.Cycle, way keys.Way) Screen {
	switch {
	case s.deep && (way == keys.Left || way == keys.Right):
		return s.turn(y, map[keys.Way]int{keys.Left: -1, keys.Right: +1}[way])
	case s.deep:
		s.question = s.question.Move(way, len(y.KWI(s.code(f, y)).Questions), 5)
	case s.side == scores:
		s.kwis = s.kwis.Move(way, len(y.KWIs), s.fit(f, y))
	case s.side == trendSide:
		s.trends = s.trends.Move(way, len(trended(f, y)), 5)
	case s.side == actionsSide:
		s.actions = s.actions.Move(way, len(agreed(f, y)), 10)
	case s.side == saysSide:
		at := widget.List{At: s.said}
		s.said = at.Move(way, max(len(saidLines(f, y))-f.H+headLines, 0)+2, f.H-headLines).At
	case s.side == remarks:
		at := widget.List{At: s.top}
		s.top = at.Move(way, max(len(remarkLines(f, y))-f.H+headLines, 0)+1, f.H-headLines).At
	}
	return s
}

// headLines is what the names of the sides take with the blank line below.
const headLines = 2

// View draws the side in front.
func (s Screen) View(f kit.Frame) kit.Page {
	y := f.Y()
	if y == nil {
		return kit.Page{Body: part.Empty(&f, f.T("stage.nocycle"), "")}
	}
	var lines []string
	switch {
	case s.deep && y.KWI(s.code(&f, y)) != nil:
		lines = s.depth(&f, y, f.H)
	case s.side == trendSide:
		lines = append(s.tabs(&f), s.trend(&f, y, f.H-headLines)...)
	case s.side == remarks:
		lines = append(s.tabs(&f), s.remarks(&f, y, f.H-headLines)...)
	case s.side == saysSide && f.Audience == kit.Manager:
		lines = append(s.tabs(&f), s.says(&f, y, f.H-headLines)...)
	case s.side == actionsSide:
		lines = append(s.tabs(&f), s.agreements(&f, y, f.H-headLines)...)
	default:
		lines = append(s.tabs(&f), s.scores(&f, y, f.H-headLines)...)
	}
	return kit.Page{Body: cells.Block(lines, f.W, f.H)}
}

func (s Screen) tabs(f *kit.Frame) []string {
	var names []string
	at := 0
	for side := scores; side < monitorSides; side++ {
		if side == s.side {
			at = len(names)
		}
		if side.isOpen(f) {
			names = append(names, f.T("monitor.side."+side.String()))
		}
	}
	return []string{part.TabsWithin(f.Theme, names, at, f.W), ""}
}

// isOpen reports whether a side is there for whoever looks: what the figures
// say of single people is for the supplier's own alone.
func (s monitorSide) isOpen(f *kit.Frame) bool { return s != saysSide || f.Audience == kit.Manager }

// beside is the side that follows, or the one before, round and round.
func (s monitorSide) beside(f *kit.Frame, by monitorSide) monitorSide {
	for {
		if s = (s + by + monitorSides) % monitorSides; s.isOpen(f) {
			return s
		}
	}
}
