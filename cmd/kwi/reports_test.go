package main

import (
	"bytes"
	"strings"
	"testing"

	"charm.land/bubbles/v2/key"
	"github.com/charmbracelet/x/ansi"
	"pgregory.net/rapid"

	"kwi/ui/keys"
)

// sent are reports of all kinds that a terminal sends by itself or when asked.
var sent = []string{
	"\x1b[<65;48;17M", "\x1b[<0;7;8m", "\x1b[<64;100;9M", // the mouse
	"\x1b[I", "\x1b[O", // the focus
	"\x1b[12;34R", "\x1b[?1;2c", "\x1b[>41;367;0c", "\x1b[?2026;2$y", "\x1b[?2027;1$y", "\x1b[?1u", "\x1b[?997;1n", // where the caret is, what it is and can
	"\x1b]11;rgb:1717/8989/9090\x07", "\x1b]11;rgb:1717/8989/9090\x1b\\", "\x1b]10;rgb:ffff/7777/0000\x1b\\", // colours
	"\x1bP>|XTerm(389)\x1b\\", "\x1bP1+r524742=38\x1b\\", "\x1b_Gi=31;OK\x1b\\", // names and abilities
	"\x1b[A", "\x1b[1;5C", "\x1b[3~", "\x1bOP", "\x1b[57441;1:3u", "\x1b[[A", // keys
}

// passed is what passes of pieces that come one after the other; after those
// that are late nothing came for long enough.
func passed(pieces []string, late func(i int) bool) string {
	var r reports
	var out []byte
	for i, piece := range pieces {
		out = append(out, r.take([]byte(piece))...)
		for late(i) && r.wait() > 0 {
			out = append(out, r.lapse()...)
		}
	}
	return string(out)
}

// TestTheTailOfAReportIsNeverTyped cuts every report at every place.
func TestTheTailOfAReportIsNeverTyped(t *testing.T) {
	for _, s := range sent {
		for cut := 1; cut < len(s); cut++ {
			for _, late := range []bool{false, true} {
				got := passed([]string{s[:cut], s[cut:], "8"}, func(i int) bool { return i > 0 || late })
				switch {
				case !late && got != s+"8":
					t.Errorf("%q|%q in time: %q passes", s[:cut], s[cut:], got)
				case late && cut == 1 && got != escKey+"8", late && cut > 1 && got != "8":
					t.Errorf("%q|%q late: %q passes", s[:cut], s[cut:], got)
				}
			}
		}
	}
}

// TestOfReportsAndKeysOnlyKeysAreTyped mixes reports with keys and cuts all of
// it anywhere, with any delay behind a cut within a report.
func TestOfReportsAndKeysOnlyKeysAreTyped(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		typed := ""
		var pieces []string
		for range rapid.IntRange(1, 12).Draw(t, "things") {
			if rapid.Bool().Draw(t, "typed") {
				key := rapid.SampledFrom([]string{"8", "<", "é", "漢", "k", " ", "\r", "M"}).Draw(t, "key")
				pieces, typed = append(pieces, key), typed+strings.TrimSpace(key)
				continue
			}
			s := rapid.SampledFrom(sent).Draw(t, "report")
			cut := rapid.IntRange(1, len(s)).Draw(t, "cut")
			pieces = append(pieces, s[:cut])
			if cut < len(s) {
				pieces = append(pieces, s[cut:])
			}
		}
		late := rapid.SliceOfN(rapid.Bool(), len(pieces), len(pieces)).Draw(t, "late")
		got := passed(pieces, func(i int) bool { return late[i] || i+1 == len(pieces) })
		unknown := strings.NewReplacer("\x1b[[A", "", "\x1bOP", "") // which ansi does not know
		text := ansi.Strip(unknown.Replace(got))
		if strings.NewReplacer(" ", "", "\r", "").Replace(text) != typed {
			t.Fatalf("%q in pieces %q, late %v: typed is %q", typed, pieces, late, text)
		}
	})
}

// TestNothingIsLostOfWhatComesInTime cuts anything anywhere and often: all of
// it passes, the key Esc as its report.
func TestNothingIsLostOfWhatComesInTime(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		all := strings.Join(rapid.SliceOfN(rapid.SampledFrom(append([]string{"8", "é", "x", "\x1bb", "\x1b\r", "\x1b[200~een 7\r\nof 8\x1b[0m é\x1b[201~"}, sent...)), 0, 9).Draw(t, "all"), "")
		var pieces []string
		for rest := all; rest != ""; {
			n := rapid.IntRange(1, len(rest)).Draw(t, "piece")
			pieces, rest = append(pieces, rest[:n]), rest[n:]
		}
		if got := passed(pieces, func(int) bool { return false }); got != all {
			t.Fatalf("%q of %q", got, pieces)
		}
	})
}

// TestAPasteEndsWhateverComesLate: a paste whose end was taken for text would
// never end, and take in all that is typed afterwards.
func TestAPasteEndsWhateverComesLate(t *testing.T) {
	all := "\x1b[200~é 8 < \x1b[20 7\x1b[201~9"
	for cut := len(pasteBegin); cut < len(all); cut++ {
		got := passed([]string{all[:cut], all[cut:]}, func(int) bool { return true })
		if want := all; got != want && !strings.Contains(all[cut-1:cut+1], "é") {
			t.Errorf("%q|%q: %q passes", all[:cut], all[cut:], got)
		}
	}
}

func TestEscIsAKeyWhenNothingFollows(t *testing.T) {
	for _, keys := range [][2]string{{"\x1b", escKey}, {"\x1b\x1b", escKey + escKey}, {"a\x1b", "a" + escKey}, {"\x1bb", "\x1bb"}, {"\x1b\x1b[D", "\x1b\x1b[D"}} {
		if got := passed([]string{keys[0]}, func(int) bool { return true }); got != keys[1] {
			t.Errorf("%q: %q passes", keys[0], got)
		}
	}
	// Esc, and then letters that could be the rest of a report, typed by hand.
	if got := passed([]string{"\x1b", "[", "O", "P", "7"}, func(int) bool { return true }); got != escKey+"[OP7" {
		t.Errorf("%q passes", got)
	}
	var r reports
	r.take([]byte("\x1b"))
	if r.wait() != escWait {
		t.Errorf("Esc waits %v", r.wait())
	}
}

func TestAReportThatNeverEndsDoesNotGrow(t *testing.T) {
	var r reports
	r.take([]byte("\x1b]11;"))
	for range 100 {
		r.take(bytes.Repeat([]byte("7"), 100))
	}
	if len(r.held) > 2*longestReport {
		t.Errorf("%d bytes are held", len(r.held))
	}
}

// TestNoKeyIsNamedThatNeverArrives: while letters are text a key is named behind alt, and
// some with alt are the beginning of a report, which is waited for and then dropped.
func TestNoKeyIsNamedThatNeverArrives(t *testing.T) {
	for sign := byte('!'); sign <= '~'; sign++ {
		name := keys.Reachable(key.NewBinding(key.WithKeys(string(sign))), true)
		r := &reports{}
		got := append(r.take([]byte{escapeByte, sign}), r.lapse()...)
		if arrives := bytes.Equal(got, []byte{escapeByte, sign}); arrives != (name != "") {
			t.Errorf("Esc %c passes as %q, and is named %q", sign, got, name)
		}
	}
	if name := keys.Reachable(keys.Apart, true); name != "alt+=" {
		t.Errorf("what was done in two places is chosen with %q while letters are text", name)
	}
}
