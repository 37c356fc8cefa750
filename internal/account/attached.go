package account

import (
	"slices"
	"strings"

	"kwi/internal/fault"
)

// Attached is an entry of the library that is of use for the client, or for one
// KWI: which entry, since when and what for, and what of it is ticked off. The
// words of the entry stay in the library. It is internal.
type Attached struct {
	Entry string  // its ID in the library, which may know it no more
	KWI   KWICode // or 0 for the client as a whole
	Date  Date    // since when
	Note  string
	Ticks []Tick // in the order in which they were made
}

// Tick is a point of an attached entry that is done, or that something was
// noted beside.
type Tick struct {
	Item string // the point, by its ID within the entry
	Date Date   // when it was done, "" while it is only noted beside
	Note string
}

// Walk goes through the fields of what is attached.
func (a *Attached) Walk(w Walker) {
	f := fields{w}
	f.line(needed("entry"), &a.Entry)
	f.AboutKWI(sparse("kwi"), &a.KWI)
	f.date(sparse("date"), &a.Date)
	f.block(sparse("note"), &a.Note)
	walkObjects(w, sparse("ticks"), &a.Ticks)
}

// Walk goes through the fields of a tick.
func (t *Tick) Walk(w Walker) {
	f := fields{w}
	f.line(needed("item"), &t.Item)
	f.date(sparse("date"), &t.Date)
	f.block(sparse("note"), &t.Note)
}

// Attachment is the entry as it is attached to a KWI, or with 0 to the client,
// or nil.
func (c *Client) Attachment(entry string, to KWICode) *Attached {
	for i := range c.Library {
		if a := &c.Library[i]; a.Entry == entry && a.KWI == to {
			return a
		}
	}
	return nil
}

// AttachedTo is what is attached to a KWI, or with 0 to the client as a whole,
// oldest first.
func (c *Client) AttachedTo(to KWICode) (out []Attached) {
	for _, a := range c.Library {
		if a.KWI == to {
			out = append(out, a)
		}
	}
	return out
}

// Attach attaches an entry of the library to a KWI, or with 0 to the client as
// a whole. One that is there already stays as it is.
func (c *Client) Attach(entry string, to KWICode, on Date) error {
	switch {
	case entry == "":
		return fault.New(fault.Missing)
	case to != 0 && !c.has(to):
		return fault.New(fault.Removed, to.String())
	case c.Attachment(entry, to) != nil:
		return nil
	}
	if err := checkDay(on); err != nil {
		return err
	}
	c.Library = append(c.Library, Attached{Entry: entry, KWI: to, Date: on})
	return nil
}

// Detach takes an entry off a KWI or the client again, with its ticks. One that
// has gone already is no fault.
func (c *Client) Detach(entry string, to KWICode) error {
	c.Library = slices.DeleteFunc(c.Library, func(a Attached) bool { return a.Entry == entry && a.KWI == to })
	return nil
}

// NoteAttached writes what an attached entry is for, or how it goes.
func (c *Client) NoteAttached(entry string, to KWICode, note string) error {
	a := c.Attachment(entry, to)
	if a == nil {
		return fault.New(fault.Removed, entry)
	}
	a.Note = strings.TrimSpace(note)
	return nil
}

// TickOff marks a point of an attached entry done on a day, or with "" not done.
// What was noted beside it stays.
func (c *Client) TickOff(entry string, to KWICode, item string, on Date) error {
	if err := checkDay(on); err != nil {
		return err
	}
	return c.changeTick(entry, to, item, func(t *Tick) { t.Date = on })
}

// NoteItem writes something beside a point of an attached entry, done or not.
func (c *Client) NoteItem(entry string, to KWICode, item, note string) error {
	return c.changeTick(entry, to, item, func(t *Tick) { t.Note = strings.TrimSpace(note) })
}

// changeTick changes the tick of a point; one that says nothing any more goes.
func (c *Client) changeTick(entry string, to KWICode, item string, change func(*Tick)) error {
	a := c.Attachment(entry, to)
	switch {
	case a == nil:
		return fault.New(fault.Removed, entry)
	case item == "":
		return fault.New(fault.Missing)
	}
	i := slices.IndexFunc(a.Ticks, func(t Tick) bool { return t.Item == item })
	if i < 0 {
		i, a.Ticks = len(a.Ticks), append(a.Ticks, Tick{Item: item})
	}
	change(&a.Ticks[i])
	if a.Ticks[i] == (Tick{Item: item}) {
		a.Ticks = slices.Delete(a.Ticks, i, i+1)
	}
	return nil
}

// Tick is the tick of a point, and the zero one where there is none.
func (a *Attached) Tick(item string) Tick {
	for _, t := range a.Ticks {
		if t.Item == item {
			return t
		}
	}
	return Tick{Item: item}
}

// Done counts how many of these points are ticked off.
func (a *Attached) Done(items []string) (n int) {
	for _, item := range items {
		if a.Tick(item).Date != "" {
			n++
		}
	}
	return n
}

// leaveKWI gives what is attached to a KWI that goes to the client as a whole.
// Where the client has the same entry already, the ticks that it lacks come in.
func (c *Client) leaveKWI(code KWICode) {
	for _, a := range c.AttachedTo(code) {
		there := c.Attachment(a.Entry, 0)
		if there == nil {
			c.Attachment(a.Entry, code).KWI = 0
			continue
		}
		for _, t := range a.Ticks {
			if there.Tick(t.Item) == (Tick{Item: t.Item}) {
				there.Ticks = append(there.Ticks, t)
			}
		}
		if there.Note == "" {
			there.Note = a.Note
		}
		_ = c.Detach(a.Entry, code) // which is no fault
	}
}
