package ui

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"kwi/internal/cells"
	"kwi/ui/keys"
	"kwi/ui/kit"
	"kwi/ui/widget"
)

// Examined is what was found out about one thing of how the program stands on this
// machine: its terminal, its files, its mail server. Nothing of it is about a client.
type Examined struct {
	Head  string
	Lines []string
}

// examineActs show it, where somebody helps who has to know. The palette has it.
func (r *Root) examineActs() []kit.Act {
	if r.Only || r.Lent {
		return nil
	}
	act := kit.Act{ID: "doctor", Looks: true, Keys: keys.Unbound, Name: r.Words.T("root.act.doctor"), Hidden: true}
	if r.Examine == nil {
		act.Why = r.Words.T("doctor.example")
	}
	return []kit.Act{act}
}

// examined is the page of it.
type examined struct {
	find  func() ([]Examined, error)
	parts []Examined
	read  bool
	top   widget.Scroll
}

// examine is that page, in the words of now.
func (r *Root) examine() kit.Screen {
	find, words := r.Examine, r.Words
	return examined{find: func() ([]Examined, error) { return find(words) }}
}

// foundOut is what was found out.
type foundOut struct {
	parts []Examined
	err   error
}

// Init finds it out.
func (e examined) Init() tea.Cmd {
	find := e.find
	return func() tea.Msg {
		parts, err := find()
		return foundOut{parts, err}
	}
}

// Waits reports whether it is still being found out.
func (e examined) Waits() bool { return !e.read }

// Typing reports that letters are no text here.
func (e examined) Typing() bool { return false }

// Head says that this is about no client.
func (e examined) Head(f kit.Frame) kit.Head { return kit.Head{Title: f.T("doctor.title")} }

// Acts leave it.
func (e examined) Acts(f kit.Frame) []kit.Act {
	return []kit.Act{{ID: "back", Looks: true, Keys: keys.CloseHelp, Name: f.T("help.close")}}
}

// Update answers a message.
func (e examined) Update(f kit.Frame, msg tea.Msg) (kit.Screen, kit.Outcome) {
	if found, ok := msg.(foundOut); ok {
		if found.err != nil {
			return e, kit.Outcome{Back: true, Notice: f.Words.Fault(found.err), Bad: true}
		}
		e.parts, e.read = found.parts, true
		return e, kit.Outcome{}
	}
	if msg == tea.Msg(kit.Do("back")) {
		return e, kit.Outcome{Back: true}
	}
	e.top = e.top.Update(e.lines(&f), f.W, f.H-1, msg, false)
	return e, kit.Outcome{}
}

// aside is how far what hangs below a head stands from the edge.
const aside = 2

func (e examined) lines(f *kit.Frame) (out []string) {
	for _, part := range e.parts {
		if len(out) > 0 {
			out = append(out, "")
		}
		out = append(out, f.Theme.Strong.Render(cells.Line(part.Head, f.W)))
		for _, l := range part.Lines {
			for _, line := range cells.Wrap(l, f.W-aside) {
				out = append(out, strings.Repeat(" ", aside)+f.Theme.Text.Render(line))
			}
		}
	}
	out = append(out, "")
	for _, line := range cells.Wrap(f.T("doctor.copy"), f.W) {
		out = append(out, f.Theme.Faint.Render(line))
	}
	return out
}

// Quoted implements kit.Quotable.
func (e examined) Quoted(kit.Frame) string {
	var parts []string
	for _, part := range e.parts {
		parts = append(parts, strings.Join(append([]string{part.Head}, part.Lines...), "\n  "))
	}
	return strings.Join(parts, "\n\n")
}

// View draws it; with the client watching it is not there.
func (e examined) View(f kit.Frame) kit.Page {
	if !e.read || f.Audience != kit.Manager {
		return kit.Page{}
	}
	return kit.Page{Body: strings.Join(e.top.View(f, e.lines(&f), f.H), "\n")}
}
