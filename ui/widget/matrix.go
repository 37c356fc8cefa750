package widget

import (
	"kwi/internal/cells"
	"kwi/ui/keys"
	"kwi/ui/kit"
	"kwi/ui/theme"
)

// Mark is what stands in one cell of a matrix: a sign, a grade, nothing.
type Mark struct {
	Text  string
	Style theme.Style
}

// MatrixColumn is one column, such as a respondent by their initials.
type MatrixColumn struct{ ID, Title string }

// MatrixRow is one row, with a mark for every column. Group is the head of the
// rows that follow it, such as a KWI over its questions.
type MatrixRow struct {
	ID, Title string
	Group     bool
	Marks     []Mark
	Sum       Mark // at the end of the row
}

// Matrix draws rows against columns: who judges what, who gave which grade.
// Where not everything fits it shows the part around the cell in hand.
type Matrix struct {
	Title   string // over the titles of the rows
	Corner  string // over the sums of the rows: what all of it comes to
	Columns []MatrixColumn
	Rows    []MatrixRow
	Pinned  []MatrixRow // right below the titles of the columns: always in view, never in hand
	Sums    []Mark      // below the columns; none for no such line
	Under   string      // before the sums, what they count
	Line    bool        // a faint line before the sums of the rows
	Firm    bool        // the heads of groups can be in hand too
	Quiet   bool        // nothing is in hand
}

// Grid is the cell in hand.
type Grid struct{ Row, Col List }

// Move goes one way: up, down and by page along the rows, left, right, home
// and end along the columns. w and h are what View is given.
func (m Matrix) Move(at Grid, way keys.Way, w, h int) Grid {
	s := m.shape(w)
	switch way {
	case keys.Left, keys.Right, keys.Home, keys.End:
		turned := map[keys.Way]keys.Way{keys.Left: keys.Up, keys.Right: keys.Down, keys.Home: keys.Home, keys.End: keys.End}
		at.Col = at.Col.Move(turned[way], len(m.Columns), s.columns)
	default:
		at.Row = at.Row.MoveOver(way, len(m.Rows), m.visible(h), m.skip())
	}
	return at
}

// In is the cell in hand as it is now, after rows or columns may have gone
// and with no head of a group in hand that cannot be.
func (m Matrix) In(at Grid) Grid {
	at.Col.At = at.Col.In(len(m.Columns))
	at.Row.At = firmRow(at.Row.In(len(m.Rows)), +1, len(m.Rows), m.skip())
	return at
}

func (m Matrix) skip() func(int) bool {
	if m.Firm {
		return nil
	}
	return func(i int) bool { return m.Rows[i].Group }
}

// visible is how many rows are seen in h lines.
func (m Matrix) visible(h int) int {
	room := h - 1 - len(m.Pinned)
	if len(m.Sums) > 0 {
		room--
	}
	if len(m.Rows) > room {
		room--
	}
	return max(room, 1)
}

// View draws at most h lines of at most w cells.
func (m Matrix) View(fr kit.Frame, at Grid, w, h int) []string {
	if w < 1 || h < 1 {
		return nil
	}
	at = m.In(at)
	d := matrixView{Matrix: m, t: fr.Theme, s: m.shape(w), at: at, w: w}
	d.from, d.to = at.Col.Window(len(m.Columns), d.s.columns)
	lines := []string{d.head()}
	for _, r := range m.Pinned {
		lines = append(lines, d.pinned(r))
	}
	from, to := at.Row.Window(len(m.Rows), m.visible(h))
	for i := from; i < to; i++ {
		lines = append(lines, d.row(i))
	}
	if len(m.Sums) > 0 {
		lines = append(lines, d.sums())
	}
	if more := More(fr, from, len(m.Rows)-to); more != "" {
		lines = append(lines, quietLine(fr, more, w))
	}
	return lines[:min(len(lines), h)]
}

// matrixShape is the widths of a matrix.
type matrixShape struct {
	title, mark, sum int
	columns          int // how many are in view
}

func (m Matrix) shape(w int) matrixShape {
	s := matrixShape{mark: 2, sum: cells.Width(m.Corner)}
	natural := cells.Width(m.Title)
	for _, c := range m.Columns {
		s.mark = max(s.mark, cells.Width(c.Title))
	}
	for _, k := range m.Sums {
		s.mark = max(s.mark, cells.Width(k.Text))
	}
	for _, rows := range [2][]MatrixRow{m.Pinned, m.Rows} {
		for _, r := range rows {
			natural = max(natural, cells.Width(r.Title)+m.indent(r))
			s.sum = max(s.sum, cells.Width(r.Sum.Text))
			for _, k := range r.Marks {
				s.mark = max(s.mark, cells.Width(k.Text))
			}
		}
	}
	s.mark = min(s.mark, 8) + 2
	rest := w - signMargin
	if s.sum > 0 {
		s.sum = min(s.sum, w/4)
		rest -= s.sum + columnGap
	}
	if m.Line {
		rest -= columnGap
	}
	s.columns = max(min((rest-min(natural, max(w/3, 8)))/s.mark, len(m.Columns)), 1)
	s.title = max(min(natural, rest-s.columns*s.mark), 0)
	return s
}

// indent is how far a title stands in: below heads of groups a bit.
func (m Matrix) indent(r MatrixRow) int {
	if r.Group {
		return 0
	}
	for _, o := range m.Rows {
		if o.Group {
			return signMargin
		}
	}
	return 0
}

// beyond tells with a sign that there are columns beyond those in view.
func beyond(t theme.Theme, there bool, sign string) string {
	if there {
		return t.Faint.Render(sign)
	}
	return " "
}
