package main

import (
	"bytes"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"kwi/internal/fault"
)

// brittle is an interface that breaks where it is told to.
type brittle struct{ in string }

func (b brittle) Init() tea.Cmd {
	breaks := func() tea.Msg { panic("in a command") }
	switch b.in {
	case "command":
		return breaks
	case "batch":
		return tea.Batch(func() tea.Msg { return nil }, tea.Batch(breaks, tea.Tick(time.Hour, func(time.Time) tea.Msg { return nil })))
	}
	return func() tea.Msg { return b.in }
}

func (b brittle) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	if msg == "update" {
		panic("in update")
	}
	if msg == "view" {
		b.in = "now"
	}
	return b, nil
}

func (b brittle) View() tea.View {
	if b.in == "now" {
		panic("in view")
	}
	return tea.NewView("drawn")
}

// TestAPanicEndsAsASentence breaks everywhere that the interface runs code.
func TestAPanicEndsAsASentence(t *testing.T) {
	for _, in := range []string{"update", "view", "command", "batch"} {
		t.Run(in, func(t *testing.T) {
			var out bytes.Buffer
			p := tea.NewProgram(guardModel(brittle{in}), tea.WithInput(strings.NewReader("")), tea.WithOutput(&out),
				tea.WithoutSignalHandler(), tea.WithoutCatchPanics())
			ended := make(chan error, 1)
			go func() { ended <- runProgram(p, nil) }()
			select {
			case err := <-ended:
				if !fault.Has(err, fault.Fell) {
					t.Errorf("got %v", err)
				}
			case <-time.After(10 * time.Second):
				t.Fatal("it does not end")
			}
		})
	}
}
