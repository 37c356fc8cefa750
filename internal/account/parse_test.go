package account_test

import (
	"fmt"
	"math"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"kwi/internal/account"
)

func TestGradesAreOneToTenWithASignOrNone(t *testing.T) {
	for s, want := range map[string]account.Answer{
		"1": {Grade: 1}, "9": {Grade: 9}, "10": {Grade: 10}, "8<": {Grade: 8, Relevance: account.Less}, "8>": {Grade: 8, Relevance: account.More},
		"10<": {Grade: 10, Relevance: account.Less}, "10>": {Grade: 10, Relevance: account.More},
	} {
		g, r, ok := account.ParseGrade(s)
		if got := (account.Answer{Grade: g, Relevance: r}); !ok || got != want || got.String() != s {
			t.Errorf("%q: %v %v, written %q", s, got, ok, got)
		}
	}
	for _, s := range []string{"", "0", "11", "00", "01", "08", "100", "1.0", "7,5", "-1", "+8", " 8", "8 ", "8 <", "<", "<8", "8<<", "8<>", "8><", "8N", "x", "٨", "８", "1０", "8\n"} {
		if g, r, ok := account.ParseGrade(s); ok || g != 0 || r != 0 {
			t.Errorf("%q is taken as %d %d", s, g, r)
		}
	}
	if s := (account.Answer{Relevance: account.More}).String(); s != "" {
		t.Errorf("no answer is written %q", s)
	}
}

func TestRelevanceWeighsOneTwoThree(t *testing.T) {
	for r, want := range map[account.Relevance]int{account.Less: 1, account.Neutral: 2, account.More: 3} {
		if got := r.Weight(); got != want {
			t.Errorf("%q weighs %d", r.Sign(), got)
		}
	}
}

func TestTargetsAreOneToTenWithTwoPlacesAtMost(t *testing.T) {
	for s, want := range map[string]string{"1": "1.0", "1.0": "1.0", "8,5": "8.5", "8.25": "8.25", "7.05": "7.05", "8.10": "8.1", "10": "10.0", "10.00": "10.0", "9.99": "9.99"} {
		if got, ok := account.ParseTarget(s); !ok || got.String() != want {
			t.Errorf("%q: %q %v", s, got, ok)
		}
	}
	for _, s := range []string{"", "0", "0.99", "10.01", "11", "8.", ".5", "8.125", "8.1.2", "8,1,2", "8.,1", "08", "08.5", "-8", "+8", "8 ", "1e1", "8.x", "100", "٨", "NaN"} {
		if got, ok := account.ParseTarget(s); ok {
			t.Errorf("%q is taken as %q", s, got)
		}
	}
	for n := account.Target(100); n <= 1000; n++ {
		if got, ok := account.ParseTarget(n.String()); !ok || got != n {
			t.Fatalf("%d is written %q and read as %d", n, n, got)
		}
	}
	if account.Target(0).String() != "" {
		t.Error("no target is written as one")
	}
}

func TestCodesAreReadAsTheyAreWritten(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		k := account.KWICode(rapid.Uint16Range(1, math.MaxUint16).Draw(t, "kwi"))
		q := account.QuestionCode{KWI: k, Serial: rapid.Uint16Range(1, math.MaxUint16).Draw(t, "serial")}
		if got, ok := account.ParseKWICode(k.String()); !ok || got != k {
			t.Fatalf("%s: %s %v", k, got, ok)
		}
		if got, ok := account.ParseQuestionCode(q.String()); !ok || got != q {
			t.Fatalf("%s: %s %v", q, got, ok)
		}
	})
	for written, got := range map[string]fmt.Stringer{
		"KWI-01": account.KWICode(1), "KWI-99": account.KWICode(99), "KWI-100": account.KWICode(100), "1.01": code(1, 1), "12.09": code(12, 9), "1.10": code(1, 10), "1.123": code(1, 123),
	} {
		if got.String() != written {
			t.Errorf("%q is written %q", written, got)
		}
	}
	for _, s := range []string{"", "KWI", "KWI-", "KWI-1", "KWI-00", "KWI-65536", "KWI-+1", "KWI--1", "kwi-01", "KWI-0x", " KWI-01", "KWI-01 ", "KWI-٠١"} {
		if got, ok := account.ParseKWICode(s); ok {
			t.Errorf("%q is taken as %s", s, got)
		}
	}
	for _, s := range []string{"", ".", "1", "1.1", "1.00", "0.01", ".01", "1.", "1.01.01", "-1.01", "1.-1", "65536.01", "1.65536", "1,01", "1.01 ", "a.01"} {
		if got, ok := account.ParseQuestionCode(s); ok {
			t.Errorf("%q is taken as %s", s, got)
		}
	}
	if account.KWICode(0).String() != "" || (account.QuestionCode{}).String() != "" || account.KWICode(7).Short() != "07" {
		t.Error("no code is written as one")
	}
}

