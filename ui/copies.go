package ui

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"kwi/internal/account"
	"kwi/internal/fault"
	"kwi/internal/lang"
	"kwi/ui/keys"
	"kwi/ui/kit"
	"kwi/ui/widget"
)

// copiesActs go back to an earlier copy, where the program is about all clients. There
// is a key where one sees what this laptop remembers, and else the palette.
func (r *Root) copiesActs() []kit.Act {
	if r.Only || r.Lent {
		return nil
	}
	act := kit.Act{ID: "copies", Keys: keys.Unbound, Name: r.Words.T("root.act.copies"), Hidden: true}
	if r.onSettings() {
		act.Keys, act.Hidden = keys.Copies, false
	}
	switch {
	case r.ReadOnly:
		act.Why = r.Words.Fault(fault.New(fault.LooksOnly))
	case r.Example != kit.NoExample || r.Copies.List == nil:
		act.Why = r.Words.T("copies.example")
	}
	return []kit.Act{act}
}

// askCopies asks which copy to go back to, once all is kept that was done here.
func (r *Root) askCopies(cmds *commandBatch) {
	r.leaveTop(cmds)
	if r.unkept() {
		r.say(r.Words.T("copies.unkept"), true)
		return
	}
	r.ask(copyList{copies: r.Copies}, cmds)
}

// unkept reports whether something that was done here is not in the store yet.
func (r *Root) unkept() bool { return r.hand.Dirty() || len(r.parked) > 0 || r.Firm.Dirty() }

// copyList is the list of copies, and before those are read nothing.
type copyList struct {
	copies kit.Copies
	read   bool
	pick   widget.Pick
}

// copiesRead is what the disk has of them.
type copiesRead struct {
	all  []kit.Copy
	last account.Moment
	err  error
}

// Init reads them.
func (l copyList) Init() tea.Cmd {
	list := l.copies.List
	return func() tea.Msg {
		all, last, err := list()
		return copiesRead{all, last, err}
	}
}

// Waits reports whether they are still being read.
func (l copyList) Waits() bool { return !l.read }

// Typing reports whether letters find one of them.
func (l copyList) Typing() bool { return l.read && l.pick.Typing() }

// Head says that this is about no client.
func (l copyList) Head(f kit.Frame) kit.Head { return kit.Head{Title: f.T("copies.title")} }

// Acts are those of the list.
func (l copyList) Acts(f kit.Frame) []kit.Act { return l.pick.Acts(f) }

// Update answers a message.
func (l copyList) Update(f kit.Frame, msg tea.Msg) (kit.Screen, kit.Outcome) {
	found, ok := msg.(copiesRead)
	if !ok {
		if !l.read {
			return l, kit.Outcome{}
		}
		pick, out := l.pick.Update(f, msg)
		l.pick = pick.(widget.Pick)
		return l, out
	}
	switch l.read = true; {
	case found.err != nil:
		return l, kit.Outcome{Back: true, Notice: f.Words.Fault(found.err), Bad: true}
	case len(found.all) == 0:
		return l, kit.Outcome{Back: true, Notice: f.T("copies.none"), Bad: true}
	}
	l.pick = widget.Pick{Title: f.T("copies.title"), Details: sizeWidth}
	words := f.Words
	byPath := map[string]kit.Copy{}
	for _, c := range found.all {
		byPath[c.Path] = c
		l.pick.Items = append(l.pick.Items, widget.Item{ID: c.Path, Label: c.Called(words), Detail: words.CopySize(c.Size, c.Clients)})
	}
	l.pick.Then = func(path string) kit.Outcome {
		if why := byPath[path].WhyNot(words); why != "" {
			return kit.Refuses(why)
		}
		return kit.Outcome{Ask: confirmCopy(words, byPath[path], found.last, lang.Came{})}
	}
	return l, kit.Outcome{}
}

// View draws the list.
func (l copyList) View(f kit.Frame) kit.Page {
	if !l.read || f.Audience != kit.Manager {
		return kit.Page{}
	}
	return l.pick.View(f)
}

// sizeWidth is the width of how large a copy is: the cause beside it is read whole.
const sizeWidth = 18

// goesBack is the word of a dialog that a copy is to be gone back to.
type goesBack struct{ to kit.Copy }

// confirmCopy shows what going back to a copy brings, and asks whether it shall be:
// once more where something came since it was asked.
func confirmCopy(w *lang.Words, c kit.Copy, last account.Moment, came lang.Came) kit.Screen {
	said := append(w.Came(came), c.Preview(w, last)...)
	return widget.Confirm{Title: w.T("copies.title"), Text: strings.Join(said, "\n"), Yes: w.T("copies.yes"), Then: func() kit.Outcome { return kit.Outcome{Tell: goesBack{c}} }}
}

// copyReturned is what became of going back to a copy.
type copyReturned struct {
	to   kit.Copy
	kept string // the name of the copy of what stood there
	err  error

	came lang.Came // what was saved since that was asked, so that nothing was done
	last account.Moment
}

func (r *Root) goBackTo(c kit.Copy, cmds *commandBatch) {
	if r.unkept() {
		r.say(r.Words.T("copies.unkept"), true)
		return
	}
	copies := r.Copies
	r.returning = true
	cmds.add(func() tea.Msg {
		kept, came, err := copies.GoBack(c)
		out := copyReturned{to: c, kept: kept, came: came, err: err}
		if err != nil || !came.Any() {
			return out
		}
		out.to, out.last, out.err = copies.Anew(c)
		return out
	})
}

// copyReturned says that a copy stands there, until the next key. The watch on the store,
// which hears of it as every window does, fetches what is in it.
func (r *Root) copyReturned(m copyReturned, cmds *commandBatch) {
	switch {
	case m.err != nil:
		r.returning = false
		r.sayInternal(r.Words.Fault(m.err), true)
	case m.came.Any():
		r.returning = false
		if !r.watched() {
			r.ask(confirmCopy(r.Words, m.to, m.last, m.came), cmds)
		}
	default:
		r.sayInternal(r.Words.T("copies.went", r.Words.CopyMoment(m.to.At, m.to.Twin), m.kept), false)
	}
}
