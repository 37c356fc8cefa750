package questionnaire

import (
	"slices"
	"strconv"
	"strings"

	"kwi/internal/account"
)

// Occasion is what a date of a cycle is about.
type Occasion string

// The occasions.
const (
	Session    Occasion = "session"
	Invitation Occasion = "invitation" // the session is announced
	Sending    Occasion = "sending"    // the lists go out again
	AnswersDue Occasion = "due"        // the lists are back
	Visit      Occasion = "visit"
	Promise    Occasion = "promise" // an open action is due
)

// Dated is one date of the running cycle.
type Dated struct {
	ID   string // stays the same when the date moves and the cycle is renamed
	What Occasion
	At   account.Moment

	Cycle  account.CycleName
	Place  string           // of the session
	Who    account.Initials // who is visited
	By     account.Initials // by whom
	Number string           // of the action
	Text   string           // of the action
	For    string           // who carries it
}

// Dates are the dates of the client's running cycle, earliest first, and the
// promises that are open, also of cycles before it.
func Dates(c *account.Client) []Dated {
	var out []Dated
	y := c.Newest()
	if y == nil {
		return nil
	}
	cycle := y.CalendarName()
	add := func(id string, d Dated) {
		if d.At.Valid() {
			d.ID, d.Cycle = c.ID+"."+id, y.Name
			out = append(out, d)
		}
	}
	if y.Stage != account.Closed {
		for _, d := range []struct {
			what Occasion
			on   account.Date
		}{{Invitation, y.Invitation()}, {Sending, y.Asking()}, {AnswersDue, y.AnswersDue()}, {Session, y.Session}} {
			add(cycle+"."+string(d.what), Dated{What: d.what, At: account.Moment(d.on), Place: y.Place})
		}
		nth := map[string]int{}
		for _, v := range y.Visits {
			id := cycle + ".visit." + string(v.With) + "." + v.CalendarName()
			if nth[id]++; nth[id] > 1 {
				id += "-" + strconv.Itoa(nth[id]) // as a file from elsewhere may have it
			}
			add(id, Dated{What: Visit, At: account.Moment(v.Date), Who: v.With, By: v.By})
		}
	}
	for _, a := range c.OpenActions(y.Name) {
		add("action."+a.Action.Number, Dated{What: Promise, At: a.Action.Due, Number: a.Action.Number, Text: a.Action.Text, For: a.Action.For})
	}
	slices.SortStableFunc(out, func(a, b Dated) int { return strings.Compare(string(a.At), string(b.At)) })
	return out
}
