package desk

import (
	"bytes"
	"context"

	"kwi/internal/account"
	"kwi/internal/fault"
	"kwi/internal/lang"
	"kwi/internal/post"
	"kwi/internal/questionnaire"
	"kwi/internal/report"
	"kwi/internal/report/markdown"
)

// ReadBack makes what was heard in the talk with a respondent as a text and as a
// letter to them. It changes nothing.
func (d *Desk) ReadBack(ctx context.Context, c account.Client, cycle account.CycleName, who account.Initials, by Bringing) (Outgoing, error) {
	from, err := by.sender()
	if err != nil {
		return Outgoing{}, err
	}
	supplier, err := d.Supplier(ctx)
	if err != nil {
		return Outgoing{}, err
	}
	y := c.Cycle(cycle)
	if y == nil {
		return Outgoing{}, fault.New(fault.NoCycle, string(cycle), c.Name)
	}
	talk, ok := report.TalkOf(&c, y.Name, who, report.Options{Language: by.Tag, Supplier: supplier, Today: dayOf(by.At)})
	if !ok {
		return Outgoing{}, fault.New(fault.Unheard, string(who))
	}
	page := talk.Document()
	out := Outgoing{Who: who, Name: string(who), File: c.ID + "-" + string(y.Name) + "-" + string(who) + "-" + lang.For(page.Language).T("talk.file")}
	letter := post.Write(&c, who, from, talk.Subject(), talk.Letter(questionnaire.Sender{Supplier: supplier, Name: from.Name}.Signature()), by.At)
	if r := c.Respondent(who); r.Name != "" {
		out.Name = r.Name
	}
	letter.Message = post.MessageFor(from, "concept", c.ID, string(y.Name), string(who), letter.Subject, letter.Text)
	out.Mail, out.Email = letter, letter.To.Email != ""
	var text, mail bytes.Buffer
	if err := markdown.Monitor(&text, page); err != nil {
		return Outgoing{}, err
	}
	if err := post.Draft(&mail, letter); err != nil {
		return Outgoing{}, err
	}
	out.Text, out.Letter = text.Bytes(), mail.Bytes()
	return out, nil
}
