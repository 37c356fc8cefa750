package ui

import (
	"strconv"
	"time"

	tea "charm.land/bubbletea/v2"

	"kwi/ui/keys"
	"kwi/ui/kit"
	"kwi/ui/widget"
)

// veil lies over everything while the passphrase of the data file is asked again:
// nothing of the data stands on the screen, in a meeting neither. Below it all goes on;
// keys, paste and the mouse come to the veil alone.
type veil struct {
	down bool
	widget.Secret
	last time.Time // of a key
}

// unlockTried is whether a passphrase was the right one.
type unlockTried struct{ err error }

// idleFor is after how long without a key the veil comes by itself; 0 is never.
func (r *Root) idleFor() time.Duration {
	minutes, err := strconv.Atoi(r.IdleLock)
	if err != nil || r.Unlock == nil {
		return 0
	}
	return time.Duration(minutes) * time.Minute
}

// idles lets the veil down when no key came for long, the time that a laptop slept
// among it.
func (r *Root) idles(cmds *commandBatch) {
	if after := r.idleFor(); after > 0 && !r.veil.down && r.now.Round(0).Sub(r.veil.last.Round(0)) >= after {
		r.letVeilDown(cmds)
	}
}

// veilActs is the act that lets it down. Where there is no passphrase, which could take it
// away again, it says so, and where one is chosen; with the client watching it is not there.
func (r *Root) veilActs() []kit.Act {
	act := kit.Act{ID: "lock", Looks: true, Keys: keys.Lock, Name: r.Words.T("root.act.lock"), Together: true, Hidden: true}
	switch {
	case r.Unlock != nil:
	case r.watched():
		return nil
	case r.Example != kit.NoExample:
		act.Why = r.Words.T("veil.example")
	default:
		act.Why = r.Words.T("veil.none")
	}
	return []kit.Act{act}
}

// letVeilDown keeps what is being typed as a draft first.
func (r *Root) letVeilDown(cmds *commandBatch) {
	r.keepDrafts(cmds)
	r.veil = veil{down: true, last: r.veil.last}
}

// veiled answers what comes from whoever sits there while the veil is down.
func (r *Root) veiled(msg tea.Msg, cmds *commandBatch) {
	v := &r.veil
	switch m := msg.(type) {
	case tea.PasteMsg:
		v.Paste(r.Words, m.Content)
	case tea.KeyPressMsg:
		switch {
		case keys.Pressed(m, keys.Stop):
			r.leave(true, cmds) // nothing can be asked without showing what it is about
		case v.Trying:
		case keys.Pressed(m, keys.Open):
			if v.Typed == "" {
				return
			}
			typed, unlock := v.Take(), r.Unlock
			cmds.add(func() tea.Msg { return unlockTried{unlock(typed)} })
		case keys.Pressed(m, keys.Back):
			v.Secret = widget.Secret{}
		default:
			v.Press(r.Words, m)
		}
	}
}

// unlockTried takes the veil away, or says that it was another passphrase.
func (r *Root) unlockTried(m unlockTried) {
	if !r.veil.down {
		return
	}
	if r.veil.Tried(r.Words, m.err); m.err == nil {
		r.veil = veil{last: r.now}
	}
}

// drawVeil is the page: what to do, and for each sign that was typed another.
func (r *Root) drawVeil() (string, *tea.Cursor) {
	p := secretPage{title: r.Words.T("veil.title"), text: r.Words.T("veil.text"), Secret: r.veil.Secret}
	return p.draw(r.Theme, r.Words, r.w, r.h)
}
