package questionnaire_test

import (
	"strings"
	"testing"

	"kwi/internal/account"
	"kwi/internal/lang"
	"kwi/internal/questionnaire"
)

// TestAListThatCameBackInWords: both a command and a screen say it so.
func TestAListThatCameBackInWords(t *testing.T) {
	q := account.QuestionCode{KWI: 1, Serial: 2}
	found := questionnaire.Found{
		File: "kk.xlsx", Who: "KK", Name: "Kees Klant", Asked: 12,
		Items: []questionnaire.Item{
			{Verdict: questionnaire.Accepted, Code: q, At: "C9"},
			{Verdict: questionnaire.Odd, Key: questionnaire.Score, At: "C20", Reason: questionnaire.Reason{Ground: questionnaire.Unnamed}},
			{Verdict: questionnaire.Refused, Code: q, At: "C10", Reason: questionnaire.Reason{Ground: questionnaire.OutOfScale, Values: []string{"1\x1b[2J1"}}},
		},
		Doubt:   &questionnaire.Reason{Ground: questionnaire.MarkUnknown},
		Notices: []questionnaire.Reason{{Ground: questionnaire.SecondOne}},
		Changes: []questionnaire.Change{
			{Code: q, Was: "8<", Is: "4"}, {Key: questionnaire.Named, Is: "true"},
			{Key: questionnaire.Remark, Was: strings.Repeat("lang ", 30), Is: "twee\nregels"},
		},
		Hidden: true,
	}
	got := strings.Join(found.Lines(lang.For("nl"), found.Whose()), "\n")
	letter := questionnaire.Remark.Letter() + " opmerking"
	want := `Kees Klant (KK): 0 cijfers van 12
  let op: C aanbevelen (C20): niet gezegd of de naam bij de aanbeveling mag staan: die blijft anoniem
  niet te bewaren: 1.02 (C10): “1[2J1” is geen cijfer van 1 tot en met 10
  eerst nagaan: met dit echtheidskenmerk is hier geen lijst verstuurd
  er is al eerder geantwoord; dit is anders:
    1.02: 8< wordt 4
    ` + questionnaire.Named.Letter() + ` naam erbij: – wordt ja
    ` + letter + `: “lang lang lang lang lang lang lang lang lang lang lang lang…” wordt “twee regels”
    antwoorden die vertrouwelijk blijven`
	if got != want {
		t.Errorf("it says\n%s\nnot\n%s", got, want)
	}
	found.Name, found.No = "KK", &questionnaire.Reason{Ground: questionnaire.Unfilled}
	if got := found.Lines(lang.For("en"), found.Whose()+", "+found.File); strings.Join(got, "\n") != "KK, kk.xlsx: is left out\n  nothing is filled in" {
		t.Errorf("it says %q", got)
	}
}
