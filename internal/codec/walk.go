package codec

import (
	"maps"
	"reflect"
	"slices"

	"kwi/internal/account"
)

// The coder walks through a client. What a record keeps is what the walk goes
// through, in that order, but for names in calendars, see cycle, and for what
// respondents answered, see answers.
var _ account.Walker = (*fieldCoder)(nil)

// Whole is false: a record keeps neither its key nor what other records keep.
func (x *fieldCoder) Whole() bool { return false }

// kept goes through a field, from the version on that first kept it.
func (x *fieldCoder) kept(k account.Key, holds func() bool, through func()) {
	if k.Since == 0 {
		through()
		return
	}
	x.since(k.Since, holds(), func() bool { through(); return holds() })
}

func (x *fieldCoder) Text(k account.Key, at *string, kind account.TextKind) {
	if kind != account.CalendarText {
		x.kept(k, func() bool { return *at != "" }, func() { codeText(x, at) })
	}
}

func (x *fieldCoder) Choice(k account.Key, at *string, _ []string) { x.Text(k, at, account.LineText) }

func (x *fieldCoder) Stage(k account.Key, at *account.Stage) {
	keepNumber(x, k, at)
	x.bad = x.bad || *at > account.Closed
}

func (x *fieldCoder) Number(k account.Key, at *int, _, _ int)     { keepNumber(x, k, at) }
func (x *fieldCoder) Serial(k account.Key, at *uint16)            { keepNumber(x, k, at) }
func (x *fieldCoder) Target(k account.Key, at *account.Target)    { keepNumber(x, k, at) }
func (x *fieldCoder) KWI(k account.Key, at *account.KWICode)      { keepNumber(x, k, at) }
func (x *fieldCoder) AboutKWI(k account.Key, at *account.KWICode) { keepNumber(x, k, at) }
func (x *fieldCoder) Flag(k account.Key, at *bool) {
	x.kept(k, func() bool { return *at }, func() { x.flag(at) })
}
func (x *fieldCoder) Question(k account.Key, at *account.QuestionCode) {
	x.kept(k, func() bool { return *at != account.QuestionCode{} }, func() { x.question(at) })
}

func (x *fieldCoder) AboutQuestion(k account.Key, at *account.QuestionCode) { x.Question(k, at) }

func keepNumber[T ~int | ~uint8 | ~uint16](x *fieldCoder, k account.Key, at *T) {
	x.kept(k, func() bool { return *at != 0 }, func() { codeNumber(x, at) })
}

func (x *fieldCoder) Count(k account.Key, at **int, _, _ int) {
	x.kept(k, func() bool { return *at != nil }, func() {
		is := *at != nil
		if x.flag(&is); !is {
			return
		}
		if x.reading {
			*at = new(int)
		}
		x.signed(*at)
	})
}

// Replies goes through replies that stand together. Before version 3 they were
// flags, and a row without any yes is one of questions that nobody asked.
func (x *fieldCoder) Replies(k account.Key, replies ...account.NamedReply) {
	if k.Since > 3 {
		given := func(r account.NamedReply) bool { return *r.At != account.Unanswered }
		x.kept(k, func() bool { return slices.ContainsFunc(replies, given) }, func() { x.replies(replies) })
		return
	}
	old := make([]account.Reply, len(replies))
	some := false
	for i, r := range replies {
		yes := *r.At == account.Yes
		x.flag(&yes)
		old[i], some = account.ReplyOf(yes), some || yes
	}
	if !some {
		clear(old)
	}
	differ := func() bool {
		for i, r := range replies {
			if *r.At != old[i] {
				return true
			}
		}
		return false
	}
	if x.reading {
		for i, r := range replies {
			*r.At = old[i]
		}
	}
	x.since(3, differ(), func() bool { x.replies(replies); return differ() })
}

func (x *fieldCoder) replies(replies []account.NamedReply) {
	for _, r := range replies {
		codeNumber(x, r.At)
		x.bad = x.bad || *r.At > account.No
	}
}

func (x *fieldCoder) Anonymous(_ account.Key, n *account.NPS) {
	x.flag(&n.Anonymous)
	x.since(3, n.NameUnasked, func() bool { x.flag(&n.NameUnasked); return n.NameUnasked })
}

func (x *fieldCoder) Asked(k account.Key, at *[]account.QuestionCode) {
	x.kept(k, func() bool { return len(*at) > 0 }, func() { codeList(x, at, x.question) })
}

