package answerpages

import (
	"slices"
	"strconv"

	tea "charm.land/bubbletea/v2"

	"kwi/internal/account"
	"kwi/internal/cells"
	"kwi/ui/kit"
	"kwi/ui/part"
	"kwi/ui/widget/large"
)

// View draws the page in hand.
func (s Screen) View(f kit.Frame) kit.Page {
	if !ready(&f) {
		return s.nothing(&f)
	}
	i, all := s.in(&f)
	s.at, s.who = all[i], person(&f)
	if wordsOf[s.at.kind] != "" {
		return s.writing(&f)
	}
	sheets := s.sheets(&f)
	return kit.Page{Body: cells.Block(sheets[min(s.sheet, len(sheets)-1)], f.W, f.H)}
}

// nothing says what has to come first.
func (s Screen) nothing(f *kit.Frame) kit.Page {
	text := ""
	switch {
	case f.Y() == nil:
		text = f.T("meet.nocycle")
	case !f.Room.Known || len(f.Room.Present) == 0:
		return part.SayWhoFirst(f, f.T("attendance.title"))
	case person(f) == "":
		return part.SayWhoFirst(f, f.T("meet.answer.alone"))
	default:
		text = f.T("meet.answer.none")
	}
	lines, _ := large.Page(f.W, f.H, large.Words(f.Theme, text, f.Scale))
	return kit.Page{Body: cells.Block(lines, f.W, f.H)}
}

// roomy is from how many lines on the relevance is drawn large too.
const roomy = 30

// sheets are the page in hand, on as many sheets as its words take.
func (s Screen) sheets(f *kit.Frame) [][]string {
	switch s.at.kind {
	case remark, why, pleased, missed:
		return [][]string{nil} // written on one page
	case grading:
		head := ""
		if k := f.Y().KWI(s.at.q.KWI); k != nil {
			head = k.Title
		}
		below := func(rows int) large.Block { return s.grades(f, rows) }
		return part.Asked{Head: head, Text: s.text(f), Below: below, Rows: []int{max(f.H/4, 4)}}.Sheets(f)
	case recommendation:
		below := func(rows int) large.Block { return s.numbers(f, rows) }
		return part.Asked{Text: s.text(f), Below: below, Rows: []int{max(f.H/4, 4)}}.Sheets(f)
	case aloud, named:
		word := account.AloudWord
		if s.at.kind == named {
			word = account.NameWord
		}
		lit := slices.Index([]string{account.YesWord, account.NoWord}, s.words(f, word))
		below := func(rows int) large.Block { return part.YesOrNo(f, "", lit, rows) }
		return part.Asked{Text: s.text(f), Below: below, Rows: part.YesOrNoRows(f)}.Sheets(f)
	}
	quiet := f.T("meet.answer.how", f.N("test.questions", len(f.Y().AskedOf(s.who))))
	if s.at.kind == thanks {
		quiet = s.count(f)
	}
	return large.Sheets(f.W, f.H, large.Lines(), large.Words(f.Theme, s.text(f), f.Scale), large.Note(f.Theme, f.Theme.Faint, quiet))
}

// count is how many questions have an answer, by group of those that were
// answered now.
func (s Screen) count(f *kit.Frame) string {
	asked := f.Y().AskedOf(s.who)
	n := 0
	for _, q := range asked {
		if s.answer(f, q).Grade != 0 {
			n++
		}
	}
	if !f.Y().Named() {
		return f.N("meet.answer.now", n)
	}
	return f.T("meet.answer.count", f.Words.Int(n), f.Words.Int(len(asked)))
}

// grades are the ten grades with the relevance below them, and what was given
// last time once there is an answer.
func (s Screen) grades(f *kit.Frame, rows int) large.Block {
	a := s.answer(f, s.at.q)
	weight := -1
	last := ""
	if a.Grade != 0 {
		weight = map[account.Relevance]int{account.Less: 0, account.Neutral: 1, account.More: 2}[a.Relevance]
		if before := f.Client.AnswerBefore(f.Y().Name, s.who, s.at.q); before.Grade != 0 {
			last = f.T("meet.answer.last", before.Grade.String())
		}
	}
	return large.Block{Draw: func(w, h int) []string {
		lines := large.Choice(f.Theme, upToTen(1), int(a.Grade)-1, w, min(rows, h))
		weights := []string{f.T("meet.answer.less"), f.T("meet.answer.same"), f.T("meet.answer.more")}
		if f.H >= roomy {
			lines = append(append(lines, "", ""), large.Choice(f.Theme, weights, weight, w, f.H/9)...)
			return append(lines, "", f.Theme.Faint.Render(cells.Line(last, w)))
		}
		plain := large.Choice(f.Theme, weights, weight, w, 1)[0]
		if room := w - cells.Width(plain); last != "" && room > 4 {
			plain += cells.Spaces(max(room-cells.Width(last), 4)) + f.Theme.Faint.Render(cells.Line(last, room-4))
		}
		return append(lines, "", plain)
	}}
}

// numbers are the numbers from 0 to 10 with what the ends mean.
func (s Screen) numbers(f *kit.Frame, rows int) large.Block {
	lit := -1
	if n, err := strconv.Atoi(s.recommended(f)); err == nil {
		lit = n
	}
	return large.Block{Draw: func(w, h int) []string {
		lines := large.Choice(f.Theme, upToTen(0), lit, w, min(rows, h))
		from, to := f.T("meet.answer.never"), f.T("meet.answer.surely")
		wide := 0
		for _, l := range lines {
			wide = max(wide, cells.Width(l))
		}
		ends := from + cells.Spaces(max(wide-cells.Width(from)-cells.Width(to), 2)) + to
		return append(lines, f.Theme.Faint.Render(cells.Line(ends, w)))
	}}
}

// upToTen are the numbers from one on.
func upToTen(from int) (out []string) {
	for n := from; n <= 10; n++ {
		out = append(out, strconv.Itoa(n))
	}
	return out
}

// writing draws what is asked, large, and below it the lines for the words.
func (s Screen) writing(f *kit.Frame) kit.Page {
	rows := max(f.H/3, 5)
	lines, _ := large.Page(f.W, f.H-rows, large.Words(f.Theme, s.text(f), f.Scale))
	form := s.form.View(*f, s.fields(f), f.W, rows)
	p := kit.Page{Body: cells.Block(lines, f.W, f.H-rows) + "\n" + form.Body}
	if form.Cursor != nil {
		p.Cursor = tea.NewCursor(form.Cursor.X, form.Cursor.Y+f.H-rows)
	}
	return p
}
