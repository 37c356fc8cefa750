package scan

import (
	"strings"

	"kwi/internal/account"
	"kwi/internal/cells"
	"kwi/internal/guide"
	"kwi/ui/kit"
)

// barWidth is how wide a bar of points is, and pointsWidth what is before it.
const barWidth, pointsWidth = 15, 9

// result is what the answers come to, in lines.
func (o *openScan) result(f *kit.Frame, one *account.Scan) []string {
	g := guide.For(f.Words.Tag()).QuickScan()
	r := g.Result([]byte(one.Answers))
	w := min(f.W, widestText)
	lines := []string{
		f.Theme.Strong.Render(cells.Line(calledOf(f, o.key)+"   "+f.Words.ShortDate(o.key.Date, f.Today), w)), "",
	}
	if len(r.Missing) == 0 {
		lines = append(lines, f.Theme.Accent.Render(cells.Line(points(f, &r)+" "+f.Theme.Glyphs.Dot+" "+r.Class.Name, w)))
		lines = append(lines, cells.Wrap(r.Class.Say, w)...)
	} else {
		for _, l := range cells.Wrap(points(f, &r), w) {
			lines = append(lines, f.Theme.Accent.Render(l))
		}
		lines = append(lines, faint(f, f.T("scan.noclass"), w)...)
	}
	lines = append(lines, o.trend(f, w)...)
	lines = append(lines, "", f.Theme.Strong.Render(f.T("scan.factors")))
	lines = append(lines, factorLines(f, r.Factors, w)...)
	lines = append(lines, "", f.Theme.Strong.Render(f.T("scan.advice")))
	for i, q := range g.Questions {
		lines = append(lines, indented(f.Words.Int(i+1), q.Text, w)...)
		a := one.Answer(i + 1)
		if a == 0 {
			lines = append(lines, indented("", f.T("scan.unanswered"), w)...)
			continue
		}
		c := q.Choices[a-'a']
		lines = append(lines, styled(f, indented("", f.N("scan.given", c.Points, string(a), c.Text), w))...)
		lines = append(lines, indented("→", r.Advice[i], w)...)
	}
	lines = append(lines, "", f.Theme.Strong.Render(f.T("scan.first")))
	for i, ask := range g.First {
		lines = append(lines, faint(f, ask, w)...)
		said := one.Word(account.ScanWord(i))
		if said == "" {
			said = f.T("scan.nothing")
		}
		for _, l := range cells.Wrap(said, w-2) {
			lines = append(lines, "  "+l)
		}
	}
	return append(append(lines, ""), faint(f, g.Hint, w)...)
}

// factorLines are the points on each side of customer orientation and what they
// mean.
func factorLines(f *kit.Frame, factors []guide.FactorResult, w int) (lines []string) {
	for _, one := range factors {
		told := f.Theme.Faint.Render(cells.FitRight("–", pointsWidth))
		if one.Max > 0 {
			told = cells.FitRight(f.T("scan.points", one.Points, one.Max), pointsWidth) + "  " + bar(fullCell(f), one.Points, one.Max)
		}
		lines = append(lines, cells.Line(cells.Fit(one.Title, 24)+" "+told, w))
		for _, l := range cells.Wrap(one.Explanation, w-2) {
			if one.Explanation != "" {
				lines = append(lines, "  "+f.Theme.Faint.Render(l))
			}
		}
	}
	return lines
}

// trend is what the scans of the same person or team came to, where there are
// more than one.
func (o *openScan) trend(f *kit.Frame, w int) []string {
	all := f.Firm.ScansOf(o.key)
	if len(all) < 2 {
		return nil
	}
	lines := []string{"", f.Theme.Strong.Render(f.T("scan.trend"))}
	before := -1
	for i := range all {
		r := resultOf(f, &all[i])
		told := cells.Fit(f.Words.ShortDate(all[i].Date, f.Today), dayWidth) + "  "
		if len(r.Missing) > 0 {
			lines = append(lines, cells.Line(told+cells.FitRight(f.T("scan.points", r.Points, r.Max), pointsWidth)+", "+f.N("scan.open.short", len(r.Missing)), w))
			continue
		}
		told += cells.FitRight(f.T("scan.points", r.Points, r.Max), pointsWidth) + "  " + bar(fullCell(f), r.Points, r.Max)
		if before >= 0 {
			told += "  " + f.Words.Signed(r.Points-before)
		}
		before = r.Points
		lines = append(lines, cells.Line(told, w))
	}
	return lines
}

// bar is so many of so many, in full cells.
func bar(full string, points, most int) string {
	n := (points*barWidth*2/most + 1) / 2
	return cells.Pad(strings.Repeat(full, n), barWidth)
}

// indented is a text behind a mark, on as many lines as it takes.
func indented(mark, text string, w int) (lines []string) {
	for i, l := range cells.Wrap(text, w-4) {
		if i > 0 {
			mark = ""
		}
		lines = append(lines, cells.FitRight(mark, 2)+"  "+l)
	}
	return lines
}

func styled(f *kit.Frame, lines []string) []string {
	for i := range lines {
		lines[i] = f.Theme.Faint.Render(lines[i])
	}
	return lines
}

func faint(f *kit.Frame, text string, w int) []string { return styled(f, cells.Wrap(text, w)) }

func fullCell(f *kit.Frame) string { return f.Theme.Glyphs.Bars[len(f.Theme.Glyphs.Bars)-1] }
