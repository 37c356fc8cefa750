// Package table reads what somebody already has of a client in a table of their
// own: respondents, KWIs with their questions, and the grades of earlier
// cycles, pasted or saved from a spreadsheet. Columns are recognised by their
// heads in both languages, wherever in the rows those stand. The cards of an
// address book become such a table.
//
// Nothing in a table is passed over in silence: what is not taken, or is read
// otherwise than it is written, stands in the proposal as an Oddity, and whom
// the table leaves open as Asked.
//
// A block with ticks in the columns of respondents is a matrix: it says who judges
// which question of the running cycle.
//
// Read makes a Table of rows, Plan holds it against a client and tells what
// would come of it and what is odd, and a Proposal is applied whole or not at
// all. Nothing that is there already is ever overwritten, but for what a matrix
// says, and that takes no answer away unasked. The package is pure and knows no
// file: whoever opens one hands the rows in.
package table

import (
	"slices"
	"strconv"
	"strings"

	"kwi/internal/account"
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
	Beyond int  // the first column with something in it that is too far to the right to be read, from 1; 0 for none
	Card   bool // it is the heads of cards of an address book, which are ours and not the user's
	// Uncomputed are the columns with a formula that has no result in the file, from 1.
	Uncomputed []int
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
	loose   []loose
	chosen  map[string]account.Initials // who somebody is whom the table leaves open, by the key of Asked
	columns map[string]string           // what the user says that a column of a form holds, by its head, folded
	replace bool                        // an answer of a form takes the place of another
	why     string                      // with what words that is a correction, where the outcome was told
}

// loose is rows that stand below no heads that we know.
type loose struct {
	first Row
	rows  int
	above bool // such heads come below them
}

// Read recognises the tables in rows.
func Read(rows []Row) (Table, error) {
	var t Table
	if len(rows) > MostRows {
		return t, tooLarge()
	}
	known, ticks, forms, cells := knownHeads(), knownTicks(), knownFormWords(), 0
	var now *tableBlock
	var above *loose
	for i, r := range rows {
		if cells += len(r.Cells); cells > MostCells {
			return Table{}, tooLarge()
		}
		r = t.clean(r)
		if i > 0 && rows[i-1].Sheet != r.Sheet {
			now, above = nil, nil
		}
		if now != nil && now.form != nil {
			now.rows = append(now.rows, r) // an answer may look like heads
			continue
		}
		bare := now == nil || now.matrix == nil && len(rows[i-1].Cells) == 0
		b, ok := formed(known, forms, r)
		var err error
		if !ok {
			b, ok, err = headed(known, ticks, r, rows[i+1:], bare)
		}
		switch {
		case err != nil:
			return Table{}, err
		case ok:
			t.blocks = append(t.blocks, b)
			now = &t.blocks[len(t.blocks)-1]
			if above != nil {
				above.above = true
			}
		case strings.Join(r.Cells, "") == "":
		case now != nil:
			now.rows = append(now.rows, r)
		case above == nil:
			t.loose = append(t.loose, loose{first: r, rows: 1})
			above = &t.loose[len(t.loose)-1]
		default:
			above.rows++
			if above.first.filled() < 2 && r.filled() > 1 {
				above.first = r
			}
		}
	}
	switch {
	case len(t.blocks) > 0:
		return t, nil
	case len(t.loose) == 0:
		return Table{}, fault.New(fault.BlankTable)
	}
	return Table{}, fault.New(fault.NoTable, t.loose[0].first.quoted())
}

// Replacing is the table where an answer of a form takes the place of another one that
// is there.
func (t Table) Replacing() Table {
	t.replace = true
	return t
}

// Because is the table with the words with which an answer is kept as a correction
// that takes the place of one of which the outcome was told.
func (t Table) Because(why string) Table {
	t.why = why
	return t
}

func tooLarge() error {
	return fault.New(fault.TableSize, strconv.Itoa(MostRows), strconv.Itoa(MostCells))
}

// filled is in how many cells of a row something stands.
func (r Row) filled() (n int) {
	for i := range r.Cells {
		if cellText(r, i) != "" {
			n++
		}
	}
	return n
}

// quoted is what stands in a row, the first of it, in quotes.
func (r Row) quoted() string {
	var all []string
	for i := range r.Cells {
		if s := cellText(r, i); s != "" && len(all) < mostQuoted {
			all = append(all, "“"+shortQuote(s)+"”")
		} else if s != "" {
			all = append(all, "…")
			break
		}
	}
	return strings.Join(all, ", ")
}

// mostQuoted is how many cells of a row are told of.
const mostQuoted = 6

// noResults are what a spreadsheet shows, and saves, where a formula has no result.
var noResults = map[string]bool{
	"#REF!": true, "#N/A": true, "#NAME?": true, "#VALUE!": true, "#DIV/0!": true, "#NUM!": true, "#NULL!": true, "#SPILL!": true, "#CALC!": true,
	"#VERW!": true, "#N/B": true, "#NAAM?": true, "#WAARDE!": true, "#DEEL/0!": true, "#GETAL!": true, "#LEEG!": true, "#OVERLOOP!": true,
}

// clean takes out of the cells what no text may hold, and what is none.
func (t *Table) clean(r Row) Row {
	cells := make([]string, len(r.Cells))
	for i, s := range r.Cells {
		text, dirty := questionnaire.Clean(s)
		if noResults[strings.ToUpper(strings.TrimSpace(text))] {
			r.Uncomputed, text = append(slices.Clip(r.Uncomputed), i+1), ""
		}
		cells[i] = text
		if dirty {
			t.cleaned = append(t.cleaned, Place{r.Sheet, r.Number, i + 1}.String())
		}
	}
	r.Cells = cells
	return r
}
