package account

import (
	"reflect"
	"slices"
	"strconv"
	"strings"
)

// Difference is one thing that is otherwise after a step than before it, for
// people to read: where it stands, what it is, what it was and what it is now.
type Difference struct {
	At    []Spot // outermost first
	Field string // of a type of this package, as Action.Due; "" is the last spot itself
	Was   []any  // nothing, or what was there: texts, days, choices, numbers
	Is    []any
	Many  bool // Was are those that went out of a list, Is those that came into it
	Held  bool // what it was and is may not stand beside the name of whoever said it
}

// Spot is a part of a client.
type Spot struct {
	Kind string // the name of a type of this package, Person for one of the people, Year
	ID   string // by which people know it: a number, initials, a name
}

// Differences are what a step changed from before to after, in the order of the
// client's fields. now is the client as they are, whose agreement on the answers
// decides what of them may be told. What the program counts for itself is no
// difference.
func Differences(now *Client, before, after Client) []Difference {
	f := differ{now: now}
	f.values(nil, "", reflect.ValueOf(f.discreet(before)), reflect.ValueOf(f.discreet(after)))
	return f.found
}

// discreet is a client without the grades that stand in words, of cycles that are
// by group or no longer there.
func (f *differ) discreet(c Client) Client {
	c = c.Tidy()
	for i := range c.Cycles {
		y := &c.Cycles[i]
		if is := f.now.Cycle(y.Name); is == nil || !is.Named() {
			y.Amendments, y.Corrections = withoutAsides(y.Amendments), withoutGrades(y.Corrections)
		}
	}
	return c
}

// FirmDifferences are the same of what the supplier keeps.
func FirmDifferences(before, after Firm) []Difference {
	f := differ{now: &Client{}}
	f.values(nil, "", reflect.ValueOf(before.Tidy()), reflect.ValueOf(after.Tidy()))
	return f.found
}

type differ struct {
	now   *Client
	found []Difference
}

// unseen are the fields that nobody ever typed or reads.
var unseen = []string{"ID", "LastKWI", "LastSerial", "LastItem", "Calendar", "Mark", "Message"}

func (f *differ) values(at []Spot, field string, before, after reflect.Value) {
	if sameValue(before, after) {
		return
	}
	t := before.Type()
	switch {
	case isShort(before.Interface()):
		f.tell(at, field, shortOf(before), shortOf(after))
	case t.Kind() == reflect.Pointer:
		f.values(at, field, pointed(before), pointed(after))
	case t.Kind() == reflect.Struct:
		for i := range t.NumField() {
			if name := t.Field(i).Name; !slices.Contains(unseen, name) && !names(t, name) {
				f.values(at, t.Name()+"."+name, before.Field(i), after.Field(i))
			}
		}
	case t.Kind() == reflect.Map:
		f.maps(at, field, before, after)
	case t.Kind() == reflect.Slice && isShort(reflect.Zero(t.Elem()).Interface()):
		was, is := without(before, after), without(after, before)
		f.tell(at, field, all(was), all(is))
		f.found[len(f.found)-1].Many = true
	case t.Kind() == reflect.Slice:
		f.lists(at, before, after)
	}
}

// names reports whether a field is what its own part is known by.
func names(t reflect.Type, field string) bool {
	switch t.Name() + "." + field {
	case "KWI.Code", "Question.Code", "Answer.Question", "Action.Number", "Respondent.Initials", "Colleague.Initials", "Plan.Year", "KPI.Code", "Scan.ScanKey", "Sending.Asked":
		return true
	}
	return t == reflect.TypeFor[Cycle]() && field == "Name"
}

// isShort reports whether a value is told as one.
func isShort(v any) bool {
	switch v.(type) {
	case Answer, Target, QuestionCode, ScanAnswers, PlannedItem:
		return true
	}
	kind := reflect.TypeOf(v).Kind()
	return kind != reflect.Struct && kind != reflect.Map && kind != reflect.Slice && kind != reflect.Pointer
}

// shortOf is a value that says something, as a list of one.
func shortOf(v reflect.Value) []any {
	switch is := v.Interface().(type) {
	case Answer:
		if is.Grade == 0 {
			return nil
		}
		return []any{is}
	case NPS:
		return []any{is.Score}
	}
	if v.IsZero() {
		return nil
	}
	return []any{v.Interface()}
}

