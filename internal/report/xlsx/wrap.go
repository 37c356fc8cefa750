package xlsx

import (
	"math"
	"strings"
)

// lines is how many lines a text takes in a width, as a program would break
// it; rather one too many than one too few.
func lines(text string, width float64) int { return len(broken(text, width)) }

// broken is the lines of a text in a width.
func broken(text string, width float64) (out []string) {
	w := int(math.Max(width-1, 4))
	for paragraph := range strings.SplitSeq(text, "\n") {
		now, n := "", 0
		for word := range strings.FieldsSeq(paragraph) {
			r := []rune(word)
			if n > 0 && n+1+len(r) > w {
				out = append(out, now)
				now, n = "", 0
			}
			for len(r) > w {
				out = append(out, string(r[:w]))
				r = r[w:]
			}
			if n > 0 {
				now += " "
				n++
			}
			now += string(r)
			n += len(r)
		}
		out = append(out, now)
	}
	return out
}

// chunks divides a text over rows, as it is where one row can hold it.
func chunks(text string, width float64) (out []string) {
	text = strings.Trim(text, "\n")
	all := broken(text, width)
	if len(all) <= longest_ {
		return []string{text}
	}
	for len(all) > 0 {
		n := min(longest_, len(all))
		out = append(out, strings.Join(all[:n], "\n"))
		all = all[n:]
	}
	return out
}
