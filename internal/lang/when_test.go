package lang

import (
	"testing"

	"kwi/internal/account"
	"kwi/internal/fault"
)

const wednesday = account.Date("2026-09-16")

func TestParseDate(t *testing.T) {
	for _, c := range []struct{ typed, want string }{
		{"27-11-2026", "2026-11-27"}, {"27-11-26", "2026-11-27"}, {"27-11", "2026-11-27"}, {"27/11/2026", "2026-11-27"}, {"27.11.2026", "2026-11-27"},
		{"2026-11-27", "2026-11-27"}, {"2026/11/27", "2026-11-27"}, {" 27  nov ", "2026-11-27"}, {"27 nov 2026", "2026-11-27"}, {"27 november 2026", "2026-11-27"},
		{"２７－１１－２０２６", "2026-11-27"}, {"27\u00a0nov", "2026-11-27"}, {"27nov", "2026-11-27"}, {"27 nov.", "2026-11-27"}, {"27-nov-2026", "2026-11-27"}, {"nov 27 2026", "2026-11-27"}, {"Nov 27, 2026", "2026-11-27"}, {"November 27th", "2026-11-27"}, {"27e november", "2026-11-27"},
		{"1 mrt", "2027-03-01"}, {"1 maart", "2027-03-01"}, {"1 march", "2027-03-01"}, {"1 mei", "2027-05-01"}, {"may 1", "2027-05-01"}, {"1 okt", "2026-10-01"}, {"oct 1", "2026-10-01"}, {"3 sept", "2027-09-03"},
		// without a year: the next such day, today included
		{"16-9", "2026-09-16"}, {"15-9", "2027-09-15"}, {"17-9", "2026-09-17"}, {"1-1", "2027-01-01"}, {"31-12", "2026-12-31"}, {"29-2", "2028-02-29"}, {"29 feb", "2028-02-29"},
		{"vandaag", "2026-09-16"}, {"TODAY", "2026-09-16"}, {"morgen", "2026-09-17"}, {"tomorrow", "2026-09-17"}, {"overmorgen", "2026-09-18"}, {"gisteren", "2026-09-15"}, {"yesterday", "2026-09-15"},
		{"+14", "2026-09-30"}, {"+14d", "2026-09-30"}, {"+2w", "2026-09-30"}, {"-1", "2026-09-15"}, {"+0", "2026-09-16"},
		{"do", "2026-09-17"}, {"donderdag", "2026-09-17"}, {"thu", "2026-09-17"}, {"Thursday", "2026-09-17"}, {"di", "2026-09-22"}, {"tue", "2026-09-22"}, {"wo", "2026-09-23"}, {"zo", "2026-09-20"},
		// a weekday beside the date: as the program itself writes it
		{"vr 27 nov", "2026-11-27"}, {"Fri 27 Nov 2026", "2026-11-27"}, {"ma 5 jan", "2026-01-05"}, {"di 5 jan", "2027-01-05"},
	} {
		for _, w := range []*Words{nl, en} {
			got, err := w.ParseDate(c.typed, wednesday)
			if err != nil || string(got) != c.want {
				t.Errorf("%q: got %s %v, want %s", c.typed, got, err, c.want)
			}
		}
	}
}

func TestNoDay(t *testing.T) {
	for _, typed := range []string{"", " ", "30-2", "31-11-2026", "29-2-2027", "0-1", "1-0", "13-13", "nov", "27", "2026", "27-11-026", "27-11-20266", "27 nov 2026 x", "zo snel mogelijk", "asap", "ma nov",
		"+", "+x", "+99999", "--1", "-27-11", "do 27 nov 2026", "wo 27 nov", "27 no", "1e", "²-3", "2026-11", "9999-01-01"} {
		got, err := nl.ParseDate(typed, wednesday)
		if f, ok := fault.Of(err); !ok || f.Kind != fault.BadDate || got != "" {
			t.Errorf("%q: got %q %v", typed, got, err)
		}
	}
	if _, err := nl.ParseDate("morgen", ""); !fault.Has(err, fault.BadDate) {
		t.Error("without a today there is no tomorrow")
	}
}

func TestParseTableDate(t *testing.T) {
	for typed, want := range map[string]string{"40352": "2010-06-23", "2010-06-23": "2010-06-23", "2010-06-23T00:00:00": "2010-06-23", "23-6-2010": "2010-06-23", "23/06/10": "2010-06-23",
		"23 juni 2010": "2010-06-23", "June 23, 2010": "2010-06-23", "wo 23 jun 2010": "2010-06-23", "２３．６．２０１０": "2010-06-23", "23 juni": "", "morgen": "", "+3": "", "vr": "", "2010": "", "": "", "31-2-2010": ""} {
		if got, ok := nl.ParseTableDate(typed); string(got) != want || ok != (want != "") {
			t.Errorf("%q: got %q", typed, got)
		}
	}
}

