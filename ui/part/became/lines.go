package became

import (
	"strings"

	"kwi/internal/account"
	"kwi/internal/cells"
	"kwi/ui/kit"
	"kwi/ui/part"
)

// widest is how wide a text is at most, so that it is read easily.
const widest = 110

// drawing collects the lines of a page.
type drawing struct {
	f     *kit.Frame
	w     int
	lines []string
}

func (d *drawing) head(text string) {
	d.lines = append(d.lines, "", d.f.Theme.Strong.Render(cells.Line(text, d.w)))
}

// hang puts a text behind a label, and goes on below itself.
func (d *drawing) hang(label string, wide int, text string, look func(string) string) {
	for i, l := range cells.Wrap(text, max(d.w-wide-2, 10)) {
		if i > 0 {
			label = ""
		}
		d.lines = append(d.lines, "  "+d.f.Theme.Faint.Render(cells.Pad(label, wide))+look(l))
	}
}

// lines are the whole page.
func (p Page) lines(f *kit.Frame) []string {
	y := f.Y()
	if y == nil || f.Audience != kit.Manager {
		return nil
	}
	d := &drawing{f: f, w: min(f.W, widest)}
	k, was := y.KWI(p.code), account.Gone{}
	now := f.T("became.now.not")
	if k != nil {
		now = f.T("became.now.asked", f.N("became.questions", len(k.Questions)))
	} else if g, ok := f.Client.LastGone(y.Name, p.code); ok {
		was, k = g, &g.KWI
	} else {
		return nil
	}
	for _, l := range cells.Wrap(k.Code.String()+" "+k.Title, d.w) {
		d.lines = append(d.lines, f.Theme.Strong.Render(l))
	}
	if t, in, ended := f.Client.Fate(y.Name, p.code); ended {
		now += " " + f.T("became.line.ended", k.Code.Short(), f.Words.Ended(t), string(in))
	}
	d.plain(now, f.Theme.Faint.Render)
	d.story(p.code)
	d.figures(y, p.code)
	if y.KWI(p.code) != nil {
		d.head(f.T("became.head.now"))
	} else {
		d.head(f.T("became.head.then"))
	}
	d.words(k)
	d.questions(k)
	d.hung(&was)
	return d.lines
}

func (d *drawing) plain(text string, look func(string) string) {
	for _, l := range cells.Wrap(text, d.w) {
		d.lines = append(d.lines, look(l))
	}
}

// dayWidth is how wide a cycle and a day stand before what happened.
const dayWidth = 15

// story is what became of it, a chapter to a line with its reason below it.
func (d *drawing) story(code account.KWICode) {
	f := d.f
	d.head(f.T("became.course"))
	last := account.CycleName("")
	for _, ch := range f.Client.Story(code) {
		label := ""
		if ch.Cycle != last {
			label, last = string(ch.Cycle), ch.Cycle
		}
		if ch.Date != "" {
			label = cells.Pad(label, 7) + f.Words.ShortDate(ch.Date, ch.Date)
		}
		text := f.Words.Chapter(ch, func(code account.KWICode) string { return part.KWIName(f, code) }, func(who account.Initials) string { return part.NameOf(f, who) })
		d.hang(label, dayWidth+5, text, f.Theme.Text.Render)
		if ch.Why != "" {
			d.hang("", dayWidth+5, "“"+ch.Why+"”", f.Theme.Quote.Render)
		}
	}
}

// figures are its scores over the cycles that have one.
func (d *drawing) figures(y *account.Cycle, code account.KWICode) {
	f := d.f
	var parts []string
	for _, p := range f.Scores.Trend(code, y.Name) {
		if p.Score.OK() {
			parts = append(parts, string(p.Cycle)+" "+f.Words.ScoreBy(p.By, int(p.Score), true))
		}
	}
	if len(parts) > 0 {
		d.head(f.T("became.figures"))
		d.hang("", 0, strings.Join(parts, " "+f.Theme.Glyphs.Dot+" "), f.Theme.Text.Render)
	}
}

// words are what is expected, and of whom those who wish it together each in
// their own words.
func (d *drawing) words(k *account.KWI) {
	f := d.f
	if k.Expectation != "" {
		d.hang("", 0, "“"+strings.TrimSpace(k.Expectation)+"”", f.Theme.Quote.Render)
	}
	for _, h := range k.Wishes {
		if h.Words != "" && h.Words != k.Expectation {
			d.hang(string(h.By), 6, "“"+strings.TrimSpace(h.Words)+"”", f.Theme.Quote.Render)
		}
	}
	if who := k.Wishers(); len(who) > 0 {
		d.hang("", 0, f.T("monitor.wished", part.Names(f, who)), f.Theme.Faint.Render)
	}
}

// questions are those of the KWI, each with the code that it had elsewhere.
func (d *drawing) questions(k *account.KWI) {
	for _, q := range k.InOrder() {
		text := q.Text
		if q.From.KWI != 0 {
			text += " (" + d.f.T("became.from", q.From.String()) + ")"
		}
		d.hang(q.Code.String(), 6, text, d.f.Theme.Text.Render)
	}
}

// hung is what hung on a KWI that is gone.
func (d *drawing) hung(g *account.Gone) {
	var parts []string
	if n := len(g.Notes); n > 0 {
		parts = append(parts, d.f.N("became.notes", n))
	}
	if n := len(g.Actions); n > 0 {
		parts = append(parts, d.f.N("became.actions", n))
	}
	if len(parts) > 0 {
		d.hang("", 0, d.f.T("became.hung", d.f.Words.And(parts)), d.f.Theme.Faint.Render)
	}
}
