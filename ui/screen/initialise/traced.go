package initialise

import (
	"kwi/internal/account"
	"kwi/internal/trace"
	"kwi/ui/kit"
)

// ThingInHand implements kit.Traced: the respondent in hand.
func (s Screen) ThingInHand(f kit.Frame) (trace.Thing, string) {
	y := f.Y()
	if y == nil || s.side != peopleSide {
		return trace.Thing{}, ""
	}
	if r := s.inHand(&f); r.who != "" && !r.colleague {
		return trace.Thing{Kind: trace.Person, Who: r.who, Cycle: y.Name}, ""
	}
	return trace.Thing{}, ""
}

// AnybodyInHand implements kit.Peopled.
func (s Screen) AnybodyInHand(f kit.Frame) account.Initials {
	switch s = s.on(&f); {
	case s.person.who != "":
		return s.person.who
	case s.side == peopleSide:
		return s.inHand(&f).who
	}
	return ""
}
