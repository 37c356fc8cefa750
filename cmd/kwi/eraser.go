package main

import (
	"context"
	"slices"

	"kwi/internal/cli"
	"kwi/internal/desk"
	"kwi/internal/fault"
	"kwi/internal/lang"
	"kwi/internal/progress"
	"kwi/internal/report"
	"kwi/internal/text"
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
			e.Instead = o.Instead
			done, err := s.Erases.Do(ctx, e)
			about.Would = false
			return done.Report(about), err
		},
	}
}

// toErase is who is erased and how, and what the report says of the time before.
func toErase(s cli.Session, o erasing.Order, told progress.Told) (e desk.Erasing, about report.Erased, err error) {
	w := lang.For(o.Tag)
	person, ok := o.Client.Person(o.Who)
	if !ok {
		return e, about, fault.New(fault.Removed, string(o.Who))
	}
	e = desk.Erasing{Person: person, Everywhere: o.Everywhere, Today: o.Today, Unseen: text.Line(o.Word), What: w.T("erase.trace"), Why: w.T("erase.trace.why"), Told: told}
	for _, name := range o.Also {
		if name = text.Line(name); name != "" {
			e.Also = append(e.Also, name)
		}
	}
	about = report.Erased{Client: o.Client.Name, Would: true}
	now := s.Settings
	if s.Reread != nil {
		if read, err := s.Reread(); err == nil {
			now = read // a folder may have been chosen since
		}
	}
	e.Accounts = cli.Accounts(s.Getenv, now.Me, person)
	for _, folder := range []string{now.Lists, now.Returns} {
		if folder != "" && !slices.Contains(about.Folders, folder) {
			about.Folders = append(about.Folders, folder)
		}
	}
	for i := range o.Client.Cycles {
		about.Letters += len(o.Client.Cycles[i].Sent[o.Who])
	}
	return e, about, nil
}