func TestCodesAreOrderedByNumberNotByText(t *testing.T) {
	want := []account.QuestionCode{code(1, 2), code(1, 10), code(1, 100), code(2, 1), code(10, 1)}
	got := slices.Clone(want)
	slices.Reverse(got)
	slices.SortFunc(got, account.CompareCodes)
	if !slices.Equal(got, want) {
		t.Errorf("got %v", got)
	}
}

func TestDaysMustExist(t *testing.T) {
	for d, want := range map[account.Date]bool{
		"2026-11-27": true, "2024-02-29": true, "2026-02-29": false, "2026-13-01": false, "2026-00-10": false, "2026-04-31": false, "2026-4-1": false,
		"26-04-01": false, "2026-04-01 ": false, "2026-04-01T10:00": false, "": false, "as soon as possible": false,
	} {
		if d.Valid() != want {
			t.Errorf("%q: %v", d, !want)
		}
	}
	for m, want := range map[account.Moment]bool{
		"2026-11-27": true, "2026-11-27T17:00": true, "2026-11-27T00:00": true, "2026-11-27T23:59": true, "2026-11-27T24:00": false, "2026-11-27T7:00": false, "2026-11-27T17:60": false,
		"2026-11-27T17:00:00": false, "2026-11-27 17:00": false, "2026-02-30T17:00": false, "2026-11-27T": false, "2026-11-27T17:00Z": false, "": false,
	} {
		if m.Valid() != want {
			t.Errorf("%q: %v", m, !want)
		}
	}
	if account.Moment("2026-11-27T17:00").Date() != "2026-11-27" || account.Moment("2026-11-27").Date() != "2026-11-27" || account.Moment("").Date() != "" {
		t.Error("a moment's day is another")
	}
}

func TestDaysAreAddedAndCountedAcrossMonthsAndSummerTime(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		days := rapid.IntRange(-3000, 3000).Draw(t, "days")
		from := account.Date("2026-03-20")
		if n, ok := from.Until(from.Add(days)); !ok || n != days {
			t.Fatalf("%d days from %s is %s, %d days away", days, from, from.Add(days), n)
		}
	})
	if d := account.Date("2026-12-31").Add(1); d != "2027-01-01" {
		t.Errorf("got %s", d)
	}
	// A file may hold any day.
	for from, far := range map[account.Date]int{"0001-01-01": 3652058, "1000-01-01": 3287181, "9999-12-31": 0} {
		if n, ok := from.Until("9999-12-31"); !ok || n != far || from.Add(far) != "9999-12-31" {
			t.Errorf("from %s to the last day are %d days, not %d", from, n, far)
		}
	}
	if d, e := account.Date("9999-12-31").Add(1), account.Date("0001-01-01").Add(-1); d != "" || e != "" {
		t.Errorf("beyond the years is %q and %q", d, e)
	}
	if d := account.Date("").Add(1); d != "" {
		t.Errorf("no day becomes %s", d)
	}
	if _, ok := account.Date("2026-01-01").Until(""); ok {
		t.Error("days are counted to no day")
	}
}

