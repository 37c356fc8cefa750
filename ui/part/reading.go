package part

import (
	"strings"

	"kwi/internal/cells"
	"kwi/ui/kit"
	"kwi/ui/theme"
)

// Reading is one thing written out in full in the width of its frame: heads, text that
// goes on below its own beginning, and figures. Nothing in it is cut, and an
// empty text adds nothing.
type Reading struct {
	f     *kit.Frame
	lines []string
	heads map[int]bool // the lines that are heads
}

// ReadIn begins in the width of a frame.
func ReadIn(f *kit.Frame) *Reading { return &Reading{f: f, heads: map[int]bool{}} }

// Head begins a piece, below a blank line.
func (d *Reading) Head(text string) {
	d.Blank()
	for _, l := range cells.Wrap(text, d.f.W) {
		d.heads[len(d.lines)] = true
		d.lines = append(d.lines, d.f.Theme.Strong.Render(l))
	}
}

// Blank leaves a line free between pieces, once.
func (d *Reading) Blank() {
	if n := len(d.lines); n > 0 && d.lines[n-1] != "" {
		d.lines = append(d.lines, "")
	}
}

// Text adds a text in a look.
func (d *Reading) Text(look theme.Style, text string) { d.Behind("", look, text) }

// Quiet adds a text that stands back.
func (d *Reading) Quiet(text string) { d.Behind("", d.f.Theme.Faint, text) }

// Quote adds somebody's own words between quotation marks.
func (d *Reading) Quote(text string) {
	if text = strings.TrimSpace(cells.Clean(text)); text != "" {
		for i, l := range cells.Wrap("“"+text+"”", d.f.W-1) {
			d.lines = append(d.lines, cells.Spaces(min(i, 1))+d.f.Theme.Quote.Render(l))
		}
	}
}

// Behind adds a text behind a sign or a name, below which it does not go on.
func (d *Reading) Behind(sign string, look theme.Style, text string) {
	if text = strings.TrimSpace(text); text == "" {
		return
	}
	in := 0
	if sign != "" {
		in = min(cells.Width(sign)+1, d.f.W/2)
	}
	for i, l := range cells.Wrap(text, max(d.f.W-in, 1)) {
		before := cells.Spaces(in)
		if i == 0 && sign != "" {
			before = look.Render(cells.Fit(sign, in-1)) + " "
		}
		d.lines = append(d.lines, before+look.Render(l))
	}
}

// Drawn adds lines that are drawn already.
func (d *Reading) Drawn(lines ...string) {
	for _, l := range lines {
		d.lines = append(d.lines, cells.Cut(l, d.f.W))
	}
}

// Room is how many of h lines are still free.
func (d *Reading) Room(h int) int { return h - len(d.lines) }

// All is all of it, however long.
func (d *Reading) All() []string { return d.Within(len(d.lines)) }

// Within is all of it in at most h lines. Where it does not fit the last line says
// how many more there are, and no head stands alone above that.
func (d *Reading) Within(h int) []string {
	lines := d.lines
	for len(lines) > 0 && lines[len(lines)-1] == "" {
		lines = lines[:len(lines)-1]
	}
	if len(lines) <= h {
		return lines
	}
	n := max(h-1, 0)
	for n > 0 && (lines[n-1] == "" || d.heads[n-1]) {
		n--
	}
	return append(lines[:n:n], d.f.Theme.Faint.Render(cells.Line(d.f.N("kit.more", len(lines)-n), d.f.W)))
}

// Said is a sentence with a text in it, or nothing where there is no text.
func Said(f *kit.Frame, key, text string) string {
	if strings.TrimSpace(text) == "" {
		return ""
	}
	return f.T(key, text)
}
