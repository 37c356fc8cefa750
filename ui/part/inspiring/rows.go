package inspiring

import (
	"slices"
	"strings"

	"kwi/internal/cells"
	"kwi/internal/guide"
	"kwi/ui/keys"
	"kwi/ui/kit"
	"kwi/ui/part"
	"kwi/ui/theme"
)

// kind is what a row is.
type kind byte

const (
	headRow    kind = iota // what stands over others; the cursor passes it
	valueRow               // a value itself
	askRow                 // a question to ask
	exampleRow             // a sentence to grade
)

// row is something to read that the cursor rests on as a whole, however many
// lines it takes.
type row struct {
	kind  kind
	text  string
	lines []string // of the same text, wrapped
	more  []string // below it, standing back
	large bool     // they are drawn already, in letters of dots
}

func (r row) height() int { return len(r.lines) + len(r.more) }

// listRows are the values by their names. For the supplier its own are marked.
func listRows(f *kit.Frame, values []guide.Inspiring, w int) (rows []row) {
	for _, v := range values {
		name := v.Title
		if v.Own && f.Audience == kit.Manager {
			name = f.T("inspiring.own", v.Title)
		}
		rows = append(rows, row{kind: valueRow, text: v.Title, lines: cells.Wrap(name, w-signWidth)})
	}
	if f.Audience != kit.Manager {
		drawLarge(f, rows, w-signWidth)
	}
	return rows
}

// largeFrom are the lines of a body from which on something is drawn in letters of
// dots while the client looks along.
const largeFrom = 16

// drawLarge draws what can be chosen for a whole room, names in one size and
// sentences in one.
func drawLarge(f *kit.Frame, rows []row, w int) {
	if f.H < largeFrom {
		return
	}
	for _, group := range []struct {
		kind kind
		most int
	}{{valueRow, f.H / 4}, {askRow, f.H / 2}, {exampleRow, f.H / 2}} {
		var at []int
		var said []string
		for i, r := range rows {
			if r.kind == group.kind {
				at, said = append(at, i), append(said, strings.Join(r.lines, " "))
			}
		}
		for n, lines := range part.LargeAlike(f, w, group.most, said...) {
			rows[at[n]].lines, rows[at[n]].large = append(lines, ""), true
		}
	}
}

// valueRows are all that stands in a value.
func valueRows(f *kit.Frame, v guide.Inspiring, w int) []row {
	w -= signWidth
	first := row{kind: valueRow, text: v.Title, lines: cells.Wrap(v.Title, w)}
	if v.Meaning != "" {
		first.more = cells.Wrap(v.Meaning, w)
	}
	rows := []row{first}
	group := func(head string, kind kind, texts []string, said func(string) string) {
		for i, text := range texts {
			if i == 0 {
				rows = append(rows, row{lines: append([]string{""}, cells.Wrap(head, w)...)})
			}
			rows = append(rows, row{kind: kind, text: text, lines: cells.Wrap(said(text), w)})
		}
	}
	group(f.T("inspiring.ask"), askRow, v.Ask, func(s string) string { return "“" + s + "”" })
	group(guide.For(f.Words.Tag()).Interview().Example, exampleRow, v.Examples, func(s string) string { return s })
	if f.Audience != kit.Manager {
		drawLarge(f, rows, w)
	}
	return rows
}

// cursor is the row in hand and the first line in view.
type cursor struct{ at, top int }

// in is the row in hand, after some may have gone.
func (c cursor) in(rows []row) int { return max(min(c.at, len(rows)-1), 0) }

// place is on which lines a row stands.
func place(rows []row, at int) (from, to int) {
	for _, r := range rows[:at] {
		from += r.height()
	}
	return from, from + rows[at].height()
}

// room is how many of h lines the rows have: of more, one says how they go on.
func room(rows []row, h int) int {
	total := 0
	for _, r := range rows {
		total += r.height()
	}
	if total > h {
		return max(h-1, 1)
	}
	return max(h, 1)
}

