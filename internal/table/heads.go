package table

import (
	"cmp"
	"maps"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

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
	First       Column = "first"
	Infix       Column = "infix"
	Last        Column = "last"
	Email       Column = "email"
	Function    Column = "function"
	Level       Column = "level"
	Language    Column = "language"
	Left        Column = "left"
	Remark      Column = "remark"
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
	Recommend   Column = "recommend" // how likely they recommend us, 0 to 10
	Why         Column = "why"
	Action      Column = "action"
	Who         Column = "who" // who carries an action
	Due         Column = "due"
	AgreedOn    Column = "agreed"
	State       Column = "state"
	Ready       Column = "ready" // whether an action is done, or when it was or is to be
	Side        Column = "side"
	figure      Column = "figure" // what a table works out itself, never a respondent
)

var columns = []Column{
	Initials, Name, First, Infix, Last, Email, Function, Level, Language, Left, Remark,
	CycleOf, KWI, Title, Expectation, Wished, Target, Code, Question, Grade, Relevance,
	Recommend, Why, Action, Who, Due, AgreedOn, State, Ready, Side, figure,
}

// knownHeads are all heads in both languages, as headOf writes them.
func knownHeads() map[string]Column {
	all := map[string]Column{}
	for _, c := range columns {
		for _, h := range wordsOfKey("table.head." + string(c)) {
			all[headOf(h)] = c
		}
	}
	return all
}

// headOf is a head as it is recognised: its letters and digits alone, for one
// writes "E-mail adres", the other "emailadres".
func headOf(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return r
		}
		return -1
	}, text.Search(s))
}

// columnOf is the column with that head, which may have a remark in brackets.
func columnOf(known map[string]Column, head string) (Column, bool) {
	c, ok := known[headOf(head)]
	if before, _, cut := strings.Cut(head, "("); !ok && cut {
		c, ok = known[headOf(before)]
	}
	return c, ok
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

// isOneOfWords reports whether a text is one of the words of a key.
func isOneOfWords(s, key string) bool {
	for _, w := range wordsOfKey(key) {
		if text.Equal(s, w) {
			return true
		}
	}
	return false
}

// headed is the block that a row begins, false where it has fewer than two
// heads and, with what stands below it, is no matrix either. A head that stands twice is a fault, for nobody knows which is meant;
// of two that mean the same the first is read.
func headed(known map[string]Column, ticks tickSigns, r Row, below []Row, bare bool) (tableBlock, bool, error) {
	b := tableBlock{head: r, at: map[Column]int{}}
	beside := map[string]int{}
	var strange, free []int
	for i := range r.Cells {
		head := cellText(r, i)
		c, ok := columnOf(known, head)
		there, twice := b.at[c]
		switch {
		case head == "":
		case !ok && b.period(i, known):
		case !ok && b.own(i, known, beside):
		case !ok, c == figure:
			strange = append(strange, i)
			if !ok {
				free = append(free, i)
			}
		case !twice:
			b.at[c] = i
		case headOf(cellText(r, there)) != headOf(head):
			b.unread = append(b.unread, unread{i, Beside, []string{head, cellText(r, there)}})
		case len(b.at) < 2:
			return tableBlock{}, false, nil
		default:
			return tableBlock{}, false, fault.New(fault.Doubled, head).In(Place{r.Sheet, r.Number, i + 1}.String())
		}
	}
	b.matrix = b.crosses(ticks, free, below, bare)
	if len(b.at)+len(b.waves) < 2 && !(b.any(Code, Question) && len(b.wide) > 0) {
		return b.onlyMatrix(strange)
	}
	for _, i := range strange {
		b.leaveOut(i, Unknown)
	}
	for i := range b.wide {
		w := &b.wide[i]
		if at, ok := beside[w.who]; ok {
			w.relevance = at
			delete(beside, w.who)
		}
	}
	for _, i := range slices.Sorted(maps.Values(beside)) {
		b.leaveOut(i, Unknown)
	}
	b.settle(below)
	slices.SortStableFunc(b.unread, func(x, y unread) int { return cmp.Compare(x.column, y.column) })
	seen := map[string]bool{}
	for _, w := range b.wide {
		if seen[w.who] {
			return tableBlock{}, false, fault.New(fault.Doubled, w.who).In(Place{r.Sheet, r.Number, w.column + 1}.String())
		}
		seen[w.who] = true
	}
	of := map[account.CycleName]bool{}
	for _, v := range b.waves {
		if of[v.cycle] {
			return tableBlock{}, false, fault.New(fault.Doubled, cellText(b.head, v.column)).In(Place{r.Sheet, r.Number, v.column + 1}.String())
		}
		of[v.cycle] = true
	}
	return b, true, nil
}

// onlyMatrix is a block of which nothing but its ticks can be read, false where it
// has none. What is no part of those is left out.
func (b *tableBlock) onlyMatrix(strange []int) (tableBlock, bool, error) {
	if b.matrix == nil {
		return tableBlock{}, false, nil
	}
	b.matrix.alone = true
	for c, i := range b.at {
		if !b.matrix.asks(i) {
			delete(b.at, c)
			b.unread = append(b.unread, unread{i, Idle, []string{cellText(b.head, i)}})
		}
	}
	for _, i := range strange {
		if !b.matrix.asks(i) { // whose they are is only known with the client
			b.leaveOut(i, Unknown)
		}
	}
	return *b, true, nil
}

// own takes a head that may be somebody's initials, or those with the word for
// relevance behind them; false where it is neither. What ends in lower case is
// a word that we do not know.
func (b *tableBlock) own(i int, known map[string]Column, beside map[string]int) bool {
	head := cellText(b.head, i)
	if who, rest, two := strings.Cut(head, " "); two {
		c, ok := columnOf(known, rest)
		if _, twice := beside[who]; !ok || c != Relevance || twice || !account.ValidInitials(who) {
			return false
		}
		beside[who] = i
		return true
	}
	head = bareInitials(head)
	first, _ := utf8.DecodeRuneInString(head)
	last, _ := utf8.DecodeLastRuneInString(head)
	letters := strings.IndexFunc(head, unicode.IsLetter) >= 0
	if !account.ValidInitials(head) || !letters || unicode.IsLower(first) || unicode.IsLower(last) {
		return false
	}
	b.wide = append(b.wide, grades{head, i, -1})
	return true
}

// bareInitials are initials without the points that some write: K.K. is KK.
func bareInitials(s string) string { return text.Compose(strings.ReplaceAll(text.Narrow(s), ".", "")) }
