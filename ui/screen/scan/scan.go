// Package scan is the place of the quick scan of customer orientation: of whom
// there are scans and what they came to, a scan that is filled in or read, and
// what those of a team come to together without names. It knows the kit, the
// guide and the pure rooms, and no other screen.
package scan

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"kwi/internal/account"
	"kwi/internal/cells"
	"kwi/internal/guide"
	"kwi/internal/text"
	"kwi/ui/keys"
	"kwi/ui/kit"
	"kwi/ui/part"
	"kwi/ui/widget"
)

// The sides of the place.
const (
	scansSide = iota
	teamsSide
	sides
)

// Screen is which side is in front, what is in hand there, and the scan that is
// open, if any.
type Screen struct {
	side  int
	list  widget.List
	teams widget.List
	open  *openScan
}

// New opens the place at its list.
func New(kit.Place) kit.Screen { return Screen{} }

// opened tells the screen to open a scan.
type opened struct{ key account.ScanKey }

// Init fetches nothing: what the supplier keeps is in the frame.
func (s Screen) Init() tea.Cmd { return nil }

// Typing is where the letters are answers.
func (s Screen) Typing() bool { return s.open != nil && s.open.asks }

// Head tells the place, and of whom the scan is that is open.
func (s Screen) Head(f kit.Frame) kit.Head {
	h := kit.Head{Title: f.T("place.scan")}
	if f.Audience != kit.Manager {
		return h
	}
	if one := s.scan(&f); one != nil {
		h.Right = f.T("scan.answered", one.Given(), account.ScanLength)
	} else if n := len(f.Firm.Scans); n > 0 {
		h.Right = f.N("scan.count", n)
	}
	return h
}

// scan is the scan that is open, nil where none is or it is gone.
func (s Screen) scan(f *kit.Frame) *account.Scan {
	if s.open == nil {
		return nil
	}
	return f.Firm.Scan(s.open.key)
}

// Acts are what can be done on the side or the scan in front.
func (s Screen) Acts(f kit.Frame) []kit.Act {
	if f.Audience != kit.Manager {
		return nil
	}
	if one := s.scan(&f); one != nil {
		return s.open.acts(&f)
	}
	begin := kit.Act{ID: "new", Keys: keys.New, Name: f.T("scan.act.new")}
	if len(f.Firm.Scans) == 0 {
		begin.Keys = keys.NewOrOpen
		return []kit.Act{begin}
	}
	around := widget.Sides(sideNames(&f), s.side)
	if s.side == teamsSide {
		return append([]kit.Act{begin}, around...)
	}
	return append([]kit.Act{
		{ID: "open", Looks: true, Keys: keys.Open, Name: f.T("scan.act.open")}, begin,
		{ID: "change", Keys: keys.Change, Name: f.T("scan.act.change")},
		{ID: "remove", Keys: keys.Remove, Name: f.T("scan.act.remove"), Hidden: true}, traceAct(&f),
	}, around...)
}

func sideNames(f *kit.Frame) []string {
	return []string{f.T("scan.side.scans"), f.T("scan.side.teams")}
}

