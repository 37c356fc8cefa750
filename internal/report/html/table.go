package html

import (
	"strings"
	"unicode/utf8"

	"kwi/internal/report"
)

// long is from how many letters on a text asks for a column that is not narrow.
const long = 40

// unbroken is how many letters a word may have that stays whole, however narrow
// the screen is.
const unbroken = 24

// tableView is a table, in a box in which it scrolls where it is wider than the
// screen; the keyboard reaches that too. A group of its rows begins with a head.
type tableView struct {
	ID, Under string
	Caption   string
	Columns   []columnView
	Titled    bool // the columns have titles
	Groups    [][]rowView
}

// columnView is the head of a column.
type columnView struct {
	Title string
	Right bool
}

// Class is how a cell is set.
func (c cellView) Class() string {
	var all []string
	if c.Right {
		all = append(all, "right")
	}
	switch {
	case c.Figure:
		all = append(all, "figure")
	case utf8.RuneCountInString(c.Text) > long && c.Span == 0:
		all = append(all, "long")
	}
	if hasUnbroken(c.Text) {
		all = append(all, "breaks")
	}
	return strings.Join(all, " ")
}

// hasUnbroken reports whether a text has a word that must be broken.
func hasUnbroken(s string) bool {
	for word := range strings.FieldsSeq(s) {
		if utf8.RuneCountInString(word) > unbroken {
			return true
		}
	}
	return false
}

// rowView is a row.
type rowView struct {
	Head, Total bool
	Cells       []cellView
}

// cellView is a cell. Scope is that of a head: row, or rowgroup; "" is no head.
type cellView struct {
	Text   string
	Scope  string
	Right  bool
	Figure bool // a number, which is not broken
	Span   int  // over how many columns; 0 counts as 1
}

func newTableView(t report.Table, at place) *tableView {
	v := &tableView{ID: at.id, Under: at.under, Caption: clean(t.Caption)}
	for _, c := range t.Columns {
		title := clean(c.Title)
		v.Columns, v.Titled = append(v.Columns, columnView{title, c.Right}), v.Titled || title != ""
	}
	for _, r := range t.Rows {
		if r.Head || len(v.Groups) == 0 {
			v.Groups = append(v.Groups, nil)
		}
		last := &v.Groups[len(v.Groups)-1]
		*last = append(*last, newRowView(t.Columns, r))
	}
	return v
}

// newRowView is a row with a cell for every column. The first names the row, if
// it says anything; in the head of a group the last that says something takes
// the room that is left.
func newRowView(columns []report.Column, r report.Row) rowView {
	v, saying := rowView{Head: r.Head, Total: r.Total}, 0
	for i, c := range columns {
		cell := cellView{Right: c.Right}
		if i < len(r.Cells) {
			cell.Text, cell.Figure = clean(r.Cells[i].Text), r.Cells[i].Kind != report.Words
		}
		if cell.Text != "" {
			saying = i
		}
		switch {
		case cell.Text == "":
		case r.Head:
			cell.Scope = "rowgroup"
		case i == 0 && !c.Right && !cell.Figure:
			cell.Scope = "row"
		}
		v.Cells = append(v.Cells, cell)
	}
	if rest := len(v.Cells) - saying; r.Head && rest > 1 {
		v.Cells = v.Cells[:saying+1]
		v.Cells[saying].Span, v.Cells[saying].Right = rest, false
	}
	return v
}
