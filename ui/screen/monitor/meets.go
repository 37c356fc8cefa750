package monitor

import "kwi/ui/kit"

// MeetingPlace implements kit.Meeter: the page of the KWI in hand, or what was
// agreed.
func (s Screen) MeetingPlace(f kit.Frame) kit.Place {
	y := f.Y()
	switch {
	case y == nil:
		return kit.Place{}
	case s.side == actionsSide:
		return kit.Place{Name: kit.MeetAgreements}
	}
	p := kit.Place{Name: kit.MeetKWI}
	if code := s.code(&f, y); code != 0 {
		p.At = code.String()
	}
	return p
}
