// Package locking is how the data file gets a passphrase, another one or none from the screen: that forgetting it is final
// is said before, and what became of the copies after.
//
// It knows the kit, widgets and the pure rooms, and must not know who locks: that is handed in. With the client watching
// nothing of it can be reached.
package locking

import (
	"context"
	"errors"
	"io"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"

	"kwi/internal/fault"
	"kwi/internal/lang"
	"kwi/internal/progress"
	"kwi/internal/watchword"
	"kwi/ui/kit"
	"kwi/ui/widget"
)

// Lock is what is handed in. All but Locked may take a while and is called from commands;
// an error of watchword is that it was another passphrase.
type Lock struct {
	// Locked reports whether the data file has a passphrase.
	Locked func() bool
	// Unlock reports whether a passphrase is that of the data file as it is now. Where that got
	// another one elsewhere it asks for the one of before first.
	Unlock func(passphrase string) error
	// Follow looks what became of the lock elsewhere, and has the window go on where it was
	// taken off.
	Follow func() (Moved, error)
	// Set gives the data file another passphrase, "" for none, and the copies that were kept
	// of it; nil: nothing of it is changed here.
	Set func(ctx context.Context, present, chosen string, told progress.Told) (Done, error)
	// Encrypt is how what is written opens with the passphrase alone; nil where there is none.
	Encrypt func() func(io.Writer) (io.WriteCloser, error)
}

// Moved is what became of the lock of the data file in another window.
type Moved byte

// What that can be.
const (
	Same    Moved = iota // nothing
	Another              // it has another passphrase, which has to be typed
	Off                  // it has none any more
)

// Done is what was done with the copies that kwi kept.
type Done struct {
	Copies  int
	Left    []string // the paths of those that stayed as they were
	Earlier []string // of those that open with an earlier passphrase still
	Beside  []string // of data files that kwi did not make and that are not locked
}

// Has reports whether the data file has a passphrase.
func (l *Lock) Has() bool { return l != nil && l.Locked() }

// What is to become of the passphrase.
const (
	Choose = "choose"
	Change = "change"
	Remove = "remove"
)

// Can are what can become of it, where there is one and where there is none.
func Can(there bool) []string {
	if there {
		return []string{Change, Remove}
	}
	return []string{Choose}
}

// Ask is the dialog for one of these.
func (l *Lock) Ask(f *kit.Frame, what string) kit.Outcome {
	switch {
	case l == nil:
		return kit.Refuses(f.T("veil.example"))
	case l.Set == nil:
		return kit.Refuses(f.Words.Fault(fault.New(fault.LooksOnly)))
	}
	form := widget.SecretForm{Title: f.T("locking." + what), Text: f.T("lock.final"), Verb: f.T("locking.verb." + what), Check: check(what), Then: l.then(what), Came: came(what)}
	present, fresh := f.T("locking.present"), []string{f.T("locking.new"), f.T("locking.again")}
	switch what {
	case Choose:
		form.Labels, form.Advice = fresh, advice
	case Change:
		form.Labels, form.Advice = append([]string{present}, fresh...), advice
	case Remove:
		form.Labels, form.Text = []string{present}, f.T("locking.remove.text")
	}
	return kit.Outcome{Ask: form}
}

// Chosen are the passphrase that is there and the one that is chosen, of what was typed for one
// of these.
func Chosen(what string, typed []string) (present, chosen string) {
	switch what {
	case Choose:
		return "", typed[0]
	case Change:
		return typed[0], typed[1]
	}
	return typed[0], ""
}

// Refused says why what was typed for one of these cannot be tried, "" where it can: the
// passphrase that is there and the new one twice, as far as they are asked.
func Refused(w *lang.Words, what string, typed []string) string {
	present, first := Chosen(what, typed)
	switch {
	case what != Choose && present == "":
		return w.T("locking.present.none")
	case what == Remove:
		return ""
	}
	if err := watchword.Fits(first); err != nil {
		return w.Fault(err)
	}
	if !watchword.Same(first, typed[len(typed)-1]) {
		return w.T("locking.differs")
	}
	return ""
}

func check(what string) func(kit.Frame, []string) string {
	return func(f kit.Frame, typed []string) string { return Refused(f.Words, what, typed) }
}

// advice is one sentence on how long the passphrase is.
func advice(f kit.Frame, typed []string) string {
	first := typed[len(typed)-2]
	switch n := utf8.RuneCountInString(first); {
	case n == 0:
		return f.T("locking.advice")
	case n < watchword.Shortest:
		return f.Words.N("locking.advice.short", watchword.Shortest-n)
	case n < goodLength:
		return f.T("locking.advice.enough")
	}
	return f.T("locking.advice.good")
}

// goodLength is how many characters some words in a row have.
const goodLength = 20

type set struct {
	Done
	err error
}

func (l *Lock) then(what string) func(kit.Frame, []string) kit.Outcome {
	return func(f kit.Frame, typed []string) kit.Outcome {
		present, first := Chosen(what, typed)
		work := kit.NewWork(f.T("locking.works." + what))
		work.Kept = true
		return kit.Outcome{Work: work, Run: func() tea.Msg {
			done, err := l.Set(work.Context, present, first, work.Tell)
			return set{done, err}
		}}
	}
}

// came says what was done, or why nothing was.
func came(what string) func(kit.Frame, tea.Msg) ([]string, string) {
	return func(f kit.Frame, msg tea.Msg) ([]string, string) {
		m, is := msg.(set)
		switch {
		case !is:
			return nil, f.T("locking.stopped")
		case m.err != nil:
			return nil, Wrong(f.Words, m.err)
		}
		return append([]string{f.T("locking.done." + what)}, m.Said(f.Words, what)...), ""
	}
}

// Said says what became of the copies.
func (d Done) Said(w *lang.Words, what string) (told []string) {
	end, earlier := "lock.done", "lock.other.left"
	if what == Remove {
		end, earlier = "lock.gone", "lock.gone.left"
	}
	if d.Copies > 0 {
		told = append(told, w.N(end+".copies", d.Copies))
	}
	for _, path := range d.Left {
		told = append(told, w.T(end+".left", path))
	}
	for _, path := range d.Earlier {
		told = append(told, w.T(earlier, path))
	}
	for _, path := range d.Beside {
		told = append(told, w.T("lock.beside", path))
	}
	if what != Remove {
		told = append(told, w.T("lock.elsewhere"))
	}
	return told
}

// Wrong says why nothing was done.
func Wrong(w *lang.Words, err error) string {
	switch _, is := fault.Of(err); {
	case is:
		return w.Fault(err)
	case errors.Is(err, context.Canceled):
		return w.T("locking.stopped")
	case errors.Is(err, watchword.ErrOther):
		return w.T("locking.other")
	}
	return w.Fault(err)
}
