package main

import (
	"context"
	"reflect"

	tea "charm.land/bubbletea/v2"

	"kwi/internal/cli"
	"kwi/ui"
	"kwi/ui/keys"
	"kwi/ui/kit"
)

// overlaid is programs over each other in one terminal: one's own, and the
// example that was opened over it. Keys, paste and mouse go to the one on top,
// and it alone is drawn; what a command brings goes to the one whose command it
// was. So one's own goes on below as it was, and neither can reach the other.
type overlaid struct {
	layers  []layer // the lowest first
	count   int
	heard   []tea.Msg // what the terminal told of itself, for whoever comes later
	opening bool
	typed   []tea.Msg // meanwhile
	open    func(ui.OpenOver) (tea.Model, func(), error)
}

// layer is one of them, and what takes away what is its own.
type layer struct {
	n     int
	model tea.Model
	gone  func()
}

// broughtTo is what a command of one of them brought.
type broughtTo struct {
	n   int
	msg tea.Msg
}

// opened is another that is to lie on top, or why there is none.
type opened struct {
	by    int
	model tea.Model
	gone  func()
	err   error
}

// over is a program over which others can be opened.
func over(lowest tea.Model, open func(ui.OpenOver) (tea.Model, func(), error)) overlaid {
	return overlaid{layers: []layer{{0, lowest, func() {}}}, open: open}
}

// Init implements tea.Model.
func (o overlaid) Init() tea.Cmd { return from(0, o.top().model.Init()) }

func (o overlaid) top() layer { return o.layers[len(o.layers)-1] }

// View implements tea.Model.
func (o overlaid) View() tea.View { return o.top().model.View() }

// Watched reports whether a client is watching what is on top.
func (o overlaid) Watched() bool {
	w, is := o.top().model.(interface{ Watched() bool })
	return is && w.Watched()
}

// Update implements tea.Model.
func (o overlaid) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	o.layers = append([]layer(nil), o.layers...)
	switch msg := msg.(type) {
	case broughtTo:
		return o.brought(msg)
	case opened:
		return o.opened(msg)
	case tea.KeyPressMsg, tea.PasteMsg, tea.MouseClickMsg, tea.MouseWheelMsg:
		if o.opening {
			o.typed = append(o.typed[:len(o.typed):len(o.typed)], msg)
			return o, nil
		}
		return o.tell(o.top().n, msg)
	case tea.WindowSizeMsg, tea.BackgroundColorMsg:
		o.heard = append(o.heard[:len(o.heard):len(o.heard)], msg)
	}
	return o.tellAll(msg)
}

// tell gives one of them a message.
func (o overlaid) tell(n int, msg tea.Msg) (overlaid, tea.Cmd) {
	for i, l := range o.layers {
		if l.n == n {
			model, cmd := l.model.Update(msg)
			o.layers[i].model = model
			return o, from(n, cmd)
		}
	}
	return o, nil // it has ended
}

func (o overlaid) tellAll(msg tea.Msg) (overlaid, tea.Cmd) {
	var cmds []tea.Cmd
	for i := len(o.layers) - 1; i >= 0; i-- {
		var cmd tea.Cmd
		o, cmd = o.tell(o.layers[i].n, msg)
		cmds = append(cmds, cmd)
	}
	return o, tea.Batch(cmds...)
}

// brought is what a command brought: for its own program, or the wish of that to
// end, or to have another on top.
func (o overlaid) brought(m broughtTo) (tea.Model, tea.Cmd) {
	switch msg := m.msg.(type) {
	case tea.QuitMsg:
		return o.ended(m.n)
	case ui.OpenOver:
		if o.opening || m.n != o.top().n {
			return o, nil
		}
		o.opening = true
		open := o.open
		return o, func() tea.Msg {
			model, gone, err := open(msg)
			return opened{m.n, model, gone, err}
		}
	}
	return o.tell(m.n, m.msg)
}

// opened puts another on top, which gets what was typed since.
func (o overlaid) opened(m opened) (tea.Model, tea.Cmd) {
	typed := o.typed
	o.opening, o.typed = false, nil
	if m.err != nil {
		return o.tell(m.by, ui.NotOpened{Err: m.err})
	}
	o.count++
	o.layers = append(o.layers, layer{o.count, m.model, m.gone})
	cmds := []tea.Cmd{from(o.count, m.model.Init())}
	for _, msg := range append(append([]tea.Msg(nil), o.heard...), typed...) {
		var cmd tea.Cmd
		o, cmd = o.tell(o.count, msg)
		cmds = append(cmds, cmd)
	}
	return o, tea.Batch(cmds...)
}

// ended takes one off. The lowest ends all. Where the user wanted to stop
// altogether those below are left as well; and where a client was watching, it
// stays on top, so that nobody sees what lay below.
func (o overlaid) ended(n int) (tea.Model, tea.Cmd) {
	if n == 0 {
		for _, l := range o.layers {
			l.gone()
		}
		return o, tea.Quit
	}
	top := o.top()
	if top.n != n {
		return o, nil
	}
	stops, is := top.model.(interface{ Stopped() bool })
	stopped := is && stops.Stopped()
	if stopped && o.Watched() {
		return o.tell(0, ui.Hangup{})
	}
	o.layers = o.layers[:len(o.layers)-1]
	away := func() tea.Msg { top.gone(); return nil }
	if !stopped {
		return o, away
	}
	o, cmd := o.tell(o.top().n, keys.Named(keys.Stop.Keys()[0]))
	return o, tea.Batch(away, cmd)
}

// from is a command of one of them, with its name on what comes back. What is
// the terminal's own goes to that.
func from(n int, cmd tea.Cmd) tea.Cmd {
	if cmd == nil {
		return nil
	}
	return func() tea.Msg {
		switch msg := cmd().(type) {
		case nil:
			return nil
		case tea.BatchMsg:
			all := make(tea.BatchMsg, len(msg))
			for i := range msg {
				all[i] = from(n, msg[i])
			}
			return all
		case tea.QuitMsg:
			return broughtTo{n, msg}
		default:
			if reflect.TypeOf(msg).PkgPath() == reflect.TypeFor[tea.QuitMsg]().PkgPath() {
				return msg
			}
			return broughtTo{n, msg}
		}
	}
}

// opener opens an example over one's own program.
func opener(session context.Context, s cli.Session, shows colours) func(ui.OpenOver) (tea.Model, func(), error) {
	return func(o ui.OpenOver) (tea.Model, func(), error) {
		e, away, err := s.Example(session, o.Words, o.What == kit.ExampleMonitor)
		if err != nil {
			return nil, nil, err
		}
		live, end := context.WithCancel(session)
		gone := func() { end(); _ = away() }
		c, err := config(live, e)
		if err != nil {
			gone()
			return nil, nil, err
		}
		c = lively(live, e, c, shows)
		if o.What == kit.ExampleMonitor {
			c.Places, c.Start.Name = samplePlaces(sources{}), kit.MeetSample
		}
		c.Example, c.Lent, c.Theme, c.Themed = o.What, true, o.Theme, o.Themed
		return ui.New(c), gone, nil
	}
}
