package main

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"
)

// driven is a model that runs without a terminal, as drive does it with a root
// alone.
type driven struct {
	t     testing.TB
	model tea.Model
	ended bool
}

// open starts it in a terminal of a size.
func (d *driven) open(m tea.Model, w, h int) {
	d.model = m
	d.run(m.Init())
	d.send(tea.WindowSizeMsg{Width: w, Height: h})
}

func (d *driven) send(msg tea.Msg) {
	if d.ended {
		return
	}
	var cmd tea.Cmd
	d.model, cmd = d.model.Update(msg)
	d.run(cmd)
}

func (d *driven) run(cmd tea.Cmd) {
	if cmd == nil || d.ended {
		return
	}
	switch msg := cmd().(type) {
	case nil:
	case tea.BatchMsg:
		for _, c := range msg {
			d.run(c)
		}
	case tea.QuitMsg:
		d.ended = true
	default:
		d.send(msg)
	}
}

func (d *driven) screen() string { return ansi.Strip(d.model.View().Content) }

func (d *driven) see(texts ...string) {
	d.t.Helper()
	for _, text := range texts {
		if !strings.Contains(d.screen(), text) {
			d.t.Fatalf("%q does not stand on the screen:\n%s", text, d.screen())
		}
	}
}
