package account

import (
	"slices"
	"strings"

	"kwi/internal/fault"
)

// hasAnswers is that something cannot go because answers hang on it: those of
// one respondent to a question, or of all to a question or a KWI. Whoever says
// that they may be put aside does it with PuttingAside.
func hasAnswers(y *Cycle, what string) error {
	return fault.New(fault.KeepsAnswers, what, string(y.Name))
}

// answersTo are the answers that such a fault tells of.
func (c *Client) answersTo(err error) (y *Cycle, out []givenAnswer) {
	f, ok := fault.Of(err)
	if !ok || f.Kind != fault.KeepsAnswers || len(f.Values) < 2 {
		return nil, nil
	}
	if y = c.Cycle(CycleName(f.Values[1])); y == nil {
		return nil, nil
	}
	who, what, single := strings.Cut(f.Values[0], " ")
	if !single {
		who, what = "", f.Values[0]
	}
	q, isQuestion := ParseQuestionCode(what)
	k, isKWI := ParseKWICode(what)
	for _, w := range sortedKeys(y.Answers) {
		for _, a := range y.Answers[w] {
			if (single && w != Initials(who)) || a.Grade == 0 {
				continue
			}
			if isQuestion && a.Question == q || isKWI && a.Question.KWI == k {
				out = append(out, givenAnswer{w, a})
			}
		}
	}
	return y, out
}

type givenAnswer struct {
	who Initials
	Answer
}

// PuttingAside does a change that takes away what was answered, and puts those
// answers aside: they count no more, and are noted. It is refused where that
// would be more than most, for more came in since it was asked.
func (c *Client) PuttingAside(most int, today Date, by string, change func(*Client) error) error {
	_, err := c.putAside(most, today, by, change)
	return err
}

// AnswersAside is how many answers a change would put aside; 0 where it does not
// need that, or cannot be done even so.
func (c *Client) AnswersAside(today Date, change func(*Client) error) int {
	d := c.Clone()
	if n, err := d.putAside(AllAnswers, today, "", change); err == nil {
		return n
	}
	return 0
}

// AllAnswers is more than a cycle can have.
const AllAnswers = 1 << 20

func (c *Client) putAside(most int, today Date, by string, change func(*Client) error) (n int, err error) {
	for {
		next := c.Clone()
		if err = change(&next); err == nil {
			*c = next
			return n, nil
		}
		y, answers := c.answersTo(err)
		if len(answers) == 0 {
			return n, err
		}
		if n += len(answers); n > most {
			return n, err
		}
		for _, a := range answers {
			y.asideOne(a, today, by)
		}
	}
}

// asideOne puts one answer aside. By group its grade is not noted.
func (y *Cycle) asideOne(a givenAnswer, today Date, by string) {
	noted := Amendment{Date: today, By: by, As: PutAside, What: a.Question.String(), Who: a.who}
	if y.Named() {
		noted.Was = a.String()
	}
	y.keepAnswer(a.who, Answer{Question: a.Question}, today)
	y.amend(noted)
	if y.Common() { // the figures that were told change by it
		y.noteRegrade(a.who, a.Answer, Answer{Question: a.Question}, today, "")
	}
}

// withoutAsides are amendments in which no grade stands any more.
func withoutAsides(list []Amendment) []Amendment {
	out := slices.Clone(list)
	for i := range out {
		if out[i].As == PutAside {
			out[i].Was = ""
		}
	}
	return out
}
