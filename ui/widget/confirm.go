package widget

import (
	tea "charm.land/bubbletea/v2"

	"kwi/internal/cells"
	"kwi/ui/keys"
	"kwi/ui/kit"
)

// Confirm asks whether something must really be done.
type Confirm struct {
	Title    string
	Text     string
	Yes      string             // what yes does, in a few words: "Verwijderen"
	Then     func() kit.Outcome // what follows on yes
	Else     func() kit.Screen  // what is asked again on no; nil: nothing
	Reads    []Leaf             // texts that it is about, which can be read first
	Together bool               // may be asked while the client looks along

	text dialogText
}

// Init fetches nothing.
func (c Confirm) Init() tea.Cmd { return nil }

// Typing is never so.
func (c Confirm) Typing() bool { return false }

// Head says whose client this is about.
func (c Confirm) Head(fr kit.Frame) kit.Head { return kit.Head{Title: TitleOf(fr)} }

// Acts are yes and no.
func (c Confirm) Acts(fr kit.Frame) []kit.Act {
	yes := c.Yes
	if yes == "" {
		yes = fr.T("kit.yes")
	}
	acts := []kit.Act{
		{ID: string(DoYes), Keys: keys.Yes, Name: yes, Together: c.Together},
		{ID: string(DoNo), Keys: keys.No, Name: fr.T("kit.no"), Together: true},
	}
	if len(c.Reads) > 0 {
		acts = append(acts, ReadAct(&fr))
	}
	return acts
}

// Update waits for yes or no.
func (c Confirm) Update(fr kit.Frame, msg tea.Msg) (kit.Screen, kit.Outcome) {
	switch {
	case keys.Pressed(msg, keys.Yes):
		msg = DoYes
	case keys.Pressed(msg, keys.No):
		msg = DoNo
	}
	switch msg {
	case DoYes:
		if closed(fr, c.Together) {
			return c, kit.Outcome{}
		}
		return c, EndDialog(fr, c.Then())
	case DoRead:
		if len(c.Reads) > 0 && fr.Audience == kit.Manager {
			return c, kit.Outcome{Ask: Leaves{All: c.Reads}}
		}
	case DoNo:
		if c.Else != nil {
			return c, kit.Outcome{Back: true, Ask: c.Else()}
		}
		return c, kit.Outcome{Back: true}
	}
	c.text, _ = c.text.scrolled(fr, c.Text, msg)
	return c, kit.Outcome{}
}

// View draws the question and its two answers.
func (c Confirm) View(fr kit.Frame) kit.Page {
	lines, w := drawDialog(fr, c.Title, c.Text, c.text)
	for _, a := range c.Acts(fr) {
		lines = append(lines, fr.Theme.Accent.Render(cells.Fit(a.KeyName(fr.Words, false), 8))+cells.Line(a.Name, w-8))
	}
	return sheetPage(fr, lines, nil)
}
