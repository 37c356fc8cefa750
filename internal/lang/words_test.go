package lang

import (
	"errors"
	"fmt"
	"io/fs"
	"strings"
	"testing"

	"kwi/internal/account"
	"kwi/internal/fault"
	"kwi/internal/language"
)

var nl, en = For("nl"), For("en")

func TestForChooses(t *testing.T) {
	for tag, want := range map[string]string{"": "nl", "nl_NL.UTF-8": "nl", "C": "nl", "en": "en", "EN": "en", "en_GB.UTF-8": "en", "en-US": "en", "end": "nl"} {
		if got := For(tag).Tag(); got != want {
			t.Errorf("For(%q) is %s", tag, got)
		}
	}
	w := nl
	for _, tag := range append(language.Tags()[1:], "nl") {
		if w = w.Next(); w.Tag() != tag {
			t.Errorf("the next is %s, not %s", w.Tag(), tag)
		}
	}
}

func TestText(t *testing.T) {
	w := &Words{language: language.All()[0], texts: language.Texts{
		"a": {"{1} en {2}, {1}"}, "b.one": {"{n} dag {1}"}, "b.other": {"{n} dagen {1}"}, "b.none": {"geen dag"}, "c": {"{x} { {1}"}, "d": {"doel {1}"}, "month.short.11": {"nov"},
	}}
	for _, c := range [][2]string{
		{w.T("a", "x", 2026), "x en 2026, x"},
		{w.T("a", account.Date("2026-11-27")), "27 nov 2026 en {2}, 27 nov 2026"},
		{w.T("a", account.KWICode(1), account.Moment("2026-11-27T17:00")), "KWI-01 en 27 nov 2026 17:00, KWI-01"},
		{w.T("a", "{2}", "y"), "{2} en y, {2}"},
		{w.T("nee"), "‹nee›"}, {w.N("nee", 1), "‹nee›"},
		{w.N("b", 0, "x"), "geen dag"}, {w.N("b", 1, "x"), "1 dag x"}, {w.N("b", 1200, "x"), "1.200 dagen x"},
		{w.T("c", account.Target(725)), "{x} { {1}"}, {w.T("d", account.Target(725)), "doel 7,25"},
	} {
		if c[0] != c[1] {
			t.Errorf("got %q, want %q", c[0], c[1])
		}
	}
}

func TestNumbers(t *testing.T) {
	for _, c := range [][2]string{
		{nl.Score(760, true), "7,60"}, {en.Score(760, true), "7.60"}, {nl.Score(1000, true), "10,00"}, {nl.Score(0, false), "–"},
		{nl.Score1(756, true), "7,6"}, {nl.Score1(755, true), "7,6"}, {nl.Score1(754, true), "7,5"}, {nl.Score1(-5, true), "0,0"}, {nl.Score1(-6, true), "−0,1"}, {en.Score1(995, true), "10.0"}, {nl.Score1(1, false), "–"},
		{nl.Change(31, true), "+0,31"}, {nl.Change(-12, true), "−0,12"}, {nl.Change(0, true), "0,00"}, {en.Change(131, true), "+1.31"}, {nl.Change(5, false), ""},
		{nl.Signed(8), "+8"}, {nl.Signed(-3), "−3"}, {nl.Signed(0), "0"},
		{nl.Int(999), "999"}, {nl.Int(-1234567), "−1.234.567"}, {en.Int(1234567), "1,234,567"},
		{nl.Money("450000"), "450.000"}, {en.Money("450000"), "450,000"}, {nl.Money("18.5"), "18,5"}, {nl.Money("-1200.50"), "−1.200,50"}, {nl.Money("veel"), "veel"}, {nl.Money(""), ""}, {nl.Money("1."), "1."},
		{nl.Target(725), "7,25"}, {en.Target(800), "8.00"}, {nl.Target(0), "–"},
	} {
		if c[0] != c[1] {
			t.Errorf("got %q, want %q", c[0], c[1])
		}
	}
}

