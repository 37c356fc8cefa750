// Package erasing is how a person is erased from the screen: what that does, what
// is to become of the words of others that name them, one by one, a yes, and the
// report.
//
// In lines the same is asked, one after the other. It knows the kit, widgets, documents and the pure rooms, and must not know who
// erases: that is handed in. With the client watching nothing of it can be reached.
package erasing

import (
	"context"
	"maps"
	"strings"
	"sync"

	tea "charm.land/bubbletea/v2"

	"kwi/internal/account"
	"kwi/internal/lang"
	"kwi/internal/progress"
	"kwi/internal/report"
	"kwi/ui/kit"
	"kwi/ui/part"
	"kwi/ui/part/papers"
	"kwi/ui/widget"
)

// Eraser is what is handed in. Its functions may take a while and are called from
// commands.
type Eraser struct {
	// Would is what erasing would do, and Do does it.
	Would func(context.Context, Order, progress.Told) (Found, error)
	Do    func(context.Context, Order, progress.Told) (report.Erased, error)
	// Papers write the report.
	Papers *papers.Press
	// Say is an error as a sentence.
	Say func(*lang.Words, error) string

	lock    sync.Mutex
	decided map[string]map[string]string // what takes the place of texts, by who is to be erased
}

// Order is who is to be erased, and how.
type Order struct {
	Client     account.Client // as it is in hand
	Who        account.Initials
	Also       string // what else they are called, with commas between
	Everywhere bool   // at other clients too
	Word       string // what takes the place of the name
	Today      account.Date
	Tag        string            // the user's language
	Instead    map[string]string // what takes the place of texts of others
}

// person is who it is, whatever they are called meanwhile.
func (o *Order) person() string { return o.Client.ID + "/" + string(o.Who) }

// place is under what a draft of the dialogs is found again.
func (o *Order) place() string { return "erase/" + string(o.Who) }

// called is the name of the person, or else their initials.
func (o *Order) called() string {
	if name := o.Client.NameOf(o.Who); name != "" && name != string(o.Who) {
		return name + " (" + string(o.Who) + ")"
	}
	return string(o.Who)
}

// Found is what erasing would do.
type Found struct {
	Told  report.Erased
	Texts []account.Writing // of others, that name them
}

type (
	found  struct{ Found }
	done   struct{ report.Erased }
	failed struct{ err error }
)

// Ask begins to erase somebody, or asks whom.
func (e *Eraser) Ask(f *kit.Frame, who account.Initials) kit.Screen {
	frame := *f
	if who == "" {
		return widget.NewPick(widget.Pick{Title: f.T("erase.who"), Items: part.Everybody(f), Then: func(id string) kit.Outcome {
			return kit.Outcome{Ask: e.begin(&frame, account.Initials(id))}
		}})
	}
	return e.begin(&frame, who)
}

// The fields of the first dialog.
const (
	alsoField       = "also"
	everywhereField = "everywhere"
	wordField       = "word"
)

// begin says what erasing does, and looks what it would do. Nothing is changed.
func (e *Eraser) begin(f *kit.Frame, who account.Initials) kit.Screen {
	words := f.Words
	order := Order{Client: f.Client, Who: who, Today: f.Today, Tag: words.Tag()}
	return widget.NewFormDialog(widget.FormDialog{
		Name: order.place(), Title: f.T("erase.title", order.called()), Text: strings.Join([]string{f.T("erase.text.goes"), f.T("erase.text.stays"), f.T("erase.text.final")}, "\n"), Verb: f.T("erase.look"),
		Fields: []widget.Field{
			{ID: alsoField, Label: f.T("erase.also"), Help: f.T("erase.also.help")},
			{ID: everywhereField, Label: f.T("erase.everywhere"), Kind: widget.ToggleField, Help: f.T("erase.everywhere.help")},
			{ID: wordField, Label: f.T("erase.instead"), Value: f.T("erase.word"), Help: f.T("erase.instead.help")},
		},
		Check: func(values map[string]string) string {
			if strings.TrimSpace(values[wordField]) == "" {
				return words.T("erase.instead.none")
			}
			return ""
		},
		Then: func(v widget.Edits) kit.Outcome {
			order.Everywhere, order.Word = v.Get(everywhereField) == widget.Yes, strings.TrimSpace(v.Get(wordField))
			order.Also = v.Get(alsoField)
			asked, work := order, kit.NewWork(words.T("erase.looking"))
			work.Kept = true
			return kit.Outcome{Work: work, Run: func() tea.Msg {
				f, err := e.Would(work.Context, asked, work.Tell)
				if err != nil {
					return failed{err}
				}
				return found{f}
			}}
		},
		Came: func(f kit.Frame, msg tea.Msg) kit.Outcome {
			switch msg := msg.(type) {
			case found:
				return kit.Outcome{Ask: e.next(&f, order, msg.Found)}
			case failed:
				return kit.Refuses(e.Say(f.Words, msg.err))
			}
			return kit.Outcome{}
		},
	})
}

// next asks about the first text that nothing was decided on, and where there is
// none for a yes.
func (e *Eraser) next(f *kit.Frame, o Order, all Found) kit.Screen {
	decided := e.Decided(o)
	for i, w := range all.Texts {
		if _, is := decided[w.Text]; !is {
			return e.text(f, o, all, i)
		}
	}
	return e.sure(f, o, all)
}

// Decided is what was decided so far. It is remembered until the program ends.
func (e *Eraser) Decided(o Order) map[string]string {
	e.lock.Lock()
	defer e.lock.Unlock()
	return maps.Clone(e.decided[o.person()])
}

// Decide notes what takes the place of a text.
func (e *Eraser) Decide(o Order, text, instead string) {
	e.lock.Lock()
	defer e.lock.Unlock()
	if e.decided == nil {
		e.decided = map[string]map[string]string{}
	}
	if e.decided[o.person()] == nil {
		e.decided[o.person()] = map[string]string{}
	}
	e.decided[o.person()][text] = instead
}

// Forget lets go of what was decided, which names who was erased.
func (e *Eraser) Forget(o Order) {
	e.lock.Lock()
	defer e.lock.Unlock()
	delete(e.decided, o.person())
}
