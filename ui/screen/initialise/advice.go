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
	say, square := kit.Wrap(advice(f).Say, w), squareLines(f, w)
	parts := [][]string{say, square, whyLines(f, w)}
	question := map[string]int{"strategic": 0, "intensive": 1, "business": 2}
	switch i, isQuestion := question[field]; {
	case isQuestion:
		parts = [][]string{quiet(f, speak(f).Selection()[i], w), say, whyLines(f, w), square}
	case field == "part":
		parts = [][]string{quiet(f, f.T("initialise.part.help"), w), square, say}
	case field == "go":
		parts = [][]string{quiet(f, f.T("initialise.go.help"), w), square, say}
	case field == "clientknows", field == "supplierknows":
		parts = [][]string{square, say}
	case f.Client.Approach == account.Simple:
		parts = [][]string{roadLines(f, w), say, whyLines(f, w), square}
	case field == "approach":
		parts = [][]string{say, whyLines(f, w), square}
	}
	var lines []string
	for _, p := range parts {
		if len(lines) > 0 && len(p) > 0 {
			p = append([]string{""}, p...)
		}
		if len(lines)+len(p) <= h {
			lines = append(lines, p...)
		}
	}
	return lines
}

// whyLines are what speaks against the extended approach, and whether the
// client has another one than is advised.
func whyLines(f *kit.Frame, w int) (lines []string) {
	a := advice(f)
	for _, why := range a.Why {
		lines = append(lines, quiet(f, why, w)...)
	}
	if a.Extended != (f.Client.Approach != account.Simple) {
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
	const head, cell = 5, 14
	at := func(client, supplier bool, key string) string {
		text := f.T("initialise.square." + key)
		if n.ClientKnows == client && n.SupplierKnows == supplier {
			return t.Accent.Render(kit.Fit(t.Glyphs.Cursor+" "+text, cell))
		}
		return t.Faint.Render(kit.Fit("  "+text, cell))
	}
	row := func(supplier bool, name, no, yes string) string {
		return t.Faint.Render(kit.Fit(name, head)) + at(false, supplier, no) + t.Faint.Render(t.Glyphs.Column) + at(true, supplier, yes)
	}
	blank := kit.Pad("", head)
	lines := []string{
		t.Faint.Render(kit.Line(f.T("initialise.square.client"), w)),
		t.Faint.Render(blank + kit.Fit("  "+f.T("kit.no"), cell+1) + "  " + f.T("kit.yes")),
		row(true, f.T("kit.yes"), "inspire", "deliver"),
		blank + t.Faint.Render(ruled(t.Glyphs.Rule, cell)+"┼"+ruled(t.Glyphs.Rule, cell)),
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
