package ui

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"kwi/ui/keys"
	"kwi/ui/kit"
	"kwi/ui/widget"
)

// Exposed is what others on this computer can get at of what the data is kept in.
type Exposed struct {
	Names   []string            // files and folders
	Conceal func() (int, error) // makes them the user's alone, and tells how many it made so
}

// exposedAtStart is what is said of it at the start, once.
func (r *Root) exposedAtStart() string {
	switch names := r.Exposed.Names; {
	case len(names) == 0:
		return ""
	case r.ReadOnly || r.Exposed.Conceal == nil:
		return r.Words.T("exposed.start", names[0])
	default:
		return r.Words.T("exposed.start", names[0]) + " " + r.Words.T("exposed.start.key", keys.Conceal.Keys()[0])
	}
}

// exposedActs put it right, as long as there is something to put right.
func (r *Root) exposedActs() []kit.Act {
	if len(r.Exposed.Names) == 0 || r.Exposed.Conceal == nil {
		return nil
	}
	return []kit.Act{{ID: "conceal", Keys: keys.Conceal, Name: r.Words.T("root.act.conceal"), Hidden: true}}
}

// conceals is the yes of the dialog.
type conceals struct{}

// confirmConceal names what becomes the user's alone.
func (r *Root) confirmConceal() kit.Screen {
	w := r.Words
	said := []string{w.N("exposed.confirm", len(r.Exposed.Names)), w.SomeOf(r.Exposed.Names) + "."}
	return widget.Confirm{Title: w.T("exposed.title"), Text: strings.Join(said, "\n"), Yes: w.T("exposed.yes"), Then: func() kit.Outcome { return kit.Outcome{Tell: conceals{}} }}
}

// concealed is what became of it.
type concealed struct {
	done int
	err  error
}

func (r *Root) conceal(cmds *commandBatch) {
	conceal := r.Exposed.Conceal
	cmds.add(func() tea.Msg {
		done, err := conceal()
		return concealed{done, err}
	})
}

func (r *Root) concealed(m concealed) {
	if m.err != nil {
		r.sayInternal(r.Words.Fault(m.err), true)
		return
	}
	r.Exposed.Names = nil
	r.sayInternal(r.Words.N("exposed.done", m.done), false)
}
