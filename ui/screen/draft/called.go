package draft

import "kwi/ui/kit"

// called is the screen with the talk that is open under the initials that its
// respondent has now: another window may have given them others.
func (s Screen) called(f *kit.Frame) Screen {
	if who := f.Client.KnownNow(s.talk.who); who != s.talk.who {
		s.talk.who, s.talk.notes.Of, s.talk.form.Of = who, string(who), string(who)
	}
	return s
}
