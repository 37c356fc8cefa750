package account_test

import (
	"reflect"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"kwi/internal/account"
	"kwi/internal/account/accounttest"
	"kwi/internal/fault"
)

// everybodyOf are the initials of all people of a client.
func everybodyOf(c *account.Client) (out []account.Initials) {
	for _, r := range c.Respondents {
		out = append(out, r.Initials)
	}
	for _, m := range c.Colleagues {
		out = append(out, m.Initials)
	}
	return out
}

// Whatever stands in a client, no place keeps the initials, the name or the
// address of somebody who was erased, nothing hangs loose, and every grade is
// still there.
func TestNothingStructuredKeepsSomebodyWhoWasErased(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := accounttest.Client(t, "x")
		everybody := everybodyOf(&c)
		if len(everybody) == 0 {
			return
		}
		who := rapid.SampledFrom(everybody).Draw(t, "who")
		const name, mail = "Zeno Quaxelfort", "zeno@quaxelfort.example"
		if r := c.Respondent(who); r != nil {
			r.Name, r.Email, r.Function, r.Salutation, r.Remark = name, mail, "Zenoing", "Dear Zeno", "calls himself Zeno"
		} else {
			c.Colleague(who).Name, c.Colleague(who).Role = name, "Zenoing"
		}
		for i := range c.Cycles {
			y := &c.Cycles[i]
			for j := range y.Actions {
				y.Actions[j].For = []string{string(who), name}[j%2]
			}
			for j := range y.Ideas {
				y.Ideas[j].By = name
			}
			for j := range y.Reasons {
				y.Reasons[j].By = string(who)
			}
			for j := range y.Passages {
				y.Passages[j].By = name
			}
			y.Corrections = append(y.Corrections, account.Correction{Date: "2026-11-01", What: string(who) + " 1.02: 8 → 7", Why: "x", By: name})
			y.Amendments = append(y.Amendments, account.Amendment{Date: "2026-11-01", As: account.NewTarget, What: "1.02", By: name})
		}
		for i := range c.Plans {
			c.Plans[i].MadeBy = name
		}
		flaws, grades := len(c.Flaws()), gradesOf(&c)
		nameless := map[account.CycleName][]account.Remark{}
		for i := range c.Cycles {
			nameless[c.Cycles[i].Name] = c.Cycles[i].NamelessRemarks()
		}
		e, err := c.Erase(who, "2026-11-27")
		if err != nil {
			t.Fatal(err)
		}
		if now := c.Flaws(); len(now) > flaws {
			t.Errorf("%v", now)
		}
		if places := placesOf(reflect.ValueOf(c), string(who), ""); len(places) > 0 {
			t.Errorf("%s still stands at %v", who, places)
		}
		if places := holding(reflect.ValueOf(c), "Zeno", ""); len(places) > 0 {
			t.Errorf("the name still stands at %v", places)
		}
		if now := gradesOf(&c); !reflect.DeepEqual(now, grades) {
			t.Errorf("grades were %v and are %v", grades, now)
		}
		for i := range c.Cycles {
			if y := &c.Cycles[i]; !reflect.DeepEqual(y.NamelessRemarks(), nameless[y.Name]) {
				t.Errorf("by group one can tell whose remark went: %v, %v", nameless[y.Name], y.NamelessRemarks())
			}
		}
		if e.As != "" && (c.Respondent(who) != nil || c.Colleague(who) != nil || !c.HasInitials(e.As)) {
			t.Errorf("%s should be %s", who, e.As)
		}
		if !reflect.DeepEqual(c, c.Tidy()) {
			t.Error("it is not tidy")
		}
	})
}

// gradesOf counts what was given, cycle by cycle, whoever gave it.
func gradesOf(c *account.Client) (out []map[account.Answer]int) {
	for i := range c.Cycles {
		all := map[account.Answer]int{}
		for _, sheet := range c.Cycles[i].Answers {
			for _, a := range sheet {
				all[a]++
			}
		}
		for _, n := range c.Cycles[i].NPS {
			all[account.Answer{Grade: account.Grade(n.Score)}]++
		}
		out = append(out, all)
	}
	return out
}

// holding are the places of a value where a text holds another.
func holding(v reflect.Value, what, at string) (out []string) {
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			out = append(out, holding(v.Field(i), what, at+"."+v.Type().Field(i).Name)...)
		}
	case reflect.Slice:
		for i := range v.Len() {
			out = append(out, holding(v.Index(i), what, at)...)
		}
	case reflect.Map:
		for it := v.MapRange(); it.Next(); {
			out = append(append(out, holding(it.Key(), what, at+"[]")...), holding(it.Value(), what, at)...)
		}
	case reflect.Pointer:
		if !v.IsNil() {
			out = holding(v.Elem(), what, at)
		}
	case reflect.String:
		if strings.Contains(v.String(), what) {
			out = append(out, at)
		}
	}
	return out
}

func TestAPromiseByGroupOutlivesWhoItWasMadeTo(t *testing.T) {
	t.Parallel()
	c := account.Client{ID: "x", Respondents: []account.Respondent{{Initials: "KK", Name: "Kees Klant"}}, Cycles: []account.Cycle{{Name: "2026H1", AnswersBy: account.ByGroup,
		KWIs:     []account.KWI{{Code: 1, Questions: []account.Question{{Code: account.QuestionCode{KWI: 1, Serial: 1}}}}},
		Assigned: map[account.Initials][]account.QuestionCode{"KK": {{KWI: 1, Serial: 1}}},
		Sendings: map[account.Initials][]account.Sending{"KK": {{Mark: "7k3m9qtx2hvc8rwn", Date: "2026-02-01", Promise: account.ByGroup, State: account.Arrived, Message: "kees@x"}}}}}}
	e, err := c.Erase("KK", "2026-11-27")
	if err != nil || e.As != "X1" {
		t.Fatal(e, err)
	}
	sent := c.Cycles[0].Sendings["X1"]
	if len(sent) != 1 || sent[0].Promise != account.ByGroup || sent[0].Message != "" || sent[0].Mark == "7k3m9qtx2hvc8rwn" || !sent[0].Mark.Valid() {
		t.Errorf("%+v", sent)
	}
}

func TestWhoLeftNothingBehindIsGoneAltogether(t *testing.T) {
	t.Parallel()
	c := account.Client{ID: "x", Sponsor: "KK", Respondents: []account.Respondent{{Initials: "KK", Name: "Kees Klant"}, {Initials: "X1"}, {Initials: "BB", Follows: "KK"}},
		Caught: []account.Caught{{Text: "says Kees", With: "KK"}}}
	e, err := c.Erase("KK", "2026-11-27")
	if err != nil || e.As != "" || len(c.Respondents) != 2 || c.Sponsor != "" || c.Caught != nil || c.Respondent("BB").Follows != "" {
		t.Errorf("%+v %v %+v", e, err, c)
	}
	if _, err := c.Erase("KK", "2026-11-27"); !fault.Has(err, fault.Removed) {
		t.Error(err)
	}
}
