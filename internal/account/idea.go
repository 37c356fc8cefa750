package account

import (
	"slices"
	"strconv"

	"kwi/internal/fault"
)

// Idea is the idea of the session with those words, or nil: it is known by its
// words and never by its place.
func (y *Cycle) Idea(text string) *Idea {
	for i := range y.Meeting.Ideas {
		if y.Meeting.Ideas[i].Text == text {
			return &y.Meeting.Ideas[i]
		}
	}
	return nil
}

// AddIdea catches an idea in the session of a cycle. The same is not said
// twice.
func (c *Client) AddIdea(cycle CycleName, text string) error {
	y, err := c.running(cycle)
	switch {
	case err != nil:
		return err
	case text == "":
		return fault.New(fault.Missing)
	case y.Idea(text) != nil:
		return fault.New(fault.Doubled, text)
	}
	y.Meeting.Ideas = append(y.Meeting.Ideas, Idea{Text: text})
	return nil
}

// RewordIdea puts other words in an idea, or with "" takes it away. Its votes
// stay, and so does the action that it became. One that is to go and has gone
// already is no fault.
func (c *Client) RewordIdea(cycle CycleName, was, text string) error {
	y, err := c.running(cycle)
	if err != nil {
		return err
	}
	idea := y.Idea(was)
	switch {
	case idea == nil && text == "" || was == text && idea != nil:
	case idea == nil:
		return fault.New(fault.Removed, was)
	case text == "":
		y.Meeting.Ideas = slices.DeleteFunc(y.Meeting.Ideas, func(i Idea) bool { return i.Text == was })
	case y.Idea(text) != nil:
		return fault.New(fault.Doubled, text)
	default:
		idea.Text = text
	}
	return nil
}

// VoteIdea counts so many more votes for an idea, or with a number below 0
// fewer. Whose they are nobody keeps.
func (c *Client) VoteIdea(cycle CycleName, text string, by int) error {
	y, err := c.running(cycle)
	if err != nil {
		return err
	}
	idea := y.Idea(text)
	if idea == nil {
		return fault.New(fault.Removed, text)
	}
	votes := idea.Votes + by
	if votes < 0 || votes > MostVotes {
		return fault.New(fault.BadValue, strconv.Itoa(votes), "0–"+strconv.Itoa(MostVotes))
	}
	idea.Votes = votes
	return nil
}

// ChooseIdea makes an idea an action with the next number, in its own words
// where the action has none. An idea becomes one action, and no internal one,
// for the client heard it.
func (c *Client) ChooseIdea(cycle CycleName, text string, a Action, std Standard, today Date) (string, error) {
	y, err := c.running(cycle)
	if err != nil {
		return "", err
	}
	idea := y.Idea(text)
	switch {
	case idea == nil:
		return "", fault.New(fault.Removed, text)
	case idea.Action != "":
		return "", fault.New(fault.Doubled, idea.Action)
	case a.Internal:
		return "", fault.New(fault.NotInternal)
	}
	if a.Text == "" {
		a.Text = text
	}
	number, err := c.AddAction(cycle, a, std, today)
	if err != nil {
		return "", err
	}
	idea.Action = number
	return number, nil
}
