package lang

import (
	"strings"

	"kwi/internal/account"
	"kwi/internal/score"
)

// Moved is how many went up and down like for like: 5 up, 1 same, 1 down, 1
// new. "" where there is no earlier cycle.
func (w *Words) Moved(m *score.Matched) string {
	if m.Since == "" {
		return ""
	}
	var out []string
	if !m.OK() {
		out = append(out, w.T("insight.like.nothing"))
	}
	for _, n := range []struct {
		key   string
		count int
	}{{"up", m.Up}, {"same", m.Same}, {"down", m.Down}, {"new", m.New}, {"gone", m.Gone}} {
		if n.count > 0 {
			out = append(out, w.N("insight.like."+n.key, n.count))
		}
	}
	return strings.Join(out, ", ")
}

// Codes are the numbers of questions in a line.
func (w *Words) Codes(codes []account.QuestionCode) string {
	out := make([]string, len(codes))
	for i := range codes {
		out[i] = codes[i].String()
	}
	return strings.Join(out, ", ")
}

// Agreement is how far the respondents of a KWI agree. name is how one of them
// is called.
func (w *Words) Agreement(t *score.Table, code account.KWICode, name func(account.Initials) string) string {
	s := t.Spread(code)
	say := func(v score.Figure) string { return w.Score(int(v), v.OK()) }
	switch s.Agreement {
	case score.Together:
		return w.T("insight.agree.together", say(s.Lowest), say(s.Most))
	case score.OneApart:
		if len(s.Low) == 1 {
			return w.T("insight.agree.apart", name(s.Low[0]), say(s.Lowest), say(s.HighFrom), say(s.Most))
		}
		return w.T("insight.agree.apart", name(s.High[0]), say(s.Most), say(s.Lowest), say(s.LowTo))
	case score.TwoCamps:
		return w.T("insight.agree.camps", initials(s.Low), say(s.Lowest), say(s.LowTo), initials(s.High), say(s.HighFrom), say(s.Most))
	case score.Scattered:
		return w.T("insight.agree.scattered", say(s.Lowest), say(s.Most))
	}
	if line := t.Line(code); line.Respondents == 1 {
		return w.T("insight.agree.alone")
	}
	return w.T("insight.agree.nobody")
}

func initials(people []account.Initials) string {
	out := make([]string, len(people))
	for i := range people {
		out[i] = string(people[i])
	}
	return strings.Join(out, ", ")
}

// Leanings are those of a KWI, each with how much more positive they are than
// all together: KK +0,44.
func (w *Words) Leanings(t *score.Table, code account.KWICode) (out []string) {
	for _, l := range t.Leans(code) {
		out = append(out, string(l.Who)+" "+w.Change(l.More.By, l.More.OK))
	}
	return out
}

// Loudest says whose voice does most to the total, or that none does more than
// all others; "" where nobody can be left out.
func (w *Words) Loudest(t *score.Table, name func(account.Initials) string) string {
	voices := t.Voices(0)
	if len(voices) == 0 {
		return ""
	}
	say := func(s score.Sums) string { return w.Score(int(s.Score()), true) }
	first := voices[0]
	if len(voices) == 1 || voices[1].Size() < first.Size() {
		return w.T("insight.voice", name(first.Who), say(first.Sums), say(t.Total.Sums))
	}
	low, high := first.Sums, first.Sums
	for _, v := range voices {
		if v.Sums.Score() < low.Score() {
			low = v.Sums
		}
		if v.Sums.Score() > high.Score() {
			high = v.Sums
		}
	}
	return w.T("insight.voice.any", say(low), say(high))
}

// SeenAs is in which of the four a KWI stands: done or not, noticed or not.
func (w *Words) SeenAs(much, marked bool) string {
	switch {
	case much && marked:
		return w.T("insight.seen.both")
	case much:
		return w.T("insight.seen.unseen")
	case marked:
		return w.T("insight.seen.anyway")
	}
	return w.T("insight.seen.neither")
}

// SilentOnes says what those who kept silent could still make of an NPS; ""
// where nobody did.
func (w *Words) SilentOnes(n score.NPS, silent int) string {
	if silent == 0 || !n.OK() {
		return ""
	}
	least, most := n.Between(silent)
	return w.N("insight.nps.silent", silent, w.Signed(least), w.Signed(most))
}

// Corrected says that a figure was corrected since it was told, and what it was
// where that may be shown. name is what it is of.
func (w *Words) Corrected(name string, cycle account.CycleName, by account.AnswersBy, is score.Corrected) string {
	if !is.Was.OK() {
		return w.T("insight.corrected.bare", name, string(cycle))
	}
	return w.T("insight.corrected", name, string(cycle), w.ScoreBy(by, int(is.Was), true))
}