func all(list []reflect.Value) (out []any) {
	for _, v := range list {
		out = append(out, v.Interface())
	}
	return out
}

func pointed(v reflect.Value) reflect.Value {
	if v.IsNil() {
		return reflect.Zero(v.Type().Elem())
	}
	return v.Elem()
}

// maps goes through what stands by people or by years.
func (f *differ) maps(at []Spot, field string, before, after reflect.Value) {
	var keys []reflect.Value
	for _, m := range []reflect.Value{before, after} {
		for _, k := range m.MapKeys() {
			if !slices.ContainsFunc(keys, func(o reflect.Value) bool { return o.Equal(k) }) {
				keys = append(keys, k)
			}
		}
	}
	slices.SortFunc(keys, func(a, b reflect.Value) int { return strings.Compare(keyText(a), keyText(b)) })
	zero := reflect.Zero(before.Type().Elem())
	for _, k := range keys {
		b, a := before.MapIndex(k), after.MapIndex(k)
		spot := Spot{"Person", keyText(k)}
		if k.Kind() == reflect.Int {
			spot.Kind = "Year"
		}
		if !b.IsValid() {
			b = zero
		}
		if !a.IsValid() {
			a = zero
		}
		if sheet, is := b.Interface().(Sheet); is {
			f.sheets(append(slices.Clip(at), spot), field, sheet, a.Interface().(Sheet))
			continue
		}
		if n, is := b.Interface().(NPS); is {
			f.recommendation(append(slices.Clip(at), spot), field, n, a.Interface().(NPS), before.MapIndex(k).IsValid(), after.MapIndex(k).IsValid())
			continue
		}
		f.values(append(slices.Clip(at), spot), field, b, a)
	}
}

func keyText(k reflect.Value) string {
	if k.Kind() == reflect.Int {
		return strconv.Itoa(int(k.Int()))
	}
	return k.String()
}

// sheets goes through the answers of one respondent.
func (f *differ) sheets(at []Spot, field string, before, after Sheet) {
	var codes []QuestionCode
	for _, a := range slices.Concat(before, after) {
		if !slices.Contains(codes, a.Question) {
			codes = append(codes, a.Question)
		}
	}
	slices.SortFunc(codes, CompareCodes)
	for _, q := range codes {
		b, a := before.Of(q), after.Of(q)
		if b != a {
			f.tell(append(slices.Clip(at), Spot{"Question", q.String()}), field, shortOf(reflect.ValueOf(b)), shortOf(reflect.ValueOf(a)))
		}
	}
}

// recommendation goes through what one respondent said to the last question, of
// which 0 is an answer.
func (f *differ) recommendation(at []Spot, field string, before, after NPS, was, is bool) {
	score := func(n NPS, there bool) []any {
		if !there {
			return nil
		}
		return []any{n.Score}
	}
	if was != is || before.Score != after.Score {
		f.tell(at, field, score(before, was), score(after, is))
	}
	before.Score, after.Score = 0, 0
	b, a := reflect.ValueOf(before), reflect.ValueOf(after)
	for i := range b.NumField() {
		if !sameValue(b.Field(i), a.Field(i)) {
			f.tell(at, "NPS."+b.Type().Field(i).Name, shortOf(b.Field(i)), shortOf(a.Field(i)))
		}
	}
}

// tell notes a difference, with what may be told of it.
func (f *differ) tell(at []Spot, field string, was, is []any) {
	d := Difference{At: at, Field: field, Was: was, Is: is}
	y, who := f.about(at)
	if y != nil {
		may := y.Discloses(who)
		switch {
		case field == "Cycle.Answers":
			d.Held = !may.Grades
		case field == "Cycle.NPS" || strings.HasPrefix(field, "NPS."):
			d.Held = !may.Recommendation
		case field == "Cycle.Remarks":
			d.Held = !may.Remark
		}
	}
	if d.Held {
		d.Was, d.Is = nil, nil
	}
	f.found = append(f.found, d)
}

// about is the cycle and the respondent that a place is about. Of a cycle that is
// no longer there nothing may be told.
func (f *differ) about(at []Spot) (y *Cycle, who Initials) {
	for _, s := range at {
		switch s.Kind {
		case "Cycle":
			if y = f.now.Cycle(CycleName(s.ID)); y == nil || s.ID == "" {
				y = &Cycle{AnswersBy: ByGroup}
			}
		case "Person":
			who = Initials(s.ID)
		}
	}
	return y, who
}
