package pdf

import (
	"kwi/internal/report"
	"kwi/internal/score"
)

// trend makes pieces of lines over the cycles: a small chart for each, two
// beside each other and on one scale, so that they can be compared and no
// line crosses another. Their figures stand at the points, as far as there is
// room.
func (l documentLook) trend(t report.Lines, x, width float64) []layoutPiece {
	var out []layoutPiece
	if t.Caption != "" {
		out = l.set(t.Caption, x, width, setting{font: l.font(boldFace, 9), colour: inkColour, above: l.mm(4), keep: true, below: l.mm(1)})
	}
	low, high := trendReach(t.Lines)
	gap := l.mm(8)
	w := (width - gap) / 2
	for i := 0; i < len(t.Lines); i += 2 {
		pair := make([]trendPanel, 0, 2)
		label := 0.0
		for j := i; j < min(i+2, len(t.Lines)); j++ {
			one := trendPanel{documentLook: l, x: x + float64(j-i)*(w+gap), w: w, cycles: t.Cycles, line: t.Lines[j], low: low, high: high}
			one.label = one.font(boldFace, 8.5).wrap(one.line.Label, w)
			label = max(label, float64(len(one.label))*one.font(boldFace, 8.5).line())
			pair = append(pair, one)
		}
		out = append(out, layoutPiece{above: l.mm(4), height: label + l.mm(36), says: 1, draw: func(p *paperDocument, y float64) {
			for _, one := range pair {
				one.draw(p, y, label, l.mm(36))
			}
		}})
	}
	return append(out, layoutPiece{height: l.mm(2)})
}

// trendReach is the part of the scale that all lines lie in: whole grades, at
// least two apart, from 0 to 10.
func trendReach(lines []report.Line) (low, high float64) {
	least, most := 1000, 0
	for _, l := range lines {
		for _, f := range l.Figures {
			if f.OK() {
				least, most = min(least, int(f)), max(most, int(f))
			}
		}
	}
	if least > most {
		return 0, 10
	}
	low, high = float64(least/100), float64((most+99)/100)
	for high-low < 2 {
		if high < 10 {
			high++
		}
		if high-low < 2 && low > 0 {
			low--
		}
	}
	return low, high
}

// trendPanel is one line in its own chart.
type trendPanel struct {
	documentLook
	x, w      float64
	label     []string
	cycles    []string
	line      report.Line
	low, high float64
}

// draw puts the label, the two ends of the scale, the line and its figures,
// and the cycles.
func (a trendPanel) draw(p *paperDocument, y, label, h float64) {
	name, f := a.font(boldFace, 8.5), a.font(regular, 7)
	p.lines(a.x, y, a.label, name, inkColour)
	left, right := a.x+f.width("10")+a.mm(4), a.x+a.w-a.mm(5)
	top, bottom := y+label+f.line()+a.mm(2), y+label+h-f.line()-a.mm(2)
	if left >= right || len(a.cycles) == 0 {
		return
	}
	at := func(i int) float64 {
		if len(a.cycles) == 1 {
			return (left + right) / 2
		}
		return left + (right-left)*float64(i)/float64(len(a.cycles)-1)
	}
	height := func(v score.Figure) float64 {
		return bottom - (bottom-top)*(float64(v)/100-a.low)/(a.high-a.low)
	}
	for grade := a.low; grade <= a.high; grade++ {
		g := height(score.Figure(grade * 100))
		p.line(left-a.mm(1), g, right+a.mm(1), g, 0.1, ruleColour)
		if grade == a.low || grade == a.high {
			p.right(left-a.mm(2), g-f.line()/2, wholeGrade(grade), f, quietColour)
		}
	}
	col, thick := accent, 0.5
	if a.line.Total {
		thick = 0.9
	}
	for i := range a.figures() {
		v := a.line.Figures[i]
		if !v.OK() {
			continue
		}
		if i > 0 && a.line.Figures[i-1].OK() && !a.line.BrokenAt(i) {
			p.line(at(i-1), height(a.line.Figures[i-1]), at(i), height(v), thick, col)
		}
		p.dot(at(i), height(v), thick, col)
	}
	a.values(p, f, at, height)
	a.names(p, f, at, bottom+a.mm(1.2))
}

// figures is how many points there are.
func (a trendPanel) figures() int { return min(len(a.line.Figures), len(a.cycles)) }

// values puts the figures above their points: the last and the first before
// the others, and none where it would touch one that is there.
func (a trendPanel) values(p *paperDocument, f fontAtSize, at func(int) float64, height func(score.Figure) float64) {
	var texts []placedLabel
	for i := range a.figures() {
		if v := a.line.Figures[i]; v.OK() {
			s := a.words.ScoreBy(a.line.At(i), int(v), true)
			texts = append(texts, placedLabel{s, at(i), f.width(s), height(v) - f.line() - a.mm(0.9)})
		}
	}
	last := f
	last.face = boldFace
	for _, t := range keepApart(texts, a.mm(0.8)) {
		one, c := f, inkColour
		if t == texts[len(texts)-1] && last.width(t.text) <= t.width+a.mm(0.8) {
			one = last
		}
		p.middle(t.x, t.y, t.text, one, c)
	}
}

// names puts the cycles under the chart, as many as fit.
func (a trendPanel) names(p *paperDocument, f fontAtSize, at func(int) float64, y float64) {
	var texts []placedLabel
	for i, s := range a.cycles {
		s = cleanForSetting(s)
		half := f.width(s) / 2
		texts = append(texts, placedLabel{s, min(max(at(i), a.x+half), a.x+a.w-half), 2 * half, y})
	}
	for _, t := range keepApart(texts, a.mm(1.2)) {
		p.middle(t.x, t.y, t.text, f, quietColour)
	}
}

// placedLabel is a text round a place.
type placedLabel struct {
	text        string
	x, width, y float64
}

// keepApart leaves out the labels that would come too near to another: the last
// goes first, then the first, then the others from the end.
func keepApart(all []placedLabel, gap float64) (out []placedLabel) {
	try := func(l placedLabel) {
		for _, o := range out {
			if l.x-l.width/2 < o.x+o.width/2+gap && o.x-o.width/2 < l.x+l.width/2+gap {
				return
			}
		}
		out = append(out, l)
	}
	if len(all) > 0 {
		try(all[len(all)-1])
		try(all[0])
	}
	for i := len(all) - 2; i > 0; i-- {
		try(all[i])
	}
	return out
}

func wholeGrade(grade float64) string {
	if grade == 10 {
		return "10"
	}
	return string(rune('0' + int(grade)))
}
