package main

import (
	"context"

	"kwi/internal/cli"
	"kwi/internal/lang"
	"kwi/ui"
	"kwi/ui/linear"
)

// examines is how the program stands on this machine, as a window shows it; nil of an
// example.
func examines(session context.Context, s cli.Session) func(*lang.Words) ([]ui.Examined, error) {
	if s.Examine == nil {
		return nil
	}
	return func(w *lang.Words) ([]ui.Examined, error) {
		found, err := s.Examine(session, w)
		all := make([]ui.Examined, len(found))
		for i, one := range found {
			all[i] = ui.Examined(one)
		}
		return all, err
	}
}

// examinesInLines is the same in lines.
func examinesInLines(session context.Context, s cli.Session) func(*lang.Words) ([]linear.Examined, error) {
	find := examines(session, s)
	if find == nil {
		return nil
	}
	return func(w *lang.Words) ([]linear.Examined, error) {
		found, err := find(w)
		all := make([]linear.Examined, len(found))
		for i, one := range found {
			all[i] = linear.Examined(one)
		}
		return all, err
	}
}

// exposedOf is what others on this computer can get at, as a window shows it.
func exposedOf(s cli.Session) ui.Exposed { return ui.Exposed{Names: s.Exposed, Conceal: s.Conceal} }
