package questionnaire

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"kwi/internal/account"
)

// TestNoAnswerUnderAnothersReference: two lists in one text, of which one has
// lost what says whose it is, in whatever way.
func TestNoAnswerUnderAnothersReference(t *testing.T) {
	c := ours()
	mine := filled(Plain(listOf(&c, "KK")), map[string]string{"1.01": "8"})
	other := func(grade string) string {
		s := strings.ReplaceAll(Plain(listOf(&c, "KK")), "· KK ·", "· ZZ ·")
		return filled(s, map[string]string{"3.01": grade})
	}
	lost := map[string]func(string) string{
		"whole":         func(s string) string { return s },
		"label":         func(s string) string { return strings.ReplaceAll(s, "Kenmerk: ", "") },
		"another label": func(s string) string { return strings.ReplaceAll(s, "Kenmerk: ", "Référence : ") },
		"signs":         func(s string) string { return strings.ReplaceAll(s, "·", "?") },
		"bullets":       func(s string) string { return strings.ReplaceAll(s, "·", "•") },
		"mojibake":      func(s string) string { return strings.ReplaceAll(s, "·", "Â·") },
		"capitals":      func(s string) string { return strings.ReplaceAll(s, "newmedia", "NEWMEDIA") },
		"end":           func(s string) string { return s[:strings.Index(s, "Kenmerk")] },
		"letters":       func(s string) string { return s[:strings.Index(s, "\nA [")] },
		"quoted end":    func(s string) string { return "> " + strings.ReplaceAll(s[:strings.Index(s, "Kenmerk")], "\n", "\n> ") },
	}
	for name, lose := range lost {
		for at, text := range map[string]string{
			"below": mine + lose(other("3")), "above": lose(other("3")) + mine, "below an empty one": Plain(listOf(&c, "KK")) + lose(other("3")),
		} {
			r, ok := ReadText(text, "x.eml")
			if f := Check(&c, "", r); !ok || f.No == nil || f.No.Ground != TwoLists && f.No.Ground != Stray || len(r.Lines) > 0 || r.Empty() {
				t.Errorf("%s, %s: %v %+v", name, at, ok, f)
			}
		}
		if r, ok := ReadText(mine+lose(other("  ")), "x.eml"); name != "whole" && ok && r.No != nil && r.No.Ground == Stray {
			t.Errorf("%s: nothing is filled in, and it strays", name)
		}
	}
}

// TestOneListInManyPieces: what one person makes of one list is read.
func TestOneListInManyPieces(t *testing.T) {
	c := ours()
	empty := Plain(listOf(&c, "KK"))
	mine := filled(empty, map[string]string{"1.01": "8"})
	for name, text := range map[string]string{
		"as it was":              mine,
		"quoted below":           mine + "\n> " + strings.ReplaceAll(empty, "\n", "\n> "),
		"its end cut, on top":    mine[:strings.Index(mine, "Kenmerk")] + "\n> " + strings.ReplaceAll(empty, "\n", "\n> "),
		"twice the same":         mine + mine,
		"a signature":            mine + "\nE [mailto:kees@newmedia.example]\nA [cid:1]\n",
		"a line without bracket": "1.01 8\n\n> " + strings.ReplaceAll(empty, "\n", "\n> "),
	} {
		r, ok := ReadText(text, "x.eml")
		if f := Check(&c, "", r); !ok || f.No != nil || f.sheet.Of(account.QuestionCode{KWI: 1, Serial: 1}).String() != "8" {
			t.Errorf("%s: %v %+v", name, ok, f)
		}
	}
}

// TestStrayAnswersWithoutAList are noticed.
func TestStrayAnswersWithoutAList(t *testing.T) {
	c := ours()
	mine := filled(Plain(listOf(&c, "KK")), map[string]string{"1.01": "8"})
	for text, want := range map[string]bool{mine: false, mine[:strings.Index(mine, "Kenmerk")]: true, Plain(listOf(&c, "KK"))[:600]: false, "1.01 [x]": false, "> 1.01 [8>] een": true, "": false} {
		if HoldsStrays(text) != want {
			t.Errorf("%q: %t", text, !want)
		}
	}
}

// TestRunsOfManyLists: where more than one list has answers, each has its own
// reference or none is read.
func TestRunsOfManyLists(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var runs Runs
		answered, nameless := 0, 0
		for range rapid.IntRange(1, 5).Draw(t, "lists") {
			filled, named := rapid.Bool().Draw(t, "filled"), rapid.Bool().Draw(t, "named")
			for i, code := range []string{"1.01", "1.02", "A", "C"} {
				runs.Place(code, i < 2, filled && i < 2)
			}
			if named {
				runs.endAt(true)
			}
			if filled {
				answered++
			}
			if filled && !named {
				nameless++
			}
		}
		if stray := runs.Stray(); !stray && answered > 1 && nameless > 0 || stray && nameless == 0 {
			t.Fatalf("%d answered, %d without a reference: %t", answered, nameless, stray)
		}
	})
}
