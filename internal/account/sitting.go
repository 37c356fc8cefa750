package account

import (
	"maps"
	"strconv"
)

// Word names what a respondent says beside their grades.
type Word string

// The words of a list.
const (
	RemarkWord  Word = "remark"
	ScoreWord   Word = "nps" // his number from 0 to 10
	WhyWord     Word = "why"
	PleasedWord Word = "pleased"
	MissedWord  Word = "missed"
	AloudWord   Word = "aloud" // whether his remark may be read out: YesWord or NoWord
	NameWord    Word = "name"  // whether his name may stand with his number: YesWord or NoWord
)

// The replies to a word that asks for yes or no.
const (
	YesWord = "yes"
	NoWord  = "no"
)

// Sitting is what somebody typed of one respondent's list since they opened it.
// That is shown back to them for as long as it is what is kept; of whatever is
// older only what may stand beside the respondent's name. It is a value: what
// is typed makes another one, and the one before stays as it was.
type Sitting struct {
	grades map[QuestionCode]Answer
	words  map[Word]string
	stood  map[QuestionCode]Answer // what was kept before a grade was typed; never shown
	judged map[QuestionCode]bool   // what they said that they can judge, or cannot
	shared map[KWICode]bool        // what they said that matters to them too, or does not
	tested Date                    // the day on which their row was said to be right
}

// Graded is the sitting with a grade that was typed.
func (s Sitting) Graded(a Answer) Sitting {
	s.grades = maps.Clone(s.grades)
	setMapKey(&s.grades, a.Question, a)
	return s
}

// Said is the sitting with a text that was typed.
func (s Sitting) Said(w Word, text string) Sitting {
	s.words = maps.Clone(s.words)
	setMapKey(&s.words, w, text)
	return s
}

// Judged is the sitting with what a respondent said of a question: that they can
// judge it, or cannot.
func (s Sitting) Judged(q QuestionCode, can bool) Sitting {
	s.judged = maps.Clone(s.judged)
	setMapKey(&s.judged, q, can)
	return s
}

// Shared is the sitting with what a respondent said of a KWI: that it matters
// to them too, or does not.
func (s Sitting) Shared(k KWICode, matters bool) Sitting {
	s.shared = maps.Clone(s.shared)
	setMapKey(&s.shared, k, matters)
	return s
}

// Tested is the sitting in which a respondent said that their row is right.
func (s Sitting) Tested(on Date) Sitting {
	s.tested = on
	return s
}

// Begun is the sitting with what is kept at a question where a grade is about
// to be typed.
func (s Sitting) Begun(y *Cycle, who Initials, q QuestionCode) Sitting {
	s.stood = maps.Clone(s.stood)
	setMapKey(&s.stood, q, y.Answers[who].Of(q))
	return s
}

// Elsewhere reports whether somebody else put another grade in the place of
// the one that was typed: what is kept is neither that, nor what it was before.
func (s Sitting) Elsewhere(y *Cycle, who Initials, q QuestionCode) bool {
	typed, ok := s.grades[q]
	kept := y.Answers[who].Of(q)
	return ok && kept != typed && kept != s.stood[q]
}

// Grade is a respondent's answer to a question, and whether one is kept that
// may not be shown.
func (s Sitting) Grade(y *Cycle, who Initials, q QuestionCode) (a Answer, hidden bool) {
	if v := y.Voice(who); v.Grades {
		return v.Sheet.Of(q), false
	}
	if typed, ok := s.grades[q]; ok && typed.Grade != 0 && y.Answers[who].Of(q) == typed {
		return typed, false
	}
	return Answer{Question: q}, y.Answers[who].Of(q).Grade != 0
}

// Word is a text of a respondent's list, and whether one is kept that may not
// be shown. A remark is shown back only where it may be read out.
func (s Sitting) Word(y *Cycle, who Initials, w Word) (text string, hidden bool) {
	d := y.Discloses(who)
	open := d.Recommendation
	if w == RemarkWord {
		open = d.Remark && d.Aloud
	}
	text = y.word(who, w)
	if typed, ok := s.words[w]; open || text == "" || ok && typed == text {
		return text, false
	}
	return "", true
}

func (y *Cycle) word(who Initials, w Word) string {
	n, ok := y.NPS[who]
	switch {
	case w == RemarkWord:
		return y.Remarks[who]
	case w == AloudWord:
		return yesOrNo(y.IsReleased(who))
	case !ok:
		return ""
	case w == ScoreWord:
		return strconv.Itoa(n.Score)
	case w == WhyWord:
		return n.Why
	case w == PleasedWord:
		return n.Pleased
	case w == NameWord && n.NameUnasked:
		return ""
	case w == NameWord:
		return yesOrNo(!n.Anonymous)
	}
	return n.Missed
}

func yesOrNo(yes bool) string {
	if yes {
		return YesWord
	}
	return NoWord
}

// WantsAnonymity is whether a respondent wants no name beside their
// recommendation, as far as that was asked.
func (y *Cycle) WantsAnonymity(who Initials) Reply {
	n, given := y.NPS[who]
	if !given || n.NameUnasked {
		return Unanswered
	}
	return ReplyOf(n.Anonymous)
}
