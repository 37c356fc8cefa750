package main

import (
	tea "charm.land/bubbletea/v2"

	"kwi/internal/crash"
	"kwi/internal/fault"
)

// panicGuard brings a panic of any command to the one goroutine on which the
// interface runs, where it can end the program with the terminal as it was.
// It notes whether a client is watching, for what is left on the terminal.
type panicGuard struct {
	tea.Model
	watched *bool
}

// guardModel is the interface with a guard round it.
func guardModel(m tea.Model) panicGuard { return panicGuard{m, new(bool)} }

// caughtPanic is a panic on its way there.
type caughtPanic struct{ why *fault.Fault }

// Init implements tea.Model.
func (g panicGuard) Init() tea.Cmd { return guarded(g.Model.Init()) }

// Update implements tea.Model.
func (g panicGuard) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	if b, ok := msg.(caughtPanic); ok {
		panic(b.why)
	}
	m, cmd := g.Model.Update(msg)
	if root, is := m.(interface{ Watched() bool }); is {
		*g.watched = root.Watched()
	}
	return panicGuard{m, g.watched}, guarded(cmd)
}

// guarded is a command that tells of a panic instead of panicking, with all
// that it batches.
func guarded(cmd tea.Cmd) tea.Cmd {
	if cmd == nil {
		return nil
	}
	return func() (msg tea.Msg) {
		defer func() {
			if why := recover(); why != nil {
				msg = caughtPanic{crash.Of(why)} // while its stack stands
			}
		}()
		msg = cmd()
		if batch, ok := msg.(tea.BatchMsg); ok {
			all := make(tea.BatchMsg, len(batch))
			for i := range batch {
				all[i] = guarded(batch[i])
			}
			return all
		}
		return msg
	}
}
