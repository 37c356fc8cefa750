package cli

import (
	"encoding/json"
	"io"
	"strings"

	"github.com/spf13/pflag"

	"kwi/internal/account"
	"kwi/internal/score"
)

// The shapes of `kwi score --json`, in the order of the contract.
type (
	scoreJSON struct {
		Client      string                 `json:"client"`
		Cycle       string                 `json:"cycle"`
		Total       figuresJSON            `json:"total"`
		KWIs        []kwiJSON              `json:"kwis"`
		Respondents map[string]figuresJSON `json:"respondents"`
		NPS         npsJSON                `json:"nps"`
		Withheld    bool                   `json:"withheld,omitempty"`
		Like        *likeJSON              `json:"like,omitempty"` // of the total
	}
	kwiJSON struct {
		Code string `json:"code"`
		figuresJSON
		Target      *string                `json:"target"`
		Respondents map[string]figuresJSON `json:"respondents"`
		Like        *likeJSON              `json:"like,omitempty"`
	}
	figuresJSON struct {
		Score   *string `json:"score"`
		Average *string `json:"average"`
		Weight  int     `json:"weight"`
		Points  int     `json:"points"`
		Answers int     `json:"answers"`
		By      *int    `json:"by,omitempty"` // by group, how many respondents
	}
	npsJSON struct {
		Score      *int `json:"score"`
		Promoters  int  `json:"promoters"`
		Passives   int  `json:"passives"`
		Detractors int  `json:"detractors"`
		Answers    int  `json:"answers"`
		Withheld   bool `json:"withheld,omitempty"`

		CouldBe *couldBeJSON `json:"couldBe,omitempty"`
	}
)

func scoreOf(client string, t score.Table) scoreJSON {
	s := scoreJSON{
		Client: client, Cycle: string(t.Cycle), Total: figuresOf(&t, &t.Total), KWIs: []kwiJSON{},
		Respondents: respondentsOf(t.Respondents, t.Total.Cells), NPS: npsJSONOf(t.NPS), Withheld: t.Withheld,
	}
	for _, line := range t.KWIs {
		k := kwiJSON{Code: line.Code.String(), figuresJSON: figuresOf(&t, &line), Respondents: respondentsOf(t.Respondents, line.Cells)}
		if line.Target != 0 {
			k.Target = decimal(score.Figure(line.Target))
		}
		s.KWIs = append(s.KWIs, k)
	}
	return s
}

// figuresOf are the figures of a line: by group a score of one decimal and how
// many respondents it is of, and nothing that it could be traced with.
func figuresOf(t *score.Table, l *score.Line) figuresJSON {
	if t.AnswersBy != account.ByGroup {
		return sumsOf(l.Sums)
	}
	out := figuresJSON{Score: decimal(l.Sums.Score()), By: &l.Respondents}
	if out.Score != nil {
		*out.Score = strings.TrimSuffix(*out.Score, "0")
	}
	return out
}

func sumsOf(s score.Sums) figuresJSON {
	return figuresJSON{Score: decimal(s.Score()), Average: decimal(s.Average()), Weight: s.Weight, Points: s.Points, Answers: s.Answers}
}

// decimal is a figure with a point, or null.
func decimal(f score.Figure) *string {
	if !f.OK() {
		return nil
	}
	text := f.String()
	return &text
}

// respondentsOf are the figures of those who answered; by group there are no
// cells, and so nobody.
func respondentsOf(order []account.Initials, cells []score.Sums) map[string]figuresJSON {
	out := map[string]figuresJSON{}
	for i, who := range order {
		if i < len(cells) && cells[i].Answers > 0 {
			out[string(who)] = sumsOf(cells[i])
		}
	}
	return out
}

func npsJSONOf(n score.NPS) npsJSON {
	out := npsJSON{Promoters: n.Promoters, Passives: n.Passives, Detractors: n.Detractors, Answers: n.Answers, Withheld: n.Withheld}
	if n.OK() {
		v := n.Score()
		out.Score = &v
	}
	return out
}

// forMachines is the option of a command that tells the same for programs.
func (r *invocation) forMachines(o *pflag.FlagSet, machine *bool) {
	o.BoolVar(machine, "json", false, r.words.T("cli.option.json.items"))
}

// tellJSON writes one object, and returns why the command fails all the same.
func (r *invocation) tellJSON(v any, fails error) error {
	if err := writeJSON(r.Out, v); err != nil {
		return err
	}
	return fails
}

// writeJSON writes one object, for people to read as well.
func writeJSON(w io.Writer, v any) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(v)
}
