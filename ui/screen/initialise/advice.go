package initialise

import (
	"strconv"

	"kwi/internal/account"
	"kwi/internal/guide"
	"kwi/ui/kit"
)

// advice is what the method says of the approach to this client.
func advice(f *kit.Frame) guide.Choice {
	s := f.Client.Selection
	return speak(f).Approach(s.Strategic, s.Intensive, s.Business)
}

// needs is what the method says of where this client stands.
func needs(f *kit.Frame) string {
	return speak(f).Needs(f.Client.Needs.ClientKnows, f.Client.Needs.SupplierKnows)
}

// panel is what stands beside the fields: about the field in hand first, and
// the rest as far as there is room.
func panel(f *kit.Frame, field string, w, h int) []string {
	asked := speak(f).Selection()
	approach, square := approachLines(f, w), squareLines(f, w)
	parts := [][]string{approach, square}
	switch field {
	case "strategic":
		parts = [][]string{quiet(f, asked[0], w), approach, square}
	case "intensive":
		parts = [][]string{quiet(f, asked[1], w), approach, square}
	case "business":
		parts = [][]string{quiet(f, asked[2], w), approach, square}
	case "approach":
		parts = [][]string{approach, roadLines(f, w), square}
	case "part":
		parts = [][]string{quiet(f, f.T("initialise.part.help"), w), approach}
	case "go":
		parts = [][]string{quiet(f, f.T("initialise.go.help"), w), approach}
	case "clientknows", "supplierknows":
		parts = [][]string{square, approach}
	default:
		if f.Client.Approach == account.Simple {
			parts = [][]string{approach, roadLines(f, w), square}
		}
	}
	var lines []string
	for _, p := range parts {
		if len(p) == 0 {
			continue
		}
		if len(lines) > 0 {
			p = append([]string{""}, p...)
		}
		if len(lines)+len(p) > h && len(lines) > 0 {
			continue
		}
		lines = append(lines, p...)
	}
	return lines
}

// approachLines are the advice on the approach, why, and whether the user
// chose otherwise.
func approachLines(f *kit.Frame, w int) []string {
	a := advice(f)
	lines := kit.Wrap(a.Say, w)
	for _, why := range a.Why {
		lines = append(lines, quiet(f, why, w)...)
	}
	if a.Extended != (f.Client.Approach != account.Simple) {
		lines = append(lines, "")
		for _, l := range kit.Wrap(f.T("initialise.overruled", f.T("approach."+string(f.Client.Approach))), w) {
			lines = append(lines, f.Theme.Warn.Render(l))
		}
	}
	return lines
}

// roadLines are the steps of the simple approach, where that is chosen.
func roadLines(f *kit.Frame, w int) []string {
	if f.Client.Approach != account.Simple {
		return nil
	}
	lines := []string{f.Theme.Strong.Render(kit.Line(f.T("initialise.road"), w))}
	for i, step := range speak(f).Simple() {
		for j, l := range kit.Wrap(step, w-3) {
			number := "   "
			if j == 0 {
				number = kit.Pad(strconv.Itoa(i+1), 3)
			}
			lines = append(lines, f.Theme.Faint.Render(number)+l)
		}
	}
	return lines
}

// squareLines are the 2×2 of who knows what, its quadrant lit, and what to do
// there.
func squareLines(f *kit.Frame, w int) []string {
	n, t := f.Client.Needs, f.Theme
	const head, cell = 5, 13
	at := func(client, supplier bool, key string) string {
		text := f.T("initialise.square." + key)
		if n.ClientKnows == client && n.SupplierKnows == supplier {
			return t.Accent.Render(kit.Fit(t.Glyphs.Cursor+" "+text, cell))
		}
		return t.Faint.Render(kit.Fit("  "+text, cell))
	}
	row := func(supplier bool, name, no, yes string) string {
		return kit.Fit(name, head) + at(false, supplier, no) + t.Faint.Render(t.Glyphs.Column) + at(true, supplier, yes)
	}
	blank := kit.Pad("", head)
	lines := []string{
		t.Faint.Render(kit.Line(f.T("initialise.square.client"), w)),
		blank + kit.Fit("  "+f.T("kit.no"), cell+1) + "  " + f.T("kit.yes"),
		row(true, f.T("kit.yes"), "inspire", "deliver"),
		blank + t.Faint.Render(kit.Pad("", 0)+ruled(t.Glyphs.Rule, cell)+"┼"+ruled(t.Glyphs.Rule, cell)),
		row(false, f.T("kit.no"), "leave", "deepen"),
		t.Faint.Render(kit.Line(f.T("initialise.square.supplier"), w)),
		"",
	}
	return append(lines, kit.Wrap(needs(f), w)...)
}

func ruled(glyph string, n int) (s string) {
	for range n {
		s += glyph
	}
	return s
}

// quiet is a text in faint lines.
func quiet(f *kit.Frame, text string, w int) []string {
	lines := kit.Wrap(text, w)
	for i, l := range lines {
		lines[i] = f.Theme.Faint.Render(l)
	}
	return lines
}
