package measure

import (
	"cmp"
	"slices"
	"strings"

	"kwi/internal/account"
	"kwi/internal/score"
	"kwi/internal/text"
	"kwi/ui/kit"
)

// aid is what the answers say that helps with a question of the analysis, in
// short sentences. Of one person or one question there is only what may stand
// beside a name; by group what is there without one.
func aid(f *kit.Frame, of account.AnalysisPart) []string {
	y, t := f.Y(), f.Table()
	var out []string
	switch of {
	case account.AnalysisRemarks:
		out = remarksAid(f, y, &t)
	case account.Outliers:
		out = outliersAid(f, &t)
	case account.Proposals:
		out = proposalsAid(f, y)
	case account.Misunderstanding:
		out = spreadAid(f, y, &t)
	case account.Surprise:
		out = surpriseAid(f, y)
	case account.Disappointment:
		out = disappointmentAid(f, y, &t)
	case account.WhatWasNoticed:
		for _, s := range score.SeenAndDone(&f.Client, y, f.Moment()) {
			out = append(out, f.T("measure.aid.seen", kwiName(y, s.Code), shown(f, s.Noticed.Score()), s.Done, s.Agreed))
		}
	}
	switch {
	case len(out) > 0:
		return out
	case !t.HasAnswers():
		return []string{f.T("measure.aid.none")}
	case !y.Named():
		return []string{f.T("measure.aid.bygroup")}
	}
	return nil
}

func shown(f *kit.Frame, x score.Figure) string { return f.Words.Score(int(x), x.OK()) }

// kwiName is a KWI by its number and title.
func kwiName(y *account.Cycle, code account.KWICode) string {
	if k := y.KWI(code); k != nil {
		return strings.TrimSpace(code.String() + " " + k.Title)
	}
	return code.String()
}

// questionText is how a question is put.
func questionText(y *account.Cycle, code account.QuestionCode) string {
	if q := y.Question(code); q != nil {
		return q.Text
	}
	return ""
}

// remarksAid is what respondents wrote, with the name where it may stand there.
func remarksAid(f *kit.Frame, y *account.Cycle, t *score.Table) (out []string) {
	for _, r := range f.Client.Respondents {
		if v := y.Voice(r.Initials); v.Remark != "" {
			out = append(out, f.T("measure.aid.said", string(r.Initials), text.Line(v.Remark)))
		}
	}
	if t.Awaited > 0 {
		return out // else the last list in would tell whose they are
	}
	for _, r := range y.NamelessRemarks() {
		out = append(out, f.T("measure.aid.nameless", text.Line(r.Text)))
	}
	return out
}

// outliersAid is who scores above and who below all together.
func outliersAid(f *kit.Frame, t *score.Table) (out []string) {
	var above, below []string
	for _, l := range t.Leans(0) {
		who := string(l.Who) + " " + f.Words.Change(l.More.By, l.More.OK)
		switch {
		case l.More.By > 0:
			above = append(above, who)
		case l.More.By < 0:
			below = append(below, who)
		}
	}
	slices.Reverse(below)
	if len(above) > 0 {
		out = append(out, f.T("measure.aid.above", strings.Join(above, ", ")))
	}
	if len(below) > 0 {
		out = append(out, f.T("measure.aid.below", strings.Join(below, ", ")))
	}
	return out
}

// mostMatters is how many questions are named that matter and score low.
const mostMatters = 3

// proposalsAid is the questions with the most to gain: those that matter and
// score low.
func proposalsAid(f *kit.Frame, y *account.Cycle) (out []string) {
	if !y.Named() {
		return nil
	}
	all := score.Matters(y)
	for _, m := range all[:min(len(all), mostMatters)] {
		if m.Lost() == 0 {
			break
		}
		out = append(out, f.T("measure.aid.matters", m.Question.String(), shown(f, m.Sums.Score()), questionText(y, m.Question)))
	}
	return out
}

// spreadAid is the KWIs on which respondents lie far apart.
func spreadAid(f *kit.Frame, y *account.Cycle, t *score.Table) (out []string) {
	for i := range y.KWIs {
		s := t.Spread(y.KWIs[i].Code)
		if s.Agreement > score.Together {
			out = append(out, f.T("measure.aid.spread", kwiName(y, y.KWIs[i].Code), shown(f, s.Lowest), shown(f, s.Most)))
		}
	}
	return out
}

// surpriseAid is the KWIs that changed most.
func surpriseAid(f *kit.Frame, y *account.Cycle) (out []string) {
	type moved struct {
		code account.KWICode
		by   score.Change
	}
	var all []moved
	for i := range y.KWIs {
		if by := f.Scores.Change(y.KWIs[i].Code, y.Name); by.OK && by.By != 0 {
			all = append(all, moved{y.KWIs[i].Code, by})
		}
	}
	size := func(m moved) int { return max(m.by.By, -m.by.By) }
	slices.SortStableFunc(all, func(a, b moved) int { return cmp.Compare(size(b), size(a)) })
	for _, m := range all {
		out = append(out, f.T("measure.aid.change", kwiName(y, m.code), f.Words.ChangeIn(m.by.Tenths, m.by.By, true)))
	}
	return out
}

// disappointmentAid is what is less than expected, and what respondents miss.
func disappointmentAid(f *kit.Frame, y *account.Cycle, t *score.Table) (out []string) {
	for i := range y.KWIs {
		k := &y.KWIs[i]
		if t.Rung(k.Code, k.Target) == score.LessThanExpected {
			line := t.Line(k.Code)
			x := line.Sums.Score()
			out = append(out, f.T("measure.aid.less", kwiName(y, k.Code), f.Words.ScoreBy(t.AnswersBy, int(x), x.OK()), f.Words.Target(k.Target)))
		}
	}
	for _, r := range f.Client.Respondents {
		if n := y.Voice(r.Initials).Recommendation; n != nil && strings.TrimSpace(n.Missed) != "" {
			out = append(out, f.T("measure.aid.missed", string(r.Initials), text.Line(n.Missed)))
		}
	}
	return out
}
