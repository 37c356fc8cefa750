package bring

import (
	"cmp"
	"slices"

	tea "charm.land/bubbletea/v2"

	"kwi/internal/account"
	"kwi/internal/lang"
	"kwi/internal/questionnaire"
	"kwi/ui/keys"
	"kwi/ui/kit"
	"kwi/ui/widget"
)

// The act that reads filled lists, and the one that looks for them.
const (
	doCollect kit.Do = "bring.collect"
	doBrowse  kit.Do = "bring.collect.browse"
)

// Came is what was in the files that the user named.
type Came struct {
	Folder  string // where that was
	Returns []questionnaire.Return
	Unread  []error // the files that cannot be read, each with its reason
	// What lay in a folder and did not come back: lists as they were written,
	// or still empty, and letters that were never sent.
	Unfilled, Drafts int
}

// filesCame is what the reading brought, and why its folder is not remembered.
type filesCame struct {
	Came
	forgot error
}

// readsFrom is where what comes back is looked for first.
func (p *Post) readsFrom() string {
	if last := p.last.Load(); last != nil {
		return *last
	}
	known := p.folders()
	return cmp.Or(known.from, known.to)
}

// collectAct is the act, with why it cannot be done now.
func (p *Post) collectAct(f *kit.Frame) kit.Act {
	act := kit.Act{ID: string(doCollect), Keys: keys.Collect, Name: f.T("bring.act.collect"), Why: whyNoLists(f)}
	if y := f.Y(); act.Why == "" && (y.Stage == account.Closed || y.Name != f.Client.Newest().Name) {
		act.Why = f.T("bring.collect.past")
	}
	return act
}

// whichFiles asks what must be read, and goes on to show what is in it.
func (p *Post) whichFiles(f *kit.Frame) kit.Screen {
	words, folder := f.Words, p.readsFrom()
	return widget.NewFormDialog(widget.FormDialog{
		Name: "lists/collect", Title: f.T("bring.collect.ask"), Text: f.T("bring.collect.text"),
		Fields: []widget.Field{{ID: folderField, Label: f.T("bring.collect.from"), Value: folder, Help: f.T("bring.collect.help")}},
		Check: func(values map[string]string) string {
			if len(Paths(values[folderField])) == 0 {
				return words.T("bring.collect.nothing")
			}
			return ""
		},
		Then:   func(e widget.Edits) kit.Outcome { return p.read(words, Paths(e.Get(folderField))) },
		Beside: kit.Act{ID: string(doBrowse), Keys: keys.Browse, Name: f.T("bring.collect.browse")},
		Asks: func(f kit.Frame, values map[string]string) kit.Screen {
			start := folder
			if typed := Paths(values[folderField]); len(typed) > 0 {
				start = typed[0]
			}
			if p.Path != nil {
				start = p.Path(start)
			}
			return widget.NewFiles(widget.Files{
				Title: f.T("bring.collect.pick"), Start: start, Kinds: questionnaire.ReturnKinds(),
				Then: func(paths []string) kit.Outcome { return p.read(words, paths) },
			})
		},
		Came: func(f kit.Frame, msg tea.Msg) kit.Outcome {
			all, ok := msg.(filesCame)
			switch {
			case !ok:
				return p.failed(&f, msg)
			case f.Audience != kit.Manager || f.Y() == nil:
				return kit.Outcome{} // nobody else may see what came back
			}
			if all.Folder != "" {
				p.last.Store(&all.Folder)
			}
			out := kit.Outcome{Ask: p.review(&f, all.Came)}
			if all.forgot != nil {
				out.Notice, out.Bad = p.Say(words, all.forgot), true
			}
			return out
		},
	})
}

// read reads files and folders.
func (p *Post) read(words *lang.Words, paths []string) kit.Outcome {
	work, from := kit.NewWork(words.T("bring.collect.reading")), p.readsFrom()
	return kit.Outcome{Work: work, Run: func() tea.Msg {
		all, err := p.Read(work.Context, paths, work.Tell)
		if err != nil {
			return failed{err}
		}
		came := filesCame{Came: all}
		if p.RememberFrom != nil && all.Folder != "" && all.Folder != from {
			came.forgot = p.RememberFrom(all.Folder)
		}
		return came
	}}
}

// weighed is what came, held against the client in hand.
type weighed struct {
	taken, left           []questionnaire.Found
	empty, same, doubtful int
}

