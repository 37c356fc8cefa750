package account

import (
	"cmp"
	"reflect"
	"slices"
)

// Reconcile puts together what was done to one client in two places since
// base: theirs is what all others have, ours what was done here meanwhile.
// Different people, fields and answers never collide. New agreements, KWIs,
// questions and indicators that got the same number in both places are two:
// ours get the next. What really collides stays as it is in theirs, and its
// path is told in apart, in the order of the client's fields; where mine says
// so of a path, ours stands there instead.
//
// What does not hold together, such as an answer to a question that others
// took out, is apart as a whole: the cycle, the plan, or all that is in none. In
// a cycle that others closed, what respondents said is only theirs to change.
func Reconcile(base, ours, theirs Client, mine func(path string) bool) (merged Client, apart []string) {
	return Split{Base: base, Ours: ours, Theirs: theirs}.Reconcile(mine)
}

// Split is a client as they became in two places since base.
type Split struct {
	Base, Ours, Theirs Client
	// Afresh says that nobody knows any more what base was: what has the same number in
	// both places is then one thing, and whatever differs of it collides.
	Afresh bool
}

// Reconcile puts both together, as the function of that name does.
func (s Split) Reconcile(mine func(path string) bool) (merged Client, apart []string) {
	base, ours, theirs := s.Base.Tidy(), s.Ours.Tidy(), s.Theirs.Tidy()
	if s.Afresh {
		base = Client{ID: theirs.ID}.Tidy()
	}
	switch {
	case reflect.DeepEqual(base, theirs):
		return ours, nil
	case reflect.DeepEqual(base, ours), reflect.DeepEqual(ours, theirs):
		return theirs, nil
	}
	if !s.Afresh {
		ours = renumberedBeside(ours, &base, &theirs)
	}
	merged = theirs.Clone()
	r := reconciling{mine: mine}
	r.client(&merged, &base, &ours, nil)
	if settled := settledNumbers(merged); HoldsTogetherAs(&settled, &theirs) {
		return settled, r.apart
	}
	merged = theirs.Clone()
	r = reconciling{mine: mine}
	for _, part := range partsOf(&ours, &theirs) {
		next, one := merged.Clone(), reconciling{mine: mine}
		one.client(&next, &base, &ours, &part)
		next = settledNumbers(next)
		switch {
		case HoldsTogetherAs(&next, &theirs):
			merged, r.apart = next, append(r.apart, one.apart...)
		default:
			r.apart = append(r.apart, part)
		}
	}
	return merged.Tidy(), r.apart
}

// Mine is what stands here at a path that is apart, put into a client; ok is
// false where the client would no longer hold together with it.
func (s Split) Mine(path string) (with Client, ok bool) {
	was, _ := s.Reconcile(func(string) bool { return false })
	with, _ = s.Reconcile(func(p string) bool { return p == path })
	return with, !reflect.DeepEqual(was, with)
}

// The fields of a client that are put together one by one where the whole does
// not hold.
const restOfClient = "Client"

// partsOf are the parts of a client that are put together one by one where the
// whole does not hold: all that is in no cycle and no plan first.
func partsOf(ours, theirs *Client) []string {
	parts := []string{restOfClient}
	add := func(part string) {
		if !slices.Contains(parts, part) {
			parts = append(parts, part)
		}
	}
	for _, c := range []*Client{theirs, ours} {
		for _, y := range c.Cycles {
			add(pathOf("Cycles", y.identity()))
		}
	}
	for _, c := range []*Client{theirs, ours} {
		for _, p := range c.Plans {
			add(pathOf("Plans", p.identity()))
		}
	}
	return parts
}

// pathOf is the path of an element of a list or map.
func pathOf(path, id string) string { return path + "[" + id + "]" }

// HoldsTogetherAs reports whether a client has no flaw that another has not.
func HoldsTogetherAs(c, other *Client) bool {
	var had []string
	for _, f := range other.Flaws() {
		had = append(had, f.key())
	}
	for _, f := range c.Flaws() {
		if !slices.Contains(had, f.key()) {
			return false
		}
	}
	return len(c.disorder()) <= len(other.disorder())
}

// settledNumbers is a client whose highest numbers are told only where they are
// not in use.
func settledNumbers(c Client) Client {
	if c.LastKWI != 0 && c.lastInCycles() >= c.LastKWI {
		c.LastKWI = 0
	}
	return c.Tidy()
}

// reconciling is one putting together.
type reconciling struct {
	mine  func(path string) bool
	apart []string
	only  string // the part that is put together, or "" for all
	said  bool   // what respondents said may not be changed any more
}

