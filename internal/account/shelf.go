package account

import (
	"fmt"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"kwi/internal/fault"
	"kwi/internal/text"
)

// Shelf is the part of the library that a supplier wrote, for all clients.
type Shelf []OwnEntry

// OwnKind is what a supplier may add to the library.
type OwnKind string

// The kinds of own entry.
const (
	OwnValue     OwnKind = "value"     // what a client may find important, with questions about it
	OwnWisdom    OwnKind = "wisdom"    // one line to keep in mind
	OwnChecklist OwnKind = "checklist" // points to tick off
	OwnPromise   OwnKind = "promise"   // words that promise nothing, and what to say instead
)

// OwnKinds are all of them, in the order of the library.
func OwnKinds() []OwnKind { return []OwnKind{OwnChecklist, OwnValue, OwnWisdom, OwnPromise} }

// OwnEntry is an entry of the library that a supplier wrote.
type OwnEntry struct {
	ID        string // [a-z0-9-]{1,40}, with OwnPrefix
	Kind      OwnKind
	Title     string
	Text      string
	Items     []OwnItem // questions, points, or other forms of the words
	LastItem  uint16    // the highest number ever given, where no item has it
	Withdrawn Date      // since when it is offered no more; where it is attached it stays
}

// OwnItem is one line of an own entry, as long as it may be. Its number is what ticks know it by.
type OwnItem struct {
	Number uint16
	Text   string
}

// OwnPrefix begins the ID of every own entry and of no other.
const OwnPrefix = "own-"

// longestSlug is how long the rest of the ID may be.
const longestSlug = 40 - len(OwnPrefix)

// Key is the ID of the item among ticks.
func (i OwnItem) Key() string { return strconv.Itoa(int(i.Number)) }

// Walk goes through the fields of an own entry.
func (e *OwnEntry) Walk(w Walker) {
	f := fields{w}
	f.Text(needed("id"), &e.ID, IDText)
	f.Choice(needed("kind"), (*string)(&e.Kind), ownKindWords)
	f.line(needed("title"), &e.Title)
	f.block(sparse("text"), &e.Text)
	walkObjects(w, sparse("items"), &e.Items)
	f.Serial(sparse("lastItem"), &e.LastItem)
	f.date(sparse("withdrawn"), &e.Withdrawn)
}

// Walk goes through the fields of an item.
func (i *OwnItem) Walk(w Walker) {
	f := fields{w}
	f.Serial(needed("number"), &i.Number)
	f.block(needed("text"), &i.Text)
}

// Entry is the own entry with that ID, or nil.
func (s Shelf) Entry(id string) *OwnEntry {
	for i := range s {
		if s[i].ID == id {
			return &s[i]
		}
	}
	return nil
}

// Add puts an entry on the shelf, with a free ID that is made of its title, and
// tells that ID. The same is not there twice.
func (s *Shelf) Add(e OwnEntry) (string, error) {
	e.Title, e.Text = strings.TrimSpace(e.Title), strings.TrimSpace(e.Text)
	if err := checkOneOf(e.Kind, OwnKinds()...); err != nil {
		return "", err
	}
	if e.Title == "" {
		return "", fault.New(fault.Missing)
	}
	if s.named(e.Kind, e.Title, "") {
		return "", fault.New(fault.Doubled, e.Title)
	}
	for n := 1; ; n++ {
		if e.ID = OwnPrefix + text.Slug(e.Title, "entry", n, longestSlug); s.Entry(e.ID) == nil {
			break
		}
	}
	var lines []string
	for _, i := range e.Items {
		lines = append(lines, i.Text)
	}
	e.Items, e.LastItem, e.Withdrawn = nil, 0, ""
	if err := e.changeItems(nil, lines); err != nil {
		return "", err
	}
	*s = append(*s, e)
	return e.ID, nil
}

// Change changes the title and the text of an entry.
func (s Shelf) Change(id string, change func(*OwnEntry)) error {
	e := s.Entry(id)
	if e == nil {
		return fault.New(fault.Removed, id)
	}
	next := *e
	change(&next)
	next.Title, next.Text = strings.TrimSpace(next.Title), strings.TrimSpace(next.Text)
	switch {
	case next.Title == "":
		return fault.New(fault.Missing)
	case s.named(e.Kind, next.Title, id):
		return fault.New(fault.Doubled, next.Title)
	}
	e.Title, e.Text = next.Title, next.Text
	return nil
}

// named reports whether another entry of a kind has that title.
func (s Shelf) named(kind OwnKind, title, but string) bool {
	return slices.ContainsFunc(s, func(e OwnEntry) bool { return e.Kind == kind && e.Title == title && e.ID != but })
}

// ChangeItems makes the lines of an entry, which somebody saw as they were, as
// they are now. What others did to other lines meanwhile stays, and a line that
// was put in other words or elsewhere keeps its number, and so its ticks.
func (s Shelf) ChangeItems(id string, was, now []string) error {
	e := s.Entry(id)
	if e == nil {
		return fault.New(fault.Removed, id)
	}
	return e.changeItems(was, now)
}

// Withdraw takes an entry off what is offered since a day, or with "" offers it
// again.
func (s Shelf) Withdraw(id string, on Date) error {
	e := s.Entry(id)
	if e == nil {
		return fault.New(fault.Removed, id)
	}
	if err := checkDay(on); err != nil {
		return err
	}
	e.Withdrawn = on
	return nil
}

// Remove takes an entry that was withdrawn away for good. What has gone already
// is no fault.
func (s *Shelf) Remove(id string) error {
	if e := s.Entry(id); e != nil && e.Withdrawn == "" {
		return fault.New(fault.BadValue, id, "withdrawn")
	}
	*s = slices.DeleteFunc(*s, func(e OwnEntry) bool { return e.ID == id })
	return nil
}

// flaws are where a shelf does not hold together.
func (s Shelf) flaws() (out []Flaw) {
	ids := map[string]bool{}
	for n, e := range s {
		found := func(kind fault.Kind, value string, place ...any) {
			out = append(out, Flaw{Kind: kind, Values: []string{value}, Place: append([]any{"library", n}, place...)})
		}
		switch {
		case ids[e.ID]:
			found(fault.Doubled, e.ID, "id")
		case !strings.HasPrefix(e.ID, OwnPrefix):
			found(fault.BadValue, e.ID, "id")
		case e.Title == "":
			found(fault.Missing, "title", "title")
		}
		ids[e.ID] = true
		numbers := map[uint16]bool{0: true}
		for i, item := range e.Items {
			if numbers[item.Number] {
				found(fault.Doubled, item.Key(), "items", i, "number")
			}
			if strings.Contains(item.Text, "\n") {
				found(fault.BadText, item.Text, "items", i, "text")
			}
			numbers[item.Number] = true
		}
	}
	return out
}

// take adds the entries of another shelf. One that is here already and says
// something else is refused, or with replace makes place.
func (s *Shelf) take(other Shelf, replace bool) error {
	for i, e := range other.Clone() {
		switch there := s.Entry(e.ID); {
		case there == nil:
			*s = append(*s, e)
		case !reflect.DeepEqual(*there, e) && !replace:
			return fault.New(fault.KeptAlready, e.ID).In(fmt.Sprintf("library[%d]", i))
		default:
			*there = e
		}
	}
	return nil
}

// Clone is a copy that shares nothing that can change with the original.
func (s Shelf) Clone() Shelf {
	return cloneEach(s, func(e OwnEntry) OwnEntry { e.Items = slices.Clone(e.Items); return e })
}
