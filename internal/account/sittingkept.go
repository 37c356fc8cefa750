package account

import "slices"

// Kept is the sitting with only what is still what is kept: what was taken back,
// or changed elsewhere since, is not in it. It is what may be shown back to
// whoever typed it, whatever was agreed on names, because it tells them nothing
// that they did not say themselves.
func (s Sitting) Kept(y *Cycle, who Initials) (kept Sitting) {
	if y == nil {
		return kept
	}
	for q, a := range s.grades {
		if a.Grade != 0 && y.Holds(who, a) {
			setMapKey(&kept.grades, q, a)
		}
	}
	for w, text := range s.words {
		if text != "" && y.word(who, w) == text {
			setMapKey(&kept.words, w, text)
		}
	}
	for q, can := range s.judged {
		if y.Question(q) != nil && y.IsAssigned(who, q) == can {
			setMapKey(&kept.judged, q, can)
		}
	}
	for code, matters := range s.shared {
		if k := y.KWI(code); k != nil && slices.Contains(k.SharedBy, who) == matters {
			setMapKey(&kept.shared, code, matters)
		}
	}
	if y.Tested[who] == s.tested {
		kept.tested = s.tested
	}
	return kept
}

// Answer is the answer that was typed to a question; its grade is 0 where none
// was.
func (s Sitting) Answer(q QuestionCode) Answer {
	if a, ok := s.grades[q]; ok {
		return a
	}
	return Answer{Question: q}
}

// Answers is how many questions were given a grade.
func (s Sitting) Answers() int { return len(s.grades) }

// Typed is a text that was typed, "" where none was.
func (s Sitting) Typed(w Word) string { return s.words[w] }

// Judges is what was said of a question, Unanswered where nothing was.
func (s Sitting) Judges(q QuestionCode) Reply { return said(s.judged, q) }

// Shares is what was said of a KWI, Unanswered where nothing was.
func (s Sitting) Shares(k KWICode) Reply { return said(s.shared, k) }

// TestedOn is the day on which a row was said to be right, "" where it was not.
func (s Sitting) TestedOn() Date { return s.tested }

func said[K comparable](replies map[K]bool, of K) Reply {
	yes, ok := replies[of]
	if !ok {
		return Unanswered
	}
	return ReplyOf(yes)
}
