package main

import (
	"context"

	"kwi/internal/cli"
	"kwi/internal/desk"
	"kwi/internal/lang"
	"kwi/internal/progress"
	"kwi/internal/report"
	"kwi/ui/part/erasing"
	"kwi/ui/part/papers"
)

// eraser is how a person is erased from the screen; nil where there is no data file.
func eraser(s cli.Session, p *papers.Press) *erasing.Eraser {
	if s.Erases.Store == nil {
		return nil
	}
	return &erasing.Eraser{
		Papers: p, Say: (*lang.Words).Fault,
		Would: func(ctx context.Context, o erasing.Order, told progress.Told) (erasing.Found, error) {
			e, about, err := toErase(s, o, told)
			if err != nil {
				return erasing.Found{}, err
			}
			would, err := s.Erases.Would(ctx, e)
			return erasing.Found{Told: would.Report(about), Texts: would.Writings}, err
		},
		Do: func(ctx context.Context, o erasing.Order, told progress.Told) (report.Erased, error) {
			e, about, err := toErase(s, o, told)
			if err != nil {
				return about, err
			}
			done, err := s.Erases.Do(ctx, e)
			return done.Report(about), err
		},
	}
}

// toErase is who is erased and how, and what the report says of the time before.
func toErase(s cli.Session, o erasing.Order, told progress.Told) (desk.Erasing, report.Erased, error) {
	now := s.Settings
	if s.Reread != nil {
		if read, err := s.Reread(); err == nil {
			now = read // a folder may have been chosen since
		}
	}
	order := cli.EraseOrder{Client: o.Client, Who: o.Who, Also: o.Also, Everywhere: o.Everywhere, Word: o.Word, Instead: o.Instead, Today: o.Today, Told: told}
	return order.Erasing(lang.For(o.Tag), now, s.Getenv)
}
