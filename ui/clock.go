package ui

import (
	"time"

	tea "charm.land/bubbletea/v2"

	"kwi/internal/account"
	"kwi/ui/kit"
)

// Clock is one beat of the root's clock.
type Clock time.Time

// EverySecond is the beat of a program that runs.
func EverySecond() tea.Cmd {
	return tea.Tick(time.Second, func(t time.Time) tea.Msg { return Clock(t) })
}

func (r *Root) beatLater() tea.Cmd {
	if r.Beat == nil {
		return nil
	}
	return r.Beat()
}

// moment is now, as what is done keeps it.
func (r *Root) moment() account.Moment { return account.MomentOf(r.now) }

func (r *Root) clock(t time.Time, cmds *commandBatch) {
	r.now = t
	r.meeting.quiet++
	cmds.add(r.beatLater())
	r.retry()
	r.sentenceAges()
	r.keepDrafts(cmds)
	r.lookAtDrafts(cmds)
	r.idles(cmds)
	if r.wait == nil {
		r.deliver(kit.Tick{}, cmds)
	}
	if e, ok := r.entry(r.place().Name); ok && e.Settings {
		r.readSettings(cmds) // another window may have changed them
	}
}
