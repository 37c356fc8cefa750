package ui

import (
	"context"
	"strings"

	tea "charm.land/bubbletea/v2"

	"kwi/internal/account"
	"kwi/internal/cells"
	"kwi/ui/keys"
	"kwi/ui/kit"
)

// Hangup tells that the terminal is gone or that somebody asks the program to
// end: it keeps what is typed, as ctrl+c does, and ends.
type Hangup struct{}

// leaving is how far the program is on its way out.
type leaving struct {
	now  bool   // ends as soon as all is kept
	hup  bool   // nobody is there to answer
	stop bool   // the whole program was told to end
	ask  bool   // something could not be kept: what to do
	put  string // where the rescue file is
	err  error  // why there is none
}

// rescued is the word on a rescue file.
type rescued struct {
	path string
	err  error
}

// LockedSuffix is what the name of a rescue file ends with that opens with the passphrase of
// the data file alone.
const LockedSuffix = ".age"

// leave ends the program as soon as all is kept, and what takes long has stopped.
// Asked again while something cannot be kept or does not stop, it ends all the same.
func (r *Root) leave(hup bool, cmds *commandBatch) {
	if r.leaving.now && (hup || r.failure() != nil || r.leaving.ask || len(r.works) > 0) {
		cmds.add(tea.Quit)
		return
	}
	r.leaveStack(cmds)
	r.leaving.now, r.leaving.hup, r.drafts.prompt = true, hup, true
	r.tries = 0
	if r.stopWorks() && !hup {
		r.sayInternal(r.Words.T("root.leave.stopping"), false)
	}
}

// leaveStack lets every screen keep what is half typed.
func (r *Root) leaveStack(cmds *commandBatch) {
	for i := len(r.stack) - 1; i >= 0; i-- {
		s, out := r.stack[i].screen.Update(r.frame(), kit.Leave{})
		r.stack[i].screen = s
		r.changeAndDraft(out, r.stack[i])
	}
}

// finish ends a program that is leaving: all is kept, or it asks what to do
// with what cannot be kept.
func (r *Root) finish(cmds *commandBatch) {
	switch {
	case !r.leaving.now:
	case len(r.works) > 0 && !r.leaving.hup: // what left is noted first
	case !r.dirty() && r.drafts.kept():
		cmds.add(tea.Quit)
	case r.failure() != nil && r.leaving.hup && !r.leaving.ask:
		r.leaving.ask = true
		cmds.add(r.rescue()) // nobody can answer: put it somewhere
	case r.failure() != nil:
		r.leaving.ask = true
	}
}

func (r *Root) rescue() tea.Cmd {
	keeper, c, f := r.Keeper, r.hand.Now(), account.Firm{}
	if !r.hand.Dirty() {
		if r.Firm.Dirty() && len(r.parked) == 0 {
			c, f = account.Client{}, r.Firm.Now()
		}
		for _, h := range r.parked {
			c = h.Now()
		}
	}
	return func() tea.Msg {
		path, err := keeper.Rescue(context.Background(), c, f)
		return rescued{path, err}
	}
}

func (r *Root) rescued(m rescued, cmds *commandBatch) {
	r.leaving.put, r.leaving.err = m.path, m.err
	if r.leaving.hup {
		cmds.add(tea.Quit)
	}
}

// leavingActs are what can be done when something cannot be kept.
func (r *Root) leavingActs() []kit.Act {
	t := r.Words.T
	return []kit.Act{
		{ID: "rescue", Keys: keys.Rescue, Name: t("root.leave.rescue")},
		{ID: "stay", Keys: keys.Back, Name: t("root.leave.stay")},
		{ID: "gone", Keys: keys.Stop, Name: t("root.leave.gone")},
	}
}

func (r *Root) leavingKey(key tea.KeyPressMsg, cmds *commandBatch) {
	switch {
	case keys.Pressed(key, keys.Rescue):
		cmds.add(r.rescue())
	case keys.Pressed(key, keys.Back):
		r.leaving = leaving{}
	}
}

func (r *Root) leavingPage(f *kit.Frame) kit.Page {
	t := f.Theme
	lines := []string{"", t.Bad.Render(f.T("root.leave.title")), ""}
	add := func(text string) {
		lines = append(lines, cells.Wrap(text, f.W)...)
		lines = append(lines, "")
	}
	put := f.T("root.leave.put", r.leaving.put)
	if strings.HasSuffix(r.leaving.put, LockedSuffix) {
		put += " " + f.T("root.leave.put.locked")
	}
	if r.watched() {
		put = f.T("root.leave.put.together")
	} else if err := r.failure(); err != nil {
		add(f.Words.Fault(err))
	}
	switch {
	case r.leaving.put != "":
		add(put)
	case r.leaving.err != nil && !r.watched():
		add(f.Words.Fault(r.leaving.err))
	}
	add(f.T("root.leave.text"))
	return kit.Page{Body: strings.Join(lines, "\n")}
}
