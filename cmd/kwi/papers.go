package main

import (
	"context"
	"os"
	"path/filepath"
	"time"

	"kwi/internal/account"
	"kwi/internal/desk"
	"kwi/internal/lang"
	"kwi/internal/letter"
	"kwi/internal/office"
	"kwi/internal/post"
	"kwi/internal/progress"
	"kwi/internal/report"
	"kwi/ui/part"
	"kwi/ui/part/papers"
)

// printing is how documents are written from a screen: made by the desk of the
// client as it is in hand, and put on the disk by the office.
func printing(d *desk.Desk, getenv func(string) string, now func() time.Time) *papers.Press {
	home, _ := os.UserHomeDir()
	monitor := func(audience report.Audience) maker {
		return func(ctx context.Context, o papers.Order, form desk.Form, how report.Options) ([]byte, error) {
			how.Audience = audience
			return d.Monitor(ctx, o.Client, o.Cycle, form, how, o.Tag)
		}
	}
	makers := map[string]maker{
		"monitor": monitor(report.ForClient), "internal": monitor(report.Internal),
		"minutes": func(ctx context.Context, o papers.Order, form desk.Form, how report.Options) ([]byte, error) {
			return d.Minutes(ctx, o.Client, o.Cycle, form, how, desk.Sender{Me: o.Me, Other: o.Tag, At: now()})
		},
		"actions": func(ctx context.Context, o papers.Order, form desk.Form, how report.Options) ([]byte, error) {
			return d.Actions(ctx, o.Client, o.Cycle, form, how, o.Tag)
		},
		"yousaid": func(ctx context.Context, o papers.Order, form desk.Form, how report.Options) ([]byte, error) {
			return d.YouSaid(ctx, o.Client, o.Cycle, form, how, o.Tag)
		},
		"colleagues": func(ctx context.Context, o papers.Order, form desk.Form, how report.Options) ([]byte, error) {
			return d.Colleagues(ctx, o.Client, o.Cycle, form, how, desk.Sender{Me: o.Me, Other: o.Tag, At: now()})
		},
		"visit": func(ctx context.Context, o papers.Order, form desk.Form, how report.Options) ([]byte, error) {
			how.Language = o.Tag
			return d.Visit(ctx, o.Client, o.Cycle, o.To, form, how)
		},
		"plan": func(ctx context.Context, o papers.Order, form desk.Form, how report.Options) ([]byte, error) {
			how.Language, how.Audience = o.Tag, report.Internal
			return d.Plan(ctx, o.Client, o.Year, form, how)
		},
		"person": func(ctx context.Context, o papers.Order, form desk.Form, how report.Options) ([]byte, error) {
			return d.Person(ctx, o.Client, desk.PersonAsked{Who: o.To}, form, how, o.Tag)
		},
		"erased": func(ctx context.Context, o papers.Order, form desk.Form, how report.Options) ([]byte, error) {
			how.Language = o.Tag
			return d.ErasureReport(ctx, *o.Erased, form, how)
		},
		"data": func(ctx context.Context, o papers.Order, form desk.Form, _ report.Options) ([]byte, error) {
			content, _, err := d.Rows(ctx, []account.Client{o.Client}, "", form, true)
			return content, err
		},
		"calendar": func(_ context.Context, o papers.Order, _ desk.Form, _ report.Options) ([]byte, error) {
			content, _, err := desk.Calendar(&o.Client, lang.For(o.Tag), now())
			return content, err
		},
	}
	p := &papers.Press{
		Folder: documents(home), Say: (*lang.Words).Fault,
		Papers: []papers.Paper{
			{Name: papers.PackName, Forms: []string{".zip"}},
			{Name: "monitor", Forms: endings(desk.MonitorForms())}, {Name: "internal", Forms: endings(desk.MonitorForms())},
			{Name: "concept", Forms: letterForms(), Letters: true}, {Name: "news", Forms: letterForms(), Letters: true}, {Name: "invitation", Forms: letterForms(), Letters: true}, {Name: "withdrawal", Forms: letterForms(), Letters: true}, {Name: "reminder", Forms: letterForms(), Letters: true, Lists: true},
			{Name: "minutes", Forms: endings(desk.MinutesForms())},
			{Name: "thanks", Forms: letterForms(), Letters: true},
			{Name: "yousaid", Forms: endings(desk.YouSaidForms())},
			{Name: "colleagues", Forms: endings(desk.MinutesForms())},
			{Name: "visit", Forms: endings(desk.VisitForms()), Person: true},
			{Name: "actions", Forms: endings(desk.ActionForms())},
			{Name: "plan", Forms: endings(desk.PlanForms()), Year: true}, {Name: "calendar", Forms: []string{".ics"}},
			{Name: "person", Forms: endings(desk.PersonForms()), Person: true, Anybody: true, Whole: true},
			{Name: "erased", Forms: endings(desk.PersonForms()), Report: true, Whole: true},
			{Name: "data", Forms: endings(desk.RowForms()), Whole: true},
		},
		WritePack: func(ctx context.Context, o papers.Order, told progress.Told) (papers.Pack, error) {
			return writePack(ctx, d, o, inHome(o.Path, home), now(), told)
		},
		WriteLetters: func(ctx context.Context, o papers.Order, told progress.Told) (papers.Letters, error) {
			return writeLetters(ctx, d, o, inHome(o.Path, home), now(), told)
		},
		Write: func(ctx context.Context, o papers.Order) (papers.Written, error) {
			written := papers.Written{Path: inHome(o.Path, home)}
			how := report.Options{Today: o.Today, Now: account.MomentOf(now()), Unset: func(u report.Unset) { written.Unset = u }}
			content, err := makers[o.Paper](ctx, o, desk.FormOf(written.Path), how)
			if err != nil {
				return written, err
			}
			if err := os.MkdirAll(filepath.Dir(written.Path), 0o700); err != nil {
				return written, err
			}
			return written, office.Write(ctx, written.Path, content, "")
		},
	}
	p.Mails = hasServer(getenv)
	p.Prepare = func(ctx context.Context, o papers.Order, told progress.Told) (part.MailRound, error) {
		return prepareLetters(ctx, d, o, getenv, now(), told)
	}
	return p
}

