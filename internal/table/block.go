package table

import (
	"slices"
	"strings"

	"kwi/internal/account"
	"kwi/internal/text"
)

// tableBlock is the rows below one row of heads.
type tableBlock struct {
	head   Row
	at     map[Column]int // the columns, from 0
	wide   []grades
	waves  []wave // the columns with recommendations of one period each
	unread []unread
	rows   []Row
	matrix *matrixHeads // the columns with ticks, nil where there are none
	form   *formHeads   // nil where it is no form
}

// grades is a column of one respondent's grades.
type grades struct {
	who               string
	column, relevance int // relevance is -1 where it has no column
}

// unread is a column of which nothing is taken, and why.
type unread struct {
	column int
	why    Ground
	values []string
}

// has reports whether the block has all of these columns.
func (b *tableBlock) has(all ...Column) bool {
	for _, c := range all {
		if _, ok := b.at[c]; !ok {
			return false
		}
	}
	return true
}

// any reports whether it has one of them.
func (b *tableBlock) any(some ...Column) bool {
	for _, c := range some {
		if b.has(c) {
			return true
		}
	}
	return false
}

// about are the columns that tell of a person beside initials.
var about = []Column{Name, First, Infix, Last, Email, Function, Level, Language, Left, Remark}

// people reports whether the rows are about respondents, kwis whether they tell
// of KWIs or questions, graded whether there are grades in them.
func (b *tableBlock) people() bool {
	if b.acts() {
		return false
	}
	if b.has(Initials) {
		return b.any(about...)
	}
	return b.any(Name, First, Last, Email) && (b.has(Grade) || !b.kwis() && !b.graded())
}
func (b *tableBlock) kwis() bool {
	return b.any(KWI, Title, Code, Question) && b.any(Title, Expectation, Wished, Target, Question) && !b.acts()
}

// acts reports whether the rows are actions.
func (b *tableBlock) acts() bool {
	return b.has(Action) && b.any(Who, Due, State, Ready, AgreedOn, Side, KWI) && !b.any(Question, Expectation, Grade)
}

// recommends reports whether the rows hold recommendations.
func (b *tableBlock) recommends() bool {
	return (b.has(Recommend) || len(b.waves) > 0) && b.any(Initials, Name, First, Last, Email) && !b.any(KWI, Title, Code, Question)
}
func (b *tableBlock) graded() bool { return b.has(Grade) || len(b.wide) > 0 }

// leaveOut takes a column out, and keeps why.
func (b *tableBlock) leaveOut(column int, why Ground, values ...string) {
	for c, i := range b.at {
		if i == column {
			delete(b.at, c)
		}
	}
	b.unread = append(b.unread, unread{column, why, append([]string{cellText(b.head, column)}, values...)})
}

