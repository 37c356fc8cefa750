package part

import (
	"strings"

	"kwi/internal/due"
	"kwi/ui/kit"
)

// Counted says how much there is to do that presses: overdue, today and this
// week; "" where nothing does.
func Counted(f *kit.Frame, n due.Counts) string {
	return strings.Join(CountedParts(f, n), " "+f.Theme.Glyphs.Dot+" ")
}

// CountedParts are the counts that are not 0, each in words.
func CountedParts(f *kit.Frame, n due.Counts) (parts []string) {
	for _, c := range []struct {
		key string
		n   int
	}{{"due.count.overdue", n.Overdue}, {"due.count.today", n.Today}, {"due.count.week", n.Week}} {
		if c.n > 0 {
			parts = append(parts, f.T(c.key, f.Words.Int(c.n)))
		}
	}
	return parts
}