func (x *fieldCoder) Sheet(k account.Key, at *account.Sheet) {
	x.kept(k, func() bool { return len(*at) > 0 }, func() { x.sheet(at) })
}

func (x *fieldCoder) Object(k account.Key, of account.Walked) {
	x.kept(k, func() bool { return !reflect.ValueOf(of).Elem().IsZero() }, func() { of.Walk(x) })
}

// List goes through a list. An empty one reads as nil.
func (x *fieldCoder) List(k account.Key, l account.List) {
	x.kept(k, func() bool { return l.Len() > 0 }, func() {
		n := l.Len()
		codeNumber(x, &n)
		if x.reading {
			if n > len(x.in) { // every element takes a byte at least
				x.bad = true
				return
			}
			l.Clear(min(n, 64))
		}
		for i := 0; i < n && !x.bad; i++ {
			if x.reading {
				l.Grow()
			}
			l.Element(i, x)
		}
	})
}

// People goes through a map in the order of its keys. Entries that say
// nothing are not written, and an empty map reads as nil.
func (x *fieldCoder) People(k account.Key, _ account.TextKind, m account.PeopleMap) {
	holds := func() bool { return slices.ContainsFunc(m.Keys(), m.Holds) }
	x.kept(k, holds, func() {
		if x.reading {
			x.readPeople(m)
		} else {
			x.writePeople(m)
		}
	})
}

func (x *fieldCoder) writePeople(m account.PeopleMap) {
	keys := slices.DeleteFunc(m.Keys(), func(who account.Initials) bool { return !m.Holds(who) })
	n := len(keys)
	codeNumber(x, &n)
	for _, who := range keys {
		codeText(x, &who)
		m.Entry(who, x)
	}
}

func (x *fieldCoder) readPeople(m account.PeopleMap) {
	n := 0
	codeNumber(x, &n)
	if n > len(x.in) { // every entry takes a byte at least
		x.bad = true
		return
	}
	m.Clear(min(n, 64))
	var last account.Initials
	for i := 0; i < n && !x.bad; i++ {
		var who account.Initials
		codeText(x, &who)
		m.Take(who, x)
		x.bad = x.bad || i > 0 && who <= last || !m.Holds(who)
		last = who
	}
}

func (x *fieldCoder) Years(_ account.Key, at *map[int]account.YearNumbers) {
	years := slices.Sorted(maps.Keys(*at))
	if !x.reading {
		years = slices.DeleteFunc(years, func(year int) bool { return !hasFigures((*at)[year].Actual) && !hasFigures((*at)[year].Target) })
	}
	codeList(x, &years, func(year *int) {
		codeNumber(x, year)
		n := (*at)[*year]
		n.Walk(x)
		if x.reading {
			if *at == nil {
				*at = map[int]account.YearNumbers{}
			}
			x.bad = x.bad || n == account.YearNumbers{} || (*at)[*year] != account.YearNumbers{}
			(*at)[*year] = n
		}
	})
}

func hasFigures(f *account.Figures) bool { return f != nil && *f != account.Figures{} }

// Figures goes through a year's figures, or none: the counts and then the
// amounts.
func (x *fieldCoder) Figures(_ account.Key, at **account.Figures) {
	is := hasFigures(*at)
	if x.flag(&is); !is {
		*at = nil
		return
	}
	if x.reading {
		*at = &account.Figures{}
	}
	(*at).Walk(onlyCounts{x})
	(*at).Walk(onlyTexts{x})
	x.bad = x.bad || !hasFigures(*at)
}

type onlyCounts struct{ *fieldCoder }

func (onlyCounts) Text(account.Key, *string, account.TextKind) {}

type onlyTexts struct{ *fieldCoder }

func (onlyTexts) Count(account.Key, **int, int, int) {}

func (x *fieldCoder) question(q *account.QuestionCode) {
	codeNumber(x, &q.KWI)
	codeNumber(x, &q.Serial)
}

// cycle goes through a cycle, and behind all else by which names calendars
// know it and its visits.
func (x *fieldCoder) cycle(y *account.Cycle) {
	y.Walk(x)
	x.since(4, calendars(y), func() bool {
		codeText(x, &y.Calendar)
		for i := range y.Visits {
			codeText(x, &y.Visits[i].Calendar)
		}
		return calendars(y)
	})
}

// calendars reports whether calendars know anything of a cycle by another
// name than its own.
func calendars(y *account.Cycle) bool {
	return y.Calendar != "" || slices.ContainsFunc(y.Visits, func(v account.Visit) bool { return v.Calendar != "" })
}
