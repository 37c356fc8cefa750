package ui

import (
	tea "charm.land/bubbletea/v2"

	"kwi/internal/cells"
	"kwi/internal/lang"
	"kwi/ui/keys"
	"kwi/ui/theme"
	"kwi/ui/widget"
)

// DoorConfig is what a door is started with.
type DoorConfig struct {
	Words   *lang.Words
	Theme   theme.Theme
	Themed  bool // the theme was chosen and does not follow the terminal
	Sixteen bool
	File    string                        // what is locked, as it is named to the user
	Told    string                        // what is said beforehand
	Open    func(passphrase string) error // opens it; watchword.ErrOther is that it was another
	Opened  func()                        // is told that it is open, and was not left
}

// Door is the page before the interface on which the passphrase of the data file is typed. It
// knows nothing of what is in there; whoever runs it begins the interface after it.
type Door struct {
	DoorConfig
	w, h  int
	entry widget.Secret
}

// NewDoor is a door that is shut.
func NewDoor(c DoorConfig) Door { return Door{DoorConfig: c} }

// Init asks whether the terminal is dark.
func (d Door) Init() tea.Cmd { return tea.RequestBackgroundColor }

// Update answers a message. To leave costs nothing, nor does another passphrase.
func (d Door) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	switch m := msg.(type) {
	case tea.WindowSizeMsg:
		d.w, d.h = m.Width, m.Height
	case tea.BackgroundColorMsg:
		if !d.Themed {
			d.Theme = theme.Following(m.IsDark(), d.Sixteen)
		}
	case unlockTried:
		next, is := d.entry.Tried(d.Words, m.err)
		switch {
		case m.err == nil && !d.entry.Right:
			return d.opens()
		case is:
			return d, d.try(next)
		}
	case tea.PasteMsg:
		d.entry.Paste(d.Words, m.Content)
	case Hangup:
		return d, tea.Quit
	case tea.KeyPressMsg:
		switch {
		case keys.Pressed(m, keys.Stop), keys.Pressed(m, keys.Back):
			return d, tea.Quit
		case keys.Pressed(m, keys.Open) && d.entry.Right:
			return d.opens()
		case keys.Pressed(m, keys.Open):
			if typed, is := d.entry.Take(); is {
				return d, d.try(typed)
			}
		default:
			d.entry.Press(d.Words, m)
		}
	}
	return d, nil
}

// opens ends it: whoever runs it begins the interface.
func (d Door) opens() (tea.Model, tea.Cmd) {
	d.Opened()
	return d, tea.Quit
}

// try tries a passphrase.
func (d Door) try(typed string) tea.Cmd {
	open := d.Open
	return func() tea.Msg { return unlockTried{open(typed)} }
}

// View draws the page.
func (d Door) View() (v tea.View) {
	v.AltScreen, v.WindowTitle = true, TitleOf("kwi")
	if d.w == 0 || d.h == 0 {
		v.SetContent("")
		return v
	}
	p := secretPage{title: "kwi", told: d.Told, text: d.Words.T("door.file", d.File) + " " + d.Words.T("door.text"), Secret: d.entry}
	body, cursor := p.draw(d.Theme, d.Words, d.w, d.h)
	v.SetContent(cells.Safe(painted(d.Theme, body, d.w, d.h)))
	v.Cursor = cursor
	return v
}
