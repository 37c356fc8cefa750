package draft

import (
	"kwi/internal/account"
	"kwi/ui/kit"
)

// Talks implements kit.Talker: it does with one respondent.
func (s Screen) Talks() bool { return s.talk.open && s.talk.who != "" }

// MeetingPlace implements kit.Meeter: with a respondent it is the interview, at
// the page of what is in hand.
func (s Screen) MeetingPlace(f kit.Frame) kit.Place {
	if f.Y() == nil {
		return kit.Place{}
	}
	row := s.inHand(&f)
	if s.talk.open {
		row = listRow{who: s.talk.who, kwi: s.talk.kwi}
	}
	switch {
	case row.who == "":
		return kit.Place{Name: kit.MeetKWI, At: row.kwi.String()}
	case s.talk.open:
		return kit.Place{Name: kit.MeetInterview, At: string(row.who) + "/" + s.talk.meetingPage(&f)}
	}
	return kit.Place{Name: kit.MeetInterview, At: string(row.who)}
}

// meetingPage is the page of the interview that is about what is in hand.
func (t *talkScreen) meetingPage(f *kit.Frame) string {
	form, fields := t.inFront(f)
	at := form.Field(fields).ID
	topic := t.topic(f, at)
	switch {
	case t.onKWI() && t.of(f) == nil && !t.isQuick(f):
		return kit.TalkRanking
	case t.onKWI():
		return kit.TalkAsking
	case at == unwantedField:
		return kit.TalkUnwanted
	case topic == account.Topic(""):
		return kit.TalkElse
	}
	return string(topic)
}
