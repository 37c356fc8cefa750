package widget

import (
	tea "charm.land/bubbletea/v2"

	"kwi/internal/cells"
	"kwi/ui/keys"
	"kwi/ui/kit"
)

// Leaf is one of several texts that are looked at before they go.
type Leaf struct {
	Head string // for whom it is
	Text string
}

// Leaves are texts that one leafs through: a letter to each.
type Leaves struct {
	All []Leaf

	at     int
	scroll Scroll
}

// ReadAct opens leaves beside a question that is asked about all of them.
func ReadAct(f *kit.Frame) kit.Act {
	return kit.Act{ID: string(DoRead), Looks: true, Keys: keys.ReadLetters, Name: f.T("kit.leaves.read")}
}

// The acts of the leaves, and the one that opens them.
const (
	DoRead kit.Do = "leaves.read"

	doNextLeaf kit.Do = "leaves.next"
	doLastLeaf kit.Do = "leaves.before"
)

// Init fetches nothing.
func (l Leaves) Init() tea.Cmd { return nil }

// Typing is never so.
func (l Leaves) Typing() bool { return false }

// Head tells which of how many stands there.
func (l Leaves) Head(fr kit.Frame) kit.Head {
	return kit.Head{Title: TitleOf(fr), Right: fr.T("kit.leaves.of", l.at+1, len(l.All))}
}

// Acts are to turn to the next or the one before, and to go back.
func (l Leaves) Acts(fr kit.Frame) []kit.Act {
	return []kit.Act{
		{ID: string(doNextLeaf), Looks: true, Keys: keys.NextKWI, Name: fr.T("kit.leaves.next")},
		{ID: string(doLastLeaf), Looks: true, Keys: keys.LastKWI, Name: fr.T("kit.leaves.before")},
	}
}

// Update turns, and scrolls a text that is longer than the page.
func (l Leaves) Update(fr kit.Frame, msg tea.Msg) (kit.Screen, kit.Outcome) {
	if keys.Pressed(msg, keys.Back) {
		return l, kit.Outcome{Back: true}
	}
	if fr.Audience != kit.Manager || len(l.All) == 0 {
		return l, kit.Outcome{}
	}
	switch msg {
	case doNextLeaf:
		l.at, l.scroll = (l.at+1)%len(l.All), 0
		return l, kit.Outcome{}
	case doLastLeaf:
		l.at, l.scroll = (l.at+len(l.All)-1)%len(l.All), 0
		return l, kit.Outcome{}
	}
	lines, w := l.lines(fr)
	l.scroll = l.scroll.Update(lines, w, max(fr.H-leafHead-1, 1), msg, false)
	return l, kit.Outcome{}
}

// leafHead is how many lines stand above the text.
const leafHead = 4

func (l Leaves) lines(fr kit.Frame) ([]string, int) {
	w := breadth(fr)
	return cells.Wrap(l.All[l.at].Text, w), w
}

// View draws the one in hand. With the client watching there is none.
func (l Leaves) View(fr kit.Frame) kit.Page {
	if fr.Audience != kit.Manager || len(l.All) == 0 {
		return kit.Page{}
	}
	text, w := l.lines(fr)
	lines := []string{"", fr.Theme.Strong.Render(cells.Line(l.All[l.at].Head, w)), fr.Theme.Rule(w), ""}
	return sheetPage(fr, append(lines, l.scroll.View(fr, text, max(fr.H-leafHead, 1))...), nil)
}
