package bring

import (
	"context"
	"errors"
	"strings"

	tea "charm.land/bubbletea/v2"

	"kwi/internal/account"
	"kwi/internal/questionnaire"
	"kwi/ui/kit"
	"kwi/ui/part"
	"kwi/ui/widget"
)

// The fields of the dialog.
const (
	folderField  = "folder"
	sponsorField = "sponsor"
	paperField   = "paper"
)

// dialog asks where the lists go, and who brings them.
func (p *Post) dialog(f *kit.Frame) kit.Screen {
	fields := []widget.Field{{ID: folderField, Label: f.T("bring.folder"), Value: p.writesTo(), Help: f.T("bring.folder.help")}}
	if f.Client.Sponsor != "" {
		fields = append(fields, widget.Field{
			ID: sponsorField, Label: f.T("bring.by"), Kind: widget.ToggleField, Help: f.T("bring.by.help", string(f.Client.Sponsor)),
		})
	}
	fields = append(fields, widget.Field{ID: paperField, Label: f.T("bring.paper"), Kind: widget.ToggleField, Help: f.T("bring.paper.help")})
	fields = append(fields, part.Tongues(f, f.Client.Asked(f.Y()))...)
	fields = append(fields, browsers(f, f.Client.Asked(f.Y()))...)
	words, me, client, cycle := f.Words, f.Me, f.Client, f.Y().Name
	return widget.NewFormDialog(widget.FormDialog{
		Name: "lists/write", Title: f.T("bring.write.title"), Text: f.T("bring.write.text"), Verb: f.T("papers.verb"), Fields: fields,
		Check: func(values map[string]string) string {
			if strings.TrimSpace(values[folderField]) == "" {
				return words.T("bring.folder.none")
			}
			return ""
		},
		Then: func(e widget.Edits) kit.Outcome {
			way := Way{
				Folder: strings.TrimSpace(e.Get(folderField)), Sponsor: e.Get(sponsorField) == widget.Yes, Paper: e.Get(paperField) == widget.Yes, Tag: words.Tag(), Me: me,
			}
			work := kit.NewWork(words.T("bring.writing"))
			return kit.Outcome{Work: work, Run: func() tea.Msg {
				w, err := p.Write(work.Context, client, cycle, way, work.Tell)
				if err != nil {
					return failed{err}
				}
				if p.Remember != nil {
					w.Forgot = p.Remember(w.Folder)
				}
				return listsWritten{w}
			}}
		},
		Came: func(f kit.Frame, msg tea.Msg) kit.Outcome {
			if w, ok := msg.(listsWritten); ok {
				return p.written(&f, w)
			}
			return p.failed(&f, msg)
		},
	})
}

// browsers says who gets a page for the browser in the place of a workbook: a
// note among the fields of the dialog that writes.
func browsers(f *kit.Frame, people []account.Respondent) []widget.Field {
	var who []account.Initials
	for _, r := range people {
		if r.Browser {
			who = append(who, r.Initials)
		}
	}
	if len(who) == 0 {
		return nil
	}
	return []widget.Field{{ID: "browsers", Kind: widget.NoteField, Value: f.T("bring.browsers", part.InitialsLine(who))}}
}

// written says what was written, and what is to be known of it.
func (p *Post) written(f *kit.Frame, w listsWritten) kit.Outcome {
	p.wrote.Store(&w.Folder)
	p.last.Store(&w.Folder)
	said := f.N("bring.written", w.Lists, w.Folder)
	if len(w.Without) > 0 {
		said += " " + f.T("bring.without", part.InitialsLine(w.Without))
	}
	if len(w.Beside) > 0 {
		said += " " + f.T("bring.beside", strings.Join(w.Beside, ", "))
	}
	if w.Forgot != nil {
		said += " " + p.Say(f.Words, w.Forgot)
	}
	return kit.Says(said)
}

// Use takes over other folders than those that were known, and forgets where
// lists were written or read since.
func (p *Post) Use(folder, from string) {
	if now := (folders{folder, from}); now != p.folders() {
		p.used.Store(&now)
		p.wrote.Store(nil)
		p.last.Store(nil)
	}
}

// folders is where lists go and come from, unless that became known since.
type folders struct{ to, from string }

func (p *Post) folders() folders {
	if used := p.used.Load(); used != nil {
		return *used
	}
	return folders{p.Folder, p.From}
}

// writesTo is where lists were written last, or are written at first.
func (p *Post) writesTo() string {
	if wrote := p.wrote.Load(); wrote != nil {
		return *wrote
	}
	return p.folders().to
}

