package portfolio

import (
	"cmp"
	"reflect"
	"slices"
	"strings"

	"kwi/internal/account"
	"kwi/internal/portfolio"
	"kwi/internal/score"
	"kwi/internal/text"
	"kwi/ui/kit"
)

// shownList is the list as it is looked at on a day: what was fetched, with the
// client in hand as they are now, kept or not. So a change, and its undo, is in
// the list at once; what others change comes with the next fetch.
type shownList struct {
	now        account.Moment
	own        portfolio.Line // of the client in hand
	lines      []portfolio.Line
	keys       []string // by which the names are sorted and found, by line
	names      []string // what the filter looks in, by line; nil before it is asked for
	order      []int32  // lines by name
	up         []int32  // the line of a unit's organisation, -1 for none
	today      portfolio.Today
	everywhere score.Everywhere // the recommendation over all
	scales     [2]score.Scale   // of all trends, and of those in the archive, so that clients can be held against each other
	active     int              // how many are not put away
	rows       []clientRow
	// elsewhere is how many the filter finds on the other side, where it finds
	// none here.
	elsewhere int
}

// clientRow is one line in view, and how far it stands in.
type clientRow struct {
	line  int32
	depth int8
}

// settled is the screen with the list as it is now. It costs next to nothing
// when nothing happened.
func (s Screen) settled(f *kit.Frame) Screen {
	if !s.fetched || s.shown.now == f.Moment() && sameLine(ownLine(f), s.shown.own) {
		return s
	}
	return s.arranged(f)
}

// ownLine is the line of the client in hand.
func ownLine(f *kit.Frame) portfolio.Line {
	if f.Client.ID == "" {
		return portfolio.Line{}
	}
	return portfolio.Of(&f.Client)
}

func sameLine(a, b portfolio.Line) bool {
	if !slices.Equal(a.Trend, b.Trend) || !slices.Equal(a.Due, b.Due) || !slices.Equal(a.Needs, b.Needs) {
		return false
	}
	a.Trend, a.Due, a.Needs, b.Trend, b.Due, b.Needs = nil, nil, nil, nil, nil, nil
	return reflect.DeepEqual(a, b)
}

// arranged makes the list anew and keeps the row in hand. Who comes back from
// another client than before finds that one in hand.
func (s Screen) arranged(f *kit.Frame) Screen {
	id := s.inHand()
	sh := shownList{now: f.Moment(), own: ownLine(f), lines: s.lines}
	if sh.own.ID != "" && sh.own.ID != s.shown.own.ID {
		id = sh.own.ID
	}
	if sh.own.ID != "" {
		sh.lines = slices.Clone(s.lines)
		if i := slices.IndexFunc(sh.lines, func(l portfolio.Line) bool { return l.ID == sh.own.ID }); i >= 0 {
			sh.lines[i] = sh.own
		} else if sh.own.Name != "" {
			sh.lines = append(sh.lines, sh.own)
		}
	}
	sh.today = portfolio.On(sh.lines, sh.now)
	sh.everywhere = portfolio.Recommended(sh.lines)
	sh.up = parents(sh.lines)
	sh.scales = [2]score.Scale{trendScale(sh.lines, false), trendScale(sh.lines, true)}
	keys := make([]string, len(sh.lines))
	sh.keys, sh.order = keys, make([]int32, len(sh.lines))
	for i := range sh.lines {
		l := &sh.lines[i]
		keys[i], sh.order[i] = text.Search(l.Name), int32(i)
		if l.Archived == "" {
			sh.active++
		}
	}
	slices.SortFunc(sh.order, func(a, b int32) int {
		return cmp.Or(strings.Compare(keys[a], keys[b]), strings.Compare(sh.lines[a].ID, sh.lines[b].ID))
	})
	s.shown = sh
	return s.picked(f, id)
}

