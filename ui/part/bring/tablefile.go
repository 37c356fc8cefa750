package bring

import (
	tea "charm.land/bubbletea/v2"

	"kwi/internal/lang"
	"kwi/internal/table"
	"kwi/ui/keys"
	"kwi/ui/kit"
	"kwi/ui/widget"
)

// doTableFile names a file in the place of a paste.
const doTableFile kit.Do = "bring.table.file"

// tableCame is the table of a file.
type tableCame struct{ table.Table }

// readsTables reports whether a table can be read from a file.
func (p *Post) readsTables() bool { return p != nil && p.ReadTable != nil }

// whichTable asks for a file with a table, and shows what would come of it.
func (p *Post) whichTable(words *lang.Words) kit.Screen {
	folder := p.readsFrom()
	return widget.NewFormDialog(widget.FormDialog{
		Name: "table/file", Title: words.T("bring.table.file.ask"), Text: words.T("bring.table.file.text"),
		Fields: []widget.Field{{ID: folderField, Label: words.T("bring.table.file.from"), Help: words.T("bring.table.file.help")}},
		Check: func(values map[string]string) string {
			if len(Paths(values[folderField])) != 1 {
				return words.T("bring.table.file.one")
			}
			return ""
		},
		Then:   func(e widget.Edits) kit.Outcome { return p.readTable(words, Paths(e.Get(folderField))) },
		Beside: kit.Act{ID: string(doBrowse), Keys: keys.Browse, Name: words.T("bring.collect.browse")},
		Asks: func(f kit.Frame, values map[string]string) kit.Screen {
			start := folder
			if typed := Paths(values[folderField]); len(typed) > 0 {
				start = typed[0]
			}
			if p.Path != nil {
				start = p.Path(start)
			}
			return widget.NewFiles(widget.Files{
				Title: f.T("bring.table.file.pick"), Start: start, Kinds: table.FileKinds(),
				Then: func(paths []string) kit.Outcome { return p.readTable(words, paths) },
			})
		},
		Came: func(f kit.Frame, msg tea.Msg) kit.Outcome {
			came, ok := msg.(tableCame)
			switch {
			case !ok:
				return p.failed(&f, msg)
			case f.Audience != kit.Manager:
				return kit.Outcome{}
			}
			return kit.Outcome{Ask: proposed(&f, came.Table)}
		},
	})
}

// readTable reads the table of one file.
func (p *Post) readTable(words *lang.Words, paths []string) kit.Outcome {
	if len(paths) != 1 {
		return kit.Refuses(words.T("bring.table.file.one"))
	}
	work := kit.NewWork(words.T("bring.table.file.reading"))
	return kit.Outcome{Work: work, Run: func() tea.Msg {
		t, err := p.ReadTable(work.Context, paths[0])
		if err != nil {
			return failed{err}
		}
		return tableCame{t}
	}}
}
