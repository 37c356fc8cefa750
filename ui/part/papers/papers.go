// Package papers is how a document about the client in hand is written from
// any screen: one list of all documents, and one dialog that asks where.
//
// It knows the kit, widgets and the pure rooms, and must not know who makes a
// document or puts it on the disk: that is handed in. With the client watching
// nothing of it can be reached.
package papers

import (
	"context"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"

	tea "charm.land/bubbletea/v2"

	"kwi/internal/account"
	"kwi/internal/lang"
	"kwi/internal/progress"
	"kwi/internal/report"
	"kwi/ui/kit"
	"kwi/ui/part"
	"kwi/ui/widget"
)

// Paper is a document that can be written.
type Paper struct {
	Name  string   // in the catalogue under papers.NAME
	Forms []string // the endings of its file, the usual one first
	Year  bool     // it is about a year and not about a cycle
	// Letters is that it is a letter to each of several respondents, which stand
	// in a folder together.
	Letters bool
	Lists   bool // a list goes with each, which is mailed where lists are
	Person  bool // it is about one respondent
	Example bool // it is about nobody's client
	Whole   bool // it is about all cycles of the client
	Anybody bool // with Person: it may be about one of the supplier's own people too
	// Report is that it reports what was done just now, and is asked for there alone;
	// Erased is that.
	Report bool
	Erased *report.Erased
}

// Written is a document that was written: the full name of its file, and what it
// cannot show.
type Written struct {
	Path  string
	Unset report.Unset
}

// Press is what is handed in. Its functions may take a while and are called
// from commands.
type Press struct {
	Folder string // where documents are written unless the user says otherwise
	Papers []Paper
	// Write makes a document whole and puts it at its path.
	Write func(context.Context, Order) (Written, error)
	// WriteLetters writes the letters of a kind into the folder of the order.
	WriteLetters func(context.Context, Order, progress.Told) (Letters, error)
	// WritePack writes all papers for a session, those for the client apart.
	WritePack func(context.Context, Order, progress.Told) (Pack, error)
	// Mails reports whether a mail server is set now; nil: where Prepare is there.
	Mails func() bool
	// Prepare makes the letters of a kind that can be mailed, to show them first;
	// nil where nothing can be mailed. A reminder brings a list, and is no such.
	Prepare func(context.Context, Order, progress.Told) (part.MailRound, error)
	// Say is an error as a sentence.
	Say func(*lang.Words, error) string

	last atomic.Pointer[string] // the folder that was written to last

	lock sync.Mutex
	rest map[round][]account.Initials // who has not got a letter of a round that was sent in part
}

// CanMail reports whether letters can be mailed.
func (p *Press) CanMail() bool { return p.Prepare != nil && (p.Mails == nil || p.Mails()) }

// Order is what to write, and where.
type Order struct {
	Paper  string
	Client account.Client // as it is in hand
	Cycle  account.CycleName
	Year   int
	Today  account.Date
	Path   string
	Tag    string // the user's language
	Me     account.User
	Erased *report.Erased     // of the report of an erasure: what was done
	To     account.Initials   // of letters: for this respondent alone, or ""; of a paper about one: whom
	Rest   []account.Initials // of letters: for these alone, who have not got theirs of a round that was stopped
}

// Find is the documents for the palette, each with its dialog. Those of a year
// are about the one given, where it is not 0; what may be about anybody is about
// whoever is in hand.
func (p *Press) Find(f *kit.Frame, year int, inHand account.Initials) (items []widget.Item, open func(id string) kit.Screen) {
	frame := *f
	for _, paper := range p.Papers {
		if paper.Report {
			continue
		}
		items = append(items, widget.Item{ID: paper.Name, Label: f.T("papers.write", f.T("papers."+paper.Name)), Detail: strings.Join(paper.Forms, " ")})
	}
	return items, func(id string) kit.Screen {
		for _, paper := range p.Papers {
			switch {
			case paper.Name != id:
			case id == PackName:
				return p.pack(&frame)
			case paper.Letters:
				return p.letters(&frame, paper, "")
			case paper.Anybody && inHand != "":
				return p.dialog(&frame, paper, year, inHand)
			case paper.Person:
				return p.whose(&frame, paper)
			default:
				return p.dialog(&frame, paper, year, "")
			}
		}
		return nil
	}
}

// Ask asks where one document goes.
func (p *Press) Ask(f *kit.Frame, paper kit.Paper) kit.Screen {
	for _, one := range p.Papers {
		switch {
		case one.Name != paper.Name || paper.To == "":
		case one.Person:
			return p.dialog(f, one, paper.Year, paper.To)
		case one.Letters:
			return p.letters(f, one, paper.To)
		}
	}
	_, open := p.Find(f, paper.Year, "")
	return open(paper.Name)
}

