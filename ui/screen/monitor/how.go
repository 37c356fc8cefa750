package monitor

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"kwi/internal/account"
	"kwi/internal/score"
	"kwi/ui/keys"
	"kwi/ui/kit"
	"kwi/ui/widget"
)

// howKind is a kind of figure of which one may ask how it comes about.
type howKind int

const (
	ofScore howKind = iota
	ofChange
	ofNPS
	ofLeans // how much more positive than all each respondent is
	ofLost  // what is short to a ten, by question
)

// asked is one such figure: of a KWI, or with code 0 of all of them.
type asked struct {
	kind howKind
	code account.KWICode
}

// howDialog shows how a figure comes about: its sum, and the answers that it is
// made of. The figures beside it are a key away.
type howDialog struct {
	figures []asked
	at      int
	top     widget.Scroll
}

func howAct(f *kit.Frame) kit.Act {
	act := kit.Act{ID: "how", Looks: true, Keys: keys.How, Name: f.T("insight.act.how")}
	if t := f.Table(); !t.HasAnswers() {
		act.Why = f.T("insight.how.none")
	}
	return act
}

// how asks about the figure in hand: the score of a KWI, on the side of the
// trend its change, on that of the remarks the NPS, and else the total.
func (s Screen) how(f *kit.Frame, y *account.Cycle) kit.Screen {
	d := howDialog{}
	code := s.code(f, y)
	if s.side != scores && s.side != trendSide && !s.deep {
		code = 0
	}
	if code != 0 {
		d.figures = append(d.figures, asked{ofScore, code}, asked{ofChange, code})
	}
	d.figures = append(d.figures, asked{ofScore, 0}, asked{ofChange, 0}, asked{ofNPS, 0})
	if y.Named() {
		d.figures = append(d.figures, asked{ofLeans, 0}, asked{ofLost, 0})
	}
	first := asked{ofScore, code}
	switch {
	case s.deep:
	case s.side == trendSide:
		first.kind = ofChange
	case s.side == remarks, s.side == saysSide:
		first = asked{ofNPS, 0}
	}
	d.at = max(slices.Index(d.figures, first), 0)
	return d
}

func (d howDialog) Init() tea.Cmd { return nil }
func (d howDialog) Typing() bool  { return false }

func (d howDialog) Head(f kit.Frame) kit.Head {
	return kit.Head{Title: widget.TitleOf(f), Right: f.T("insight.how.title")}
}

func (d howDialog) Acts(f kit.Frame) []kit.Act {
	return []kit.Act{
		{ID: "back", Looks: true, Keys: keys.CloseHow, Name: f.T("insight.how.close")},
		{ID: "next", Keys: keys.Next, Name: f.T("insight.how.next")},
		{ID: "before", Keys: keys.Prev, Name: f.T("insight.how.before"), Hidden: true},
	}
}

func (d howDialog) Update(f kit.Frame, msg tea.Msg) (kit.Screen, kit.Outcome) {
	n := len(d.figures)
	switch msg {
	case kit.Do("back"):
		return d, kit.Outcome{Back: true}
	case kit.Do("next"):
		d.at, d.top = (d.at+1)%n, 0
		return d, kit.Outcome{}
	case kit.Do("before"):
		d.at, d.top = (d.at+n-1)%n, 0
		return d, kit.Outcome{}
	}
	d.top = d.top.Update(d.lines(&f), f.W, f.H-1, msg, false)
	return d, kit.Outcome{}
}

func (d howDialog) View(f kit.Frame) kit.Page {
	return kit.Page{Body: strings.Join(d.top.View(f, d.lines(&f), f.H), "\n")}
}

// lines are the whole of it. With the client watching there is nothing.
func (d howDialog) lines(f *kit.Frame) []string {
	y := f.Y()
	if y == nil || f.Audience != kit.Manager {
		return nil
	}
	t := f.Table()
	p := howPage{saying{f: f, y: y, t: &t, w: min(f.W, widestSaying)}}
	a := d.figures[d.at]
	name := f.T("term.total")
	if k := y.KWI(a.code); a.code != 0 && k != nil {
		name = kwiName(k)
	}
	switch a.kind {
	case ofScore:
		p.score(name, a.code)
	case ofChange:
		p.change(name, a.code)
	case ofNPS:
		p.recommended()
	case ofLeans:
		p.leans()
	case ofLost:
		p.lost()
	}
	return p.lines
}

// sums adds up answers, of now or of the time before.
func sums(given []score.Given, before bool) (s score.Sums) {
	for _, g := range given {
		a := g.Answer
		if before {
			a = g.Before
		}
		s = s.Plus(score.OfAnswer(a))
	}
	return s
}
