package account

import "slices"

// dropping is a walker that takes out what is somebody's alone. What it passes
// over goes on under other initials, for in a place that nobody thought of they
// must not stand.
type dropping struct {
	Onlooker
	of  *Client
	who Initials
	e   *Erased
}

// countsFor are the entries by person that grades and the way of a cycle stand
// on. Every other one goes.
var countsFor = []string{"assigned", "answers", "answered", "excused", "sent", "tested", "confirmed", "nps"}

// Object takes out what is theirs in it, and goes on below.
func (d dropping) Object(_ Key, of Walked) {
	switch of := of.(type) {
	case *Client:
		if of.Sponsor == d.who {
			of.Sponsor = ""
			d.e.count(ErasedPlaces, 1)
		}
		if of.Responsible == d.who {
			of.Responsible = ""
			d.e.count(ErasedPlaces, 1)
		}
		of.Caught = takeOff(d, ErasedTalks, of.Caught, func(x Caught) bool { return x.With == d.who })
	case *Cycle:
		d.cycle(of)
	case *Kickoff:
		d.absent(&of.Present)
	case *Meeting:
		d.absent(&of.Present)
	case *Note:
		d.absent(&of.Heard)
	case *Action:
		of.Tellings = takeOff(d, ErasedSendings, of.Tellings, func(t Telling) bool { return t.Who == d.who })
		d.origin(&of.Origin)
	case *KWI:
		d.absent(&of.SharedBy)
		d.origin(&of.Origin)
		for i := range of.Wishes {
			if h := &of.Wishes[i]; h.By == d.who && h.Words != "" {
				h.Words = ""
				d.e.count(ErasedWords, 1)
			}
		}
	}
	of.Walk(d)
}

// cycle takes out what is theirs in a cycle.
func (d dropping) cycle(y *Cycle) {
	y.Notes = takeOff(d, ErasedTalks, y.Notes, func(n Note) bool { return n.With == d.who })
	y.Visits = takeOff(d, ErasedTalks, y.Visits, func(v Visit) bool { return v.With == d.who })
	d.absent(&y.NotExpectedHeard)
	says := y.Discloses(d.who)
	if words := some(y.Remarks[d.who]); says.Remark {
		delete(y.Remarks, d.who)
		d.absent(&y.Released)
		d.e.count(ErasedWords, words)
	} else {
		d.e.count(KeptNameless, words)
	}
	d.e.count(KeptGrades, len(y.Answers[d.who]))
	if n, ok := y.NPS[d.who]; ok {
		d.e.count(KeptGrades, 1)
		if words := some(n.Why) + some(n.Pleased) + some(n.Missed); says.Recommendation {
			n.Why, n.Pleased, n.Missed = "", "", ""
			y.NPS[d.who] = n
			d.e.count(ErasedWords, words)
		} else {
			d.e.count(KeptNameless, words)
		}
	}
	d.sendings(y)
}

// sendings takes out the lists that went to them. What one promised of their
// grades goes on, by a mark that no list ever bore: nobody may show by name what
// was asked by group.
func (d dropping) sendings(y *Cycle) {
	sent := y.Sendings[d.who]
	delete(y.Sendings, d.who)
	d.e.count(ErasedSendings, len(sent))
	for i, s := range sent {
		if s.Promise == ByGroup {
			setMapKey(&y.Sendings, d.who, []Sending{{Mark: d.of.markOf(y, i), Date: s.Date, Promise: s.Promise}})
			return
		}
	}
}

func some(words string) int { return boolToInt(words != "") }

// origin takes out the sentence that something was made of, where it was theirs.
func (d dropping) origin(o *Origin) {
	if o.With == d.who && d.who != "" {
		*o = Origin{}
		d.e.count(ErasedWords, 1)
	}
}

// absent takes them off a list of people.
func (d dropping) absent(list *[]Initials) {
	*list = takeOff(d, ErasedPlaces, *list, func(who Initials) bool { return who == d.who })
}

// takeOff is a list without what is theirs, which is counted.
func takeOff[T any](d dropping, kind ErasedKind, list []T, theirs func(T) bool) []T {
	rest := slices.DeleteFunc(slices.Clone(list), theirs)
	d.e.count(kind, len(list)-len(rest))
	return rest
}

// List goes through each element.
func (d dropping) List(_ Key, l List) {
	for i := range l.Len() {
		l.Element(i, d)
	}
}

// People takes their entry out, unless grades stand on it.
func (d dropping) People(k Key, _ TextKind, m PeopleMap) {
	if !m.Has(d.who) || slices.Contains(countsFor, k.Name) {
		return
	}
	switch k.Name {
	case "remarks", "sendings": // seen to in the cycle
		return
	case "notExpected", "circumstancesOf", "excusedWhy":
		d.e.count(ErasedWords, 1)
	default:
		d.e.count(ErasedSendings, 1)
	}
	m.Drop(d.who)
}
