package initialise

import (
	"strconv"

	"kwi/internal/account"
	"kwi/ui/kit"
)

// needs is what the method says of where this client stands.
func needs(f *kit.Frame) string {
	if say := speak(f).Needs(f.Client.Needs); say != "" {
		return say
	}
	return f.T("initialise.needs.unasked")
}

// panel is what stands beside the fields: about the field in hand first, and
// the rest as far as there is room.
func panel(f *kit.Frame, field string, w, h int) []string {
	say, why, square := sayLines(f, w), whyLines(f, w), squareLines(f, w)
	parts := [][]string{say, square, why}
	question := questionOf(f, field)
	switch {
	case h < roomy && question != "":
		parts = [][]string{quiet(f, question, w), say}
	case h < roomy && (field == "clientknows" || field == "supplierknows"):
		parts = [][]string{append(smallSquare(f, w), kit.Wrap(needs(f), w)...)}
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
func sayLines(f *kit.Frame, w int) []string {
	a := f.Client.Advice()
	say := speak(f).Approach(a).Say
	switch {
	case a.Approach == "" && a.Open < 3:
		return quiet(f, f.N("initialise.approach.open", a.Open), w)
	case a.Approach == "":
		return quiet(f, f.T("initialise.approach.unasked"), w)
	case (a.Approach == account.Simple) == (f.Client.Approach == account.Simple):
		return kit.Wrap(say, w)
	}
	lines := kit.Wrap(f.T("initialise.overruled", f.T("approach."+string(f.Client.Approach))), w)
	for i, l := range lines {
		lines[i] = f.Theme.Warn.Render(l)
	}
	return append(lines, quiet(f, f.T("initialise.advised", say), w)...)
}

// whyLines are what speaks against the extended approach.
func whyLines(f *kit.Frame, w int) (lines []string) {
	for _, why := range speak(f).Approach(f.Client.Advice()).Why {
		lines = append(lines, quiet(f, why, w)...)
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
	t := f.Theme
	const head = 5
	at := func(client, supplier bool, key string) string { return quadrant(f, client, supplier, key) }
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

// cell is how wide a quadrant is.
const cell = 14

// quadrant is one quarter of the 2×2, lit where the client stands in it.
func quadrant(f *kit.Frame, client, supplier bool, key string) string {
	n, t := f.Client.Needs, f.Theme
	text := f.T("initialise.square." + key)
	if n.ClientKnows == account.ReplyOf(client) && n.SupplierKnows == account.ReplyOf(supplier) {
		return t.Accent.Render(kit.Fit(t.Glyphs.Cursor+" "+text, cell))
	}
	return t.Faint.Render(kit.Fit("  "+text, cell))
}

// smallSquare is the 2×2 in three lines.
func smallSquare(f *kit.Frame, w int) []string {
	t, they, we := f.Theme, f.T("initialise.clientknows"), f.T("initialise.supplierknows")
	head := max(kit.Width(they), kit.Width(we)) + 2
	row := func(name, answer string, left, right string) string {
		return kit.Cut(t.Faint.Render(kit.Fit(name, head)+kit.Fit(answer, 5))+left+t.Faint.Render(t.Glyphs.Column)+right, w)
	}
	yes, no := f.T("kit.yes"), f.T("kit.no")
	return []string{
		t.Faint.Render(kit.Line(kit.Fit(they, head+5)+kit.Fit("  "+no, cell+1)+"  "+yes, w)),
		row(we, yes, quadrant(f, false, true, "inspire"), quadrant(f, true, true, "deliver")),
		row("", no, quadrant(f, false, false, "leave"), quadrant(f, true, false, "deepen")),
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
