package due

import (
	"slices"
	"strconv"
	"strings"

	"kwi/internal/account"
)

// Occasion is what a date of a cycle is about.
type Occasion string

// The occasions of a calendar.
const (
	OnSession    Occasion = "session"
	OnInvitation Occasion = "invitation"  // the session is announced
	OnSending    Occasion = "sending"     // the lists go out again
	OnAnswers    Occasion = "due"         // the lists are back
	OnAnalysis   Occasion = "analysis"    // the answers have been gone through with colleagues
	OnReply      Occasion = "reply"       // somebody who was silent said to answer
	OnTalk       Occasion = "visit"       // a conversation, held or planned
	OnPlanning   Occasion = "plan"        // the session has a day
	OnConcept    Occasion = "concept"     // a respondent has the concept that was promised
	OnInspired   Occasion = "inspiration" // somebody comes back to a respondent with inspiration
	OnPromise    Occasion = "action"      // an agreement
)

// Dated is one date of a client.
type Dated struct {
	Item
	ID   string // stays the same when the date moves and the cycle is renamed
	What Occasion
	Met  account.Initials // by whom a respondent is met
}

// Dates are the dates of the client's running cycle, earliest first, and the
// promises that are open, also of cycles before it. Conversations that are owed
// have no day of their own until one is agreed.
func Dates(c *account.Client) []Dated {
	y := c.Newest()
	if y == nil {
		return nil
	}
	var out []Dated
	add := func(id string, d Dated) {
		if d.At.Valid() {
			d.ID, d.Cycle = c.ID+"."+id, y.Name
			out = append(out, d)
		}
	}
	cycle := y.CalendarName()
	if y.Stage != account.Closed {
		for _, d := range []struct {
			what Occasion
			on   account.Date
		}{{OnInvitation, y.Invitation()}, {OnSending, y.Asking()}, {OnAnswers, y.AnswersDue()}, {OnAnalysis, y.AnalysisDue()}, {OnSession, y.Session}} {
			at := account.Moment(d.on)
			if d.what == OnSession {
				at = y.SessionAt()
			}
			add(cycle+"."+string(d.what), Dated{What: d.what, Item: Item{At: at}})
		}
		nth := map[string]int{}
		for _, v := range y.Visits {
			id := cycle + ".visit." + string(v.With) + "." + v.CalendarName()
			if nth[id]++; nth[id] > 1 {
				id += "-" + strconv.Itoa(nth[id]) // as a file from elsewhere may have it
			}
			add(id, Dated{What: OnTalk, Item: Item{At: v.At(), Who: v.With}, Met: v.By})
		}
	}
	for _, i := range Of(c).Items {
		switch i.Kind {
		case Action:
			add("action."+i.Number, Dated{What: OnPromise, Item: i})
		case Concept:
			add(cycle+".concept."+string(i.Who), Dated{What: OnConcept, Item: i})
		case Inspiration:
			add(cycle+".inspiration."+string(i.Who), Dated{What: OnInspired, Item: i})
		case Reply:
			add(cycle+".reply."+string(i.Who), Dated{What: OnReply, Item: i})
		case Planning:
			add(cycle+".plan", Dated{What: OnPlanning, Item: i})
		}
	}
	slices.SortStableFunc(out, func(a, b Dated) int { return strings.Compare(string(a.At), string(b.At)) })
	return out
}
