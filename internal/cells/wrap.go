package cells

import "strings"

// Wrap breaks foreign text into lines of at most w cells: between words where
// it can, within a word that is longer than a line. Newlines stay. Text of no
// lines is one empty line.
func Wrap(s string, w int) []string {
	if w < 1 {
		return []string{""}
	}
	s = Clean(s)
	spans := Spans(s, w)
	lines := make([]string, len(spans))
	for i, p := range spans {
		lines[i] = Cut(rooted(s[p.From:p.To]), w)
	}
	return lines
}

// LineSpan is one line of a wrapped text, in bytes. The spaces at which a line
// was broken belong to no span.
type LineSpan struct{ From, To int }

// Spans breaks clean text. There is always at least one span.
func Spans(s string, w int) []LineSpan {
	var lines []LineSpan
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

func wrapParagraph(lines []LineSpan, s string, from, end, w int) []LineSpan {
	cells := 0                  // of s[from:i]
	wordEnd, resume := from, -1 // the last place to break at, and where the next line begins then
	after := 0                  // cells of s[from:resume]
	for i := from; i < end; {
		size, width := Cluster(s[i:end])
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
				lines = append(lines, LineSpan{from, wordEnd})
				from, cells = resume, cells-after
			case resume == i: // nothing but spaces
				lines = append(lines, LineSpan{from, from})
				from, cells = i, 0
			default:
				lines = append(lines, LineSpan{from, i})
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
	return append(lines, LineSpan{from, to})
}
