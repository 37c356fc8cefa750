package initialise

import (
	"kwi/internal/cells"
	"kwi/ui/kit"
	"kwi/ui/part"
	"kwi/ui/widget"
)

// whole is who is in hand in full: what their form holds, and of a respondent what
// they expect, when we spoke and what they are asked.
func (s *Screen) whole(f *kit.Frame, w int) part.Whole {
	at := s.inHand(f)
	if at.who == "" {
		return part.Whole{}
	}
	p := personScreen{who: at.who, colleague: at.colleague}
	of, _ := s.ThingInHand(*f)
	return part.TracedWhole(f, of, w).Sections().Under(append([]string{p.head(f, w)}, knownLines(f, p.fields(f), w)...))
}

// knownLines are the fields that hold something, each as one reads it, below a head
// with name and initials.
func knownLines(f *kit.Frame, fields []widget.Field, w int) (lines []string) {
	wide, known := 0, fields[:0:0]
	for _, x := range fields {
		if x.Said(*f) != "" && x.ID != "name" && x.ID != "initials" {
			known = append(known, x)
			wide = max(wide, min(cells.Width(x.Label), w/2))
		}
	}
	for _, x := range known {
		if x.Kind == widget.NoteField {
			for _, l := range cells.Wrap(x.Said(*f), w-2) {
				lines = append(lines, "  "+f.Theme.Faint.Render(l))
			}
			continue
		}
		label := cells.Fit(x.Label, wide)
		for _, l := range cells.Wrap(x.Said(*f), w-wide-4) {
			lines = append(lines, "  "+f.Theme.Faint.Render(label)+"  "+f.Theme.Text.Render(l))
			label = cells.Spaces(wide)
		}
	}
	return lines
}
