package desk

import (
	"context"
	"crypto/sha256"
	"slices"
	"time"

	"kwi/internal/account"
	"kwi/internal/fault"
	"kwi/internal/hand"
	"kwi/internal/post"
	"kwi/internal/questionnaire"
)

// Sending is a round of letters that has not gone yet, to be shown before it
// goes.
type Sending struct {
	Client   string // ID
	Name     string // of the client
	Cycle    account.CycleName
	Round    questionnaire.Round
	Letters  []Posted
	Doubtful []Posted             // that may have arrived; they go only when they are put among the letters
	Without  []account.Respondent // whose turn it is, with no address to send it to
}

// Posted is the letter of one respondent.
type Posted struct {
	Who     account.Initials
	Mark    account.Mark         // of the list
	Promise account.AnswersBy    // what the list says of the grades
	Asked   string               // what it asks, as account.Cycle.Wording has it
	State   account.SendingState // how far it is: "" of one that was never sent
	Since   account.Date         // when it was sent before
	post.Letter
}

// Carrier takes a letter away. A fault that post.StopsAll says that it takes
// none at all; MaybeDelivered that it may have this one.
type Carrier interface {
	Carry(context.Context, post.Letter) error
}

// Prepare makes the letters of a round in the client's running cycle, of those
// whose turn it is; "" is the round of the stage. It changes nothing.
func (d *Desk) Prepare(ctx context.Context, id string, round questionnaire.Round, by Bringing) (Sending, error) {
	from, err := by.sender()
	if err != nil {
		return Sending{}, err
	}
	supplier, err := d.Supplier(ctx)
	if err != nil {
		return Sending{}, err
	}
	c, err := d.Client(ctx, id)
	if err != nil {
		return Sending{}, err
	}
	y := c.Newest()
	switch {
	case y == nil:
		return Sending{}, fault.New(fault.NoCycle)
	case y.Stage == account.Closed:
		return Sending{}, fault.New(fault.Frozen, string(y.Name))
	case round == "":
		round = questionnaire.RoundOf(y.Stage)
	}
	s := Sending{Client: id, Name: c.Name, Cycle: y.Name, Round: round}
	signs, today := questionnaire.Sender{Supplier: supplier, Name: from.Name}, dayOf(by.At)
	taken := map[string]bool{}
	letter := func(who account.Initials, was account.Sending) (Posted, bool, error) {
		l := round.List(&c, y, who, signs, by.Tag, today)
		l.Mark = was.Mark
		l.Browser = l.Browser || by.Browser
		file, err := fileWith(l, fileOf(c.ID, y.Name, who, taken), from, today)
		if err != nil {
			return Posted{}, false, err
		}
		p := Posted{Who: who, Mark: was.Mark, Promise: l.Promise, Asked: y.Wording(who), State: was.State, Since: was.Date, Letter: post.Bring(&c, l, post.ByManager, from, by.At, file)}
		p.Message = was.Message
		return p, p.To.Email != "", nil
	}
	turns, doubtful := by.only(round.Recipients(&c, y, today)), by.only(round.Doubtful(&c, y, today))
	made := func(n int) { by.Told.Tell(n, len(turns)+len(doubtful)) }
	for i, who := range turns {
		m := d.newMark()
		p, addressed, err := letter(who, account.Sending{Mark: m, Message: post.MessageOf(m, from)})
		switch {
		case err != nil:
			return Sending{}, err
		case addressed:
			s.Letters = append(s.Letters, p)
		default:
			s.Without = append(s.Without, *c.Respondent(who))
		}
		made(i + 1)
	}
	for i, who := range doubtful {
		p, addressed, err := letter(who, *y.Unsettled(who))
		if err != nil {
			return Sending{}, err
		}
		if addressed {
			s.Doubtful = append(s.Doubtful, p)
		}
		made(len(turns) + i + 1)
	}
	return s, nil
}

// only are those of some respondents whom it is for.
func (b Bringing) only(who []account.Initials) []account.Initials {
	if b.Only == nil {
		return who
	}
	return slices.DeleteFunc(who, func(i account.Initials) bool { return !slices.Contains(b.Only, i) })
}

// newMark draws the mark of a list.
func (d *Desk) newMark() account.Mark {
	random := sha256.Sum256([]byte("mark " + d.nonce()))
	return account.MarkOf(random[:])
}

