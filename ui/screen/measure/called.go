package measure

import "kwi/ui/kit"

// called is the screen with the list that is open under the initials that its
// respondent has now: another window may have given them others.
func (s Screen) called(f *kit.Frame) Screen {
	if s.sheet == nil {
		return s
	}
	if who := f.Client.KnownNow(s.sheet.who); who != s.sheet.who {
		sheet := *s.sheet
		sheet.who, sheet.form.Of = who, string(who)
		s.sheet = &sheet
	}
	return s
}
