package ui

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"kwi/internal/lang"
	"kwi/ui/kit"
	"kwi/ui/theme"
)

// OpenOver asks whoever runs the root to open an example over it, in the same
// terminal: another root with a keeper of its own. This one goes on below it,
// with nothing of the keyboard and nothing on the screen, until that one ends.
type OpenOver struct {
	What   kit.Example
	Words  *lang.Words
	Theme  theme.Theme
	Themed bool
}

// NotOpened is the word that there is no such example now.
type NotOpened struct{ Err error }

// openOver asks for an example.
func (r *Root) openOver(what kit.Example, cmds *commandBatch) {
	if !r.Opens || what == kit.NoExample || what == kit.ExamplePortfolio && (r.Only || r.watched() || r.Example != kit.NoExample) {
		return
	}
	r.leaveTop(cmds)
	over := OpenOver{what, r.Words, r.Theme, r.Themed}
	cmds.add(func() tea.Msg { return over })
}

// examples are what the acts open.
var examples = map[string]kit.Example{"example": kit.ExamplePortfolio, "example.monitor": kit.ExampleMonitor}

// exampleActs open an example.
func (r *Root) exampleActs() (acts []kit.Act) {
	if !r.Opens {
		return nil
	}
	if !r.Only && !r.watched() && r.Example == kit.NoExample {
		acts = append(acts, kit.Act{ID: "example", Looks: true, Name: r.Words.T("root.act.example"), Hidden: true})
	}
	return append(acts, kit.Act{ID: "example.monitor", Looks: true, Name: r.Words.T("root.act.example.monitor"), Hidden: true, Together: true})
}

// Stopped reports whether the program was told to end altogether, and not only
// to leave what is in front.
func (r Root) Stopped() bool { return r.leaving.stop || r.leaving.hup }

// exampleMark stands before every head of an example, and where nothing can be changed.
func (r *Root) exampleMark() string {
	var marks []string
	if r.Example != kit.NoExample {
		marks = append(marks, r.Words.T("root.example"))
	}
	if r.ReadOnly {
		marks = append(marks, r.Words.T("root.readonly"))
	}
	return strings.Join(marks, " ")
}
