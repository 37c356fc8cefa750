package draft

import "kwi/ui/kit"

// MeetingPlace implements kit.Meeter: with a respondent it is the interview.
func (s Screen) MeetingPlace(f kit.Frame) kit.Place {
	if f.Y() == nil {
		return kit.Place{}
	}
	row := s.inHand(&f)
	if s.talk.open {
		row = listRow{who: s.talk.who, kwi: s.talk.kwi}
	}
	if row.who != "" {
		return kit.Place{Name: kit.MeetInterview, At: string(row.who)}
	}
	return kit.Place{Name: kit.MeetKWI, At: row.kwi.String()}
}
