package cli

import (
	"kwi/internal/account"
	"kwi/internal/cells"
	"kwi/internal/table"
)

// The shapes of `kwi table --json`. Every key is always there; what there is none of is
// "", 0 or []. A place is a cell as a spreadsheet names it.
type (
	tableJSON struct {
		Client  string           `json:"client"`
		Result  string           `json:"result"` // adds | present | nothing
		Taken   bool             `json:"taken"`  // with --yes, where it could be
		Open    bool             `json:"open"`   // it first has to be said who somebody is
		Columns []columnJSON     `json:"columns"`
		People  []personJSON     `json:"people"` // new ones
		Asked   []askedJSON      `json:"asked"`
		KWIs    []tableKWIJSON   `json:"kwis"`
		Cycles  []tableCycleJSON `json:"cycles"` // earlier ones, with how many grades each gets
		Actions []string         `json:"actions"`
		Rows    []tableRowJSON   `json:"rows"` // of a form, a respondent each
		Odd     []tableOddJSON   `json:"odd"`
		Same    int              `json:"same"`  // grades that are there already, just so
		Aside   int              `json:"aside"` // answers that stand where a question would go
		Left    int              `json:"left"`  // what is not taken over
		Says    []string         `json:"says"`  // all of it in the user's language, as the words have it
	}
	columnJSON struct {
		At   string `json:"at"`
		Head string `json:"head"`
		As   string `json:"as"` // of a form the code of a question, nps, why or remark; "" where nobody knows
		Says string `json:"says"`
	}
	askedJSON struct {
		personJSON
		Like string `json:"like"` // the initials of whom it may be
		Open bool   `json:"open"`
	}
	tableKWIJSON struct {
		Code      string `json:"code"`
		Title     string `json:"title"`
		New       bool   `json:"new"`
		Questions int    `json:"questions"` // new ones
	}
	tableCycleJSON struct {
		Name    string `json:"name"`
		Answers int    `json:"answers"`
		By      int    `json:"by"`
	}
	tableRowJSON struct {
		At       string `json:"at"`
		Initials string `json:"initials"` // "" by group: nobody is told whose it is
		State    string `json:"state"`    // taken | same | stays | replace | refused
	}
	tableOddJSON struct {
		At   string `json:"at"`
		Says string `json:"says"`
	}
)

// tableJSON is what would come of a table, as its words tell it.
func (r *invocation) tableJSON(c *account.Client, p table.Proposal) *tableJSON {
	out := tableJSON{
		Client: c.ID, Result: string(p.Result()), Open: p.Open(), Columns: []columnJSON{}, People: []personJSON{}, Asked: []askedJSON{}, KWIs: []tableKWIJSON{},
		Cycles: []tableCycleJSON{}, Actions: []string{}, Rows: []tableRowJSON{}, Odd: []tableOddJSON{}, Same: p.Same, Aside: p.Aside(), Left: p.Left(), Says: []string{},
	}
	for _, line := range p.Lines(r.words) {
		out.Says = append(out.Says, cells.Clean(line))
	}
	for _, h := range p.Heads {
		out.Columns = append(out.Columns, columnJSON{h.At.String(), h.Head, string(h.As), h.Say(r.words)})
	}
	for i := range p.Form {
		f := &p.Form[i]
		out.Columns = append(out.Columns, columnJSON{f.At.String(), f.Head, f.Is, f.Say(r.words)})
	}
	for i := range p.People {
		out.People = append(out.People, personJSON{string(p.People[i].Initials), p.People[i].Name})
	}
	for _, a := range p.Asked {
		out.Asked = append(out.Asked, askedJSON{personJSON{string(a.Initials), a.Name}, string(a.Like), a.Open()})
	}
	for _, k := range p.KWIs {
		out.KWIs = append(out.KWIs, tableKWIJSON{k.Code.String(), k.Title, k.New, k.Questions})
	}
	for _, y := range p.Cycles {
		out.Cycles = append(out.Cycles, tableCycleJSON{string(y.Name), y.Answers, y.Who})
	}
	for i := range p.Actions {
		out.Actions = append(out.Actions, p.Actions[i].Number)
	}
	for i := range p.Rows {
		row := &p.Rows[i]
		out.Rows = append(out.Rows, tableRowJSON{row.At.String(), string(row.Who()), string(row.State)})
	}
	for _, o := range p.Odd {
		at := ""
		if o.At.Row > 0 {
			at = o.At.String()
		}
		out.Odd = append(out.Odd, tableOddJSON{at, o.Say(r.words)})
	}
	return &out
}
