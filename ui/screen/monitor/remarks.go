package monitor

import (
	"slices"
	"strings"

	"kwi/internal/account"
	"kwi/internal/score"
	"kwi/ui/kit"
)

// remarks is what respondents wrote, scrolled by lines.
func (s Screen) remarks(f *kit.Frame, y *account.Cycle, h int) []string {
	lines := said(f, y)
	if len(lines) == 0 {
		key := "monitor.noremarks"
		if f.Audience != kit.Manager {
			key = "monitor.noremarks.released"
		}
		return kit.Lines(kit.Empty(f, f.T(key), ""))
	}
	if len(lines) <= h {
		return lines
	}
	top := max(min(s.top, len(lines)-h), 0)
	shown := slices.Clone(lines[top : top+h-1])
	return append(shown, "  "+f.Theme.Faint.Render(kit.More(*f, top, len(lines)-top-h+1)))
}

// said is all remarks drawn: by name, or without names where answers are kept
// by group; and what was said with the recommendation, likewise. Towards the
// client only what was released, and never who gave which number.
func said(f *kit.Frame, y *account.Cycle) []string {
	var lines []string
	named := y.AnswersBy != account.ByGroup
	var nameless [][]string
	for _, r := range f.Client.Respondents {
		text, released := strings.TrimSpace(y.Remarks[r.Initials]), y.IsReleased(r.Initials)
		if text == "" || !released && f.Audience != kit.Manager {
			continue
		}
		block := quoted(f, text, 40)
		if f.Audience == kit.Manager {
			block = append(block, mark(f, released))
		}
		if !named {
			nameless = append(nameless, append(block, ""))
			continue
		}
		lines = append(lines, "  "+f.Theme.Strong.Render(kit.Line(person(f, r.Initials)+" ("+string(r.Initials)+")", f.W-margin)))
		lines = append(lines, append(block, "")...)
	}
	if len(nameless) > 0 {
		slices.SortFunc(nameless, func(a, b []string) int { return strings.Compare(a[0], b[0]) })
		lines = append(lines, aloud(f, "monitor.remarks.nameless")...)
		for _, block := range nameless {
			lines = append(lines, block...)
		}
	}
	lines = append(lines, recommending(f, y)...)
	for len(lines) > 0 && lines[len(lines)-1] == "" {
		lines = lines[:len(lines)-1]
	}
	return lines
}

// aloud is a quiet sentence on as many lines as it takes, and a blank one.
func aloud(f *kit.Frame, key string) (lines []string) {
	for _, l := range kit.Wrap(f.T(key), f.W-margin) {
		lines = append(lines, "  "+f.Theme.Faint.Render(l))
	}
	return append(lines, "")
}

// mark says towards the manager whether a remark may be read out.
func mark(f *kit.Frame, released bool) string {
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
	if len(y.NPS) == 0 || t.NPS.Withheld {
		return nil
	}
	lines := []string{"  " + f.Theme.Strong.Render(f.T("monitor.nps.why")), ""}
	empty := len(lines)
	if !y.NPSNamed() {
		if f.Audience == kit.Manager {
			key := "monitor.nps.nameless"
			if y.AnswersBy == account.ByGroup {
				key = "monitor.remarks.nameless"
			}
			lines = append(lines, aloud(f, key)...)
			empty = len(lines)
			lines = append(lines, namelessWhy(f, y)...)
		}
	} else {
		for _, r := range f.Client.Respondents {
			n, ok := y.NPS[r.Initials]
			words := why(f, n)
			if !ok || len(words) == 0 || f.Audience != kit.Manager && !y.IsReleased(r.Initials) {
				continue
			}
			head := f.Theme.Strong.Render(kit.Line(person(f, r.Initials), 40))
			if f.Audience == kit.Manager {
				head += "  " + f.Theme.Faint.Render(f.T("monitor.nps.of", n.Score, f.T("nps."+group(n.Score))))
			}
			lines = append(lines, "  "+head)
			lines = append(lines, append(words, "")...)
		}
	}
	if len(lines) == empty {
		return nil
	}
	return lines
}

func group(n int) string { return [...]string{"detractor", "passive", "promoter"}[score.Group(n)+1] }

// why is the words with one recommendation.
func why(f *kit.Frame, n account.NPS) (lines []string) {
	add := func(key, text string) {
		if text = strings.TrimSpace(text); text == "" {
			return
		}
		label := f.T(key)
		for i, l := range kit.Wrap(text, f.W-2*margin-13) {
			if i > 0 {
				label = ""
			}
			lines = append(lines, "  "+f.Theme.Faint.Render(kit.Fit(label, 13))+f.Theme.Quote.Render(l))
		}
	}
	add("monitor.nps.because", n.Why)
	add("monitor.nps.pleased", n.Pleased)
	add("monitor.nps.missed", n.Missed)
	return lines
}

// namelessWhy is all those words in an order that tells nothing.
func namelessWhy(f *kit.Frame, y *account.Cycle) []string {
	var blocks [][]string
	for _, n := range y.NPS {
		if words := why(f, n); len(words) > 0 {
			blocks = append(blocks, append(words, ""))
		}
	}
	slices.SortFunc(blocks, func(a, b []string) int { return strings.Compare(strings.Join(a, "\n"), strings.Join(b, "\n")) })
	return slices.Concat(blocks...)
}
