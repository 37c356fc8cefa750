package plan

import (
	"strings"

	"kwi/internal/cells"
	"kwi/internal/report"
	"kwi/ui/theme"
)

// row shows one line: its code, its words, and at the right or behind them what
// stands back.
func (c *cell) row(l report.PlanLine, inHand bool) {
	r := c.rowOf(l)
	sign := cells.Spaces(cellMargin)
	if inHand {
		sign = c.f.Theme.Accent.Render(c.f.Theme.Glyphs.Cursor) + " "
	}
	note := r.note
	for i, text := range r.text {
		drawn := r.look.Render(text)
		w := r.w
		if i == 0 {
			drawn = r.first(text)
		}
		switch free := w - cells.Width(text); {
		case note == "":
		case r.beside && i == 0:
			drawn, note = cells.Pad(drawn, cells.Width(drawn)+r.w+r.beyond-cells.Width(text)-cells.Width(note))+c.letters(l, inHand), ""
		case !r.beside && i == len(r.text)-1 && cells.Width(note)+2 <= free:
			gap := 2
			if r.right {
				gap = free - cells.Width(note)
			}
			drawn, note = drawn+cells.Spaces(gap)+r.noteLook.Render(note), ""
		}
		if i == 0 {
			c.lines = append(c.lines, sign+cells.Spaces(r.indent)+drawn)
		} else {
			c.put(cells.Spaces(r.hang) + drawn)
		}
	}
	if note == "" {
		return
	}
	for _, text := range cells.Wrap(note, r.w) {
		c.put(cells.Spaces(r.hang) + r.noteLook.Render(text))
	}
}

// row is a line as it will stand: the width of its words, and how far they hang
// in below its code.
type row struct {
	code                     string // drawn before the words, or the beginning of them
	text                     []string
	note                     string
	indent, hang, w, beyond  int
	beside, right            bool // the note stands at the right of the first line, or of the last
	look, codeLook, noteLook theme.Style
	inText                   bool // the code is the beginning of the words
}

// hangsFrom is the width from which words hang in below the number of an
// agreement; where there is less room, below its beginning.
const hangsFrom = 50

func (c *cell) rowOf(l report.PlanLine) row {
	t := c.f.Theme
	r := row{code: l.Code, note: l.Note, look: t.Text, codeLook: t.Accent, noteLook: t.Faint, right: !l.Entry}
	if l.Entry {
		r.indent, r.codeLook = 2, t.Faint
	}
	if l.KWI != 0 {
		r.code = l.KWI.Short()
	}
	switch {
	case !l.Entry && (c.b.Number == report.KWIActionsBlock || c.b.Number == report.KPIActionsBlock):
		r.look = t.Strong
	case l.Done:
		r.look = t.Faint
	}
	if l.Late {
		r.noteLook = t.Warn
	}
	room, text := c.w-cellMargin, strings.TrimSpace(l.Text)
	switch {
	case r.code != "" && l.Entry && c.w < hangsFrom:
		r.hang, r.inText, text = r.indent+2, true, r.code+" "+text
	case r.code != "":
		r.hang = r.indent + cells.Width(r.code) + 1
	default:
		r.hang = r.indent
	}
	r.w = max(room-r.hang, 1)
	if l.Smart != nil {
		if r.note, r.beside = letters(l.Smart), r.w > 24; r.beside { // the letters stand under each other
			r.beyond = cells.Width(r.note) + 2
			r.w -= r.beyond
		}
	}
	r.text = cells.Wrap(text, r.w)
	return r
}

// first is the first line of words, with the code before it.
func (r row) first(text string) string {
	if rest, ok := strings.CutPrefix(text, r.code); r.inText && ok {
		return r.codeLook.Render(r.code) + r.look.Render(rest)
	}
	if r.code == "" || r.inText {
		return r.look.Render(text)
	}
	return r.codeLook.Render(r.code) + " " + r.look.Render(text)
}

// letters are those of SMART, the one in hand lit.
func (c *cell) letters(l report.PlanLine, inHand bool) string {
	t, all := c.f.Theme, []rune(letters(l.Smart))
	at := c.s.letter - 1
	if !inHand || at < 0 {
		return t.Faint.Render(string(all))
	}
	return t.Faint.Render(string(all[:at])) + t.Selected.Render(string(all[at])) + t.Faint.Render(string(all[at+1:]))
}

// letters are those of SMART: S met, s perhaps, · not.
func letters(smart *[5]report.Letter) string {
	var b strings.Builder
	for i, l := range smart {
		switch l {
		case report.Met:
			b.WriteByte("SMART"[i])
		case report.Proposed:
			b.WriteByte("smart"[i])
		default:
			b.WriteString("·")
		}
	}
	return b.String()
}
