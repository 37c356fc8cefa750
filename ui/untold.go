package ui

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"kwi/internal/cells"
	"kwi/ui/keys"
	"kwi/ui/kit"
	"kwi/ui/widget"
)

// sayInternal says what is not for the client: with the client watching that waits, and
// a sentence that tells nothing stands in its place. In a program that is a
// meeting the client watches before it has begun too.
func (r *Root) sayInternal(text string, bad bool) {
	if !r.watched() && !r.Meeting {
		r.say(text, bad)
		return
	}
	r.hold(text)
	if bad {
		r.say(r.Words.T("root.meeting.not"), true)
	}
}

// hold keeps a text until the meeting is over.
func (r *Root) hold(text string) {
	if text != "" && !slices.Contains(r.meeting.untold, text) {
		r.meeting.untold = append(slices.Clone(r.meeting.untold), text)
	}
}

// warnInternal is warn, of what is not for the client.
func (r *Root) warnInternal(text string) {
	if !r.watched() {
		r.warn(text)
		return
	}
	r.hold(text)
	r.say(r.Words.T("root.meeting.changed"), false)
}

// untold tells what had to wait until a meeting was over.
type untold struct {
	texts []string
	ends  bool // the program ends after it
	top   widget.Scroll
}

func (u untold) Init() tea.Cmd             { return nil }
func (u untold) Typing() bool              { return false }
func (u untold) Head(f kit.Frame) kit.Head { return kit.Head{Title: widget.TitleOf(f)} }

// Acts are to close it.
func (u untold) Acts(f kit.Frame) []kit.Act {
	return []kit.Act{{ID: "back", Looks: true, Keys: keys.BackOrOpen, Name: f.T("help.close")}}
}

// Update scrolls, or closes it.
func (u untold) Update(f kit.Frame, msg tea.Msg) (kit.Screen, kit.Outcome) {
	if msg == tea.Msg(kit.Do("back")) {
		return u, kit.Outcome{Back: true, Quit: u.ends}
	}
	u.top = u.top.Update(u.lines(&f), f.W, f.H-1, msg, false)
	return u, kit.Outcome{}
}

func (u untold) lines(f *kit.Frame) []string {
	lines := []string{"", f.Theme.Strong.Render(f.T("untold.title")), ""}
	for _, text := range u.texts {
		lines = append(append(lines, cells.Wrap(text, f.W)...), "")
	}
	return lines
}

// View draws the texts.
func (u untold) View(f kit.Frame) kit.Page {
	return kit.Page{Body: strings.Join(u.top.View(f, u.lines(&f), f.H), "\n")}
}
