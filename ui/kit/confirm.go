package kit

import (
	tea "charm.land/bubbletea/v2"

	"kwi/ui/keys"
)

// Confirm asks whether something must really be done.
type Confirm struct {
	Title    string
	Text     string
	Yes      string         // what yes does, in a few words: "Verwijderen"
	Then     func() Outcome // what follows on yes
	Together bool           // may be asked while the client looks along
}

// Init fetches nothing.
func (c Confirm) Init() tea.Cmd { return nil }

// Typing is never so.
func (c Confirm) Typing() bool { return false }

// Head says whose client this is about.
func (c Confirm) Head(fr Frame) Head { return Head{Title: TitleOf(fr)} }

// Acts are yes and no.
func (c Confirm) Acts(fr Frame) []Act {
	yes := c.Yes
	if yes == "" {
		yes = fr.T("kit.yes")
	}
	return []Act{
		{ID: string(DoYes), Keys: yesKeys, Name: yes, Together: c.Together},
		{ID: string(DoNo), Keys: noKeys, Name: fr.T("kit.no"), Together: true},
	}
}

// Update waits for yes or no.
func (c Confirm) Update(fr Frame, msg tea.Msg) (Screen, Outcome) {
	if k, ok := msg.(tea.KeyPressMsg); ok {
		switch key := k.String(); {
		case hasKey(yesKeys, key):
			msg = DoYes
		case hasKey(noKeys, key), hasKey(keys.Back, key):
			msg = DoNo
		}
	}
	switch msg {
	case DoYes:
		if closed(fr, c.Together) {
			return c, Outcome{}
		}
		return c, endDialog(fr, c.Then())
	case DoNo:
		return c, Outcome{Back: true}
	}
	return c, Outcome{}
}

// View draws the question and its two answers.
func (c Confirm) View(fr Frame) Page {
	lines, w := drawDialog(fr, c.Title, c.Text)
	for _, a := range c.Acts(fr) {
		key := a.Keys[0]
		if name := "key." + key; fr.Words.Has(name) {
			key = fr.T(name)
		}
		lines = append(lines, fr.Theme.Accent.Render(Fit(key, 8))+Line(a.Name, w-8))
	}
	return sheetPage(fr, lines, nil)
}
