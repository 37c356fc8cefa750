package account

import (
	"fmt"
	"reflect"
	"slices"
	"strconv"
)

// Overlap reports whether others changed the very same that a step changed
// from before to after: on is the client, or what the supplier keeps, as they
// left it. Beside each other in one cycle, one list, one agreement or one scan is
// no overlap; neither is the same change done twice, nor a number that both gave
// to something new.
func Overlap[T interface{ Tidy() T }](on, before, after T) bool {
	on, before, after = on.Tidy(), before.Tidy(), after.Tidy()
	return overlap(reflect.ValueOf(on), reflect.ValueOf(before), reflect.ValueOf(after))
}

func overlap(on, before, after reflect.Value) bool {
	switch {
	case sameValue(before, after), sameValue(on, before), sameValue(on, after):
		return false
	case on.Type() == reflect.TypeFor[ScanAnswers]():
		return ScanAnswers(on.String()).overlaps(ScanAnswers(before.String()), ScanAnswers(after.String()))
	case on.Kind() == reflect.Struct:
		for i := range on.NumField() {
			if !highest(on.Type().Field(i).Name) && overlap(on.Field(i), before.Field(i), after.Field(i)) {
				return true
			}
		}
		return false
	case on.Kind() == reflect.Map:
		return mapsOverlap(on, before, after)
	case isWordedList(on):
		return wordedOverlap(on, before, after)
	case isKeyedList(on):
		return listsOverlap(on, before, after)
	case on.Kind() == reflect.Slice:
		return linesOverlap(on, before, after)
	}
	return true
}

func mapsOverlap(on, before, after reflect.Value) bool {
	for _, k := range append(before.MapKeys(), after.MapKeys()...) {
		n, b, a := on.MapIndex(k), before.MapIndex(k), after.MapIndex(k)
		switch {
		case sameValue(b, a), sameValue(n, b), sameValue(n, a):
		case !n.IsValid():
			return true // they took away what the step changed
		case overlap(n, orNone(b, n), orNone(a, n)):
			return true
		}
	}
	return false
}

func listsOverlap(on, before, after reflect.Value) bool {
	n, b, a := byIdentity(on), byIdentity(before), byIdentity(after)
	for id, was := range b {
		now, there := n[id]
		is, stays := a[id]
		switch {
		case stays && sameValue(was, is):
		case !there && stays: // they took away what the step changed
			return true
		case there && !stays && !sameValue(now, was): // they changed what the step took away
			return true
		case there && stays && overlap(now, was, is):
			return true
		}
	}
	for id, is := range a {
		if now, there := n[id]; there && !b[id].IsValid() && !numbered(is) && overlap(now, reflect.Zero(is.Type()), is) {
			return true // both put something there
		}
	}
	return false
}

// isWordedList reports whether the elements of a list are known by words that
// can become others, so that one that seems to have gone may be reworded.
func isWordedList(v reflect.Value) bool {
	switch v.Interface().(type) {
	case []Idea, []Finding, []KPIAction:
		return true
	}
	return false
}

// wordedOverlap holds what both have by the same words field by field, and what
// one reworded against what the other has by the words of before.
func wordedOverlap(on, before, after reflect.Value) bool {
	n, b, a := byIdentity(on), byIdentity(before), byIdentity(after)
	for id, is := range a {
		if now, there := n[id]; there && !b[id].IsValid() && overlap(now, reflect.Zero(is.Type()), is) {
			return true // both put something there
		}
	}
	for id, was := range b {
		_, stays := a[id]
		if now, there := n[id]; there && !stays && len(without(after, before)) == 0 && !sameValue(now, was) {
			return true // they changed what the step took away
		}
	}
	return linesOverlap(on, before, after)
}

// numbered reports whether a new element of a list gets the next number, so
// that two with one number are two things.
func numbered(v reflect.Value) bool {
	switch v.Interface().(type) {
	case Action, KWI, Question, KPI:
		return true
	}
	return false
}

