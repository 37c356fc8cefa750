package account

import (
	"cmp"
	"fmt"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"kwi/internal/fault"
)

// TakeBack puts back in now what a step changed from before to after. It is
// exact down to single fields, keys of maps, and what identity knows in lists,
// so that what others changed beside it stays. It is an UndoRefused fault
// where others have built on the step: where the very same was changed since,
// where the client would no longer hold together without it, or where the
// cycle has been closed, or a list went out with what it would take away. Lists and maps that hold nothing are as good as none
// (Tidy). What has gone out has gone: no step back forgets a list. The caller
// drops now on a fault.
func TakeBack(now *Client, before, after Client) error {
	*now, before, after = now.Tidy(), before.Tidy(), after.Tidy()
	was := now.Clone()
	done := takeBack(reflect.ValueOf(now).Elem(), reflect.ValueOf(before), reflect.ValueOf(after))
	remember(now, &was)
	if !done || thawsCycle(&was, now, &before, &after) || breaks(&was, now, &before, &after) || forgetsList(&was, now, &after) {
		return fault.New(fault.UndoRefused)
	}
	return nil
}

// takeBack reports whether it could be done. What others put back already is
// done.
func takeBack(now, before, after reflect.Value) bool {
	if sameValue(before, after) || sameValue(now, before) {
		return true
	}
	switch {
	case now.Type() == reflect.TypeFor[ScanAnswers]():
		left, done := ScanAnswers(now.String()).back(ScanAnswers(before.String()), ScanAnswers(after.String()))
		now.SetString(string(left))
		return done
	case now.Kind() == reflect.Struct:
		for i := range now.NumField() {
			if !takeBack(now.Field(i), before.Field(i), after.Field(i)) && !highest(now.Type().Field(i).Name) {
				return false
			}
		}
		return true
	case now.Kind() == reflect.Map:
		return mapBack(now, before, after)
	case isKeyedList(now):
		return listBack(now, before, after)
	}
	return setBack(now, before, after)
}

// setBack puts a whole value back, where it is still what the step left.
func setBack(now, before, after reflect.Value) bool {
	if !sameValue(now, after) {
		return false
	}
	now.Set(before)
	return true
}

// highest reports whether a field only remembers the highest number ever given.
// Where others have raised it since, it may stay as it is.
func highest(field string) bool {
	return field == "LastKWI" || field == "LastSerial" || field == "LastItem"
}

func mapBack(now, before, after reflect.Value) bool {
	keys := before.MapKeys()
	for _, k := range after.MapKeys() {
		if !before.MapIndex(k).IsValid() {
			keys = append(keys, k)
		}
	}
	for _, k := range keys {
		b, a, n := before.MapIndex(k), after.MapIndex(k), now.MapIndex(k)
		switch {
		case sameValue(b, a), sameValue(n, b):
		case sameValue(n, a):
			if now.IsNil() {
				now.Set(reflect.MakeMap(now.Type()))
			}
			now.SetMapIndex(k, b) // an invalid b takes the key out
		case n.IsValid() && (b.IsValid() && a.IsValid() || isKeyedList(n)):
			inside := reflect.New(n.Type()).Elem()
			inside.Set(n)
			if !takeBack(inside, orNone(b, n), orNone(a, n)) {
				return false
			}
			if isKeyedList(n) && inside.Len() == 0 {
				inside = reflect.Value{} // which takes the key out
			}
			now.SetMapIndex(k, inside)
		default:
			return false
		}
	}
	if now.Len() == 0 {
		now.SetZero()
	}
	return true
}

// isKeyedList reports whether a value is a list whose elements are known by identity,
// so that what stands in one can be told apart even where the list is new.
func isKeyedList(v reflect.Value) bool {
	return v.Kind() == reflect.Slice && v.Type().Elem().Implements(identified)
}

// orNone is a value, or the empty one of another's type where there is none.
func orNone(v, like reflect.Value) reflect.Value {
	if v.IsValid() {
		return v
	}
	return reflect.Zero(like.Type())
}

func sameValue(a, b reflect.Value) bool {
	if !a.IsValid() || !b.IsValid() {
		return a.IsValid() == b.IsValid()
	}
	return reflect.DeepEqual(a.Interface(), b.Interface())
}

// identity is what a list's element is known by wherever it stands. Where a
// list is kept in order, it is in order of identities.
type identity interface{ identity() string }