// AskErased asks where the report of an erasure goes, nil where none is written.
func (p *Press) AskErased(f *kit.Frame, done report.Erased) kit.Screen {
	for _, one := range p.Papers {
		if one.Report {
			one.Erased = &done
			return p.dialog(f, one, 0, "")
		}
	}
	return nil
}

// Choose asks which document.
func (p *Press) Choose(f *kit.Frame, year int, inHand account.Initials) kit.Screen {
	items, open := p.Find(f, year, inHand)
	for i := range items {
		items[i].Label = f.T("papers." + items[i].ID)
	}
	return widget.NewPick(widget.Pick{Title: f.T("papers.which"), Items: items, Then: func(id string) kit.Outcome {
		return kit.Outcome{Ask: open(id)}
	}})
}

// pathField is the field of the dialog.
const pathField = "path"

type paperWritten struct{ Written }

type paperFailed struct{ err error }

// dialog asks where a document goes.
func (p *Press) dialog(f *kit.Frame, paper Paper, year int, who account.Initials) kit.Screen {
	words := f.Words
	order := Order{Paper: paper.Name, Client: f.Client, Cycle: f.Cycle, Today: f.Today, Tag: words.Tag(), Me: f.Me, To: who, Erased: paper.Erased}
	about := ""
	if y := f.Y(); y != nil {
		order.Cycle, about = y.Name, string(y.Name)
		order.Year = y.Name.Year()
	}
	if year != 0 {
		order.Year = year
	}
	if order.Year == 0 {
		order.Year, _ = strconv.Atoi(string(f.Today[:4]))
	}
	if n := len(order.Client.Plans); paper.Year && n > 0 && order.Client.Plan(order.Year) == nil {
		order.Year = order.Client.Plans[n-1].Year
	}
	if paper.Year {
		about = strconv.Itoa(order.Year)
	}
	if paper.Whole {
		about = ""
	}
	known := func(texts ...string) []string {
		return slices.DeleteFunc(texts, func(s string) bool { return s == "" })
	}
	id := order.Client.ID
	if paper.Example {
		id, about = "", ""
	}
	name := strings.Join(known(id, about, string(who), f.T("papers."+paper.Name+".file")), "-")
	return widget.NewFormDialog(widget.FormDialog{
		Name: strings.Join(known("papers", paper.Name, string(who)), "/"), Title: f.T("papers.write", f.T("papers."+paper.Name)), Verb: f.T("papers.verb"), Text: f.T("papers."+paper.Name+".text", about, order.Client.NameOf(who)),
		Fields: []widget.Field{{ID: pathField, Label: f.T("papers.path"), Value: filepath.Join(p.folder(), name+paper.Forms[0]), Help: f.T("papers.path.help", strings.Join(paper.Forms, " "))}},
		Check: func(values map[string]string) string {
			path := strings.TrimSpace(values[pathField])
			for _, form := range paper.Forms {
				if strings.EqualFold(filepath.Ext(path), form) && strings.TrimSpace(strings.TrimSuffix(filepath.Base(path), filepath.Ext(path))) != "" {
					return ""
				}
			}
			return words.T("papers.path.form", strings.Join(paper.Forms, ", "))
		},
		Then: func(e widget.Edits) kit.Outcome {
			order := order
			order.Path = strings.TrimSpace(e.Get(pathField))
			work := kit.NewWork(words.T("papers.writing"))
			return kit.Outcome{Work: work, Run: func() tea.Msg {
				written, err := p.Write(work.Context, order)
				if err != nil {
					return paperFailed{err}
				}
				return paperWritten{written}
			}}
		},
		Came: func(f kit.Frame, msg tea.Msg) kit.Outcome {
			switch msg := msg.(type) {
			case paperWritten:
				folder := filepath.Dir(msg.Path)
				p.last.Store(&folder)
				said := f.T("papers.written", msg.Path)
				if msg.Unset.Any() {
					said += " – " + msg.Unset.Sentence(f.Words)
				}
				return kit.Says(said)
			case paperFailed:
				return kit.Refuses(p.Say(f.Words, msg.err))
			}
			return kit.Outcome{}
		},
	})
}

// folder is where a document goes if nothing else is said: where the last one
// went.
func (p *Press) folder() string {
	if last := p.last.Load(); last != nil {
		return *last
	}
	return p.Folder
}
