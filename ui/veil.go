package ui

import (
	"strconv"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"kwi/internal/cells"
	"kwi/ui/keys"
	"kwi/ui/kit"
)

// veil lies over everything while the passphrase of the data file is asked again:
// nothing of the data stands on the screen, in a meeting neither. Below it all goes on;
// keys, paste and the mouse come to the veil alone.
type veil struct {
	down   bool
	typed  []rune
	trying bool
	wrong  bool
	last   time.Time // of a key
}

// mostTyped is how long a passphrase may be, and mostSigns how many signs stand for it.
const mostTyped, mostSigns = 1024, 40

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

// veilActs is the act that lets it down, where there is a passphrase.
func (r *Root) veilActs() []kit.Act {
	if r.Unlock == nil {
		return nil
	}
	return []kit.Act{{ID: "lock", Looks: true, Keys: keys.Lock, Name: r.Words.T("root.act.lock"), Together: true, Hidden: true}}
}

// letVeilDown keeps what is being typed as a draft first.
func (r *Root) letVeilDown(cmds *commandBatch) {
	if r.Unlock == nil {
		r.say(r.Words.T("veil.none"), true)
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
		v.add(m.Content)
	case tea.KeyPressMsg:
		switch {
		case keys.Pressed(m, keys.Stop):
			r.leave(true, cmds) // nothing can be asked without showing what it is about
		case v.trying:
		case keys.Pressed(m, keys.Open):
			if len(v.typed) == 0 {
				return
			}
			typed, unlock := string(v.typed), r.Unlock
			v.typed, v.trying, v.wrong = nil, true, false
			cmds.add(func() tea.Msg { return unlockTried{unlock(typed)} })
		case keys.Pressed(m, keys.RemoveBefore):
			v.typed = v.typed[:max(len(v.typed)-1, 0)]
		case keys.Pressed(m, keys.Back), keys.Pressed(m, keys.RemoveLineBefore):
			v.typed = nil
		default:
			v.add(m.Text)
		}
	}
}

func (v *veil) add(text string) {
	for _, sign := range text {
		if sign >= ' ' && len(v.typed) < mostTyped {
			v.typed, v.wrong = append(v.typed[:len(v.typed):len(v.typed)], sign), false
		}
	}
}

// unlockTried takes the veil away, or says that it was another passphrase.
func (r *Root) unlockTried(m unlockTried) {
	if !r.veil.down {
		return
	}
	r.veil.trying, r.veil.wrong = false, m.err != nil
	if m.err == nil {
		r.veil = veil{last: r.now}
	}
}

// drawVeil is the page: what to do, and for each sign that was typed another.
func (r *Root) drawVeil() (string, *tea.Cursor) {
	t, w := r.Theme, max(r.w-2*bodyMargin, 1)
	left := strings.Repeat(" ", min(bodyMargin, max(r.w-1, 0)))
	lines := make([]string, max(r.h/3-1, 0))
	add := func(text string, render func(string) string) {
		for _, line := range cells.Wrap(text, w) {
			lines = append(lines, left+render(line))
		}
	}
	add(r.Words.T("veil.title"), t.Strong.Render)
	add(r.Words.T("veil.text"), t.Text.Render)
	lines = append(lines, "")
	signs := strings.Repeat("*", min(len(r.veil.typed), mostSigns, w-1))
	at := tea.NewCursor(len(left)+len(signs), len(lines))
	lines = append(lines, left+t.Text.Render(signs), "")
	switch {
	case r.veil.trying:
		add(r.Words.T("veil.trying"), t.Faint.Render)
	case r.veil.wrong:
		add(r.Words.T("veil.wrong"), t.Bad.Render)
	}
	return strings.Join(lines[:min(len(lines), max(r.h, 1))], "\n"), at
}
