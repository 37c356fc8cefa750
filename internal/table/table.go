// Package table reads what somebody already has of a client in a table of his
// own: respondents, KWIs with their questions, and the grades of earlier
// cycles, pasted or saved from a spreadsheet. Columns are recognised by their
// heads in both languages, wherever in the rows those stand.
//
// Read makes a Table of rows, Plan holds it against a client and tells what
// would come of it and what is odd, and a Proposal is applied whole or not at
// all. Nothing that is there already is ever overwritten. The package is pure
// and knows no file: whoever opens one hands the rows in.
package table

import (
	"strconv"
	"strings"

	"kwi/internal/fault"
	"kwi/internal/questionnaire"
)

// The limits of a table. An old monitor of ten cycles, eight respondents and
// thirty questions has 2,400 grades.
const (
	MostBytes  = 8 << 20
	MostRows   = 5000
	MostCells  = 50_000
	mostOddity = 200 // what is told of; the rest is counted
)

// Row is one row of a table as it came.
type Row struct {
	Sheet  int // from 1 where the file has several, else 0
	Number int // as the spreadsheet counts
	Cells  []string
}

// Place is a cell.
type Place struct{ Sheet, Row, Column int }

// String names it as a spreadsheet does: C14, or 2!C14 on the second sheet.
func (p Place) String() string {
	s := ""
	for n := p.Column; n > 0; n = (n - 1) / 26 {
		s = string(rune('A'+(n-1)%26)) + s
	}
	s += strconv.Itoa(p.Row)
	if p.Sheet > 0 {
		s = strconv.Itoa(p.Sheet) + "!" + s
	}
	return s
}

// Table is what was recognised. Nothing of it was held against anybody yet.
type Table struct {
	blocks  []tableBlock
	cleaned []string // the places where characters were taken out
}

// tableBlock is the rows below one row of heads.
type tableBlock struct {
	head Row
	at   map[Column]int // the columns, from 0
	wide []grades
	rows []Row
}

// grades is a column of one respondent's grades.
type grades struct {
	who               string
	column, relevance int // relevance is -1 where it has no column
}

// has tells whether the block has all of these columns.
func (b *tableBlock) has(all ...Column) bool {
	for _, c := range all {
		if _, ok := b.at[c]; !ok {
			return false
		}
	}
	return true
}

// any tells whether it has one of them.
func (b *tableBlock) any(some ...Column) bool {
	for _, c := range some {
		if b.has(c) {
			return true
		}
	}
	return false
}

// people tells whether the rows are about respondents, kwis whether they tell
// of KWIs or questions, graded whether there are grades in them.
func (b *tableBlock) people() bool {
	return b.has(Initials) && b.any(Name, Email, Function, Level, Language, Left)
}
func (b *tableBlock) kwis() bool {
	return b.any(KWI, Title, Code, Question) && b.any(Title, Expectation, Wished, Target, Question)
}
func (b *tableBlock) graded() bool { return b.has(Grade) || len(b.wide) > 0 }

// Read recognises the tables in rows.
func Read(rows []Row) (Table, error) {
	var t Table
	if len(rows) > MostRows {
		return t, fault.New(fault.TableSize, strconv.Itoa(MostRows), strconv.Itoa(MostCells))
	}
	known, cells := knownHeads(), 0
	var now *tableBlock
	for i, r := range rows {
		if cells += len(r.Cells); cells > MostCells {
			return Table{}, fault.New(fault.TableSize, strconv.Itoa(MostRows), strconv.Itoa(MostCells))
		}
		r = t.clean(r)
		if i > 0 && rows[i-1].Sheet != r.Sheet {
			now = nil
		}
		b, ok, err := headed(known, r)
		switch {
		case err != nil:
			return Table{}, err
		case ok:
			t.blocks = append(t.blocks, b)
			now = &t.blocks[len(t.blocks)-1]
		case now != nil && strings.Join(r.Cells, "") != "":
			now.rows = append(now.rows, r)
		}
	}
	if len(t.blocks) == 0 {
		return Table{}, fault.New(fault.NoTable)
	}
	return t, nil
}

// clean takes out of the cells what no text may hold.
func (t *Table) clean(r Row) Row {
	cells := make([]string, len(r.Cells))
	for i, s := range r.Cells {
		text, dirty := questionnaire.Clean(s)
		cells[i] = text
		if dirty {
			t.cleaned = append(t.cleaned, Place{r.Sheet, r.Number, i + 1}.String())
		}
	}
	r.Cells = cells
	return r
}

// cell is what stands in a column of a row, on one line, and where.
func (b *tableBlock) cell(r Row, c Column) (string, Place) {
	i, ok := b.at[c]
	if !ok {
		return "", Place{r.Sheet, r.Number, 1}
	}
	return cellText(r, i), Place{r.Sheet, r.Number, i + 1}
}

func cellText(r Row, i int) string {
	if i < 0 || i >= len(r.Cells) {
		return ""
	}
	return strings.Join(strings.Fields(r.Cells[i]), " ")
}

// block is the same with its lines.
func (b *tableBlock) lines(r Row, c Column) (string, Place) {
	s, at := b.cell(r, c)
	if i, ok := b.at[c]; ok && i < len(r.Cells) {
		s = strings.TrimSpace(r.Cells[i])
	}
	return s, at
}
