package questionnaire

import (
	"slices"
	"strconv"

	"kwi/internal/account"
)

// Over is a return that asks only a part of what its respondent is asked, laid
// over what they answered before in a cycle: what it leaves open stays as it
// is, and with keep so does all that it says otherwise. It is for a form of
// somebody's own; where the answers are given by name only, for beside no name
// nobody may learn which of them were there.
func (r Return) Over(y *account.Cycle, keep bool) Return {
	lines := slices.Clone(r.Lines)
	for _, was := range y.Answers[r.Who] {
		i := slices.IndexFunc(lines, func(l Line) bool { return l.Code == was.Question })
		open := i < 0 || lines[i].Grade.Empty() || noAnswer(lines[i].Grade.Text)
		switch {
		case i < 0:
			lines = append(lines, Line{Code: was.Question})
			i = len(lines) - 1
		case !open && !keep:
			if a, _, ok := ReadGrade(lines[i].Grade, lines[i].Relevance); ok && a.Relevance == account.Neutral {
				lines[i].Relevance.Text = was.Relevance.Sign() // a form does not ask for it
			}
			continue
		}
		lines[i].Grade.Text, lines[i].Relevance.Text = was.String(), ""
		lines[i].Beside = ""
	}
	asks := slices.Clone(r.Asks)
	stays := func(key Key, said string) {
		i := slices.IndexFunc(asks, func(a Reply) bool { return a.Key == key })
		switch {
		case said == "" || i >= 0 && !keep && !asks[i].Empty() && !noAnswer(asks[i].Text):
		case i < 0:
			asks = append(asks, Reply{Key: key, Cell: Cell{Text: said}})
		default:
			asks[i].Text = said
		}
	}
	if n, there := y.NPS[r.Who]; there {
		stays(Score, strconv.Itoa(n.Score))
		stays(Why, n.Why)
		stays(Pleased, n.Pleased)
		stays(Missed, n.Missed)
		if !n.NameUnasked {
			stays(Named, yesOrNo(!n.Anonymous))
		}
	}
	if remark := y.Remarks[r.Who]; remark != "" {
		stays(Remark, remark)
		stays(MayRead, yesOrNo(y.IsReleased(r.Who)))
	}
	r.Lines, r.Asks = lines, asks
	return r
}

// yesOrNo is an answer as parseYesNo reads it.
func yesOrNo(yes bool) string {
	if yes {
		return "yes"
	}
	return "no"
}
