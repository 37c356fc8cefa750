// Package observed lays out what was answered, and the figures it comes to, as
// rows for other programs: one row for each observation, the same columns for
// all, as CSV or as JSON.
//
// It shows what the client is told and nothing else: answers, remarks and
// recommendations come from Client.Told, figures from score's tables. Of a cycle
// by group there is no answer of anybody, no date and no initials.
//
// It is pure: it knows the domain and the scores, and no file.
package observed

import (
	"strings"

	"kwi/internal/account"
	"kwi/internal/score"
)

// Kind is what a row observes.
type Kind string

// The kinds of row. Of a score without a KWI it is the total; one without a
// respondent is of all of them together.
const (
	AnswerRow         Kind = "answer"         // what one respondent gave for one question
	RemarkRow         Kind = "remark"         // a remark that was released; without a name where there may be none
	RecommendationRow Kind = "recommendation" // what one respondent answered to the recommendation question
	ScoreRow          Kind = "score"
	NPSRow            Kind = "nps"
)

// Row is one observation. Its keys are those of kwi/1 and of kwi score --json,
// and always all there; what a row has none of is "" or null, and an empty cell
// of a table. A score has two decimals and is rounded half up, by group one
// decimal: exactly it is points / weight. An average is rounded likewise.
type Row struct {
	Client         string  `json:"client"`
	Name           string  `json:"name"`
	Cycle          string  `json:"cycle"`
	Session        string  `json:"session"`   // the day, yyyy-mm-dd
	AnswersBy      string  `json:"answersBy"` // name | group
	Kind           Kind    `json:"kind"`
	Respondent     string  `json:"respondent"` // initials
	KWI            string  `json:"kwi"`        // KWI-01
	Title          string  `json:"title"`      // of the KWI
	Target         *string `json:"target"`
	Question       string  `json:"question"`     // 1.02
	QuestionKind   string  `json:"questionKind"` // own | noticed | kept
	Text           string  `json:"text"`         // of the question, or of the remark
	Grade          *int    `json:"grade"`        // 1–10
	Relevance      string  `json:"relevance"`    // < | N | >
	Weight         *int    `json:"weight"`       // 1, 2 or 3 of an answer, the sum of a score
	Points         *int    `json:"points"`       // grade × weight of an answer, the sum of a score
	Answers        *int    `json:"answers"`      // how many a score or an NPS is of
	Score          *string `json:"score"`
	Average        *string `json:"average"`
	By             *int    `json:"by"`             // by group, how many respondents a score is of
	Recommendation *int    `json:"recommendation"` // 0–10
	Why            string  `json:"why"`
	Pleased        string  `json:"pleased"`
	Missed         string  `json:"missed"`
	NPS            *int    `json:"nps"` // −100 … +100
	Promoters      *int    `json:"promoters"`
	Passives       *int    `json:"passives"`
	Detractors     *int    `json:"detractors"`
	Awaited        *int    `json:"awaited"`  // by group, for how many lists a score waits
	Withheld       bool    `json:"withheld"` // there is more, which nobody may see
}

// Of is the rows of a client, of one cycle or with "" of all, oldest first.
// Cycles in which nobody answered have none.
func Of(c *account.Client, cycle account.CycleName) (rows []Row) {
	told := c.Told()
	for _, t := range score.HistoryOf(c) {
		if cycle != "" && t.Cycle != cycle || !t.HasAnswers() && t.NPS.Answers == 0 {
			continue
		}
		m := maker{y: told.Cycle(t.Cycle), t: t, people: told.Respondents}
		m.base = Row{Client: c.ID, Name: c.Name, Cycle: string(t.Cycle), Session: string(m.y.Session), AnswersBy: string(t.AnswersBy)}
		m.answers()
		m.said()
		m.figures()
		rows = append(rows, m.rows...)
	}
	return rows
}

// maker makes the rows of one cycle.
type maker struct {
	y      *account.Cycle // as it is told
	t      score.Table
	people []account.Respondent
	base   Row
	rows   []Row
}

func (m *maker) add(k Kind, fill func(*Row)) {
	r := m.base
	r.Kind = k
	fill(&r)
	m.rows = append(m.rows, r)
}

