package table

import (
	"strings"
	"unicode"

	"kwi/internal/account"
	"kwi/internal/fault"
	"kwi/internal/lang"
	"kwi/internal/text"
)

// Column is what a column holds. Its heads stand in the catalogue under
// table.head, with a bar between those that mean the same.
type Column string

// The columns.
const (
	Initials    Column = "initials"
	Name        Column = "name"
	Email       Column = "email"
	Function    Column = "function"
	Level       Column = "level"
	Language    Column = "language"
	Left        Column = "left"
	CycleOf     Column = "cycle"
	KWI         Column = "kwi"
	Title       Column = "title"
	Expectation Column = "expectation"
	Wished      Column = "wished"
	Target      Column = "target"
	Code        Column = "code"
	Question    Column = "question"
	Grade       Column = "grade"
	Relevance   Column = "relevance"
)

var columns = []Column{
	Initials, Name, Email, Function, Level, Language, Left, CycleOf, KWI, Title, Expectation, Wished, Target, Code, Question, Grade, Relevance,
}

// knownHeads are all heads in both languages, in lower case.
func knownHeads() map[string]Column {
	all := map[string]Column{}
	for _, c := range columns {
		for _, h := range wordsOfKey("table.head." + string(c)) {
			all[text.Fold(h)] = c
		}
	}
	return all
}

// wordsOfKey are the words of a key that mean the same, of all languages.
func wordsOfKey(key string) (all []string) {
	for _, one := range lang.All() {
		for _, s := range strings.Split(one.T(key), "|") {
			all = append(all, strings.TrimSpace(s))
		}
	}
	return all
}

// isOneOfWords tells whether a text is one of the words of a key.
func isOneOfWords(s, key string) bool {
	for _, w := range wordsOfKey(key) {
		if text.Equal(s, w) {
			return true
		}
	}
	return false
}

// headed is the block that a row begins, false where it has fewer than two
// heads. A head that stands twice is a fault, for nobody knows which is meant.
func headed(known map[string]Column, r Row) (tableBlock, bool, error) {
	b := tableBlock{head: r, at: map[Column]int{}}
	beside := map[string]int{}
	for i := range r.Cells {
		head := text.Fold(strings.Trim(text.Narrow(cellText(r, i)), " :*?"))
		c, ok := known[head]
		if !ok {
			b.own(r, i, known, beside)
			continue
		}
		if _, twice := b.at[c]; twice {
			if len(b.at) < 2 {
				return tableBlock{}, false, nil
			}
			return tableBlock{}, false, fault.New(fault.Doubled, cellText(r, i)).In(Place{r.Sheet, r.Number, i + 1}.String())
		}
		b.at[c] = i
	}
	if len(b.at) < 2 && !(b.any(Code, Question) && len(b.wide) > 0) {
		return tableBlock{}, false, nil
	}
	if b.has(Name) && !b.has(Initials) && !b.has(Title) && b.any(KWI, Expectation) {
		b.at[Title] = b.at[Name]
		delete(b.at, Name)
	}
	if b.has(Grade) || !b.any(Code, Question) {
		b.wide = nil // a column with another head is not ours
	}
	seen := map[string]bool{}
	for i := range b.wide {
		w := &b.wide[i]
		if seen[w.who] {
			return tableBlock{}, false, fault.New(fault.Doubled, w.who).In(Place{r.Sheet, r.Number, w.column + 1}.String())
		}
		seen[w.who] = true
		if at, ok := beside[w.who]; ok {
			w.relevance = at
		}
	}
	return b, true, nil
}

// own takes a head that may be somebody's initials, or those with the word for
// relevance behind them. In lower case they are a word that we do not know.
func (b *tableBlock) own(r Row, i int, known map[string]Column, beside map[string]int) {
	head := text.Narrow(cellText(r, i))
	if who, rest, two := strings.Cut(head, " "); two {
		if account.ValidInitials(who) && known[text.Fold(rest)] == Relevance {
			beside[who] = i
		}
		return
	}
	letters := strings.IndexFunc(head, unicode.IsLetter) >= 0
	if account.ValidInitials(head) && letters && strings.IndexFunc(head, unicode.IsLower) < 0 {
		b.wide = append(b.wide, grades{head, i, -1})
	}
}
