package bring

import (
	tea "charm.land/bubbletea/v2"

	"kwi/internal/account"
	"kwi/internal/cells"
	"kwi/internal/table"
	"kwi/ui/keys"
	"kwi/ui/kit"
	"kwi/ui/part"
	"kwi/ui/widget"
)

// Table is the dialog into which a table of somebody's own is pasted, as a
// spreadsheet or a saved file has it. It is not typed: a paste is read at once
// and what would come of it is shown, before one yes takes it over as one
// change.
// From it another one asks for a file, where the Post that is handed in reads
// those; it may be nil.
func (p *Post) Table() kit.Screen { return pasting{about: "table", post: p} }

// Matrix is the same dialog where who can judge what is pasted. It reads any table.
func (p *Post) Matrix() kit.Screen { return pasting{about: "matrix", post: p} }

// pasting is the dialog; about is what it asks for.
type pasting struct {
	about string
	post  *Post
	top   widget.Scroll
}

// Init fetches nothing.
func (pasting) Init() tea.Cmd { return nil }

// Typing is so: letters do nothing here.
func (pasting) Typing() bool { return true }

// Head says whose client this is about.
func (pasting) Head(f kit.Frame) kit.Head { return kit.Head{Title: widget.TitleOf(f)} }

// Acts are to name a file instead, and to leave.
func (p pasting) Acts(f kit.Frame) []kit.Act {
	leave := kit.Act{ID: string(doLeave), Keys: keys.Back, Name: f.T("bring.collect.no"), Together: true}
	if !p.post.readsTables() {
		return []kit.Act{leave}
	}
	return []kit.Act{{ID: string(doTableFile), Keys: keys.Browse, Name: f.T("bring.table.file.act")}, leave}
}

// Update waits for the table.
func (p pasting) Update(f kit.Frame, msg tea.Msg) (kit.Screen, kit.Outcome) {
	switch msg := msg.(type) {
	case kit.Do:
		switch {
		case msg == doLeave:
			return p, kit.Outcome{Back: true}
		case msg == doTableFile && p.post.readsTables():
			return p, kit.Outcome{Back: true, Ask: p.post.whichTable(f.Words)}
		}
	case tea.PasteMsg:
		if f.Audience != kit.Manager {
			return p, kit.Outcome{}
		}
		rows, err := table.Split([]byte(msg.Content))
		if err != nil {
			return p, kit.Refuses(f.Words.Fault(err))
		}
		t, err := table.Read(rows)
		if err != nil {
			return p, kit.Refuses(f.Words.Fault(err))
		}
		return p, kit.Outcome{Back: true, Ask: proposed(&f, t)}
	case tea.KeyPressMsg:
		if msg.Text != "" {
			return p, kit.Refuses(f.T("bring.table.paste"))
		}
	}
	p.top = p.top.Update(p.lines(&f), f.W, max(f.H-1, 1), msg, true)
	return p, kit.Outcome{}
}

// View tells what to do.
func (p pasting) View(f kit.Frame) kit.Page {
	return kit.Page{Body: cells.Block(p.top.View(f, p.lines(&f), f.H), f.W, f.H)}
}

func (p pasting) lines(f *kit.Frame) []string {
	w := max(min(f.W, widestLine), 1)
	out := []string{"", f.Theme.Strong.Render(cells.Line(f.T("bring."+p.about+".title"), w)), f.Theme.Rule(w), ""}
	where := "bring.table.file"
	if p.post.readsTables() {
		where = "bring.table.files"
	}
	for _, key := range []string{"bring." + p.about + ".text", "bring." + p.about + ".heads", where} {
		out = append(append(out, cells.Wrap(f.T(key), w)...), "")
	}
	return out
}

// Propose is what would come of a table.
func Propose(f *kit.Frame, t table.Table) table.Proposal {
	return table.Plan(&f.Client, t.Because(f.T("table.form.because")), f.Today, part.Standard(f))
}

// Sum says of a whole table what would come of it; takes is whether anything would.
func Sum(f *kit.Frame, p table.Proposal) (sum string, takes bool) {
	left := Left(f, p)
	switch {
	case p.Result() == table.Nothing:
		return f.T("bring.table.nothing") + left, false
	case p.Result() == table.Present:
		return f.T("bring.table.present") + left, false
	case p.Crosses():
		return f.T("bring.matrix.would") + left, true
	}
	return f.T("bring.table.would") + left, true
}

// Left says how much of a table is not taken, behind another sentence; "" for nothing.
func Left(f *kit.Frame, p table.Proposal) string {
	if n := p.Left(); n > 0 {
		return " " + f.N("bring.table.left", n)
	}
	return ""
}

// proposed shows what would come of a table, after it has asked who is who
// where the table leaves that open, and what the columns of a form hold.
func proposed(f *kit.Frame, t table.Table) kit.Screen {
	p := Propose(f, t)
	if p.OpenColumns() {
		return whichColumns(f, p)
	}
	return whoElse(f, p)
}

// whoElse asks who is who where that is open, and else shows what would come.
func whoElse(f *kit.Frame, p table.Proposal) kit.Screen {
	if len(p.Asked) > 0 {
		return whoIsWho(f, p)
	}
	return shown(f, p)
}

// shown shows what would come of a table.
func shown(f *kit.Frame, p table.Proposal) kit.Screen {
	v := review{lines: p.Lines(f.Words), more: formActs(f, p)}
	sum, takes := Sum(f, p)
	if v.sum = sum; !takes {
		return v
	}
	left := Left(f, p)
	v.keep = func(f *kit.Frame) kit.Outcome {
		out := kit.Changes(kit.Label("table.taken"), func(c *account.Client) error { return p.Apply(c) })
		out.Notice = f.T("bring.table.taken") + left
		return out
	}
	return v
}
