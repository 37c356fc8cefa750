package account

import (
	"cmp"
	"slices"
	"strconv"

	"kwi/internal/fault"
)

// flawFinder walks through a client and notes the flaws that it finds.
type flawFinder struct {
	Onlooker
	client                  *Client
	flaws                   []Flaw
	respondents, colleagues map[Initials]bool
	met                     map[string]bool // initials, numbers of actions and marks that somebody or something has
	metInList               map[any]bool    // of the list that is gone through
	at                      []any           // the place that is gone through
	cycle, before           *Cycle          // the one that is gone through, and the one before it
	kwi                     KWICode         // whose questions are gone through
	who                     Initials        // whose entry is gone through
	kpi                     *KPI            // the one that is gone through
}

// attachedAt is what tells attached entries apart.
type attachedAt struct {
	entry string
	to    KWICode
}

// found notes a flaw of the field of that key, or below it.
func (f *flawFinder) found(k Key, kind fault.Kind, values []string, below ...any) {
	flaw := Flaw{Kind: kind, Values: values, Place: slices.Clone(f.at)}
	if k.Name != "" {
		flaw.Place = append(flaw.Place, k.Name)
	}
	flaw.Place = append(flaw.Place, below...)
	if f.cycle != nil {
		flaw.Cycle = f.cycle.Name
	}
	f.flaws = append(f.flaws, flaw)
}

// within goes through what lies below a key.
func (f *flawFinder) within(k Key, through func()) {
	if k.Name != "" {
		f.at = append(f.at, k.Name)
		defer func() { f.at = f.at[:len(f.at)-1] }()
	}
	through()
}

// findDoubled finds what was met before.
func findDoubled[K comparable](f *flawFinder, k Key, met map[K]bool, key K, kind fault.Kind, value string, below ...any) {
	if met[key] {
		f.found(k, kind, []string{value}, below...)
	}
	met[key] = true
}

// Text finds initials, numbers and marks that somebody or something has
// already, and people whom nobody knows.
func (f *flawFinder) Text(k Key, at *string, kind TextKind) {
	switch kind {
	case InitialsText:
		findDoubled(f, k, f.met, *at, fault.DuplicateInitials, *at)
	case ActionText, MarkText:
		findDoubled(f, k, f.met, *at, fault.Doubled, *at)
	case OfActionText:
		if _, a := f.client.Action(*at); a == nil && *at != "" {
			f.found(k, fault.Dangling, []string{*at})
		}
	case KPIText:
		if *at != "" {
			findDoubled[any](f, k, f.metInList, *at, fault.Doubled, *at)
		}
	case KPIActionText:
		if !slices.Contains(f.kpi.Actions, *at) {
			f.found(k, fault.Dangling, []string{*at})
		}
		findDoubled[any](f, k, f.metInList, *at, fault.Doubled, *at)
	case RespondentText, ColleagueText, SomebodyText:
		f.findUnknown(k, kind, Initials(*at))
		if k == element {
			findDoubled[any](f, k, f.metInList, *at, fault.Doubled, *at)
		}
	}
}

// findUnknown finds somebody who is none of the people of a kind.
func (f *flawFinder) findUnknown(k Key, kind TextKind, who Initials) {
	known := kind != ColleagueText && f.respondents[who] || kind != RespondentText && f.colleagues[who]
	if !known {
		f.found(k, fault.Dangling, []string{string(who)})
	}
}

// KWI finds a KWI that the cycle has already.
func (f *flawFinder) KWI(k Key, at *KWICode) {
	findDoubled[any](f, k, f.metInList, *at, fault.Doubled, at.String())
	f.kwi = *at
}

// AboutKWI finds a KWI that no cycle of the client has.
func (f *flawFinder) AboutKWI(k Key, at *KWICode) {
	if *at != 0 && !f.client.knows(*at) {
		f.found(k, fault.Dangling, []string{at.String()})
	}
}

// Question finds a question that its KWI has already, or that is another's.
func (f *flawFinder) Question(k Key, at *QuestionCode) {
	findDoubled[any](f, k, f.metInList, *at, fault.Doubled, at.String())
	if at.KWI != f.kwi {
		first := QuestionCode{KWI: f.kwi, Serial: 1}
		f.found(k, fault.BadValue, []string{at.String(), first.String() + ", …"})
	}
}

// AboutQuestion finds a question of a KWI that no cycle of the client knows.
func (f *flawFinder) AboutQuestion(k Key, at *QuestionCode) {
	if at.KWI != 0 && !f.client.knows(at.KWI) {
		f.found(k, fault.Dangling, []string{at.String()})
	}
}

