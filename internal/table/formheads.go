package table

import (
	"slices"
	"strconv"
	"strings"

	"kwi/internal/account"
	"kwi/internal/fault"
	"kwi/internal/lang"
	"kwi/internal/questionnaire"
	"kwi/internal/text"
)

// What the column of a form can hold, beside the code of a question.
const (
	LeftOut     = "-"
	HoldsNPS    = "nps"
	HoldsWhy    = "why"
	HoldsRemark = "remark"
)

// otherAnswers are the questions of the list that are not graded, by what a
// column is said to hold.
var otherAnswers = map[string]questionnaire.Key{
	HoldsNPS: questionnaire.Score, HoldsWhy: questionnaire.Why, HoldsRemark: questionnaire.Remark,
}

// FormColumn is a column of a form and what it is taken for.
type FormColumn struct {
	At   Place
	Key  string // its head, and which of those it is where the head stands more than once
	Head string
	Is   string // what it holds; "" where nobody knows
	By   string // how that is known: word, said, known; "" where it is not
	told bool   // why it is not taken for anything
	Who  bool   // it says who answered, or is no answer for sure: not the user's to say
}

// How it is known what a column holds.
const (
	byWords  = "words"
	bySaid   = "said"
	byMemory = "known"
)

// headKeys are the heads of a block, each with its number where it stands there
// more than once.
func (b *tableBlock) headKeys() []string {
	keys, seen := make([]string, len(b.head.Cells)), map[string]int{}
	for i := range b.head.Cells {
		head := cellText(b.head, i)
		seen[text.Fold(head)]++
		if keys[i] = head; seen[text.Fold(head)] > 1 {
			keys[i] += " #" + strconv.Itoa(seen[text.Fold(head)])
		}
	}
	return keys
}

// OpenColumns reports whether the form has a column of which nobody knows what it
// holds.
func (p Proposal) OpenColumns() bool {
	return slices.ContainsFunc(p.Form, func(c FormColumn) bool { return !c.Who && c.Is == "" })
}

// Column is the same table with what the user says that a column holds: the code of
// a question, nps, why, remark, or - for nothing. The column is known by its head.
func (p Proposal) Column(head, is string) (Table, error) {
	t := p.table
	i := slices.IndexFunc(p.Form, func(c FormColumn) bool { return !c.Who && text.Equal(c.Key, text.Line(head)) })
	if i < 0 && len(p.Form) > 0 {
		return t, fault.New(fault.NoSuchColumn, text.Line(head))
	}
	is = text.Fold(is)
	if _, other := otherAnswers[is]; !other && is != LeftOut && is != "" {
		q, ok := account.ReadQuestionCode(is, false)
		if !ok {
			return t, fault.New(fault.NoColumnFor, is)
		}
		y := p.next.Cycle(p.Running)
		if y != nil && y.Question(q) == nil {
			return t, fault.New(fault.NoColumnFor, q.String())
		}
		is = q.String()
	}
	said := map[string]string{}
	for k, v := range t.columns {
		said[k] = v
	}
	said[text.Fold(text.Line(head))] = is
	t.columns = said
	return t, nil
}

