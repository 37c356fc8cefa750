package xlsx

import (
	"strings"

	"kwi/internal/report"
)

// noValue stands where nothing can be computed.
const noValue = "–"

// formula is a computation in the words of a workbook; "" where a cell that it
// needs is not there.
func (b *monitorBook) formula(f report.Formula) string {
	grades, weights, ok := b.ranges(f.Grades, f.Weights)
	if !ok || len(grades) == 0 {
		return ""
	}
	some := func(f string) string {
		return "IF(COUNT(" + strings.Join(grades, ",") + `)=0,"` + noValue + `",` + f + ")"
	}
	switch f.Op {
	case report.Score:
		points := make([]string, len(grades))
		for i := range grades {
			points[i] = product(grades[i], weights[i])
		}
		return some("ROUND((" + strings.Join(points, "+") + ")/SUM(" + strings.Join(weights, ",") + "),2)")
	case report.Average:
		return some("ROUND(AVERAGE(" + strings.Join(grades, ",") + "),2)")
	case report.Answers:
		return "COUNT(" + strings.Join(grades, ",") + ")"
	case report.Weight:
		return "IF(ISNUMBER(" + grades[0] + "),IF(" + weights[0] + `="<",1,IF(` + weights[0] + `=">",3,2)),0)`
	case report.Same:
		return grades[0]
	case report.Less:
		return "IF(COUNT(" + grades[0] + "," + weights[0] + ")=2,ROUND(" + grades[0] + "-" + weights[0] + `,2),"` + noValue + `")`
	}
	return ""
}

// product is grades times what they count for. Where it is one cell it is
// a sum of one: programs differ in what a range, or N(), of an empty cell is.
func product(grades, weights string) string {
	if strings.Contains(grades, ":") {
		return "SUMPRODUCT(" + grades + "," + weights + ")"
	}
	return "SUM(" + grades + ")*" + weights
}

// ranges are two rows of cells as ranges of the workbook, each with its
// partner. What lies between two questions of one list is empty, so a range
// goes over it.
func (b *monitorBook) ranges(grades, weights []report.Ref) (left, right []string, ok bool) {
	for i := 0; i < len(grades); {
		j := i
		for j+1 < len(grades) && b.near(grades[j], grades[j+1]) && b.near(weights[j], weights[j+1]) {
			j++
		}
		l, ok1 := b.area(grades[i], grades[j])
		r, ok2 := b.area(weights[i], weights[j])
		if !ok1 || !ok2 {
			return nil, nil, false
		}
		left, right = append(left, l), append(right, r)
		i = j + 1
	}
	return left, right, len(grades) == len(weights)
}

// near reports whether one cell lies below another with nothing that counts in
// between.
func (b *monitorBook) near(above, below report.Ref) bool {
	p := b.places[above.Table]
	if p == nil || above.Table != below.Table || above.Col != below.Col || below.Row <= above.Row || below.Row >= len(p.table.Rows) {
		return false
	}
	for _, r := range p.table.Rows[above.Row+1 : below.Row] {
		if above.Col < len(r.Cells) && (r.Cells[above.Col].Kind != report.Words || r.Cells[above.Col].Text != "") {
			return false
		}
	}
	return true
}

// area is a range of cells, or one cell.
func (b *monitorBook) area(from, to report.Ref) (string, bool) {
	p := b.places[from.Table]
	if p == nil || from.Row >= len(p.rows) || to.Row >= len(p.rows) || from.Col >= len(p.from) {
		return "", false
	}
	column := p.from[from.Col]
	name := p.sheet.quoted() + cellName(column, p.rows[from.Row])
	if from != to {
		name += ":" + cellName(column, p.rows[to.Row])
	}
	return name, true
}

// quoted is the name of a sheet before a cell.
func (s *sheetLayout) quoted() string { return "'" + strings.ReplaceAll(s.name, "'", "''") + "'!" }
