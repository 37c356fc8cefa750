package desk

import (
	"bytes"
	"context"
	"strings"

	"kwi/internal/account"
	"kwi/internal/fault"
	"kwi/internal/lang"
	"kwi/internal/post"
	"kwi/internal/report"
)

// Colleagues is the page about a cycle of a client for everybody inside, the
// newest where its name is "", in a form: as a document, or as a mail to nobody
// yet that brings it.
func (d *Desk) Colleagues(ctx context.Context, c account.Client, cycle account.CycleName, form Form, o report.Options, by Sender) (_ []byte, err error) {
	if o.Supplier, err = d.Supplier(ctx); err != nil {
		return nil, err
	}
	y := c.Cycle(cycle)
	if y == nil {
		return nil, fault.New(fault.NoCycle, string(cycle), c.Name)
	}
	if o.Language == "" {
		o.Language = by.Other
	}
	in, err := minutesForm(form)
	if err != nil {
		return nil, err
	}
	page := report.Colleagues(&c, y.Name, o)
	in.tell(o, page)
	var b, draft bytes.Buffer
	if err := in.minutes(&b, page); err != nil || form != mail {
		return b.Bytes(), err
	}
	w := lang.For(o.Language)
	l := post.Letter{
		ID: "colleagues " + c.ID + " " + string(y.Name), Subject: w.T("colleagues.mail.subject", c.Name), Language: w.Tag(), At: by.At,
		Text:  strings.Join([]string{w.T("minutes.mail.dear"), w.T("colleagues.mail.here", c.Name), w.T("colleagues.mail.ask"), strings.TrimSpace(w.T("minutes.mail.regards") + "\n" + by.Me.Name)}, "\n\n"),
		Files: []post.File{{Name: strings.Join([]string{c.ID, string(y.Name), w.T("colleagues.file")}, "-") + string(in.Form), Content: b.Bytes()}},
	}
	if account.ValidEmail(by.Me.Email) {
		l.From = post.Address{Name: by.Me.Name, Email: by.Me.Email}
	}
	err = post.Draft(&draft, l)
	return draft.Bytes(), err
}
