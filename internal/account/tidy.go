package account

import (
	"reflect"
	"slices"
)

// Tidy is the client without lists and maps that hold nothing, and without
// entries in maps that say nothing: an absent one means the same. Two clients
// that say the same are then equal to reflect.DeepEqual. An NPS answer always
// says something, for 0 is a score. Who released a remark stands in order, for
// the records of the respondents do not tell who was first.
func (c Client) Tidy() Client {
	c = c.Clone()
	for i := range c.Cycles {
		slices.Sort(c.Cycles[i].Released)
	}
	for i := range c.Plans {
		for year, n := range c.Plans[i].Numbers {
			c.Plans[i].Numbers[year] = YearNumbers{n.Actual.tidy(), n.Target.tidy()}
		}
	}
	tidyValue(reflect.ValueOf(&c).Elem())
	return c
}

func (f *Figures) tidy() *Figures {
	if f == nil || *f == (Figures{}) {
		return nil
	}
	return f
}

func tidyValue(v reflect.Value) {
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			tidyValue(v.Field(i))
		}
	case reflect.Slice:
		for i := range v.Len() {
			tidyValue(v.Index(i))
		}
		if v.Len() == 0 {
			v.SetZero()
		}
	case reflect.Map:
		for _, k := range v.MapKeys() {
			if e := v.MapIndex(k); holdsAnything(e) {
				continue
			}
			v.SetMapIndex(k, reflect.Value{})
		}
		if v.Len() == 0 {
			v.SetZero()
		}
	}
}

// holdsAnything reports whether an entry of a map holds anything.
func holdsAnything(v reflect.Value) bool {
	switch v.Kind() {
	case reflect.Slice:
		return v.Len() > 0
	case reflect.Struct:
		return v.Type() == reflect.TypeFor[NPS]() || !v.IsZero()
	}
	return !v.IsZero()
}
