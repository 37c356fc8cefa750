package desk

import (
	"bytes"
	"context"
	"slices"

	"kwi/internal/account"
	"kwi/internal/fault"
	"kwi/internal/guide"
	"kwi/internal/lang"
	"kwi/internal/letter"
	"kwi/internal/post"
	"kwi/internal/questionnaire"
	"kwi/internal/report"
)

// Letters makes the letters of a kind in a cycle of a client as they are in hand,
// "" is the newest, for thanks the newest whose session has begun: of everybody for whom there is one, or of those alone whom
// by names. Each is a draft for a mail program and a text to read. It changes
// nothing; where a list goes with it, HandOut keeps its mark.
func (d *Desk) Letters(ctx context.Context, c account.Client, cycle account.CycleName, kind letter.Kind, by Bringing) ([]Outgoing, error) {
	y, err := CycleOfLetters(&c, cycle, kind)
	if err != nil {
		return nil, err
	}
	today := dayOf(by.At)
	who, err := letter.Recipients(&c, y, kind, today)
	if err != nil {
		return nil, err
	}
	if by.Only != nil {
		for _, one := range by.Only {
			if !slices.Contains(who, one) {
				return nil, fault.New(fault.NotTheirTurn, string(one))
			}
		}
		who = slices.DeleteFunc(who, func(i account.Initials) bool { return !slices.Contains(by.Only, i) })
	}
	switch kind {
	case letter.Reminder:
		return d.lists(ctx, &c, y, questionnaire.Reminding, who, by)
	case letter.Concept:
		return d.readBacks(ctx, c, y.Name, who, by)
	}
	return d.written(ctx, &c, y, kind, who, by)
}

// CycleOfLetters is the cycle that letters are about, "" being the newest that can have
// them.
func CycleOfLetters(c *account.Client, name account.CycleName, kind letter.Kind) (*account.Cycle, error) {
	if kind == letter.Thanks {
		return recorded(c, name)
	}
	if y := c.Cycle(name); y != nil {
		return y, nil
	}
	return nil, fault.New(fault.NoCycle, string(name), c.Name)
}

// readBacks are the letters after the talks.
func (d *Desk) readBacks(ctx context.Context, c account.Client, cycle account.CycleName, who []account.Initials, by Bringing) (out []Outgoing, err error) {
	for i, one := range who {
		o, err := d.ReadBack(ctx, c, cycle, one, by)
		if err != nil {
			return nil, err
		}
		out = append(out, o)
		by.Told.Tell(i+1, len(who))
	}
	return out, nil
}

// written are letters in words alone; the thanks have the minutes with them, in
// the language of the letter.
func (d *Desk) written(ctx context.Context, c *account.Client, y *account.Cycle, kind letter.Kind, who []account.Initials, by Bringing) (out []Outgoing, err error) {
	from, err := by.sender()
	if err != nil {
		return nil, err
	}
	supplier, err := d.Supplier(ctx)
	if err != nil {
		return nil, err
	}
	today, taken, minutes := dayOf(by.At), map[string]bool{}, map[string][]byte{}
	w := letter.Writing{From: questionnaire.Sender{Supplier: supplier, Name: from.Name}, Tag: by.Tag, Today: today}
	for i, one := range who {
		l := letter.Of(c, y, kind, one, w)
		words := lang.For(l.Language)
		draft := post.Write(c, one, from, l.Subject, l.Text, by.At)
		draft.Language = l.Language
		if kind == letter.Invitation {
			if err := post.Invite(&draft, c, y, words.T("letter.file.invitation")); err != nil {
				return nil, err
			}
		}
		if kind == letter.Withdrawal {
			if err := post.Withdraw(&draft, c, y, words.T("letter.file.withdrawal")); err != nil {
				return nil, err
			}
		}
		if kind == letter.Thanks {
			if minutes[l.Language] == nil {
				form := minuted()[0]
				paper, err := d.Minutes(ctx, *c, y.Name, form, report.Options{Language: l.Language, Today: today}, Sender{Me: by.Me, Other: by.Tag, At: by.At})
				if err != nil {
					return nil, err
				}
				minutes[l.Language] = paper
			}
			draft.Files = []post.File{{Name: c.ID + "-" + string(y.Name) + "-" + words.T("minutes.file") + string(minuted()[0]), Content: minutes[l.Language]}}
		}
		draft.Message = post.MessageFor(from, string(kind), c.ID, string(y.Name), string(one), l.Subject, l.Text)
		var mail bytes.Buffer
		if err := post.Draft(&mail, draft); err != nil {
			return nil, err
		}
		name := string(one)
		if r := c.Respondent(one); r.Name != "" {
			name = r.Name
		}
		out = append(out, Outgoing{
			Who: one, Name: name, Email: draft.To.Email != "", File: fileOf(c.ID, y.Name, one, taken) + "-" + words.T("letter.file."+string(kind)),
			Mail: draft, Letter: mail.Bytes(), Text: readable(l.Subject, l.Text),
		})
		if kind == letter.News {
			out[i].noted = newsHeard(c, y, one, today, guide.StandardQuestions(c.Approach, c.StandardLanguage(by.Tag), supplier))
		}
		by.Told.Tell(i+1, len(who))
	}
	return out, nil
}

// Mail lets letters in words alone go one by one, of whoever has an address. told
// hears of each: nil where the server took it, MaybeDelivered where nobody
// knows. A letter that is not taken stops no other; a server that takes none
// does, and so does a data file that cannot be written. It tells how many the
// server took. Of news that the server took it is kept who was told of which
// agreement; of other letters nothing is kept: the same letter, sent once more, is
// the same message to whoever has it already.
func (d *Desk) Mail(ctx context.Context, all []Outgoing, by Carrier, told func(Outgoing, error)) (sent int, err error) {
	for _, o := range all {
		if !o.Email || o.Book != nil || o.Page != nil {
			continue
		}
		if ctx.Err() != nil {
			return sent, ctx.Err()
		}
		err := by.Carry(ctx, o.Mail)
		if err == nil {
			sent++
			if o.noted != nil {
				if err := d.note(context.WithoutCancel(ctx), o.noted.client, o.noted.label, o.noted.apply); err != nil {
					return sent, err
				}
			}
		} else if post.StopsAll(err) || ctx.Err() != nil && !fault.Has(err, fault.MaybeDelivered) {
			return sent, err
		}
		told(o, err)
	}
	return sent, nil
}

// readable is a letter as a text of its own.
func readable(subject, text string) []byte { return []byte("# " + subject + "\n\n" + text + "\n") }
