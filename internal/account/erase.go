package account

import (
	"crypto/sha256"
	"fmt"
	"slices"
	"strings"

	"kwi/internal/fault"
	"kwi/internal/text"
)

// ErasedKind is a kind of what erasing a person took away, or left without a name.
type ErasedKind string

// The kinds, in the order in which they are told. The last three stay, unnamed.
const (
	ErasedContact  ErasedKind = "contact"  // who they are, and how to reach them
	ErasedTalks    ErasedKind = "talks"    // talks with them, and what was caught of them
	ErasedWords    ErasedKind = "words"    // what they wrote or said in words of their own
	ErasedSendings ErasedKind = "sendings" // lists, reminders and letters to them, what they were promised and told
	ErasedPlaces   ErasedKind = "places"   // where somebody is named by their initials: present, owner, wisher
	KeptOpen       ErasedKind = "open"     // agreements that are not done and are nobody's now
	KeptGrades     ErasedKind = "grades"
	KeptNameless   ErasedKind = "nameless" // words that nobody could tell to be theirs, and that would tell it by going
)

// ErasedKinds are all of them.
func ErasedKinds() []ErasedKind {
	return []ErasedKind{ErasedContact, ErasedTalks, ErasedWords, ErasedSendings, ErasedPlaces, KeptOpen, KeptGrades, KeptNameless}
}

// Erased is what became of somebody who was erased.
type Erased struct {
	As     Initials // under which stays what cannot go; "" where nothing of them is left
	Counts map[ErasedKind]int
}

// Add counts more of the same.
func (e *Erased) Add(more Erased) {
	for kind, n := range more.Counts {
		e.count(kind, n)
	}
}

func (e *Erased) count(kind ErasedKind, n int) {
	if n > 0 {
		setMapKey(&e.Counts, kind, e.Counts[kind]+n)
	}
}

// Erase takes a respondent or a colleague out of the client, in every cycle, a
// closed one too: who they are, what they said, what they were told. Their grades
// go on counting under initials that say nothing. So do words of theirs that
// stand beside no name, for one of a few remarks that goes would tell whose it
// was. What others wrote is not looked at: see Naming.
func (c *Client) Erase(who Initials, on Date) (Erased, error) { return c.EraseAs(who, "", on) }

// EraseAs is Erase where it is known under what initials their grades go on at another
// place, as far as these are nobody's here.
func (c *Client) EraseAs(who, as Initials, on Date) (Erased, error) {
	r, m := c.Respondent(who), c.Colleague(who)
	if r == nil && m == nil || who == "" {
		return Erased{}, fault.New(fault.Removed, string(who))
	}
	e := Erased{As: as}
	if as == "" || c.HasInitials(as) {
		e.As = c.noName()
	}
	e.count(KeptOpen, len(c.openOf(who)))
	name, left := "", on
	if r != nil {
		name = r.Name
		if r.Left != "" {
			left = r.Left // by which day a list was late
		}
		e.count(ErasedContact, 1)
		for i := range c.Respondents {
			if next := &c.Respondents[i]; next.Follows == who {
				next.Follows = r.Follows
			}
		}
		*r = Respondent{Initials: who, Left: left}
	} else {
		name = m.Name
		e.count(ErasedContact, 1)
		*m = Colleague{Initials: who, Left: on}
	}
	dropping{of: c, who: who, e: &e}.Object(Key{}, c)
	unnaming{renaming{of: c, was: who, is: e.As}, name, &e}.Object(Key{}, c)
	if r != nil {
		r.Initials = e.As
	} else {
		m.Initials = e.As
	}
	if !c.standsAnywhere(e.As) {
		c.Respondents = slices.DeleteFunc(c.Respondents, func(r Respondent) bool { return r.Initials == e.As })
		c.Colleagues = slices.DeleteFunc(c.Colleagues, func(m Colleague) bool { return m.Initials == e.As })
		e.As = ""
	}
	*c = c.Tidy()
	return e, nil
}

// noName are initials that are nobody's and never were.
func (c *Client) noName() Initials {
	for n := 1; ; n++ {
		if who := Initials(fmt.Sprintf("X%d", n)); !c.HasInitials(who) && c.Once(who) == nil {
			return who
		}
	}
}

// standsAnywhere reports whether anybody is named by initials beside in the list
// of people.
func (c *Client) standsAnywhere(who Initials) bool {
	there := seeking{who: who, found: new(bool)}
	there.Object(Key{}, c)
	return *there.found
}

// seeking is a walker that looks for initials.
type seeking struct {
	Onlooker
	who   Initials
	found *bool
}

// Text looks where a text is initials.
func (s seeking) Text(_ Key, at *string, kind TextKind) {
	switch kind {
	case RespondentText, ColleagueText, SomebodyText:
		*s.found = *s.found || Initials(*at) == s.who
	}
}

// Object looks below it, and in its free text that names a person.
func (s seeking) Object(_ Key, of Walked) {
	for _, at := range namesPeople(of) {
		*s.found = *s.found || Initials(*at) == s.who
	}
	if r, ok := of.(*Correction); ok && strings.HasPrefix(r.What, string(s.who)+" ") {
		*s.found = true
	}
	of.Walk(s)
}

// List looks in each element.
func (s seeking) List(_ Key, l List) {
	for i := range l.Len() {
		l.Element(i, s)
	}
}

// People looks for their entry.
func (s seeking) People(_ Key, _ TextKind, m PeopleMap) {
	*s.found = *s.found || m.Has(s.who)
	for _, who := range m.Keys() {
		m.Entry(who, s)
	}
}

// unnaming is a walker that renames, and where a free text that names a person
// is nothing but a name, puts the initials there.
type unnaming struct {
	renaming
	name string
	e    *Erased
}

// Text renames and counts.
func (n unnaming) Text(k Key, at *string, kind TextKind) {
	was := *at
	if n.renaming.Text(k, at, kind); was != *at {
		n.e.count(ErasedPlaces, 1)
	}
}

// Object renames below it, and in its free text that names a person.
func (n unnaming) Object(k Key, of Walked) {
	for _, at := range namesPeople(of) {
		was := *at
		if n.name != "" && text.Search(*at) == text.Search(n.name) {
			*at = string(n.is)
		}
		if n.named(at); was != *at {
			n.e.count(ErasedPlaces, 1)
		}
	}
	n.below(of, n)
}

// List renames in each element.
func (n unnaming) List(_ Key, l List) { n.inList(l, n) }

// People renames in each entry, and gives theirs to the new initials.
func (n unnaming) People(_ Key, _ TextKind, m PeopleMap) {
	for _, who := range m.Keys() {
		m.Entry(who, n)
	}
	m.Move(n.was, n.is)
}

// markOf is a mark that no list ever had, for the promise that one made.
func (c *Client) markOf(y *Cycle, n int) Mark {
	for ; ; n++ {
		sum := sha256.Sum256(fmt.Append(nil, c.ID, "/", y.Name, "/", n))
		if m := MarkOf(sum[:]); c.Marked(m).Sending == nil {
			return m
		}
	}
}
