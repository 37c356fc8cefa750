package draft

import (
	"strings"

	"kwi/internal/account"
	"kwi/internal/cells"
	"kwi/ui/kit"
	"kwi/ui/widget"
)

// probeQuestions is what to ask the client now: about a word in the field in hand that
// everybody means differently, or else what belongs to the subject.
type probeQuestions struct {
	word      string // the word that was noticed
	questions []string
	said      []string // to ourselves
}

func (t *talkScreen) asked(f *kit.Frame, field widget.Field) probeQuestions {
	g := guideOf(f)
	if field.Kind == widget.TextField || field.Kind == widget.SentenceField || field.ID == "title" {
		if word, questions, found := g.Probe(field.Value); found && !isQuestion(field.ID) {
			return probeQuestions{word: word, questions: questions}
		}
	}
	if !t.onKWI() {
		if field.ID == unwantedField {
			return probeQuestions{questions: []string{g.Said("draft.unwanted")}, said: []string{f.T("draft.say.not")}}
		}
		topic := t.topic(f, field.ID)
		for _, of := range g.Topics() {
			if of.Name == string(topic) {
				return probeQuestions{questions: of.Questions}
			}
		}
		return probeQuestions{questions: []string{g.Said("draft.else")}}
	}
	halfYear, eight := []string{g.Said("draft.halfyear")}, []string{g.Said("draft.eight")}
	k := t.of(f)
	if t.isQuick(f) && (isFresh(field.ID) || isQuestion(field.ID)) && field.Why == "" {
		asked := probeQuestions{questions: append(halfYear, eight...)}
		if k != nil { // before the first question the line of advice says it
			asked.said = []string{g.Said("simple.noted")}
		}
		return asked
	}
	switch {
	case field.Why != "":
		return probeQuestions{said: []string{field.Why}}
	case field.ID == "title":
		return probeQuestions{said: []string{f.T("draft.say.title")}}
	case field.ID == "expectation":
		return probeQuestions{questions: halfYear, said: []string{f.T("draft.say.expectation")}}
	case field.ID == "why":
		return probeQuestions{said: []string{f.T("draft.say.why")}}
	case field.ID == "so":
		return probeQuestions{said: []string{f.T("draft.say.so")}}
	case field.ID == "target":
		return probeQuestions{said: []string{f.T("draft.say.target")}}
	case k != nil && longList(f, k.Wishers()) != "":
		return probeQuestions{questions: eight, said: []string{f.T("draft.long", string(longList(f, k.Wishers())), account.MostAsked)}}
	}
	return probeQuestions{questions: eight, said: []string{f.T("draft.say.question")}}
}

// drawProbe draws what to ask in at most h lines. Of a noticed word the questions
// about that very word come before those about any.
func drawProbe(f *kit.Frame, a probeQuestions, w, h int) []string {
	var lines []string
	questions := a.questions
	if a.word != "" {
		lines = append(lines, f.Theme.Accent.Render(cells.Line(f.T("draft.word", a.word), w)))
		if n := len(questions); n > 4 && h <= probeBelow {
			questions = append([]string{questions[0]}, questions[4:]...)
		}
	}
	for _, q := range questions {
		lines = appendFitting(lines, faintLines(f, quoteForClient(q), w), h, w == probeWidth)
	}
	for _, s := range a.said {
		lines = appendFitting(lines, faintLines(f, s, w), h, w == probeWidth)
	}
	return lines
}

// appendFitting puts a text below others where all of it fits, apart from them where
// there is room.
func appendFitting(lines, text []string, h int, apart bool) []string {
	if apart && len(lines) > 0 {
		text = append([]string{""}, text...)
	}
	if len(lines)+len(text) > h {
		return lines
	}
	return append(lines, text...)
}

// quoteForClient puts what is for the client's ears between its signs, unless it has
// them within.
func quoteForClient(s string) string {
	if strings.Contains(s, "“") {
		return s
	}
	return "“" + s + "”"
}
