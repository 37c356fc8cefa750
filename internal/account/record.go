package account

import (
	"slices"

	"kwi/internal/fault"
)

// Record is one of the two lists of what a session brought.
type Record byte

// The lists of the record of a session.
const (
	Said Record = iota
	Decided
)

// Record takes a line into the record of a cycle's session: in the place of
// was, or at the end where was is "". With text "" the line goes. The same is
// not said twice.
func (c *Client) Record(cycle CycleName, in Record, was, text string) error {
	y, err := c.running(cycle)
	if err != nil {
		return err
	}
	list := &y.Meeting.Notes
	if in == Decided {
		list = &y.Meeting.Decisions
	}
	return changeLine(list, was, text)
}

// changeLine puts a text in a list in the place of was, or at the end where
// was is "", and with "" takes was away. A line is known by its words and
// never by its place.
func changeLine(list *[]string, was, text string) error {
	lines := slices.Clone(*list)
	i := slices.Index(lines, was)
	switch {
	case was == text:
		return nil
	case was != "" && i < 0 && text == "":
		return nil // it is gone already
	case was != "" && i < 0:
		return fault.New(fault.Removed, was)
	case text != "" && slices.Contains(lines, text):
		return fault.New(fault.Doubled, text)
	case text == "":
		lines = slices.Delete(lines, i, i+1)
	case was != "":
		lines[i] = text
	default:
		lines = append(lines, text)
	}
	*list = lines
	return nil
}