func TestDates(t *testing.T) {
	const d, today = account.Date("2026-11-27"), account.Date("2026-10-01") // a Friday
	for _, c := range [][2]string{
		{nl.Date(d), "27 nov 2026"}, {en.Date(d), "27 Nov 2026"}, {nl.Date(""), ""}, {nl.Date("2010-10-05"), "5 okt 2010"},
		{nl.LongDate(d), "vrijdag 27 november 2026"}, {en.LongDate(d), "Friday 27 November 2026"},
		{nl.SaidDate(d, "2026-01-01"), "vrijdag 27 november"}, {en.SaidDate(d, "2025-12-31"), "Friday 27 November 2026"}, {nl.SaidDate("", "2026-01-01"), ""}, {nl.SaidDate(d, ""), "vrijdag 27 november 2026"},
		{nl.ShortDate(d, today), "vr 27 nov"}, {en.ShortDate(d, today), "Fri 27 Nov"}, {nl.ShortDate(d, "2025-12-31"), "vr 27 nov 2026"}, {nl.ShortDate(d, ""), "vr 27 nov 2026"}, {nl.ShortDate("", today), ""},
		{nl.Moment("2026-11-27T17:00"), "27 nov 2026 17:00"}, {nl.Moment("2026-11-27"), "27 nov 2026"}, {nl.ShortMoment("2026-11-27T17:00", today), "vr 27 nov 17:00"},
		{nl.Ago(0), "vandaag"}, {nl.Ago(1), "gisteren"}, {nl.Ago(3), "3 dagen geleden"}, {en.Ago(3), "3 days ago"}, {nl.Ago(-1), "morgen"}, {nl.Ago(-10), "over 10 dagen"}, {en.Ago(-10), "in 10 days"},
	} {
		if c[0] != c[1] {
			t.Errorf("got %q, want %q", c[0], c[1])
		}
	}
}

func TestFaultsAreSaid(t *testing.T) {
	wrapped := fmt.Errorf("import: %w", fault.New(fault.Grade, "11").In("clients[0].cycles[1].answers.KK.1.02"))
	for _, c := range []struct {
		got  string
		want []string
	}{
		{nl.Fault(nil), []string{""}},
		{nl.Fault(wrapped), []string{"clients[0].cycles[1].answers.KK.1.02: Cijfer 11 is niet 1–10."}},
		{en.Fault(wrapped), []string{"clients[0].cycles[1].answers.KK.1.02: Grade 11 is not 1–10."}},
		{nl.Fault(fault.New(fault.Frozen)), []string{"Deze cyclus is gesloten."}},
		{nl.Fault(fault.New(fault.Exists, "2026-11-27")), []string{"27 nov 2026"}},
		{nl.Fault(fault.New(fault.OtherSupplier, "A\nB")), []string{"is van A B", "zijn van …"}},
		{en.Fault(fault.New(fault.NotSaved).By(errors.New("a\x1b[2J\nb"))), []string{"a[2J b"}},
		{nl.Fault(errors.New("x\u202ey")), []string{"Dit lukte niet: xy."}},
		{nl.Fault(&fs.PathError{Op: "open", Path: "a.kwi", Err: fs.ErrNotExist}), []string{"a.kwi is er niet."}},
		{en.Fault(errors.Join(fault.New(fault.Frozen), fault.New(fault.Frozen), fault.New(fault.NotRecalled))), []string{"with its reason. Nor could"}},
		{nl.Fault(fault.New("nieuw", "x")), []string{"Dit lukte niet: nieuw (x)."}},
	} {
		for _, want := range c.want {
			if !strings.Contains(c.got, want) || strings.Contains(c.got, "\n") {
				t.Errorf("got %q, want %q in it", c.got, want)
			}
		}
	}
	for _, k := range Keys() {
		if kind, ok := strings.CutPrefix(k, "fault."); ok && !strings.HasSuffix(k, ".bare") {
			for _, w := range []*Words{nl, en} {
				if s := w.Fault(fault.New(fault.Kind(kind), "a", "b", "c")); strings.ContainsAny(s, "{}…‹") {
					t.Errorf("%s does not fill: %s", k, s)
				}
			}
		}
	}
}

// TestAStopAtTheEndIsOne: a name that ends in one ends its sentence too.
func TestAStopAtTheEndIsOne(t *testing.T) {
	for text, want := range map[string]string{"Of {1}.": "Of NewMedia B.V.", "Of {1}. More.": "Of NewMedia B.V. More.", "Of {1}.5": "Of NewMedia B.V..5", "Of {1}, more.": "Of NewMedia B.V., more."} {
		if got := fillPlaceholders(text, func(string) (string, bool) { return "NewMedia B.V.", true }); got != want {
			t.Errorf("%q became %q", text, got)
		}
	}
}
