package testkwis

import "kwi/ui/kit"

// MeetingPlace implements kit.Meeter: the row of the respondent in hand, at the
// question in hand.
func (s Screen) MeetingPlace(f kit.Frame) kit.Place {
	p := kit.Place{Name: kit.MeetTesting}
	if c, ok := s.in(&f); ok {
		p.At = string(c.who)
		if !c.whole() {
			p.At += "/" + c.q.String()
		}
	}
	return p
}
