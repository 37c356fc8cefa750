// Package report makes the customer value monitor, the minutes of a session, the
// page for colleagues and the A3 plan of a client as documents: headings, texts, tables, bars and
// lines, as values and in one language, for one audience. report/xlsx,
// report/pdf, report/markdown and report/html turn a Document into bytes.
//
// It is pure: it knows the domain, the scores, the words and no format, no
// file and no clock. What the audience may not see is not in the Document.
package report

import (
	"kwi/internal/account"
	"kwi/internal/score"
)

// Audience is for whom a document is. The zero value is the client, so that
// whoever forgets to say it shows too little, never too much.
type Audience byte

// The audiences.
const (
	ForClient Audience = iota
	Internal
)

// Document is a report as values.
type Document struct {
	Language string // nl or en
	Title    string // the monitor, in words
	Client   string
	Supplier string
	Cycle    string
	Audience Audience
	For      string       // for whom it is, in words
	Made     string       // the day it was made, in words
	Day      account.Date // the same day
	Computed string       // what a form that computes says of what it does not, "" where nothing is computed
	Parts    []Part
}

// Part is a chapter: a sheet of a workbook, a bookmark of a PDF, a heading of
// Markdown.
type Part struct {
	ID     string // stable, ASCII: summary, respondents, kwis, assignment, scores, trend, lists, actions, insight, analysis
	Title  string
	Blocks []Block
}

// Block is one piece of a part: a Headline, Heading, Text, Table, Bars or Lines.
type Block interface{ block() }

// Headline is the one figure that a document is about and how it changed. It
// stands above everything else, and as large as a format can make it.
type Headline struct {
	Label  string // what the figure is
	Figure Cell
	Change Cell   // Missing where there is nothing to compare with
	About  string // since when it changed, or why no change is told
}

// Sentence is the headline as one line of text.
func (h Headline) Sentence() string {
	out := h.Label + " " + h.Figure.Text
	if !h.Change.Missing {
		return out + ", " + h.Change.Text + " " + h.About
	}
	return out + "; " + h.About
}

// Heading is a heading within a part. One that opens all that is told of a KWI
// says of which; the code in it is otherwise 0.
type Heading struct {
	Text string
	KWI  account.KWICode
}

// Text is a paragraph. Quote marks somebody's own words, Quiet what stands
// back, Lead what matters most.
type Text struct {
	Text               string
	Quote, Quiet, Lead bool
}

// Table is rows under a head.
type Table struct {
	Name    string // unique in the document where other cells refer to it, else ""
	Caption string
	Columns []Column
	Rows    []Row
}

// Column is one column of a table.
type Column struct {
	Title string
	Share int  // of the width, against the other columns; 0 counts as 1
	Right bool // figures stand at the right
}

// Row is one row of a table, a cell for every column.
type Row struct {
	Cells []Cell
	Head  bool // the head of a group of rows
	Total bool // the sum of what is above
}

// CellKind is what a cell holds.
type CellKind byte

// The kinds of cell.
const (
	Words       CellKind = iota // Text alone
	Count                       // a whole number
	Decimal                     // hundredths, shown with two decimals
	Change                      // hundredths, shown with two decimals and their sign
	Balance                     // a whole number, shown with its sign
	Day                         // days since 1 January 1970
	Tenth                       // hundredths, shown with one decimal
	TenthChange                 // hundredths, shown with one decimal and their sign
)

// Cell is one cell of a table. Text is always how it reads; for a number the
// value itself stands beside it, and where it is computed from other cells
// also from which, so that a workbook can compute it again.
type Cell struct {
	Text    string
	Kind    CellKind
	Number  int // a count, or hundredths
	Missing bool
	Formula *Formula
}

// Formula says how a cell follows from the answers in another table.
type Formula struct {
	Op      Op
	Grades  []Ref // the cells with grades, empty ones included
	Weights []Ref // the cells with weights 1, 2, 3, in the same order
}

// Op is the computation of a Formula.
type Op byte

// The computations of method.md §5.
const (
	Score   Op = iota // Σ grade × weight / Σ weight
	Average           // Σ grade / number of grades
	Answers           // number of grades
	Weight            // 1, 2 or 3 of the sign < N > in Weights, where there is a grade
	Less              // the figure in Grades less the one in Weights
	Same              // the figure in Grades
)

// Ref is a cell of a named table, counted from 0 without the head.
type Ref struct {
	Table    string
	Row, Col int
}

// Bars are figures beside each other on one scale, on which the distance to the
// target can be seen.
type Bars struct {
	Caption string
	About   string // how to read them: the scale, in words
	Bars    []Bar
	Scale   score.Scale // see Reach
	Source  *Source     // its columns are those of score, average and target
}

// Reach is the scale that the figures are drawn on: what was given, or else that
// of the figures themselves.
func (b *Bars) Reach() score.Scale {
	if b.Scale != (score.Scale{}) {
		return b.Scale
	}
	var all []score.Figure
	for _, one := range b.Bars {
		all = append(all, one.Score, one.Average, one.Target)
	}
	return score.ScaleOf(all)
}

// Bar is the figures of one KWI or of the total; None where there is none.
type Bar struct {
	KWI                    account.KWICode // 0 of the total
	Label                  string
	Score, Average, Target score.Figure
	By                     account.AnswersBy // by group the score has one decimal, and there is no average
}

// Lines are figures over the cycles, all of them on one scale. Where a chart is
// drawn from cells, only an empty one ends a line: for that a line that breaks
// stands a second time in Pieces, a row for each piece.
type Lines struct {
	Caption string
	Cycles  []string
	Lines   []Line
	Scale   score.Scale // see Reach
	Target  string      // how the target is called
	Source  *Source     // its columns are those of the cycles
	Targets *Source     // the same of the targets; nil where there is none
	Pieces  Table       // the lines that break, a row for each piece; no rows where none does
}

// Reach is the scale that all lines are drawn on: what was given, or else that
// of their own figures.
func (l *Lines) Reach() score.Scale {
	if l.Scale != (score.Scale{}) {
		return l.Scale
	}
	var all []score.Figure
	for _, one := range l.Lines {
		all = append(append(all, one.Figures...), one.Targets...)
	}
	return score.ScaleOf(all)
}

// Source tells where the figures of bars or lines stand too: a row for each of
// them, in the same order, in a named table. -1 is a column that is not there.
type Source struct {
	Table   string
	Row     int // the first of them
	Label   int // the column of the labels
	Columns []int
}

// Line is one KWI, or the total, over the cycles; None is a gap.
type Line struct {
	KWI     account.KWICode // 0 of the total
	Label   string
	Total   bool
	Figures []score.Figure
	By      []account.AnswersBy // of each figure: by group it has one decimal
	Broken  []bool              // of each figure: it speaks of something else than the one before
	Targets []score.Figure      // what was aimed for in each cycle; none for the total
	Pieces  []int               // of one that breaks, its rows in Lines.Pieces
}

// Target is what was aimed for in a cycle.
func (l Line) Target(i int) score.Figure {
	if i >= 0 && i < len(l.Targets) {
		return l.Targets[i]
	}
	return score.None
}

// BrokenAt reports whether no line leads to a figure from the one before.
func (l Line) BrokenAt(i int) bool { return i < len(l.Broken) && l.Broken[i] }

// At is how the figure of a cycle is shown.
func (l Line) At(i int) account.AnswersBy {
	if i < len(l.By) {
		return l.By[i]
	}
	return account.ByName
}

func (Headline) block() {}
func (Heading) block()  {}
func (Text) block()     {}
func (Table) block()    {}
func (Bars) block()     {}
func (Lines) block()    {}
