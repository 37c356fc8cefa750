package desk

import (
	"bytes"
	"slices"
	"time"

	"kwi/internal/account"
	"kwi/internal/fault"
	"kwi/internal/lang"
	"kwi/internal/post"
)

// Calendar is the dates of a client for a calendar, whole, with how many there
// are. at is the moment at which it is written.
func Calendar(c *account.Client, w *lang.Words, at time.Time) (content []byte, dates int, err error) {
	events := post.Events(c, w)
	if !slices.ContainsFunc(events, func(e post.Event) bool { return !e.Off }) {
		return nil, 0, fault.New(fault.NoDates, c.Name)
	}
	var b bytes.Buffer
	err = post.Calendar(&b, w.T("post.calendar.name", c.Name), at, events)
	for _, e := range events {
		if !e.Off {
			dates++
		}
	}
	return b.Bytes(), dates, err
}
