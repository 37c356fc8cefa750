package account

// List is a list that a walker goes through; one that reads also fills it.
type List interface {
	Len() int
	Clear(room int)          // makes it empty, with room for so many; nil without
	Grow()                   // by one
	Element(i int, w Walker) // goes through one of them
}

// listOf is a list of one kind of value, each gone through in the same way.
type listOf[T any] struct {
	at   *[]T
	walk func(Walker, *T)
}

func (l listOf[T]) Len() int { return len(*l.at) }
func (l listOf[T]) Grow()    { *l.at = append(*l.at, *new(T)) }
func (l listOf[T]) Clear(room int) {
	if *l.at = nil; room > 0 {
		*l.at = make([]T, 0, room)
	}
}
func (l listOf[T]) Element(i int, w Walker) { l.walk(w, &(*l.at)[i]) }

// PeopleMap is a map by people that a walker goes through; one that reads also
// fills it.
type PeopleMap interface {
	Keys() []Initials // in order
	Has(who Initials) bool
	Holds(who Initials) bool      // whether their entry says anything
	Clear(room int)               // makes it empty, with room for so many; nil without
	Entry(who Initials, w Walker) // goes through their entry
	Alter(who Initials, w Walker) // goes through their entry and keeps what the walker makes of it
	Take(who Initials, w Walker)  // gives them one, filled by the walker
	Drop(who Initials)            // takes their entry out
	Move(from, to Initials)       // makes the entry of one the entry of another, whose own one stays where they have one
}

// peopleMap is a map of one kind of value, each gone through in the same way.
type peopleMap[V any] struct {
	m     *map[Initials]V
	holds func(V) bool
	walk  func(Walker, *V)
	value V // one place for one entry after the other
}

func (p *peopleMap[V]) Keys() []Initials        { return sortedKeys(*p.m) }
func (p *peopleMap[V]) Has(who Initials) bool   { _, ok := (*p.m)[who]; return ok }
func (p *peopleMap[V]) Holds(who Initials) bool { return p.holds((*p.m)[who]) }
func (p *peopleMap[V]) Clear(room int) {
	if *p.m = nil; room > 0 {
		*p.m = make(map[Initials]V, room)
	}
}

func (p *peopleMap[V]) Drop(who Initials) { delete(*p.m, who) }

func (p *peopleMap[V]) Move(from, to Initials) {
	if v, ok := (*p.m)[from]; ok {
		delete(*p.m, from)
		if _, own := (*p.m)[to]; !own {
			(*p.m)[to] = v
		}
	}
}

func (p *peopleMap[V]) Entry(who Initials, w Walker) {
	p.value = (*p.m)[who]
	p.walk(w, &p.value)
}

func (p *peopleMap[V]) Alter(who Initials, w Walker) {
	p.value = (*p.m)[who]
	p.walk(w, &p.value)
	setMapKey(p.m, who, p.value)
}

func (p *peopleMap[V]) Take(who Initials, w Walker) {
	p.value = *new(V)
	p.walk(w, &p.value)
	setMapKey(p.m, who, p.value)
}
