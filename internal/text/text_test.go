package text

import (
	"strings"
	"testing"
	"unicode"

	"golang.org/x/text/unicode/norm"
	"pgregory.net/rapid"
)

func TestNarrow(t *testing.T) {
	for s, want := range map[string]string{
		"８＜": "8<", " １０＞\u3000": "10>", "8\u200b<": "8<", "8\u00a0<": "8 <", "［７］": "[7]", "１．０２": "1.02", "\ufeff7": "7", "٨": "8", "८": "8", "7²": "7²",
		"e\u0301": "é", "a\tb\n c": "a b c", "": "", "𝟖": "8",
	} {
		if got := Narrow(s); got != want {
			t.Errorf("%q: %q, not %q", s, got, want)
		}
	}
}

func TestFold(t *testing.T) {
	for _, same := range [][2]string{
		{"José", "JOSE\u0301"}, {"Jo\u00adsé", "josé"}, {"ＡＢ", "ab"}, {"A\u00a0 b", "a b"}, {"don’t know", "Don't  know"}, {"n.v.t.", "N.V.T."}, {"–", "-"}, {"—", "−"},
		{"ﬁjn", "fijn"}, {"ΟΔΟΣ", "οδος"}, {"ĳs", "ijs"},
	} {
		if !Equal(same[0], same[1]) {
			t.Errorf("%q is not %q: %q and %q", same[0], same[1], Fold(same[0]), Fold(same[1]))
		}
	}
	for _, other := range [][2]string{{"José", "Jose"}, {"ab", "a b"}, {"8", "8²"[:1] + "²"}, {"<", ">"}} {
		if Equal(other[0], other[1]) {
			t.Errorf("%q is %q", other[0], other[1])
		}
	}
}

func TestSearch(t *testing.T) {
	for s, want := range map[string]string{"Café Ærø": "cafe aero", "Cafe\u0301": "cafe", "Łódź": "lodz", "Straße": "strasse", "Ijs": "ijs", "ĳs": "ijs", "İZMİR": "izmir"} {
		if got := Search(s); got != want {
			t.Errorf("%q: %q, not %q", s, got, want)
		}
	}
	if !Finds("Jansen, André  BV", "ANDRÉ jan") || Finds("Jansen", "jansen x") || !Finds("x", " ") {
		t.Error("words are found wrongly")
	}
}

// TestOneForm: however a text is composed and cased, it is the same text.
func TestOneForm(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := rapid.String().Draw(t, "s")
		for name, other := range map[string]string{"nfd": norm.NFD.String(s), "nfc": norm.NFC.String(s)} {
			if Fold(s) != Fold(other) || Search(s) != Search(other) || Narrow(s) != Narrow(other) {
				t.Errorf("%s of %q is another text: %q %q", name, s, Fold(s), Fold(other))
			}
		}
		if f := Fold(s); Fold(f) != f {
			t.Errorf("%q folds to %q, and that to %q", s, f, Fold(f))
		}
		for _, r := range Narrow(s) {
			if unicode.Is(unicode.Nd, r) && r > '9' {
				t.Errorf("%q is left", r)
			}
		}
	})
}

// TestEveryCharacterHasOneForm goes through all of Unicode: what is folded once
// is folded.
func TestEveryCharacterHasOneForm(t *testing.T) {
	for r := range rune(unicode.MaxRune) {
		s := "a" + string(r) + "b"
		if once, found := Fold(s), Search(s); Fold(once) != once || Search(found) != found || Narrow(Narrow(s)) != Narrow(s) {
			t.Errorf("%U %q: folded %q and again %q, found as %q and %q", r, r, once, Fold(once), found, Search(found))
		}
	}
}

func TestClean(t *testing.T) {
	for s, want := range map[string]string{"a\r\nb\rc": "a\nb\nc", " a\u202eb\x1b ": "ab", "\xff": "\ufffd", "a\tb": "a\tb"} {
		if got, dirty := Clean(s); got != want || dirty != (s != "a\r\nb\rc" && s != "a\tb") {
			t.Errorf("%q: %q", s, got)
		}
	}
}

// TestLineIsWhatItsFieldsAre: a text on which there is nothing to do is not looked at twice.
func TestLineIsWhatItsFieldsAre(t *testing.T) {
	for _, s := range []string{"", " ", "a", " a", "a ", "a b", "a  b", "a\tb", "a\nb", "a\x1fb", "a\u00a0b", "é b", "a\u2003", "\x00", "Client 00001 B.V."} {
		if got, want := Line(s), strings.Join(strings.Fields(s), " "); got != want {
			t.Errorf("%q: %q, want %q", s, got, want)
		}
	}
}
