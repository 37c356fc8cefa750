package table

import (
	"strings"

	"kwi/internal/account"
	"kwi/internal/text"
)

// formHeads is that a block is the export of a form: a column for each question,
// a row for each person.
type formHeads struct {
	who map[Column]int // the columns that say who answered
}

// The kinds of heads that the services put beside the questions. Their words
// stand in the catalogue under table.form.
const (
	formSure  = "table.form.sure"  // none but a service for forms has it
	formTime  = "table.form.time"  // when somebody answered
	formOther = "table.form.other" // anything else that is no answer
)

// formWords are the heads of all services, as headOf writes them.
type formWords map[string]string

func knownFormWords() formWords {
	all := formWords{}
	for _, key := range []string{formSure, formTime, formOther} {
		for _, s := range wordsOfKey(key) {
			all[headOf(s)] = key
		}
	}
	return all
}

// of is the key of a head. LimeSurvey writes a code and the words for it, as
// submitdate. Date submitted.
func (f formWords) of(head string) string {
	if key := f[headOf(head)]; key != "" {
		return key
	}
	code, words, _ := strings.Cut(head, ". ")
	if key := f[headOf(words)]; key != "" {
		return key
	}
	return f[headOf(code)]
}

// person are the columns by which a form knows who answered.
var person = []Column{Initials, Name, First, Infix, Last, Email}

// formed finds the heads of a form in a row, false where it is none for sure.
func formed(known map[string]Column, forms formWords, r Row) (tableBlock, bool) {
	b := tableBlock{head: r, at: map[Column]int{}, form: &formHeads{}}
	sure, timed, asks, other := false, false, 0, 0
	for i := range r.Cells {
		head := cellText(r, i)
		if head == "" {
			continue
		}
		if c, ok := formPerson(known, head); ok {
			if _, twice := b.at[c]; !twice {
				b.at[c] = i
			}
			continue
		}
		switch forms.of(head) {
		case formSure:
			sure = true
		case formTime:
			timed = true
		case formOther:
		default:
			if (&tableBlock{head: r}).period(i, known) || !asksSomething(head) {
				other++
			} else {
				asks++
			}
		}
	}
	switch {
	case sure:
		return b, asks+other > 0
	case timed:
		return b, asks > 0
	}
	return b, asks > 0 && asks >= other && len(b.at) == 1 && !b.has(Infix)
}

// formPerson is the column of a head that says who answered.
func formPerson(known map[string]Column, head string) (Column, bool) {
	_, words, cut := strings.Cut(head, ". ")
	c, ok := columnOf(known, head)
	if !ok && cut {
		c, ok = columnOf(known, words)
	}
	for _, p := range person {
		if ok && c == p {
			return c, true
		}
	}
	return "", false
}

// asksSomething reports whether a head is a question: it ends so, is a sentence,
// or has a code.
func asksSomething(head string) bool {
	return strings.HasSuffix(head, "?") || len(strings.Fields(head)) >= 4 || codeWithin(head).Serial != 0
}

// codeWithin is the code that a head begins with, or has in brackets; none where
// it has none. One digit behind the point is a number of the form's own, unless
// nothing else stands there.
func codeWithin(head string) (q account.QuestionCode) {
	first, rest, _ := strings.Cut(head, " ")
	if q, ok := account.ReadQuestionCode(first, false); ok && (rest == "" || !account.IsShortCode(first)) {
		return q
	}
	for _, pair := range []string{"[]", "()"} {
		_, rest, open := strings.Cut(head, pair[:1])
		within, _, shut := strings.Cut(rest, pair[1:])
		if q, ok := account.ReadQuestionCode(within, false); open && shut && ok {
			return q
		}
	}
	return account.QuestionCode{}
}

// forms tells which blocks are the export of a form, and reads nothing else in
// those.
func (w *planWork) forms() {
	known := knownHeads()
	for i := range w.blocks {
		b := &w.blocks[i]
		if b.form == nil && !b.any(KWI, Title, Code, Question, Grade, Action, CycleOf) && b.any(person...) && len(b.wide) == 0 && w.asksInHeads(known, b) {
			b.form = &formHeads{}
		}
		if b.form == nil {
			continue
		}
		at := map[Column]int{}
		for j := range b.head.Cells {
			c, ok := formPerson(known, cellText(b.head, j))
			if _, twice := at[c]; ok && !twice {
				at[c] = j
			}
		}
		b.form.who = at
		b.at, b.wide, b.waves, b.unread, b.matrix = map[Column]int{}, nil, nil, nil, nil
	}
}

// asksInHeads reports whether a column of people is a question of the running
// cycle, by its head or by what the user says.
func (w *planWork) asksInHeads(known map[string]Column, b *tableBlock) bool {
	y := w.c.Cycle(w.p.Running)
	for i, key := range b.headKeys() {
		head := cellText(b.head, i)
		if _, ok := formPerson(known, head); ok || head == "" {
			continue
		}
		if _, said := w.p.table.columns[text.Fold(key)]; said {
			return true
		}
		if q, ok := account.ParseQuestionCode(w.c.FormHeadMeans(key)); ok && y != nil && y.Question(q) != nil {
			return true
		}
		if y != nil {
			if q, _ := w.questionOfHead(y, head); q.Serial != 0 {
				return true
			}
		}
	}
	return false
}
