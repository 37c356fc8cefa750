package erasing

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"kwi/ui/keys"
	"kwi/ui/kit"
	"kwi/ui/part"
)

// The acts of the report.
const (
	doWrite kit.Do = "erase.write"
	doClose kit.Do = "erase.close"
)

// Init fetches nothing.
func (s reported) Init() tea.Cmd { return nil }

// Typing is never so.
func (s reported) Typing() bool { return false }

// Head says what this is.
func (s reported) Head(f kit.Frame) kit.Head { return kit.Head{Title: f.T("erase.report.title")} }

// Acts are to write it as a document and to close it.
func (s reported) Acts(f kit.Frame) []kit.Act {
	return []kit.Act{
		{ID: string(doWrite), Keys: keys.Paper, Name: f.T("erase.write")},
		{ID: string(doClose), Keys: keys.BackOrOpen, Name: f.T("erase.close")},
	}
}

// Update scrolls, writes or closes.
func (s reported) Update(f kit.Frame, msg tea.Msg) (kit.Screen, kit.Outcome) {
	switch {
	case msg == doClose, keys.Pressed(msg, keys.Back), keys.Pressed(msg, keys.Open):
		return s, kit.Outcome{Back: true}
	case f.Audience != kit.Manager:
	case msg == doWrite:
		if ask := s.press.AskErased(&f, s.told); ask != nil {
			return s, kit.Outcome{Ask: ask}
		}
	default:
		s.scroll = s.scroll.Update(s.lines(&f), f.W, f.H, msg, false)
	}
	return s, kit.Outcome{}
}

func (s reported) lines(f *kit.Frame) []string {
	page := part.ReadIn(f)
	for _, one := range []struct {
		head  string
		lines []string
	}{{"erase.report.done", s.told.Did(f.Words)}, {"erase.report.left", s.told.Stays(f.Words)}, {"erase.report.outside", s.told.Outside(f.Words)}} {
		if len(one.lines) == 0 {
			continue
		}
		page.Head(f.T(one.head))
		for _, l := range one.lines {
			page.Behind(f.Theme.Glyphs.Dot, f.Theme.Text, l)
		}
	}
	return page.All()
}

// View draws the report. With the client watching there is none.
func (s reported) View(f kit.Frame) kit.Page {
	if f.Audience != kit.Manager {
		return kit.Page{}
	}
	return kit.Page{Body: strings.Join(s.scroll.View(f, s.lines(&f), f.H), "\n")}
}
