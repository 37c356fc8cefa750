package cli

import (
	"kwi/internal/account"
	"kwi/internal/score"
)

// likeJSON is like for like in `kwi score --json`: the score of a KWI or of the
// total over the respondents and questions that both cycles share, and how many
// respondents moved. The key is not there by group, or without anything shared.
type likeJSON struct {
	Since string  `json:"since"`
	Score *string `json:"score"`
	Was   *string `json:"was"`
	Up    int     `json:"up"`
	Same  int     `json:"same"`
	Down  int     `json:"down"`
	New   int     `json:"new"`
	Gone  int     `json:"gone"`
}

// couldBeJSON is what those who did not answer could still make of an NPS. The
// key is not there where everybody answered, or where it is withheld.
type couldBeJSON struct {
	Silent int `json:"silent"`
	Least  int `json:"least"`
	Most   int `json:"most"`
}

// insightInto adds to the scores of a cycle what is told beside them.
func insightInto(s *scoreJSON, c *account.Client, h score.History, t *score.Table) {
	s.Like = likeOf(c, h, 0, t.Cycle)
	for k := range s.KWIs {
		s.KWIs[k].Like = likeOf(c, h, t.KWIs[k].Code, t.Cycle)
	}
	if y := c.Cycle(t.Cycle); y != nil && t.NPS.OK() {
		if silent := score.Silent(c, y); silent > 0 {
			least, most := t.NPS.Between(silent)
			s.NPS.CouldBe = &couldBeJSON{silent, least, most}
		}
	}
}

func likeOf(c *account.Client, h score.History, code account.KWICode, cycle account.CycleName) *likeJSON {
	m := h.Match(c, code, cycle)
	if !m.OK() {
		return nil
	}
	return &likeJSON{string(m.Since), decimal(m.Now.Score()), decimal(m.Then.Score()), m.Up, m.Same, m.Down, m.New, m.Gone}
}
