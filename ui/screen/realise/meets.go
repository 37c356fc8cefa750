package realise

import "kwi/ui/kit"

// MeetingPlace implements kit.Meeter: what was agreed, with the action in hand.
func (s Screen) MeetingPlace(f kit.Frame) kit.Place {
	p := kit.Place{Name: kit.MeetAgreements}
	if a, ok := s.actions.In(&f); ok && s.part == actionsSide {
		p.At = a.Number
	}
	return p
}
