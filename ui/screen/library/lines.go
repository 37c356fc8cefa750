package library

import (
	"strings"

	"kwi/internal/cells"
	"kwi/internal/guide"
	"kwi/internal/text"
	"kwi/ui/kit"
	"kwi/ui/theme"
)

// readLine is one line of what is read.
type readLine struct {
	plain, drawn string
	inHand       bool // it is of the point in hand
}

// reading is what is read being set, line by line.
type setting struct {
	w   int
	out []readLine
}

func (l *setting) blank() {
	if n := len(l.out); n > 0 && l.out[n-1].plain != "" {
		l.out = append(l.out, readLine{})
	}
}

// put sets a text on as many lines as it takes, hung behind a mark.
func (l *setting) put(mark, text string, style theme.Style, inHand bool) {
	hang := cells.Width(mark)
	for i, line := range cells.Wrap(text, max(l.w-hang, 1)) {
		lead := mark
		if i > 0 {
			lead = cells.Spaces(hang)
		}
		l.out = append(l.out, readLine{lead + line, style.Render(lead + line), inHand})
	}
}

// lines is the entry in hand on lines of w cells: its title and when it is of
// use, what it is attached to, its parts, and beside each point whether it is
// done and what was noted.
func (s Screen) lines(f *kit.Frame, r row, w int) []readLine {
	t := f.Theme
	l := &setting{w: w}
	l.put("", r.entry.Title, t.Strong, false)
	if r.entry.When != "" {
		l.put("", r.entry.When, t.Faint, false)
	}
	if !r.known {
		l.blank()
		l.put("", f.T("library.unknown.how"), t.Text, false)
	}
	if said := attachedTo(f, r); said != "" {
		l.blank()
		l.put("", said, t.Accent, false)
		if r.at.Note != "" {
			l.put("", r.at.Note, t.Text, false)
		}
	}
	for _, p := range r.entry.Parts {
		l.blank()
		if p.Title != "" {
			l.put("", p.Title, t.Strong, false)
		}
		for _, line := range p.Lines {
			s.setLine(f, l, r, line)
		}
	}
	return l.out
}

// setLine sets one line of an entry.
func (s Screen) setLine(f *kit.Frame, l *setting, r row, line guide.Line) {
	t, g := f.Theme, f.Theme.Glyphs
	inHand := line.ID != "" && s.reading && s.pointOf(r) == line.ID
	mark, style := "  "+g.Dot+" ", t.Text
	note := ""
	if line.ID != "" {
		mark = "  " + g.Todo + " "
		if r.at != nil {
			tick := r.at.Tick(line.ID)
			if note = tick.Note; tick.Date != "" {
				mark = "  " + g.Ok + " "
				note = strings.TrimSpace(f.Words.ShortDate(tick.Date, f.Today) + "  " + note)
			}
		}
	}
	if inHand {
		mark = g.Cursor + mark[1:]
		style = t.Accent
	}
	switch {
	case line.Title != "" && line.Text != "":
		l.put(mark, line.Title, pickStyle(inHand, style, t.Strong), inHand)
		l.put(cells.Spaces(cells.Width(mark)), line.Text, t.Text, inHand)
	default:
		l.put(mark, line.Title+line.Text, style, inHand)
	}
	if note != "" {
		l.put(cells.Spaces(cells.Width(mark)), note, t.Faint, inHand)
	}
}

func pickStyle(inHand bool, held, style theme.Style) theme.Style {
	if inHand {
		return held
	}
	return style
}

// firstHolding is the first line that holds what was looked for, -1 for none.
func firstHolding(lines []readLine, typed string) int {
	words := strings.Fields(text.Search(typed))
	for i, l := range lines {
		for _, w := range words {
			if strings.Contains(text.Search(l.plain), w) {
				return i
			}
		}
	}
	return -1
}