// TestParseTableMoment: a day as a table has it, with the hour where one stands there.
func TestParseTableMoment(t *testing.T) {
	for typed, want := range map[string]string{"46357": "2026-12-01", "46357.0": "2026-12-01", "46357.395833333": "2026-12-01T09:30", "2026-12-01T00:00:00": "2026-12-01", "2026-12-01 09:30:00": "2026-12-01T09:30",
		"2026-12-01T09:30": "2026-12-01T09:30", "1-12-2026 9:30": "2026-12-01T09:30", "1 dec 2026": "2026-12-01", "2026-12-01 of later": "", "2026-12-01 9": "", "4.6357e4": "", "1-12": "", "9:30": "", "morgen": "", "": ""} {
		if got, ok := nl.ParseTableMoment(typed); string(got) != want || ok != (want != "") {
			t.Errorf("%q: got %q", typed, got)
		}
	}
}

func TestParseMoment(t *testing.T) {
	for _, c := range []struct{ typed, want string }{
		{"27 nov 17:00", "2026-11-27T17:00"}, {"27-11 17u", "2026-11-27T17:00"}, {"27-11 17.30", "2026-11-27T17:30"}, {"27-11 17 uur", "2026-11-27T17:00"}, {"27-11 om 9:05", "2026-11-27T09:05"}, {"27-11 17u30", "2026-11-27T17:30"}, {"27-11 17h30", "2026-11-27T17:30"},
		{"27 nov 5pm", "2026-11-27T17:00"}, {"27 nov at 5:30 pm", "2026-11-27T17:30"}, {"27 nov 12am", "2026-11-27T00:00"}, {"27 nov 12pm", "2026-11-27T12:00"},
		{"27 nov", "2026-11-27"}, {"27 nov 2026", "2026-11-27"}, {"27 nov 2026 17:00", "2026-11-27T17:00"}, {"2026-11-27T17:00", "2026-11-27T17:00"}, {"2026-11-27 17:00", "2026-11-27T17:00"},
		{"vr 9.30", "2026-09-18T09:30"}, {"morgen 9u", "2026-09-17T09:00"}, {"+2w 9:00", "2026-09-30T09:00"}, {"17:00", "2026-09-16T17:00"}, {"27.11", "2026-11-27"}, {"vr 27.11", "2026-11-27"}, {"27 march", "2027-03-27"}, {"vr 27 nov 17:00", "2026-11-27T17:00"},
	} {
		got, err := nl.ParseMoment(c.typed, wednesday)
		if err != nil || string(got) != c.want {
			t.Errorf("%q: got %s %v, want %s", c.typed, got, err, c.want)
		}
	}
	for _, typed := range []string{"", "27 nov 25:00", "27 nov 17:60", "27 nov 17:0", "24u", "u", "x 17:00", "30-2 17:00", "27 nov 13pm", "om"} {
		if got, err := nl.ParseMoment(typed, wednesday); !fault.Has(err, fault.BadDate) {
			t.Errorf("%q: got %s %v", typed, got, err)
		}
	}
}

// What the program writes in a field can be read back from it.
func TestWrittenDaysAreRead(t *testing.T) {
	for i := -400; i <= 800; i++ {
		d := wednesday.Add(i)
		for _, w := range []*Words{nl, en} {
			for _, written := range []string{string(d), w.Date(d), w.LongDate(d), w.ShortDate(d, wednesday)} {
				if got, err := w.ParseDate(written, wednesday); got != d {
					t.Fatalf("%q: got %s %v, want %s", written, got, err, d)
				}
			}
			m := account.Moment(string(d) + "T08:30")
			if got, err := w.ParseMoment(w.ShortMoment(m, wednesday), wednesday); got != m {
				t.Fatalf("%q: got %s %v", w.ShortMoment(m, wednesday), got, err)
			}
		}
	}
}

func FuzzParseMoment(f *testing.F) {
	for _, s := range []string{"27 nov 17:00", "+2w", "vr 9.30", "..", "u", "12:am"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if m, err := nl.ParseMoment(s, wednesday); (err == nil) != m.Valid() {
			t.Errorf("%q: %q %v", s, m, err)
		}
	})
}