// about fills in which KWI a row is about.
func (m *maker) about(r *Row, code account.KWICode) *account.KWI {
	if code == 0 {
		return nil
	}
	k := m.y.KWI(code)
	if r.KWI = code.String(); k != nil {
		r.Title = k.Title
		if k.Target != 0 {
			r.Target = decimal(score.Figure(k.Target))
		}
	}
	return k
}

// answers are what each respondent gave, as far as that may stand beside a name.
func (m *maker) answers() {
	for _, p := range m.people {
		for _, a := range m.y.Voice(p.Initials).Sheet {
			m.add(AnswerRow, func(r *Row) {
				r.Respondent, r.Question = string(p.Initials), a.Question.String()
				if k := m.about(r, a.Question.KWI); k != nil {
					if q := k.Question(a.Question); q != nil {
						r.Text, r.QuestionKind = q.Text, string(q.Kind)
					}
				}
				if r.Relevance = a.Relevance.Sign(); r.Relevance == "" {
					r.Relevance = "N"
				}
				weight := a.Relevance.Weight()
				r.Grade, r.Weight, r.Points = number(int(a.Grade)), number(weight), number(int(a.Grade)*weight)
			})
		}
	}
}

// said are remarks and recommendations. While a list is awaited there is no
// remark without a name: the last list in would tell whose it is.
func (m *maker) said() {
	remark := func(who account.Initials, text string) {
		m.add(RemarkRow, func(r *Row) { r.Respondent, r.Text = string(who), text })
	}
	for _, p := range m.people {
		if v := m.y.Voice(p.Initials); v.Aloud && v.Remark != "" {
			remark(p.Initials, v.Remark)
		}
	}
	if m.t.Awaited == 0 {
		for _, one := range m.y.NamelessRemarks() {
			if one.Released {
				remark("", one.Text)
			}
		}
	}
	for _, p := range m.people {
		if n := m.y.Voice(p.Initials).Recommendation; n != nil {
			m.add(RecommendationRow, func(r *Row) {
				r.Respondent, r.Recommendation = string(p.Initials), number(n.Score)
				r.Why, r.Pleased, r.Missed = strings.TrimSpace(n.Why), strings.TrimSpace(n.Pleased), strings.TrimSpace(n.Missed)
			})
		}
	}
}

// figures are the scores, KWI by KWI and of the total, and the NPS.
func (m *maker) figures() {
	if m.t.HasAnswers() {
		for i := range m.t.KWIs {
			m.line(&m.t.KWIs[i])
		}
		m.line(&m.t.Total)
	}
	if n := m.t.NPS; n.Answers > 0 {
		m.add(NPSRow, func(r *Row) {
			r.Answers, r.Withheld = number(n.Answers), n.Withheld
			if n.OK() {
				r.NPS, r.Promoters, r.Passives, r.Detractors = number(n.Score()), number(n.Promoters), number(n.Passives), number(n.Detractors)
			}
		})
	}
}

// line is a KWI or the total: what it is for all, and by name of each respondent.
func (m *maker) line(l *score.Line) {
	m.add(ScoreRow, func(r *Row) {
		m.about(r, l.Code)
		if m.t.AnswersBy != account.ByGroup {
			r.sums(l.Sums)
			return
		}
		r.By = number(l.Respondents)
		if r.Score = decimal(l.Sums.Score()); r.Score != nil {
			*r.Score = strings.TrimSuffix(*r.Score, "0") // one decimal
		}
		if l.Code == 0 {
			r.Awaited, r.Withheld = number(m.t.Awaited), m.t.Withheld
		}
	})
	for i, who := range m.t.Respondents {
		if i < len(l.Cells) && l.Cells[i].Answers > 0 {
			m.add(ScoreRow, func(r *Row) {
				m.about(r, l.Code)
				r.Respondent = string(who)
				r.sums(l.Cells[i])
			})
		}
	}
}

func (r *Row) sums(s score.Sums) {
	r.Score, r.Average = decimal(s.Score()), decimal(s.Average())
	r.Weight, r.Points, r.Answers = number(s.Weight), number(s.Points), number(s.Answers)
}

func number(n int) *int { return &n }

// decimal is a figure with a point, or nil where there is none.
func decimal(f score.Figure) *string {
	if !f.OK() {
		return nil
	}
	text := f.String()
	return &text
}
