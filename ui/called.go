package ui

import (
	"slices"
	"strings"

	"kwi/internal/account"
	"kwi/internal/hand"
	"kwi/internal/score"
	"kwi/ui/kit"
)

// called lets everything that knows people or a cycle of the client in hand by
// name go on with the name that they have now, where somebody gave them another
// one, here or in another window, or took that back.
func (r *Root) called(was *account.Client) {
	now := r.hand.Now()
	n := account.RenamesOf(was, &now)
	if n.None() {
		return
	}
	r.stack, r.meeting.aside = stackCalled(r.stack, now.ID, n), stackCalled(r.meeting.aside, now.ID, n)
	r.memory, r.meeting.memory = memoryCalled(r.memory, now.ID, n), memoryCalled(r.meeting.memory, now.ID, n)
	r.room, r.lead.room = roomCalled(r.room, n), roomCalled(r.lead.room, n)
	r.meeting.to = placeCalled(r.meeting.to, now.ID, n)
	r.advising.place = placeCalled(r.advising.place, now.ID, n)
	typed := slices.Clone(r.drafts.typed[now.ID])
	for i := range typed {
		typed[i] = draftCalled(typed[i], n)
	}
	if len(typed) > 0 {
		r.drafts.typed[now.ID], r.drafts.late[now.ID] = typed, true
	}
}

func placeCalled(p kit.Place, client string, n account.Renames) kit.Place {
	if p.Client == client {
		p.Cycle, p.At = n.Cycle(p.Cycle), n.Place(p.At)
	}
	return p
}

// screenCalled is a screen that goes on with the names of now.
func screenCalled(s kit.Screen, n account.Renames) kit.Screen {
	if of, ok := s.(kit.Renamer); ok {
		return of.Renamed(n)
	}
	return s
}

func stackCalled(stack []stackItem, client string, n account.Renames) []stackItem {
	stack = slices.Clone(stack)
	for i := range stack {
		if it := &stack[i]; it.place.Client == client {
			it.place = placeCalled(it.place, client, n)
			if !it.dialog {
				it.screen = screenCalled(it.screen, n)
			}
		}
	}
	return stack
}

func memoryCalled(memory map[kit.Place]kit.Screen, client string, n account.Renames) map[kit.Place]kit.Screen {
	if memory == nil {
		return nil
	}
	out := make(map[kit.Place]kit.Screen, len(memory))
	for p, s := range memory {
		if p.Client == client {
			p, s = placeCalled(p, client, n), screenCalled(s, n)
		}
		out[p] = s
	}
	return out
}

func roomCalled(room account.Room, n account.Renames) account.Room {
	room.Present = slices.Clone(room.Present)
	for i := range room.Present {
		room.Present[i] = n.Who(room.Present[i])
	}
	return room
}

// draftCalled is what was half typed, of people and a cycle by the names of now.
func draftCalled(d hand.Draft, n account.Renames) hand.Draft {
	if n.None() {
		return d
	}
	d.Place, d.Field = n.Place(d.Place), n.Place(d.Field)
	if d.Values == nil {
		return d
	}
	values := make(map[string]string, len(d.Values)) // a new name may be the old one of somebody else
	for field, v := range d.Values {
		values[n.Place(field)] = string(n.Who(account.Initials(v)))
	}
	d.Values = values
	return d
}

// renamedSince is what of the client in hand is called otherwise than when a
// dialog was opened; nothing for any other screen, which goes on with the names of
// now.
func (r *Root) renamedSince(it *stackItem) account.Renames {
	if !it.dialog || it.opened.ID != r.hand.ID() || it.opened.ID == "" {
		return account.Renames{}
	}
	now := r.hand.Now()
	return account.RenamesOf(&it.opened, &now)
}

// asCalledThen is a frame for a dialog, with the names that it knows.
func (r *Root) asCalledThen(f kit.Frame, n account.Renames) kit.Frame {
	now := r.hand.Now()
	then := now.CalledThen(n)
	f.Cycle, f.Room = n.Back().Cycle(f.Cycle), roomCalled(f.Room, n.Back())
	f.Client, f.Scores = then, score.HistoryOf(&then)
	if r.watched() {
		f.Client, f.Scores = then.Shown(f.Room), score.HistoryFor(&then, f.Room)
	}
	return f
}

// changesCalled is an outcome whose change knows people and cycles by names that
// they had before, done of them as they are called now, and whose drafts are
// found under the names of now.
func changesCalled(out kit.Outcome, n account.Renames) kit.Outcome {
	if n.None() {
		return out
	}
	if out.Change != nil {
		c := *out.Change
		do := c.Apply
		c.Apply = func(now *account.Client) error { return now.AsCalledThen(n, do) }
		c.Told.Cycle = n.Cycle(c.Told.Cycle)
		out.Change = &c
	}
	if out.Go != nil {
		to := placeCalled(*out.Go, out.Go.Client, n)
		out.Go = &to
	}
	if out.Room != nil {
		room := roomCalled(*out.Room, n)
		out.Room = &room
	}
	out.Drafts, out.Settled = slices.Clone(out.Drafts), slices.Clone(out.Settled)
	for i := range out.Drafts {
		out.Drafts[i] = draftCalled(out.Drafts[i], n)
	}
	for i := range out.Settled {
		out.Settled[i] = n.Place(out.Settled[i])
	}
	return out
}

// draftNow is a draft that another run left behind, of people and a cycle by the
// names of now: they may have got them since.
func (r *Root) draftNow(client string, d hand.Draft) hand.Draft {
	now := r.hand.Now()
	parts := strings.SplitN(d.Place, "/", 3)
	if client == "" || now.ID != client || len(parts) < 3 {
		return d
	}
	n := now.Formerly()
	if was := account.CycleName(parts[1]); was != "" {
		n.Cycles = append(n.Cycles, account.CycleRenaming{Was: was, Is: now.NamedNow(was)})
	}
	if n.None() {
		return d
	}
	return draftCalled(d, n)
}
