package kit

import "strings"

// Wrap breaks foreign text into lines of at most w cells: between words where
// it can, within a word that is longer than a line. Newlines stay. Text of no
// lines is one empty line.
func Wrap(s string, w int) []string {
	if w < 1 {
		return []string{""}
	}
	s = Clean(s)
	spans := wrapSpans(s, w)
	lines := make([]string, len(spans))
	for i, p := range spans {
		lines[i] = Cut(rooted(s[p.from:p.to]), w)
	}
	return lines
}

// lineSpan is one line of a wrapped text, in bytes. The spaces at which a line
// was broken belong to no span.
type lineSpan struct{ from, to int }

// wrapSpans breaks clean text. There is always at least one span.
func wrapSpans(s string, w int) []lineSpan {
	var lines []lineSpan
	start := 0
	for {
		length := strings.IndexByte(s[start:], '\n')
		if length < 0 {
			return wrapParagraph(lines, s, start, len(s), w)
		}
		lines = wrapParagraph(lines, s, start, start+length, w)
		start += length + 1
	}
}

func wrapParagraph(lines []lineSpan, s string, from, end, w int) []lineSpan {
	cells := 0                  // of s[from:i]
	wordEnd, resume := from, -1 // the last place to break at, and where the next line begins then
	after := 0                  // cells of s[from:resume]
	for i := from; i < end; {
		size, width := cluster(s[i:end])
		if s[i] == ' ' && size == 1 {
			if resume != i { // the first space behind a word
				wordEnd = i
			}
			cells += width
			i += size
			resume, after = i, cells
			continue
		}
		for cells+width > w && i > from {
			switch {
			case resume > from && wordEnd > from:
				lines = append(lines, lineSpan{from, wordEnd})
				from, cells = resume, cells-after
			case resume == i: // nothing but spaces
				lines = append(lines, lineSpan{from, from})
				from, cells = i, 0
			default:
				lines = append(lines, lineSpan{from, i})
				from, cells = i, 0
			}
			wordEnd, resume = from, -1
		}
		cells += width
		i += size
	}
	to := end
	if cells > w { // only spaces can hang over
		to = from + len(strings.TrimRight(s[from:end], " "))
	}
	return append(lines, lineSpan{from, to})
}
