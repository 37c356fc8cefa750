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
	v, err := entryOf(Event{ID: c.ID + "." + y.CalendarName() + ".session", At: y.SessionAt(), Lasts: lasting(y), Summary: l.Subject, Place: y.Place, Busy: true}, l.At)
	if err != nil {
		return err
	}
	v.SetOrganizer(l.From.Email, called(l.From)...)
	v.AddAttendee(l.To.Email, append(called(l.To), ics.CalendarUserTypeIndividual, ics.ParticipationRoleReqParticipant, ics.ParticipationStatusNeedsAction, answerWanted())...)
	v.SetStatus(ics.ObjectStatusConfirmed)
	cal := ics.NewCalendar()
	cal.SetProductId(product)
	cal.SetCalscale("GREGORIAN")
	cal.SetMethod(ics.MethodRequest)
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
