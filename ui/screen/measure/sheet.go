package measure

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"kwi/internal/account"
	"kwi/internal/cells"
	"kwi/ui/keys"
	"kwi/ui/kit"
	"kwi/ui/widget"
)

// entrySheet is one respondent's list, open for entry: first their grades, then their
// words.
type entrySheet struct {
	who   account.Initials
	code  account.QuestionCode // the question in hand, wherever it stands
	at    int                  // where that was
	typed string               // what is typed in the cell since the cursor came
	goes  account.Answer       // what stands there with it
	fresh bool                 // nothing was typed there yet
	burst bool                 // several signs came as one key, of which none is kept yet
	went  bool                 // the cursor came here by itself: a sign or a correction is still for the grade before
	jump  string               // the number that is being typed of the question to go to, after its /
	other wordGuard            // what is typed and is no grade
	visit int                  // names this stay in the cell, so that it is one step to take back
	left  int                  // names the stay in the cell before, where went
	mine  account.Sitting      // what was typed since the list was opened
	words bool                 // the words are in front
	form  widget.Form
}

// openSheet opens a list at the first question without a grade.
func openSheet(f *kit.Frame, who account.Initials) *entrySheet {
	s := &entrySheet{who: who, visit: f.Beat, form: widget.Form{Of: string(who), Writes: true}}
	y := f.Y()
	for i, q := range y.AskedOf(who) {
		if !y.Gave(who, q) {
			s.at = i
			break
		}
	}
	s.code, _ = s.question(f)
	return s
}

func (s *entrySheet) acts(f *kit.Frame) []kit.Act {
	if s.words {
		acts := s.form.Acts(*f, s.wordFields(f))
		if !s.form.Typing() {
			acts = append(acts,
				kit.Act{ID: "side", Keys: keys.Around, Name: f.T("measure.act.grades")},
				kit.Act{ID: "close", Keys: keys.Back, Name: f.T("measure.act.close")})
		}
		return acts
	}
	return append(s.pending(f), []kit.Act{
		{ID: "next", Looks: true, Keys: keys.NextGrade, Name: f.T("measure.act.next")},
		{ID: "clear", Keys: keys.ClearGrade, Name: f.T("measure.act.clear")},
		{ID: "jump", Keys: keys.Jump, Name: f.T("measure.act.jump")},
		{ID: "side", Keys: keys.Around, Name: f.T("measure.act.words")},
		{ID: "less", Keys: keys.Less, Name: f.T("measure.act.less"), Hidden: true},
		{ID: "more", Keys: keys.More, Name: f.T("measure.act.more"), Hidden: true},
		{ID: "neutral", Keys: keys.Neutral, Name: f.T("measure.act.neutral"), Hidden: true},
		{ID: "other", Looks: true, Keys: keys.OtherList, Name: f.T("measure.act.other"), Hidden: true},
		{ID: "close", Keys: keys.Back, Name: f.T("measure.act.close")},
	}...)
}

// update answers a message; nil is a closed list.
func (s *entrySheet) update(f *kit.Frame, msg tea.Msg) (*entrySheet, kit.Outcome) {
	n := *s
	if f.Client.Respondent(s.who) == nil {
		return nil, kit.Outcome{}
	}
	if n.words {
		return n.inWords(f, msg)
	}
	questions := f.Y().AskedOf(n.who)
	if gone := n.find(f); gone != (account.QuestionCode{}) && typesInCell(msg) {
		return &n, kit.Refuses(f.T("measure.gone", gone.String()))
	}
	if next, out, mine := n.jumping(f, msg); mine {
		return next, out
	}
	switch m := msg.(type) {
	case kit.Do:
		n.other = wordGuard{}
		switch m {
		case "next":
			if n.went {
				n.went = false // it was typed for the grade before, which is kept
				return &n, kit.Outcome{}
			}
			return n.move(f, 1)
		case "undo":
			n.typed = ""
			return &n, kit.Outcome{}
		case "side":
			out := n.settle(f)
			n.words = true
			return &n, out
		case "other":
			out := n.settle(f)
			return n.another(f), out
		case "clear":
			if n.went {
				n = *n.stepBack(f)
			}
			return n.clear(f)
		case "less", "more", "neutral":
			sign := map[kit.Do]string{"less": "<", "more": ">", "neutral": "="}[m]
			return n.key(f, tea.KeyPressMsg{Code: rune(sign[0]), Text: sign})
		case "close":
			return nil, n.settle(f)
		}
	case kit.Leave:
		return &n, n.settle(f)
	case tea.PasteMsg:
		return n.paste(f, m.Content)
	case tea.KeyPressMsg:
		way := keys.Move(m, true)
		if way != keys.None {
			n.other = wordGuard{}
		}
		switch way {
		case keys.Up:
			return n.move(f, -1)
		case keys.Home:
			return n.move(f, -len(questions))
		case keys.End:
			return n.move(f, len(questions)-1-n.at)
		case keys.None:
			return n.key(f, m)
		}
	}
	return &n, kit.Outcome{}
}

