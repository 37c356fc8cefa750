package questionnaire

import (
	"kwi/internal/account"
	"kwi/internal/text"
)

// belongs holds what a list says of itself against the lists that went out:
// one with the mark of somebody else is refused, one without a mark that was
// sent is doubted, and one that promised more than the cycle keeps to is never
// read into it. The mark of an earlier sending is as good as that of the last.
func (f *Found) belongs(c *account.Client, y *account.Cycle, sent account.Marked, r Return) (Reason, bool) {
	f.promise = r.Promise
	switch {
	case sent.Sending != nil && sent.Who != r.Who:
		return Reason{OthersMark, []string{called(c, sent.Who), called(c, r.Who)}}, false
	case sent.Sending != nil && sent.Cycle != y:
		return Reason{PastMark, []string{called(c, sent.Who), string(sent.Cycle.Name)}}, false
	case sent.Sending != nil && sent.Sending.Promise == account.ByGroup:
		f.promise = account.ByGroup
	case sent.Sending == nil && r.Mark != "":
		f.Doubt = &Reason{Ground: MarkUnknown}
	case sent.Sending == nil && len(y.Sendings[r.Who]) > 0:
		f.Doubt = &Reason{MarkMissing, []string{f.Name}}
	case sent.Sending == nil:
		f.notice(Unmarked)
	}
	return Reason{Ground: ByGroup}, !f.breaks(y)
}

// breaks reports whether the grades would stand beside a name though the list
// promised that they never do.
func (f *Found) breaks(y *account.Cycle) bool { return f.promise == account.ByGroup && y.Named() }

// called is how somebody is named in a sentence.
func called(c *account.Client, who account.Initials) string {
	if r := c.Respondent(who); r != nil && r.Name != "" {
		return r.Name + " (" + string(who) + ")"
	}
	return string(who)
}

// sentBy tells of a mail that did not come from the respondent themselves.
func (f *Found) sentBy(c *account.Client, person *account.Respondent, r Return) {
	if !r.Mailed {
		return
	}
	if len(r.From) == 0 {
		f.notice(FromNobody)
	}
	for _, from := range r.From {
		if sameAddress(from, person.Email) {
			continue
		}
		var other *account.Respondent
		for i := range c.Respondents {
			if o := &c.Respondents[i]; sameAddress(from, o.Email) && (other == nil || o.Initials == c.Sponsor) {
				other = o
			}
		}
		switch {
		case other != nil && other.Initials == c.Sponsor:
			f.notice(FromSponsor, quoteForeign(from), called(c, other.Initials), f.Name)
		case other != nil:
			f.notice(FromAnother, quoteForeign(from), called(c, other.Initials), f.Name)
		case text.Line(person.Email) == "":
			f.notice(FromUncertain, quoteForeign(from), "", f.Name)
		default:
			f.notice(FromStranger, quoteForeign(from), "", f.Name)
		}
	}
}

// sameAddress reports whether two mail addresses are one, however they are
// written.
func sameAddress(a, b string) bool {
	a, b = text.Fold(a), text.Fold(b)
	return a != "" && a == b
}
