package questionnaire

import (
	"kwi/internal/account"
	"kwi/internal/lang"
	"kwi/internal/text"
)

// mostQuoted is how many characters of an answer in words are quoted.
const mostQuoted = 60

// Whose is the name of the respondent, with their initials where that is not
// the same.
func (f Found) Whose() string {
	if f.Name == string(f.Who) {
		return f.Name
	}
	return f.Name + " (" + string(f.Who) + ")"
}

// Lines is a list that came back in words: how much of it can be kept, and
// what is odd, where and why. The first line begins with head, by which the
// list is known; spaces before a line are its indent.
func (f Found) Lines(w *lang.Words, head string) (lines []string) {
	add := func(indent, said string) { lines = append(lines, indent+text.OneLine(said, 0)) }
	if f.No != nil {
		add("", head+": "+w.T("collect.not"))
		add("  ", f.No.Say(w))
		return lines
	}
	add("", head+": "+f.amount(w))
	for _, i := range f.Items {
		switch i.Verdict {
		case Refused:
			add("  ", w.T("collect.bad", nameQuestion(w, i.Code, i.Key), i.At, i.Reason.Say(w)))
		case Odd:
			add("  ", w.T("collect.odd", nameQuestion(w, i.Code, i.Key), i.At, i.Reason.Say(w)))
		}
	}
	if f.Doubt != nil {
		add("  ", w.T("collect.doubt", f.Doubt.Say(w)))
	}
	for _, n := range f.Notices {
		add("  ", n.Say(w))
	}
	for _, c := range f.Changes {
		add("    ", w.T("collect.change", nameQuestion(w, c.Code, c.Key), sayAnswer(w, c.Key, c.Was), sayAnswer(w, c.Key, c.Is)))
	}
	if f.Hidden {
		add("    ", w.T("collect.hidden"))
	}
	return lines
}

// amount is how much of a list can be kept.
func (f Found) amount(w *lang.Words) string {
	said := w.T("collect.of", w.N("collect.grades", f.Graded()), w.Int(f.Asked))
	if f.Recommends() {
		said += ", " + w.T("collect.recommends")
	}
	if f.Remarked() {
		said += ", " + w.T("collect.key.remark")
	}
	return said
}

// nameQuestion names a question: by its code, or by its letter on the list and
// a word.
func nameQuestion(w *lang.Words, code account.QuestionCode, key Key) string {
	if key == "" {
		return code.String()
	}
	return key.Letter() + " " + w.T("collect.key."+string(key))
}

// sayAnswer is an answer as it was or will be.
func sayAnswer(w *lang.Words, key Key, answer string) string {
	switch {
	case answer == "":
		return "–"
	case (key == Named || key == MayRead) && answer == "true":
		return w.T("sheet.yes")
	case key == Named || key == MayRead:
		return w.T("sheet.no")
	case key == "" || key == Score:
		return answer
	}
	return "“" + text.OneLine(answer, mostQuoted) + "”"
}
