package portable

import (
	"slices"
	"strconv"

	"kwi/internal/account"
	"kwi/internal/fault"
)

// The decoder walks through a client to fill it from the file: of each object
// it has the next key at hand, which the walk comes by. Keys in the order of
// the walk, as they are written, take one walk; others take more. A key that a
// whole walk does not come by is unknown.
var _ account.Walker = (*decoder)(nil)

// objectAtHand is the object that is being read.
type objectAtHand struct {
	key     string // the next one, whose value stands here
	open    bool   // whether there is a next one
	first   bool   // whether this is the first walk
	seen    []string
	missing []string // needed keys that the first walk did not meet
}

// Whole is true: a file holds all of a client.
func (d *decoder) Whole() bool { return true }

// Object reads an object.
func (d *decoder) Object(k account.Key, of account.Walked) {
	if d.here(k) {
		d.object(of)
		d.passed(k)
	}
}

func (d *decoder) object(of account.Walked) {
	d.shape('{')
	outer := d.at
	o := &objectAtHand{first: true}
	d.at = o
	d.nextKey()
	for {
		met := len(o.seen)
		of.Walk(d)
		if o.first = false; !o.open {
			break
		}
		if len(o.seen) == met {
			d.refuse(fault.UnknownKey, []string{o.key})
		}
	}
	for _, want := range o.missing {
		if !slices.Contains(o.seen, want) {
			d.refuse(fault.Missing, []string{want}, pathStep{want, -1})
		}
	}
	d.at = outer
}

// nextKey takes the next key of the object at hand, or its end.
func (d *decoder) nextKey() {
	o := d.at
	if o.open = d.more(len(o.seen), '}'); !o.open {
		return
	}
	o.key = d.key()
	d.push(pathStep{o.key, -1})
	if slices.Contains(o.seen, o.key) {
		d.refuse(fault.Doubled, []string{o.key})
	}
}

// here reports whether the value of that key stands here.
func (d *decoder) here(k account.Key) bool {
	o := d.at
	if k.Name == "" || o.open && o.key == k.Name {
		return true
	}
	if o.first && k.Needed {
		o.missing = append(o.missing, k.Name)
	}
	return false
}

// passed ends the value of a key.
func (d *decoder) passed(k account.Key) {
	if k.Name != "" {
		d.pop()
		d.at.seen = append(d.at.seen, k.Name)
		d.nextKey()
	}
}

// readField reads the field of a key where it stands here.
func readField[T any](d *decoder, k account.Key, at *T, read func(*decoder) T) {
	if d.here(k) {
		*at = read(d)
		d.passed(k)
	}
}

// Text reads a text of any kind.
func (d *decoder) Text(k account.Key, at *string, kind account.TextKind) {
	if d.here(k) {
		*at = d.textOf(kind, k.Needed)
		d.passed(k)
	}
}

func (d *decoder) textOf(kind account.TextKind, needed bool) string {
	switch kind {
	case account.BlockText, account.KPIActionText:
		return d.block()
	case account.DateText:
		return d.date(needed)
	case account.MomentText:
		return d.moment()
	case account.HourText:
		return d.hour()
	case account.IDText:
		return d.id(d.line())
	case account.OtherIDText:
		if s := d.line(); s != "" {
			return d.id(s)
		}
		return ""
	case account.CycleNameText:
		return d.cycleName()
	case account.InitialsText, account.FormerText:
		return d.who(d.line())
	case account.RespondentText, account.ColleagueText, account.SomebodyText:
		if s := d.line(); s != "" || needed {
			return d.who(s)
		}
		return ""
	case account.ActionText:
		return d.actionNumber()
	case account.OfActionText:
		if s := d.line(); s != "" {
			return d.numbered(s)
		}
		return ""
	case account.MarkText:
		return d.mark()
	case account.RevenueText:
		return d.amount(0)
	case account.MarginText:
		return d.amount(4)
	}
	return d.line()
}

// Choice reads one word of a list. What is absent is the first, unless it may
// be "".
func (d *decoder) Choice(k account.Key, at *string, of []string) {
	if d.here(k) {
		*at = d.oneOf(of)
		d.passed(k)
	} else if d.at.first && !slices.Contains(of, "") {
		*at = of[0]
	}
}

