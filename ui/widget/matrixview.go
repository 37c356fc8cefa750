package widget

import (
	"strings"

	"kwi/internal/cells"
	"kwi/ui/theme"
)

// matrixView is a matrix while it is being drawn.
type matrixView struct {
	Matrix
	t        theme.Theme
	s        matrixShape
	at       Grid
	w        int
	from, to int // the columns in view
}

// head draws the titles of the columns, the one in hand lit.
func (d matrixView) head() string {
	var b strings.Builder
	b.WriteString(cells.Spaces(signMargin) + d.t.Faint.Render(cells.Fit(d.Title, d.s.title)))
	for c := d.from; c < d.to; c++ {
		look := d.t.Faint
		if c == d.at.Col.At && !d.Quiet {
			look = d.t.Accent
		}
		title := cells.Line(d.Columns[c].Title, d.s.mark-2)
		b.WriteString(cells.Spaces(d.s.mark-2-cells.Width(title)) + beyond(d.t, c == d.from && c > 0, "‹"))
		b.WriteString(look.Render(title) + beyond(d.t, c == d.to-1 && d.to < len(d.Columns), "›"))
	}
	return d.end(&b, Mark{d.Corner, d.t.Faint})
}

// row draws one row, with ▸ before and ‹ › around what is in hand.
func (d matrixView) row(i int) string {
	var b strings.Builder
	r, inHand := d.Rows[i], i == d.at.Row.At && !d.Quiet
	look := d.t.Text
	if r.Group {
		look = d.t.Strong
	}
	indent := d.indent(r)
	b.WriteString(cells.Spaces(indent))
	if inHand {
		look = d.t.Accent
		b.WriteString(d.t.Accent.Render(d.t.Glyphs.Cursor) + " ")
	} else {
		b.WriteString(cells.Spaces(signMargin))
	}
	b.WriteString(look.Render(cells.Fit(r.Title, d.s.title-indent)))
	for c := d.from; c < d.to; c++ {
		k := Mark{}
		if c < len(r.Marks) {
			k = r.Marks[c]
		}
		b.WriteString(d.mark(k, inHand && c == d.at.Col.At))
	}
	return d.end(&b, r.Sum)
}

// mark draws one cell, as wide as all.
func (d matrixView) mark(k Mark, inHand bool) string {
	text := cells.Line(k.Text, d.s.mark-2)
	left := cells.Spaces(d.s.mark - 2 - cells.Width(text))
	if inHand {
		if text == "" {
			left, text = left[:max(len(left)-1, 0)], " "
		}
		return left + d.t.Accent.Render("‹") + d.t.Accent.Render(text) + d.t.Accent.Render("›")
	}
	return left + " " + k.Style.Render(text) + " "
}

// pinned draws a quiet row that cannot be in hand.
func (d matrixView) pinned(r MatrixRow) string {
	var b strings.Builder
	b.WriteString(cells.Spaces(signMargin) + d.t.Faint.Render(cells.Fit(r.Title, d.s.title)))
	for c := d.from; c < d.to; c++ {
		k := Mark{}
		if c < len(r.Marks) {
			k = r.Marks[c]
		}
		b.WriteString(d.mark(k, false))
	}
	return d.end(&b, r.Sum)
}

// sums draws the line below the columns.
func (d matrixView) sums() string { return d.pinned(MatrixRow{Title: d.Under, Marks: d.Sums}) }

// end closes a line with the sum of its row.
func (d matrixView) end(b *strings.Builder, sum Mark) string {
	if d.Line {
		b.WriteString(d.t.Faint.Render(d.t.Glyphs.Column) + " ")
	}
	if sum.Text != "" {
		text := cells.Line(sum.Text, d.s.sum)
		b.WriteString(cells.Spaces(columnGap+d.s.sum-cells.Width(text)) + sum.Style.Render(text))
	}
	return cells.Cut(strings.TrimRight(b.String(), " "), d.w)
}
