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

// known is what there is to say a verdict on. The answers have no "not asked"
// of their own, so a row of noes that nobody gave in this visit is none yet:
// nobody is told to do no business because nothing was asked.
type known struct{ approach, needs bool }

// known is what was asked of this client, before or in this visit.
func (s *Screen) known(f *kit.Frame) known {
	c := &f.Client
	return known{
		approach: s.gave.approach || c.Selection != (account.Selection{}),
		needs:    s.gave.needs || c.Needs != (account.Needs{}),
	}
}

// given is what was asked now that a field was changed.
func (k known) given(field string) known {
	switch field {
	case "strategic", "intensive", "business":
		k.approach = true
	case "clientknows", "supplierknows":
		k.needs = true
	}
	return k
}

// needs is what the method says of where this client stands.
func needs(f *kit.Frame, k known) string {
	if !k.needs {
		return f.T("initialise.needs.unasked")
	}
	return speak(f).Needs(f.Client.Needs.ClientKnows, f.Client.Needs.SupplierKnows)
}

// panel is what stands beside the fields: about the field in hand first, and
// the rest as far as there is room.
func panel(f *kit.Frame, k known, field string, w, h int) []string {
	say, why, square := sayLines(f, k, w), whyLines(f, k, w), squareLines(f, k, w)
	parts := [][]string{say, square, why}
	question := questionOf(f, field)
	switch {
	case h < roomy && question != "":
		parts = [][]string{quiet(f, question, w), say}
	case h < roomy && (field == "clientknows" || field == "supplierknows"):
		parts = [][]string{append(smallSquare(f, k, w), kit.Wrap(needs(f, k), w)...)}
	case h < roomy && (field == "kind" || field == "part" || field == "go"):
		parts = [][]string{quiet(f, f.T("initialise."+field+".help"), w), say}
	case h < roomy:
		parts = [][]string{say, why}
	case question != "":
		parts = [][]string{quiet(f, question, w), say, why, square}
	case field == "part":
		parts = [][]string{quiet(f, f.T("initialise.part.help"), w), square, say}
	case field == "go":
		parts = [][]string{quiet(f, f.T("initialise.go.help"), w), square, say}
	case field == "clientknows", field == "supplierknows":
		parts = [][]string{square, say}
	case f.Client.Approach == account.Simple:
		parts = [][]string{roadLines(f, w), say, why, square}
	case field == "approach":
		parts = [][]string{say, why, square}
	}
	var lines []string
	for _, p := range parts {
		if len(lines) > 0 && len(p) > 0 && h >= roomy {
			p = append([]string{""}, p...)
		}
		if len(lines)+len(p) <= h {
			lines = append(lines, p...)
		}
	}
	return lines
}

// roomy is from how many lines on the whole 2×2 is drawn.
const roomy = 10

// questionOf is the question that a field has the answer to, in full.
func questionOf(f *kit.Frame, field string) string {
	for i, id := range []string{"strategic", "intensive", "business"} {
		if id == field {
			return speak(f).Selection()[i]
		}
	}
	return ""
}

// sayLines are the advice on the approach, and whether the client has another
// one than is advised.
func sayLines(f *kit.Frame, k known, w int) []string {
	a := advice(f)
	switch {
	case !k.approach:
		return quiet(f, f.T("initialise.approach.unasked"), w)
	case a.Extended == (f.Client.Approach != account.Simple):
		return kit.Wrap(a.Say, w)
	}
	lines := kit.Wrap(f.T("initialise.overruled", f.T("approach."+string(f.Client.Approach))), w)
	for i, l := range lines {
		lines[i] = f.Theme.Warn.Render(l)
	}
	return append(lines, quiet(f, f.T("initialise.advised", a.Say), w)...)
}

// whyLines are what speaks against the extended approach.
func whyLines(f *kit.Frame, k known, w int) (lines []string) {
	if k.approach {
		for _, why := range advice(f).Why {
			lines = append(lines, quiet(f, why, w)...)
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
func squareLines(f *kit.Frame, k known, w int) []string {
	t := f.Theme
	const head = 5
	at := func(client, supplier bool, key string) string { return quadrant(f, k, client, supplier, key) }
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
	return append(lines, kit.Wrap(needs(f, k), w)...)
}

// cell is how wide a quadrant is.
const cell = 14

// quadrant is one quarter of the 2×2, lit where the client stands in it.
func quadrant(f *kit.Frame, k known, client, supplier bool, key string) string {
	n, t := f.Client.Needs, f.Theme
	text := f.T("initialise.square." + key)
	if k.needs && n.ClientKnows == client && n.SupplierKnows == supplier {
		return t.Accent.Render(kit.Fit(t.Glyphs.Cursor+" "+text, cell))
	}
	return t.Faint.Render(kit.Fit("  "+text, cell))
}

// smallSquare is the 2×2 in three lines.
func smallSquare(f *kit.Frame, k known, w int) []string {
	t, they, we := f.Theme, f.T("initialise.clientknows"), f.T("initialise.supplierknows")
	head := max(kit.Width(they), kit.Width(we)) + 2
	row := func(name, answer string, left, right string) string {
		return kit.Cut(t.Faint.Render(kit.Fit(name, head)+kit.Fit(answer, 5))+left+t.Faint.Render(t.Glyphs.Column)+right, w)
	}
	yes, no := f.T("kit.yes"), f.T("kit.no")
	return []string{
		t.Faint.Render(kit.Line(kit.Fit(they, head+5)+kit.Fit("  "+no, cell+1)+"  "+yes, w)),
		row(we, yes, quadrant(f, k, false, true, "inspire"), quadrant(f, k, true, true, "deliver")),
		row("", no, quadrant(f, k, false, false, "leave"), quadrant(f, k, true, false, "deepen")),
	}
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
