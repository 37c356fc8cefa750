package testpages

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"kwi/internal/account"
	"kwi/internal/cells"
	"kwi/ui/keys"
	"kwi/ui/kit"
	"kwi/ui/widget/large"
)

// View draws the page in hand.
func (s Screen) View(f kit.Frame) kit.Page {
	at, _, _, ok := s.in(&f)
	switch {
	case !ok:
		return kit.Page{Body: cells.Block(s.nothing(&f), f.W, f.H)}
	case s.form.Typing():
		return s.rewording(&f, at)
	}
	all := s.sheets(&f)
	return kit.Page{Body: cells.Block(all[min(s.sheet, len(all)-1)], f.W, f.H)}
}

// nothing says what has to come first.
func (s Screen) nothing(f *kit.Frame) []string {
	blocks := []large.Block{large.Words(f.Theme, f.T("meet.kwi.empty"), f.Scale)}
	if y := f.Y(); y != nil && len(y.KWIs) > 0 {
		how := f.Theme.Faint.Render(cells.Line(f.T("meet.who.how", kit.KeyNames(f.Words, keys.Sitters)), f.W))
		blocks = []large.Block{large.Words(f.Theme, f.T("attendance.title"), f.Scale), large.Lines(how)}
	}
	lines, _ := large.Page(f.W, f.H, blocks...)
	return lines
}

// choiceRows is how high yes and no are where the words leave room for it, and
// how high they are else.
func choiceRows(f *kit.Frame) []int { return []int{max(f.H/5, 6), 1} }

// sheets are the page in hand, on as many sheets as its words take.
func (s Screen) sheets(f *kit.Frame) [][]string {
	at, _, _, _ := s.in(f)
	if at.end {
		return large.Sheets(f.W, f.H, large.Lines(), s.sum(f)...)
	}
	k := f.Y().KWI(at.kwi)
	text, ask, reply := "“"+strings.TrimSpace(k.Expectation)+"”", f.T("meet.test.important"), s.shares(f, k)
	if text == "“”" {
		text = k.Title
	}
	if q := f.Y().Question(at.q); q != nil {
		text, ask, reply = q.Text, f.T("meet.test.judge"), s.judges(f, at.q)
	}
	head := large.Lines(f.Theme.Faint.Render(cells.Line(k.Title, f.W)))
	var sheets [][]string
	var below large.Block
	for _, rows := range choiceRows(f) {
		if below = choice(f, ask, reply, rows); s.wished(f, at) {
			below = large.Lines(f.Theme.Text.Render(cells.Line(f.T("meet.test.own"), f.W)))
		}
		if sheets = large.Sheets(f.W, f.H, head, large.Words(f.Theme, text, f.Scale), below); len(sheets) == 1 {
			return sheets
		}
	}
	// What is asked does not stand without what it is about.
	sheets[len(sheets)-1], _ = large.Page(f.W, f.H, head, plain(f, text), below)
	return sheets
}

// plain is a text in ordinary letters.
func plain(f *kit.Frame, text string) large.Block {
	return large.Block{Draw: func(w, h int) (lines []string) {
		for _, l := range cells.Wrap(text, w) {
			lines = append(lines, f.Theme.Text.Render(l))
		}
		return lines
	}}
}

// choice is what is asked, with yes and no below it in at most so many rows.
func choice(f *kit.Frame, ask string, reply account.Reply, rows int) large.Block {
	return large.Block{Draw: func(w, h int) []string {
		options := []string{f.T("kit.yes"), f.T("kit.no")}
		lit := map[account.Reply]int{account.Unanswered: -1, account.Yes: 0, account.No: 1}[reply]
		lines := []string{f.Theme.Text.Render(cells.Line(ask, w))}
		return append(lines, large.Choice(f.Theme, options, lit, w, min(h-1, rows))...)
	}}
}

// alone reports whether the respondent whose row this is sits here alone, so
// that what is theirs may be shown.
func (s Screen) alone(f *kit.Frame) bool { return f.Room.HearsOnly(s.person(f)) }

// judges is whether a question can be judged, as far as that may be shown.
func (s Screen) judges(f *kit.Frame, q account.QuestionCode) account.Reply {
	if said := f.Sitting.Judges(q); said != account.Unanswered {
		return said
	}
	if s.alone(f) && f.Y().IsAssigned(s.person(f), q) {
		return account.Yes
	}
	return account.Unanswered
}

// shares is whether a KWI matters too, as far as that may be shown.
func (s Screen) shares(f *kit.Frame, k *account.KWI) account.Reply {
	if said := f.Sitting.Shares(k.Code); said != account.Unanswered {
		return said
	}
	if s.alone(f) && slices.Contains(k.SharedBy, s.person(f)) {
		return account.Yes
	}
	return account.Unanswered
}

// sum says in words what will be asked, and whether that was said to be right.
func (s Screen) sum(f *kit.Frame) []large.Block {
	y := f.Y()
	said, all, can, kwis := 0, 0, 0, 0
	var list []string
	for i := range y.KWIs {
		k, n := &y.KWIs[i], 0
		for _, q := range k.Questions {
			all++
			if f.Sitting.Judges(q.Code) != account.Unanswered {
				said++
			}
			if s.judges(f, q.Code) == account.Yes {
				n++
			}
		}
		if can += n; n > 0 {
			kwis++
			list = append(list, f.Theme.Text.Render(cells.Line(f.N("test.questions", n)+"  "+k.Title, f.W)))
		}
	}
	text := f.N("meet.test.sum", can, f.N("meet.test.kwis", kwis))
	if !s.alone(f) {
		text = f.T("meet.test.said", f.Words.Int(said), f.Words.Int(all), f.Words.Int(can))
	}
	below := f.Theme.Text.Render(cells.Line(f.T("meet.test.isright"), f.W))
	if on := f.Sitting.TestedOn(); on != "" {
		below = f.Theme.Good.Render(cells.Line(f.Theme.Glyphs.Ok+" "+f.T("meet.test.done", f.Words.ShortDate(on, f.Today)), f.W))
	}
	return []large.Block{large.Words(f.Theme, text, f.Scale), large.Lines(list...), large.Lines(below)}
}

// rewording draws the question as it becomes, large, and the line in which it
// is typed.
func (s Screen) rewording(f *kit.Frame, at page) kit.Page {
	fields := s.fields(f)
	rows := min(5, f.H/2)
	form := s.form.View(*f, fields, f.W, rows)
	text := s.form.Text(s.form.Field(fields))
	lines, _ := large.Page(f.W, f.H-rows, large.Words(f.Theme, text, f.Scale))
	p := kit.Page{Body: cells.Block(lines, f.W, f.H-rows) + "\n" + form.Body}
	if form.Cursor != nil {
		p.Cursor = tea.NewCursor(form.Cursor.X, form.Cursor.Y+f.H-rows)
	}
	return p
}