// linesOverlap looks at lists whose elements are known by what they say. Each
// that the step replaced and they replaced too is held field by field against
// what is nearest to it.
func linesOverlap(on, before, after reflect.Value) bool {
	gone, came := without(before, after), without(after, before)
	theirs, replaced := without(on, before), without(before, on)
	for _, was := range subtract(gone, subtract(gone, replaced)) {
		if len(came) == 0 || len(theirs) == 0 {
			return false
		}
		var is, now reflect.Value
		is, came = takeNearest(came, was)
		now, theirs = takeNearest(theirs, was)
		if overlap(now, was, is) {
			return true
		}
	}
	return false
}

// takeNearest takes out of a list what differs from an element in the fewest
// fields.
func takeNearest(list []reflect.Value, from reflect.Value) (nearest reflect.Value, rest []reflect.Value) {
	at, least := 0, 0
	for i, v := range list {
		n := 0
		for f := range fieldCount(v) {
			if !sameValue(v.Field(f), from.Field(f)) {
				n++
			}
		}
		if i == 0 || n < least {
			at, least = i, n
		}
	}
	return list[at], slices.Delete(slices.Clone(list), at, at+1)
}

func fieldCount(v reflect.Value) int {
	if v.Kind() != reflect.Struct {
		return 0
	}
	return v.NumField()
}

// without are the elements of a list that another has not, each as often as
// it has it more.
func without(list, other reflect.Value) []reflect.Value {
	var a, b []reflect.Value
	for i := range list.Len() {
		a = append(a, list.Index(i))
	}
	for i := range other.Len() {
		b = append(b, other.Index(i))
	}
	return subtract(a, b)
}

func subtract(list, other []reflect.Value) (out []reflect.Value) {
	left := map[any]int{}
	for _, v := range other {
		left[saying(v)]++
	}
	for _, v := range list {
		says := saying(v)
		if left[says]--; left[says] < 0 {
			out = append(out, v)
		}
	}
	return out
}

// saying is what a value says, as the key of a map.
func saying(v reflect.Value) any {
	if v.Comparable() {
		return v.Interface()
	}
	return fmt.Sprintf("%#v", v.Interface())
}

// NewTexts are the texts, days, grades, targets and answers that stand in a
// client, or in what the supplier keeps, and did not before: what a step put in, or with the two turned round what it
// took the place of.
func NewTexts[T Client | Firm](before, after T) []string {
	had := map[string]int{}
	tellTexts(reflect.ValueOf(before), func(s string) { had[s]++ })
	var out []string
	tellTexts(reflect.ValueOf(after), func(s string) {
		if had[s]--; had[s] < 0 {
			out = append(out, s)
		}
	})
	return out
}

// tellTexts tells every text in a value, and what people read as one.
func tellTexts(v reflect.Value, tell func(string)) {
	some := func(s string) {
		if s != "" {
			tell(s)
		}
	}
	switch is := v.Interface().(type) {
	case Answer:
		some(is.String())
		return
	case Target:
		some(is.String())
		return
	case Correction: // what it corrected is told by what was corrected
		some(is.Why)
		return
	case ScanAnswers:
		for q := range ScanLength {
			if letter := is.At(q + 1); letter != 0 {
				tell(strconv.Itoa(q+1) + string(letter))
			}
		}
		return
	case NPS:
		tell(strconv.Itoa(is.Score))
	case string:
		some(is)
	case Date:
		some(string(is))
	case Moment:
		some(string(is))
	}
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			if name := v.Type().Field(i).Name; name != "Number" && name != "ID" {
				tellTexts(v.Field(i), tell)
			}
		}
	case reflect.Slice:
		for i := range v.Len() {
			tellTexts(v.Index(i), tell)
		}
	case reflect.Map:
		for it := v.MapRange(); it.Next(); {
			tellTexts(it.Value(), tell)
		}
	case reflect.Pointer:
		if !v.IsNil() {
			tellTexts(v.Elem(), tell)
		}
	}
}
