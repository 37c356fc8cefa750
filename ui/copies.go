package ui

import (
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"kwi/internal/account"
	"kwi/internal/fault"
	"kwi/internal/lang"
	"kwi/ui/keys"
	"kwi/ui/kit"
	"kwi/ui/widget"
)

// Copies is who keeps copies of the data by themselves, as far as a window knows of
// them.
type Copies struct {
	Folder string       // where they are
	Failed func() error // waits until one could not be kept, or the program ends; nil: nobody tells

	// List are the copies that can be gone back to, the newest first, and when
	// something was last changed that going back takes away; nil: there are none.
	List func() ([]Copy, account.Moment, error)
	// GoBack puts one in the place of the data, and names the copy that is kept of
	// what stood there.
	GoBack func(path string) (kept string, err error)
}

// Copy is a copy that can be gone back to, and what would become of the clients.
type Copy struct {
	Path    string
	Name    string // as kwi restore knows it
	At      time.Time
	Cause   string
	Size    int64
	Clients int  // lang.LockedCopy where another passphrase opens it, less than 0 where it cannot be read
	Open    bool // it is not locked, and gets the lock of the data when it is gone back to

	Gone, Back, Changed []string // clients by name
}

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
	copies Copies
	read   bool
	pick   widget.Pick
}

// copiesRead is what the disk has of them.
type copiesRead struct {
	all  []Copy
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
	byPath := map[string]Copy{}
	for _, c := range found.all {
		byPath[c.Path] = c
		l.pick.Items = append(l.pick.Items, widget.Item{ID: c.Path, Label: words.CopyMoment(c.At) + " · " + words.CopyCause(c.Cause), Detail: words.CopySize(c.Size, c.Clients)})
	}
	l.pick.Then = func(path string) kit.Outcome {
		switch clients := byPath[path].Clients; {
		case clients == lang.LockedCopy:
			return kit.Refuses(words.T("copies.sealed", byPath[path].Name))
		case clients < 0:
			return kit.Refuses(words.T("copies.damaged"))
		}
		return kit.Outcome{Ask: confirmCopy(words, byPath[path], found.last)}
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
type goesBack struct{ to Copy }

// confirmCopy shows what going back to a copy brings, and asks whether it shall be.
func confirmCopy(w *lang.Words, c Copy, last account.Moment) kit.Screen {
	said := []string{w.T("copies.preview", w.CopyMoment(c.At), w.CopyCause(c.Cause), w.N("copies.clients", c.Clients))}
	for _, part := range []struct {
		key   string
		names []string
	}{{"copies.gone", c.Gone}, {"copies.back", c.Back}, {"copies.changed", c.Changed}} {
		if n := len(part.names); n > 0 {
			said = append(said, w.N(part.key, n, someOf(w, part.names)))
		}
	}
	switch {
	case len(said) == 1:
		said = append(said, w.T("copies.same"))
	case last != "" && len(c.Gone)+len(c.Changed) > 0:
		said = append(said, w.T("copies.last", w.Moment(last)))
	}
	if c.Open {
		said = append(said, w.T("copies.locks"))
	}
	said = append(said, w.T("copies.noundo"))
	return widget.Confirm{Title: w.T("copies.title"), Text: strings.Join(said, "\n"), Yes: w.T("copies.yes"), Then: func() kit.Outcome { return kit.Outcome{Tell: goesBack{c}} }}
}

// mostNamed is how many clients are named before the others are counted.
const mostNamed = 5

func someOf(w *lang.Words, names []string) string {
	if more := len(names) - mostNamed; more > 1 {
		names = append(names[:mostNamed:mostNamed], w.N("copies.more", more))
	}
	return w.And(names)
}

// copyReturned is what became of going back to a copy.
type copyReturned struct {
	to   Copy
	kept string // the name of the copy of what stood there
	err  error
}

func (r *Root) goBackTo(c Copy, cmds *commandBatch) {
	if r.unkept() {
		r.say(r.Words.T("copies.unkept"), true)
		return
	}
	goBack := r.Copies.GoBack
	cmds.add(func() tea.Msg {
		kept, err := goBack(c.Path)
		return copyReturned{c, kept, err}
	})
}

// copyReturned says that a copy stands there. The watch on the store, which hears of it as
// every window does, fetches what is in it.
func (r *Root) copyReturned(m copyReturned) {
	if m.err != nil {
		r.sayInternal(r.Words.Fault(m.err), true)
		return
	}
	r.returned = r.Words.T("copies.went", r.Words.CopyMoment(m.to.At), m.kept)
	r.warnInternal(r.returned)
}
