package desk

import (
	"bytes"
	"context"
	"slices"
	"time"

	"kwi/internal/account"
	"kwi/internal/fault"
	"kwi/internal/hand"
	"kwi/internal/post"
	"kwi/internal/questionnaire"
	"kwi/internal/sheet"
)

// Sending is a round of letters that has not gone yet, to be shown before it
// goes.
type Sending struct {
	Client  string // ID
	Name    string // of the client
	Cycle   account.CycleName
	Round   questionnaire.Round
	Letters []Posted
	Without []account.Respondent // whose turn it is, with no address to send it to
}

// Posted is the letter of one respondent.
type Posted struct {
	Who account.Initials
	post.Letter
}

// Carrier takes a letter away. A fault that post.StopsAll says that it takes
// none at all.
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
	for _, who := range round.Recipients(&c, y, today) {
		l := round.List(&c, y, who, signs, by.Tag, today)
		var book bytes.Buffer
		if err := sheet.Write(&book, l); err != nil {
			return Sending{}, err
		}
		file := post.File{Name: fileOf(c.ID, y.Name, who, taken) + ".xlsx", Content: book.Bytes()}
		letter := post.Bring(&c, l, post.ByManager, from, by.At, file)
		if letter.To.Email == "" {
			s.Without = append(s.Without, *c.Respondent(who))
			continue
		}
		s.Letters = append(s.Letters, Posted{who, letter})
	}
	return s, nil
}

// Send lets the letters go one by one, and notes of each that he got it before
// the next goes. told hears what became of each. A letter that is not taken
// stops no other; a server that takes none does, and so does a data file that
// cannot be written, for then nobody would know who has got his. Whose turn it
// is no longer is passed over. It tells how many went, and why it stopped.
func (d *Desk) Send(ctx context.Context, s Sending, by Carrier, at time.Time, told func(Posted, error)) (sent int, err error) {
	today := dayOf(at)
	for _, p := range s.Letters {
		c, err := d.Client(ctx, s.Client)
		if err != nil {
			return sent, err
		}
		y := c.Cycle(s.Cycle)
		if y == nil {
			return sent, fault.New(fault.NoCycle, string(s.Cycle), c.Name)
		}
		if !slices.Contains(s.Round.Recipients(&c, y, today), p.Who) {
			continue
		}
		err = by.Carry(ctx, p.Letter)
		if post.StopsAll(err) || ctx.Err() != nil && err != nil {
			return sent, err
		}
		if err == nil {
			sent++
			if err := d.got(context.WithoutCancel(ctx), s, p.Who, today); err != nil {
				return sent, fault.New(fault.NotNoted, p.To.Name).By(err)
			}
		}
		told(p, err)
	}
	return sent, nil
}

// got notes that somebody got his letter.
func (d *Desk) got(ctx context.Context, s Sending, who account.Initials, today account.Date) error {
	for range tries {
		h, err := d.Open(ctx, s.Client)
		if err != nil {
			return err
		}
		h, err = h.Do(hand.Change{Label: hand.Label{Key: "post.sent", Args: []string{string(who)}}, Apply: func(c *account.Client) error {
			return c.Send(s.Cycle, who, today)
		}})
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
