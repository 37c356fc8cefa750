package testpages

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"kwi/internal/account"
	"kwi/internal/cells"
	"kwi/ui/kit"
	"kwi/ui/part"
	"kwi/ui/widget/large"
)

// View draws the page in hand.
func (s Screen) View(f kit.Frame) kit.Page {
	at, _, _, ok := s.in(&f)
	switch {
	case !ok:
		return s.nothing(&f)
	case s.form.Typing():
		return s.rewording(&f, at)
	}
	all := s.sheets(&f)
	return kit.Page{Body: cells.Block(all[min(s.sheet, len(all)-1)], f.W, f.H)}
}

// nothing says what has to come first.
func (s Screen) nothing(f *kit.Frame) kit.Page {
	if y := f.Y(); y != nil && len(y.KWIs) > 0 {
		return part.SayWhoFirst(f, f.T("attendance.title"))
	}
	lines, _ := large.Page(f.W, f.H, large.Words(f.Theme, f.T("meet.kwi.empty"), f.Scale))
	return kit.Page{Body: cells.Block(lines, f.W, f.H)}
}

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
	lit := map[account.Reply]int{account.Unanswered: -1, account.Yes: 0, account.No: 1}[reply]
	below := func(rows int) large.Block { return part.YesOrNo(f, ask, lit, rows) }
	if s.wished(f, at) {
		below = func(int) large.Block { return large.Note(f.Theme, f.Theme.Text, f.T("meet.test.own")) }
	}
	return part.Asked{Head: part.TitledWish(f, k), Text: text, Below: below, Rows: part.YesOrNoRows(f)}.Sheets(f)
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
	var list []part.LargeRow
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
			list = append(list, part.LargeRow{Text: f.N("test.questions", n) + "  " + k.Title})
		}
	}
	text := f.N("meet.test.sum", can, f.N("meet.test.kwis", kwis))
	if !s.alone(f) {
		text = f.T("meet.test.said", f.Words.Int(said), f.Words.Int(all), f.Words.Int(can))
	}
	below := large.Note(f.Theme, f.Theme.Text, f.T("meet.test.isright"))
	if on := f.Sitting.TestedOn(); on != "" {
		below = large.Note(f.Theme, f.Theme.Good, f.Theme.Glyphs.Ok+" "+f.T("meet.test.done", f.Words.ShortDate(on, f.Today)))
	}
	return []large.Block{large.Words(f.Theme, text, f.Scale), listed(f, list), below}
}

// listed are the KWIs of which something will be asked, in letters of dots where
// half of the height holds all of them.
func listed(f *kit.Frame, list []part.LargeRow) large.Block {
	return large.Block{Draw: func(w, h int) (lines []string) {
		if dotted, ok := part.LargeRows(f, -1, list, w, h/2); ok && f.H >= part.RoomyList {
			return dotted
		}
		for _, r := range list {
			lines = append(lines, f.Theme.Text.Render(cells.Line(r.Text, w)))
		}
		return lines
	}}
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
