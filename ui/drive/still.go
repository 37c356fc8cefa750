package drive

import (
	"fmt"
	"hash/maphash"
	"math"
	"reflect"
	"strings"

	tea "charm.land/bubbletea/v2"

	"kwi/internal/lang"
	"kwi/ui"
)

// Drawing writes nothing, and a key that a screen answers changes no earlier
// copy of it: the driver holds every message of every journey to both. It
// looks at values through reflection, unexported fields, maps and lists
// included; what a function has closed over it cannot see.

// screens are the fields of the root in which screens are, and drawn all that
// a drawing could write into.
var (
	screens = []string{"stack", "meeting.aside"}
	drawn   = []string{"stack", "meeting", "memory", "drafts", "shown", "parked", "notice", "scores"}
)

// earlier are the screens before a message, with what they said.
type earlier struct {
	root tea.Model
	said []uint64
}

// watch fails the test where a message changed the screens as they were before
// it, and takes note of them as they are.
func (d *Driver) watch() {
	d.t.Helper()
	if e := d.earlier; e.root != nil {
		if what := changedSince(e.said, e.root, screens); what != "" {
			d.t.Errorf("an earlier copy of a screen changed, by an answer or by drawing it: %s", what)
		}
	}
	d.earlier = earlier{d.root, spell(d.root, screens, len(d.earlier.said))}
}

// draw shows the root, as the program does after every message. Where that changed
// a screen the next message finds it, as it finds what its own answer changed; a
// strict driver looks itself, at all that a drawing could write into.
func (d *Driver) draw() {
	d.t.Helper()
	var before []uint64
	if d.Strict {
		before = spell(d.root, drawn, len(d.earlier.said))
	}
	v := d.root.View()
	d.drawn = &v
	if !d.Strict {
		return
	}
	if root, is := d.root.(ui.Root); is {
		root.Sized(61, 21).View()
	}
	if what := changedSince(before, d.root, drawn); what != "" {
		d.t.Errorf("drawing changed %s", what)
	}
}

// changedSince names what is not as it was spelled, "" where all is.
func changedSince(before []uint64, root tea.Model, fields []string) string {
	after := spell(root, fields, len(before))
	for i, value := range after {
		if i >= len(before) || before[i] != value {
			return nameValue(root, fields, i)
		}
	}
	if len(before) > len(after) {
		return "what was last in " + nameValue(root, fields, len(after)-1)
	}
	return ""
}

// spell is everything in some fields of a root, a number for each value: about
// so many.
func spell(root tea.Model, fields []string, about int) []uint64 {
	s := speller{name: -1, said: make([]uint64, 0, about+about/8)}
	s.fields(root, fields)
	return s.said
}

// nameValue names the nth value of what spell tells, and what it is now.
func nameValue(root tea.Model, fields []string, n int) string {
	s := speller{name: n}
	s.fields(root, fields)
	return s.named
}

// speller goes along a value.
type speller struct {
	said  []uint64
	name  int      // which value is to be named, -1: none
	path  []string // to the value, where one is to be named
	named string
	at    []uintptr // the pointers that are being followed
}

func (s *speller) fields(root tea.Model, fields []string) {
	for _, name := range fields {
		v := reflect.ValueOf(root)
		for step := range strings.SplitSeq(name, ".") {
			if v = v.FieldByName(step); !v.IsValid() {
				panic("the root has no field " + name)
			}
		}
		s.under(name, v)
	}
}

func (s *speller) under(step string, v reflect.Value) {
	if s.name < 0 {
		s.value(v)
		return
	}
	s.path = append(s.path, step)
	s.value(v)
	s.path = s.path[:len(s.path)-1]
}

// shared are types of which all copies of a screen have the same: what never
// changes after the start, and whether the screen has fallen.
var shared = map[reflect.Type]bool{
	reflect.TypeFor[*lang.Words](): true, reflect.TypeFor[*error](): true,
}

var spelling = maphash.MakeSeed()

func (s *speller) value(v reflect.Value) {
	switch v.Kind() {
	case reflect.Pointer:
		if !shared[v.Type()] {
			s.pointer(v)
		}
	case reflect.Interface:
		if !v.IsNil() {
			step := ""
			if s.name >= 0 {
				step = "(" + v.Elem().Type().String() + ")"
			}
			s.under(step, v.Elem())
		}
		s.tell(v, b2n(v.IsNil()))
	case reflect.Struct:
		if v.Type().PkgPath() == "sync/atomic" {
			return // commands that run beside each other count with it
		}
		for i := range v.NumField() {
			step := ""
			if s.name >= 0 {
				step = v.Type().Field(i).Name
			}
			s.under(step, v.Field(i))
		}
	case reflect.Slice, reflect.Array:
		s.tell(v, uint64(v.Len()))
		for i := range v.Len() {
			s.under("", v.Index(i))
		}
	case reflect.Map:
		sum, from, name := uint64(v.Len()), len(s.said), s.name
		s.name = -1
		for it := v.MapRange(); it.Next(); s.said = s.said[:from] {
			s.value(it.Key())
			s.value(it.Value())
			sum += one(s.said[from:])
		}
		s.name = name
		s.tell(v, sum)
	case reflect.String:
		s.tell(v, maphash.String(spelling, v.String()))
	case reflect.Bool:
		s.tell(v, b2n(v.Bool()))
	case reflect.Float32, reflect.Float64:
		s.tell(v, math.Float64bits(v.Float()))
	case reflect.Func, reflect.Chan, reflect.UnsafePointer:
		s.tell(v, uint64(v.Pointer()))
	default:
		if v.CanInt() {
			s.tell(v, uint64(v.Int()))
		} else if v.CanUint() {
			s.tell(v, v.Uint())
		}
	}
}

func (s *speller) pointer(v reflect.Value) {
	s.tell(v, b2n(v.IsNil()))
	for _, p := range s.at {
		if p == v.Pointer() {
			return
		}
	}
	if !v.IsNil() {
		s.at = append(s.at, v.Pointer())
		s.under("*", v.Elem())
		s.at = s.at[:len(s.at)-1]
	}
}

// one is all that was told of an entry as one number. Entries have no order, so
// these are added up: each has to be well mixed.
func one(said []uint64) uint64 {
	sum := uint64(len(said))
	for _, n := range said {
		sum = (sum ^ n) * 0x9e3779b97f4a7c15
		sum ^= sum >> 29
	}
	return sum
}

func (s *speller) tell(v reflect.Value, n uint64) {
	if len(s.said) == s.name {
		s.named = fmt.Sprintf("%s = %v", strings.Join(s.path, "."), v)
	}
	s.said = append(s.said, n)
}

func b2n(b bool) uint64 {
	if b {
		return 1
	}
	return 0
}
