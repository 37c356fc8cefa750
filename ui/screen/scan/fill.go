package scan

import (
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"kwi/internal/account"
	"kwi/internal/cells"
	"kwi/internal/guide"
	"kwi/internal/text"
	"kwi/ui/keys"
	"kwi/ui/kit"
	"kwi/ui/widget"
)

// openScan is a scan that is filled in or read.
type openScan struct {
	key    account.ScanKey
	asks   bool          // the questions are in front, else what they come to
	traced bool          // they were gone to from there, to see what it is made of: back leads there
	at     int           // the question in hand, from 1
	words  bool          // something is typed that is no answer: until a key that writes nothing no sign is one
	scroll widget.Scroll // of what they come to
}

// openAt opens a scan at the first question without an answer, or where there is
// none at what they come to.
func openAt(f *kit.Frame, k account.ScanKey) *openScan {
	o := &openScan{key: k, at: 1}
	if one := f.Firm.Scan(k); one != nil {
		if next := o.next(one); next > 0 {
			o.at, o.asks = next, true
		}
	}
	return o
}

// next is the next question without an answer, from the one in hand on and round;
// 0 is none.
func (o *openScan) next(one *account.Scan) int {
	for i := range account.ScanLength {
		if n := (o.at-1+i)%account.ScanLength + 1; one.Answer(n) == 0 {
			return n
		}
	}
	return 0
}

func (o *openScan) acts(f *kit.Frame) []kit.Act {
	change := kit.Act{ID: "change", Keys: keys.Change, Name: f.T("scan.act.change")}
	closes := kit.Act{ID: "close", Keys: keys.Back, Name: f.T("scan.act.close")}
	if !o.asks {
		return []kit.Act{{ID: "turn", Keys: keys.Around, Name: f.T("scan.act.questions")}, change, closes, traceAct(f)}
	}
	return []kit.Act{
		{ID: "next", Keys: keys.NextGrade, Name: f.T("scan.act.next")},
		{ID: "clear", Keys: keys.ClearGrade, Name: f.T("scan.act.clear")},
		{ID: "turn", Keys: keys.Around, Name: f.T("scan.act.result")},
		{ID: "answer", Keys: keys.Answers, Name: f.T("scan.act.answer"), Hidden: true, Itself: true},
		change, closes,
	}
}

// traceAct leads to the answers that the points are made of.
func traceAct(f *kit.Frame) kit.Act {
	return kit.Act{ID: "trace", Looks: true, Keys: keys.Trace, Name: f.T("trace.act.from"), Hidden: true}
}

// update answers a message.
func (o openScan) update(f *kit.Frame, one *account.Scan, msg tea.Msg) (*openScan, kit.Outcome) {
	if msg == tea.Msg(kit.Do("trace")) {
		o.asks, o.traced, o.at = true, true, 1
		return &o, kit.Outcome{}
	}
	if msg == tea.Msg(kit.Do("turn")) {
		o.asks, o.words, o.traced = !o.asks, false, false
		if next := o.next(one); o.asks && next > 0 {
			o.at = next
		}
		return &o, kit.Outcome{}
	}
	if !o.asks {
		lines := o.result(f, one)
		o.scroll = o.scroll.Update(lines, f.W, f.H, msg, false)
		return &o, kit.Outcome{}
	}
	switch m := msg.(type) {
	case kit.Do:
		o.words = false
		switch m {
		case "next":
			return o.move(+1), kit.Outcome{}
		case "clear":
			return &o, o.keep(f, 0)
		}
	case tea.PasteMsg:
		return &o, kit.Refuses(f.T("scan.letters"))
	case tea.KeyPressMsg:
		switch keys.Move(m, true) {
		case keys.Up, keys.Left:
			return o.move(-1), kit.Outcome{}
		case keys.Down, keys.Right:
			return o.move(+1), kit.Outcome{}
		case keys.Home, keys.PageUp:
			return o.move(-account.ScanLength), kit.Outcome{}
		case keys.End, keys.PageDown:
			return o.move(+account.ScanLength), kit.Outcome{}
		}
		return o.typed(f, one, m)
	}
	return &o, kit.Outcome{}
}

