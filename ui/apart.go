package ui

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"kwi/internal/cells"
	"kwi/ui/keys"
	"kwi/ui/kit"
	"kwi/ui/part"
	"kwi/ui/theme"
)

// apartList is the page of what was done otherwise here and elsewhere: of each
// thing what counts and what stood here, and one of them is chosen.
type apartList struct {
	team   kit.Team
	read   bool
	busy   bool // a choice is on its way
	all    []kit.Apart
	at     int  // of all, the one in hand
	inHere bool // the cursor is on what stood here
	chosen bool // something was chosen
}

// apartRead is what waits for a choice.
type apartRead struct {
	all []kit.Apart
	err error
}

// apartChosen is what became of a choice.
type apartChosen struct {
	name string
	err  error
}

// Init reads it.
func (l apartList) Init() tea.Cmd {
	apart := l.team.Apart
	return func() tea.Msg {
		all, err := apart()
		return apartRead{all, err}
	}
}

// Waits reports whether it is still being read, or a choice is on its way.
func (l apartList) Waits() bool { return !l.read || l.busy }

// Typing is never so.
func (l apartList) Typing() bool { return false }

// Head says that this is about no client.
func (l apartList) Head(f kit.Frame) kit.Head { return kit.Head{Title: f.T("team.apart.title")} }

// Acts are to choose and to leave.
func (l apartList) Acts(f kit.Frame) []kit.Act {
	return []kit.Act{
		{ID: "choose", Keys: keys.Open, Name: f.T("team.apart.choose")},
		{ID: "back", Looks: true, Keys: keys.Back, Name: f.T("help.close")},
	}
}

// Update answers a message.
func (l apartList) Update(f kit.Frame, msg tea.Msg) (kit.Screen, kit.Outcome) {
	switch m := msg.(type) {
	case apartRead:
		l.read, l.busy = true, false
		l.all = m.all
		l.at = max(min(l.at, len(l.all)-1), 0)
		switch {
		case m.err != nil:
			return l, kit.Outcome{Back: true, Notice: f.Words.Fault(m.err), Bad: true}
		case len(l.all) == 0 && l.chosen:
			return l, kit.Outcome{Back: true, Notice: f.T("team.apart.done")}
		case len(l.all) == 0:
			return l, kit.Outcome{Back: true, Notice: f.T("team.apart.none")}
		}
		return l, kit.Outcome{}
	case apartChosen:
		out := kit.Outcome{Anew: true, Notice: f.T("team.apart.chosen", m.name), Run: l.Init()}
		if m.err != nil {
			out.Notice, out.Bad, out.Anew = f.Words.Fault(m.err), true, false
		}
		l.chosen = l.chosen || m.err == nil
		return l, out
	}
	switch {
	case msg == tea.Msg(kit.Do("back")):
		return l, kit.Outcome{Back: true}
	case f.Audience != kit.Manager || !l.read || l.busy || len(l.all) == 0:
		return l, kit.Outcome{}
	case msg == tea.Msg(kit.Do("choose")):
		l.busy = true
		return l, kit.Outcome{Run: l.choice(&f)}
	}
	return l.moved(&f, keys.Move(msg, false)), kit.Outcome{}
}

// choice chooses what the cursor is on.
func (l apartList) choice(f *kit.Frame) tea.Cmd {
	a, here, choose := l.all[l.at], l.inHere, l.team.Choose
	side := f.T("team.apart.counts")
	if here {
		side = f.T("team.apart.here")
	}
	name := part.ApartName(f, &a) + " " + f.Theme.Glyphs.Dot + " " + side
	return func() tea.Msg { return apartChosen{name, choose(a, here)} }
}

// moved is the list with the cursor elsewhere: between the two sides, and from one
// thing to another.
func (l apartList) moved(f *kit.Frame, way keys.Way) apartList {
	n := len(l.all)
	switch way {
	case keys.Left:
		l.inHere = false
	case keys.Right:
		l.inHere = true
	case keys.Up, keys.Down:
		if wideSides(f) {
			l.at = max(min(l.at+map[keys.Way]int{keys.Up: -1, keys.Down: 1}[way], n-1), 0)
			break
		}
		switch {
		case way == keys.Down && !l.inHere:
			l.inHere = true
		case way == keys.Down && l.at < n-1:
			l.at, l.inHere = l.at+1, false
		case way == keys.Up && l.inHere:
			l.inHere = false
		case way == keys.Up && l.at > 0:
			l.at, l.inHere = l.at-1, true
		}
	case keys.PageUp, keys.Home:
		l.at = 0
	case keys.PageDown, keys.End:
		l.at = n - 1
	}
	return l
}

