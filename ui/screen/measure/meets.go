package measure

import "kwi/ui/kit"

// MeetingPlace implements kit.Meeter: the list of the respondent in hand, at
// the question in hand.
func (s Screen) MeetingPlace(f kit.Frame) kit.Place {
	p := kit.Place{Name: kit.MeetAnswering}
	if s.sheet != nil {
		p.At = string(s.sheet.who) + "/" + s.sheet.code.String()
	} else if r, ok := s.selected(&f); ok {
		p.At = string(r.Initials)
	}
	return p
}