// formColumns decides what the columns of a form hold: what the user says, else what
// was said of this head before, else what the head says itself.
func (w *planWork) formColumns(y *account.Cycle, b *tableBlock) (all []FormColumn) {
	forms, taken := knownFormWords(), map[string]string{}
	keys := b.headKeys()
	for i := range b.head.Cells {
		c := FormColumn{At: Place{b.head.Sheet, b.head.Number, i + 1}, Key: keys[i], Head: shortQuote(cellText(b.head, i))}
		if c.Head == "" {
			continue
		}
		if of := b.form.whose(i); of != "" {
			c.Is, c.By, c.Who = string(of), byWords, true
		} else if forms.of(cellText(b.head, i)) != "" {
			c.Is, c.By, c.Who = LeftOut, byWords, true
		}
		all = append(all, c)
	}
	settle := func(how string, means func(c *FormColumn) string) {
		for i := range all {
			c := &all[i]
			if c.Who || c.By != "" {
				continue
			}
			is := means(c)
			if is == "" {
				continue
			}
			if first, twice := taken[is]; twice && is != LeftOut {
				if !c.told {
					w.odd(c.At, FormTwice, c.Head, first)
				}
				c.told = true
				continue
			}
			c.Is, c.By, taken[is] = is, how, c.Head
		}
	}
	settle(bySaid, func(c *FormColumn) string { return w.p.table.columns[text.Fold(c.Key)] })
	settle(byMemory, func(c *FormColumn) string {
		if said, is := w.p.table.columns[text.Fold(c.Key)]; is && said == "" {
			return "" // the user takes back what was said before
		}
		is := w.c.FormHeadMeans(c.Key)
		if q, ok := account.ParseQuestionCode(is); ok && y.Question(q) == nil {
			return "" // it was of an earlier cycle
		}
		return is
	})
	settle(byWords, func(c *FormColumn) string {
		q, why := w.questionOfHead(y, cellText(b.head, c.At.Column-1))
		if q.Serial != 0 {
			return q.String()
		}
		if why != "" {
			if !c.told {
				w.odd(c.At, why, c.Head)
			}
			c.told = true
			return ""
		}
		return otherOfHead(cellText(b.head, c.At.Column-1))
	})
	return all
}

// whose is what a column says of who answered, "" where it does not.
func (f *formHeads) whose(column int) Column {
	for c, i := range f.who {
		if i == column {
			return c
		}
	}
	return ""
}

// questionOfHead is the question of a cycle that a head names, by its words or its
// code; none where it names none, or more than one, which why tells.
func (w *planWork) questionOfHead(y *account.Cycle, head string) (q account.QuestionCode, why Ground) {
	said := headOf(head)
	var whole, within []account.QuestionCode
	longest := 0
	for _, k := range y.KWIs {
		for _, one := range k.InOrder() {
			if one.Ended != "" {
				continue
			}
			words := headOf(one.Text)
			switch {
			case words == "":
			case said == words || w.c.IsSame(one.Code.String(), "", head, one.Text):
				whole = append(whole, one.Code)
			case len(words) < shortestWithin || !strings.Contains(said, words):
			case len(words) > longest:
				within, longest = []account.QuestionCode{one.Code}, len(words)
			case len(words) == longest:
				within = append(within, one.Code)
			}
		}
	}
	if len(whole) > 0 {
		within = whole
	}
	coded := codeWithin(head)
	if coded.Serial != 0 && y.Question(coded) != nil && (len(within) == 0 || slices.Contains(within, coded)) {
		return coded, ""
	}
	switch len(within) {
	case 0:
		return q, ""
	case 1:
		if coded.Serial != 0 && y.Question(coded) != nil {
			return q, FormBoth
		}
		return within[0], ""
	}
	return q, FormSeveral
}

// shortestWithin is how many bytes the words of a question have at least that are
// recognised with other words around them.
const shortestWithin = 12

// otherOfHead is what else a head says that its column holds.
func otherOfHead(head string) string {
	if c, ok := columnOf(knownHeads(), head); ok {
		switch c {
		case Recommend:
			return HoldsNPS
		case Why:
			return HoldsWhy
		case Remark:
			return HoldsRemark
		}
		return ""
	}
	said := headOf(head)
	for _, w := range wordsOfKey("table.form.notnps") {
		if strings.Contains(said, headOf(w)) {
			return ""
		}
	}
	for _, w := range wordsOfKey("table.form.nps") {
		if strings.Contains(said, headOf(w)) {
			return HoldsNPS
		}
	}
	return ""
}

// Say is what a column is taken for, without the place.
func (c FormColumn) Say(w *lang.Words) string {
	switch {
	case c.Is == "":
		return w.T("table.form.column.open", c.Head)
	case c.Is == LeftOut:
		return w.T("table.form.column.out", c.Head)
	}
	return w.T("table.form.column", c.Head, Meaning(w, c.Is))
}

// Meaning is what a column holds, in words.
func Meaning(w *lang.Words, is string) string {
	switch is {
	case "":
		return w.T("table.form.means.open")
	case LeftOut:
		return w.T("table.form.means.out")
	case HoldsNPS, HoldsWhy, HoldsRemark:
		return w.T("table.form.means." + is)
	}
	if slices.Contains(person, Column(is)) {
		return columnName(w, Column(is))
	}
	return is
}
