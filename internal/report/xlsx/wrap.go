package xlsx

import "strings"

// countLines is how many lines a text takes in a width, as a program would break
// it; rather one too many than one too few.
func countLines(text string, width float64) int { return len(breakLines(text, width)) }

// breakLines is the lines of a text in a width.
func breakLines(text string, width float64) (out []string) {
	room := max(width*0.97, 4)
	for paragraph := range strings.SplitSeq(text, "\n") {
		now, used := "", 0.0
		for word := range strings.FieldsSeq(paragraph) {
			need := textWidth(word)
			if used > 0 && used+spaceWidth+need > room {
				out = append(out, now)
				now, used = "", 0
			}
			for need > room {
				part := fittingPrefix(word, room)
				out = append(out, part)
				word = word[len(part):]
				need = textWidth(word)
			}
			if used > 0 {
				now += " "
				used += spaceWidth
			}
			now += word
			used += need
		}
		out = append(out, now)
	}
	return out
}

// fittingPrefix is the beginning of a word that goes into a width, at least a letter.
func fittingPrefix(word string, room float64) string {
	used := 0.0
	for i, r := range word {
		if used += letterWidth(r); used > room && i > 0 {
			return word[:i]
		}
	}
	return word
}

// The widths of letters at the size of the body, in the unit of a column,
// which is a figure of the workbook's font.
const (
	spaceWidth = 0.46
	common     = 0.93
	fullWidth  = 1.7
)

var letters = []struct {
	which string
	wide  float64
}{
	{"ijl'|", 0.37}, {"ftI.,:;/\\!()[] ", 0.46}, {"r-", 0.56}, {"cksvxyzJ", 0.84},
	{"ABEFKPSTVXYZ&", 1.11}, {"CDGHNOQRUw", 1.25}, {"mM", 1.39}, {"W%@—…", 1.6},
}

func textWidth(s string) (w float64) {
	for _, r := range s {
		w += letterWidth(r)
	}
	return w
}

func letterWidth(r rune) float64 {
	for _, l := range letters {
		if strings.ContainsRune(l.which, r) {
			return l.wide
		}
	}
	switch {
	case r >= 0x2e80:
		return fullWidth
	case r > 0x24f:
		return 1.11
	}
	return common
}

// chunks divides a text over rows, as it is where one row can hold it.
func chunks(text string, width float64) (out []string) {
	text = strings.Trim(text, "\n")
	all := breakLines(text, width)
	if len(all) <= mostSheetRows {
		return []string{text}
	}
	for len(all) > 0 {
		n := min(mostSheetRows, len(all))
		out = append(out, strings.Join(all[:n], "\n"))
		all = all[n:]
	}
	return out
}