func TestACycleIsNamedAfterAHalfYear(t *testing.T) {
	for d, want := range map[account.Date]account.CycleName{"2026-01-01": "2026H1", "2026-06-30": "2026H1", "2026-07-01": "2026H2", "2026-12-31": "2026H2", "2026-02-30": "", "": ""} {
		if got := account.HalfYear(d); got != want {
			t.Errorf("%s is in %q", d, got)
		}
	}
	for n, want := range map[account.CycleName]account.CycleName{"2026H1": "2026H2", "2026H2": "2027H1", "": "", "2026": "", "2026H3": ""} {
		if got := n.Next(); got != want {
			t.Errorf("after %q comes %q", n, got)
		}
	}
	for n, want := range map[account.CycleName]bool{"2026H1": true, "2026H2": true, "2026H0": false, "2026H3": false, "2026h1": false, "26H1": false, "2026-1": false, "": false, "x026H1": false, "2026H11": false} {
		if n.Valid() != want {
			t.Errorf("%q: %v", n, !want)
		}
	}
	if account.CycleName("2026H2").Year() != 2026 || account.CycleName("x").Year() != 0 {
		t.Error("the year of a name is another")
	}
}

func TestInitialsAndIDs(t *testing.T) {
	for s, want := range map[string]bool{"K": true, "KK": true, "R1": true, "ÀÉÏØ": true, "ABCD": true, "ABCDE": false, "": false, "K K": false, "K-": false, "K\x00": false, "\xff": false, "🙂": false} {
		if account.ValidInitials(s) != want {
			t.Errorf("initials %q: %v", s, !want)
		}
	}
	forty := "a234567890123456789012345678901234567890"
	for s, want := range map[string]bool{"a": true, "new-media-2": true, forty: true, forty + "1": false, "": false, "New": false, "a_b": false, "a b": false, "é": false, "a/b": false} {
		if account.ValidID(s) != want {
			t.Errorf("ID %q: %v", s, !want)
		}
	}
}

func TestStagesAreReadAsTheyAreWritten(t *testing.T) {
	for s := account.Initialise; s <= account.Closed; s++ {
		if got, ok := account.ParseStage(s.String()); !ok || got != s {
			t.Errorf("%s: %s %v", s, got, ok)
		}
	}
	if _, ok := account.ParseStage(""); ok || account.Stage(9).String() != "" {
		t.Error("there is a stage too many")
	}
	if got := account.Stages(); len(got) != 7 || slices.Contains(got, account.Closed) || !slices.IsSorted(got) {
		t.Errorf("got %v", got)
	}
}

// TestReadCodes: a code is read as people and spreadsheets write it.
func TestReadCodes(t *testing.T) {
	for _, w := range []struct {
		s    string
		tens bool
		want string
	}{
		{"1.02", false, "1.02"}, {"1,02", false, "1.02"}, {"１．０２", false, "1.02"}, {" KWI-01.02: ", false, "1.02"}, {"kwi 1.02", false, "1.02"}, {"01.02)", false, "1.02"}, {"1.\u200b02", false, "1.02"},
		{"1.1", false, "1.01"}, {"1.1", true, "1.10"}, {"1.10", false, "1.10"}, {"1.11", true, "1.11"}, {"12.100", false, "12.100"},
		{"", false, ""}, {"1", false, ""}, {".", false, ""}, {"1.", false, ""}, {"0.01", false, ""}, {"1.0", false, ""}, {"1.00", false, ""}, {"1.x", false, ""}, {"70000.01", false, ""}, {"1.02.03", false, ""}, {"KWI", false, ""},
	} {
		got, ok := account.ReadQuestionCode(w.s, w.tens)
		if ok != (w.want != "") || ok && got.String() != w.want {
			t.Errorf("%q: %v %t", w.s, got, ok)
		}
	}
	for s, short := range map[string]bool{"1.1": true, "1,1": true, "１．１": true, "1.10": false, "1.01": false, "x": false, "1.": false, "1.0": false} {
		if account.IsShortCode(s) != short {
			t.Errorf("%q is short: %t", s, !short)
		}
	}
	for s, want := range map[string]account.KWICode{"KWI-01": 1, "kwi 1": 1, "KWI1": 1, "1": 1, "ＫＷＩ－０１": 1, "KWI-123": 123, "KWI-": 0, "0": 0, "x": 0, "123456": 0, "1.5": 0} {
		if got, ok := account.ReadKWICode(s); got != want || ok != (want != 0) {
			t.Errorf("%q: %v %t", s, got, ok)
		}
	}
}
