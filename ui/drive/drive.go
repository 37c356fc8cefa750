// Package drive is what journeys are written in: it runs the root without a
// terminal, presses keys, does what commands ask until nothing is left to do,
// and looks at the screen. A command can be held, so that a save in flight is
// a value and orders can be mixed.
//
// It is for tests alone and knows no single screen.
package drive

import (
	"reflect"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"kwi/ui"
	"kwi/ui/keys"
)

// Driver drives one root.
type Driver struct {
	t       testing.TB
	root    tea.Model
	holding bool
	held    []tea.Msg
	apart   chan tea.Msg // what commands bring that go on by themselves
	going   int          // how many do
	now     time.Time
	drawn   *tea.View // what was drawn last, nil where a command has run since
	earlier earlier
	Quit    bool   // the program has ended
	Copied  string // what went to the clipboard last
	Strict  bool   // draw at a second size too, and look at more than the screens
}

// New starts a root at a size.
func New(t testing.TB, c ui.Config, w, h int) *Driver {
	t.Helper()
	d := &Driver{t: t, now: c.Now()}
	root := ui.New(c)
	d.root = root
	d.run(root.Init(), false)
	d.Resize(w, h)
	return d
}

// Resize gives the terminal another size.
func (d *Driver) Resize(w, h int) { d.send(tea.WindowSizeMsg{Width: w, Height: h}) }

// Press presses keys by name: enter, esc, up, ctrl+z, space, a, ? …
func (d *Driver) Press(names ...string) {
	for _, n := range names {
		d.send(keys.Named(n))
	}
}

// Type types a text key by key.
func (d *Driver) Type(text string) {
	for _, r := range text {
		switch r {
		case ' ':
			d.Press("space")
		case '\n':
			d.Press("enter")
		default:
			d.Press(string(r))
		}
	}
}

// Paste pastes a text at once.
func (d *Driver) Paste(text string) { d.send(tea.PasteMsg{Content: text}) }

// Beat lets so many seconds pass.
func (d *Driver) Beat(n int) {
	for range n {
		d.now = d.now.Add(time.Second)
		d.send(ui.Clock(d.now))
	}
}

// Send gives the root any message.
func (d *Driver) Send(msg tea.Msg) { d.send(msg) }

// Hold keeps back what commands bring from now on.
func (d *Driver) Hold() { d.holding = true }

// Release delivers what was held, in the order given by place, or all in the
// order in which it came, and holds no longer.
func (d *Driver) Release(order ...int) {
	d.holding = false
	held := d.held
	d.held = nil
	if len(order) == 0 {
		for i := range held {
			order = append(order, i)
		}
	}
	for _, i := range order {
		d.send(held[i])
	}
}

// Apart lets commands go on by themselves from now on, as they do in the program.
func (d *Driver) Apart() { d.apart = make(chan tea.Msg) }

// Join waits for all commands that go on by themselves and delivers what they
// bring; from then on none does.
func (d *Driver) Join() {
	for d.going > 0 && !d.Quit {
		msg := <-d.apart
		d.going--
		d.run(func() tea.Msg { return msg }, true)
	}
	d.apart = nil
}

// Held is how many messages are held.
func (d *Driver) Held() int { return len(d.held) }

// Screen is what stands on the screen, as plain text.
func (d *Driver) Screen() string { return ansi.Strip(d.View().Content) }

// See fails the test where a text does not stand on the screen.
func (d *Driver) See(texts ...string) {
	d.t.Helper()
	for _, text := range texts {
		if !strings.Contains(d.Screen(), text) {
			d.t.Fatalf("%q does not stand on the screen:\n%s", text, d.Screen())
		}
	}
}

// Miss fails the test where a text stands on the screen.
func (d *Driver) Miss(texts ...string) {
	d.t.Helper()
	for _, text := range texts {
		if strings.Contains(d.Screen(), text) {
			d.t.Fatalf("%q stands on the screen:\n%s", text, d.Screen())
		}
	}
}

// Caret is where the caret stands, false where there is none.
func (d *Driver) Caret() (x, y int, ok bool) {
	c := d.View().Cursor
	if c == nil || ui.Stands(c) {
		return 0, 0, false
	}
	return c.X, c.Y, true
}

// InHand is where the cursor stands on what is in hand, false where there is none or
// it is a caret.
func (d *Driver) InHand() (x, y int, ok bool) {
	c := d.View().Cursor
	if !ui.Stands(c) {
		return 0, 0, false
	}
	return c.X, c.Y, true
}

func (d *Driver) send(msg tea.Msg) {
	if d.Quit {
		return
	}
	var cmd tea.Cmd
	d.root, cmd = d.root.Update(msg)
	d.watch()
	d.draw()
	d.run(cmd, false)
}

// run does commands until none is left; one that is done has only its word left.
func (d *Driver) run(cmd tea.Cmd, done bool) {
	if cmd == nil || d.Quit {
		return
	}
	d.drawn = nil
	if d.apart != nil && !done {
		d.going++
		came := d.apart
		go func() { came <- cmd() }()
		return
	}
	switch msg := cmd().(type) {
	case nil:
	case tea.BatchMsg:
		for _, c := range msg {
			d.run(c, false)
		}
	case tea.QuitMsg:
		d.Quit = true
	default:
		if v := reflect.ValueOf(msg); v.Type().String() == "tea.setClipboardMsg" {
			d.Copied = v.String() // the terminal's own: the program never hears of it
			return
		}
		if d.holding {
			d.held = append(d.held, msg)
			return
		}
		d.send(msg)
	}
}

// Styled is what stands on the screen with its colours, the escape sign as ␛.
func (d *Driver) Styled() string {
	return strings.ReplaceAll(d.View().Content, "\x1b", "␛")
}
