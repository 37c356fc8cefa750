package account_test

import (
	"reflect"
	"testing"

	"kwi/internal/account"
)

// TestNoMethodFallsOverWhatIsAbsent calls every method of a client and of a
// cycle of whom nothing is kept but that there are people, a KWI, and a
// question for one of them: no list and no map of it is there.
func TestNoMethodFallsOverWhatIsAbsent(t *testing.T) {
	q := account.QuestionCode{KWI: 1, Serial: 1}
	bare := func() account.Client {
		return account.Client{ID: "x", Respondents: []account.Respondent{{Initials: "AA"}, {Initials: "BB"}}, Colleagues: []account.Colleague{{Initials: "RM"}},
			Cycles: []account.Cycle{{Name: "2026H1", Stage: account.Measure, KWIs: []account.KWI{{Code: 1, Questions: []account.Question{{Code: q}}}},
				Assigned: map[account.Initials][]account.QuestionCode{"AA": {q}}}},
			Plans: []account.Plan{{Year: 2026}}}
	}
	whole := map[reflect.Type]reflect.Value{}
	for _, v := range []any{account.CycleName("2026H1"), account.Initials("AA"), q, account.KWICode(1), account.Date("2026-05-01"), account.Moment("2026-05-01"),
		account.Answer{Question: q, Grade: 8}, &account.NPS{Score: 8}, "text", true, 2026, account.Note{With: "AA", Text: "x"}, account.Respondent{Initials: "CC"},
		func(*account.NPS) {}, func(*account.Remark) {}, func(*account.Client) error { return nil }} {
		whole[reflect.TypeOf(v)] = reflect.ValueOf(v)
	}
	called := 0
	for _, zero := range []bool{false, true} {
		for _, make := range []func() reflect.Value{
			func() reflect.Value { c := bare(); return reflect.ValueOf(&c) },
			func() reflect.Value { c := bare(); return reflect.ValueOf(c.Newest()) },
			func() reflect.Value { return reflect.ValueOf(&account.Client{}) },
			func() reflect.Value { return reflect.ValueOf(&account.Cycle{}) },
		} {
			for i := range make().NumMethod() {
				v := make()
				if v.Type().Method(i).Name == "Walk" {
					continue // nobody walks without a walker
				}
				m := v.Method(i)
				var args []reflect.Value
				for j := range m.Type().NumIn() {
					in := m.Type().In(j)
					arg, ok := whole[in]
					switch {
					case in == reflect.TypeFor[*account.Cycle]():
						c := bare()
						if arg = reflect.ValueOf(c.Newest()); v.Type() == reflect.TypeFor[*account.Client]() && len(v.Elem().FieldByName("Cycles").Interface().([]account.Cycle)) > 0 {
							arg = v.Elem().FieldByName("Cycles").Index(0).Addr()
						}
					case in.Kind() == reflect.Func: // nobody hands in none
						if !ok {
							arg = reflect.MakeFunc(in, func([]reflect.Value) []reflect.Value {
								out := []reflect.Value{}
								for k := range in.NumOut() {
									out = append(out, reflect.Zero(in.Out(k)))
								}
								return out
							})
						}
					case !ok || zero:
						arg = reflect.Zero(in)
					}
					args = append(args, arg)
				}
				func() {
					defer func() {
						if why := recover(); why != nil {
							t.Errorf("%s.%s(%v): %v", v.Type(), v.Type().Method(i).Name, args, why)
						}
					}()
					if m.Type().IsVariadic() {
						m.CallSlice(args)
					} else {
						m.Call(args)
					}
				}()
				called++
			}
		}
	}
	if called < 200 {
		t.Errorf("only %d methods were called", called)
	}
}
