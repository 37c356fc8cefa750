package post

import (
	"fmt"
	"io"
	"strconv"
	"strings"
	"time"

	ics "github.com/arran4/golang-ical"

	"kwi/internal/account"
)

// Event is one date in a calendar: a whole day, or an hour where its moment
// has one. An hour is that of wherever the calendar is looked at.
type Event struct {
	ID      string // stays the same when the event changes
	At      account.Moment
	Summary string
	About   string
	Place   string
	Busy    bool // the day is taken; else it is a reminder
}

// Layouts of days and hours in a calendar file.
const (
	icsDay  = "20060102"
	icsHour = "20060102T150405"
)

// sessionLength is how long an event with an hour takes.
const sessionLength = 30 * time.Minute

// Calendar writes events as one calendar. at is the moment at which it is
// written: a calendar that already has the events of an earlier one takes
// these in their place.
func Calendar(w io.Writer, name string, at time.Time, events []Event) error {
	cal := ics.NewCalendar()
	cal.SetProductId("-//kwi//kwi//NL")
	cal.SetCalscale("GREGORIAN")
	cal.SetMethod(ics.MethodPublish)
	cal.SetXWRCalName(cleanHeader(name))
	for _, e := range events {
		v := ics.NewEvent(eventUID(e.ID))
		v.SetDtStampTime(at)
		v.SetSequence(sequence(at))
		if err := setTimes(v, e.At); err != nil {
			return err
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
		cal.AddVEvent(v)
	}
	return cal.SerializeTo(w, ics.WithNewLineWindows)
}

// setTimes sets the beginning and the end of an event.
func setTimes(v *ics.VEvent, at account.Moment) error {
	if t, err := time.Parse("2006-01-02T15:04", string(at)); err == nil {
		v.SetProperty(ics.ComponentPropertyDtStart, t.Format(icsHour))
		v.SetProperty(ics.ComponentPropertyDtEnd, t.Add(sessionLength).Format(icsHour))
		return nil
	}
	t, err := time.Parse(time.DateOnly, string(at))
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