// letterForms are the endings of what is written of every letter.
func letterForms() []string { return []string{".eml", ".md"} }

// writeLetters puts the letters of a kind into a folder, all of them or none.
func writeLetters(ctx context.Context, d *desk.Desk, o papers.Order, folder string, at time.Time, told progress.Told) (papers.Letters, error) {
	w := papers.Letters{Folder: folder}
	by := lettersBy(o, at)
	by.Told = told.Part(0, 2)
	all, err := d.Letters(ctx, o.Client, o.Cycle, letter.Kind(o.Paper), by)
	if err != nil {
		return w, err
	}
	for _, one := range all {
		w.Who = append(w.Who, one.Who)
		if !one.Email {
			w.Without = append(w.Without, one.Who)
		}
	}
	return w, d.HandOut(ctx, o.Client.ID, o.Cycle, all, func() error {
		_, err := office.WriteLists(ctx, folder, all, "", told.Part(1, 2))
		return err
	})
}

// prepareLetters makes the letters of a kind that can be mailed.
func prepareLetters(ctx context.Context, d *desk.Desk, o papers.Order, getenv func(string) string, at time.Time, told progress.Told) (part.MailRound, error) {
	server, _, wrong := serverOf(getenv, o.Me)
	if wrong != nil {
		return part.MailRound{}, wrong
	}
	by := lettersBy(o, at)
	by.Told = told
	if by.Me.Email == "" {
		by.From = server.From.Email
	}
	all, err := d.Letters(ctx, o.Client, o.Cycle, letter.Kind(o.Paper), by)
	if err != nil {
		return part.MailRound{}, err
	}
	r := part.MailRound{Server: server.Host}
	for _, one := range all {
		if one.Email {
			r.Letters = append(r.Letters, part.Mail{Who: one.Who, Email: one.Mail.To.Email, Subject: one.Mail.Subject, Text: one.Mail.Text})
		} else {
			r.Without = append(r.Without, one.Who)
		}
	}
	r.Go = sendingBy(server, len(r.Letters), func(ctx context.Context, line *post.Line, told func(account.Initials, error)) error {
		_, err := d.Mail(ctx, all, line, func(one desk.Outgoing, err error) { told(one.Who, err) })
		return err
	})
	return r, nil
}

// lettersBy is by whom letters are written, and to whom.
func lettersBy(o papers.Order, at time.Time) desk.Bringing {
	by := desk.Bringing{Tag: o.Tag, Me: o.Me, At: at}
	if o.To != "" {
		by.Only = []account.Initials{o.To}
	}
	if len(o.Rest) > 0 {
		by.Only = o.Rest
	}
	return by
}

// maker makes a document whole.
type maker func(context.Context, papers.Order, desk.Form, report.Options) ([]byte, error)

func endings(forms []desk.Form) (all []string) {
	for _, f := range forms {
		all = append(all, string(f))
	}
	return all
}
