package interview

import (
	"slices"
	"strings"
	"testing"

	"kwi/internal/account"
	"kwi/ui/kit"
	"kwi/ui/kit/kittest"
)

// A talk that got stuck: what others name is laid before the client, a value is
// caught as theirs and weighs most, and an example becomes a question.
func TestWhatOthersNameHelpsATalkOn(t *testing.T) {
	p := talk(77, 20, "nl", "'Tja", "alt+i")
	if len(p.Stack) != 2 || !strings.Contains(p.View(), "Wat klanten waardevol noemen") {
		t.Fatalf("it does not open:\n%s", p.View())
	}
	p.Press("'op tijd zijn", "enter", "enter")
	if notes := now(p).Notes; len(notes) != 1 || notes[0].Text != "Op tijd zijn" || notes[0].Topic != account.Business || !slices.Equal(notes[0].Heard, []account.Initials{"KK"}) {
		t.Fatalf("caught %+v", notes)
	}
	p.Press("esc", "tab", "tab", "tab", "tab", "tab", "ctrl+k")
	k := now(p).KWIs
	if len(k) != 1 || k[0].Title != "Op tijd zijn" {
		t.Fatalf("made %+v", k)
	}
	p.Press("alt+i", "'op tijd zijn", "enter", "end", "up", "enter")
	if k = now(p).KWIs; len(k[0].Questions) != 2 || k[0].Questions[0].Text != "Leverancier levert op de dag die is afgesproken." || !strings.Contains(p.View(), "levert op de dag") {
		t.Errorf("it is %+v\n%s", k, p.View())
	}
	if p.Press("esc", "ctrl+z"); len(now(p).KWIs[0].Questions) != 1 {
		t.Error("it is not one step to take back")
	}
}

// An example before anything was chosen begins the KWI, and what was half typed
// is kept.
func TestAnExampleBeginsTheKWI(t *testing.T) {
	p := talk(117, 36, "en", "'Well", "alt+i", "'trade", "enter", "end", "enter")
	k, notes := now(p).KWIs, now(p).Notes
	if len(k) != 1 || k[0].WishedBy != "KK" || len(k[0].Questions) != 2 || len(notes) != 1 || notes[0].Text != "Well" {
		t.Errorf("made %+v, caught %+v", k, notes)
	}
	if s, is := p.Top().(Screen); !is || s.page != asking {
		t.Errorf("it does not go on to what is asked:\n%s", p.View())
	}
}

// Of the supplier's own values the client sees what is asked, and nothing of
// what was written beside it. No large letters draw a ж, so both would stand there as
// they are.
func TestTheClientSeesOwnValuesWithoutTheirNotes(t *testing.T) {
	firm := account.Firm{
		Scans: []account.Scan{{ScanKey: account.ScanKey{Who: "Joe", Date: "2026-11-20"}}},
		Library: account.Shelf{{ID: "own-a", Kind: account.OwnValue, Title: "Rust", Text: "ж gehoord bij NewMedia", Items: []account.OwnItem{{Number: 1, Text: "Wanneer is het ж?"}}},
			{ID: "own-b", Kind: account.OwnValue, Title: "Weg", Withdrawn: "2026-06-20"}, {ID: "own-c", Kind: account.OwnChecklist, Title: "Lijst"}},
	}
	if s := firm.Shown(); len(s.Scans) != 0 || len(s.Library) != 1 {
		t.Errorf("shown %+v", s)
	}
	p := kittest.Start(New(kit.Place{}), kittest.Frame(77, 20, "nl", client(), kittest.Room("KK"), func(f *kit.Frame) { f.Firm = firm.Shown() }), client()).Send(kit.Aim("KK")).Press("alt+i", "enter")
	if v := p.View(); !strings.Contains(v, "“Wanneer is het ж?”") || strings.Contains(v, "NewMedia") {
		t.Errorf("shown\n%s", v)
	}
}

// Where nothing came up one promises to come back with inspiration; once a KWI
// did, a concept. Either can be chosen, and looking at the other changes nothing.
func TestWhoNamedNothingIsPromisedInspiration(t *testing.T) {
	to := slices.Repeat([]string{"tab"}, 10)
	promised := func(p *kittest.Play) account.Concept {
		c, _ := now(p).Concept("KK")
		return c
	}
	for keys, want := range map[string]account.Concept{
		"enter":                               {Due: "2026-11-27", Inspiration: true},
		"vrijdag enter":                       {Due: "2026-11-27", Inspiration: true},
		"right enter":                         {Due: "2026-11-27"},
		"right right enter":                   {Due: "2026-11-27", Inspiration: true},
		"vrijdag enter right left shift+tab":  {Due: "2026-11-27", Inspiration: true},
		"right vrijdag enter left right tab":  {Due: "2026-11-27"},
		"right vrijdag enter left enter":      {Due: "2026-11-27", Inspiration: true},
		"right vrijdag enter shift+tab tab":   {Due: "2026-11-27"},
		"esc right esc enter":                 {Due: "2026-11-27"},
		"enter esc right left esc left right": {Due: "2026-11-27", Inspiration: true},
	} {
		p := talk(117, 36, "nl", append(slices.Clone(to), strings.Fields(keys)...)...)
		if got := promised(p); got != want {
			t.Errorf("%s: promised %+v", keys, got)
		}
	}
	p := talk(117, 36, "nl", append(slices.Clone(to), "enter")...)
	p.Send(kit.Aim("KK/else")).Press("alt+i", "enter", "end", "enter").Send(kit.Aim("KK/promise"))
	if p.Press("enter"); promised(p) != (account.Concept{Due: "2026-11-27"}) {
		t.Errorf("after a KWI came up: %+v\n%s", promised(p), p.View())
	}
}

func TestLooksOfInspiration(t *testing.T) {
	to := slices.Repeat([]string{"tab"}, 10)
	for size, s := range sizes {
		for _, language := range []string{"nl", "en"} {
			kittest.Golden(t, "inspire-"+size+"-"+language, talk(s[0], s[1], language, append(slices.Clone(to), "enter")...).View())
		}
	}
}
