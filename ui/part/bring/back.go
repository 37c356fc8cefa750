package bring

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"kwi/internal/account"
	"kwi/internal/cells"
	"kwi/internal/questionnaire"
	"kwi/ui/keys"
	"kwi/ui/kit"
	"kwi/ui/widget"
)

// doCollect is the act that reads filled lists.
const doCollect kit.Do = "bring.collect"

// Came is what was in the files that the user named.
type Came struct {
	Returns []questionnaire.Return
	Unread  []error // the files that cannot be read, each with its reason
	// What lay in a folder and did not come back: lists as they were written,
	// or still empty, and letters that were never sent.
	Unfilled, Drafts int
}

// What the dialog tells the screen below it, and what a command brings back.
type (
	collecting struct{ paths []string }
	filesCame  struct{ Came }
)

// collectAct is the act, with why it cannot be done now.
func (p *Post) collectAct(f *kit.Frame) kit.Act {
	act := kit.Act{ID: string(doCollect), Keys: keys.Collect, Name: f.T("bring.act.collect"), Why: whyNoLists(f)}
	if y := f.Y(); act.Why == "" && (y.Stage == account.Closed || y.Name != f.Client.Newest().Name) {
		act.Why = f.T("bring.collect.past")
	}
	return act
}

// back answers a message about lists that come back; false where it is about
// something else.
func (p *Post) back(f *kit.Frame, msg tea.Msg) (kit.Outcome, bool) {
	switch msg := msg.(type) {
	case kit.Do:
		if msg == doCollect && p.Read != nil {
			return kit.Outcome{Ask: p.whichFiles(f)}, true
		}
	case collecting:
		return kit.Outcome{Notice: f.T("bring.collect.reading"), Run: func() tea.Msg {
			all, err := p.Read(msg.paths)
			if err != nil {
				return failed{err}
			}
			return filesCame{all}
		}}, true
	case filesCame:
		if f.Audience != kit.Manager || f.Y() == nil {
			return kit.Outcome{}, true // nobody else may see what came back
		}
		return kit.Outcome{Ask: p.review(f, msg.Came)}, true
	}
	return kit.Outcome{}, false
}