// Asked finds questions that somebody judges twice, or that the cycle does not
// ask.
func (f *flawFinder) Asked(k Key, at *[]QuestionCode) {
	met := make(map[QuestionCode]bool, len(*at))
	for i, q := range *at {
		findDoubled(f, k, met, q, fault.Doubled, q.String(), i)
		if f.cycle.Question(q) == nil {
			f.found(k, fault.Dangling, []string{q.String()}, i)
		}
	}
}

// Sheet finds answers to what was not asked.
func (f *flawFinder) Sheet(k Key, at *Sheet) {
	for _, a := range *at {
		if !slices.Contains(f.cycle.Assigned[f.who], a.Question) { // which may not be in order yet
			f.found(k, fault.NotAssigned, []string{string(f.who), a.Question.String()}, a.Question.String())
		}
	}
}

// Object finds what is no flaw of a single field.
func (f *flawFinder) Object(k Key, of Walked) {
	f.within(k, func() {
		switch of := of.(type) {
		case *Cycle:
			f.before, f.cycle = f.cycle, of
			f.inCycle()
		case *Plan:
			f.cycle = nil
			findDoubled[any](f, always("year"), f.metInList, of.Year, fault.Doubled, strconv.Itoa(of.Year))
		case *PlannedItem:
			findDoubled[any](f, always("item"), f.metInList, of.Item, fault.Doubled, string(of.Item))
		case *Attached:
			findDoubled[any](f, always("entry"), f.metInList, attachedAt{of.Entry, of.KWI}, fault.Doubled, of.Entry)
		case *Wish:
			findDoubled[any](f, always("by"), f.metInList, of.By, fault.Doubled, string(of.By))
		case *Tick:
			findDoubled[any](f, always("item"), f.metInList, of.Item, fault.Doubled, of.Item)
		case *Caught:
			f.findWordless(of.Text)
		case *Idea:
			f.findWordless(of.Text)
			findDoubled[any](f, always("text"), f.metInList, of.Text, fault.Doubled, of.Text)
		case *Finding:
			f.findWordless(of.Text)
			findDoubled[any](f, always("text"), f.metInList, of.identity(), fault.Doubled, of.Text)
		case *NextKWI:
			at, said := always("kwi"), of.KWI.String()
			if of.KWI == 0 {
				at, said = always("title"), of.Title
			}
			findDoubled[any](f, at, f.metInList, of.identity(), fault.Doubled, said)
		case *KPI:
			f.kpi = of
		case *Sending:
			if of.Promise == ByGroup && f.cycle.Named() {
				f.promised()
			}
		}
		of.Walk(f)
	})
}

// findWordless finds something said that says nothing.
func (f *flawFinder) findWordless(text string) {
	if text == "" {
		f.found(always("text"), fault.Missing, []string{"text"})
	}
}

// inCycle finds a cycle that does not follow the one before it, and more who
// judge than may.
func (f *flawFinder) inCycle() {
	name := f.cycle.Name
	switch {
	case f.before == nil || name > f.before.Name:
	case name == f.before.Name:
		f.found(always("name"), fault.Doubled, []string{string(name)})
	default:
		f.found(always("name"), fault.Order, []string{string(name)})
	}
	if s := f.cycle.Session; s != "" && !hasDaysBefore(s) {
		f.found(always("session"), fault.BadValue, []string{string(s), string(firstSession) + ", …"})
	}
	if from, until := f.cycle.SessionFrom, f.cycle.SessionUntil; until != "" && (from == "" || until <= from) {
		f.found(since(25, "sessionUntil"), fault.HoursTurned, []string{cmp.Or(from, "–"), until})
	}
	if n := f.client.seats(f.cycle); n > MostRespondents {
		f.found(always("assigned"), fault.TooManyRespondents, []string{strconv.Itoa(n)})
	}
}

// promised finds a list that promised more than the cycle keeps to.
func (f *flawFinder) promised() {
	at := f.at
	f.at = at[:2] // the cycle
	f.found(always("answersBy"), fault.Promised, nil)
	f.at = at
}

func (f *flawFinder) List(k Key, l List) {
	f.within(k, func() {
		outer := f.metInList
		f.metInList = map[any]bool{}
		for i := range l.Len() {
			f.at = append(f.at, i)
			l.Element(i, f)
			f.at = f.at[:len(f.at)-1]
		}
		f.metInList = outer
	})
}

// People finds entries of people whom nobody knows.
func (f *flawFinder) People(k Key, kind TextKind, m PeopleMap) {
	f.within(k, func() {
		for _, who := range m.Keys() {
			f.within(always(string(who)), func() {
				f.findUnknown(entry, kind, who)
				f.who = who
				m.Entry(who, f)
			})
		}
	})
}
