package post

import (
	"bytes"
	"strings"

	ics "github.com/arran4/golang-ical"

	"kwi/internal/account"
)

// Invite puts an invitation with a letter that asks its recipient to the session of a
// cycle: they answer it from their calendar, and the letter's sender hears. One that
// goes later takes the place of the one before it, with whatever day and hours the
// session has then. Nobody but its recipient stands in it: whom else we ask is not for
// them. A letter from nobody or to nobody, or to no session, has none.
func Invite(l *Letter, c *account.Client, y *account.Cycle, name string) error {
	if l.From.Email == "" || l.To.Email == "" || y.Session == "" {
		return nil
	}
	v, err := entryOf(Event{ID: sessionID(c, y), At: y.SessionAt(), Lasts: lasting(y), Summary: l.Subject, Place: y.Place, Busy: true}, l.At)
	if err != nil {
		return err
	}
	v.SetOrganizer(l.From.Email, called(l.From)...)
	v.AddAttendee(l.To.Email, append(called(l.To), ics.CalendarUserTypeIndividual, ics.ParticipationRoleReqParticipant, ics.ParticipationStatusNeedsAction, answerWanted())...)
	v.SetStatus(ics.ObjectStatusConfirmed)
	return l.bring(v, ics.MethodRequest, name)
}

// Withdraw puts with a letter what takes the invitation of a session out of the
// calendar of its recipient: of one that is not planned any more, so that it says no
// day. A calendar that never had it does nothing. A letter from nobody or to nobody
// has none.
func Withdraw(l *Letter, c *account.Client, y *account.Cycle, name string) error {
	if l.From.Email == "" || l.To.Email == "" {
		return nil
	}
	v := ics.NewEvent(eventUID(sessionID(c, y)))
	v.SetDtStampTime(l.At)
	v.SetSequence(sequence(l.At))
	v.SetSummary(cleanHeader(l.Subject))
	v.SetOrganizer(l.From.Email, called(l.From)...)
	v.AddAttendee(l.To.Email, called(l.To)...)
	v.SetStatus(ics.ObjectStatusCancelled)
	l.TakesBack = true
	return l.bring(v, ics.MethodCancel, name)
}

// sessionID is by what a calendar knows the session of a cycle.
func sessionID(c *account.Client, y *account.Cycle) string {
	return c.ID + "." + y.CalendarName() + ".session"
}

// bring puts an entry with a letter, with what a calendar is to do with it.
func (l *Letter) bring(v *ics.VEvent, method ics.Method, name string) error {
	cal := ics.NewCalendar()
	cal.SetProductId(product)
	cal.SetCalscale("GREGORIAN")
	cal.SetMethod(method)
	cal.AddVEvent(v)
	var b bytes.Buffer
	if err := cal.SerializeTo(&b, ics.WithNewLineWindows); err != nil {
		return err
	}
	l.Invitation = b.Bytes()
	l.Files = append(l.Files, File{Name: name + ".ics", Content: l.Invitation})
	return nil
}

// answerWanted asks for an answer, as every calendar program spells it.
func answerWanted() ics.PropertyParameter {
	return &ics.KeyValues{Key: string(ics.ParameterRsvp), Value: []string{"TRUE"}}
}

// called is the name of somebody in a calendar, none where it is not known.
func called(a Address) []ics.PropertyParameter {
	name := strings.ReplaceAll(header(a.Name), `"`, "'")
	if name == "" {
		return nil
	}
	return []ics.PropertyParameter{ics.WithCN(name)}
}
