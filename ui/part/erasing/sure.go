package erasing

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"kwi/internal/lang"
	"kwi/internal/report"
	"kwi/ui/kit"
	"kwi/ui/widget"
)

// sure says what will be done, and does it on a yes.
func (e *Eraser) sure(f *kit.Frame, o Order, all Found) kit.Screen {
	words := f.Words
	o.Instead = e.Decided(o)
	return widget.NewFormDialog(widget.FormDialog{
		Name: o.place() + "/sure", Title: f.T("erase.sure", o.called()), Text: strings.Join(e.WouldDo(words, o, all), "\n"), Verb: f.T("erase.yes"), Final: true,
		Beside: e.again(f, all),
		Asks: func(f kit.Frame, _ map[string]string) kit.Screen {
			return e.look(&f, o, all)
		},
		Then: func(widget.Edits) kit.Outcome {
			work := kit.NewWork(words.T("erase.erasing"))
			work.Kept = true
			return kit.Outcome{Work: work, Run: func() tea.Msg {
				told, err := e.Do(work.Context, o, work.Tell)
				if err != nil {
					return failed{err}
				}
				return done{told}
			}}
		},
		Came: func(f kit.Frame, msg tea.Msg) kit.Outcome {
			switch msg := msg.(type) {
			case done:
				e.Forget(o)
				return kit.Outcome{Anew: true, Ask: reported{press: e.Papers, told: msg.Erased}, Notice: f.T("erase.reported")}
			case failed:
				out := kit.Refuses(e.Say(f.Words, msg.err))
				out.Anew = true // some of it may be done
				return out
			}
			return kit.Outcome{}
		},
	})
}

// WouldDo says what will be done, in lines.
func (e *Eraser) WouldDo(w *lang.Words, o Order, all Found) []string {
	all.Told.Replaced = 0 // what was decided is told below
	lines := append([]string{w.T("erase.final"), "", w.T("erase.report.would") + ":"}, all.Told.Did(w)...)
	kept, changed := 0, 0
	for _, w := range all.Texts {
		if now := o.Instead[w.Text]; now == w.Text {
			kept++
		} else {
			changed++
		}
	}
	if len(all.Texts) > 0 {
		lines = append(lines, w.T("erase.decided", kept, changed))
	}
	for _, left := range all.Told.Elsewhere {
		lines = append(lines, left.Said(w))
	}
	return append(append(lines, all.Told.Unopened(w)...), w.T("erase.beyond"))
}

// again is the act that looks once more at what becomes of the texts, where there
// are any.
func (e *Eraser) again(f *kit.Frame, all Found) kit.Act {
	if len(all.Texts) == 0 {
		return kit.Act{}
	}
	act := widget.ReadAct(f)
	act.Name = f.T("erase.again")
	return act
}

// look picks a text of which what was decided is to be seen, or to be decided
// otherwise.
func (e *Eraser) look(f *kit.Frame, o Order, all Found) kit.Screen {
	frame := *f
	var items []widget.Item
	for i, w := range all.Texts {
		becomes := "erase.becomes.write"
		switch o.Instead[w.Text] {
		case w.Text:
			becomes = "erase.becomes.keep"
		case w.Strike(o.Word):
			becomes = "erase.becomes.replace"
		}
		items = append(items, widget.Item{ID: ordinal(i), Label: sentence(w), Detail: f.T(becomes)})
	}
	return widget.NewPick(widget.Pick{Title: f.T("erase.again"), Items: items, Then: func(id string) kit.Outcome {
		for i := range all.Texts {
			if ordinal(i) == id {
				return kit.Outcome{Tell: widget.InPlaceOf(kit.Outcome{Ask: e.text(&frame, o, all, i)})}
			}
		}
		return kit.Outcome{}
	}})
}

// reported is the report of what was done, on the screen.
type reported struct {
	press  press
	told   report.Erased
	scroll widget.Scroll
}

// press writes the report as a document; nil where none is written.
type press interface {
	AskErased(*kit.Frame, report.Erased) kit.Screen
}
