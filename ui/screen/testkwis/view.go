package testkwis

import (
	"slices"
	"strings"

	"kwi/internal/account"
	"kwi/internal/cells"
	"kwi/ui/kit"
	"kwi/ui/part"
	"kwi/ui/theme"
	"kwi/ui/widget"
)

// View draws the matrix, and below it what is in hand.
func (s Screen) View(f kit.Frame) kit.Page {
	y := f.Y()
	switch {
	case y == nil:
		return kit.Page{Body: part.Empty(&f, f.T("stage.nocycle"), "")}
	case len(y.KWIs) == 0:
		return kit.Page{Body: part.Empty(&f, f.T("test.empty.kwis"), f.T("test.empty.kwis.how"))}
	}
	c, ok := s.in(&f)
	if !ok {
		return kit.Page{Body: part.Empty(&f, f.T("test.empty.people"), f.T("test.empty.people.how"))}
	}
	pair := part.PairOf(&f, leastMatrix(&f))
	if !pair.Wide() || f.Audience != kit.Manager {
		return s.view(&f, c)
	}
	of, _ := s.ThingInHand(f)
	both := pair.Beside(cells.Lines(s.view(pair.LeftOf(&f), c).Body), part.TracedWhole(&f, of, pair.Right).In(&f, f.H))
	return kit.Page{Body: strings.Join(both, "\n")}
}

// view draws the matrix with what is in hand below it.
func (s Screen) view(f *kit.Frame, c matrixCell) kit.Page {
	m := matrix(f)
	below := s.below(f, m, c)
	return part.OverFoot(f, m.View(*f, s.at, f.W, f.H-len(below)), below)
}

// leastMatrix is how wide the matrix is at least for what is in hand to stand beside
// it: the questions are read whole, as far as their length is common.
func leastMatrix(f *kit.Frame) int {
	longest := 0
	for _, k := range f.Y().KWIs {
		for i := range k.Questions {
			longest = max(longest, cells.Width(part.Asking(f.Words, &k.Questions[i])))
		}
	}
	return max(min(longest, commonWords), 40) + 8*len(matrixColumns(f)) + cells.Width(f.T("test.nobody")) + 16
}

// commonWords is how long a question is that is not long.
const commonWords = 80

// leastWords is how many lines below the matrix are kept free for words, so that
// it stands still while the cursor moves.
const leastWords = 4

// lowBody is a body in which the words below leave the matrix little room.
const lowBody = 18

// below is what stands under the matrix: the words in hand where the matrix
// cut them, what they mean for this respondent, and what the gate lacks.
func (s Screen) below(f *kit.Frame, m widget.Matrix, c matrixCell) []string {
	lines := []string{""}
	add := func(look theme.Style, text string, most int) {
		if text == "" {
			return
		}
		for _, l := range shortText(f, text, most) {
			lines = append(lines, look.Render(l))
		}
	}
	row, warn := rowSays(f, c)
	gap := gapSays(f, c.who)
	if gap == "" && c.whole() {
		gap = part.TooManyKWIs(f)
	}
	if warn {
		gap = "" // one gap at a time
	}
	most := max(f.H/3, 2)
	if c.whole() && f.H < lowBody {
		most = 1
		if k := f.Y().KWI(c.kwi); titleIfCut(f, m.View(*f, s.at, f.W, f.H), k) != "" {
			most = 2
		}
	}
	add(f.Theme.Quote, s.words(f, m, c), most)
	add(wordLook(f, warn), row, 2)
	if f.H >= lowBody || gap == "" {
		add(f.Theme.Text, personSays(f, c), 2)
	}
	add(f.Theme.Warn, gap, 2)
	for len(lines) < leastWords+1 {
		lines = append(lines, "")
	}
	if f.H >= lowBody {
		g := f.Theme.Glyphs
		lines = append(lines, f.Theme.Faint.Render(cells.Line(f.T("test.legend", g.On, g.Off, g.Done, g.Now, g.None), f.W)))
	}
	gate, _ := part.GateLines(f, account.Test)
	return append(lines, gate...)
}

// shortText is a text in so many lines at most.
func shortText(f *kit.Frame, text string, most int) []string {
	lines := cells.Wrap(text, f.W)
	if len(lines) > most {
		lines = append(lines[:most-1:most-1], cells.Cut(lines[most-1]+" "+f.Theme.Glyphs.Ellipsis, f.W))
	}
	return lines
}

func wordLook(f *kit.Frame, warn bool) theme.Style {
	if warn {
		return f.Theme.Warn
	}
	return f.Theme.Text
}

// words are the question in hand where the matrix has no room for all of it,
// or what the KWI in hand is about.
func (s Screen) words(f *kit.Frame, m widget.Matrix, c matrixCell) string {
	y, shown := f.Y(), m.View(*f, s.at, f.W, f.H)
	if c.whole() {
		k := y.KWI(c.kwi)
		if k.Expectation != "" {
			return titleIfCut(f, shown, k) + f.T("test.quote", k.Expectation)
		}
		return titleIfCut(f, shown, k)
	}
	q := y.Question(c.q)
	title := cells.Line(c.q.String()+" "+q.Text, len(q.Text)+12)
	for _, l := range shown {
		if strings.Contains(l, title) {
			return ""
		}
	}
	return c.q.String() + " " + q.Text
}

// titleIfCut is the name of a KWI where no line of a matrix has it whole.
func titleIfCut(f *kit.Frame, shown []string, k *account.KWI) string {
	title := k.Code.String() + " " + k.Title
	if slices.ContainsFunc(shown, func(l string) bool { return strings.Contains(l, cells.Line(title, len(title)+1)) }) {
		return ""
	}
	return title + " " + f.Theme.Glyphs.Dot + " "
}

// gapSays is the sentence for what is wrong with the respondent's list.
func gapSays(f *kit.Frame, who account.Initials) string {
	n := len(f.Y().Assigned[who])
	switch {
	case absent(f, who) != "":
		return ""
	case n == 0:
		return f.T("test.gap.respondent", string(who))
	case account.IsLong(n):
		return f.T("test.gap.long", string(who), n, account.MostAsked)
	}
	return ""
}
