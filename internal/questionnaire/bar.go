package questionnaire

import "strings"

// bar begins each line of an answer in their own words that a page for the
// browser wrote, so that none of them is taken for a question.
const bar = "|"

// unbarred takes the bars from the lines of an answer that has them. A line
// without one was broken off by a mail program.
func unbarred(s string) string {
	if !strings.HasPrefix(s, bar) {
		return s
	}
	var b strings.Builder
	for i, l := range strings.Split(s, "\n") {
		rest, begins := strings.CutPrefix(strings.TrimSpace(l), bar)
		switch {
		case i > 0 && begins:
			b.WriteByte('\n')
		case i > 0:
			b.WriteByte(' ')
		}
		b.WriteString(strings.TrimSpace(rest))
	}
	return strings.TrimSpace(b.String())
}
