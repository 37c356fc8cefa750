package account

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"kwi/internal/fault"
)

// Ranked are the notes of a talk with a respondent, the most important first;
// those that were not ranked yet follow in the order in which they were caught.
func (y *Cycle) Ranked(who Initials) (out []Note) {
	for _, i := range y.ranked(who) {
		out = append(out, y.Notes[i])
	}
	return out
}

// ranked is where the notes of Ranked stand.
func (y *Cycle) ranked(who Initials) (places []int) {
	for i, n := range y.Notes {
		if n.With == who {
			places = append(places, i)
		}
	}
	slices.SortStableFunc(places, func(a, b int) int {
		m, n := y.Notes[a].Rank, y.Notes[b].Rank
		return cmp.Or(cmp.Compare(boolToInt(m == 0), boolToInt(n == 0)), cmp.Compare(m, n))
	})
	return places
}

// RankNote gives a note the place that another of the same respondent has in
// the order of importance: the one above it, to move it up, the one below it,
// to move it down.
func (c *Client) RankNote(cycle CycleName, was, place Note) error {
	y, err := c.running(cycle)
	if err != nil {
		return err
	}
	order := y.ranked(was.With)
	from, to := slices.Index(order, y.note(was)), slices.Index(order, y.note(place))
	switch {
	case from < 0:
		return fault.New(fault.Removed, was.Text)
	case to < 0:
		return fault.New(fault.Removed, place.Text)
	case len(order) > mostNotes:
		return fault.New(fault.TooBig)
	}
	note := order[from]
	order = slices.Insert(slices.Delete(order, from, from+1), to, note)
	for rank, i := range order {
		y.Notes[i].Rank = rank + 1
	}
	return nil
}

// WishKWI makes a note the KWI of the respondent who said it, with the next
// code: their words are kept as the expectation.
func (c *Client) WishKWI(cycle CycleName, from Note, title string, std Standard) (KWICode, error) {
	y, err := c.running(cycle)
	if err != nil {
		return 0, err
	}
	if y.note(from) < 0 {
		return 0, fault.New(fault.Removed, from.Text)
	}
	code, err := c.AddKWI(cycle, KWI{Title: title, Expectation: from.Text, WishedBy: from.With, Made: from.Date}, std)
	if err != nil {
		return 0, err
	}
	return code, c.NoteKWI(cycle, from, code)
}

// WishInstead puts a note in the place of the one that the KWI of the same
// respondent began with: the KWI has its words from now on, and keeps its code,
// questions and target. One that ran in an earlier cycle is sharpened or
// renewed, not replaced.
func (c *Client) WishInstead(cycle CycleName, from Note, title string) error {
	y, err := c.running(cycle)
	if err != nil {
		return err
	}
	to := y.note(from)
	k := y.WishOf(from.With)
	if to < 0 || k == nil {
		return fault.New(fault.Removed, from.Text)
	}
	code := k.Code
	if c.Carried(y.Name, code) != "" {
		return fault.New(fault.OneKWI, string(from.With), code.String())
	}
	for n := range y.Notes {
		if y.Notes[n].KWI == code && y.Notes[n].With == from.With {
			y.Notes[n].KWI = 0
		}
	}
	y.Notes[to].KWI = code
	return c.Words(cycle, code, func(k *KWI) { k.Title, k.Expectation = title, from.Text })
}

// longTitle is how many signs a title begins with at most without being cut.
const longTitle = 48

// Title is what a note begins with, to start the title of a KWI from: its first
// phrase, or where that is long the first words of it.
func (n Note) Title() string {
	text := n.Text
	if i := strings.IndexAny(text, ".,;:!?\n"); i > 0 {
		text = text[:i]
	}
	words := strings.Fields(text)
	if whole := strings.Join(words, " "); utf8.RuneCountInString(whole) <= longTitle {
		return whole
	}
	return strings.Join(words[:min(len(words), 6)], " ")
}
