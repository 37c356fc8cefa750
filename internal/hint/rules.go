package hint

import (
	"slices"
	"strconv"
	"sync"

	"kwi/internal/account"
	"kwi/internal/due"
	"kwi/internal/guide"
	"kwi/internal/text"
)

// open reports whether an agreement is still to be kept.
func (t *typed) open() bool { return t.a.Status == "" || t.a.Status == account.Open }

var (
	vagueWords   = phrasesOf("vague")
	againstWords = phrasesOf("rules")
)

// phrasesOf are what a rule looks for, and behind that what looks alike and is meant
// otherwise.
func phrasesOf(rule string) func() text.Phrases {
	return sync.OnceValue(func() text.Phrases {
		return text.NewPhrases(guide.HintWords(rule+".words"), guide.HintWords(rule+".but"))
	})
}

// first is the first phrase in a text, as it stands there.
func first(phrases text.Phrases, in string) (args []string, found bool) {
	for group, word := range phrases.In(in) {
		if group == 0 {
			return []string{text.Line(word)}, true
		}
	}
	return nil, false
}

// vague finds words that stand for a day and are none. An agreement that has a day
// has said when.
func (t *typed) vague() ([]string, bool) {
	if t.a.Due != "" || !t.open() {
		return nil, false
	}
	return first(vagueWords(), t.a.Text)
}

// against finds words that send somebody away with a rule.
func against(in func(*typed) string) func(*typed) ([]string, bool) {
	return func(t *typed) ([]string, bool) { return first(againstWords(), in(t)) }
}

// mostInstead is how many letters of what to say instead are told.
const mostInstead = 120

// own finds the words that the supplier holds for empty, and what to say instead.
func (t *typed) own() ([]string, bool) {
	for _, e := range t.Own {
		if e.Kind != account.OwnPromise || e.Withdrawn != "" {
			continue
		}
		forms := []string{e.Title}
		for _, i := range e.Items {
			forms = append(forms, i.Text)
		}
		args, found := first(text.NewPhrases(forms), t.a.Text)
		if instead := []rune(text.Line(e.Text)); found && len(instead) > mostInstead {
			args = append(args, string(instead[:mostInstead-1])+"…")
		} else if found && len(instead) > 0 {
			args = append(args, string(instead))
		}
		if found {
			return args, true
		}
	}
	return nil, false
}

func (t *typed) container() ([]string, bool) {
	word, _, found := t.Guide.Probe(t.a.Text)
	return []string{word}, found
}

func (t *typed) past() ([]string, bool) {
	return []string{string(t.a.Due)}, t.open() && t.a.Due != "" && t.a.Due.Passed(t.moment())
}

// coming reports whether an agreement is still to be kept by a day that is to come,
// so that there is something to mind about that day.
func (t *typed) coming() bool { return t.open() && t.a.Due != "" && t.a.Due.Date() >= t.Today }

// far finds a day of which the year may be wrong.
func (t *typed) far() ([]string, bool) {
	return []string{string(t.a.Due)}, t.coming() && t.a.Due.Date() > t.Today.Add(account.FarAhead)
}

// longAgo finds a day so far behind that its year may be wrong.
func (t *typed) longAgo() ([]string, bool) {
	return []string{string(t.a.Due)}, t.a.Due != "" && t.a.Due.Date() < t.Today.Add(-account.FarAhead)
}

// afterSession finds a day behind the session in which what was done is looked back
// on. What is agreed once answers are in, while they are gone through or in the
// session, is for after it.
func (t *typed) afterSession() ([]string, bool) {
	if t.y == nil || t.y.Session == "" || t.y.Stage >= account.Measure || len(t.y.Answers) > 0 || t.Today >= t.y.Session || t.a.Internal {
		return nil, false
	}
	return []string{string(t.a.Due)}, t.coming() && t.a.Due.Date() > t.y.Session
}

func (t *typed) weekend() ([]string, bool) {
	return []string{string(t.a.Due)}, t.coming() && t.a.Due.Date().DayOff() == account.Weekend
}

func (t *typed) dayOff() ([]string, bool) {
	off := t.a.Due.Date().DayOff()
	return []string{string(t.a.Due)}, t.coming() && off != "" && off != account.Weekend
}

// many counts the KWIs with the one that joins against the respondents.
func (t *typed) many() ([]string, bool) {
	if t.y == nil {
		return nil, false
	}
	kwis, people := len(t.y.KWIs)+1, len(t.c.Awaited(t.y))
	return []string{strconv.Itoa(kwis), strconv.Itoa(people)}, people > 0 && kwis > people
}

// leastPromises is from how many promises on what became of them tells anything.
const leastPromises = 4

// borne holds the KWIs with the one that joins against what became of the promises of
// earlier cycles: of as many KWIs as there were, so many as promises were kept.
func (t *typed) borne() ([]string, bool) {
	if t.y == nil {
		return nil, false
	}
	var kept due.Kept
	before := 0
	for i := range t.c.Cycles {
		y := &t.c.Cycles[i]
		if y.Name >= t.y.Name {
			continue
		}
		k := due.KeptIn(t.c, y, t.Today)
		kept.Kept, kept.Broken = kept.Kept+k.Kept, kept.Broken+k.Broken
		before = max(before, len(y.KWIs))
	}
	kwis := len(t.y.KWIs) + 1
	if kept.Due() < leastPromises || before == 0 || kwis < 2 || kwis*kept.Due() <= before*kept.Kept {
		return nil, false
	}
	return []string{strconv.Itoa(kept.Kept), strconv.Itoa(kept.Due()), strconv.Itoa(kwis)}, kept.Broken > 0
}

// refusers are the respondents of whom it is known what they do not expect.
func (t *typed) refusers() []account.Initials {
	var out []account.Initials
	for who, said := range t.y.NotExpected {
		if r := t.c.Respondent(who); said != "" && r != nil && r.Left == "" {
			out = append(out, who)
		}
	}
	slices.Sort(out)
	return out
}
