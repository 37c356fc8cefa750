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
	"kwi/internal/page"
	"kwi/internal/post"
	"kwi/internal/progress"
	"kwi/internal/questionnaire"
	"kwi/internal/report"
	"kwi/internal/report/pdf"
	"kwi/internal/sheet"
)

// Bringing is how lists are brought to their respondents.
type Bringing struct {
	Tag     string             // the language of who has none of their own
	Me      account.User       // who signs, and whose address the letters come from
	From    string             // another address for that, with or without a name
	Sponsor bool               // the sponsor passes them on
	Paper   bool               // also on paper, to fill in at the table
	Unset   func(report.Unset) // is told what paper cannot show, if anything; may be nil
	Browser bool               // as pages for the browser, also for who has a spreadsheet
	// Only are the respondents whom it is for; nil is all whose turn it is.
	Only []account.Initials
	At   time.Time     // when
	Told progress.Told // hears of each list that is made
}

// Outgoing is what one respondent gets.
type Outgoing struct {
	Who    account.Initials
	Name   string
	Sent   account.Sending // what is kept of the list; of one that is kept already nothing more
	Email  bool            // there is an address to send it to
	File   string          // the name of the files, before .xlsx, .html, .eml, .pdf and .md
	Book   []byte          // each of these nil where there is none
	Page   []byte          // in the place of Book
	Letter []byte
	Paper  []byte
	Text   []byte
	Mail   post.Letter // what Letter is a draft of, where it can be mailed without a list

	noted *noted // what is kept once it was mailed; nil of most
}

// sender is who sends the letters. Without an address the mail program knows
// it.
func (b Bringing) sender() (post.Address, error) {
	from := post.Address{Name: b.Me.Name}
	if account.ValidEmail(b.Me.Email) {
		from.Email = b.Me.Email
	}
	if b.From == "" {
		return from, nil
	}
	other, ok := post.ParseAddress(b.From)
	if !ok {
		return from, fault.New(fault.BadValue, b.From, "naam@voorbeeld.nl")
	}
	if other.Name == "" {
		other.Name = from.Name
	}
	return other, nil
}

// Questionnaires makes the lists of a client as they are kept.
func (d *Desk) Questionnaires(ctx context.Context, id string, cycle account.CycleName, by Bringing) ([]Outgoing, error) {
	c, err := d.Client(ctx, id)
	if err != nil {
		return nil, err
	}
	return d.Lists(ctx, c, cycle, by)
}

// Lists makes the workbook and the letter of everybody whose list is expected
// in a cycle of a client, as they are in hand; "" is the newest. Until the cycle
// comes to measuring they are to look at, from then on to fill in. Each bears a
// mark, unless the cycle is closed, when nothing comes back. It changes nothing:
// HandOut does.
func (d *Desk) Lists(ctx context.Context, c account.Client, cycle account.CycleName, by Bringing) ([]Outgoing, error) {
	y := c.Cycle(cycle)
	if y == nil {
		if cycle == "" {
			return nil, fault.New(fault.NoCycle)
		}
		return nil, fault.New(fault.NoCycle, string(cycle), c.Name)
	}
	var who []account.Initials
	for _, r := range c.Asked(y) {
		who = append(who, r.Initials)
	}
	if len(who) == 0 {
		return nil, fault.New(fault.NobodyAsked, c.Name, string(y.Name))
	}
	for _, one := range by.Only {
		if !slices.Contains(who, one) {
			return nil, fault.New(fault.NotAsked, string(one))
		}
	}
	who = by.only(who)
	return d.lists(ctx, &c, y, questionnaire.RoundOf(y.Stage), who, by)
}

// lists makes the lists of a round, of these respondents.
func (d *Desk) lists(ctx context.Context, c *account.Client, y *account.Cycle, round questionnaire.Round, asked []account.Initials, by Bringing) ([]Outgoing, error) {
	from, err := by.sender()
	if err != nil {
		return nil, err
	}
	supplier, err := d.Supplier(ctx)
	if err != nil {
		return nil, err
	}
	signs := questionnaire.Sender{Supplier: supplier, Name: from.Name}
	way := post.ByManager
	if by.Sponsor {
		way = post.BySponsor
	}
	var out []Outgoing
	taken := map[string]bool{}
	today := dayOf(by.At)
	for i, who := range asked {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		l := round.List(c, y, who, signs, by.Tag, today)
		sent := y.Rewritten(who, today)
		if sent.Mark == "" && y.Stage != account.Closed {
			sent = account.Sending{Mark: d.newMark(), Date: today, Promise: l.Promise, Asked: y.Wording(who)}
		}
		l.Mark = sent.Mark
		o := Outgoing{Who: who, Name: l.Name, Sent: sent, File: fileOf(c.ID, y.Name, who, taken)}
		if round == questionnaire.Reminding {
			o.File += "-" + lang.For(l.Language).T("letter.file.reminder")
			o.Text = readable(l.Subject, l.Message)
		}
		l.Browser = l.Browser || by.Browser
		file, err := fileWith(l, o.File, from, today)
		if err != nil {
			return nil, err
		}
		if o.Book = file.Content; l.Browser {
			o.Book, o.Page = nil, file.Content
		}
		var letter bytes.Buffer
		brings := post.Bring(c, l, way, from, by.At, file)
		if err := post.Draft(&letter, brings); err != nil {
			return nil, err
		}
		o.Letter, o.Email = letter.Bytes(), brings.To.Email != ""
		if by.Paper {
			var paper bytes.Buffer
			if err := pdf.List(&paper, l, today); err != nil {
				return nil, err
			}
			o.Paper = paper.Bytes()
			if u := pdf.ListUnset(l); u.Any() && by.Unset != nil {
				by.Unset(u)
			}
		}
		out = append(out, o)
		by.Told.Tell(i+1, len(asked))
	}
	return out, nil
}

// fileWith is the file in which a respondent fills in their list: a workbook or,
// for who has no spreadsheet, a page for the browser, which sends the answers
// back to the sender.
func fileWith(l questionnaire.List, name string, from post.Address, today account.Date) (post.File, error) {
	var content bytes.Buffer
	if l.Browser {
		err := page.Write(&content, l, from.Email)
		return post.File{Name: name + ".html", Content: content.Bytes()}, err
	}
	err := sheet.Write(&content, l, today)
	return post.File{Name: name + ".xlsx", Content: content.Bytes()}, err
}

// fileOf is what the files of a respondent are called, also where capitals
// are no difference: kk and KK are two people.
func fileOf(id string, cycle account.CycleName, who account.Initials, taken map[string]bool) string {
	name := id + "-" + string(cycle) + "-" + string(who)
	for taken[strings.ToLower(name)] {
		name += "-2"
	}
	taken[strings.ToLower(name)] = true
	return name
}
