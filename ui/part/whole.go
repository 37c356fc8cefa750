package part

import (
	"slices"

	"kwi/internal/trace"
	"kwi/ui/keys"
	"kwi/ui/kit"
)

// BesideFrom is how wide a body is before it has more to tell of what is in hand.
const BesideFrom = 110

// Whole is what is in hand in full: its lines, which of them are titles, and the key
// with which one reads on where they have no room.
type Whole struct {
	Lines  []string
	Titles []int
	Key    string
}

// TracedWhole is what is in hand as its page of the trace, in w cells; empty where
// nothing is, and with the client watching. What single people answered is left out:
// it stands on its own page only, where one asked for it.
func TracedWhole(f *kit.Frame, of trace.Thing, w int) Whole {
	if f.Audience != kit.Manager || of.IsNone() {
		return Whole{}
	}
	page, ok := TraceSource(f).Of(of)
	if !ok {
		return Whole{}
	}
	page.Sections = withoutAnswers(page.Sections, of.Kind == trace.Person)
	d := DrawTrace(f, &page, w, -1)
	return Whole{Lines: d.Lines, Titles: d.Titles, Key: keys.Trace.Keys()[0]}
}

// withoutAnswers are sections without what single people answered; of a person the
// questions stay.
func withoutAnswers(sections []trace.Section, person bool) (out []trace.Section) {
	for _, s := range sections {
		rows := s.Rows[:0:0]
		for _, r := range s.Rows {
			switch r.To.Kind {
			case trace.Answer:
				if r.Right = ""; !person {
					continue
				}
			case trace.Own, trace.Remark, trace.Recommendation, trace.NPS:
				continue
			}
			rows = append(rows, r)
		}
		if s.Rows = rows; len(rows) > 0 {
			out = append(out, s)
		}
	}
	return out
}

// Sections is it without what stands above its first title.
func (o Whole) Sections() Whole {
	if len(o.Titles) == 0 {
		return Whole{}
	}
	first := o.Titles[0]
	return Whole{Key: o.Key}.joined(o.Lines[first:], o.Titles, -first)
}

// joined is it with lines added, whose titles stood so much earlier.
func (o Whole) joined(lines []string, titles []int, by int) Whole {
	o.Lines = append(slices.Clip(o.Lines), lines...)
	for _, at := range titles {
		o.Titles = append(slices.Clip(o.Titles), at+by)
	}
	return o
}

// Under puts lines over it, parted from it.
func (o Whole) Under(lines []string) Whole {
	over := Whole{Lines: slices.Clip(lines), Key: o.Key}
	if len(lines) > 0 && len(o.Lines) > 0 {
		over.Lines = append(over.Lines, "")
	}
	return over.joined(o.Lines, o.Titles, len(over.Lines))
}

// In is as much of it as h lines hold. Where it goes on the last one says so, and
// never behind a title that stands alone.
func (o Whole) In(f *kit.Frame, h int) []string {
	if len(o.Lines) <= h {
		return o.Lines
	}
	to := max(h-1, 0)
	for to > 0 && (o.Lines[to-1] == "" || slices.Contains(o.Titles, to-1)) {
		to--
	}
	if h < 1 {
		return nil
	}
	return append(slices.Clone(o.Lines[:to]), f.Theme.Faint.Render(f.N("kit.whole.more", len(o.Lines)-to, o.Key)))
}
