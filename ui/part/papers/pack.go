package papers

import (
	"path/filepath"
	"strings"

	tea "charm.land/bubbletea/v2"

	"kwi/internal/report"
	"kwi/ui/kit"
	"kwi/ui/widget"
)

// PackName is the name of all papers for a session together.
const PackName = "pack"

// Pack is all papers for a session, as they were written.
type Pack struct {
	Path         string // in full
	Client, Ours int    // how many are for the client, and how many for ourselves
	Without      []string
	Unset        []report.Unset // what papers cannot show
}

type packWritten struct{ Pack }

// pack asks where the papers for a session go.
func (p *Press) pack(f *kit.Frame) kit.Screen {
	words := f.Words
	order := Order{Paper: PackName, Client: f.Client, Cycle: f.Cycle, Today: f.Today, Tag: words.Tag(), Me: f.Me}
	if y := f.Y(); y != nil {
		order.Cycle = y.Name
	}
	return widget.NewFormDialog(widget.FormDialog{
		Name: "papers/" + PackName, Title: f.T("papers.write", f.T("papers.pack")), Text: f.T("papers.pack.text", string(order.Cycle)), Verb: f.T("papers.verb"),
		Fields: []widget.Field{{ID: folderField, Label: f.T("papers.letters.folder"), Value: p.folder(), Help: f.T("papers.pack.help")}},
		Check: func(values map[string]string) string {
			if strings.TrimSpace(values[folderField]) == "" {
				return words.T("bring.folder.none")
			}
			return ""
		},
		Then: func(e widget.Edits) kit.Outcome {
			order := order
			order.Path = strings.TrimSpace(e.Get(folderField))
			work := kit.NewWork(words.T("papers.pack.writing"))
			return kit.Outcome{Work: work, Run: func() tea.Msg {
				w, err := p.WritePack(work.Context, order, work.Tell)
				if err != nil {
					return paperFailed{err}
				}
				return packWritten{w}
			}}
		},
		Came: func(f kit.Frame, msg tea.Msg) kit.Outcome {
			switch msg := msg.(type) {
			case packWritten:
				folder := filepath.Dir(msg.Path)
				p.last.Store(&folder)
				return kit.Says(packTold(&f, msg.Pack))
			case paperFailed:
				return kit.Refuses(p.Say(f.Words, msg.err))
			}
			return kit.Outcome{}
		},
	})
}

// packTold says what was written, for whom, and what is not there yet.
func packTold(f *kit.Frame, w Pack) string {
	said := []string{f.T("papers.pack.written", w.Client, w.Ours, w.Path)}
	for _, paper := range w.Without {
		said = append(said, f.T("pack.without."+paper))
	}
	for _, u := range w.Unset {
		said = append(said, u.Sentence(f.Words))
	}
	return strings.Join(said, " ")
}
