package desk

import (
	"bytes"
	"context"
	"slices"
	"strings"
	"time"

	"kwi/internal/account"
	"kwi/internal/fault"
	"kwi/internal/lang"
	"kwi/internal/post"
	"kwi/internal/report"
)

// Sender is who writes the minutes or the page for colleagues, and when.
type Sender struct {
	Me    account.User
	Other string // the language where the client's is not known
	At    time.Time
}

// Minutes are the minutes of a client's session in a form, whole: as a document,
// or as a mail that brings it to whoever was there, a draft and not sent.
// Without a cycle they are of the newest whose session has begun. Options need
// no supplier; without a language they are in the client's.
func (d *Desk) Minutes(ctx context.Context, c account.Client, cycle account.CycleName, form Form, o report.Options, by Sender) (_ []byte, err error) {
	if o.Supplier, err = d.Supplier(ctx); err != nil {
		return nil, err
	}
	y, err := recorded(&c, cycle)
	if err != nil {
		return nil, err
	}
	o.Language = clientLanguage(&c, o.Language, by.Other)
	in, err := minutesForm(form)
	if err != nil {
		return nil, err
	}
	content, err := in.page(o, report.Minutes(&c, y.Name, o))
	if err != nil || form != mail {
		return content, err
	}
	var letter bytes.Buffer
	err = post.Draft(&letter, minutesLetter(&c, y, o, by, in.Form, content))
	return letter.Bytes(), err
}

// mail is the form of a draft for a mail program.
const mail Form = ".eml"

// MinutesForms are the forms of minutes.
func MinutesForms() []Form { return append(minuted(), mail) }

// minutesForm is the form of the document that is written, which a mail brings.
func minutesForm(form Form) (formWriters, error) {
	if form == mail {
		form = minuted()[0]
	}
	return pageForm(form, MinutesForms())
}

// pageForm is a form in which minutes and other pages are written. known are those
// that the fault names.
func pageForm(form Form, known []Form) (formWriters, error) {
	i := slices.IndexFunc(forms, func(f formWriters) bool { return f.Form == form && f.minutes != nil })
	if i < 0 {
		return formWriters{}, noForm(form, known)
	}
	return forms[i], nil
}

// page writes a page in the form, and tells what it cannot show.
func (f *formWriters) page(o report.Options, page report.Document) ([]byte, error) {
	var b bytes.Buffer
	f.tell(o, page)
	err := f.minutes(&b, page)
	return b.Bytes(), err
}

// minuted are the forms of minutes as a document of their own, the one that a
// mail brings first.
func minuted() (all []Form) {
	for _, f := range forms {
		if f.minutes != nil {
			all = append(all, f.Form)
		}
	}
	return all
}

// ActionForms are the forms of an action list.
func ActionForms() []Form { return minuted() }

// Actions is the action list of a client, of a cycle or without one of the
// newest, for both sides.
func (d *Desk) Actions(ctx context.Context, c account.Client, cycle account.CycleName, form Form, o report.Options, other string) (_ []byte, err error) {
	in, err := pageForm(form, ActionForms())
	if err != nil {
		return nil, err
	}
	if c.Cycle(cycle) == nil {
		return nil, fault.New(fault.NoCycle, string(cycle), c.Name)
	}
	if o.Supplier, err = d.Supplier(ctx); err != nil {
		return nil, err
	}
	o.Language = clientLanguage(&c, o.Language, other)
	return in.page(o, report.ActionList(&c, cycle, o))
}

// recorded is the cycle that minutes are of.
func recorded(c *account.Client, name account.CycleName) (*account.Cycle, error) {
	y := c.Cycle(name)
	if name == "" {
		for i := range c.Cycles {
			if c.Cycles[i].Common() {
				y = &c.Cycles[i]
			}
		}
	}
	switch {
	case y == nil:
		return nil, fault.New(fault.NoCycle, string(name), c.Name)
	case !y.Common():
		return nil, fault.New(fault.NoMinutes, string(y.Name), c.Name)
	}
	return y, nil
}

// minutesLetter is the mail that brings minutes to whoever was there, as far
// as there is an address. What was agreed stands in it too.
func minutesLetter(c *account.Client, y *account.Cycle, o report.Options, by Sender, on Form, paper []byte) post.Letter {
	w := lang.For(o.Language)
	subject := w.T("minutes.mail.subject.undated")
	if y.Session != "" {
		subject = w.T("minutes.mail.subject", w.SessionDay(y))
	}
	text := []string{w.T("minutes.mail.dear"), w.T("minutes.mail.here")}
	if agreed := report.Agreed(c, y.Name, o); len(agreed) > 0 {
		text = append(text, w.T("minutes.mail.agreed"), strings.Join(agreed, "\n"))
	}
	text = append(text, w.T("minutes.mail.wrong"), strings.TrimSpace(w.T("minutes.mail.regards")+"\n"+by.Me.Name))
	l := post.Letter{
		ID: "minutes " + c.ID + " " + string(y.Name), Subject: subject, Language: w.Tag(), Text: strings.Join(text, "\n\n"), At: by.At,
		Files: []post.File{{Name: strings.Join([]string{c.ID, string(y.Name), w.T("minutes.file")}, "-") + string(on), Content: paper}},
	}
	if account.ValidEmail(by.Me.Email) {
		l.From = post.Address{Name: by.Me.Name, Email: by.Me.Email}
	}
	for _, who := range y.Meeting.Present {
		to, ok := post.Of(c, who)
		switch {
		case !ok:
		case l.To.Email == "":
			l.To = to
		default:
			l.Also = append(l.Also, to)
		}
	}
	return l
}