// Send lets the letters go one by one. Before each goes a claim on it is kept,
// which no two senders can have, and what became of it after. told hears that
// of each: nil where the server took it, MaybeDelivered where nobody knows,
// Elsewhere where another sender has it. A letter that is not taken stops no
// other; a server that takes none does, and so does a data file that cannot be
// written. Whose turn it is no longer is passed over. Where ctx ends it stops
// before the next letter, or with the one in hand. It tells how many the
// server took, and why it stopped.
//
// Wherever the program is killed, a list of which the claim is kept and
// nothing else counts as one that may have arrived.
func (d *Desk) Send(ctx context.Context, s Sending, by Carrier, at time.Time, told func(Posted, error)) (sent int, err error) {
	today, steady := dayOf(at), context.WithoutCancel(ctx)
	for _, p := range s.Letters {
		if ctx.Err() != nil {
			return sent, ctx.Err()
		}
		err := d.claim(ctx, s, p, today)
		if fault.Has(err, fault.Elsewhere) {
			told(p, err)
			continue
		}
		if err != nil {
			return sent, err
		}
		err = by.Carry(ctx, p.Letter)
		noted := d.settle(steady, s, p, err, today)
		if err == nil {
			sent++
		}
		switch {
		case noted != nil && (err == nil || fault.Has(err, fault.MaybeDelivered)):
			return sent, fault.New(fault.NotNoted, p.To.Name).By(noted)
		case post.StopsAll(err), ctx.Err() != nil && err != nil && !fault.Has(err, fault.MaybeDelivered):
			return sent, err
		}
		told(p, err)
		switch {
		case noted != nil:
			return sent, noted
		case err != nil && ctx.Err() != nil:
			return sent, ctx.Err()
		}
	}
	return sent, nil
}

// claim keeps that a letter is about to be handed over. It is Elsewhere where
// another sender came first.
func (d *Desk) claim(ctx context.Context, s Sending, p Posted, today account.Date) error {
	return d.note(ctx, s.Client, label("post.claimed", p), func(c *account.Client) error {
		y := c.Cycle(s.Cycle)
		if y == nil {
			return fault.New(fault.NoCycle, string(s.Cycle), c.Name)
		}
		if p.State != account.Written { // once more
			if was := c.Marked(p.Mark).Sending; was == nil || was.State != p.State {
				return fault.New(fault.Elsewhere, p.To.Name)
			}
			return c.Repeat(p.Mark, today, p.Promise, p.Asked)
		}
		if !slices.Contains(s.Round.Recipients(c, y, today), p.Who) {
			return fault.New(fault.Elsewhere, p.To.Name)
		}
		return c.Issue(s.Cycle, p.Who, account.Sending{Mark: p.Mark, Date: today, Promise: p.Promise, Asked: p.Asked, State: account.Claimed, Message: p.Message})
	})
}

// settle keeps what became of a letter.
func (d *Desk) settle(ctx context.Context, s Sending, p Posted, became error, today account.Date) error {
	switch {
	case became == nil:
		return d.note(ctx, s.Client, label("post.sent", p), func(c *account.Client) error { return c.Arrive(p.Mark, today) })
	case fault.Has(became, fault.MaybeDelivered), p.State != account.Written: // an earlier try of the same may still have
		return d.note(ctx, s.Client, label("post.doubted", p), func(c *account.Client) error { return c.Doubt(p.Mark) })
	}
	return d.note(ctx, s.Client, label("post.refused", p), func(c *account.Client) error { return c.Withdraw(p.Mark) })
}

// noteTries is how often something is noted again that others came in between
// of: as many senders as may ever be at it at once, each with all its letters.
const noteTries = 200

// label is what a step of a letter is called.
func label(key string, p Posted) hand.Label {
	return hand.Label{Key: key, Args: []string{string(p.Who)}}
}

// note keeps one step of what goes out, on whatever others made of the client
// meanwhile.
func (d *Desk) note(ctx context.Context, client string, label hand.Label, change func(*account.Client) error) error {
	for range noteTries {
		h, err := d.Open(ctx, client)
		if err != nil {
			return err
		}
		h, err = h.Do(hand.Change{Label: label, Apply: change})
		if err != nil {
			return err
		}
		_, save, dirty := h.Send()
		if !dirty {
			return nil
		}
		if _, _, err = d.Keep(ctx, save); err == nil || !fault.Has(err, fault.Conflict) {
			return err
		}
	}
	return fault.New(fault.Conflict)
}

func dayOf(at time.Time) account.Date { return account.Date(at.Format(time.DateOnly)) }
