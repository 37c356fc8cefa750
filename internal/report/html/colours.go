package html

import (
	"strings"

	"kwi/internal/report"
)

// coloured is the style with the colours of the report where it leaves room for
// them: a margin of paper knows no names, so there stands the colour itself.
func coloured(style string) string {
	return strings.NewReplacer(
		"/* the light colours */", named(report.Light),
		"/* the dark colours */", named(report.Dark),
		"/* what stands back */", "#"+report.Light.Quiet.Hex(),
	).Replace(style)
}

// named are the colours by the names that the style calls them.
func named(p report.Palette) string {
	var b strings.Builder
	for _, c := range []struct {
		name string
		of   report.Colour
	}{{"paper", p.Paper}, {"ink", p.Ink}, {"quiet", p.Quiet}, {"rule", p.Rule}, {"ground", p.Ground}, {"accent", p.Accent}, {"soft", p.Soft}, {"link", p.Link}} {
		b.WriteString("--" + c.name + ": #" + c.of.Hex() + "; ")
	}
	return b.String()
}
