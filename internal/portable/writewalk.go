package portable

import (
	"maps"
	"slices"
	"strconv"

	"kwi/internal/account"
)

// The encoder walks through a client that is tidied, and only looks.
var _ account.Walker = (*encoder)(nil)

// Whole is true: a file holds all of a client.
func (e *encoder) Whole() bool { return true }

// begin writes the key of a field, unless the field holds nothing and is then
// absent.
func (e *encoder) begin(k account.Key, holds bool) bool {
	if k.Sparse && !holds {
		return false
	}
	if k.Name != "" {
		e.key(k.Name)
	}
	return true
}

func (e *encoder) text(k account.Key, s string) {
	if e.begin(k, s != "") {
		e.quote(s)
	}
}

func (e *encoder) whole(k account.Key, n int) {
	if e.begin(k, n != 0) {
		e.buf = strconv.AppendInt(e.buf, int64(n), 10)
	}
}

func (e *encoder) Text(k account.Key, at *string, _ account.TextKind) { e.text(k, *at) }

func (e *encoder) Choice(k account.Key, at *string, of []string) {
	if *at == "" && !k.Sparse && !slices.Contains(of, "") {
		at = &of[0]
	}
	e.text(k, *at)
}

func (e *encoder) Stage(k account.Key, at *account.Stage)           { e.text(k, at.String()) }
func (e *encoder) Number(k account.Key, at *int, _, _ int)          { e.whole(k, *at) }
func (e *encoder) Serial(k account.Key, at *uint16)                 { e.whole(k, int(*at)) }
func (e *encoder) Target(k account.Key, at *account.Target)         { e.text(k, at.String()) }
func (e *encoder) KWI(k account.Key, at *account.KWICode)           { e.text(k, at.String()) }
func (e *encoder) AboutKWI(k account.Key, at *account.KWICode)      { e.text(k, at.String()) }
func (e *encoder) Question(k account.Key, at *account.QuestionCode) { e.text(k, at.String()) }

func (e *encoder) AboutQuestion(k account.Key, at *account.QuestionCode) { e.text(k, at.String()) }

func (e *encoder) Flag(k account.Key, at *bool) {
	if e.begin(k, *at) {
		e.buf = strconv.AppendBool(e.buf, *at)
	}
}

func (e *encoder) Count(k account.Key, at **int, _, _ int) {
	if *at != nil {
		e.whole(account.Key{Name: k.Name}, **at)
	}
}

// Replies writes those that were given.
func (e *encoder) Replies(k account.Key, replies ...account.NamedReply) {
	given := func(r account.NamedReply) bool { return *r.At != account.Unanswered }
	if k.Sparse && !slices.ContainsFunc(replies, given) {
		return
	}
	e.key(k.Name)
	e.open('{')
	for _, r := range replies {
		if given(r) {
			e.flag(r.Name, *r.At == account.Yes)
		}
	}
	e.shut('}')
}

func (e *encoder) Anonymous(k account.Key, n *account.NPS) {
	if !n.NameUnasked {
		e.flag(k.Name, n.Anonymous)
	}
}

func (e *encoder) Asked(k account.Key, at *[]account.QuestionCode) {
	if !e.begin(k, len(*at) > 0) {
		return
	}
	e.open('[')
	for _, q := range *at {
		e.item()
		e.quote(q.String())
	}
	e.shut(']')
}

func (e *encoder) Sheet(k account.Key, at *account.Sheet) {
	if !e.begin(k, len(*at) > 0) {
		return
	}
	e.open('{')
	for _, a := range *at {
		e.key(a.Question.String())
		e.quote(a.String())
	}
	e.shut('}')
}

func (e *encoder) Object(k account.Key, of account.Walked) {
	if e.begin(k, true) {
		e.open('{')
		of.Walk(e)
		e.shut('}')
	}
}

func (e *encoder) List(k account.Key, l account.List) {
	n := l.Len()
	if !e.begin(k, n > 0) {
		return
	}
	e.open('[')
	for i := range n {
		e.item()
		l.Element(i, e)
	}
	e.shut(']')
}

func (e *encoder) People(k account.Key, _ account.TextKind, m account.PeopleMap) {
	all := m.Keys()
	if !e.begin(k, len(all) > 0) {
		return
	}
	e.open('{')
	for _, who := range all {
		e.key(string(who))
		m.Entry(who, e)
	}
	e.shut('}')
}

func (e *encoder) Years(k account.Key, at *map[int]account.YearNumbers) {
	if !e.begin(k, len(*at) > 0) {
		return
	}
	e.open('{')
	for _, year := range slices.Sorted(maps.Keys(*at)) {
		n := (*at)[year]
		e.key(strconv.Itoa(year))
		e.Object(account.Key{}, &n)
	}
	e.shut('}')
}

// Figures writes what was filled in.
func (e *encoder) Figures(k account.Key, at **account.Figures) {
	if *at != nil {
		e.Object(k, *at)
	}
}
