package draft

import (
	"kwi/internal/account"
	"kwi/internal/trace"
	"kwi/ui/kit"
)

// ThingInHand implements kit.Traced: what a field of the talk holds, or the KWI
// or the respondent in hand.
func (s Screen) ThingInHand(f kit.Frame) (trace.Thing, string) {
	s = s.called(&f)
	y := f.Y()
	if y == nil {
		return trace.Thing{}, ""
	}
	t := trace.Thing{Cycle: y.Name}
	if !s.talk.open {
		r := s.inHand(&f)
		switch {
		case r.kwi != 0:
			t.Kind, t.KWI = trace.KWI, r.kwi
		case r.who != "":
			t.Kind, t.Who = trace.Person, r.who
		}
		return t, ""
	}
	form, fields := s.talk.inFront(&f)
	id := form.Field(fields).ID
	n, isNote := s.talk.note(&f, id)
	code, isAsked := account.ParseQuestionCode(id)
	switch {
	case isNote && !s.talk.onKWI():
		t.Kind, t.Who, t.Date, t.Text, t.Of = trace.Note, n.With, n.Date, n.Text, string(n.Topic)
	case isAsked:
		t.Kind, t.Question, t.KWI = trace.Question, code, code.KWI
	case id == unwantedField && y.NotExpected[s.talk.who] != "":
		t.Kind, t.Who = trace.Unwanted, s.talk.who
	}
	return t, "" // else the KWI or the respondent of the talk
}
