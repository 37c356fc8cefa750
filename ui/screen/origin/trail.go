package origin

import (
	"strings"

	"kwi/internal/cells"
	"kwi/internal/fault"
	"kwi/internal/trace"
	"kwi/ui/kit"
	"kwi/ui/part"
)

// trail is the way that led here, from the place where it was asked. Where the
// room is short its beginning falls away.
func (s Screen) trail(f *kit.Frame, title string) string {
	var crumbs []string
	if s.from != "" {
		crumbs = append(crumbs, s.from)
	}
	for i, st := range s.steps {
		p, ok := part.TraceSource(f).Of(st.of)
		if !ok {
			continue
		}
		if i > 0 && st.of.Cycle != s.steps[i-1].of.Cycle && s.steps[i-1].of.Cycle != "" && !strings.Contains(p.Crumb, string(st.of.Cycle)) {
			p.Crumb += " " + string(st.of.Cycle) // the same figure of another cycle
		}
		crumbs = append(crumbs, p.Crumb)
	}
	const between = " › "
	room := max(f.W-cells.Width(title)-4, f.W/2)
	text := strings.Join(crumbs, between)
	for len(crumbs) > 1 && cells.Width(text) > room {
		crumbs = crumbs[1:]
		text = f.Theme.Glyphs.Ellipsis + between + strings.Join(crumbs, between)
	}
	return cells.Line(text, room)
}

// Print is the page of a thing as plain text, whole; "" is the total of the
// cycle.
func Print(f kit.Frame, of string) (string, error) {
	if of == "" {
		of = trace.Total
	}
	t, ok := part.TraceSource(&f).Read(f.Cycle, of)
	if !ok {
		return "", fault.New(fault.NoOrigin, of, f.Client.Name)
	}
	p, ok := part.TraceSource(&f).Of(t)
	if !ok {
		return "", fault.New(fault.NoOrigin, of, f.Client.Name)
	}
	return plain(draw(&f, &p, min(f.W, widest), -1).Lines), nil
}

func plain(lines []string) string {
	var b strings.Builder
	for _, l := range lines {
		b.WriteString(strings.TrimRight(cells.Safe(l), " ") + "\n")
	}
	return b.String()
}
