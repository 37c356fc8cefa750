package account

import (
	"cmp"
	"reflect"
	"slices"
	"strconv"

	"kwi/internal/fault"
)

// TakeBack puts back in now what a step changed from before to after. It is
// exact down to single fields, keys of maps, cycles, KWIs, actions and plans,
// so that what others changed beside it stays; where the very same was
// changed since, it is an UndoRefused fault. The caller drops now on a fault.
func TakeBack(now *Client, before, after Client) error {
	*now, before, after = now.Tidy(), before.Tidy(), after.Tidy()
	if takeBack(reflect.ValueOf(now).Elem(), reflect.ValueOf(before), reflect.ValueOf(after)) {
		slices.SortStableFunc(now.Cycles, func(a, b Cycle) int { return cmp.Compare(a.Name, b.Name) })
		slices.SortStableFunc(now.Plans, func(a, b Plan) int { return cmp.Compare(a.Year, b.Year) })
		for i := range now.Cycles {
			y := &now.Cycles[i]
			slices.SortStableFunc(y.KWIs, func(a, b KWI) int { return cmp.Compare(a.Code, b.Code) })
			slices.SortStableFunc(y.Actions, func(a, b Action) int { return cmp.Compare(a.Number, b.Number) })
		}
		return nil
	}
	return fault.New(fault.UndoRefused)
}

// takeBack tells whether it could be done.
func takeBack(now, before, after reflect.Value) bool {
	if reflect.DeepEqual(before.Interface(), after.Interface()) {
		return true
	}
	switch {
	case now.Kind() == reflect.Struct:
		for i := range now.NumField() {
			if !takeBack(now.Field(i), before.Field(i), after.Field(i)) {
				return false
			}
		}
		return true
	case now.Kind() == reflect.Map:
		return mapBack(now, before, after)
	case now.Kind() == reflect.Slice && now.Type().Elem().Implements(identified):
		return listBack(now, before, after)
	case reflect.DeepEqual(now.Interface(), after.Interface()):
		now.Set(before)
		return true
	}
	return false
}

func mapBack(now, before, after reflect.Value) bool {
	keys := append(before.MapKeys(), after.MapKeys()...)
	for _, k := range keys {
		b, a, n := before.MapIndex(k), after.MapIndex(k), now.MapIndex(k)
		if same(b, a) {
			continue
		}
		if !same(n, a) && !same(n, b) {
			return false
		}
		if now.IsNil() {
			now.Set(reflect.MakeMap(now.Type()))
		}
		now.SetMapIndex(k, b) // an invalid b takes the key out
	}
	if now.Len() == 0 {
		now.SetZero()
	}
	return true
}

func same(a, b reflect.Value) bool {
	if !a.IsValid() || !b.IsValid() {
		return a.IsValid() == b.IsValid()
	}
	return reflect.DeepEqual(a.Interface(), b.Interface())
}

// identity is what a list's element is known by wherever it stands.
type identity interface{ identity() string }

var identified = reflect.TypeFor[identity]()

func (y Cycle) identity() string  { return string(y.Name) }
func (p Plan) identity() string   { return strconv.Itoa(p.Year) }
func (k KWI) identity() string    { return k.Code.String() }
func (a Action) identity() string { return a.Number }

func listBack(now, before, after reflect.Value) bool {
	b, a := byIdentity(before), byIdentity(after)
	for i := now.Len() - 1; i >= 0; i-- {
		id := now.Index(i).Interface().(identity).identity()
		was, inBefore := b[id]
		is, inAfter := a[id]
		switch {
		case inBefore && inAfter:
			if !takeBack(now.Index(i), was, is) {
				return false
			}
		case inAfter: // the step added it
			if !same(now.Index(i), is) {
				return false
			}
			now.Set(reflect.AppendSlice(now.Slice3(0, i, i), now.Slice(i+1, now.Len())))
		}
	}
	n := byIdentity(now)
	for i := range before.Len() {
		id := before.Index(i).Interface().(identity).identity()
		is, inAfter := a[id]
		_, inNow := n[id]
		switch {
		case !inAfter && !inNow: // the step took it out
			now.Set(reflect.Append(now, before.Index(i)))
		case !inAfter, !inNow && !same(before.Index(i), is):
			return false // others put another in its place, or took out what the step changed
		}
	}
	if now.Len() == 0 {
		now.SetZero()
	}
	return true
}

func byIdentity(list reflect.Value) map[string]reflect.Value {
	m := map[string]reflect.Value{}
	for i := range list.Len() {
		m[list.Index(i).Interface().(identity).identity()] = list.Index(i)
	}
	return m
}
