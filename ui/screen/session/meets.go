package session

import "kwi/ui/kit"

// MeetingPlace implements kit.Meeter: the session, at the KWI or the action in
// hand.
func (s Screen) MeetingPlace(f kit.Frame) kit.Place {
	p := kit.Place{Name: kit.MeetSession}
	y := f.Y()
	if y == nil {
		return p
	}
	if n := len(y.KWIs); s.part == results && s.open && n > 0 {
		p.At = y.KWIs[s.kwis.In(n)].Code.String()
	} else if a, ok := s.actions.In(&f); ok && s.part == agreementsSide {
		p.At = a.Number
	}
	return p
}
