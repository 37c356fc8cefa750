package post_test

import (
	"encoding/json"
	"strings"
	"testing"
	"time"
	_ "time/tzdata" // the zones of these tests, wherever they run

	"kwi/internal/account"
	"kwi/internal/post"
)

// invited is the invitation that goes with a letter, as Python reads it.
func invited(t *testing.T, l post.Letter) (method string, e entry) {
	t.Helper()
	var p struct {
		Events []entry
		Method string
	}
	if err := json.Unmarshal([]byte(python(t, "icalendar", parseCalendar, string(l.Invitation))), &p); err != nil || len(p.Events) != 1 {
		t.Fatal(err, p)
	}
	return p.Method, p.Events[0]
}

// TestAnInvitationIsAnswered: it asks one person, who answers whom it is from; the
// next takes its place with another day and hour, and nobody else stands in it.
func TestAnInvitationIsAnswered(t *testing.T) {
	c := client()
	from := post.Address{Name: `Joé "Best" Seller`, Email: "joe@bestseller.example"}
	invite := func(at time.Time) post.Letter {
		l := post.Write(&c, "KK", from, "Uitnodiging", "Beste Kees,", at)
		if err := post.Invite(&l, &c, c.Newest(), "uitnodiging"); err != nil {
			t.Fatal(err)
		}
		return l
	}
	if err := c.SetSessionHours("", "16:00", "17:30"); err != nil {
		t.Fatal(err)
	}
	l := invite(at)
	method, first := invited(t, l)
	if method != "REQUEST" || first.Organizer != "mailto:joe@bestseller.example" || len(first.Asked) != 1 || first.Asked[0] != "mailto:kk@newmedia.example TRUE Kees Klant" ||
		first.Start != "2026-11-27T15:00:00+00:00" || first.End != "2026-11-27T16:30:00+00:00" || first.Place != "Bij ons; zaal 2, boven" || len(first.Rings) > 0 || len(first.Errors) > 0 {
		t.Errorf("%s %+v", method, first)
	}
	for _, r := range c.Respondents[1:] {
		if strings.Contains(string(l.Invitation), r.Name) || strings.Contains(string(l.Invitation), r.Email) {
			t.Errorf("%s stands in the invitation of another", r.Name)
		}
	}
	if p := read(t, draft(t, l)); !strings.Contains(strings.Join(p.Kinds, " "), "text/html text/calendar text/calendar") || len(p.Files) != 1 || p.Files[0][0] != "uitnodiging.ics" {
		t.Errorf("%v %v", p.Kinds, p.Files)
	}
	if err := c.MoveSession("", "2026-12-04", nil); err != nil {
		t.Fatal(err)
	}
	if _, then := invited(t, invite(at.Add(time.Hour))); then.UID != first.UID || then.Sequence <= first.Sequence || then.Start != "2026-12-04T15:00:00+00:00" {
		t.Errorf("%+v does not take the place of %+v", then, first)
	}
	for _, l := range []post.Letter{post.Write(&c, "ZZ", from, "a", "b", at), post.Write(&c, "KK", post.Address{}, "a", "b", at)} {
		if err := post.Invite(&l, &c, c.Newest(), "x"); err != nil || l.Invitation != nil || len(l.Files) > 0 {
			t.Errorf("nobody is asked by %+v, %v", l, err)
		}
	}
}

// TestAWithdrawnSessionLeavesTheCalendar: what takes the invitation back knows it by
// the same name with a higher number, says no day, and goes to its recipient alone.
func TestAWithdrawnSessionLeavesTheCalendar(t *testing.T) {
	c := client()
	from := post.Address{Name: "Joe", Email: "joe@bestseller.example"}
	first := post.Write(&c, "KK", from, "Uitnodiging", "Beste Kees,", at)
	if err := post.Invite(&first, &c, c.Newest(), "uitnodiging"); err != nil {
		t.Fatal(err)
	}
	_, asked := invited(t, first)
	if err := c.MoveSession("", "", nil); err != nil {
		t.Fatal(err)
	}
	l := post.Write(&c, "KK", from, "Afgezegd", "Beste Kees,", at.Add(time.Hour))
	if err := post.Withdraw(&l, &c, c.Newest(), "afzegging"); err != nil {
		t.Fatal(err)
	}
	method, e := invited(t, l)
	if method != "CANCEL" || e.UID != asked.UID || e.Sequence <= asked.Sequence || e.Start != "" || e.Organizer != asked.Organizer || len(e.Asked) != 1 || len(e.Errors) > 0 || !strings.Contains(string(l.Invitation), "STATUS:CANCELLED") {
		t.Errorf("%s %+v, of %+v", method, e, asked)
	}
	mail := string(draft(t, l))
	if !strings.Contains(mail, "method=CANCEL") || strings.Contains(mail, "method=REQUEST") {
		t.Errorf("the mail does not take it back:\n%s", mail)
	}
	nobody := post.Write(&c, "KK", post.Address{}, "a", "b", at)
	if err := post.Withdraw(&nobody, &c, c.Newest(), "x"); err != nil || nobody.Invitation != nil {
		t.Errorf("%+v, %v", nobody, err)
	}
}

// TestAnHourIsThatOfItsDay: before and after the clock is changed, whenever it is
// written.
func TestAnHourIsThatOfItsDay(t *testing.T) {
	zone, err := time.LoadLocation("Europe/Amsterdam")
	if err != nil {
		t.Fatal(err)
	}
	c := client()
	if err := c.SetSessionHours("", "16:00", ""); err != nil {
		t.Fatal(err)
	}
	for day, want := range map[account.Date]string{"2026-10-24": "14:00", "2026-10-26": "15:00", "2027-03-27": "15:00", "2027-03-29": "14:00"} {
		c.Newest().Session = day
		_, events := calendar(t, &c, "nl", time.Date(2026, 9, 1, 12, 0, 0, 0, zone))
		found := false
		for _, e := range events {
			if strings.Contains(e.UID, ".session@") {
				found = e.Start == string(day)+"T"+want+":00+00:00" && len(e.Rings) == 1 && e.Rings[0] == "-PT30M"
			}
		}
		if !found {
			t.Errorf("%s: not at %s UTC in %+v", day, want, events)
		}
	}
}