// weighReturns holds what came against the client in hand, one list after the other:
// whatever comes next of somebody comes second. trusted is the user's word that
// lists without the mark of the one that was sent are what they seem.
func weighReturns(f *kit.Frame, returns []questionnaire.Return, trusted bool) (w weighed) {
	y := f.Y().Name
	next := f.Client.Clone()
	for _, r := range returns {
		found := questionnaire.Check(&next, y, r)
		if trusted {
			found = found.Trusted()
		}
		switch {
		case found.No != nil && found.No.Ground == questionnaire.Unfilled:
			w.empty++
		case found.No == nil && found.Same() && found.Bad() == 0:
			w.same++
		case found.Same():
			w.left = append(w.left, found) // what is refused of it is told again, and nothing of it is new
		case found.Takes(true, true) && found.Apply(&next, true, true, f.Today) == nil:
			w.taken = append(w.taken, found)
		default:
			if found.Doubt != nil && found.Trusted().Takes(true, true) {
				w.doubtful++
			}
			w.left = append(w.left, found)
		}
	}
	return w
}

// sum is what keeping them does.
func (w weighed) sum(f *kit.Frame) string {
	if len(w.taken) == 0 {
		return f.T("bring.collect.none")
	}
	grades, again := w.count()
	sum := f.N("collect.would", len(w.taken), f.N("collect.grades", grades))
	if again {
		sum += " " + f.T("bring.collect.replaces")
	}
	return sum
}

// count is how many grades are taken, and whether any take the place of
// others.
func (w weighed) count() (grades int, again bool) {
	for _, found := range w.taken {
		grades += found.Graded()
		again = again || found.Again
	}
	return grades, again
}

// keep is the act that keeps them, nil where there is nothing to keep.
func (w weighed) keep() func(*kit.Frame) kit.Outcome {
	if len(w.taken) == 0 {
		return nil
	}
	grades, _ := w.count()
	return func(f *kit.Frame) kit.Outcome { return keeping(f, w.taken, grades) }
}

// review shows what came before any of it is kept.
func (p *Post) review(f *kit.Frame, all Came) kit.Screen {
	others := len(all.Returns)
	if p.Only {
		all.Returns = slices.DeleteFunc(slices.Clone(all.Returns), func(r questionnaire.Return) bool { return r.Client != "" && r.Client != f.Client.ID })
	}
	others -= len(all.Returns)
	w := weighReturns(f, all.Returns, false)
	v := review{sum: w.sum(f), keep: w.keep()}
	if w.doubtful > 0 {
		v.doubtful = f.N("bring.collect.doubtful", w.doubtful)
		v.trust = func(f *kit.Frame) kit.Outcome {
			if keep := weighReturns(f, all.Returns, true).keep(); keep != nil {
				return keep(f)
			}
			return kit.Refuses(f.T("bring.collect.none"))
		}
	}
	for _, found := range append(w.taken[:len(w.taken):len(w.taken)], w.left...) {
		head := found.Whose()
		if found.No != nil {
			head += ", " + found.File
		}
		v.lines = append(append(v.lines, ""), found.Lines(f.Words, head)...)
	}
	for _, err := range all.Unread {
		v.lines = append(v.lines, "", p.Say(f.Words, err))
	}
	w.empty += all.Unfilled
	if w.empty+w.same+all.Drafts+others > 0 {
		v.lines = append(v.lines, "")
	}
	if w.same > 0 {
		v.lines = append(v.lines, f.N("bring.collect.same", w.same))
	}
	if others > 0 {
		v.lines = append(v.lines, f.N("bring.collect.others", others))
	}
	if w.empty > 0 {
		v.lines = append(v.lines, f.N("collect.unfilled", w.empty))
	}
	if all.Drafts > 0 {
		v.lines = append(v.lines, f.N("collect.drafts", all.Drafts))
	}
	if len(v.lines) > 0 && v.lines[0] == "" {
		v.lines = v.lines[1:]
	}
	return v
}

// keeping is the one change that keeps the lists, each as it was shown.
// Whatever has changed in the client meanwhile may still refuse it.
func keeping(f *kit.Frame, taken []questionnaire.Found, grades int) kit.Outcome {
	today, why := f.Today, f.T("collect.because")
	out := kit.Changes(kit.Label("collect.taken"), func(c *account.Client) error {
		for _, found := range taken {
			if err := found.Because(why).Apply(c, true, true, today); err != nil {
				return err
			}
		}
		return nil
	})
	out.Notice = f.N("collect.kept", len(taken), f.N("collect.grades", grades)) + " " + f.T("bring.collect.undo")
	return out
}
