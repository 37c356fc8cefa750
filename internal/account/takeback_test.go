package account_test

import (
	"bytes"
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"kwi/internal/account"
	"kwi/internal/fault"
	"kwi/internal/portable"
)

// flat is a client as one text a field, each under a path of what things are
// known by. High-water marks are left out: they may stay.
func flat(c account.Client) map[string]string {
	out := map[string]string{}
	var walk func(v reflect.Value, at string)
	walk = func(v reflect.Value, at string) {
		switch v.Kind() {
		case reflect.Struct:
			out[at] = "is there"
			for i := range v.NumField() {
				if name := v.Type().Field(i).Name; name != "LastKWI" && name != "LastSerial" {
					walk(v.Field(i), at+"/"+name)
				}
			}
		case reflect.Map:
			for it := v.MapRange(); it.Next(); {
				walk(it.Value(), fmt.Sprintf("%s[%v]", at, it.Key()))
			}
		case reflect.Slice:
			for i := range v.Len() {
				known, ok := account.IdentityOf(v.Index(i).Interface())
				if !ok {
					out[at] = fmt.Sprintf("%#v", v.Interface())
					break
				}
				walk(v.Index(i), at+"/"+known)
			}
		case reflect.Pointer:
			if !v.IsNil() {
				walk(v.Elem(), at)
			}
		default:
			out[at] = fmt.Sprint(v)
		}
	}
	walk(reflect.ValueOf(c), "")
	return out
}

// patched is now with what a step changed put back, field by field.
func patched(now, before, after map[string]string) map[string]string {
	now = maps.Clone(now)
	for at := range after {
		if _, there := before[at]; !there {
			delete(now, at)
		}
	}
	for at, value := range before {
		if was, there := after[at]; !there || was != value {
			now[at] = value
		}
	}
	return now
}

func differences(a, b map[string]string) string {
	var out []string
	for at, value := range a {
		if b[at] != value {
			out = append(out, fmt.Sprintf("%s: %q, not %q", at, value, b[at]))
		}
	}
	for at, value := range b {
		if _, there := a[at]; !there {
			out = append(out, fmt.Sprintf("%s: lacks %q", at, value))
		}
	}
	slices.Sort(out)
	return strings.Join(out, "\n")
}

// holdsTogether is the word of an import on the client.
func holdsTogether(c account.Client) error {
	var b bytes.Buffer
	if err := portable.Write(&b, portable.File{Supplier: "S", Clients: []account.Client{c}}); err != nil {
		return err
	}
	_, err := portable.Read(&b)
	return err
}

func TestTheLastStepsTakenBackOneByOneLeaveExactlyWhatWas(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		clients, names := chain(t, 16)
		now := clients[len(clients)-1].Clone()
		for i := len(names) - 1; i >= 0; i-- {
			if err := account.TakeBack(&now, clients[i], clients[i+1]); err != nil {
				t.Fatalf("%s (%d of %v) does not go back: %v", names[i], i, names, err)
			}
			if !reflect.DeepEqual(now, clients[i]) {
				t.Fatalf("%s (%d of %v) left\n%+v\nnot\n%+v", names[i], i, names, now, clients[i])
			}
		}
		for i := range names { // and forward again
			if err := account.TakeBack(&now, clients[i+1], clients[i]); err != nil || !reflect.DeepEqual(now, clients[i+1]) {
				t.Fatalf("%s (%d of %v) does not go forward again: %v", names[i], i, names, err)
			}
		}
	})
}

func TestAStepTakenBackOutOfOrderIsExactlyUndoneOrRefused(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) { takenBackOutOfOrder(t) })
}

// TestStepsAreBothTakenBackAndRefused does the same with steps that are always
// the same, among which are many of both.
func TestStepsAreBothTakenBackAndRefused(t *testing.T) {
	steps := rapid.Custom(func(t *rapid.T) (n [2]int) {
		n[0], n[1] = takenBackOutOfOrder(t)
		return n
	})
	done, refused := 0, 0
	for seed := range 40 {
		n := steps.Example(seed)
		done, refused = done+n[0], refused+n[1]
	}
	if done < 10 || refused < 10 {
		t.Errorf("%d were done and %d refused: one of them was hardly tried", done, refused)
	}
}

// takenBackOutOfOrder takes steps back, or does them again, wherever they
// stand, and counts which of them are done and which refused.
func takenBackOutOfOrder(t *rapid.T) (done, refused int) {
	clients, names := chain(t, 24)
	if len(names) == 0 {
		return 0, 0
	}
	whole := make([]string, len(clients))
	for i := range clients {
		whole[i] = fmt.Sprintf("%+v", clients[i])
	}
	now := clients[len(clients)-1].Clone()
	for range 4 {
		i := rapid.IntRange(0, len(names)-1).Draw(t, "which")
		before, after := clients[i], clients[i+1]
		if rapid.Bool().Draw(t, "forward") {
			before, after = after, before
		}
		next := now.Clone()
		err := account.TakeBack(&next, before, after)
		if err != nil {
			if refused++; !fault.Has(err, fault.UndoRefused) {
				t.Fatal(err)
			}
			continue
		}
		done++
		if d := differences(flat(next), patched(flat(now), flat(before), flat(after))); d != "" {
			t.Fatalf("%s (%d of %v):\n%s", names[i], i, names, d)
		}
		if err := holdsTogether(next); err != nil {
			t.Fatalf("%s (%d of %v) leaves a client that is refused: %v", names[i], i, names, err)
		}
		now = next
	}
	for i := range clients {
		if fmt.Sprintf("%+v", clients[i]) != whole[i] {
			t.Fatalf("taking back changed the image of step %d of %v", i, names)
		}
	}
	return done, refused
}
