package account

import (
	"reflect"
	"slices"
	"strconv"
)

// lists goes through a list of parts. Each is held against the one with the same
// identity, or where parts have none against the one nearest to it.
func (f *differ) lists(at []Spot, before, after reflect.Value) {
	pairs := pairsOf(before, after)
	for _, p := range pairs {
		kind := before.Type().Elem().Name()
		known := p[1]
		if !known.IsValid() {
			known = p[0]
		}
		spots := append(slices.Clip(at), Spot{kind, spotOf(known)})
		switch {
		case !p[0].IsValid():
			f.tell(spots, "", nil, []any{kind})
			f.values(spots, "", reflect.Zero(known.Type()), known)
		case !p[1].IsValid():
			f.tell(spots, "", []any{kind}, nil)
			f.values(spots, "", known, reflect.Zero(known.Type()))
		default:
			f.values(spots, "", p[0], p[1])
		}
	}
}

// pairsOf puts the parts of two lists beside each other, in the order of the
// second; what is in one alone has no other.
func pairsOf(before, after reflect.Value) (pairs [][2]reflect.Value) {
	var gone, came []reflect.Value
	if isKeyedList(before) {
		b, a := byIdentity(before), byIdentity(after)
		for i := range after.Len() {
			is := after.Index(i)
			if was, there := b[identityOf(is)]; there {
				pairs = append(pairs, [2]reflect.Value{was, is})
			} else {
				came = append(came, is)
			}
		}
		for i := range before.Len() {
			if _, stays := a[identityOf(before.Index(i))]; !stays {
				gone = append(gone, before.Index(i))
			}
		}
	} else {
		gone, came = without(before, after), without(after, before)
	}
	for _, was := range gone {
		if len(came) > 0 && (!isKeyedList(before) || isWordedList(before)) {
			var is reflect.Value
			is, came = takeNearest(came, was)
			pairs = append(pairs, [2]reflect.Value{was, is})
			continue
		}
		pairs = append(pairs, [2]reflect.Value{was, {}})
	}
	for _, is := range came {
		pairs = append(pairs, [2]reflect.Value{{}, is})
	}
	return pairs
}

// spotOf is by what people know a part.
func spotOf(v reflect.Value) string {
	switch p := v.Interface().(type) {
	case Cycle:
		return string(p.Name)
	case KWI:
		return p.Code.String()
	case Question:
		return p.Code.String()
	case Respondent:
		return string(p.Initials)
	case Colleague:
		return string(p.Initials)
	case Action:
		return p.Number
	case Plan:
		return strconv.Itoa(p.Year)
	case KPI:
		return p.Code
	case Note:
		return string(p.With)
	case Visit:
		return string(p.With)
	case NextKWI:
		if p.KWI != 0 {
			return p.KWI.String()
		}
	case Scan:
		return p.Who + p.Team
	}
	return ""
}
