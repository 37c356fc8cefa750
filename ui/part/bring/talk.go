package bring

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"kwi/internal/account"
	"kwi/internal/report"
	"kwi/ui/keys"
	"kwi/ui/kit"
	"kwi/ui/part"
	"kwi/ui/widget"
)

// doTalk is the act that writes what was heard in a talk.
const doTalk kit.Do = "bring.talk"

// talkWritten is what came of it.
type talkWritten struct{ Written }

// TalkActs are what can be done with what was heard in the talk with a
// respondent: none where nothing can be written.
func (p *Post) TalkActs(f *kit.Frame, who account.Initials) []kit.Act {
	if p == nil || p.WriteTalk == nil {
		return nil
	}
	act := kit.Act{ID: string(doTalk), Keys: keys.WriteLists, Name: f.T("bring.talk.act"), Hidden: true}
	if _, heard := report.TalkOf(&f.Client, f.Cycle, who, report.Options{}); !heard {
		act.Why = f.T("bring.talk.nothing")
	}
	return []kit.Act{act}
}

// UpdateTalk answers a message; false where it was not about what was heard.
func (p *Post) UpdateTalk(f *kit.Frame, msg tea.Msg, who account.Initials) (kit.Outcome, bool) {
	if p == nil || msg != tea.Msg(doTalk) {
		return kit.Outcome{}, false
	}
	if out, ask := part.AskMe(f, msg); ask {
		return out, true
	}
	return kit.Outcome{Ask: p.talkDialog(f, who)}, true
}

// talkDialog asks where the text and the letter go.
func (p *Post) talkDialog(f *kit.Frame, who account.Initials) kit.Screen {
	words, me, client, cycle := f.Words, f.Me, f.Client, f.Y().Name
	return widget.NewFormDialog(widget.FormDialog{
		Name: "talk/write/" + string(who), Title: f.T("bring.talk.title", part.NameOf(f, who)), Text: f.T("bring.talk.text"),
		Fields: []widget.Field{{ID: folderField, Label: f.T("bring.folder"), Value: p.folders().to, Help: f.T("bring.folder.help")}},
		Check: func(values map[string]string) string {
			if strings.TrimSpace(values[folderField]) == "" {
				return words.T("bring.folder.none")
			}
			return ""
		},
		Then: func(e widget.Edits) kit.Outcome {
			way := Way{Folder: strings.TrimSpace(e.Get(folderField)), Tag: words.Tag(), Me: me}
			work := kit.NewWork(words.T("bring.writing"))
			return kit.Outcome{Work: work, Run: func() tea.Msg {
				w, err := p.WriteTalk(work.Context, client, cycle, who, way)
				if err != nil {
					return failed{err}
				}
				return talkWritten{w}
			}}
		},
		Came: func(f kit.Frame, msg tea.Msg) kit.Outcome {
			w, ok := msg.(talkWritten)
			if !ok {
				return p.failed(&f, msg)
			}
			p.last.Store(&w.Folder)
			said := f.T("bring.talk.written", w.Path)
			if len(w.Without) > 0 {
				said += " " + f.T("bring.without", part.InitialsLine(w.Without))
			}
			return kit.Says(said)
		},
	})
}
