package account

import (
	"strconv"
	"unicode/utf8"

	"kwi/internal/fault"
)

// The room for texts, in characters: of one line, and of those that may have more.
// What is longer could be written to a file, and not be read back.
const (
	LineRoom  = 500
	BlockRoom = 20_000
)

// Overlong tells of the first text that has become longer than there is room for.
// One that was so before stands in nobody's way.
func Overlong(was, is Walked) error {
	over := overlongIn(is)
	if len(over) == 0 {
		return nil
	}
	before := overlongIn(was)
	for said, room := range over {
		if _, there := before[said]; !there {
			return fault.New(fault.TooLong, strconv.Itoa(room))
		}
	}
	return nil
}

func overlongIn(of Walked) map[string]int {
	f := overlongFinder{over: map[string]int{}}
	of.Walk(f)
	return f.over
}

// overlongFinder is a walker that looks for texts for which there is no room, and
// what room there is.
type overlongFinder struct {
	Onlooker
	over map[string]int
}

// Text looks at how long a text is.
func (f overlongFinder) Text(_ Key, at *string, kind TextKind) {
	room := LineRoom
	switch kind {
	case LineText:
	case BlockText, KPIActionText:
		room = BlockRoom
	default:
		return
	}
	if len(*at) > room && utf8.RuneCountInString(*at) > room {
		f.over[*at] = room
	}
}

// Object looks below it.
func (f overlongFinder) Object(_ Key, of Walked) { of.Walk(f) }

// List looks at each element.
func (f overlongFinder) List(_ Key, l List) {
	for i := range l.Len() {
		l.Element(i, f)
	}
}

// People looks at each entry.
func (f overlongFinder) People(_ Key, _ TextKind, m PeopleMap) {
	for _, who := range m.Keys() {
		m.Entry(who, f)
	}
}
