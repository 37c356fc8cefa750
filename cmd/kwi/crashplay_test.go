package main

import (
	"context"
	"os"
	"time"

	tea "charm.land/bubbletea/v2"

	"kwi/internal/cli"
	"kwi/ui"
	"kwi/ui/kit"
)

// falls is in the environment of this test as a program of which the monitor falls,
// or all of it. It says so in no file of the program itself.
const falls = "KWI_TEST_FALLS"

// fallingProgram is the program with something in it that panics on a key, with the
// name of a client.
func fallingProgram() int {
	env := environment()
	env.Interactive = func(_ context.Context, s cli.Session) error {
		ctx, end := context.WithCancel(context.Background())
		defer end()
		if s.InLines {
			panic("NewMedia said no")
		}
		shows := ofTerminal()
		c, err := config(ctx, s)
		if err != nil {
			return err
		}
		c = lively(ctx, s, c, shows)
		for i := range c.Places {
			if c.Places[i].Name == "monitor" {
				c.Places[i].Open = func(kit.Place) kit.Screen { return frail{} }
			}
		}
		_, err = runInTerminal(ctx, s, shows, felling{over(ui.New(c), opener(ctx, s, shows))})
		return err
	}
	env.Show = func(context.Context, cli.Session, cli.View) (string, error) { panic("NewMedia said no") }
	return cli.Run(context.Background(), env, os.Args[1:])
}

// felling is the interface that falls as a whole on some keys.
type felling struct{ tea.Model }

func (f felling) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	if key, is := msg.(tea.KeyPressMsg); is {
		switch key.String() {
		case "U":
			panic("NewMedia said no")
		case "R":
			return f, func() tea.Msg { panic([]string{"NewMedia"}) }
		case "S":
			return f, tea.Batch(nil, tea.Tick(0, func(time.Time) tea.Msg { return []int{}[len(key.String())] }))
		}
	}
	next, cmd := f.Model.Update(msg)
	return felling{next}, cmd
}
