package table

import (
	"cmp"
	"slices"
	"strings"

	"kwi/internal/lang"
	"kwi/internal/text"
)

// Recognised is a column that is read, and as what.
type Recognised struct {
	At   Place
	Head string
	As   Column // "" where Of says it
	Of   Use
	Card bool // of an address book
}

// Use is what stands in a column whose head is a respondent's.
type Use string

// The uses.
const (
	GradesOf    Use = "grades"
	RelevanceOf Use = "relevance"
	TicksOf     Use = "ticks"
)

// recognised are the columns that are read of all blocks. Where a later block has
// the same heads as one before it they are not told again.
func (w *planWork) recognised() {
	told := map[Recognised]bool{}
	for i := range w.blocks {
		b := w.asRead(&w.blocks[i])
		var all []Recognised
		add := func(column int, as Column, of Use) {
			r := Recognised{Head: shortQuote(cellText(b.head, column)), As: as, Of: of, Card: b.head.Card}
			if first := told[r]; column < 0 || first {
				return
			}
			told[r] = true
			r.At = Place{b.head.Sheet, b.head.Number, column + 1}
			all = append(all, r)
		}
		for c, column := range b.at {
			if c == Question && cellText(b.head, column) == "" {
				continue // the questions of a matrix stand below no head
			}
			add(column, c, "")
		}
		for _, v := range b.waves {
			add(v.column, Recommend, "")
		}
		ticks := w.crossing[&w.blocks[i]]
		for _, column := range ticks {
			add(column, "", TicksOf)
		}
		if ticks == nil {
			for _, g := range b.wide {
				add(g.column, "", GradesOf)
				add(g.relevance, "", RelevanceOf)
			}
		}
		slices.SortFunc(all, func(a, b Recognised) int { return cmp.Compare(a.At.Column, b.At.Column) })
		w.p.Heads = append(w.p.Heads, all...)
	}
}

// Say is it as a part of a list, without the place.
func (r Recognised) Say(w *lang.Words) string {
	if r.Of != "" {
		return w.T("table.heads."+string(r.Of), r.Head)
	}
	head := r.Head
	if r.Card {
		head = cardHead(w, head)
	}
	return w.T("table.heads.as", head, columnName(w, r.As))
}

// columnName is how a column is called: the first of the words for it.
func columnName(w *lang.Words, c Column) string {
	first, _, _ := strings.Cut(w.T("table.head."+string(c)), "|")
	return text.Line(first)
}
