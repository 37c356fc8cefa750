package account

import (
	"fmt"
	"reflect"
	"slices"
)

// elements puts together lists whose elements are known by identity.
func (r *reconciling) elements(path string, on, base, ours reflect.Value) {
	n, b, o := byIdentity(on), byIdentity(base), byIdentity(ours)
	if len(n) != on.Len() || len(b) != base.Len() || len(o) != ours.Len() {
		r.collides(path, on, ours) // the same twice: there is no telling which
		return
	}
	next := reflect.MakeSlice(on.Type(), 0, on.Len()+ours.Len())
	for i := range on.Len() {
		it := reflect.New(on.Type().Elem()).Elem()
		it.Set(on.Index(i))
		id := identityOf(it)
		below := pathOf(path, id)
		was, inBase := b[id]
		is, inOurs := o[id]
		switch {
		case inOurs:
			r.value(below, it, orNone(was, it), is)
		case !inBase || r.passes(below):
		case !r.said && sameValue(it, was) || r.mine(below): // taken out here
			continue
		default:
			r.apart = append(r.apart, below)
		}
		next = reflect.Append(next, it)
	}
	for i := range ours.Len() {
		is := ours.Index(i)
		id := identityOf(is)
		if _, there := n[id]; there {
			continue
		}
		below := pathOf(path, id)
		was, inBase := b[id]
		switch {
		case r.passes(below) || inBase && sameValue(was, is):
		case !r.said && !inBase || r.mine(below):
			next = insert(next, is, ours, i)
		default: // others took out what was changed here
			r.apart = append(r.apart, below)
		}
	}
	on.Set(next)
	if on.Len() == 0 {
		on.SetZero()
	}
}

// lines puts together lists whose elements are known by what they say.
func (r *reconciling) lines(path string, on, base, ours reflect.Value) {
	gone, came := without(base, ours), without(ours, base)
	replaced, theirs := without(base, on), without(on, base)
	all := make([]reflect.Value, 0, on.Len()+len(came))
	for i := range on.Len() {
		all = append(all, on.Index(i))
	}
	for _, was := range subtract(gone, replaced) { // taken out here alone
		at := slices.IndexFunc(all, func(v reflect.Value) bool { return sameValue(v, was) })
		all = slices.Delete(all, at, at+1)
	}
	for i, was := range subtract(gone, subtract(gone, replaced)) { // changed in both places
		if fieldCount(was) == 0 || len(came) == 0 || len(theirs) == 0 {
			break
		}
		var is, now reflect.Value
		is, came = takeNearest(came, was)
		now, theirs = takeNearest(theirs, was)
		both := reflect.New(was.Type()).Elem()
		both.Set(now)
		r.value(pathOf(path, fmt.Sprint(i)), both, was, is)
		all[slices.IndexFunc(all, func(v reflect.Value) bool { return sameValue(v, now) })] = both
	}
	for _, is := range came {
		if !slices.ContainsFunc(theirs, func(v reflect.Value) bool { return sameValue(v, is) }) {
			all = append(all, is)
		}
	}
	next := reflect.MakeSlice(on.Type(), 0, len(all))
	on.Set(reflect.Append(next, all...))
	if on.Len() == 0 {
		on.SetZero()
	}
}
