package account_test

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"kwi/internal/account"
	"kwi/internal/account/accounttest"
	"kwi/internal/fault"
)

// Whatever stands in a client, no place keeps the initials that somebody had,
// but what their initials once were.
func TestInitialsAreRenamedEverywhere(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := accounttest.Client(t, "x")
		everybody := []account.Initials{}
		for _, r := range c.Respondents {
			everybody = append(everybody, r.Initials)
		}
		for _, m := range c.Colleagues {
			everybody = append(everybody, m.Initials)
		}
		if len(everybody) == 0 {
			return
		}
		was := rapid.SampledFrom(everybody).Draw(t, "was")
		for i := range c.Cycles {
			y := &c.Cycles[i]
			for j := range y.Actions {
				y.Actions[j].For = string(was)
			}
			for j := range y.Ideas {
				y.Ideas[j].By = " " + string(was)
			}
			for j := range y.Reasons {
				y.Reasons[j].By = string(was)
			}
			for j := range y.Passages {
				y.Passages[j].By = string(was)
			}
			for j := range y.Findings {
				y.Findings[j].By = string(was)
			}
			y.Corrections = append(y.Corrections, account.Correction{Date: "2026-11-01", What: string(was) + " 1.02: 8 → 7", Why: "x"})
		}
		for i := range c.Plans {
			c.Plans[i].MadeBy = string(was)
			for j := range c.Plans[i].KPIs {
				for k := range c.Plans[i].KPIs[j].Agreed {
					c.Plans[i].KPIs[j].Agreed[k].For = string(was)
				}
			}
		}
		before := c.Clone()
		flaws := len(c.Flaws())
		if err := c.RenameInitials(was, "N3W"); err != nil {
			t.Fatal(err)
		}
		if now := c.Flaws(); len(now) > flaws {
			t.Errorf("%v", now)
		}
		if places := placesOf(reflect.ValueOf(c), string(was), ""); len(places) > 0 {
			t.Errorf("%s still stands at %v", was, places)
		}
		if r := c.Once(was); before.Respondent(was) != nil && (r == nil || r.Initials != "N3W") {
			t.Errorf("nobody was once %s", was)
		}
		if err := c.RenameInitials("N3W", was); err != nil {
			t.Fatal(err)
		}
		for i := range c.Respondents {
			r := &c.Respondents[i]
			r.Formerly = slices.DeleteFunc(r.Formerly, func(f account.Initials) bool { return f == "N3W" || f == was })
		}
		for i := range before.Cycles {
			for j := range before.Cycles[i].Ideas {
				before.Cycles[i].Ideas[j].By = string(was)
			}
		}
		if a, b := sortedLists(c), sortedLists(before); !reflect.DeepEqual(a, b) {
			t.Errorf("back it is another client")
		}
	})
}

// sortedLists is a client with the lists of people who heard something in order.
func sortedLists(c account.Client) account.Client {
	c = c.Tidy()
	for i := range c.Cycles {
		slices.Sort(c.Cycles[i].NotExpectedHeard)
		for j := range c.Cycles[i].Notes {
			slices.Sort(c.Cycles[i].Notes[j].Heard)
		}
	}
	return c
}

// placesOf are the places of a value where a text is these initials, or begins
// with them as what was corrected of a grade does; what somebody's initials once
// were is none.
func placesOf(v reflect.Value, who, at string) (out []string) {
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			if name := v.Type().Field(i).Name; name != "Formerly" {
				out = append(out, placesOf(v.Field(i), who, at+"."+name)...)
			}
		}
	case reflect.Slice:
		for i := range v.Len() {
			out = append(out, placesOf(v.Index(i), who, at)...)
		}
	case reflect.Map:
		for it := v.MapRange(); it.Next(); {
			out = append(append(out, placesOf(it.Key(), who, at+"[]")...), placesOf(it.Value(), who, at)...)
		}
	case reflect.Pointer:
		if !v.IsNil() {
			out = placesOf(v.Elem(), who, at)
		}
	case reflect.String:
		if s := v.String(); s == who || strings.TrimSpace(s) == who && strings.HasSuffix(at, ".By") || strings.HasPrefix(s, who+" 1.02") {
			out = append(out, at)
		}
	}
	return out
}

func TestInitialsThatAreNoneOrSomebodysAreNotGiven(t *testing.T) {
	c := account.Client{Respondents: []account.Respondent{{Initials: "KK"}, {Initials: "BB"}}, Colleagues: []account.Colleague{{Initials: "RM"}}}
	for is, want := range map[account.Initials]fault.Kind{"": fault.BadInitials, "TOOLONG": fault.BadInitials, "BB": fault.DuplicateInitials, "RM": fault.DuplicateInitials} {
		if err := c.RenameInitials("KK", is); !fault.Has(err, want) {
			t.Errorf("%q: %v", is, err)
		}
	}
	if err := c.RenameInitials("ZZ", "AA"); !fault.Has(err, fault.Removed) {
		t.Error(err)
	}
	if err := c.RenameInitials("KK", "KL"); err != nil || c.Once("KK") == nil {
		t.Fatal(err)
	}
	if err := c.AddRespondent(account.Respondent{Initials: "KK"}); err != nil || c.Once("KK").Initials != "KK" || !c.Respondent("KL").Was("KK") || len(c.Flaws()) > 0 {
		t.Error("the initials are another's now", err)
	}
}
