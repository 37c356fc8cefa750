package text

import "strings"

// Ruler measures one character, in whatever unit a line is measured: cells,
// points, the columns of a sheet.
type Ruler func(r rune) float64

// Each counts characters.
func Each(rune) float64 { return 1 }

// Wrap breaks a text into lines that are no wider than room: between words
// where it can, and within a word that is wider by itself. The ends of lines
// of the text stay, and an empty line is one. There is always a line.
func Wrap(s string, room float64, ruler Ruler) []string {
	var lines []string
	for paragraph := range strings.SplitSeq(s, "\n") {
		lines = append(lines, fillLines(paragraph, room, ruler, true)...)
	}
	return lines
}

// Fill breaks a text between its words only; its own ends of lines do not
// count. There is always a line.
func Fill(s string, room float64, ruler Ruler) []string { return fillLines(s, room, ruler, false) }

func fillLines(s string, room float64, ruler Ruler, within bool) (lines []string) {
	space := ruler(' ')
	var line strings.Builder
	used := 0.0
	finish := func() {
		lines = append(lines, line.String())
		line.Reset()
		used = 0
	}
	for word := range strings.FieldsSeq(s) {
		wide := Measure(word, ruler)
		if line.Len() > 0 {
			if used+space+wide <= room {
				line.WriteByte(' ')
				line.WriteString(word)
				used += space + wide
				continue
			}
			finish()
		}
		for within && wide > room {
			n := BreakAt(word, room, ruler)
			if n == len(word) {
				break
			}
			lines = append(lines, word[:n])
			word = word[n:]
			wide = Measure(word, ruler)
		}
		line.WriteString(word)
		used = wide
	}
	if line.Len() > 0 || len(lines) == 0 {
		finish()
	}
	return lines
}

// Measure is how wide a text of one line is.
func Measure(s string, ruler Ruler) (wide float64) {
	for _, r := range s {
		wide += ruler(r)
	}
	return wide
}

// BreakAt is how many bytes of a word fit on a line: at least one character,
// and up to a hyphen, slash, point, at sign or underline where one stands in
// the second half.
func BreakAt(word string, room float64, ruler Ruler) int {
	used, fits, after := 0.0, 0, 0
	for i, r := range word {
		used += ruler(r)
		if used > room && i > 0 {
			break
		}
		fits = i + len(string(r))
		if strings.ContainsRune("-/.@_", r) {
			after = fits
		}
	}
	if fits < len(word) && after > fits/2 {
		return after
	}
	return fits
}
