package initialise

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"kwi/internal/account"
	"kwi/internal/cells"
	"kwi/ui/keys"
	"kwi/ui/kit"
	"kwi/ui/widget"
)

// choice is the arguments of the guide and our own, all in full, to pick from.
type choice struct {
	open bool
	at   int
}

// offered are the arguments of the guide, and below them our own.
func offered(f *kit.Frame) []string {
	out := guideFor(f).Arguments()
	for _, a := range f.Y().Kickoff.Arguments {
		if !slices.Contains(out, a) {
			out = append(out, a)
		}
	}
	return out
}

func (c *choice) acts(f *kit.Frame) []kit.Act {
	acts := []kit.Act{
		{ID: "take", Keys: keys.ToggleOrOpen, Name: f.T("initialise.act.take")},
		{ID: "own", Keys: keys.New, Name: f.T("initialise.act.own")},
		{ID: "close", Keys: keys.Back, Name: f.T("initialise.act.close")},
	}
	for _, a := range sampleActs(f) {
		a.Hidden = false // here one looks for what convinces
		acts = append(acts, a)
	}
	return acts
}

func (c *choice) update(f *kit.Frame, msg tea.Msg) kit.Outcome {
	if f.Y() == nil {
		*c = choice{}
		return kit.Outcome{}
	}
	all := offered(f)
	c.at = min(c.at, len(all)-1)
	switch msg {
	case kit.Do("close"):
		*c = choice{}
		return kit.Outcome{}
	case kit.Do("take"):
		if text := all[c.at]; slices.Contains(f.Y().Kickoff.Arguments, text) {
			return changeArgument(f, text, "")
		}
		return changeArgument(f, "", all[c.at])
	case kit.Do("own"):
		name := f.Y().Name
		return kit.Outcome{Ask: widget.NewAsk(widget.Ask{Name: "argument/new", Title: f.T("initialise.own.title"), Text: f.T("initialise.own.text"), Sentence: true, Required: true,
			Then: func(text string) kit.Outcome {
				return kit.Changes(kit.Label("initialise.label.argument"), func(c *account.Client) error { return c.Argue(name, "", text) })
			}})}
	}
	c.at = widget.List{At: c.at}.Move(keys.Move(msg, false), len(all), f.H).At
	return kit.Outcome{}
}

func (c *choice) view(f *kit.Frame) kit.Page {
	if f.Y() == nil {
		return kit.Page{}
	}
	t := f.Theme
	lines, from, to := []string{}, 0, 0
	for i, text := range offered(f) {
		sign, mark, look := "  ", t.Glyphs.Off, t.Text
		if slices.Contains(f.Y().Kickoff.Arguments, text) {
			mark = t.Glyphs.On
		}
		if i == c.at {
			sign, look, from = t.Accent.Render(t.Glyphs.Cursor)+" ", t.Accent, len(lines)
		}
		for j, l := range cells.Wrap(text, f.W-4) {
			if j > 0 {
				sign, mark = "  ", " "
			}
			lines = append(lines, sign+look.Render(mark)+" "+look.Render(l))
		}
		if i == c.at {
			to = len(lines)
		}
	}
	h := f.H - linesAbove
	top := max(min(from, len(lines)-h), 0)
	if to <= h {
		top = 0
	}
	head := t.Strong.Render(cells.Line(f.T("initialise.choose"), f.W))
	return kit.Page{Body: strings.Join(append([]string{head, ""}, lines[top:min(top+h, len(lines))]...), "\n")}
}
