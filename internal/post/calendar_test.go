package post_test

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"
	"time"

	"kwi/internal/account"
	"kwi/internal/lang"
	"kwi/internal/post"
)

// parseCalendar is a calendar as Python's icalendar reads it.
const parseCalendar = `
import icalendar, json, sys
c = icalendar.Calendar.from_ical(sys.stdin.buffer.read())
out = []
for e in c.walk("VEVENT"):
    out.append({"uid": str(e["uid"]), "start": e.decoded("dtstart").isoformat() if "dtstart" in e else "", "end": e.decoded("dtend").isoformat() if "dtend" in e else "", "summary": str(e["summary"]),
                "about": str(e.get("description", "")), "place": str(e.get("location", "")), "sequence": int(e["sequence"]), "stamp": e.decoded("dtstamp").isoformat(),
                "status": str(e.get("status", "")), "rings": [str(a["trigger"].to_ical(), "ascii") for a in e.walk("VALARM")],
                "organizer": str(e.get("organizer", "")), "asked": [str(a) + " " + a.params.get("RSVP", "") + " " + a.params["CN"] for a in ([e["attendee"]] if "attendee" in e else [])],
                "errors": [str(x) for x in e.errors]})
json.dump({"events": out, "method": str(c["method"]), "name": str(c.get("x-wr-calname", ""))}, sys.stdout)
`

type entry struct {
	UID, Start, End, Summary, About, Place, Stamp string
	Sequence                                      int
	Status, Organizer                             string
	Rings, Asked, Errors                          []string
}

func calendar(t *testing.T, c *account.Client, tag string, at time.Time) (text string, events []entry) {
	t.Helper()
	var b bytes.Buffer
	w := lang.For(tag)
	if err := post.Calendar(&b, w.T("post.calendar.name", c.Name), at, post.Events(c, w)); err != nil {
		t.Fatal(err)
	}
	var p struct {
		Events       []entry
		Method, Name string
	}
	if err := json.Unmarshal([]byte(python(t, "icalendar", parseCalendar, b.String())), &p); err != nil {
		t.Fatal(err)
	}
	return b.String(), p.Events
}

func TestPythonReadsACalendar(t *testing.T) {
	c := client()
	text, events := calendar(t, &c, "nl", at)
	want := []entry{
		{UID: "newmedia.2026H2.visit.KK.2026-10-06@kwi.invalid", Start: "2026-10-06T08:30:00+00:00", End: "2026-10-06T09:00:00+00:00", Summary: "NewMedia: gesprek met Kees Klant"},
		{UID: "newmedia.2026H2.invitation@kwi.invalid", Start: "2026-10-30", End: "2026-10-31", Summary: "NewMedia: uitnodiging voor de sessie versturen"},
		{UID: "newmedia.2026H2.sending@kwi.invalid", Start: "2026-11-13", End: "2026-11-14", Summary: "NewMedia: vragen opnieuw versturen"},
		{UID: "newmedia.2026H2.due@kwi.invalid", Start: "2026-11-20", End: "2026-11-21", Summary: "NewMedia: antwoorden moeten terug zijn"},
		{UID: "newmedia.action.2026-01@kwi.invalid", Start: "2026-11-20T16:00:00+00:00", End: "2026-11-20T16:30:00+00:00", Summary: `NewMedia: Portaal, met \ en ; erin END:VEVENT`},
		{UID: "newmedia.2026H2.analysis@kwi.invalid", Start: "2026-11-25", End: "2026-11-26", Summary: "NewMedia: antwoorden doornemen met collega's"},
		{UID: "newmedia.2026H2.session@kwi.invalid", Start: "2026-11-27", End: "2026-11-28", Summary: "Klantwaardesessie NewMedia", Place: "Bij ons; zaal 2, boven"},
		{UID: "newmedia.action.2026-02@kwi.invalid", Start: "2026-10-01", End: "2026-10-02", Summary: "NewMedia: Gedaan", Status: "CANCELLED"},
	}
	if len(events) != len(want) {
		t.Fatalf("%d events:\n%s", len(events), text)
	}
	for i, e := range events {
		if e.Stamp != "2026-11-13T08:30:00+00:00" || len(e.Errors) > 0 {
			t.Errorf("got %+v", e)
		}
		w := want[i]
		if e.UID != w.UID || e.Start != w.Start || e.End != w.End || e.Summary != w.Summary || e.Place != w.Place || e.Status != w.Status || (len(e.Rings) == 0) != (e.Status != "") {
			t.Errorf("got  %+v\nwant %+v", e, w)
		}
	}
	if strings.Contains(text, "geheim") {
		t.Error("what was said in a talk stands in the calendar")
	}
	for _, line := range strings.SplitAfter(text, "\n") {
		if line != "" && (!strings.HasSuffix(line, "\r\n") || len(line) > 77) {
			t.Errorf("a line as none may be: %q", line)
		}
	}
}

