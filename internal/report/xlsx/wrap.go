package xlsx

import (
	"kwi/internal/text"
	"strings"
)

// countLines is how many lines a text takes in a width, as a program would break
// it; rather one too many than one too few.
func countLines(text string, width float64) int { return len(breakLines(text, width)) }

// breakLines is the lines of a text in a width.
func breakLines(s string, width float64) []string {
	return text.Wrap(s, max(width*0.97, 4), letterWidth)
}

// The widths of letters at the size of the body, in the unit of a column,
// which is a figure of the workbook's font.
const (
	common    = 0.93
	fullWidth = 1.7
)

var letters = []struct {
	which string
	wide  float64
}{
	{"ijl'|", 0.37}, {"ftI.,:;/\\!()[] ", 0.46}, {"r-", 0.56}, {"cksvxyzJ", 0.84},
	{"ABEFKPSTVXYZ&", 1.11}, {"CDGHNOQRUw", 1.25}, {"mM", 1.39}, {"W%@—…", 1.6},
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
