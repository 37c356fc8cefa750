package account

import (
	"reflect"
	"slices"

	"kwi/internal/text"
)

// Rewording is that a question, or a KWI, got other words after a list with it
// had gone out. Part is "" of a question.
type Rewording struct {
	Cycle    CycleName
	Question QuestionCode
	KWI      KWICode
	Part     Part
	Was, Now string
}

// What is the code of what got other words.
func (r Rewording) What() string {
	if r.Part != "" {
		return r.KWI.String()
	}
	return r.Question.String()
}

// SameWords reports whether two texts have the same words: spaces and line ends
// are none.
func SameWords(a, b string) bool { return text.Line(a) == text.Line(b) }

// WentOut reports whether a question was met outside: somebody answered it, or
// was sent a list with it, in any cycle.
func (c *Client) WentOut(q QuestionCode) bool {
	return slices.ContainsFunc(c.Cycles, func(y Cycle) bool { return y.Graded(q) || len(y.SentWith(q)) > 0 })
}

// SentWith are the respondents who were sent a list in a cycle and have the
// question.
func (y *Cycle) SentWith(q QuestionCode) (who []Initials) {
	for _, w := range sortedKeys(y.Assigned) {
		if y.WasSent(w) && y.IsAssigned(w, q) {
			who = append(who, w)
		}
	}
	return who
}

// WasSent reports whether a list went out to a respondent in a cycle.
func (y *Cycle) WasSent(who Initials) bool { return len(y.Sent[who])+len(y.Sendings[who]) > 0 }

// kwiWentOut reports whether the words of a KWI stood on a list of the cycle.
func (y *Cycle) kwiWentOut(k *KWI) bool {
	return slices.ContainsFunc(k.Questions, func(q Question) bool { return y.Graded(q.Code) || len(y.SentWith(q.Code)) > 0 })
}

// reworded are the questions and KWIs that had gone out in c and have other
// words in now.
func (c *Client) reworded(now *Client) (out []Rewording) {
	if now == nil {
		return nil
	}
	for i := range now.Cycles {
		y := &now.Cycles[i]
		was := c.Cycle(y.Name)
		if was == nil || y.Name == "" {
			continue
		}
		for j := range y.KWIs {
			k := &y.KWIs[j]
			old := was.KWI(k.Code)
			if old == nil {
				continue
			}
			for _, q := range k.Questions {
				if o := old.Question(q.Code); o != nil && !SameWords(o.Text, q.Text) && c.WentOut(q.Code) {
					out = append(out, Rewording{y.Name, q.Code, k.Code, "", o.Text, q.Text})
				}
			}
			if (SameWords(old.Title, k.Title) && SameWords(old.Expectation, k.Expectation)) || !was.kwiWentOut(old) {
				continue
			}
			if !SameWords(old.Title, k.Title) {
				out = append(out, Rewording{y.Name, QuestionCode{}, k.Code, TitlePart, old.Title, k.Title})
			}
			if !SameWords(old.Expectation, k.Expectation) && old.Expectation != "" {
				out = append(out, Rewording{y.Name, QuestionCode{}, k.Code, ExpectationPart, old.Expectation, k.Expectation})
			}
		}
	}
	return out
}

// IsSame reports whether other words of a question, or of a part of a KWI, are
// known to say the same: somebody said so of them, or of others between them.
func (c *Client) IsSame(what string, part Part, a, b string) bool {
	if SameWords(a, b) {
		return true
	}
	known := []string{text.Line(a)}
	for i := 0; i < len(known); i++ {
		for _, y := range c.Cycles {
			for _, m := range y.Amendments {
				if m.As != SameQuestion || m.What != what || m.Part != part {
					continue
				}
				was, now := text.Line(m.Was), text.Line(m.Now)
				next := ""
				switch known[i] {
				case was:
					next = now
				case now:
					next = was
				default:
					continue
				}
				if next == text.Line(b) {
					return true
				}
				if !slices.Contains(known, next) {
					known = append(known, next)
				}
			}
		}
	}
	return false
}

// Unsaid are the words that a change from c to now gave to what had gone out,
// of which nobody said yet whether it is still the same. A change that leaves
// any is not kept before that was asked.
func (c *Client) Unsaid(now *Client) (out []Rewording) {
	if now == nil || reflect.DeepEqual(c.Cycles, now.Cycles) {
		return nil
	}
	for _, r := range c.reworded(now) {
		if !now.IsSame(r.What(), r.Part, r.Was, r.Now) {
			out = append(out, r)
		}
	}
	return out
}
