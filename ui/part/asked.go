package part

import (
	"kwi/internal/cells"
	"kwi/ui/keys"
	"kwi/ui/kit"
	"kwi/ui/widget/large"
)

// Asked is one question to a respondent on a page of a meeting: the words, and
// below them what can be said.
type Asked struct {
	Head  string // what it belongs to
	Text  string
	Below func(rows int) large.Block // in which the largest thing has at most so many rows
	Rows  []int                      // how many it should have, the most first; fewer where the words lack the room
}

// Sheets are the question on one sheet, or where its words do not stand on one
// in letters that are read across a room, on as many as it takes. The last one
// has what can be said below the words in ordinary letters: it does not stand
// there without what it is about.
func (a Asked) Sheets(f *kit.Frame) (sheets [][]string) {
	head := large.Lines()
	if a.Head != "" {
		head = large.Lines(f.Theme.Faint.Render(cells.Line(a.Head, f.W)))
	}
	var below large.Block
	for _, rows := range a.Rows {
		below = a.Below(rows)
		if sheets = large.Sheets(f.W, f.H, head, large.Words(f.Theme, a.Text, f.Scale), below); len(sheets) == 1 {
			return sheets
		}
	}
	sheets[len(sheets)-1], _ = large.Page(f.W, f.H, head, plainWords(f, a.Text), below)
	return sheets
}

// plainWords is a text in ordinary letters.
func plainWords(f *kit.Frame, text string) large.Block {
	return large.Block{Draw: func(w, _ int) (lines []string) {
		for _, l := range cells.Wrap(text, w) {
			lines = append(lines, f.Theme.Text.Render(l))
		}
		return lines
	}}
}

// SayWhoFirst is a page that has nothing to show before it is said who sits
// here, and how one does that.
func SayWhoFirst(f *kit.Frame, text string) kit.Page {
	how := large.Note(f.Theme, f.Theme.Faint, f.T("meet.who.how", kit.KeyNames(f.Words, keys.Sitters, false)))
	lines, _ := large.Page(f.W, f.H, large.Words(f.Theme, text, f.Scale), how)
	return kit.Page{Body: cells.Block(lines, f.W, f.H)}
}

// YesOrNo is what is asked, with yes and no below it in at most so many rows;
// lit 0 is yes, 1 no, below 0 neither.
func YesOrNo(f *kit.Frame, ask string, lit, rows int) large.Block {
	return large.Block{Draw: func(w, h int) (lines []string) {
		if ask != "" {
			lines = askLines(f, ask, w, rows)
		}
		return append(lines, large.Choice(f.Theme, []string{f.T("kit.yes"), f.T("kit.no")}, lit, w, min(h-len(lines), rows))...)
	}}
}

// askLines is what is asked above yes and no: in letters of dots, somewhat
// smaller than those, where these are large.
func askLines(f *kit.Frame, ask string, w, rows int) []string {
	if size, ok := large.OneSize(w, (rows-1)*2/3, ask); ok {
		return append(size.Draw(f.Theme.Text, ask), "")
	}
	return []string{f.Theme.Text.Render(cells.Line(ask, w))}
}

// YesOrNoRows is how high yes and no should be.
func YesOrNoRows(f *kit.Frame) []int { return []int{max(f.H/5, 6), 6, 1} }
