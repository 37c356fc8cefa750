package trace

import (
	"strings"

	"kwi/internal/account"
	"kwi/internal/text"
)

// Total is how the score of all KWIs is called where a thing is named in words.
const Total = "total"

// Read is the thing of a cycle, the newest where its name is "", that somebody
// names in a word: total or nps, a KWI (its score), a question, a respondent or
// an agreement; a question and a respondent with a slash between are an answer.
func (s Source) Read(cycle account.CycleName, named string) (Thing, bool) {
	y := s.Client.Cycle(cycle)
	if y == nil {
		return Thing{}, false
	}
	t := Thing{Cycle: y.Name}
	named = strings.TrimSpace(named)
	question, who, both := strings.Cut(named, "/")
	switch {
	case both:
		q, ok := account.ReadQuestionCode(question, false)
		r, known := s.reads(who)
		t.Kind, t.Question, t.KWI, t.Who = Answer, q, q.KWI, r
		return t, ok && known && y.Question(q) != nil
	case text.Equal(named, Total):
		t.Kind = Score
		return t, true
	case text.Equal(named, string(NPS)):
		t.Kind = NPS
		return t, true
	}
	if _, a := s.Client.Action(named); a != nil {
		t.Kind, t.Number = Action, named
		return t, true
	}
	if r, known := s.reads(named); known {
		t.Kind, t.Who = Person, r
		return t, true
	}
	if q, ok := account.ReadQuestionCode(named, false); ok && y.Question(q) != nil {
		t.Kind, t.Question, t.KWI = Question, q, q.KWI
		return t, true
	}
	if k, ok := account.ReadKWICode(named); ok && y.KWI(k) != nil {
		t.Kind, t.KWI = Score, k
		return t, true
	} else if _, gone := s.Client.LastGone(y.Name, k); ok && gone {
		t.Kind, t.KWI = KWI, k
		return t, true
	}
	return Thing{}, false
}

// reads is the respondent of those initials, however they are written.
func (s Source) reads(initials string) (account.Initials, bool) {
	for i := range s.Client.Respondents {
		if r := s.Client.Respondents[i].Initials; strings.EqualFold(string(r), strings.TrimSpace(initials)) {
			return r, true
		}
	}
	return "", false
}
