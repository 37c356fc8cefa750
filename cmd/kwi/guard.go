package main

import tea "charm.land/bubbletea/v2"

// guard brings a panic of any command to the one goroutine on which the
// interface runs, where it can end the program with the terminal as it was.
type guard struct{ tea.Model }

// broken is a panic on its way there.
type broken struct{ why any }

// Init implements tea.Model.
func (g guard) Init() tea.Cmd { return guarded(g.Model.Init()) }

// Update implements tea.Model.
func (g guard) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	if b, ok := msg.(broken); ok {
		panic(b.why)
	}
	m, cmd := g.Model.Update(msg)
	return guard{m}, guarded(cmd)
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
				msg = broken{why}
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
