package post

import (
	"strings"
	"time"

	"kwi/internal/account"
	"kwi/internal/lang"
	"kwi/internal/questionnaire"
)

// By is who brings the lists.
type By string

// The ways: the manager themselves, or the sponsor, who is asked to pass each
// letter on with a word of their own.
const (
	ByManager By = "manager"
	BySponsor By = "sponsor"
)

// Bring is the letter that brings a respondent their list, with the workbook
// attached. Without a usable address it is a letter to nobody. The sponsor
// gets their own letter from the manager, and so does everybody where there is
// no sponsor with an address.
func Bring(c *account.Client, l questionnaire.List, by By, from Address, at time.Time, files ...File) Letter {
	out := Letter{
		ID: l.Reference().String(), From: from, To: addressOf(c, l.Who), Subject: l.Subject, Reference: l.Reference().Subject(), Language: l.Language,
		Text: questionnaire.Unbracketed(l.Message) + "\n\n" + replyRule + "\n\n" + questionnaire.Plain(l), Files: files, At: at,
	}
	if sponsor := addressOf(c, c.Sponsor); by == BySponsor && sponsor.Email != "" && l.Who != c.Sponsor {
		w, r := lang.For(l.Language), c.Respondent(c.Sponsor)
		if r.Language != "" {
			w = lang.For(r.Language)
		}
		name := questionnaire.Unbracketed(l.Name)
		if to := out.To.Email; to != "" {
			name += " (" + to + ")"
		}
		out.To = sponsor
		out.Subject = w.T("post.forward.subject", l.Name, l.Subject)
		signer, _, _ := strings.Cut(l.Signed, "\n")
		ask := w.T("post.forward.text", questionnaire.Unbracketed(w.Salutation(r)), name, questionnaire.Unbracketed(signer))
		out.Text = strings.ReplaceAll(ask, "\n", "\n\n") + "\n\n" + replyRule + "\n\n" + out.Text
	}
	return out
}

// Write is a letter to a respondent with nothing to fill in. Without a usable
// address it is a letter to nobody.
func Write(c *account.Client, who account.Initials, from Address, subject, text string, at time.Time) Letter {
	return Letter{ID: c.ID + " " + string(who) + " " + at.UTC().String(), From: from, To: addressOf(c, who), Subject: subject, Text: text, At: at}
}

// replyRule parts what is said from what is to be filled in. It is short, for a phone
// breaks a longer one in two.
const replyRule = "--------------------"

// addressOf is where a respondent gets their mail.
func addressOf(c *account.Client, who account.Initials) Address {
	r := c.Respondent(who)
	if r == nil || !account.ValidEmail(r.Email) {
		return Address{}
	}
	name := r.Name
	if name == "" {
		name = string(who)
	}
	return Address{name, r.Email}
}

// Of is where a respondent gets mail; false where that is not known.
func Of(c *account.Client, who account.Initials) (Address, bool) {
	a := addressOf(c, who)
	return a, a.Email != ""
}