// picked chooses the rows by side, filter and order, with one client in hand
// where they are among them, else the row that takes their place; "" begins at the
// first.
func (s Screen) picked(f *kit.Frame, id string) Screen {
	sh, words := &s.shown, strings.Fields(text.Search(s.filter.Text()))
	if len(words) > 0 && sh.names == nil {
		sh.names = sh.findable()
	}
	in := make([]bool, len(sh.lines))
	for i := range sh.lines {
		in[i] = (sh.lines[i].Archived != "") == s.archive && sh.holds(i, words) && (!s.mine || sh.lines[i].Responsible.Is(f.Me))
	}
	if s.order == byName {
		sh.rows = sh.tree(in)
	} else {
		sh.rows = make([]clientRow, 0, len(sh.lines))
		for _, i := range sh.order {
			if in[i] {
				sh.rows = append(sh.rows, clientRow{line: i})
			}
		}
		s.order.sort(sh.rows, sh, sh.now)
	}
	sh.elsewhere = 0
	for i := range sh.lines {
		if len(sh.rows) == 0 && (sh.lines[i].Archived != "") != s.archive && sh.holds(i, words) {
			sh.elsewhere++
		}
	}
	at := 0
	if id != "" {
		at = slices.IndexFunc(sh.rows, func(r clientRow) bool { return sh.lines[r.line].ID == id })
		if at < 0 {
			at = s.cursor.At
		}
	}
	s.cursor = s.cursor.To(at, len(sh.rows), s.visible(f))
	return s
}

// findable is what the filter looks in, by line.
func (sh *shownList) findable() []string {
	names := make([]string, len(sh.lines))
	for i := range sh.lines {
		names[i] = sh.keys[i] + "\n" + sh.lines[i].ID + "\n" + text.Search(sh.lines[i].Responsible.Called())
		if p := sh.up[i]; p >= 0 {
			names[i] += "\n" + sh.keys[p]
		}
	}
	return names
}

// holds reports whether the filter finds a line.
func (sh *shownList) holds(i int, words []string) bool {
	return len(words) == 0 || holdsWords(sh.names[i], words)
}

// unitsOf is how many clients are part of one.
func (sh *shownList) unitsOf(id string) (n int) {
	for i, up := range sh.up {
		if up >= 0 && sh.lines[up].ID == id && sh.lines[i].Archived == "" {
			n++
		}
	}
	return n
}

// scale is that of the trends on the side in front.
func (s Screen) scale() score.Scale {
	if s.archive {
		return s.shown.scales[1]
	}
	return s.shown.scales[0]
}

// trendScale is the one scale of all trends that are drawn on a side, whatever
// the filter leaves of them; the empty one where there is none.
func trendScale(lines []portfolio.Line, archive bool) score.Scale {
	ends := [2]score.Figure{score.None, score.None}
	for i := range lines {
		if (lines[i].Archived != "") != archive || !hasTrend(lines[i].Trend) {
			continue
		}
		for _, v := range lines[i].Trend {
			switch {
			case !v.OK():
			case !ends[0].OK():
				ends = [2]score.Figure{v, v}
			default:
				ends = [2]score.Figure{min(ends[0], v), max(ends[1], v)}
			}
		}
	}
	if !ends[0].OK() {
		return score.Scale{}
	}
	return score.ScaleOf(ends[:])
}

func holdsWords(name string, words []string) bool {
	for _, w := range words {
		if !strings.Contains(name, w) {
			return false
		}
	}
	return true
}

// tree puts units below their organisation where that is in view too.
func (sh *shownList) tree(in []bool) []clientRow {
	rows := make([]clientRow, 0, len(in))
	below := map[int32][]int32{}
	for _, i := range sh.order {
		if p := sh.up[i]; in[i] && p >= 0 && in[p] {
			below[p] = append(below[p], i)
		}
	}
	var add func(i int32, depth int8)
	add = func(i int32, depth int8) {
		rows = append(rows, clientRow{i, depth})
		for _, unit := range below[i] {
			add(unit, depth+1)
		}
	}
	for _, i := range sh.order {
		if p := sh.up[i]; in[i] && (p < 0 || !in[p]) {
			add(i, 0)
		}
	}
	return rows
}
