package html

import (
	"strconv"
	"strings"

	"kwi/internal/account"
	"kwi/internal/lang"
	"kwi/internal/report"
	"kwi/internal/score"
)

// barsView is figures beside each other on one scale, as a table in which every
// row has a drawing.
type barsView struct {
	ID, Under, Caption, About   string
	KWI, Score, Average, Target string // what the columns are called; no average is ""
	ScaleName                   string
	Scale                       []gradeLine
	Bars                        []barView
}

// gradeLine is a grade of the scale, and where it stands.
type gradeLine struct{ Name, At string }

// barView is a row. Where its marks stand are parts of the width of its drawing;
// "" is a mark that is not there.
type barView struct {
	ID, Label, Says        string // what the drawing says, in words
	Score, Average, Target string
	From, Wide             string   // the distance between score and target
	Figures                []string // of the columns
	Breaks                 bool     // the label has a word that must be broken
}

func newBarsView(w *lang.Words, b report.Bars, at place) *barsView {
	scale := b.Reach()
	v := &barsView{
		ID: at.id, Under: at.under, Caption: clean(b.Caption), About: clean(b.About), KWI: w.T("report.col.kwi"), Score: w.T("report.col.score"), Target: w.T("report.col.target"),
		ScaleName: w.T("kit.scale", w.Int(scale.Low)+"–"+w.Int(scale.High)),
	}
	for grade := scale.Low; grade <= scale.High; grade++ {
		v.Scale = append(v.Scale, gradeLine{w.Int(grade), percent(along(scale, score.Figure(100*grade)))})
	}
	averages := b.Bars[0].By != account.ByGroup
	if averages {
		v.Average = w.T("report.col.average")
	}
	for i, bar := range b.Bars {
		one := newBarView(scale, bar, averages)
		one.ID = at.id + "-" + strconv.Itoa(i+1)
		says := []string{}
		add := func(name, figure string) {
			one.Figures, says = append(one.Figures, figure), append(says, name+" "+figure)
		}
		add(w.T("term.score"), w.ScoreBy(bar.By, int(bar.Score), bar.Score.OK()))
		if averages {
			add(w.T("term.average"), w.Score(int(bar.Average), bar.Average.OK()))
		}
		add(w.T("term.target"), w.Score(int(bar.Target), bar.Target.OK()))
		one.Says = strings.Join(says, ", ")
		v.Bars = append(v.Bars, one)
	}
	return v
}

// newBarView is where the marks of a row stand. An average outside the scale has
// none: it would stand where it is not.
func newBarView(scale score.Scale, b report.Bar, averages bool) barView {
	v := barView{Label: clean(b.Label), Breaks: hasUnbroken(b.Label)}
	if b.Score.OK() {
		v.Score = percent(along(scale, b.Score))
		if averages && b.Average.OK() && int(b.Average) >= 100*scale.Low && int(b.Average) <= 100*scale.High {
			v.Average = percent(along(scale, b.Average))
		}
	}
	if b.Target.OK() {
		v.Target = percent(along(scale, b.Target))
	}
	if b.Score.OK() && b.Target.OK() {
		from, to := along(scale, b.Score), along(scale, b.Target)
		v.From, v.Wide = percent(min(from, to)), percent(max(from, to)-min(from, to))
	}
	return v
}

// along is how far on a scale a figure stands, of 100; one outside it stands at
// its end.
func along(scale score.Scale, f score.Figure) float64 {
	low, high := 100*scale.Low, 100*scale.High
	return 100 * float64(min(max(int(f), low), high)-low) / float64(max(high-low, 1))
}

func percent(v float64) string { return number(v) + "%" }
