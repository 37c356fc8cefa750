package pdf

import "kwi/internal/report"

// figuresCell is the block with the table of figures: a row for each quantity,
// what was, what is wanted, how far it is and how far from that, and a bar.
type figuresCell struct{ planCell }

// figuresColumns are the parts of the width: the name, four figures, the bar.
var figuresColumns = [6]float64{0.28, 0.155, 0.155, 0.155, 0.14, 0.115}

// font is what all figures are set in: no larger than what fits in its column, down
// to a floor below which only what is too wide becomes smaller.
func (k figuresCell) font() fontAtSize {
	f := fontAtSize{boldFace, min(k.size, 13)}
	for _, r := range k.block.Figures.Rows {
		for i, text := range []string{r.Name, r.LastYear.Text, r.Wanted.Text, r.SoFar.Text, r.Difference} {
			for f.size > 8.5 && f.width(cleanForSetting(text)) > k.column(i)-1.5 {
				f.size -= 0.25
			}
		}
	}
	f.face = regular
	return f
}

func (k figuresCell) row() float64 { return k.font().line() + 1.4 }

// columnHeads are the names of the columns, broken to their width.
func (k figuresCell) columnHeads() (out [4][]string, lines int) {
	t := k.block.Figures
	small := fontAtSize{regular, 7.5}
	for i, head := range []string{t.LastYear, t.Wanted, t.SoFar, t.Difference} {
		out[i] = small.wrap(head, k.column(i+1)-1.5)
		lines = max(lines, len(out[i]))
	}
	return out, lines
}

func (k figuresCell) column(i int) float64 { return figuresColumns[i] * (k.w - 2*blockPad) }

func (k figuresCell) notes() (out []string) {
	for _, note := range k.block.Figures.Notes {
		out = append(out, fontAtSize{oblique, 7.5}.wrap(note, k.w-2*blockPad)...)
	}
	return out
}

func (k figuresCell) high() float64 {
	_, lines := k.columnHeads()
	small := fontAtSize{regular, 7.5}
	return 2*blockPad + float64(len(k.title()))*k.titleFont().line() + 2 + float64(lines+len(k.notes()))*small.line() + 2 + float64(len(k.block.Figures.Rows))*k.row()
}

// put draws the table in a box. Figures that are wider than their column
// become smaller; so do all where the box is too low.
func (k figuresCell) put(p *paperDocument, x, y, h float64) {
	for k.size > blockFloor/2 && k.high() > h+roundingSlack {
		k.size -= 0.25
	}
	at := k.frame(p, x, y, h)
	left := x + blockPad
	small := fontAtSize{regular, 7.5}
	heads, lines := k.columnHeads()
	for j, head := range heads {
		to := left
		for i := range j + 2 {
			to += k.column(i)
		}
		for i, text := range head {
			p.right(to, at+float64(lines-len(head)+i)*small.line(), text, fitted(small, text, k.column(j+1)), quietColour)
		}
	}
	at += float64(lines)*small.line() + 1
	p.line(left, at, x+k.w-blockPad, at, 0.25, accent)
	row := k.row()
	if n := len(k.block.Figures.Rows); n > 0 {
		row += min((h-k.high())/float64(n), 2.5) // the room that is left
	}
	for _, r := range k.block.Figures.Rows {
		k.figure(p, r, left, at, row)
		at += row
		p.line(left, at, x+k.w-blockPad, at, 0.1, ruleColour)
	}
	p.lines(left, at+1, k.notes(), fontAtSize{oblique, 7.5}, quietColour)
}

// figure draws one row of such a height.
func (k figuresCell) figure(p *paperDocument, r report.PlanFigure, x, y, row float64) {
	f := k.font()
	top := y + (row-f.line())/2
	p.text(x, top, r.Name, fitted(f, r.Name, k.column(0)-1), inkColour)
	x += k.column(0)
	for i, text := range []string{r.LastYear.Text, r.Wanted.Text, r.SoFar.Text, r.Difference} {
		one, c := f, inkColour
		if i == 2 {
			one.face = boldFace
		}
		if i == 0 || i == 3 {
			c = quietColour
		}
		x += k.column(i + 1)
		p.right(x, top, text, fitted(one, text, k.column(i+1)-1.5), c)
	}
	if r.Reached < 0 {
		return
	}
	wide, high := k.column(5)-2, f.line()*0.45
	top = y + (row-high)/2
	p.box(x+2, top, wide, high, ground)
	p.box(x+2, top, wide*float64(r.Reached)/1000, high, softColour)
}