// whichFiles asks what must be read.
func (p *Post) whichFiles(f *kit.Frame) kit.Screen {
	words, folder := f.Words, p.Folder
	if last := p.last.Load(); last != nil {
		folder = *last
	}
	return widget.NewFormDialog(widget.FormDialog{
		Name: "lists/collect", Title: f.T("bring.collect.ask"), Text: f.T("bring.collect.text"),
		Fields: []widget.Field{{ID: folderField, Label: f.T("bring.collect.from"), Value: folder, Help: f.T("bring.collect.help")}},
		Check: func(values map[string]string) string {
			if len(Paths(values[folderField])) == 0 {
				return words.T("bring.collect.nothing")
			}
			return ""
		},
		Then: func(e widget.Edits) kit.Outcome {
			return kit.Outcome{Tell: collecting{Paths(e.Get(folderField))}}
		},
	})
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
		case isUsable(found) && found.Apply(&next, true, true, f.Today) == nil:
			w.taken = append(w.taken, found)
		default:
			if found.Doubt != nil && isUsable(found.Trusted()) {
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
	sum := f.N("bring.collect.would", len(w.taken), f.N("bring.collect.grades", grades))
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
	w := weighReturns(f, all.Returns, false)
	v := review{sum: w.sum(f), keep: w.keep()}
	if w.doubtful > 0 {
		v.doubtful = f.N("bring.collect.doubtful", w.doubtful)
		v.trust = weighReturns(f, all.Returns, true).keep()
	}
	for _, found := range append(w.taken[:len(w.taken):len(w.taken)], w.left...) {
		v.lines = append(v.lines, describeList(f, found)...)
	}
	for _, err := range all.Unread {
		v.lines = append(v.lines, "", p.Say(f.Words, err))
	}
	w.empty += all.Unfilled
	if w.empty+w.same+all.Drafts > 0 {
		v.lines = append(v.lines, "")
	}
	if w.same > 0 {
		v.lines = append(v.lines, f.N("bring.collect.same", w.same))
	}
	if w.empty > 0 {
		v.lines = append(v.lines, f.N("bring.collect.unfilled", w.empty))
	}
	if all.Drafts > 0 {
		v.lines = append(v.lines, f.N("collect.drafts", all.Drafts))
	}
	if len(v.lines) > 0 && v.lines[0] == "" {
		v.lines = v.lines[1:]
	}
	return v
}

// isUsable reports whether anything in a list can be kept. One of which all is
// refused never takes the place of an earlier one.
func isUsable(x questionnaire.Found) bool {
	return x.Takes(true, true) && (x.Graded() > 0 || x.Recommends() || x.Remarked())
}

// keeping is the one change that keeps the lists, each as it was shown.
// Whatever has changed in the client meanwhile may still refuse it.
func keeping(f *kit.Frame, taken []questionnaire.Found, grades int) kit.Outcome {
	today := f.Today
	out := kit.Changes(kit.Label("collect.taken"), func(c *account.Client) error {
		for _, found := range taken {
			if err := found.Apply(c, true, true, today); err != nil {
				return err
			}
		}
		return nil
	})
	out.Notice = f.N("bring.collect.kept", len(taken), f.N("bring.collect.grades", grades))
	return out
}

// describeList is a list in lines: whose it is, how much of it can be kept, and what
// is odd, where and why. A space at the begin of a line is its indent.
func describeList(f *kit.Frame, x questionnaire.Found) []string {
	head := x.Name
	if x.Name != string(x.Who) {
		head += " (" + string(x.Who) + ")"
	}
	if x.No != nil {
		return []string{"", head + ": " + f.T("bring.collect.not"), "  " + x.File + ": " + x.No.Say(f.Words)}
	}
	many := f.T("bring.collect.read", f.N("bring.collect.grades", x.Graded()), f.Words.Int(x.Asked))
	if x.Recommends() {
		many += ", " + f.T("bring.collect.nps")
	}
	if x.Remarked() {
		many += ", " + f.T("bring.collect.remark")
	}
	lines := []string{"", head + ": " + many}
	for _, i := range x.Items {
		if i.Verdict == questionnaire.Accepted {
			continue
		}
		key := "bring.collect.odd"
		if i.Verdict == questionnaire.Refused {
			key = "bring.collect.bad"
		}
		lines = append(lines, "  "+f.T(key, questionName(f, i.Code, i.Key), i.At, i.Reason.Say(f.Words)))
	}
	if x.Doubt != nil {
		lines = append(lines, "  "+f.T("bring.collect.doubt", x.Doubt.Say(f.Words)))
	}
	for _, n := range x.Notices {
		lines = append(lines, "  "+n.Say(f.Words))
	}
	for _, c := range x.Changes {
		lines = append(lines, "    "+f.T("bring.collect.change", questionName(f, c.Code, c.Key), answerValue(f, c.Key, c.Was), answerValue(f, c.Key, c.Is)))
	}
	if x.Hidden {
		lines = append(lines, "    "+f.T("collect.hidden"))
	}
	return lines
}

// questionName names a question.
func questionName(f *kit.Frame, code account.QuestionCode, key questionnaire.Key) string {
	if key == "" {
		return code.String()
	}
	return f.T("collect.key." + string(key))
}

// answerValue is an answer as it was and as it will be.
func answerValue(f *kit.Frame, key questionnaire.Key, s string) string {
	switch {
	case s == "":
		return "–"
	case (key == questionnaire.Named || key == questionnaire.MayRead) && s == "true":
		return f.T("sheet.yes")
	case key == questionnaire.Named || key == questionnaire.MayRead:
		return f.T("sheet.no")
	case key == "" || key == questionnaire.Score:
		return s
	}
	return "“" + strings.TrimSpace(cells.Line(s, 60)) + "”"
}