// move goes to another question.
func (o openScan) move(by int) *openScan {
	o.at, o.words = min(max(o.at+by, 1), account.ScanLength), false
	return &o
}

// typed takes a letter as the answer to the question in hand, and goes on to the
// next one that has none; behind the last one stands what they come to.
func (o openScan) typed(f *kit.Frame, one *account.Scan, k tea.KeyPressMsg) (*openScan, kit.Outcome) {
	sign := strings.ToLower(text.Narrow(k.Text))
	switch {
	case k.Text == "":
		return &o, kit.Outcome{}
	case o.words || len(sign) != 1 || sign < "a" || sign > "c":
		o.words = true
		return &o, kit.Refuses(f.T("scan.letters"))
	}
	out := o.keep(f, sign[0])
	now := *one
	fill := account.Firm{Scans: []account.Scan{now}}
	if fill.AnswerScan(o.key, o.at, sign[0]) == nil {
		now = fill.Scans[0]
	}
	if next := o.next(&now); next > 0 {
		o.at = next
	} else {
		o.asks, o.scroll = false, 0
	}
	return &o, out
}

// keep is the change to the question in hand.
func (o openScan) keep(f *kit.Frame, letter byte) kit.Outcome {
	key, at, label := o.key, o.at, "scan.label.answer"
	if letter == 0 {
		label = "scan.label.cleared"
	}
	return kit.ChangesFirm(kit.Label(label, f.Words.Int(at), key.Called()), func(firm *account.Firm) error { return firm.AnswerScan(key, at, letter) })
}

// view draws the question in hand with its answers, or what they come to.
func (o *openScan) view(f *kit.Frame, one *account.Scan) kit.Page {
	if !o.asks {
		lines := o.result(f, one)
		return kit.Page{Body: cells.Block(o.scroll.View(*f, lines, f.H), f.W, f.H)}
	}
	w := min(f.W, widestText)
	q := guide.For(f.Words.Tag()).QuickScan().Questions[o.at-1]
	lines := []string{
		f.Theme.Strong.Render(cells.Line(calledOf(f, o.key)+"   "+f.Words.ShortDate(o.key.Date, f.Today), w)),
		f.Theme.Faint.Render(cells.Line(f.T("scan.howto"), w)), "",
		o.strip(f, one), "",
	}
	for i, l := range cells.Wrap(f.Words.Int(o.at)+"  "+q.Text, w-2) {
		if i > 0 {
			l = "   " + l
		}
		lines = append(lines, f.Theme.Strong.Render(l))
	}
	lines = append(lines, "")
	cursor := tea.NewCursor(0, len(lines))
	for i, c := range q.Choices {
		letter, sign, look := byte('a'+i), "  ", f.Theme.Faint
		if one.Answer(o.at) == letter {
			sign, look = f.Theme.Glyphs.Cursor+" ", f.Theme.Accent
			cursor = tea.NewCursor(0, len(lines))
		}
		for n, l := range cells.Wrap(c.Text, w-5) {
			head := "     "
			if n == 0 {
				head = look.Render(sign + string(letter) + "  ")
			}
			if one.Answer(o.at) == letter {
				l = f.Theme.Accent.Render(l)
			}
			lines = append(lines, head+l)
		}
		if f.H >= 20 {
			lines = append(lines, "")
		}
	}
	return kit.Page{Body: cells.Block(lines, f.W, f.H), Cursor: cursor, Signs: true}
}

// strip is all ten questions with their answers, the one in hand lit.
func (o *openScan) strip(f *kit.Frame, one *account.Scan) string {
	var b strings.Builder
	for n := 1; n <= account.ScanLength; n++ {
		letter := f.Theme.Glyphs.Dot
		if a := one.Answer(n); a != 0 {
			letter = string(a)
		}
		cell := cells.FitRight(strconv.Itoa(n), 2) + letter
		if n == o.at {
			b.WriteString(f.Theme.Accent.Render(f.Theme.Glyphs.Cursor + cell))
		} else {
			b.WriteString(" " + f.Theme.Faint.Render(cell))
		}
		b.WriteString(" ")
	}
	return strings.TrimRight(b.String(), " ")
}
