package presenter

import (
	"strings"

	"kwi/internal/account"
	"kwi/internal/cells"
	"kwi/internal/score"
	"kwi/ui/kit"
	"kwi/ui/widget/large"
)

// labelled is a figure with what it is below it.
type labelled struct{ text, label string }

// rowOf draws figures beside each other, as large as they can be, each with
// what it is below it, in letters of dots too where two fifths of the height
// hold all of these. Those for which there is no room in letters of dots are left for
// the foot.
func rowOf(f *kit.Frame, of []labelled, w, h int) (lines []string, rest []labelled) {
	for n := len(of); n > 0; n-- {
		wide := w / n
		gap := max(wide/6, 2)
		labels := make([]string, n)
		for i, l := range of[:n] {
			labels[i] = l.label
		}
		size, dotted := large.OneSize(wide-gap, h*2/5, labels...)
		low, space := 1, 0
		if dotted {
			low, space = size.Rows(), 1
		}
		figures, names := make([][]string, n), make([][]string, n)
		high, fits := 0, true
		for i, l := range of[:n] {
			figures[i] = large.Figure(f.Theme, l.text, wide-gap, h-low-space)
			fits = fits && len(figures[i]) > 2 && cells.Width(l.label) < wide
			high = max(high, len(figures[i]))
			if names[i] = []string{f.Theme.Text.Render(l.label)}; dotted {
				names[i] = size.Draw(f.Theme.Text, l.label)
			}
		}
		if !fits {
			continue
		}
		lines = besideEachOther(figures, high, wide)
		if space > 0 {
			lines = append(lines, "")
		}
		return append(lines, besideEachOther(names, low, wide)...), of[n:]
	}
	return nil, of
}

// besideEachOther are blocks of at most so many lines, each in so many columns.
func besideEachOther(of [][]string, high, wide int) []string {
	lines := make([]string, high)
	for _, block := range of {
		for y := range lines {
			text := ""
			if y < len(block) {
				text = block[y]
			}
			lines[y] += cells.Pad(text, wide)
		}
	}
	return lines
}

// broadRow is from which height on half of it is for what stands below a score.
const broadRow = 20

// scoreBlock is the score of a KWI, or with code 0 of all, as large as there is
// room for, and below it how it changed and what it is held against.
func scoreBlock(f *kit.Frame, code account.KWICode) large.Block {
	return large.Block{Grow: 1, Draw: func(w, h int) []string {
		y := f.Y()
		t := f.Scores.Table(y.Name)
		line := t.Total
		if code != 0 {
			line = t.Line(code)
		}
		shown := line.Sums.Score()
		beside := measures(f, y, code, line)
		low := max(h*3/10, 5)
		if h >= broadRow {
			low = h / 2 // what they are is in letters of dots then
		}
		under, rest := rowOf(f, beside, w, low)
		if h-len(under)-1 < 4 {
			under, rest = nil, beside
		}
		room := h - len(under) - 1
		notes := footOf(f, rest, w, h)
		if len(notes) > 0 {
			room -= len(notes) + 1
		}
		lines := large.Figure(f.Theme, f.Words.ScoreBy(t.AnswersBy, int(shown), true), w*2/3, room)
		if len(under) > 0 {
			lines = append(append(lines, ""), under...)
		}
		if len(notes) > 0 {
			lines = append(append(lines, ""), notes...)
		}
		return lines[:min(len(lines), h)]
	}}
}

func footOf(f *kit.Frame, rest []labelled, w, h int) []string {
	var notes []string
	for _, l := range rest {
		notes = append(notes, l.label+" "+l.text)
	}
	return foot(f, notes).Draw(w, h)
}

// measures are what stands beside a score.
func measures(f *kit.Frame, y *account.Cycle, code account.KWICode, line score.Line) (out []labelled) {
	if c := f.Scores.Change(code, y.Name); c.OK {
		out = append(out, labelled{f.Words.ChangeIn(c.Tenths, c.By, true), f.T("meet.session.change")})
	}
	if k := y.KWI(code); k != nil && k.Target != 0 {
		out = append(out, labelled{f.Words.Target(k.Target), f.T("meet.session.target")})
	}
	if average := line.Sums.Average(); average.OK() {
		out = append(out, labelled{f.Words.Score(int(average), true), f.T("meet.session.average")})
	}
	if k := y.KWI(code); k != nil {
		if q := k.Standard(account.Noticed); q != nil {
			if sums := score.OfQuestion(y, q.Code); sums.Answers > 0 {
				out = append(out, labelled{f.Words.Score(int(sums.Score()), true), f.T("meet.session.noticed")})
			}
		}
	}
	return out
}

// totalNotes is what is told of the whole beside its score.
func totalNotes(f *kit.Frame) (notes []string) {
	notes = moved(f, 0)
	if t := f.Scores.Table(f.Y().Name); t.NPS.OK() {
		notes = append(notes, f.T("nps.name")+" "+f.Words.Signed(t.NPS.Score()))
	}
	return notes
}

// kwiNotes is what is told of a KWI beside its score.
func kwiNotes(f *kit.Frame, k *account.KWI) []string { return moved(f, k.Code) }

// moved is how many respondents go up, stay and go down.
func moved(f *kit.Frame, code account.KWICode) []string {
	m := f.Scores.Moves(code, f.Y().Name)
	if !m.OK() {
		return nil
	}
	var out []string
	for _, n := range []struct {
		key   string
		count int
	}{{"meet.session.up", m.Up}, {"meet.session.same", m.Same}, {"meet.session.down", m.Down}} {
		if n.count > 0 {
			out = append(out, f.N(n.key, n.count))
		}
	}
	return []string{strings.Join(out, ", ")}
}

// course is the trend of a KWI, or of the total.
func (s *Screen) course(f *kit.Frame, p page, title large.Block) []large.Block {
	y, code := f.Y(), account.KWICode(0)
	line := large.Line{}
	if k := p.kwiOf(f); k != nil {
		code, title = k.Code, large.Title(f.Theme, k.Title)
		if k.Target != 0 {
			line = large.Line{At: score.Figure(k.Target), Name: f.T("meet.session.target") + " " + f.Words.Target(k.Target)}
		}
	}
	var bars []large.Bar
	for _, point := range f.Scores.Trend(code, y.Name) {
		if len(bars) > 0 || point.Score.OK() {
			bars = append(bars, large.Bar{Label: string(point.Cycle), Figure: point.Score, Text: f.Words.ScoreBy(point.By, int(point.Score), point.Score.OK())})
		}
	}
	return []large.Block{title, large.Trend(f.Theme, bars, line)}
}

// kept is how many agreements there were, and how many were done.
func kept(f *kit.Frame) large.Block {
	return large.Block{Grow: 1, Draw: func(w, h int) []string {
		var done, open, dropped int
		back := f.Client.LookBack(f.Y(), f.Today)
		for _, a := range back {
			switch a.Status {
			case account.Done:
				done++
			case account.Dropped:
				dropped++
			default:
				open++
			}
		}
		of := []labelled{{f.Words.Int(len(back)), f.T("meet.session.agreed")}, {f.Words.Int(done), f.T("meet.session.done")}, {f.Words.Int(open), f.T("meet.session.open")}}
		if dropped > 0 {
			of = append(of, labelled{f.Words.Int(dropped), f.T("meet.session.dropped")})
		}
		lines, rest := rowOf(f, of, w, min(h, max(h*2/3, 8)))
		return append(lines, footOf(f, rest, w, h)...)
	}}
}
