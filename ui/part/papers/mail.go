package papers

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"kwi/internal/account"
	"kwi/ui/kit"
	"kwi/ui/part"
	"kwi/ui/widget"
)

type lettersReady struct{ part.MailRound }

type lettersGone struct {
	part.MailsGone
	err error
}

// confirm shows who would get what, and lets it go once that is kept.
func (p *Press) confirm(f *kit.Frame, order Order, r part.MailRound) kit.Outcome {
	if len(r.Letters) == 0 {
		return kit.Refuses(f.T("bring.without", part.InitialsLine(r.Without)))
	}
	lines := []string{"“" + r.Letters[0].Subject + "”", f.T("papers.letters.via", r.Server)}
	for _, l := range r.Letters {
		lines = append(lines, string(l.Who)+"  "+l.Email)
	}
	if len(r.Without) > 0 {
		lines = append(lines, f.T("bring.without", part.InitialsLine(r.Without)))
	}
	return kit.Outcome{Ask: widget.NewFormDialog(widget.FormDialog{
		Name: "papers/mail/" + order.Paper, Title: f.N("papers.letters.send", len(r.Letters)), Text: strings.Join(lines, "\n"), Verb: f.T("bring.mail.yes"),
		Beside: widget.ReadAct(f),
		Asks: func(f kit.Frame, _ map[string]string) kit.Screen {
			return widget.Leaves{All: part.Read(&f, r.Letters)}
		},
		Then: func(widget.Edits) kit.Outcome {
			return part.LetGo(f, r.Letters, r.Go, func(g part.MailsGone, err error) tea.Msg { return lettersGone{g, err} })
		},
		Came: func(f kit.Frame, msg tea.Msg) kit.Outcome {
			m, ok := msg.(lettersGone)
			if !ok {
				return kit.Outcome{}
			}
			p.Went(order, r.Letters, m.MailsGone)
			out := part.Became(&f, r.Letters, m.MailsGone, m.err, p.Say, "papers.letters.maybe", "papers.letters.goon")
			out.Back = len(m.Sent)+len(m.Maybe) > 0 // else enter would send those once more
			return out
		},
	})}
}

// round is letters of a kind in a cycle of a client.
type round struct {
	client string
	cycle  account.CycleName
	paper  string
}

// Went takes note of who has a letter of a round that was not sent whole, so that
// it can go on with the others; of one that was there is nothing to go on with.
func (p *Press) Went(o Order, letters []part.Mail, g part.MailsGone) {
	key := round{o.Client.ID, o.Cycle, o.Paper}
	p.lock.Lock()
	defer p.lock.Unlock()
	rest := slices.DeleteFunc(part.WhoOf(letters), func(who account.Initials) bool {
		return slices.Contains(g.Sent, who) || slices.Contains(g.Maybe, who)
	})
	if len(rest) > 0 && len(rest) < len(letters) {
		if p.rest == nil {
			p.rest = map[round][]account.Initials{}
		}
		p.rest[key] = rest
		return
	}
	if len(rest) == 0 {
		delete(p.rest, key)
	}
}

// Rest is who has not got a letter of a round that was sent in part.
func (p *Press) Rest(client string, cycle account.CycleName, paper string) []account.Initials {
	p.lock.Lock()
	defer p.lock.Unlock()
	return p.rest[round{client, cycle, paper}]
}