// settle decides what the columns are of which the heads alone do not tell,
// and takes out those to which nothing in the block belongs.
func (b *tableBlock) settle(below []Row) {
	b.named(below)
	b.agreed()
	if b.has(Name) && !b.has(Initials) && !b.has(Title) && b.any(KWI, Expectation) {
		b.at[Title] = b.at[Name]
		delete(b.at, Name)
	}
	if b.has(Name) {
		for _, c := range []Column{First, Infix, Last} {
			if i, ok := b.at[c]; ok {
				b.leaveOut(i, Beside, cellText(b.head, b.at[Name]))
			}
		}
	}
	if b.has(Grade) && len(b.wide) > 0 && !b.any(Initials, Name, Last, Email) && b.any(Code, Question) {
		b.leaveOut(b.at[Grade], Unknown) // what somebody worked out from the grades beside it
	}
	if b.has(Grade) || !b.any(Code, Question) {
		for _, w := range b.wide { // a column with another head is not ours
			b.leaveOut(w.column, Unknown)
			if w.relevance >= 0 {
				b.leaveOut(w.relevance, Unknown)
			}
		}
		b.wide = nil
	}
	if b.any(Email, First, Last) && !b.any(KWI, CycleOf, Grade, Expectation) && len(b.wide) == 0 && !(b.any(Title, Code) && b.has(Question)) {
		for _, c := range []Column{Title, Code, Question} { // dr. or mr., in a list of people
			if i, ok := b.at[c]; ok {
				b.leaveOut(i, Unknown)
			}
		}
	}
	used := map[Column]bool{}
	mark := func(all ...Column) {
		for _, c := range all {
			used[c] = true
		}
	}
	if b.people() {
		mark(append([]Column{Initials}, about...)...)
	}
	if b.acts() {
		mark(Action, Who, Due, State, Ready, AgreedOn, Side, Why, KWI, Title, CycleOf)
	}
	if b.recommends() {
		mark(Recommend, CycleOf, Initials)
		if len(b.waves) == 0 || len(b.waves) == 1 && !b.has(Recommend) {
			mark(Why) // of several columns nobody knows which it is about
		}
	} else {
		for _, v := range b.waves {
			b.leaveOut(v.column, Idle)
		}
		b.waves = nil
	}
	if b.kwis() || b.graded() {
		mark(CycleOf, KWI, Title, Expectation, Wished, Target, Code, Question)
	}
	if b.has(Grade) {
		mark(Grade, Relevance, Initials)
	}
	for _, c := range columns {
		if i, ok := b.at[c]; ok && !used[c] {
			b.leaveOut(i, Idle)
		}
	}
}

// blank reports whether nothing stands below a head.
func (b *tableBlock) blank(column int) bool {
	return !slices.ContainsFunc(b.rows, func(r Row) bool { return cellText(r, column) != "" })
}

// named takes a column of respondents for names where most of what stands in it
// is no initials.
func (b *tableBlock) named(below []Row) {
	i, ok := b.at[Initials]
	if !ok || b.any(Name, First, Last) {
		return
	}
	others := 0
	for n, r := range below {
		if n == deepest || r.Sheet != b.head.Sheet {
			break
		}
		switch s := bareInitials(cellText(r, i)); {
		case s == "":
		case account.ValidInitials(s):
			others--
		default:
			others++
		}
	}
	if others > 0 {
		b.at[Name] = i
		delete(b.at, Initials)
	}
}

// agreed lets other words for a person and a day be those of an action, where
// the rows are actions.
func (b *tableBlock) agreed() {
	rename := func(to Column, from ...Column) {
		for _, c := range from {
			if i, ok := b.at[c]; ok && !b.has(to) {
				b.at[to] = i
				delete(b.at, c)
			}
		}
	}
	if !b.has(Action) || b.any(Question, Expectation, Grade) {
		rename(Name, Who) // wie, of a list of people
		return
	}
	rename(Who, Initials, Name, Wished)
	if b.acts() {
		rename(Why, Remark)
	}
}

// headless are the columns without a head in which something stands, each with
// the first row that has it.
func (b *tableBlock) headless() (all []Place) {
	known := map[int]bool{}
	for _, i := range b.at {
		known[i] = true
	}
	for _, w := range b.wide {
		known[w.column], known[w.relevance] = true, true
	}
	for _, v := range b.waves {
		known[v.column] = true
	}
	for _, u := range b.unread {
		known[u.column] = true
	}
	for i := range b.head.Cells {
		known[i] = known[i] || b.matrix != nil && b.matrix.asks(i) || b.form != nil && cellText(b.head, i) != ""
	}
	for _, r := range b.rows {
		for i := range r.Cells {
			if !known[i] && cellText(r, i) != "" {
				known[i] = true
				all = append(all, Place{r.Sheet, r.Number, i + 1})
			}
		}
	}
	return all
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
	return text.Line(r.Cells[i])
}

// lines is the same with its lines.
func (b *tableBlock) lines(r Row, c Column) (string, Place) {
	s, at := b.cell(r, c)
	if i, ok := b.at[c]; ok && i < len(r.Cells) {
		s = strings.TrimSpace(r.Cells[i])
	}
	return s, at
}