// Update answers a message.
func (s Screen) Update(f kit.Frame, msg tea.Msg) (kit.Screen, kit.Outcome) {
	if f.Audience != kit.Manager {
		return s, part.LeavesOn(msg)
	}
	switch msg := msg.(type) {
	case kit.Aim:
		return s.aim(&f, string(msg)), kit.Outcome{}
	case opened:
		s.open, s.side = openAt(&f, msg.key), scansSide
		s.list = widget.ListOn(rowOf(msg.key))
		return s, kit.Outcome{}
	}
	if one := s.scan(&f); one != nil {
		return s.inScan(&f, one, msg)
	}
	s.open = nil
	if at, turned := widget.Turned(msg, s.side, sides); turned && len(f.Firm.Scans) > 0 {
		s.side = at
		return s, kit.Outcome{}
	}
	rows := newestFirst(&f)
	s.list = held(s.list, rows)
	switch msg {
	case kit.Do("new"):
		return s, kit.Outcome{Ask: ask(&f, nil)}
	case kit.Do("open"):
		if len(rows) > 0 {
			s.open = openAt(&f, rows[s.list.In(len(rows))].ScanKey)
		}
		return s, kit.Outcome{}
	case kit.Do("trace"):
		if len(rows) > 0 {
			s.open = openAt(&f, rows[s.list.In(len(rows))].ScanKey)
			s.open.asks = false // what it came to, and from there on to the answers
		}
		return s, kit.Outcome{}
	case kit.Do("change"):
		if len(rows) > 0 {
			return s, kit.Outcome{Ask: ask(&f, &rows[s.list.In(len(rows))])}
		}
	case kit.Do("remove"):
		if len(rows) > 0 {
			return s, remove(&f, rows[s.list.In(len(rows))].ScanKey)
		}
	}
	if way := keys.Move(msg, false); way != keys.None {
		if s.side == teamsSide {
			names := f.Firm.ScanTeams()
			s.teams = s.teams.Hold(names).Move(way, len(names), mostTeams).Hold(names)
		} else {
			s.list = held(s.list.Move(way, len(rows), s.table(&f, rows).Visible(f.H-listAround)), rows)
		}
		return s, kit.Outcome{}
	}
	return s, part.LeavesOn(msg)
}

// inScan answers a message for the scan that is open.
func (s Screen) inScan(f *kit.Frame, one *account.Scan, msg tea.Msg) (kit.Screen, kit.Outcome) {
	switch msg {
	case kit.Do("change"):
		return s, kit.Outcome{Ask: ask(f, one)}
	case kit.Do("close"):
		if s.open.traced {
			back := *s.open
			back.asks, back.traced = false, false
			s.open = &back
			return s, kit.Outcome{}
		}
		s.open = nil
		return s, kit.Outcome{}
	}
	open, out := s.open.update(f, one, msg)
	s.open = open
	return s, out
}

// aim opens the newest scan of somebody, or what those of a team come to.
func (s Screen) aim(f *kit.Frame, name string) Screen {
	for _, one := range newestFirst(f) {
		if text.Search(one.ScanKey.Called()) == text.Search(name) {
			s.open, s.side = openAt(f, one.ScanKey), scansSide
			s.open.asks = false
			return s
		}
	}
	for _, team := range f.Firm.ScanTeams() {
		if text.Search(team) == text.Search(name) {
			s.open, s.side, s.teams = nil, teamsSide, widget.ListOn(team)
		}
	}
	return s
}

// View draws the side or the scan in front, and nothing for a client.
func (s Screen) View(f kit.Frame) kit.Page {
	if f.Audience != kit.Manager {
		return kit.Page{}
	}
	if one := s.scan(&f); one != nil {
		return s.open.view(&f, one)
	}
	if len(f.Firm.Scans) == 0 {
		return kit.Page{Body: part.Empty(&f, f.T("scan.empty"), f.T("scan.empty.how"))}
	}
	lines := []string{part.Tabs(f.Theme, sideNames(&f), s.side), ""}
	if s.side == teamsSide {
		lines = append(lines, s.teamLines(&f)...)
	} else {
		lines = append(lines, s.listLines(&f, f.H-len(lines))...)
	}
	return kit.Page{Body: cells.Block(lines, f.W, f.H)}
}

// calledOf is that in words that tell a team.
func calledOf(f *kit.Frame, k account.ScanKey) string {
	if k.Who != "" {
		return k.Who
	}
	return f.T("scan.together", k.Team)
}

// resultOf is what a scan came to in the user's language.
func resultOf(f *kit.Frame, s *account.Scan) guide.ScanResult {
	return guide.For(f.Words.Tag()).QuickScan().Result([]byte(s.Answers))
}

// points are the exact points of the answers that are there, with their maximum.
func points(f *kit.Frame, r *guide.ScanResult) string {
	told := f.T("scan.points", r.Points, r.Max)
	if n := len(r.Missing); n > 0 {
		told += ", " + f.N("scan.open", n, list(f, r.Missing))
	}
	return told
}

func list(f *kit.Frame, numbers []int) string {
	out := make([]string, len(numbers))
	for i, n := range numbers {
		out[i] = f.Words.Int(n)
	}
	return strings.Join(out, ", ")
}
