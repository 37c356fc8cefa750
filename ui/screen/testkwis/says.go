package testkwis

import (
	"slices"
	"strings"

	"kwi/internal/account"
	"kwi/internal/cells"
	"kwi/ui/kit"
	"kwi/ui/part"
)

// rowSays is what is to be known of the row in hand: a question that nobody
// judges, or to whom a KWI matters. It reports whether that is a gap.
func rowSays(f *kit.Frame, c matrixCell) (text string, gap bool) {
	y := f.Y()
	if !c.whole() {
		if len(y.Judges(c.q)) == 0 {
			return f.T("test.gap.question", c.q.String()), true
		}
		return "", false
	}
	k := y.KWI(c.kwi)
	var too, not []string
	for _, r := range matrixColumns(f) {
		switch {
		case k.IsWishOf(r.Initials):
		case slices.Contains(k.SharedBy, r.Initials):
			too = append(too, string(r.Initials))
		default:
			not = append(not, string(r.Initials))
		}
	}
	var parts []string
	add := func(sign, key, who string) {
		if who != "" {
			parts = append(parts, sign+" "+f.T(key, who))
		}
	}
	add(f.Theme.Glyphs.Done, "test.wished", part.Initials(k.Wishers()))
	add(f.Theme.Glyphs.Now, "test.shared", strings.Join(too, ", "))
	add(f.Theme.Glyphs.None, "test.notshared", strings.Join(not, ", "))
	return strings.Join(parts, "   "), false
}

// personSays is how the respondent in hand stands: their name, how much they are
// asked, and whether it was tested with them.
func personSays(f *kit.Frame, c matrixCell) string {
	y := f.Y()
	name := string(c.who)
	r := f.Client.Respondent(c.who)
	if r.Name != "" {
		name = cells.Line(r.Name, 40) + " (" + name + ")"
	}
	parts := []string{name, f.N("test.questions", len(y.Assigned[c.who]))}
	switch {
	case y.Excused[c.who] != "":
		parts = append(parts, f.T("test.excused", f.Words.ShortDate(y.Excused[c.who], f.Today)))
	case r.Left != "":
		parts = append(parts, f.T("test.left"))
	case y.Tested[c.who] != "":
		parts = append(parts, f.T("test.testedon", f.Words.ShortDate(y.Tested[c.who], f.Today)))
	default:
		parts = append(parts, f.T("test.nottested"))
	}
	if c.whole() && len(y.Assigned[c.who]) > 0 && !slices.ContainsFunc(y.Assigned[c.who], func(q account.QuestionCode) bool { return q.KWI == c.kwi }) {
		parts = append(parts, f.T("test.spared", c.kwi.String()))
	}
	return strings.Join(parts, " "+f.Theme.Glyphs.Dot+" ")
}
