package large

import (
	"strings"
	"testing"
	"unicode"

	"pgregory.net/rapid"

	"kwi/internal/lang"
	"kwi/internal/text"
	"kwi/ui/theme"
)

// TestTheFontIsWhole: every band is even, no sign is empty, none is drawn
// twice, and no two look alike.
func TestTheFontIsWhole(t *testing.T) {
	seen := map[string]string{}
	for band := range strings.SplitSeq(strings.TrimSpace(fontText), "\n\n") {
		lines := strings.Split(band, "\n")
		names := strings.Fields(lines[0])
		isMark := strings.HasPrefix(names[0], "U+")
		if !isMark && len(lines) != 1+letterRows {
			t.Errorf("%s: %d rows", lines[0], len(lines)-1)
		}
		drawn := make([]string, len(names))
		for _, l := range lines[1:] {
			dots := strings.Fields(l)
			if len(dots) != len(names) {
				t.Fatalf("%s: a row of %d", lines[0], len(dots))
			}
			for i, d := range dots {
				if strings.Trim(d, ".#") != "" || drawn[i] != "" && strings.Index(drawn[i], "\n") != len(d) || len(d) > 12 {
					t.Errorf("%s: %q", names[i], d)
				}
				drawn[i] += d + "\n"
			}
		}
		for i, d := range drawn {
			other, twice := seen[d]
			if !strings.Contains(d, "#") || twice && !isMark {
				t.Errorf("%s is empty, or looks like %s:\n%s", names[i], other, d)
			}
			seen[d] = names[i]
		}
	}
	if f := font(); len(f.glyphs) < 150 || len(f.marks) < 12 {
		t.Errorf("%d signs, %d marks", len(f.glyphs), len(f.marks))
	}
}

// TestTheFontHasAllThatIsSaid: every word of the program can be drawn, and every
// letter of the languages of Europe that are written in Latin.
func TestTheFontHasAllThatIsSaid(t *testing.T) {
	for _, w := range lang.All() {
		for _, key := range lang.Keys() {
			if s := w.T(key); !shapeOf(s).drawable {
				t.Errorf("%s cannot be drawn: %q", key, s)
			}
		}
	}
	for r := rune(' '); r <= 0x17f; r++ {
		if unicode.IsControl(r) || strings.ContainsRune("¢¤¦¶ª¨¬¯´¸ºĦħĸŉŊŋĿŀŦŧſ", r) {
			continue
		}
		if !shapeOf(string(r)).drawable {
			t.Errorf("%c %U cannot be drawn", r, r)
		}
	}
	for _, s := range []string{"品質", "\U0001f600", "качество", "ποιότητα", "a\u0336", "\u0301"} {
		if shapeOf(s).drawable {
			t.Errorf("%q can be drawn?", s)
		}
	}
}

// TestLettersWithMarksDiffer: no letter loses its mark.
func TestLettersWithMarksDiffer(t *testing.T) {
	drawn := func(s string) string {
		line := shapeOf("x" + s)
		l, _ := line.fit(size{2, 1}, 40, 20)
		return strings.Join(l.draw(theme.Style{}), "\n")
	}
	seen := map[string]string{}
	for _, s := range strings.Split("aàáâäãåāăąæcçčćeèéêëēėęěiìíîïīįnñńňoòóôöõőøœuùúûüūůűyýÿsšśşßzžźżlłAÀÁÂÄÃÅOÖØEÉÈÊËIÍÏ", "") {
		d := drawn(s)
		if other := seen[d]; other != "" && s != other {
			t.Errorf("%s looks like %s:\n%s", s, other, d)
		}
		seen[d] = s
		if d != drawn(text.Decompose(s)) {
			t.Errorf("%s looks otherwise when its marks are apart", s)
		}
	}
}

// TestNoWordIsLost: whatever the room, the lines have all words in their order,
// no word is broken, and no dots of two lines touch.
func TestNoWordIsLost(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := shapeOf(rapid.StringMatching(`[A-Za-zéÅg,./\n -]{0,400}`).Draw(t, "text"))
		z := rapid.SampledFrom(sizes[:]).Draw(t, "size")
		w, h := rapid.IntRange(1, 200).Draw(t, "w"), rapid.IntRange(1, 60).Draw(t, "h")
		pages, ok := s.pages(z, w, h)
		if !ok {
			return
		}
		var got []piece
		for _, p := range pages {
			if len(pages) == 1 {
				p = s.setIn(z, w, h)
			}
			for i, l := range p.lines {
				got = append(got, l...)
				if tops, _ := outline(l); i > 0 {
					_, bottoms := outline(p.lines[i-1])
					for x := range min(len(tops), len(bottoms)) {
						if bottoms[x]+1 > tops[x]+p.pitch {
							t.Fatalf("line %d touches the one before in column %d", i, x)
						}
					}
				}
			}
			if !p.fits(h) || p.longest*z.x > 2*w {
				t.Errorf("%d by %d dots of %v in %d by %d", p.longest, p.dots, z, w, h)
			}
		}
		n := 0
		for _, pieces := range s.paragraphs {
			for _, p := range pieces {
				if n >= len(got) || &got[n].glyphs[0] != &p.glyphs[0] {
					t.Fatalf("word %d is not where it was", n)
				}
				n++
			}
		}
		if n != len(got) {
			t.Errorf("%d words, now %d", n, len(got))
		}
	})
}