// client puts a client together, or one part of them.
func (r *reconciling) client(on, base, ours *Client, part *string) {
	if part != nil {
		r.only = *part
	}
	r.value("", reflect.ValueOf(on).Elem(), reflect.ValueOf(*base), reflect.ValueOf(*ours))
}

// passes reports whether a path is no part of what is put together.
func (r *reconciling) passes(path string) bool {
	if r.only == "" || path == "" || path == "Cycles" || path == "Plans" {
		return false
	}
	inList := false
	for _, list := range []string{"Cycles[", "Plans["} {
		inList = inList || len(path) > len(list) && path[:len(list)] == list
	}
	if r.only == restOfClient {
		return inList
	}
	return !inList || len(path) < len(r.only) || path[:len(r.only)] != r.only
}

// value puts together what stands at a path; on is theirs, and becomes both.
func (r *reconciling) value(path string, on, base, ours reflect.Value) {
	if sameValue(base, ours) || sameValue(on, ours) || r.passes(path) {
		return
	}
	whole := r.only == "" || path != "" && path != "Cycles" && path != "Plans"
	if whole && !r.said && sameValue(on, base) && !isFrozen(on) {
		on.Set(ours)
		return
	}
	switch {
	case on.Type() == reflect.TypeFor[ScanAnswers]():
		if both, done := ScanAnswers(on.String()).back(ScanAnswers(ours.String()), ScanAnswers(base.String())); done {
			on.SetString(string(both))
			return
		}
		r.collides(path, on, ours)
	case on.Type() == reflect.TypeFor[Answer]() || isShort(on.Interface()):
		r.collides(path, on, ours)
	case on.Kind() == reflect.Struct:
		r.fields(path, on, base, ours)
	case on.Kind() == reflect.Map:
		r.entries(path, on, base, ours)
	case isKeyedList(on):
		r.elements(path, on, base, ours)
	case on.Kind() == reflect.Slice:
		r.lines(path, on, base, ours)
	default:
		r.collides(path, on, ours)
	}
}

// isFrozen reports whether a value is a cycle that was closed.
func isFrozen(v reflect.Value) bool {
	y, ok := v.Interface().(Cycle)
	return ok && y.Stage == Closed
}

// collides keeps what theirs has, unless ours was chosen.
func (r *reconciling) collides(path string, on, ours reflect.Value) {
	if r.mine(path) {
		on.Set(ours)
		return
	}
	r.apart = append(r.apart, path)
}

// saidFields are those of a cycle that hold what respondents said.
var saidFields = []string{"Answers", "Answered", "NPS", "Remarks"}

func (r *reconciling) fields(path string, on, base, ours reflect.Value) {
	closed := isFrozen(on) && !isFrozen(base)
	for i := range on.NumField() {
		name := on.Type().Field(i).Name
		below := name
		if path != "" {
			below = path + "." + name
		}
		if highest(name) {
			if on.Field(i).Uint() < ours.Field(i).Uint() && !r.passes(below) {
				on.Field(i).Set(ours.Field(i))
			}
			continue
		}
		was := r.said
		r.said = r.said || closed && slices.Contains(saidFields, name)
		r.value(below, on.Field(i), base.Field(i), ours.Field(i))
		r.said = was
	}
}

func (r *reconciling) entries(path string, on, base, ours reflect.Value) {
	keys := ours.MapKeys()
	for _, k := range base.MapKeys() {
		if !ours.MapIndex(k).IsValid() {
			keys = append(keys, k)
		}
	}
	slices.SortFunc(keys, func(a, b reflect.Value) int { return cmp.Compare(keyText(a), keyText(b)) })
	set := func(k, v reflect.Value) {
		if on.IsNil() {
			on.Set(reflect.MakeMap(on.Type()))
		}
		on.SetMapIndex(k, v)
	}
	for _, k := range keys {
		b, o, n := base.MapIndex(k), ours.MapIndex(k), on.MapIndex(k)
		below := pathOf(path, keyText(k))
		switch {
		case sameValue(b, o), sameValue(n, o), r.passes(below):
		case !r.said && (sameValue(n, b) || !n.IsValid() && !b.IsValid()):
			set(k, o) // what is invalid takes the key out
		case n.IsValid() && o.IsValid():
			inside := reflect.New(n.Type()).Elem()
			inside.Set(n)
			r.value(below, inside, orNone(b, n), o)
			set(k, inside)
		case r.mine(below):
			set(k, o)
		default: // one took away what the other changed
			r.apart = append(r.apart, below)
		}
	}
	if on.Len() == 0 {
		on.SetZero()
	}
}
