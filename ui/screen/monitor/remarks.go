package monitor

import (
	"slices"
	"strings"

	"kwi/internal/account"
	"kwi/internal/cells"
	"kwi/internal/score"
	"kwi/ui/kit"
	"kwi/ui/part"
	"kwi/ui/widget"
)

// remarks is what respondents wrote, scrolled by lines.
func (s Screen) remarks(f *kit.Frame, y *account.Cycle, h int) []string {
	lines := remarkLines(f, y)
	if len(lines) == 0 {
		return cells.Lines(part.Empty(f, f.T("monitor.noremarks"), f.T("monitor.noremarks.how", part.Digit(f, account.Measure))))
	}
	if both := besideEachOther(f, y); both != nil && len(both) <= h {
		return both
	}
	if len(lines) <= h {
		return lines
	}
	top := max(min(s.top, len(lines)-h), 0)
	shown := slices.Clone(lines[top : top+h-1])
	return append(shown, "  "+f.Theme.Faint.Render(widget.More(*f, top, len(lines)-top-h+1)))
}

// remarkLines is all remarks drawn: by name, or without where no name may stand
// beside them; and what was said with the recommendation, likewise.
func remarkLines(f *kit.Frame, y *account.Cycle) []string {
	return trimmed(append(remarked(f, y), recommending(f, y)...))
}

// besideEachOther is the remarks and what was said with the recommendation in two
// columns, where there are both and there is room.
func besideEachOther(f *kit.Frame, y *account.Cycle) []string {
	pair := part.PairOf(f, leastRemarks)
	if !pair.Wide() {
		return nil
	}
	left, right := trimmed(remarked(pair.LeftOf(f), y)), trimmed(recommending(pair.RightOf(f), y))
	if len(left) == 0 || len(right) == 0 {
		return nil
	}
	return pair.Beside(left, right)
}

// trimmed is lines without the blank ones at their end.
func trimmed(lines []string) []string {
	for len(lines) > 0 && lines[len(lines)-1] == "" {
		lines = lines[:len(lines)-1]
	}
	return lines
}

// remarked is what was written below the lists.
func remarked(f *kit.Frame, y *account.Cycle) []string {
	var lines []string
	add := func(text string, released bool) {
		lines = append(lines, quotedLines(f, text, 40)...)
		lines = append(lines, releaseMark(f, released), "")
	}
	for _, r := range f.Client.Respondents {
		if v := y.Voice(r.Initials); v.Remark != "" {
			lines = append(lines, "  "+f.Theme.Strong.Render(cells.Line(personName(f, r.Initials)+" ("+string(r.Initials)+")", f.W-figureMargin)))
			add(v.Remark, v.Aloud)
		}
	}
	t := f.Table()
	if nameless := y.NamelessRemarks(); len(nameless) > 0 && t.Awaited > 0 {
		lines = append(lines, quietSentence(f, "monitor.remarks.waiting")...) // else the last list in would tell whose they are
	} else if len(nameless) > 0 {
		lines = append(lines, quietSentence(f, "monitor.remarks.nameless")...)
		for _, remark := range nameless {
			add(remark.Text, remark.Released)
		}
	}
	return lines
}

// quietSentence is a quiet sentence on as many lines as it takes, and a blank one.
func quietSentence(f *kit.Frame, key string) (lines []string) {
	for _, l := range cells.Wrap(f.T(key), f.W-figureMargin) {
		lines = append(lines, "  "+f.Theme.Faint.Render(l))
	}
	return append(lines, "")
}

// releaseMark says whether a remark may be read out.
func releaseMark(f *kit.Frame, released bool) string {
	if released {
		return "  " + f.Theme.Good.Render(f.Theme.Glyphs.Ok+" "+f.T("monitor.released"))
	}
	return "  " + f.Theme.Warn.Render(f.Theme.Glyphs.Todo+" "+f.T("monitor.unreleased"))
}

// recommending is what was said with the answers to the recommendation
// question. Once anybody answered it anonymously no words stand beside a name
// or a number; where the figure is withheld neither do the words stand here.
func recommending(f *kit.Frame, y *account.Cycle) []string {
	t := f.Table()
	if t.NPS.Withheld {
		return nil
	}
	lines := []string{"  " + f.Theme.Strong.Render(f.T("monitor.nps.why")), ""}
	empty := len(lines)
	if nameless := y.NamelessReasons(); len(nameless) > 0 {
		switch {
		case y.Named():
			lines = append(lines, quietSentence(f, "monitor.nps.nameless")...)
		case len(y.NamelessRemarks()) == 0: // else it stands above them
			lines = append(lines, quietSentence(f, "monitor.remarks.nameless")...)
		}
		empty = len(lines)
		for _, n := range nameless {
			lines = append(lines, append(npsWhy(f, n), "")...)
		}
	}
	for _, r := range f.Client.Respondents {
		n := y.Voice(r.Initials).Recommendation
		if n == nil {
			continue
		}
		words := npsWhy(f, *n)
		if len(words) == 0 {
			continue
		}
		head := f.Theme.Strong.Render(cells.Line(personName(f, r.Initials), 40))
		head += "  " + f.Theme.Faint.Render(f.T("monitor.nps.of", n.Score, f.T("nps."+groupKey(n.Score))))
		lines = append(lines, "  "+head)
		lines = append(lines, append(words, "")...)
	}
	if len(lines) == empty {
		return nil
	}
	return lines
}

func groupKey(n int) string { return [...]string{"detractor", "passive", "promoter"}[score.Group(n)+1] }

// npsWhy is the words with one recommendation.
func npsWhy(f *kit.Frame, n account.NPS) (lines []string) {
	add := func(key, text string) {
		if text = strings.TrimSpace(text); text == "" {
			return
		}
		label := f.T(key)
		for i, l := range cells.Wrap(text, f.W-2*figureMargin-13) {
			if i > 0 {
				label = ""
			}
			lines = append(lines, "  "+f.Theme.Faint.Render(cells.Fit(label, 13))+f.Theme.Quote.Render(l))
		}
	}
	add("monitor.nps.because", n.Why)
	add("monitor.nps.pleased", n.Pleased)
	add("monitor.nps.missed", n.Missed)
	return lines
}
