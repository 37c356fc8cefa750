package ui

import (
	"strconv"
	"time"

	tea "charm.land/bubbletea/v2"

	"kwi/internal/fault"
	"kwi/ui/keys"
	"kwi/ui/kit"
	"kwi/ui/part/locking"
	"kwi/ui/widget"
)

// veil lies over everything while the passphrase of the data file is asked again:
// nothing of the data stands on the screen, in a meeting neither. Below it all goes on;
// keys, paste and the mouse come to the veil alone.
type veil struct {
	down      bool
	elsewhere bool // the file got another passphrase in another window
	widget.Secret
	last time.Time // of a key
}

// unlockTried is whether a passphrase was the right one.
type unlockTried struct{ err error }

// idleFor is after how long without a key the veil comes by itself; 0 is never.
func (r *Root) idleFor() time.Duration {
	minutes, err := strconv.Atoi(r.IdleLock)
	if err != nil || !r.Lock.Has() {
		return 0
	}
	return time.Duration(minutes) * time.Minute
}

// idles lets the veil down when no key came for long, the time that a laptop slept
// among it.
func (r *Root) idles(cmds *commandBatch) {
	if after := r.idleFor(); after > 0 && (!r.veil.down || r.veil.Right) && r.now.Round(0).Sub(r.veil.last.Round(0)) >= after {
		r.letVeilDown(cmds)
	}
}

// veilActs is the act that lets it down. Where there is no passphrase, which could take it
// away again, it says so, and where one is chosen; with the client watching it is not there.
func (r *Root) veilActs() []kit.Act {
	act := kit.Act{ID: "lock", Looks: true, Keys: keys.Lock, Name: r.Words.T("root.act.lock"), Together: true, Hidden: true}
	switch {
	case r.Lock.Has():
	case r.watched():
		return nil
	case r.Example != kit.NoExample:
		act.Why = r.Words.T("veil.example")
	default:
		act.Why = r.Words.T("veil.none")
	}
	return []kit.Act{act}
}

// passphraseActs set, change and take off the passphrase of the data, out of the palette: there one looks for it first.
func (r *Root) passphraseActs() (acts []kit.Act) {
	if r.Lock == nil || r.Lock.Set == nil {
		return nil
	}
	for _, what := range locking.Can(r.Lock.Has()) {
		acts = append(acts, kit.Act{ID: passphraseAct + what, Name: r.Words.T("root.act.passphrase." + what), Hidden: true})
	}
	return acts
}

const passphraseAct = "passphrase."

// askPassphrase is the same dialog as that of the settings.
func (r *Root) askPassphrase(what string, cmds *commandBatch) {
	r.leaveTop(cmds)
	f := r.frame()
	r.ask(r.Lock.Ask(&f, what).Ask, cmds)
}

// letVeilDown keeps what is being typed as a draft first.
func (r *Root) letVeilDown(cmds *commandBatch) {
	if r.veil.down && !r.veil.Right {
		return
	}
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
		case v.Right && keys.Pressed(m, keys.Open):
			r.veil = veil{last: r.now}
		case keys.Pressed(m, keys.Open):
			if typed, is := v.Take(); is {
				r.tryPassphrase(typed, cmds)
			}
		case keys.Pressed(m, keys.Back):
			v.Secret = widget.Secret{Trying: v.Trying, Right: v.Right}
		default:
			v.Press(r.Words, m)
		}
	}
}

func (r *Root) tryPassphrase(typed string, cmds *commandBatch) {
	unlock := r.Lock.Unlock
	cmds.add(func() tea.Msg { return unlockTried{unlock(typed)} })
}

// unlockTried takes the veil away, or says that it was another passphrase.
func (r *Root) unlockTried(m unlockTried, cmds *commandBatch) {
	if !r.veil.down {
		return
	}
	elsewhere := r.veil.elsewhere
	if next, is := r.veil.Tried(r.Words, m.err); is {
		r.tryPassphrase(next, cmds)
	}
	if m.err == nil {
		r.veil = veil{down: r.veil.Right, Secret: r.veil.Secret, last: r.now}
	}
	if m.err == nil && elsewhere {
		r.goOnLocked(cmds)
	}
}

// lockElsewhere is what became of the lock of a file that could no longer be used as it was.
type lockElsewhere struct {
	now locking.Moved
	err error
}

// relocking is what is known of a lock that the file got elsewhere.
type relocking struct {
	told      *fault.Fault // the last that said so
	unwatched bool         // what others do is not heard since
}

// relocked looks what became of the lock, where a fault that was not looked at yet says that
// the file got another, or none any more. Under the veil whoever takes that away finds it out.
func (r *Root) relocked(err error, cmds *commandBatch) {
	f, is := fault.Of(err)
	if r.Lock == nil || !is || f.Kind != fault.Sealed || f == r.relock.told {
		return
	}
	if r.relock.told = f; r.veil.down {
		r.veil.elsewhere, r.veil.Right = true, false
		return
	}
	follow := r.Lock.Follow
	cmds.add(func() tea.Msg {
		now, err := follow()
		return lockElsewhere{now, err}
	})
}

// lockElsewhere asks the passphrase that the file got elsewhere, or goes on where that was
// taken off.
func (r *Root) lockElsewhere(m lockElsewhere, cmds *commandBatch) {
	switch {
	case m.err != nil:
		r.sayInternal(r.Words.Fault(m.err), true)
	case m.now == locking.Another:
		r.letVeilDown(cmds)
		r.veil.elsewhere = true
	case m.now == locking.Off && !r.veil.down:
		r.sayInternal(r.Words.T("root.unlocked"), false)
		r.goOnLocked(cmds)
	case m.now == locking.Same:
		r.goOnLocked(cmds)
	}
}

// goOnLocked goes on with a file that got another lock: what could not be kept is tried at
// once, and it is listened again to what others do.
func (r *Root) goOnLocked(cmds *commandBatch) {
	r.tries, r.drafts.prompt = 0, true
	if r.relock.unwatched {
		r.relock.unwatched = false
		cmds.add(r.watch())
	}
	r.readAnew(cmds)
}

// drawVeil is the page: what to do, and for each sign that was typed another.
func (r *Root) drawVeil() (string, *tea.Cursor) {
	p := secretPage{title: r.Words.T("veil.title"), text: r.Words.T("veil.text"), Secret: r.veil.Secret}
	switch {
	case r.veil.elsewhere && r.Lock.Has():
		p.text = r.Words.T("veil.another")
	case r.veil.elsewhere:
		p.text = r.Words.T("veil.elsewhere")
	}
	return p.draw(r.Theme, r.Words, r.w, r.h)
}
