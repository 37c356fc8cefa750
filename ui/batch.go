package ui

import tea "charm.land/bubbletea/v2"

// commandBatch gathers commands.
type commandBatch []tea.Cmd

func (b *commandBatch) add(c tea.Cmd) {
	if c != nil {
		*b = append(*b, c)
	}
}

func (b commandBatch) cmd() tea.Cmd { return tea.Batch(b...) }
