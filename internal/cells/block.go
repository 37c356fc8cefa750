package cells

import "strings"

// Block is drawn lines as a text of exactly h lines, none wider than w.
func Block(lines []string, w, h int) string {
	var b strings.Builder
	for i := range h {
		if i > 0 {
			b.WriteByte('\n')
		}
		if i < len(lines) {
			b.WriteString(Cut(lines[i], w))
		}
	}
	return b.String()
}

// Lines is a drawn text line by line; none for "".
func Lines(text string) []string {
	if text == "" {
		return nil
	}
	return strings.Split(text, "\n")
}

// Indent puts n spaces before every line that is not empty.
func Indent(lines []string, n int) []string {
	out := make([]string, len(lines))
	for i, l := range lines {
		if l != "" {
			out[i] = Spaces(n) + l
		}
	}
	return out
}

// Columns puts two drawn texts side by side, line by line, with a gap between
// them. It is as high as the higher of the two.
func Columns(left string, lw int, right string, rw, gap int) string {
	l, r := Lines(left), Lines(right)
	out := make([]string, max(len(l), len(r)))
	for i := range out {
		if i < len(l) {
			out[i] = Cut(l[i], lw)
		}
		if i < len(r) && r[i] != "" {
			out[i] = Pad(out[i], lw+gap) + Cut(r[i], rw)
		}
	}
	return strings.Join(out, "\n")
}

// Scroll is the first line in view of a text that is higher than h, so that
// the lines from and up to but not including to are seen. It goes by half a
// height, so that the page stands still while the cursor moves within it, and
// it needs no memory.
func Scroll(from, to, h int) int {
	half := max(h/2, 1)
	top := 0
	for to > top+h && top+half <= from {
		top += half
	}
	return top
}