// move goes one way. A row that goes on below the window, or above it, is read
// to its end before the cursor leaves it.
func (c cursor) move(way keys.Way, rows []row, h int) cursor {
	if len(rows) == 0 {
		return cursor{}
	}
	c.at = c.in(rows)
	h = room(rows, h)
	c = c.seen(rows, h)
	from, to := place(rows, c.at)
	switch way {
	case keys.Down:
		if to > c.top+h {
			c.top = min(c.top+max(h-1, 1), to-h)
			return c
		}
		c.at = next(rows, c.at, 1)
	case keys.Up:
		if from < c.top {
			c.top = max(c.top-max(h-1, 1), from)
			return c
		}
		c.at = next(rows, c.at, -1)
	case keys.PageDown:
		for n, goal := c.at, from+h; n < len(rows); n++ {
			if start, _ := place(rows, n); rows[n].kind != headRow && start <= goal {
				c.at = n
			}
		}
	case keys.PageUp:
		for n, goal := c.at, from-h; n >= 0; n-- {
			if start, _ := place(rows, n); rows[n].kind != headRow && start >= goal {
				c.at = n
			}
		}
	case keys.Home:
		c.at = next(rows, -1, 1)
	case keys.End:
		c.at = next(rows, len(rows), -1)
	}
	return c.seen(rows, h)
}

// next is the row one way on which the cursor may rest, or the same.
func next(rows []row, at, step int) int {
	for i := at + step; i >= 0 && i < len(rows); i += step {
		if rows[i].kind != headRow {
			return i
		}
	}
	return max(min(at, len(rows)-1), 0)
}

// seen is the cursor with its row in view, with what stands over it where that
// fits.
func (c cursor) seen(rows []row, h int) cursor {
	from, to := place(rows, c.at)
	if to-from > h { // of a row that is higher than the window a part of it
		c.top = max(min(c.top, to-h), from)
		return c
	}
	head := from
	for i := c.at - 1; i >= 0 && rows[i].kind == headRow; i-- {
		head -= rows[i].height()
	}
	if to-head > h {
		head = from
	}
	_, end := place(rows, len(rows)-1)
	c.top = max(min(c.top, head, end-h), to-h, 0)
	for i := range c.at { // half a letter is not read
		if above, below := place(rows, i); rows[i].large && above < c.top && c.top < below {
			c.top = below
		}
	}
	return c
}

// signWidth is what the sign of the row in hand takes.
const signWidth = 2

// view draws the rows on h lines. Where the cursor is elsewhere no row is
// marked.
func (c cursor) view(f *kit.Frame, rows []row, w, h int, marked bool) []string {
	if len(rows) == 0 {
		return nil
	}
	c.at = c.in(rows)
	h = room(rows, h)
	c = c.seen(rows, h)
	var lines []string
	for i, r := range rows {
		look, sign := lookOf(f.Theme, r.kind), "  "
		if i == c.at && marked {
			look, sign = f.Theme.Strong, f.Theme.Accent.Render(f.Theme.Glyphs.Cursor)+" "
		}
		for n, l := range r.lines {
			if n > 0 {
				sign = "  "
			}
			if !r.large {
				l = look.Render(l)
			}
			lines = append(lines, sign+l)
		}
		for _, l := range r.more {
			lines = append(lines, "  "+f.Theme.Faint.Render(l))
		}
	}
	to := min(c.top+h, len(lines))
	shown := slices.Clone(lines[c.top:to])
	switch {
	case len(lines) <= h:
	case to == len(lines):
		shown = append(shown, "  "+f.Theme.Faint.Render(cells.Line(f.T("kit.scroll.end", c.top+1, to, len(lines)), w-signWidth)))
	default:
		shown = append(shown, "  "+f.Theme.Faint.Render(cells.Line(f.T("kit.scroll.more", c.top+1, to, len(lines)), w-signWidth)))
	}
	return shown
}

// lookOf is how a row looks that is not in hand.
func lookOf(t theme.Theme, k kind) theme.Style {
	if k == headRow {
		return t.Accent
	}
	return t.Text
}
