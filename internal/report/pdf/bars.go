package pdf

import (
	"strconv"

	"kwi/internal/account"
	"kwi/internal/report"
	"kwi/internal/score"
)

// bars makes pieces of bars on a scale of 0 to 10: for each its label, the
// score as a full bar, the average as a thin one below it, the target as a
// line across, and the three figures. The scale stands under the last bar of
// each page's part.
func (l documentLook) bars(b report.Bars, x, width float64) []layoutPiece {
	var out []layoutPiece
	if b.Caption != "" {
		out = l.set(b.Caption, x, width, setting{font: l.font(boldFace, 9), colour: inkColour, above: l.mm(4), keep: true, below: l.mm(1)})
	}
	if len(b.Bars) == 0 {
		return out
	}
	c := barChart{documentLook: l, x: x, label: width * 0.28, track: width * 0.38, averages: b.Bars[0].By != account.ByGroup}
	c.divide(width - c.label - c.track)
	head := c.head()
	head.keep = true
	again := []layoutPiece{head}
	head.above = l.mm(2)
	out = append(out, head)
	for i, bar := range b.Bars {
		one := c.bar(bar)
		one.again, one.keep = again, i == 0 || i+2 >= len(b.Bars)
		out = append(out, one)
	}
	return append(out, c.scale(), layoutPiece{height: l.mm(2)})
}

// barChart is where the parts of a row of bars stand: the label, the track, and
// three figures.
type barChart struct {
	documentLook
	x, label, track float64
	figure          [3]float64
	averages        bool // by group there are none
}

// divide gives the three figures their room, the longer name the more.
func (c *barChart) divide(room float64) {
	f, all := c.font(boldFace, 8), 0.0
	for i, name := range c.names() {
		if c.shows(i) {
			c.figure[i] = max(f.width(name), c.mm(9)) + c.mm(4)
		}
		all += c.figure[i]
	}
	for i := range c.figure {
		c.figure[i] *= room / all
	}
}

// shows reports whether one of the three figures has a column.
func (c barChart) shows(i int) bool { return i != 1 || c.averages }

// names are what the three figures are called.
func (c barChart) names() [3]string {
	return [3]string{c.words.T("term.score"), c.words.T("term.average"), c.words.T("term.target")}
}

// ends is where a column of figures ends.
func (c barChart) ends(i int) float64 {
	x := c.x + c.label + c.track
	for _, w := range c.figure[:i+1] {
		x += w
	}
	return x
}

// at is where a grade lies on the track.
func (c barChart) at(grade float64) float64 { return c.x + c.label + c.track*grade/10 }

// head names what the marks and figures are.
func (c barChart) head() layoutPiece {
	f := c.font(boldFace, 8)
	names := [3][]string{}
	high := 1
	for i, name := range c.names() {
		if !c.shows(i) {
			continue
		}
		names[i] = f.wrap(name, c.figure[i]-c.mm(1))
		high = max(high, len(names[i]))
	}
	h := float64(high)*f.line() + c.mm(3.4)
	return layoutPiece{height: h, draw: func(p *paperDocument, y float64) {
		for i, lines := range names {
			if !c.shows(i) {
				continue
			}
			right := c.ends(i)
			for j, s := range lines {
				p.right(right, y+float64(j)*f.line(), s, f, quietColour)
			}
			sample := y + h - c.mm(2.6)
			switch i {
			case 0:
				p.box(right-c.mm(6), sample, c.mm(6), c.mm(1.6), accent)
			case 1:
				p.box(right-c.mm(6), sample+c.mm(0.4), c.mm(6), c.mm(0.9), softColour)
			case 2:
				p.box(right-c.mm(3.3), sample-c.mm(0.6), 0.6, c.mm(2.6), inkColour)
			}
		}
	}}
}

// bar is one row.
func (c barChart) bar(b report.Bar) layoutPiece {
	f, figures := c.font(regular, 8.5), c.font(boldFace, 9)
	lines := f.wrap(b.Label, c.label-c.mm(3))
	plain := c.font(regular, 9)
	h := max(float64(len(lines))*f.line(), c.mm(7)) + c.mm(2.4)
	return layoutPiece{height: h, says: len(b.Label), draw: func(p *paperDocument, y float64) {
		for grade := 0.0; grade <= 10; grade += 2 {
			p.line(c.at(grade), y, c.at(grade), y+h, 0.1, ruleColour)
		}
		p.lines(c.x, y+(h-float64(len(lines))*f.line())/2, lines, f, inkColour)
		middle := y + h/2
		c.fill(p, b.Score, middle-c.mm(2.6), c.mm(3.4), accent)
		c.fill(p, b.Average, middle+c.mm(1.1), c.mm(1.5), softColour)
		if b.Target.OK() {
			p.box(c.at(float64(b.Target)/100)-0.3, middle-c.mm(3.4), 0.6, c.mm(6.8), inkColour)
		}
		for i, figure := range []score.Figure{b.Score, b.Average, b.Target} {
			if !c.shows(i) {
				continue
			}
			one, text := plain, c.words.Score(int(figure), figure.OK())
			if i == 0 {
				one, text = figures, c.words.ScoreBy(b.By, int(figure), figure.OK())
			}
			p.right(c.ends(i), middle-one.line()/2, text, one, inkColour)
		}
	}}
}

// fill draws a bar from 0 to a figure.
func (c barChart) fill(p *paperDocument, f score.Figure, y, h float64, col colour) {
	if f.OK() {
		p.box(c.at(0), y, c.track*float64(f)/1000, h, col)
	}
}

// scale is the figures under the tracks.
func (c barChart) scale() layoutPiece {
	f := c.font(regular, 7)
	return layoutPiece{height: f.line() + c.mm(1), draw: func(p *paperDocument, y float64) {
		p.line(c.at(0), y, c.at(10), y, 0.2, quietColour)
		for grade := 0; grade <= 10; grade += 2 {
			p.middle(c.at(float64(grade)), y+c.mm(0.8), strconv.Itoa(grade), f, quietColour)
		}
	}}
}