// wideSides is where both sides stand beside each other.
func wideSides(f *kit.Frame) bool { return f.W >= sidesFrom }

// sidesFrom is from how many cells on both sides of what is apart stand beside each
// other, and sidesGap what is between them.
const sidesFrom, sidesGap = 76, 2

// View draws all of it, scrolled to the one in hand.
func (l apartList) View(f kit.Frame) kit.Page {
	if !l.read || f.Audience != kit.Manager {
		return kit.Page{}
	}
	w := min(f.W, 110)
	lines := []string{""}
	for _, t := range cells.Wrap(f.T("team.apart.text"), w) {
		lines = append(lines, f.Theme.Faint.Render(t))
	}
	from, to := 0, 0
	for i := range l.all {
		a := &l.all[i]
		lines = append(lines, "")
		top := len(lines)
		title := a.Client.Name
		if name := part.ApartName(&f, a); name != title {
			title += " " + f.Theme.Glyphs.Dot + " " + name
		}
		for _, t := range cells.Wrap(title, w) {
			lines = append(lines, f.Theme.Strong.Render(t))
		}
		if wideSides(&f) {
			half := (w - sidesGap) / 2
			left, right := l.side(&f, i, false, half), l.side(&f, i, true, half)
			both := cells.Columns(strings.Join(left, "\n"), half, strings.Join(right, "\n"), half, sidesGap)
			lines = append(lines, strings.Split(both, "\n")...)
		} else {
			for _, here := range []bool{false, true} {
				if i == l.at && here == l.inHere {
					top = len(lines) - 1
				}
				lines = append(lines, l.side(&f, i, here, w)...)
				if i == l.at && here == l.inHere {
					to = len(lines)
				}
			}
		}
		if i == l.at {
			from = top
			if wideSides(&f) {
				to = len(lines)
			}
		}
	}
	h := max(f.H, 1)
	scroll := max(min(cells.Scroll(from, to, h), len(lines)-h), 0)
	return kit.Page{Body: cells.Block(lines[scroll:], f.W, f.H)}
}

// side is what counts of one thing, or what stood here.
func (l apartList) side(f *kit.Frame, i int, here bool, w int) []string {
	a := &l.all[i]
	head := f.T("team.apart.here")
	if !here {
		if head = f.T("team.apart.counts"); a.By != "" {
			who := a.By
			if long := f.T("history.window.who.computer", a.By, a.On); a.On != "" && cells.Width(f.T("team.apart.counts.by", long)) <= w-2 {
				who = long
			}
			head = f.T("team.apart.counts.by", who)
		}
	}
	mark, look := "  ", f.Theme.Text
	if i == l.at && here == l.inHere {
		mark, look = f.Theme.Accent.Render(f.Theme.Glyphs.Cursor)+" ", f.Theme.Strong
	}
	lines := cells.Wrap(head, max(w-2, 1))
	for n := range lines {
		lines[n] = mark + look.Render(lines[n])
		mark = "  "
	}
	if len(a.Differences) == 0 {
		return append(lines, belowHead(f.Theme.Text, f.T("team.apart.same"), w)...)
	}
	for n := range a.Differences {
		d := &a.Differences[n]
		text, is := f.Words.Sides(&a.Client, d, f.Today)
		if here {
			text = is
		}
		if at := f.Words.Spots(&a.Client, d.At); n > 0 && at != f.Words.Spots(&a.Client, a.Differences[n-1].At) {
			lines = append(lines, belowHead(f.Theme.Faint, at, w)...)
		}
		lines = append(lines, belowHead(f.Theme.Text, text, w)...)
	}
	return lines
}

// belowHead is a text in the lines of a side.
func belowHead(look theme.Style, text string, w int) []string {
	lines := cells.Wrap(text, max(w-4, 1))
	for i := range lines {
		lines[i] = "    " + look.Render(lines[i])
	}
	return lines
}
