package account

import (
	"slices"

	"kwi/internal/fault"
)

// Unsettled is the list of a respondent of which nobody knows whether it
// arrived: the last that was handed to a mail server, where that never said
// that it took it and nobody noted it since. It is nil where there is none.
func (y *Cycle) Unsettled(who Initials) *Sending {
	list := y.Sendings[who]
	for i := len(list) - 1; i >= 0; i-- {
		switch list[i].State {
		case Claimed, Possibly:
			return &list[i]
		case Arrived:
			return nil
		}
	}
	return nil
}

// Arrive notes that a list arrived with a respondent on a day.
func (c *Client) Arrive(m Mark, on Date) error {
	at, err := c.onItsWay(m)
	if err != nil {
		return err
	}
	c.deliver(m, Arrived)
	return c.Send(at.Cycle.Name, at.Who, on)
}

// Doubt notes that a list was handed over and may have arrived.
func (c *Client) Doubt(m Mark) error {
	if _, err := c.onItsWay(m); err != nil {
		return err
	}
	c.deliver(m, Possibly)
	return nil
}

// Repeat claims a list once more that may have arrived, under the mark and the
// Message-ID that it has. Of what the two promise the most holds.
func (c *Client) Repeat(m Mark, on Date, promise AnswersBy, asked string) error {
	at, err := c.onItsWay(m)
	switch {
	case err != nil:
		return err
	case promise != at.Cycle.Promise(), asked != "" && asked != at.Cycle.Wording(at.Who):
		return fault.New(fault.Conflict)
	}
	c.editSending(m, func(s *Sending) {
		s.State, s.Date, s.Asked = Claimed, on, asked
		if promise == ByGroup {
			s.Promise = ByGroup
		}
	})
	return nil
}

// Withdraw takes back that a list is on its way, of which is certain that
// nobody has it.
func (c *Client) Withdraw(m Mark) error {
	at, err := c.onItsWay(m)
	if err != nil {
		return err
	}
	list := slices.DeleteFunc(slices.Clone(at.Cycle.Sendings[at.Who]), func(s Sending) bool { return s.Mark == m })
	if len(list) == 0 {
		delete(at.Cycle.Sendings, at.Who)
		return nil
	}
	at.Cycle.Sendings[at.Who] = list
	return nil
}

// onItsWay finds a list that is not known to have arrived, in a cycle that may
// change.
func (c *Client) onItsWay(m Mark) (Marked, error) {
	at := c.Marked(m)
	if at.Sending == nil || at.Sending.State != Claimed && at.Sending.State != Possibly {
		return at, fault.New(fault.Removed, string(m))
	}
	_, err := c.running(at.Cycle.Name)
	return at, err
}

// deliver puts a list in another state.
func (c *Client) deliver(m Mark, state SendingState) {
	c.editSending(m, func(s *Sending) { s.State = state })
}

// editSending changes what is known of a list, in a list of its own: that of
// before may be another copy's too.
func (c *Client) editSending(m Mark, edit func(*Sending)) {
	at := c.Marked(m)
	list := slices.Clone(at.Cycle.Sendings[at.Who])
	for i := range list {
		if list[i].Mark == m {
			edit(&list[i])
		}
	}
	at.Cycle.Sendings[at.Who] = list
}

// remember puts back each list that went out and is known no longer, as far as
// its cycle and its respondent still are.
func remember(now, was *Client) {
	for i := range was.Cycles {
		y := now.Cycle(was.Cycles[i].Name)
		if y == nil {
			continue
		}
		for who, list := range was.Cycles[i].Sendings {
			if now.Respondent(who) == nil {
				continue
			}
			for _, s := range list {
				if now.Marked(s.Mark).Sending == nil {
					setMapKey(&y.Sendings, who, append(slices.Clone(y.Sendings[who]), s))
				}
			}
		}
	}
}
