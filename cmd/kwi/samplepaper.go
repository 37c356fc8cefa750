package main

import (
	"context"
	"time"

	"kwi/internal/account"
	"kwi/internal/cli"
	"kwi/internal/desk"
	"kwi/internal/lang"
	"kwi/ui/part/papers"
)

// examplePaper is the example monitor among the documents.
const examplePaper = "example"

// alsoExample is a press that writes the example monitor too, out of a data file
// of its own that is gone at once.
func alsoExample(p *papers.Press, s cli.Session, now func() time.Time) *papers.Press {
	if s.Example == nil {
		return p
	}
	p.Papers = append(p.Papers, papers.Paper{Name: examplePaper, Forms: endings(desk.MonitorForms()), Example: true})
	write := p.Write
	p.Write = func(ctx context.Context, o papers.Order) (papers.Written, error) {
		if o.Paper != examplePaper {
			return write(ctx, o)
		}
		e, gone, err := s.Example(ctx, lang.For(o.Tag), true)
		if err != nil {
			return papers.Written{Path: o.Path}, err
		}
		defer func() { _ = gone() }()
		if o.Client, err = e.Desk.Client(ctx, e.Only); err != nil {
			return papers.Written{Path: o.Path}, err
		}
		o.Paper, o.Cycle, o.Today, o.Me = "monitor", "", account.Date(now().Format(time.DateOnly)), e.Settings.Me
		return printing(e.Desk, s.Getenv, now).Write(ctx, o)
	}
	return p
}
