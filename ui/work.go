package ui

import (
	"slices"
	"time"

	tea "charm.land/bubbletea/v2"

	"kwi/internal/cells"
	"kwi/ui/kit"
	"kwi/ui/widget"
)

// longWork is something that a command of a screen takes a while over, and
// how far it was when the root last looked.
type longWork struct {
	number    int
	work      *kit.Work
	asked     kit.Screen // whose command it is, as it was then
	serial    int        // of that screen
	shown     bool       // it takes long enough to be told
	done, all int
}

// Glance is the moment to look again how far the nth work is.
type Glance int

// When it is first looked how far something is, and so told that it takes
// long, and how often after that.
const (
	firstGlance = 500 * time.Millisecond
	nextGlance  = 250 * time.Millisecond
)

// runCommand starts the command of an outcome, and takes note of one that may
// take long.
func (r *Root) runCommand(out kit.Outcome, serial int, cmds *commandBatch) {
	if out.Run == nil {
		return
	}
	if out.Work == nil {
		cmds.add(r.nameReply(serial, 0, out.Run))
		return
	}
	r.worked++
	r.works = append(slices.Clone(r.works), longWork{number: r.worked, work: out.Work, asked: r.itemOf(serial).screen, serial: serial})
	run := r.nameReply(serial, r.worked, out.Run)
	if out.Work.Kept {
		r.heldWorks = append(slices.Clone(r.heldWorks), heldWork{out.Work, run})
	} else {
		cmds.add(run)
	}
	cmds.add(r.glanceLater(r.worked, firstGlance))
}

// heldWork is a work that waits until all that was done before it is kept.
type heldWork struct {
	work *kit.Work
	run  tea.Cmd
}

// runHeld begins the works that waited, once all is kept; one that was stopped
// meanwhile has to say so.
func (r *Root) runHeld(cmds *commandBatch) {
	var wait []heldWork
	for _, h := range r.heldWorks {
		if h.work.Context.Err() == nil && (r.dirty() || r.drafts.flying != nil) {
			wait = append(wait, h)
			continue
		}
		cmds.add(h.run)
	}
	r.heldWorks = wait
}

func (r *Root) glanceLater(number int, wait time.Duration) tea.Cmd {
	if r.Later == nil {
		return nil
	}
	return r.Later(wait, func(time.Time) tea.Msg { return Glance(number) })
}

// glance looks how far a work is, where it still goes on.
func (r *Root) glance(number Glance, cmds *commandBatch) {
	works := slices.Clone(r.works)
	for i := range works {
		w := &works[i]
		if w.number != int(number) {
			continue
		}
		w.shown = true
		w.done, w.all = w.work.Far()
		cmds.add(r.glanceLater(w.number, nextGlance))
	}
	r.works = works
}

// workDone takes note that a work has ended. What came of it is told also
// where the screen that asked is no longer there, once the manager is alone.
func (r *Root) workDone(m commandReply) {
	at := slices.IndexFunc(r.works, func(w longWork) bool { return w.number == m.work })
	if at < 0 {
		return
	}
	w := r.works[at]
	w.work.Stop()
	r.works = slices.Delete(slices.Clone(r.works), at, at+1)
	asked := func(it stackItem) bool { return it.serial == m.serial }
	if slices.ContainsFunc(r.stack, asked) || slices.ContainsFunc(r.meeting.aside, asked) {
		return
	}
	_, out := w.asked.Update(r.frame(), m.msg)
	switch {
	case out.Notice == "":
	case r.watched():
		r.meeting.untold = append(slices.Clone(r.meeting.untold), out.Notice)
	default:
		r.warn(out.Notice)
	}
}

// longest is the oldest work that takes long, while the manager is alone.
func (r *Root) longest() (longWork, bool) {
	at := slices.IndexFunc(r.works, func(w longWork) bool { return w.shown })
	if at < 0 || r.watched() || r.leaving.ask {
		return longWork{}, false
	}
	return r.works[at], true
}

// workLines tell how far that is.
func (r *Root) workLines(f *kit.Frame) []string {
	if w, ok := r.longest(); ok {
		how, room := "", r.w-frameEdge
		if at, stops := r.stoppable(); stops && r.works[at].number == w.number {
			how = "  " + f.Theme.Faint.Render(f.T("kit.progress.stop"))
			room -= cells.Width(how)
		}
		return []string{widget.Progress(*f, w.work.Name, w.done, w.all, room) + how}
	}
	return nil
}

// stoppable is which work esc stops now: what is shown to take long, or else what
// was asked for on the screen in front. A dialog and an open field have esc to
// themselves, and so has the second one.
func (r *Root) stoppable() (at int, stops bool) {
	if r.watched() || r.leaving.ask || r.top().dialog || r.top().screen.Typing() {
		return 0, false
	}
	at = slices.IndexFunc(r.works, func(w longWork) bool {
		return w.work.Context.Err() == nil && (w.shown || w.serial == r.top().serial)
	})
	return at, at >= 0
}

// stopWork stops what esc stops now; false where there is nothing.
func (r *Root) stopWork() bool {
	at, stops := r.stoppable()
	if stops {
		r.works[at].work.Stop()
		r.say(r.Words.T("kit.stopping"), false)
	}
	return stops
}

// stopWorks stops all that is on its way, as the program is left, and reports
// whether there was anything.
func (r *Root) stopWorks() bool {
	for _, w := range r.works {
		w.work.Stop()
	}
	return len(r.works) > 0
}

// working is how many lines that takes of the body.
func (r *Root) working() int {
	if _, ok := r.longest(); ok {
		return 1
	}
	return 0
}