func (d *decoder) Stage(k account.Key, at *account.Stage) { readField(d, k, at, (*decoder).stage) }

func (d *decoder) Target(k account.Key, at *account.Target) { readField(d, k, at, (*decoder).target) }

func (d *decoder) Flag(k account.Key, at *bool) { readField(d, k, at, (*decoder).boolean) }

func (d *decoder) Question(k account.Key, at *account.QuestionCode) {
	readField(d, k, at, (*decoder).question)
}

func (d *decoder) AboutQuestion(k account.Key, at *account.QuestionCode) { d.Question(k, at) }

func (d *decoder) KWI(k account.Key, at *account.KWICode) {
	readField(d, k, at, func(d *decoder) account.KWICode { return d.kwi(false) })
}

func (d *decoder) AboutKWI(k account.Key, at *account.KWICode) {
	readField(d, k, at, func(d *decoder) account.KWICode { return d.kwi(true) })
}

func (d *decoder) Number(k account.Key, at *int, low, high int) {
	if d.here(k) {
		*at = d.whole(low, high)
		d.passed(k)
	}
}

func (d *decoder) Serial(k account.Key, at *uint16) {
	readField(d, k, at, func(d *decoder) uint16 { return uint16(d.whole(0, 65535)) })
}

func (d *decoder) Count(k account.Key, at **int, low, high int) {
	if d.here(k) {
		n := d.whole(low, high)
		*at = &n
		d.passed(k)
	}
}

// Replies reads those that were given.
func (d *decoder) Replies(k account.Key, replies ...account.NamedReply) {
	if d.here(k) {
		d.fields(func(key string) bool {
			i := slices.IndexFunc(replies, func(r account.NamedReply) bool { return r.Name == key })
			if i >= 0 {
				*replies[i].At = account.ReplyOf(d.boolean())
			}
			return i >= 0
		})
		d.passed(k)
	}
}

// Anonymous reads whether a name may not stand with an answer; where nobody
// knows, none does.
func (d *decoder) Anonymous(k account.Key, n *account.NPS) {
	if d.here(k) {
		n.Anonymous, n.NameUnasked = d.boolean(), false
		d.passed(k)
	} else if d.at.first {
		n.Anonymous, n.NameUnasked = true, true
	}
}

func (d *decoder) Asked(k account.Key, at *[]account.QuestionCode) {
	if d.here(k) {
		*at = nil
		d.list(func(int) { *at = append(*at, d.question()) })
		d.passed(k)
	}
}

func (d *decoder) Sheet(k account.Key, at *account.Sheet) { readField(d, k, at, (*decoder).sheet) }

func (d *decoder) List(k account.Key, l account.List) {
	if d.here(k) {
		d.list(func(i int) {
			l.Grow()
			l.Element(i, d)
		})
		d.passed(k)
	}
}

func (d *decoder) People(k account.Key, _ account.TextKind, m account.PeopleMap) {
	if d.here(k) {
		d.entries(func(key string) {
			who := account.Initials(d.who(key))
			if m.Has(who) {
				d.refuse(fault.Doubled, []string{key})
			}
			m.Take(who, d)
		})
		d.passed(k)
	}
}

func (d *decoder) Years(k account.Key, at *map[int]account.YearNumbers) {
	if !d.here(k) {
		return
	}
	d.entries(func(key string) {
		year, err := strconv.Atoi(key)
		if err != nil || len(key) != 4 || year < 1000 {
			d.bad(key, "1000–9999")
		}
		if _, twice := (*at)[year]; twice {
			d.refuse(fault.Doubled, []string{key})
		}
		if *at == nil {
			*at = map[int]account.YearNumbers{}
		}
		var n account.YearNumbers
		d.object(&n)
		(*at)[year] = n
	})
	d.passed(k)
}

func (d *decoder) Figures(k account.Key, at **account.Figures) {
	if d.here(k) {
		*at = &account.Figures{}
		d.object(*at)
		d.passed(k)
	}
}
