package main

import (
	"context"
	"io"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"kwi/internal/desk"
	"kwi/internal/lang"
	"kwi/internal/portfolio"
	"kwi/store"
	"kwi/ui"
	"kwi/ui/theme"
)

// slow is a store that takes its time to read, as a disk may.
type slow struct{ store.Store }

func (s slow) Get(ctx context.Context, keys ...string) ([]store.Record, error) {
	time.Sleep(20 * time.Millisecond)
	return s.Store.Get(ctx, keys...)
}

// TestABurstOfKeysOnTheRealProgram types a whole list, and the way to it, in
// one go into the running program: everything lands where it was meant. Only
// a live program shows keys that overtake the screen they were typed for.
func TestABurstOfKeysOnTheRealProgram(t *testing.T) {
	s := slow{stocked(t)}
	d := desk.New(s, nonce)
	in, keys := io.Pipe()
	p := tea.NewProgram(guardModel(ui.New(ui.Config{
		Keeper: keeper{d, "BESTSELLER B.V."}, Places: places(sources{clients: func() ([]portfolio.Line, error) { return d.Portfolio(context.Background()) }}), Words: lang.For("nl"), Theme: theme.Dark(), Themed: true,
		Supplier: "BESTSELLER B.V.", Now: func() time.Time { return day },
	})), tea.WithInput(in), tea.WithOutput(io.Discard), tea.WithWindowSize(80, 24), tea.WithoutSignals(), tea.WithEnvironment([]string{"TERM=xterm-256color"}))
	done := make(chan error, 1)
	go func() { _, err := p.Run(); done <- err }()
	want := strings.Repeat("7\r8<\r9>\r", 7) + "6\r5\r"
	if _, err := keys.Write([]byte("\r\r" + want + "\x03")); err != nil {
		t.Fatal(err)
	}
	if err := <-done; err != nil {
		t.Fatal(err)
	}
	c := kept(t, s.Store, "newmedia")
	var got strings.Builder
	for _, a := range c.Newest().Answers["AA"] {
		got.WriteString(a.String() + "\r")
	}
	if got.String() != want {
		t.Errorf("typed %q\nkept  %q", want, got.String())
	}
}
