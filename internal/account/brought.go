package account

import (
	"slices"
	"strings"

	"kwi/internal/fault"
)

// AnsweredWithin is within how many days whoever brings an idea gets an answer:
// after that they think that nobody listened. It is ours.
const AnsweredWithin = 14

// Answered reports whether an idea was taken up, or why it is not was said.
func (i Idea) Answered() bool { return i.Action != "" || i.WhyNot != "" }

// Owed reports whether somebody waits for a word on an idea: it has no answer
// yet, or whoever brought it was not told.
func (i Idea) Owed() bool { return !i.Answered() || i.By != "" && i.Told == "" }

// IdeaPlace is where an idea is found: the cycle, whether it was said in its
// session, and its words.
type IdeaPlace struct {
	Cycle   CycleName
	Session bool
	Text    string
}

// StandingIdea is an idea with its place.
type StandingIdea struct {
	Place IdeaPlace
	Idea  Idea
}

// StandingIdeas are the ideas that are on the table in a cycle: what waits for
// a word since the one before, in its session or while it was worked on, and all
// that was brought in this one.
func (c *Client) StandingIdeas(y *Cycle) (out []StandingIdea) {
	add := func(of *Cycle, session bool, ideas []Idea, which func(Idea) bool) {
		for _, i := range ideas {
			if which(i) {
				out = append(out, StandingIdea{IdeaPlace{of.Name, session, i.Text}, i})
			}
		}
	}
	if before := c.Before(y.Name); before != nil {
		add(before, false, before.Ideas, Idea.Owed)
		add(before, true, before.Meeting.Ideas, Idea.Owed)
	}
	add(y, false, y.Ideas, func(Idea) bool { return true })
	add(y, true, y.Meeting.Ideas, Idea.Owed)
	return out
}

// IdeaAt is the idea at a place, or nil.
func (c *Client) IdeaAt(at IdeaPlace) *Idea {
	y := c.Cycle(at.Cycle)
	switch {
	case y == nil:
		return nil
	case at.Session:
		return y.Idea(at.Text)
	}
	if i := y.brought(at.Text); i >= 0 {
		return &y.Ideas[i]
	}
	return nil
}

// answerable is the idea at a place, where it may still get an answer: once the
// cycle after its own is closed too, what was said of it stays.
func (c *Client) answerable(at IdeaPlace) (*Idea, error) {
	idea := c.IdeaAt(at)
	if idea == nil {
		return nil, fault.New(fault.Removed, at.Text)
	}
	if next := c.After(at.Cycle); next != nil && next.Stage == Closed {
		return nil, fault.New(fault.Frozen, string(at.Cycle))
	}
	return idea, nil
}

// brought is where the idea with those words stands among those that were
// brought, or -1.
func (y *Cycle) brought(text string) int {
	return slices.IndexFunc(y.Ideas, func(i Idea) bool { return i.Text == text })
}

// BringIdea keeps an idea that somebody brought. The same is not brought twice.
func (c *Client) BringIdea(cycle CycleName, idea Idea) error {
	y, err := c.running(cycle)
	if err != nil {
		return err
	}
	if err := c.settleIdea(y, &idea, -1); err != nil {
		return err
	}
	y.Ideas = append(y.Ideas, idea)
	return nil
}

// ChangeIdea changes an idea that was brought: the change gets a copy, which is
// kept where it holds.
func (c *Client) ChangeIdea(cycle CycleName, was string, change func(*Idea)) error {
	y, err := c.running(cycle)
	if err != nil {
		return err
	}
	at := y.brought(was)
	if at < 0 {
		return fault.New(fault.Removed, was)
	}
	next := y.Ideas[at]
	change(&next)
	if err := c.settleIdea(y, &next, at); err != nil {
		return err
	}
	y.Ideas[at] = next
	return nil
}

// DropIdea takes away an idea that was brought. One that has gone already is no
// fault.
func (c *Client) DropIdea(cycle CycleName, text string) error {
	y, err := c.running(cycle)
	if err == nil {
		y.Ideas = slices.DeleteFunc(y.Ideas, func(i Idea) bool { return i.Text == text })
	}
	return err
}

// settleIdea holds an idea that was brought to what is true of all: it says
// something and stands there once, its KWI is there, and nobody was told of an
// answer that there is not.
func (c *Client) settleIdea(y *Cycle, i *Idea, at int) error {
	i.Text, i.By, i.WhyNot = strings.TrimSpace(i.Text), strings.TrimSpace(i.By), strings.TrimSpace(i.WhyNot)
	switch found := y.brought(i.Text); {
	case i.Text == "":
		return fault.New(fault.Missing)
	case found >= 0 && found != at:
		return fault.New(fault.Doubled, i.Text)
	case i.KWI != 0 && !c.has(i.KWI):
		return fault.New(fault.Removed, i.KWI.String())
	case !i.Answered():
		i.Told = ""
	}
	return checkDay(i.Date, i.Told)
}

// TakeUpIdea makes an idea an action of a cycle, in its own words and on its KWI
// where the action says nothing else. An idea becomes one action; one that was
// not taken up may be after all.
func (c *Client) TakeUpIdea(at IdeaPlace, cycle CycleName, a Action, std Standard, today Date) (string, error) {
	idea, err := c.answerable(at)
	switch {
	case err != nil:
		return "", err
	case idea.Action != "":
		return "", fault.New(fault.Doubled, idea.Action)
	case at.Session && a.Internal: // the client heard it
		return "", fault.New(fault.NotInternal)
	}
	if a.Text == "" {
		a.Text = idea.Text
	}
	number, err := c.AddAction(cycle, a, std, today)
	if err != nil {
		return "", err
	}
	idea.Action, idea.WhyNot, idea.Told = number, "", ""
	return number, nil
}

// DeclineIdea notes why an idea is not taken up. Without an argument that is no
// answer.
func (c *Client) DeclineIdea(at IdeaPlace, whyNot string) error {
	idea, err := c.answerable(at)
	switch whyNot = strings.TrimSpace(whyNot); {
	case err != nil:
		return err
	case idea.Action != "":
		return fault.New(fault.Doubled, idea.Action)
	case whyNot == "":
		return fault.New(fault.Missing)
	}
	if idea.WhyNot != whyNot {
		idea.WhyNot, idea.Told = whyNot, ""
	}
	return nil
}

// TellIdea notes on which day whoever brought an idea got the answer, or with ""
// that they do not know it yet.
func (c *Client) TellIdea(at IdeaPlace, on Date) error {
	idea, err := c.answerable(at)
	switch {
	case err != nil:
		return err
	case !idea.Answered() && on != "":
		return fault.New(fault.Missing)
	}
	if err := checkDay(on); err != nil {
		return err
	}
	idea.Told = on
	return nil
}
