package table

import (
	"cmp"
	"maps"
	"slices"

	"kwi/internal/account"
	"kwi/internal/text"
)

// newest is the KWI in the newest cycle that has it, or nil.
func (w *planWork) newest(code account.KWICode) *account.KWI {
	for i := len(w.c.Cycles) - 1; i >= 0; i-- {
		if k := w.c.Cycles[i].KWI(code); k != nil {
			return k
		}
	}
	return nil
}

func (w *planWork) newestQuestion(code account.QuestionCode) *account.Question {
	for i := len(w.c.Cycles) - 1; i >= 0; i-- {
		if q := w.c.Cycles[i].Question(code); q != nil {
			return q
		}
	}
	return nil
}

// someone is a respondent by their initials or their name.
func (w *planWork) someone(s string) *account.Respondent {
	if r := w.known(s); r != nil {
		return r
	}
	for i := range w.c.Respondents {
		if text.Equal(w.c.Respondents[i].Name, s) {
			return &w.c.Respondents[i]
		}
	}
	return nil
}

// wisher is who wished a KWI, "" where nobody is told or they are not known (yet:
// the grades may still tell of them).
func (w *planWork) wisher(d *kwiDefinition) account.Initials {
	if r := w.someone(d.wished); r != nil && d.wished != "" {
		return r.Initials
	}
	return ""
}

// strangers tells of wishes of nobody.
func (w *planWork) strangers() {
	told := map[*kwiDefinition]bool{}
	for _, x := range w.recs {
		if d := w.defs[x.kwi]; d.wished != "" && w.wisher(d) == "" && !told[d] {
			told[d] = true
			w.odd(d.wishedAt, NobodyHere, d.wished)
		}
	}
}

// kwiIn is the KWI in a cycle, put there in order of number where it is not.
func (w *planWork) kwiIn(y *account.Cycle, code account.KWICode) (k *account.KWI, fresh bool) {
	w.used[code] = true
	if k := y.KWI(code); k != nil {
		return k, false
	}
	d := w.defs[code]
	k = &account.KWI{Code: code, Title: d.words.Title, Expectation: d.words.Expectation, Target: w.targetIn(d, y.Name)}
	i, _ := slices.BinarySearchFunc(y.KWIs, code, func(k account.KWI, c account.KWICode) int { return cmp.Compare(k.Code, c) })
	y.KWIs = slices.Insert(y.KWIs, i, *k)
	return &y.KWIs[i], true
}

// questionIn is the same of a question.
func (w *planWork) questionIn(k *account.KWI, code account.QuestionCode) (fresh bool) {
	if k.Question(code) != nil {
		return false
	}
	q := account.Question{Code: code, Text: w.defs[code.KWI].texts[code], Kind: account.Own}
	if there := w.newestQuestion(code); there != nil {
		q.Kind = there.Kind
	} else if kind := w.p.std.Recognise(q.Text); k.Standard(kind) == nil {
		q.Kind = kind
	}
	i, _ := slices.BinarySearchFunc(k.Questions, code, func(q account.Question, c account.QuestionCode) int { return account.CompareCodes(q.Code, c) })
	k.Questions = slices.Insert(k.Questions, i, q)
	return true
}

// targetIn is the target of a KWI in a cycle: what the table has for that one,
// for the one that runs, or first for any.
func (w *planWork) targetIn(d *kwiDefinition, name account.CycleName) account.Target {
	for _, of := range append([]account.CycleName{name, ""}, slices.Sorted(maps.Keys(d.targets))...) {
		if t := d.targets[of]; t != 0 {
			return t
		}
	}
	return 0
}
