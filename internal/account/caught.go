package account

import (
	"slices"
	"strings"

	"kwi/internal/fault"
)

// Caught is a sentence that was caught wherever it was heard: with whom and
// about which KWI, as far as that was said. It waits to be sorted into the
// cycle that runs, and is internal unless it was said to be shared.
type Caught struct {
	Date   Date
	Text   string
	With   Initials // a respondent, or ""
	KWI    KWICode  // or 0
	Shared bool     // the respondent with whom it was caught may see it
}

// Walk goes through the fields of what was caught.
func (x *Caught) Walk(w Walker) {
	f := fields{w}
	f.date(always("date"), &x.Date)
	f.block(needed("text"), &x.Text)
	f.respondent(always("with"), &x.With)
	f.AboutKWI(always("kwi"), &x.KWI)
	f.Flag(sparse("shared"), &x.Shared)
}

// Catch keeps a sentence until it is sorted.
func (c *Client) Catch(x Caught) error {
	if err := c.settleCaught(&x); err != nil {
		return err
	}
	c.Caught = append(c.Caught, x)
	return nil
}

// settleCaught holds what was caught to what is true of all of it: it says
// something, and of whom and what it is about is there.
func (c *Client) settleCaught(x *Caught) error {
	switch x.Text = strings.TrimSpace(x.Text); {
	case x.Text == "":
		return fault.New(fault.Missing)
	case x.With != "" && c.Respondent(x.With) == nil:
		return fault.New(fault.Removed, string(x.With))
	case x.KWI != 0 && !c.has(x.KWI):
		return fault.New(fault.Removed, x.KWI.String())
	}
	return checkDay(x.Date)
}

// ChangeCaught changes what was caught, known by all that it says: the change
// gets a copy, which is kept where it holds.
func (c *Client) ChangeCaught(was Caught, change func(*Caught)) error {
	i := slices.Index(c.Caught, was)
	if i < 0 {
		return fault.New(fault.Removed, was.Text)
	}
	next := was
	change(&next)
	if err := c.settleCaught(&next); err != nil {
		return err
	}
	c.Caught[i] = next
	return nil
}

// DropCaught takes away what was caught. What has gone already is no fault.
func (c *Client) DropCaught(was Caught) error {
	if i := slices.Index(c.Caught, was); i >= 0 {
		c.Caught = slices.Delete(c.Caught, i, i+1)
	}
	return nil
}

// sort takes out what was caught and puts it where it belongs, in the cycle
// that runs.
func (c *Client) sort(was Caught, put func(cycle CycleName) error) error {
	i := slices.Index(c.Caught, was)
	if i < 0 {
		return fault.New(fault.Removed, was.Text)
	}
	y, err := c.running("")
	if err != nil {
		return err
	}
	c.Caught = slices.Delete(c.Caught, i, i+1)
	return put(y.Name)
}

// SortToNote makes a note of what was caught, of a respondent.
func (c *Client) SortToNote(was Caught, who Initials, topic Topic) error {
	return c.sort(was, func(cycle CycleName) error {
		n := Note{Date: was.Date, With: who, Topic: topic, Text: was.Text, KWI: was.KWI}
		if c.Cycle(cycle).KWI(was.KWI) == nil {
			n.KWI = 0
		}
		if was.Shared && who == was.With && who != "" {
			n.Heard = []Initials{who}
		}
		return c.AddNote(cycle, n)
	})
}

// SortToKWI makes a KWI of what was caught, with its words as the expectation:
// wished by a respondent, or with "" by nobody in particular.
func (c *Client) SortToKWI(was Caught, title string, who Initials, std Standard) (code KWICode, err error) {
	err = c.sort(was, func(cycle CycleName) error {
		code, err = c.AddKWI(cycle, KWI{Title: title, Expectation: was.Text, WishedBy: who, Origin: was.origin()}, std)
		return err
	})
	return code, err
}

// SortToAction makes an agreement of what was caught.
func (c *Client) SortToAction(was Caught, a Action, std Standard, today Date) (number string, err error) {
	a.Origin = was.origin()
	err = c.sort(was, func(cycle CycleName) error {
		number, err = c.AddAction(cycle, a, std, today)
		return err
	})
	return number, err
}

// SortToVisit makes what was caught the note of a conversation with a
// respondent, by one of our own people or nobody in particular.
func (c *Client) SortToVisit(was Caught, who, by Initials) error {
	return c.sort(was, func(cycle CycleName) error {
		return c.AddVisit(cycle, Visit{Date: was.Date, With: who, By: by, Note: was.Text})
	})
}

// SortToNotExpected adds what was caught to what a respondent does not expect.
func (c *Client) SortToNotExpected(was Caught, who Initials) error {
	return c.sort(was, func(cycle CycleName) error {
		text := strings.TrimSpace(c.Cycle(cycle).NotExpected[who] + "\n" + was.Text)
		return c.NotExpect(cycle, who, text)
	})
}
