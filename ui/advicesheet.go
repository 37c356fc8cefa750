package ui

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"kwi/internal/advise"
	"kwi/internal/cells"
	"kwi/internal/guide"
	"kwi/ui/keys"
	"kwi/ui/kit"
	"kwi/ui/widget"
)

// adviceSheet is all that the method says at a place: the line that was in view
// with what there is to read on behind it, what fits now beside it, and what
// belongs to other moments, under each when that is. What the library has behind
// a line has a digit, which leads there.
type adviceSheet struct {
	situation advise.Situation
	at        int
	library   bool // there is one to go to
	top       widget.Scroll
}

func (a adviceSheet) Init() tea.Cmd { return nil }
func (a adviceSheet) Typing() bool  { return false }

func (a adviceSheet) Head(f kit.Frame) kit.Head {
	h := kit.Head{Title: f.T("advice.title")}
	if a.situation.Client != nil {
		h.Title = f.Client.Name
		h.Tail = " · " + f.T("advice.title")
	}
	return h
}

func (a adviceSheet) Acts(f kit.Frame) []kit.Act {
	acts := []kit.Act{
		{ID: "back", Looks: true, Keys: keys.CloseAdvice, Name: f.T("help.close")},
		{ID: "next", Looks: true, Keys: keys.NextAdvice, Name: f.T("advice.act.next")},
	}
	for i, e := range a.entries(&f) {
		acts = append(acts, kit.Act{ID: readsEntry + e.ID, Looks: true, Keys: keys.Place(i + 1), Name: f.T("advice.act.read", e.Title), Hidden: i > 0})
	}
	return acts
}

// readsEntry begins the ID of the act that leads to an entry of the library.
const readsEntry = "read."

// mostEntries is how many entries have a digit.
const mostEntries = 9

// entries are those of the library behind the lines of the sheet, in the order in
// which they are named.
func (a adviceSheet) entries(f *kit.Frame) (out []guide.Entry) {
	if !a.library {
		return nil
	}
	g := guide.For(f.Words.Tag())
	for _, one := range append(a.now(f, g), advise.Rest(g, a.situation)...) {
		e := g.Reading(one.Behind)
		if e.Title != "" && len(out) < mostEntries && !slices.ContainsFunc(out, func(o guide.Entry) bool { return o.ID == e.ID }) {
			out = append(out, e)
		}
	}
	return out
}

// now are the lines that fit now, the one in front first.
func (a adviceSheet) now(f *kit.Frame, g *guide.Guide) []advise.Advice {
	if a.situation.Client != nil {
		a.situation.Client = &f.Client
	}
	all := advise.Of(g, a.situation)
	if len(all) == 0 {
		return nil
	}
	at := a.at % len(all)
	return append(all[at:len(all):len(all)], all[:at]...)
}

func (a adviceSheet) Update(f kit.Frame, msg tea.Msg) (kit.Screen, kit.Outcome) {
	switch msg {
	case kit.Do("back"):
		return a, kit.Outcome{Back: true, Tell: advising{at: a.at}}
	case kit.Do("next"):
		a.at, a.top = a.at+1, 0
		return a, kit.Outcome{}
	}
	if act, is := msg.(kit.Do); is {
		if id, is := strings.CutPrefix(string(act), readsEntry); is {
			to := kit.Place{Name: libraryPlace, At: id}
			if a.situation.Client != nil {
				to.Client, to.Cycle = a.situation.Client.ID, a.situation.Cycle
			}
			return a, kit.Outcome{Back: true, Tell: advising{at: a.at}, Go: &to}
		}
	}
	a.top = a.top.Update(a.lines(&f), f.W, f.H-1, msg, false)
	return a, kit.Outcome{}
}

func (a adviceSheet) View(f kit.Frame) kit.Page {
	return kit.Page{Body: strings.Join(a.top.View(f, a.lines(&f), f.H), "\n")}
}

// lines are the whole sheet.
func (a adviceSheet) lines(f *kit.Frame) (out []string) {
	if a.situation.Client != nil {
		a.situation.Client = &f.Client
	}
	g, t := guide.For(f.Words.Tag()), f.Theme
	now, entries := a.now(f, g), a.entries(f)
	if len(now) == 0 {
		return nil
	}
	w := min(f.W, widestReading)
	add := func(indent int, text string, render func(string) string) {
		for _, l := range cells.Wrap(text, w-indent) {
			out = append(out, cells.Spaces(indent)+render(l))
		}
	}
	mark := func(id string) string {
		if i := slices.IndexFunc(entries, func(e guide.Entry) bool { return e.ID == id }); i >= 0 {
			return t.Accent.Render(f.Words.Int(i+1)) + " "
		}
		return ""
	}
	say := func(one advise.Advice) {
		add(0, one.Text, t.Text.Render)
		add(2, one.Why, t.Faint.Render)
		if behind := g.Reading(one.Behind).Title; behind != "" {
			out = append(out, "  "+mark(one.Behind)+t.Faint.Render(cells.Line(f.T("advice.behind", behind), w-4)))
		}
	}
	out = append(out, "")
	add(0, now[0].Text, t.Strong.Render)
	add(2, now[0].Why, t.Text.Render)
	if e := g.Reading(now[0].Behind); e.Title != "" {
		out = append(out, "", "  "+mark(e.ID)+t.Strong.Render(cells.Line(e.Title, w-4)))
	}
	out = append(out, readingLines(f, g.Reading(now[0].Behind), w)...)
	for i, part := range [][]advise.Advice{now[1:], advise.Rest(g, a.situation)} {
		if len(part) == 0 {
			continue
		}
		out = append(out, "", t.Strong.Render(cells.Line(f.T([]string{"advice.now", "advice.rest"}[i]), w)))
		when := ""
		for _, one := range part {
			if i > 0 && one.When != when {
				when = one.When
				out = append(out, "")
				add(0, when, t.Accent.Render)
			} else if i == 0 {
				out = append(out, "")
			}
			say(one)
		}
	}
	return out
}

// widestReading is how wide a text is drawn; beyond it the eye loses the line.
const widestReading = 96

// readingLines are what there is to read on behind a line, indented.
func readingLines(f *kit.Frame, e guide.Entry, w int) (out []string) {
	t := f.Theme
	for i, p := range e.Parts {
		if i > 0 || e.Title == "" || p.Title != "" {
			out = append(out, "")
		}
		if p.Title != "" {
			out = append(out, "  "+t.Strong.Render(cells.Line(p.Title, w-2)))
		}
		for _, l := range p.Lines {
			text := l.Text
			if l.Title != "" {
				text = l.Title + ": " + l.Text
			}
			for j, row := range cells.Wrap(text, w-4) {
				sign := "  "
				if j == 0 {
					sign = t.Glyphs.Dot + " "
				}
				out = append(out, "  "+t.Faint.Render(sign)+row)
			}
		}
	}
	return out
}