var identified = reflect.TypeFor[identity]()

func (y Cycle) identity() string      { return string(y.Name) }
func (p Plan) identity() string       { return fmt.Sprintf("%04d", p.Year) }
func (k KWI) identity() string        { return fmt.Sprintf("%05d", k.Code) }
func (q Question) identity() string   { return fmt.Sprintf("%05d.%05d", q.Code.KWI, q.Code.Serial) }
func (h Wish) identity() string       { return string(h.By) }
func (g Gone) identity() string       { return g.KWI.identity() }
func (a Answer) identity() string     { return Question{Code: a.Question}.identity() }
func (a Action) identity() string     { return a.Number }
func (r Respondent) identity() string { return string(r.Initials) }
func (k KPI) identity() string        { return k.Code }
func (a KPIAction) identity() string  { return a.Text }
func (m Colleague) identity() string  { return string(m.Initials) }
func (p PlannedItem) identity() string {
	return strconv.Itoa(slices.Index(AgendaItems(), p.Item))
}
func (i Idea) identity() string { return i.Text }
func (d Finding) identity() string {
	return strings.Join([]string{string(d.Part), d.By, d.Text}, "\n")
}
func (r Correction) identity() string {
	return strings.Join([]string{string(r.Date), r.What, r.Why}, "\n")
}
func (a Attached) identity() string { return a.Entry + "\n" + a.KWI.String() }
func (t Tick) identity() string     { return t.Item }
func (e OwnEntry) identity() string { return e.ID }
func (i OwnItem) identity() string  { return i.Key() }
func (n NextKWI) identity() string {
	if n.KWI != 0 {
		return n.KWI.String()
	}
	return "+" + n.Title
}

func identityOf(v reflect.Value) string { return v.Interface().(identity).identity() }

// precedes orders identities: 2011-99 stands before 2011-100.
func precedes(a, b string) bool { return cmp.Or(cmp.Compare(len(a), len(b)), cmp.Compare(a, b)) < 0 }

func listBack(now, before, after reflect.Value) bool {
	b, a, n := byIdentity(before), byIdentity(after), byIdentity(now)
	if len(b) != before.Len() || len(a) != after.Len() || len(n) != now.Len() {
		return setBack(now, before, after) // the same twice: there is no telling which
	}
	next := reflect.MakeSlice(now.Type(), 0, now.Len()+before.Len())
	for i := range now.Len() {
		it := reflect.New(now.Type().Elem()).Elem()
		it.Set(now.Index(i))
		was, inBefore := b[identityOf(it)]
		is, inAfter := a[identityOf(it)]
		switch {
		case inBefore && inAfter:
			if !takeBack(it, was, is) {
				return false
			}
		case inBefore:
			return false // others put another in its place
		case inAfter: // the step added it
			if !sameValue(it, is) {
				return false
			}
			continue
		}
		next = reflect.Append(next, it)
	}
	for i := range before.Len() {
		it := before.Index(i)
		is, inAfter := a[identityOf(it)]
		if _, inNow := n[identityOf(it)]; inNow {
			continue
		}
		if inAfter && !sameValue(it, is) {
			return false // others took out what the step changed
		}
		if !inAfter { // the step took it out
			next = insert(next, it, before, i)
		}
	}
	now.Set(next)
	if now.Len() == 0 {
		now.SetZero()
	}
	return true
}

// insert puts an element back behind those that stood before it then, and
// behind those that came since and belong before it.
func insert(list, it, before reflect.Value, place int) reflect.Value {
	stood := map[string]int{}
	for i := range before.Len() {
		stood[identityOf(before.Index(i))] = i
	}
	at := 0
	for i := range list.Len() {
		if p, ok := stood[identityOf(list.Index(i))]; ok && p < place || !ok && at == i && precedes(identityOf(list.Index(i)), identityOf(it)) {
			at = i + 1
		}
	}
	next := reflect.MakeSlice(list.Type(), 0, list.Len()+1)
	next = reflect.AppendSlice(next, list.Slice(0, at))
	next = reflect.Append(next, it)
	return reflect.AppendSlice(next, list.Slice(at, list.Len()))
}

func byIdentity(list reflect.Value) map[string]reflect.Value {
	m := map[string]reflect.Value{}
	for i := range list.Len() {
		m[identityOf(list.Index(i))] = list.Index(i)
	}
	return m
}
