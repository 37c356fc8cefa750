package linear

import (
	"io"
	"strings"
	"unicode"
	"unicode/utf8"

	"kwi/internal/cells"
	"kwi/internal/text"
)

// signs are what stands in texts of the screens for the eye, and what is said in
// its place. A line that is drawn has no meaning of its own and falls away.
var signs = strings.NewReplacer(
	" · ", ", ", "·", ",", "−", "-", "→", ",", "±", "+/-", "★", "", "✓", "", "▸", "", "●", "", "○", "", "◐", "", "≠", "",
	" – ", ", ", "⚠", "", "☐", "", "☑", "", "│", ";", "─", "", "…", "...", "÷", "/", "×", "x", "\u00a0", " ", "\u202f", " ",
)

// plain is a text that stands alone when it is spoken: of one line, without
// anything that steers a terminal and without signs that must be seen.
func plain(s string) string {
	s = signs.Replace(text.Line(cells.Clean(s)))
	return text.Line(strings.Map(func(r rune) rune {
		if r != ' ' && !unicode.IsGraphic(r) || drawn(r) {
			return -1
		}
		return r
	}, s))
}

// drawn reports whether a sign is made to draw with: boxes, blocks, dots of
// braille, arrows, ornaments.
func drawn(r rune) bool {
	return r >= 0x2190 && r <= 0x21ff || r >= 0x2300 && r <= 0x23ff || r >= 0x2500 && r <= 0x27bf || r >= 0x2800 && r <= 0x28ff || r >= 0xe000 && r <= 0xf8ff
}

// say tells a text, each of its lines on one.
func (t *teller) say(s string) {
	for _, line := range strings.Split(t.spoken(cells.Clean(s)), "\n") {
		if line = plain(line); line == "" {
			continue
		}
		if _, err := io.WriteString(t.Out, line+"\n"); err != nil && t.unwanted == nil {
			t.unwanted = err
		}
	}
}

// spoken is a text in which signs that mean something are words: an arrow, those of a sum, and those
// before numbers, as in +8. A sign within a word, or between two numbers, is none.
func (t *teller) spoken(s string) string {
	for sign, key := range map[string]string{" → ": "linear.becomes", "÷": "linear.divided", "×": "linear.times"} {
		s = strings.ReplaceAll(s, sign, " "+t.T(key)+" ")
	}
	s = strings.ReplaceAll(s, " − ", " "+t.T("linear.minus", ""))
	if !strings.ContainsAny(s, "+−") {
		return s
	}
	var b strings.Builder
	was := ' '
	for i, r := range s {
		_, size := utf8.DecodeRuneInString(s[i:])
		next, _ := utf8.DecodeRuneInString(s[i+size:])
		if sign := map[rune]string{'+': "linear.plus", '−': "linear.minus"}[r]; sign != "" && unicode.IsDigit(next) && strings.ContainsRune(" \n(:,;", was) {
			b.WriteString(t.T(sign, ""))
		} else {
			b.WriteRune(r)
		}
		was = r
	}
	return b.String()
}

// tell tells a value with what it is, on one line; what is empty is not told.
func (t *teller) tell(label, value string) {
	if value = plain(t.spoken(cells.Clean(value))); value == "" {
		return
	}
	t.say(strings.TrimRight(capital(plain(label)), ":?") + ": " + value)
}

// capital is a text that begins a sentence.
func capital(s string) string {
	first, size := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(first)) + s[min(size, len(s)):]
}

// count tells how many of something there are.
func (t *teller) count(key string, n int, args ...any) {
	t.say(sentence(t.Words.N(key, n, args...)))
}

// sentence is a text with a point behind it, unless it ends a sentence already.
func sentence(s string) string {
	if s = plain(s); s == "" || strings.ContainsAny(s[len(s)-1:], ".?!:") {
		return s
	}
	return s + "."
}
