package account

import (
	"slices"

	"kwi/internal/text"
)

// FormHead is what a column in the export of the client's form holds: a question
// by its code, a word for another answer or for who answered, or - for a column
// that is left out. Which words there are, the room table tells.
type FormHead struct {
	Head  string // as it stands above the column
	Means string
}

// MostFormHeads is how many heads of forms are remembered; what was said last stays.
const MostFormHeads = 200

// Walk goes through the fields of the head of a form.
func (h *FormHead) Walk(w Walker) {
	f := fields{w}
	f.line(needed("head"), &h.Head)
	f.line(needed("means"), &h.Means)
}

// FormHeadMeans is what a head of the client's form was said to hold, "" where
// nobody said so.
func (c *Client) FormHeadMeans(head string) string {
	for _, h := range c.FormHeads {
		if text.Equal(h.Head, head) {
			return h.Means
		}
	}
	return ""
}

// RememberFormHead keeps what a head of the client's form holds, in the place of
// what was said of it before; "" forgets it.
func (c *Client) RememberFormHead(head, means string) {
	if c.FormHeadMeans(head) == means {
		return
	}
	all := slices.DeleteFunc(slices.Clone(c.FormHeads), func(h FormHead) bool { return text.Equal(h.Head, head) })
	if means != "" {
		all = append(all, FormHead{head, means})
	}
	c.FormHeads = all[max(0, len(all)-MostFormHeads):]
}
