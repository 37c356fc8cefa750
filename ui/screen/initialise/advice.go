package initialise

import (
	"strconv"

	"kwi/internal/account"
	"kwi/internal/cells"
	"kwi/ui/kit"
)

// needsVerdict is what the method says of where this client stands.
func needsVerdict(f *kit.Frame) string {
	if say := guideFor(f).Needs(f.Client.Needs); say != "" {
		return say
	}
	return f.T("initialise.needs.unasked")
}

// advicePanel is what stands beside the fields: about the field in hand first, and
// the rest as far as there is room.
func advicePanel(f *kit.Frame, field string, w, h int) []string {
	say, why, square := sayLines(f, w), whyLines(f, w), squareLines(f, w)
	parts := [][]string{say, square, why}
	question := questionOf(f, field)
	switch {
	case h < roomyBody && question != "":
		parts = [][]string{faintText(f, question, w), say}
	case h < roomyBody && (field == "clientknows" || field == "supplierknows"):
		parts = [][]string{append(smallSquare(f, w), cells.Wrap(needsVerdict(f), w)...)}
	case h < roomyBody && (field == "kind" || field == "part" || field == "go"):
		parts = [][]string{faintText(f, f.T("initialise."+field+".help"), w), say}
	case h < roomyBody:
		parts = [][]string{say, why}
	case question != "":
		parts = [][]string{faintText(f, question, w), say, why, square}
	case field == "part":
		parts = [][]string{faintText(f, f.T("initialise.part.help"), w), square, say}
	case field == "go":
		parts = [][]string{faintText(f, f.T("initialise.go.help"), w), square, say}
	case field == "clientknows", field == "supplierknows":
		parts = [][]string{square, say}
	case f.Client.Approach == account.Simple:
		parts = [][]string{roadLines(f, w), say, why, square}
	case field == "approach":
		parts = [][]string{say, why, square}
	}
	var lines []string
	for _, p := range parts {
		if len(lines) > 0 && len(p) > 0 && h >= roomyBody {
			p = append([]string{""}, p...)
		}
		if len(lines)+len(p) <= h {
			lines = append(lines, p...)
		}
	}
	return lines
}

// roomyBody is from how many lines on the whole 2×2 is drawn.
const roomyBody = 10

// questionOf is the question that a field has the answer to, in full.
func questionOf(f *kit.Frame, field string) string {
	for i, id := range []string{"strategic", "intensive", "business"} {
		if id == field {
			return guideFor(f).Selection()[i]
		}
	}
	return ""
}

// sayLines are the advice on the approach, and whether the client has another
// one than is advised.
func sayLines(f *kit.Frame, w int) []string {
	a := f.Client.Advice()
	say := guideFor(f).Approach(a).Say
	switch {
	case a.Approach == "" && a.Open < 3:
		return faintText(f, f.N("initialise.approach.open", a.Open), w)
	case a.Approach == "":
		return faintText(f, f.T("initialise.approach.unasked"), w)
	case (a.Approach == account.Simple) == (f.Client.Approach == account.Simple):
		return cells.Wrap(say, w)
	}
	lines := cells.Wrap(f.T("initialise.overruled", f.T("approach."+string(f.Client.Approach))), w)
	for i, l := range lines {
		lines[i] = f.Theme.Warn.Render(l)
	}
	return append(lines, faintText(f, f.T("initialise.advised", say), w)...)
}

// whyLines are what speaks against the extended approach.
func whyLines(f *kit.Frame, w int) (lines []string) {
	for _, why := range guideFor(f).Approach(f.Client.Advice()).Why {
		lines = append(lines, faintText(f, why, w)...)
	}
	return lines
}

// roadLines are the steps of the simple approach, where that is chosen.
func roadLines(f *kit.Frame, w int) []string {
	if f.Client.Approach != account.Simple {
		return nil
	}
	lines := []string{f.Theme.Strong.Render(cells.Line(f.T("initialise.road"), w))}
	for i, step := range guideFor(f).Simple() {
		for j, l := range cells.Wrap(step, w-3) {
			number := "   "
			if j == 0 {
				number = cells.Pad(strconv.Itoa(i+1), 3)
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
		return t.Faint.Render(cells.Fit(name, head)) + at(false, supplier, no) + t.Faint.Render(t.Glyphs.Column) + at(true, supplier, yes)
	}
	blank := cells.Pad("", head)
	lines := []string{
		t.Faint.Render(cells.Line(f.T("initialise.square.client"), w)),
		t.Faint.Render(blank + cells.Fit("  "+f.T("kit.no"), quadrantWidth+1) + "  " + f.T("kit.yes")),
		row(true, f.T("kit.yes"), "inspire", "deliver"),
		blank + t.Faint.Render(rulePart(t.Glyphs.Rule, quadrantWidth)+"┼"+rulePart(t.Glyphs.Rule, quadrantWidth)),
		row(false, f.T("kit.no"), "leave", "deepen"),
		t.Faint.Render(cells.Line(f.T("initialise.square.supplier"), w)),
		"",
	}
	return append(lines, cells.Wrap(needsVerdict(f), w)...)
}

// quadrantWidth is how wide a quadrant is.
const quadrantWidth = 14

// quadrant is one quarter of the 2×2, lit where the client stands in it.
func quadrant(f *kit.Frame, client, supplier bool, key string) string {
	n, t := f.Client.Needs, f.Theme
	text := f.T("initialise.square." + key)
	if n.ClientKnows == account.ReplyOf(client) && n.SupplierKnows == account.ReplyOf(supplier) {
		return t.Accent.Render(cells.Fit(t.Glyphs.Cursor+" "+text, quadrantWidth))
	}
	return t.Faint.Render(cells.Fit("  "+text, quadrantWidth))
}

// smallSquare is the 2×2 in three lines.
func smallSquare(f *kit.Frame, w int) []string {
	t, they, we := f.Theme, f.T("initialise.clientknows"), f.T("initialise.supplierknows")
	head := max(cells.Width(they), cells.Width(we)) + 2
	row := func(name, answer string, left, right string) string {
		return cells.Cut(t.Faint.Render(cells.Fit(name, head)+cells.Fit(answer, 5))+left+t.Faint.Render(t.Glyphs.Column)+right, w)
	}
	yes, no := f.T("kit.yes"), f.T("kit.no")
	return []string{
		t.Faint.Render(cells.Line(cells.Fit(they, head+5)+cells.Fit("  "+no, quadrantWidth+1)+"  "+yes, w)),
		row(we, yes, quadrant(f, false, true, "inspire"), quadrant(f, true, true, "deliver")),
		row("", no, quadrant(f, false, false, "leave"), quadrant(f, true, false, "deepen")),
	}
}

func rulePart(glyph string, n int) (s string) {
	for range n {
		s += glyph
	}
	return s
}

// faintText is a text in faint lines.
func faintText(f *kit.Frame, text string, w int) []string {
	lines := cells.Wrap(text, w)
	for i, l := range lines {
		lines[i] = f.Theme.Faint.Render(l)
	}
	return lines
}
