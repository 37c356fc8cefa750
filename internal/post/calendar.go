package post

import (
	"cmp"
	"fmt"
	"io"
	"strconv"
	"strings"
	"time"

	ics "github.com/arran4/golang-ical"

	"kwi/internal/account"
)

// Event is one date in a calendar: a whole day, or an hour where its moment
// has one. An hour is that of where the calendar is written, and stands in it in
// UTC: whoever looks at it elsewhere, or after the clock was changed, sees the right
// one, and no table of time zones has to go along.
type Event struct {
	ID      string // stays the same when the event changes
	At      account.Moment
	Lasts   time.Duration // of one with an hour; 0: half an hour
	Summary string
	About   string
	Place   string
	Busy    bool // the day is taken; else it is a reminder
	Off     bool // it was in a calendar and counts no more: done, or dropped
}

// product is by what name a calendar knows us.
const product = "-//kwi//kwi//NL"

// Layouts of days and hours in a calendar file.
const (
	icsDay  = "20060102"
	icsHour = "20060102T150405Z"
)

// How long an event with an hour takes of which that is not said: a talk, and a
// session.
const (
	talkLength    = 30 * time.Minute
	sessionLength = 90 * time.Minute
)

// When a calendar rings: some time before an hour, at the end of the afternoon before
// a whole day that is taken, and at nine on a day that something is due.
const (
	ringsBefore = "-PT30M"
	ringsOnEve  = "-PT8H"
	ringsAtNine = "PT9H"
)

// Calendar writes events as one calendar. at is the moment at which it is
// written: a calendar that already has the events of an earlier one takes
// these in their place.
func Calendar(w io.Writer, name string, at time.Time, events []Event) error {
	cal := ics.NewCalendar()
	cal.SetProductId(product)
	cal.SetCalscale("GREGORIAN")
	cal.SetMethod(ics.MethodPublish)
	cal.SetXWRCalName(cleanHeader(name))
	for _, e := range events {
		v, err := entryOf(e, at)
		if err != nil {
			return err
		}
		if e.Off {
			v.SetStatus(ics.ObjectStatusCancelled)
		} else {
			ring(v, e)
		}
		cal.AddVEvent(v)
	}
	return cal.SerializeTo(w, ics.WithNewLineWindows)
}

// entryOf is an event as the library has it.
func entryOf(e Event, at time.Time) (*ics.VEvent, error) {
	v := ics.NewEvent(eventUID(e.ID))
	v.SetDtStampTime(at)
	v.SetSequence(sequence(at))
	if err := setTimes(v, e, at.Location()); err != nil {
		return nil, err
	}
	v.SetSummary(cleanHeader(e.Summary))
	if e.About != "" {
		v.SetDescription(cleanBody(e.About))
	}
	if e.Place != "" {
		v.SetLocation(cleanHeader(e.Place))
	}
	v.SetTimeTransparency(ics.TransparencyTransparent)
	if e.Busy {
		v.SetTimeTransparency(ics.TransparencyOpaque)
	}
	return v, nil
}

// ring lets a calendar tell of an event in time.
func ring(v *ics.VEvent, e Event) {
	alarm := v.AddAlarm()
	alarm.SetAction(ics.ActionDisplay)
	alarm.SetDescription(cleanHeader(e.Summary))
	switch {
	case e.At.Hour() != "":
		alarm.SetTrigger(ringsBefore)
	case e.Busy:
		alarm.SetTrigger(ringsOnEve)
	default:
		alarm.SetTrigger(ringsAtNine)
	}
}

// setTimes sets the beginning and the end of an event.
func setTimes(v *ics.VEvent, e Event, zone *time.Location) error {
	if t, err := time.ParseInLocation("2006-01-02T15:04", string(e.At), zone); err == nil {
		v.SetProperty(ics.ComponentPropertyDtStart, t.UTC().Format(icsHour))
		v.SetProperty(ics.ComponentPropertyDtEnd, t.Add(cmp.Or(e.Lasts, talkLength)).UTC().Format(icsHour))
		return nil
	}
	t, err := time.Parse(time.DateOnly, string(e.At))
	if err != nil {
		return fmt.Errorf("an event on no day: %w", err)
	}
	day := ics.WithValue(string(ics.ValueDataTypeDate))
	v.SetProperty(ics.ComponentPropertyDtStart, t.Format(icsDay), day)
	v.SetProperty(ics.ComponentPropertyDtEnd, t.AddDate(0, 0, 1).Format(icsDay), day)
	return nil
}

// sequence is the number of a revision, which has to grow: the minutes since
// 2020. Nothing in the data counts changes of a date, and a calendar keeps
// what it has when the number is lower.
func sequence(at time.Time) int {
	return max(int(at.Sub(time.Date(2020, 1, 1, 0, 0, 0, 0, time.UTC)).Minutes()), 0)
}

// eventUID is the event's name among all events of all programs. Initials may hold
// letters that do not belong in it.
func eventUID(id string) string {
	var b strings.Builder
	for _, r := range id {
		switch {
		case r >= 'a' && r <= 'z', r >= 'A' && r <= 'Z', r >= '0' && r <= '9', r == '.', r == '-':
			b.WriteRune(r)
		default:
			b.WriteString("_" + strconv.FormatInt(int64(r), 16))
		}
	}
	return b.String() + "@kwi.invalid"
}