// pending are the acts for what a closed cycle has waiting in the cell.
func (s *entrySheet) pending(f *kit.Frame) []kit.Act {
	if s.typed == "" || f.Y().Stage != account.Closed {
		return nil
	}
	return []kit.Act{{ID: "undo", Keys: keys.Undo, Name: f.T("kit.undo.typed"), Hidden: true}}
}

// move goes to another cell; past the last one the words begin.
func (s entrySheet) move(f *kit.Frame, by int) (*entrySheet, kit.Outcome) {
	out := s.settle(f)
	n := len(f.Y().Assigned[s.who])
	if s.at+by >= n {
		s.words = true
		s.form = s.form.On("remark")
	}
	s.at = min(max(s.at+by, 0), max(0, n-1))
	s.code, _ = s.question(f)
	s.typed, s.visit, s.went = "", f.Beat, false
	return &s, out
}

// stepBack is the sheet with the cursor on the question that it left by itself.
func (s entrySheet) stepBack(f *kit.Frame) *entrySheet {
	s.at = max(s.at-1, 0)
	s.code, _ = s.question(f)
	s.typed, s.visit, s.went = "", s.left, false
	return &s
}

// another opens the list of the next respondent who has questions.
func (s entrySheet) another(f *kit.Frame) *entrySheet {
	people := slices.DeleteFunc(f.Client.Participants(f.Y()), func(r account.Respondent) bool { return len(f.Y().Assigned[r.Initials]) == 0 })
	for i, r := range people {
		if r.Initials == s.who {
			return openSheet(f, people[(i+1)%len(people)].Initials)
		}
	}
	return &s
}

// inWords answers a message while the words are in front.
func (s entrySheet) inWords(f *kit.Frame, msg tea.Msg) (*entrySheet, kit.Outcome) {
	fields := s.wordFields(f)
	switch msg {
	case kit.Do("side"):
		s.words, s.visit = false, f.Beat
		return &s, kit.Outcome{}
	case kit.Do("close"):
		return nil, kit.Outcome{}
	}
	if !s.form.Typing() && keys.Move(msg, true) == keys.Up && s.form.Field(fields).ID == fields[0].ID {
		s.words, s.visit = false, f.Beat
		s.at = max(0, len(f.Y().Assigned[s.who])-1)
		s.code, _ = s.question(f)
		return &s, kit.Outcome{}
	}
	form, out, _ := s.form.Update(*f, fields, msg)
	s.form = form
	return &s, out
}

// view draws the list with what it does beside it.
func (s *entrySheet) view(f *kit.Frame) kit.Page {
	at := *s
	at.find(f)
	s = &at
	r := f.Client.Respondent(s.who)
	if r == nil {
		return kit.Page{}
	}
	head := s.head(f, r)
	if s.words {
		p := s.form.View(*f, s.wordFields(f), f.W, f.H-2)
		p.Body = head + "\n\n" + p.Body
		if p.Cursor != nil {
			c := *p.Cursor
			c.Y += 2
			p.Cursor = &c
		}
		return p
	}
	width := f.W
	if f.W >= wideBody {
		width = f.W - effectW - 3
	}
	full := s.full(f, width)
	body, cursor := s.grades(f, width, f.H-2-len(full))
	body = strings.Join(append([]string{cells.Block(cells.Lines(body), width, f.H-2-len(full))}, full...), "\n")
	if width < f.W {
		body = cells.Columns(body, width, effect(f, effectW, f.H-2-len(full)), effectW, 3)
	}
	return kit.Page{Body: head + "\n" + s.second(f) + "\n" + body, Cursor: cursor, Signs: true}
}

// second is how grades are typed, or the number that is being typed.
func (s *entrySheet) second(f *kit.Frame) string {
	if s.jump != "" {
		return f.Theme.Accent.Render(cells.Line(f.T("measure.jump", strings.TrimPrefix(s.jump, "/")), f.W))
	}
	return f.Theme.Faint.Render(cells.Line(f.T("measure.howto"), f.W))
}

func (s *entrySheet) head(f *kit.Frame, r *account.Respondent) string {
	y := f.Y()
	name := r.Name
	if name == "" {
		name = string(r.Initials)
	}
	parts := []string{f.T("measure.sheet.head", name, string(r.Initials)), f.T("measure.sheet.count", y.Given(s.who), len(y.Assigned[s.who]))}
	if !y.Named() {
		parts = append(parts, f.T("measure.sheet.bygroup"))
	}
	return f.Theme.Strong.Render(cells.Line(strings.Join(parts, "   "), f.W))
}

// full is the question in hand in whole, kept below the list so that client
// and manager can read it together; two lines, so that nothing jumps.
func (s *entrySheet) full(f *kit.Frame, w int) []string {
	lines := []string{"", ""}
	if code, ok := s.question(f); ok {
		if q := f.Y().Question(code); q != nil {
			copy(lines, cells.Wrap(code.String()+"  "+q.Text, w-2))
		}
	}
	for i := range lines {
		lines[i] = "  " + f.Theme.Strong.Render(cells.Line(lines[i], w-2))
	}
	return append([]string{""}, lines...)
}
