package initialise

import "kwi/ui/kit"

// MeetingPlace implements kit.Meeter: in the simple approach the value question
// is put where the contact's questions are written down.
func (s Screen) MeetingPlace(f kit.Frame) kit.Place {
	if people := f.Client.Taking(); s.on(&f).side == valueSide && len(people) == 1 {
		return kit.Place{Name: kit.MeetInterview, At: string(people[0].Initials)}
	}
	return kit.Place{}
}
