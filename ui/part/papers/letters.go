package papers

import (
	"cmp"
	"strings"

	tea "charm.land/bubbletea/v2"

	"kwi/internal/account"
	"kwi/ui/kit"
	"kwi/ui/part"
	"kwi/ui/widget"
)

// Letters is which letters were written, and where.
type Letters struct {
	Folder  string             // in full
	Who     []account.Initials // whose letter is there
	Without []account.Initials // those of them without an address
}

// The fields of the dialog.
const (
	toField     = "to"
	folderField = "folder"
	mailField   = "mail"

	restValue = "rest…" // of the field for whom: nobody's initials
)

type lettersWritten struct{ Letters }

// letters asks for whom letters are, and where they go.
func (p *Press) letters(f *kit.Frame, paper Paper, to account.Initials) kit.Screen {
	words := f.Words
	order := Order{Paper: paper.Name, Client: f.Client, Cycle: f.Cycle, Today: f.Today, Tag: words.Tag(), Me: f.Me}
	text := f.T("papers." + paper.Name + ".text")
	if f.Me.Name == "" {
		text += " " + f.T("papers.letters.unsigned")
	}
	choices := []widget.Choice{{Value: "", Label: f.T("papers.letters.all")}}
	var rest []account.Initials
	if y := f.Y(); y != nil {
		order.Cycle = y.Name
		if rest = p.Rest(f.Client.ID, y.Name, paper.Name); len(rest) > 0 {
			choices = append(choices, widget.Choice{Value: restValue, Label: f.T("papers.letters.rest", part.InitialsLine(rest))})
			to = cmp.Or(to, restValue)
		}
		for _, r := range f.Client.Participants(y) {
			choices = append(choices, widget.Choice{Value: string(r.Initials), Label: part.NameOf(f, r.Initials)})
		}
	}
	fields := []widget.Field{
		{ID: toField, Label: f.T("papers.letters.to"), Kind: widget.ChoiceField, Choices: choices, Value: string(to)},
		{ID: folderField, Label: f.T("papers.letters.folder"), Value: p.folder(), Help: f.T("papers.letters.help")},
	}
	if p.CanMail() && !paper.Lists {
		fields = append(fields, widget.Field{ID: mailField, Label: f.T("papers.letters.mail"), Kind: widget.ToggleField, Help: f.T("papers.letters.mail.help")})
	}
	if y := f.Y(); y != nil {
		fields = append(fields, part.Tongues(f, f.Client.Awaited(y))...)
	}
	return widget.NewFormDialog(widget.FormDialog{
		Name: "papers/" + paper.Name, Title: f.T("papers.write", f.T("papers."+paper.Name)), Text: text, Verb: f.T("papers.verb"), Fields: fields,
		Check: func(values map[string]string) string {
			if strings.TrimSpace(values[folderField]) == "" {
				return words.T("bring.folder.none")
			}
			return ""
		},
		Then: func(e widget.Edits) kit.Outcome {
			order := order
			order.Path, order.To = strings.TrimSpace(e.Get(folderField)), account.Initials(e.Get(toField))
			if order.To == restValue {
				order.To, order.Rest = "", rest
			}
			work := kit.NewWork(words.T("papers.writing"))
			if e.Get(mailField) == widget.Yes {
				return kit.Outcome{Work: work, Run: func() tea.Msg {
					r, err := p.Prepare(work.Context, order, work.Tell)
					if err != nil {
						return paperFailed{err}
					}
					return lettersReady{r}
				}}
			}
			return kit.Outcome{Work: work, Run: func() tea.Msg {
				w, err := p.WriteLetters(work.Context, order, work.Tell)
				if err != nil {
					return paperFailed{err}
				}
				return lettersWritten{w}
			}}
		},
		Came: func(f kit.Frame, msg tea.Msg) kit.Outcome {
			switch msg := msg.(type) {
			case lettersWritten:
				p.last.Store(&msg.Folder)
				return kit.Says(told(&f, msg.Letters))
			case lettersReady:
				return p.confirm(&f, order, msg.MailRound)
			case paperFailed:
				return kit.Refuses(p.Say(f.Words, msg.err))
			}
			return kit.Outcome{}
		},
	})
}

// told says what was written, and what is to be known of it.
func told(f *kit.Frame, w Letters) string {
	said := f.N("papers.letters.written", len(w.Who), w.Folder)
	if len(w.Without) > 0 {
		said += " " + f.T("bring.without", part.InitialsLine(w.Without))
	}
	return said
}
