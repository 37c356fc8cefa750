package account

import (
	"cmp"
	"slices"
	"strings"
)

// Disclosure says what of one respondent's list may stand beside their name. It
// is the one gate for whatever a screen, a document, a message or a file shows
// of them; the zero value is that nothing may.
type Disclosure struct {
	Grades         bool // what they gave, and every figure of theirs alone
	Recommendation bool // their number from 0 to 10, and the words with it
	Remark         bool // what they wrote below their list, among the supplier's own people
	Aloud          bool // their remark to everybody, and back to whoever reads their list again
}

// Discloses is what may stand beside a respondent's name in this cycle. By
// group that is nothing. By name one anonymous answer to the recommendation
// question closes all of them, and a remark is read out only where released.
func (y *Cycle) Discloses(who Initials) Disclosure {
	if !y.Named() {
		return Disclosure{}
	}
	return Disclosure{Grades: true, Recommendation: y.NPSNamed(), Remark: true, Aloud: y.IsReleased(who)}
}

// Named reports whether answers are kept by name. Whatever is not by name is
// by group.
func (y *Cycle) Named() bool { return y.AnswersBy == ByName }

// Voice is what a respondent said in a cycle as far as it may stand beside
// their name.
type Voice struct {
	Disclosure
	Sheet          Sheet
	Recommendation *NPS // nil where they gave none, or where it is not for their name
	Remark         string
}

// LastGrade is what a respondent answered to a question the last time before a
// cycle, as far as it may stand beside the name.
func (c *Client) LastGrade(before CycleName, who Initials, q QuestionCode) (a Answer, in CycleName) {
	for i := range c.Cycles {
		y := &c.Cycles[i]
		if y.Name == before {
			break
		}
		if given := y.Voice(who).Sheet.Of(q); given.Grade != 0 {
			a, in = given, y.Name
		}
	}
	return a, in
}

// Voice lets through what a respondent said.
func (y *Cycle) Voice(who Initials) Voice {
	v := Voice{Disclosure: y.Discloses(who)}
	if v.Grades {
		v.Sheet = y.Answers[who]
	}
	if n, ok := y.NPS[who]; ok && v.Disclosure.Recommendation {
		v.Recommendation = &n
	}
	if v.Disclosure.Remark {
		v.Remark = strings.TrimSpace(y.Remarks[who])
	}
	return v
}

// AnswerBefore is what a respondent answered to a question in the last cycle
// before this one in which they did, where both cycles are by name; its grade
// is 0 where there is none.
func (c *Client) AnswerBefore(cycle CycleName, who Initials, q QuestionCode) (last Answer) {
	for i := range c.Cycles {
		y := &c.Cycles[i]
		if y.Name == cycle && y.Named() {
			return last
		}
		if a := y.Voice(who).Sheet.Of(q); a.Grade != 0 {
			last = a
		}
	}
	return Answer{Question: q}
}

// Given is how many questions a respondent answered, which is no figure of
// their: it reports whether their list is back.
func (y *Cycle) Given(who Initials) int { return len(y.Answers[who]) }

// GivenInAll is how many questions were answered in all cycles together.
func (c *Client) GivenInAll() (n int) {
	for i := range c.Cycles {
		for who := range c.Cycles[i].Answers {
			n += c.Cycles[i].Given(who)
		}
	}
	return n
}

// Gave reports whether a respondent answered a question, not what.
func (y *Cycle) Gave(who Initials, q QuestionCode) bool { return y.Answers[who].Of(q).Grade != 0 }

// Graded reports whether anybody answered a question.
func (y *Cycle) Graded(q QuestionCode) bool {
	for who := range y.Answers {
		if y.Gave(who, q) {
			return true
		}
	}
	return false
}

// Holds reports whether an answer that somebody types is what is kept.
func (y *Cycle) Holds(who Initials, a Answer) bool { return y.Answers[who].Of(a.Question) == a }

// Recommends reports whether a respondent answered the recommendation
// question, not how.
func (y *Cycle) Recommends(who Initials) bool { _, ok := y.NPS[who]; return ok }

// Remarked reports whether a respondent wrote a remark, not which.
func (y *Cycle) Remarked(who Initials) bool { return strings.TrimSpace(y.Remarks[who]) != "" }

// Remark is what a respondent wrote below their list, without their name, and
// whether it may be read out.
type Remark struct {
	Text     string
	Released bool
}

// NamelessRemarks are the remarks that may not stand beside a name, in order
// of their words, so that their place tells nothing either.
func (y *Cycle) NamelessRemarks() (out []Remark) {
	for who, text := range y.Remarks {
		if text = strings.TrimSpace(text); text != "" && !y.Discloses(who).Remark {
			out = append(out, Remark{text, y.IsReleased(who)})
		}
	}
	slices.SortFunc(out, func(a, b Remark) int {
		return cmp.Or(strings.Compare(a.Text, b.Text), cmp.Compare(boolToInt(a.Released), boolToInt(b.Released)))
	})
	return out
}

func boolToInt(b bool) int {
	if b {
		return 1
	}
	return 0
}

// NamelessReasons are the words that came with recommendations that may not
// stand beside a name: without their number, in order of the words.
func (y *Cycle) NamelessReasons() (out []NPS) {
	for who, n := range y.NPS {
		if !y.Discloses(who).Recommendation && strings.TrimSpace(n.Why+n.Pleased+n.Missed) != "" {
			out = append(out, NPS{Why: n.Why, Pleased: n.Pleased, Missed: n.Missed})
		}
	}
	slices.SortFunc(out, func(a, b NPS) int {
		return cmp.Or(strings.Compare(a.Why, b.Why), strings.Compare(a.Pleased, b.Pleased), strings.Compare(a.Missed, b.Missed))
	})
	return out
}
