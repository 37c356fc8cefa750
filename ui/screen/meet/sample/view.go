package sample

import (
	"kwi/internal/account"
	"kwi/internal/cells"
	"kwi/internal/score"
	"kwi/ui/kit"
	"kwi/ui/widget"
	"kwi/ui/widget/large"
)

// widest is how wide the page grows; beyond it the eye loses the row.
const widest = 132

// What a figure, a trend and the margin before a name take.
const (
	figureRoom = 6
	trendRoom  = 8
	margin     = 2
	gap        = 2
)

// View draws what this is, the KWIs, and what they come to together. The one in
// hand is read whole, as far as there is room; where there is much, names and
// figures are drawn large.
func (s Screen) View(f kit.Frame) kit.Page {
	t, w, all := f.Theme, min(f.W, widest), kwis(&f)
	var head []string
	for _, l := range cells.Wrap(f.T("meet.sample.what"), w-margin) {
		head = append(head, cells.Spaces(margin)+t.Faint.Render(l))
	}
	foot := s.foot(&f, w)
	lines := append([]string{""}, head...)
	room := f.H - len(lines) - len(foot)
	if room > 2*len(all) {
		lines, room = append(lines, ""), room-1
	}
	l := lay(&f, all, w, room)
	for i := range all {
		lines = append(lines, s.kwi(&f, &all[i], i == s.list.In(len(all)), w, l)...)
	}
	for len(lines) < f.H-len(foot) {
		lines = append(lines, "")
	}
	return kit.Page{Body: cells.Block(append(lines[:max(f.H-len(foot), 0)], foot...), f.W, f.H)}
}

// layout is how the KWIs are laid out: in which letters, how wide their names
// are, how many lines of what the client said stand below each, and how many
// more below the one in hand, and whether a blank line follows.
type layout struct {
	size        large.Size
	name        int
	words, more int
	blank       bool
}

// lay is how so many KWIs stand in so many lines.
func lay(f *kit.Frame, all []account.KWI, w, room int) (l layout) {
	each := room / max(len(all), 1)
	var titles []string
	for i := range all {
		titles = append(titles, all[i].Title)
		l.name = max(l.name, cells.Width(all[i].Title))
	}
	l.name = min(l.name, (w-margin)*2/5)
	rows := 1
	if size, ok := large.OneSize(w-largeFigure-2*margin, each-3, titles...); ok && size.Rows() > 0 {
		l.size, rows = size, size.Rows()+1
	}
	l.words = max(min(each-rows, 3), 0)
	if l.words > 1 {
		l.blank, l.words = true, l.words-1
	}
	taken := rows + l.words
	if l.blank {
		taken++
	}
	l.more = room - taken*len(all)
	return l
}

// largeFigure is what a figure takes in large letters.
const largeFigure = 36

// kwi is one of them: its name, figure, bar and trend, and below it what the
// client said.
func (s Screen) kwi(f *kit.Frame, k *account.KWI, inHand bool, w int, l layout) (lines []string) {
	t, y := f.Theme, f.Y()
	sign, look := cells.Spaces(margin), t.Strong
	if inHand {
		sign, look = t.Accent.Render(t.Glyphs.Cursor)+" ", t.Accent
	}
	table := f.Table()
	figure := table.Line(k.Code).Sums.Score()
	said := f.Words.ScoreBy(table.AnswersBy, int(figure), figure.OK())
	name, score := look.Render(cells.Fit(cells.Line(k.Title, l.name), l.name))+cells.Spaces(gap), cells.Pad(t.Strong.Render(said), figureRoom)+cells.Spaces(gap)
	before := margin + l.name + gap + figureRoom + gap
	if l.size.Rows() > 0 {
		title, number := l.size.Draw(look, k.Title), l.size.Draw(t.Strong, said)
		for i := range title {
			mark := cells.Spaces(margin)
			if i == 0 {
				mark = sign
			}
			lines = append(lines, mark+cells.Pad(title[i], w-largeFigure-margin)+number[min(i, len(number)-1)])
		}
		sign, name, score, before = cells.Spaces(margin), "", "", margin
	}
	bar := w - before - gap - trendRoom
	drawn := ""
	if figure.OK() {
		drawn = widget.Bar(*f, figure, k.Target, bar)
	}
	trend := widget.Sparkline(t, course(f, k.Code), f.Scores.Scale(&f.Client, y.Name), trendRoom)
	lines = append(lines, cells.Cut(sign+name+score+cells.FitDrawn(drawn, bar)+cells.Spaces(gap)+trend, f.W))
	words := l.words
	if inHand {
		words += l.more
	}
	wrapped := cells.Wrap("“"+k.Expectation+"”", w-2*margin-2)
	if len(wrapped) > words && words > 0 {
		wrapped = append(wrapped[:words-1:words-1], cells.Line(wrapped[words-1]+" "+wrapped[words], w-2*margin-2))
	}
	for _, text := range wrapped[:max(min(len(wrapped), words), 0)] {
		lines = append(lines, cells.Spaces(2*margin)+t.Quote.Render(text))
	}
	if l.blank {
		lines = append(lines, "")
	}
	return lines
}

// course is how the score of a KWI, or with 0 of all, went up to now.
func course(f *kit.Frame, code account.KWICode) (out []score.Figure) {
	for _, p := range f.Scores.Trend(code, f.Y().Name) {
		if p.Score.OK() || len(out) > 0 {
			out = append(out, p.Score)
		}
	}
	return out
}

// foot is what all of it comes to: the total with its change, what was agreed
// and done, and which keys turn on.
func (s Screen) foot(f *kit.Frame, w int) []string {
	t, y := f.Theme, f.Y()
	if y == nil {
		return nil
	}
	table := f.Table()
	total := table.Total.Sums.Score()
	text := f.T("meet.sample.total", f.Words.ScoreBy(table.AnswersBy, int(total), total.OK()))
	if c := f.Scores.Change(0, y.Name); c.OK {
		text += "  " + f.Words.ChangeIn(c.Tenths, c.By, true)
	}
	done, agreed := 0, 0
	for _, a := range y.Actions {
		if agreed++; a.Status == account.Done {
			done++
		}
	}
	if agreed > 0 {
		text += "   " + f.T("meet.sample.done", f.Words.Int(done), f.Words.Int(agreed))
	}
	lines := []string{"", cells.Spaces(margin) + t.Strong.Render(cells.Line(text, w-margin))}
	return append(lines, cells.Spaces(margin)+t.Faint.Render(cells.Line(f.T("meet.sample.how"), w-margin)))
}
