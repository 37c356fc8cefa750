package papers

import (
	"context"
	"strings"

	tea "charm.land/bubbletea/v2"

	"kwi/internal/account"
	"kwi/ui/kit"
	"kwi/ui/part"
	"kwi/ui/widget"
)

// Round is letters that can be mailed.
type Round struct {
	Server  string
	Letters []Addressed
	Without []account.Initials // who has no address
	// Go lets them go; where it stops, what went is told all the same.
	Go func(context.Context, Progress) (Gone, error)
}

// Addressed is a letter as the user sees it before it goes.
type Addressed struct {
	Who            account.Initials
	Email, Subject string
	Text           string
}

// Gone is what became of a round.
type Gone struct {
	Sent   int
	Maybe  []account.Initials // whose letter may have arrived
	Failed []account.Initials
	Why    error // why the first of those did not go
}

type lettersReady struct{ Round }

type lettersGone struct {
	Gone
	err error
}

// confirm shows who would get what, and lets it go once that is kept.
func (p *Press) confirm(f *kit.Frame, order Order, r Round) kit.Outcome {
	if len(r.Letters) == 0 {
		return kit.Refuses(f.T("bring.without", line(r.Without)))
	}
	words := f.Words
	lines := []string{"“" + r.Letters[0].Subject + "”", f.T("papers.letters.via", r.Server)}
	for _, l := range r.Letters {
		lines = append(lines, string(l.Who)+"  "+l.Email)
	}
	if len(r.Without) > 0 {
		lines = append(lines, f.T("bring.without", line(r.Without)))
	}
	return kit.Outcome{Ask: widget.NewFormDialog(widget.FormDialog{
		Name: "papers/mail/" + order.Paper, Title: f.N("papers.letters.send", len(r.Letters)), Text: strings.Join(lines, "\n"), Verb: f.T("bring.mail.yes"),
		Beside: widget.ReadAct(f),
		Asks: func(f kit.Frame, _ map[string]string) kit.Screen {
			var all []widget.Leaf
			for _, l := range r.Letters {
				all = append(all, widget.Leaf{Head: part.NameOf(&f, l.Who) + "  " + l.Email, Text: l.Subject + "\n\n" + strings.TrimSpace(l.Text)})
			}
			return widget.Leaves{All: all}
		},
		Then: func(widget.Edits) kit.Outcome {
			work := kit.NewWork(words.T("bring.sending"))
			work.Tell(0, len(r.Letters))
			return kit.Outcome{Work: work, Run: func() tea.Msg {
				g, err := r.Go(work.Context, work.Tell)
				return lettersGone{g, err}
			}}
		},
		Came: func(f kit.Frame, msg tea.Msg) kit.Outcome {
			m, ok := msg.(lettersGone)
			if !ok {
				return kit.Outcome{}
			}
			said := f.N("bring.sent", m.Sent)
			if len(m.Maybe) > 0 {
				said += " " + f.T("papers.letters.maybe", line(m.Maybe))
			}
			if len(m.Failed) > 0 {
				said += " " + line(m.Failed) + ": " + p.Say(f.Words, m.Why)
			}
			switch {
			case m.err != nil:
				return kit.Refuses(said + " " + p.Say(f.Words, m.err))
			case len(m.Failed)+len(m.Maybe) > 0:
				return kit.Refuses(said)
			}
			return kit.Says(said)
		},
	})}
}
