package account_test

import (
	"fmt"
	"reflect"
	"testing"

	"kwi/internal/account"
)

// filled is a client in which every field of every struct says something, no
// two of them the same.
func filled(t testing.TB) account.Client {
	t.Helper()
	var c account.Client
	n := 0
	fill(reflect.ValueOf(&c).Elem(), &n)
	for path, empty := range emptyFields(reflect.ValueOf(c)) {
		if empty {
			t.Fatalf("%s was not filled", path)
		}
	}
	return c
}

func fill(v reflect.Value, n *int) {
	*n++
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			fill(v.Field(i), n)
		}
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 2, 2))
		for i := range v.Len() {
			fill(v.Index(i), n)
		}
	case reflect.Map:
		v.Set(reflect.MakeMap(v.Type()))
		for range 2 {
			key, value := reflect.New(v.Type().Key()).Elem(), reflect.New(v.Type().Elem()).Elem()
			fill(key, n)
			fill(value, n)
			v.SetMapIndex(key, value)
		}
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		fill(v.Elem(), n)
	case reflect.String:
		v.SetString(fmt.Sprintf("text %d.", *n))
	case reflect.Bool:
		v.SetBool(true)
	case reflect.Int:
		v.SetInt(int64(*n))
	case reflect.Uint8:
		v.SetUint(uint64(*n%250 + 1))
	case reflect.Uint16:
		v.SetUint(uint64(*n))
	default:
		panic("nobody fills a " + v.Kind().String())
	}
}

// emptyFields tells of every field of every struct, by Type.Field, whether it
// is empty anywhere.
func emptyFields(v reflect.Value) map[string]bool {
	found := map[string]bool{}
	var walk func(v reflect.Value, at string)
	walk = func(v reflect.Value, at string) {
		if at != "" {
			found[at] = found[at] || v.IsZero()
		}
		switch v.Kind() {
		case reflect.Struct:
			for i := range v.NumField() {
				walk(v.Field(i), v.Type().Name()+"."+v.Type().Field(i).Name)
			}
		case reflect.Slice:
			for i := range v.Len() {
				walk(v.Index(i), "")
			}
		case reflect.Map:
			for it := v.MapRange(); it.Next(); {
				walk(it.Value(), "")
			}
		case reflect.Pointer:
			if !v.IsNil() {
				walk(v.Elem(), "")
			}
		}
	}
	walk(v, "")
	return found
}

// sharing is where two values of the same shape reach the same memory.
func sharing(a, b reflect.Value, at string) (out []string) {
	switch a.Kind() {
	case reflect.Struct:
		for i := range a.NumField() {
			out = append(out, sharing(a.Field(i), b.Field(i), at+"."+a.Type().Field(i).Name)...)
		}
	case reflect.Slice:
		if a.Type() == reflect.TypeFor[account.Sheet]() {
			return nil // never changed in place
		}
		if a.Len() > 0 && a.Pointer() == b.Pointer() {
			return []string{at}
		}
		for i := range min(a.Len(), b.Len()) {
			out = append(out, sharing(a.Index(i), b.Index(i), fmt.Sprintf("%s[%d]", at, i))...)
		}
	case reflect.Map:
		if a.Pointer() == b.Pointer() {
			return []string{at}
		}
		for it := a.MapRange(); it.Next() && b.Len() == a.Len(); {
			out = append(out, sharing(it.Value(), b.MapIndex(it.Key()), fmt.Sprintf("%s[%v]", at, it.Key()))...)
		}
	case reflect.Pointer:
		if a.Pointer() == b.Pointer() {
			return []string{at}
		}
		out = sharing(a.Elem(), b.Elem(), at)
	}
	return out
}

func TestCloneIsEqualAndSharesNothingThatCanChange(t *testing.T) {
	c := filled(t)
	d := c.Clone()
	if !reflect.DeepEqual(c, d) {
		t.Fatalf("the clone differs:\n%+v\n%+v", c, d)
	}
	for _, at := range sharing(reflect.ValueOf(c), reflect.ValueOf(d), "Client") {
		t.Errorf("%s is shared", at)
	}
	y := c.Cycles[0].Clone()
	for _, at := range sharing(reflect.ValueOf(c.Cycles[0]), reflect.ValueOf(y), "Cycle") {
		t.Errorf("%s is shared", at)
	}
	if shallow := c; len(sharing(reflect.ValueOf(c), reflect.ValueOf(shallow), "")) < 3 {
		t.Error("the comparison sees no sharing where all is shared")
	}
}

func TestCloneKeepsNothingApartFromEmpty(t *testing.T) {
	none, empty := account.Client{}, account.Client{Respondents: []account.Respondent{}, Cycles: []account.Cycle{{Assigned: map[account.Initials][]account.QuestionCode{"AA": {}}, KWIs: []account.KWI{}}}}
	for _, c := range []account.Client{none, empty} {
		if d := c.Clone(); !reflect.DeepEqual(c, d) {
			t.Errorf("got %#v of %#v", d, c)
		}
	}
}

func TestSheetsAreNeverChangedInPlace(t *testing.T) {
	s := account.Sheet{{Question: account.QuestionCode{KWI: 1, Serial: 1}, Grade: 6}, {Question: account.QuestionCode{KWI: 1, Serial: 3}, Grade: 7}}
	for _, a := range []account.Answer{
		{Question: account.QuestionCode{KWI: 1, Serial: 1}, Grade: 9}, {Question: account.QuestionCode{KWI: 1, Serial: 2}, Grade: 9},
		{Question: account.QuestionCode{KWI: 1, Serial: 3}}, {Question: account.QuestionCode{KWI: 2, Serial: 1}, Grade: 1},
	} {
		was := append(account.Sheet(nil), s...)
		next := s.With(a)
		if !reflect.DeepEqual(s, was) {
			t.Errorf("With(%v) changed the sheet itself", a)
		}
		if got := next.Of(a.Question); got != a {
			t.Errorf("With(%v) holds %v", a, got)
		}
	}
}
