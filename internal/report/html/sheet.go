package html

import (
	"kwi/internal/account"
	"kwi/internal/lang"
	"kwi/internal/report"
)

// kwiPart is the part in which every heading opens all that is told of a KWI.
// On paper each begins on a page of its own, and so its figures stand there too.
const kwiPart = "kwis"

// kwiFigures are the drawings of a document, of which each KWI gets its own.
type kwiFigures struct {
	bars  report.Bars
	lines report.Lines
}

func figuresOf(d report.Document) (f kwiFigures) {
	for _, part := range d.Parts {
		for _, x := range part.Blocks {
			switch x := x.(type) {
			case report.Bars:
				f.bars = x
			case report.Lines:
				f.lines = x
			}
		}
	}
	return f
}

// of is the bar of a KWI and its line over the cycles, as far as there are
// figures.
func (f kwiFigures) of(w *lang.Words, code account.KWICode, id string) (out []block) {
	for _, bar := range f.bars.Bars {
		if bar.KWI == code && code != 0 && bar.Score.OK() {
			one := report.Bars{Bars: []report.Bar{bar}, About: f.bars.About, Scale: f.bars.Reach()}
			out = append(out, block{Bars: newBarsView(w, one, place{id, id + "-bar"})})
		}
	}
	scale := f.lines.Reach()
	for _, line := range f.lines.Lines {
		if line.KWI != code || code == 0 || !hasFigure(line) {
			continue
		}
		one := f.lines
		one.Lines, one.Scale = []report.Line{line}, scale
		drawn := newLinesView(w, one, place{id, id + "-line"})
		drawn.Panels[0].Label = "" // it stands above already
		out = append(out, block{Lines: drawn})
	}
	return out
}

func hasFigure(l report.Line) bool {
	for _, f := range l.Figures {
		if f.OK() {
			return true
		}
	}
	return false
}