func TestASecondCalendarReplacesTheFirst(t *testing.T) {
	c := client()
	_, before := calendar(t, &c, "nl", at)
	if err := c.PlanSession(c.Newest().Name, "2027-02-04"); err != nil || c.Newest().Name != "2026H2" {
		t.Fatal(err, c.Newest().Name)
	}
	_, after := calendar(t, &c, "en", at.Add(time.Hour))
	was := map[string]entry{}
	for _, e := range before {
		was[e.UID] = e
	}
	for _, e := range after {
		if was[e.UID].UID == "" || e.Sequence <= was[e.UID].Sequence {
			t.Errorf("%+v does not replace %+v", e, was[e.UID])
		}
	}
	if len(after) != len(before) {
		t.Errorf("%d events, then %d", len(before), len(after))
	}
}

// TestADayThatSomebodyNamedIsInTheCalendar, and keeps its name there when they name
// another.
func TestADayThatSomebodyNamedIsInTheCalendar(t *testing.T) {
	c := client()
	y := c.Newest()
	said := func(day account.Date) (e entry) {
		y.Sent = map[account.Initials][]account.Date{"KK": {"2026-11-13"}}
		y.Reminders = map[account.Initials][]account.Reminder{"KK": {{Date: "2026-11-20", Way: account.ByPhone, Promise: day}}}
		_, events := calendar(t, &c, "en", at)
		for _, one := range events {
			if strings.Contains(one.Summary, "was to answer") {
				e = one
			}
		}
		return e
	}
	first, then := said("2026-11-23"), said("2026-11-24")
	if first.UID != "newmedia.2026H2.reply.KK@kwi.invalid" || first.UID != then.UID || first.Start != "2026-11-23" || then.Start != "2026-11-24" || then.Summary != "NewMedia: Kees Klant was to answer the questions" {
		t.Errorf("%+v\n%+v", first, then)
	}
}

// TestAnInternalAgreementIsMarkedInACalendar, for a calendar is seen by others:
// whoever plans with us, or looks over a shoulder.
func TestAnInternalAgreementIsMarkedInACalendar(t *testing.T) {
	c := account.Client{ID: "x", Name: "X", Cycles: []account.Cycle{{Name: "2026H2", Actions: []account.Action{
		{Number: "2026-01", Text: "Win a sponsor", Side: account.SupplierSide, Status: account.Open, Due: "2026-12-01", Internal: true},
		{Number: "2026-02", Text: "Call back", Side: account.SupplierSide, Status: account.Open, Due: "2026-12-02"},
	}}}}
	for _, e := range post.Events(&c, lang.For("en")) {
		if strings.Contains(e.Summary, "internal") != strings.Contains(e.Summary, "Win a sponsor") {
			t.Errorf("got %q", e.Summary)
		}
	}
}

func TestDatesOfAClosedCycleArePast(t *testing.T) {
	c := client()
	c.Cycles[0].Stage = account.Closed
	if _, events := calendar(t, &c, "nl", at); len(events) != 2 || events[0].UID != "newmedia.action.2026-01@kwi.invalid" || events[1].Status != "CANCELLED" {
		t.Errorf("got %+v", events)
	}
	c.Cycles = nil
	if e := post.Events(&c, lang.For("nl")); len(e) != 0 {
		t.Errorf("got %v", e)
	}
}