// failed says why something could not be done.
func (p *Post) failed(f *kit.Frame, msg tea.Msg) kit.Outcome {
	m, ok := msg.(failed)
	switch {
	case !ok:
		return kit.Outcome{}
	case errors.Is(m.err, context.Canceled):
		return kit.Refuses(f.T("bring.stopped"))
	}
	return kit.Refuses(p.Say(f.Words, m.err))
}

// prepare makes the letters of a round, to show them first.
func (p *Post) prepare(f *kit.Frame, round questionnaire.Round, again bool, only account.Initials) kit.Outcome {
	if p.busy.Load() {
		return kit.Refuses(f.T("bring.busy"))
	}
	id, tag, me := f.Client.ID, f.Words.Tag(), f.Me
	work := kit.NewWork(f.T("bring.preparing"))
	return kit.Outcome{Work: work, Run: func() tea.Msg {
		r, err := p.Prepare(work.Context, id, round, only, tag, me, work.Tell)
		if err != nil {
			return failed{err}
		}
		return prepared{r, round, again}
	}}
}

// confirm shows who would get what, and asks once.
func (p *Post) confirm(f *kit.Frame, m prepared) kit.Outcome {
	without := ""
	if len(m.Without) > 0 {
		without = f.T("bring.without", part.InitialsLine(m.Without))
	}
	if m.again {
		return p.confirmAgain(f, m)
	}
	if len(m.Doubtful) > 0 {
		without = strings.TrimSpace(without + " " + f.T("bring.doubtful", part.InitialsLine(part.WhoOf(m.Doubtful))))
	}
	switch {
	case len(m.Letters) == 0 && len(m.Doubtful) > 0:
		return kit.Refuses(without)
	case len(m.Letters) == 0:
		return kit.Refuses(strings.TrimSpace(f.T("bring.turn."+string(m.round)) + " " + without))
	}
	text := f.T("bring.mail.text", m.Server) + "\n\n" + addressed(f, m.Letters) + "\n\n" + "“" + m.Letters[0].Subject + "”"
	if len(m.Letters) == 1 && m.Letters[0].Text != "" { // of one there is room for all of it
		text += "\n\n" + strings.TrimSpace(m.Letters[0].Text)
	}
	if without != "" {
		text += "\n\n" + without
	}
	return kit.Outcome{Ask: widget.NewConfirm(widget.Confirm{
		Title: f.N("bring.mail.title."+string(m.round), len(m.Letters)), Text: text, Yes: f.T("bring.mail.yes"), Reads: leavesOf(f, m.Letters),
		Then: func() kit.Outcome { return kit.Outcome{Tell: lettersGoing{m.Letters, m.Go}} },
	})}
}

// confirmAgain asks whether letters that may have arrived must go once more.
func (p *Post) confirmAgain(f *kit.Frame, m prepared) kit.Outcome {
	if len(m.Doubtful) == 0 {
		return kit.Refuses(f.T("bring.why.nodoubt"))
	}
	return kit.Outcome{Ask: widget.NewConfirm(widget.Confirm{
		Title: f.N("bring.again.title", len(m.Doubtful)), Text: f.T("bring.again.text") + "\n\n" + addressed(f, m.Doubtful), Yes: f.T("bring.again.yes"), Reads: leavesOf(f, m.Doubtful),
		Then: func() kit.Outcome { return kit.Outcome{Tell: lettersGoing{m.Doubtful, m.Again}} },
	})}
}

// addressed are letters in lines: for whom, where to, and in which language where
// that is not the one of the screen.
func addressed(f *kit.Frame, all []Letter) string {
	lines := make([]string, len(all))
	for i, l := range all {
		lines[i] = string(l.Who) + "  " + l.Email
		if r := f.Client.Respondent(l.Who); r != nil && r.Language != "" && r.Language != f.Words.Tag() {
			lines[i] += "  " + f.T("communicate.language."+r.Language)
		}
	}
	return strings.Join(lines, "\n")
}

// leavesOf are the letters to be read one by one; what stands whole beside the
// question is not read again.
func leavesOf(f *kit.Frame, all []Letter) []widget.Leaf {
	if len(all) < 2 {
		return nil
	}
	return part.Read(f, all)
}

// carry lets the letters go; no other round goes meanwhile.
func (p *Post) carry(f *kit.Frame, m lettersGoing) kit.Outcome {
	if !p.busy.CompareAndSwap(false, true) {
		return kit.Refuses(f.T("bring.busy"))
	}
	return part.LetGo(f, m.letters, m.send, func(g Gone, err error) tea.Msg {
		p.busy.Store(false)
		return lettersGone{g, m.letters, err}
	})
}

// told says what became of the letters.
func (p *Post) told(f *kit.Frame, m lettersGone) kit.Outcome {
	return part.Became(f, m.letters, m.Gone, m.err, p.Say, "bring.maybe", "bring.halted.goon")
}
