package cli

import (
	"context"
	"strings"

	"kwi/internal/account"
	"kwi/internal/cells"
	"kwi/internal/due"
	"kwi/internal/report"
	"kwi/internal/score"
)

// The shapes of `kwi show --json`: the figures and rows of a place, in the order in which
// they stand. A block has a kind, and what goes with it.
type (
	showJSON struct {
		Screen string     `json:"screen"`
		Client string     `json:"client"`
		Cycle  string     `json:"cycle"`
		Title  string     `json:"title"`
		Parts  []partJSON `json:"parts"`
	}
	partJSON struct {
		ID     string      `json:"id"`
		Title  string      `json:"title"`
		Blocks []blockJSON `json:"blocks"`
	}
	blockJSON struct {
		Kind    string       `json:"kind"` // figure | heading | text | table | bars | lines
		Text    string       `json:"text,omitempty"`
		Columns []string     `json:"columns,omitempty"` // of a table their heads, of lines the cycles
		Rows    [][]any      `json:"rows,omitempty"`    // a text, a whole number, a figure with a point as text, or null
		Figures []figureJSON `json:"figures,omitempty"` // of bars, of a figure that one
		Lines   []lineJSON   `json:"lines,omitempty"`
	}
	figureJSON struct {
		Label   string  `json:"label"`
		Score   *string `json:"score"`
		Average *string `json:"average"`
		Target  *string `json:"target"`
	}
	lineJSON struct {
		Label   string    `json:"label"`
		Figures []*string `json:"figures"` // one for each cycle, null where there is none
	}
)

// showMachine tells a program what a place tells. Where it is only drawn, that is said.
func (r *invocation) showMachine(ctx context.Context, s Session, v View) error {
	switch {
	case v.Screen == "portfolio":
		return r.list(ctx, false, true)
	case v.Screen == "due" && v.Client == "":
		return r.due(ctx, due.Soon, true)
	case v.Client == "":
		return cannot("cli.show.drawn", cleanLine(v.Screen))
	}
	c, err := s.Desk.Client(ctx, v.Client)
	if err != nil {
		return err
	}
	if v.Screen == "brief" && v.With == "" {
		return wrongUsage("cli.wrong.nobody", "--with")
	}
	d, known, err := s.Desk.Facts(ctx, c, v.Screen, v.Cycle, account.Initials(v.With), report.Options{Language: r.words.Tag(), Today: r.today(), Now: r.now()})
	switch {
	case err != nil:
		return err
	case !known:
		return cannot("cli.show.drawn", cleanLine(v.Screen))
	}
	out := showJSON{Screen: v.Screen, Client: c.ID, Cycle: d.Cycle, Title: d.Title, Parts: []partJSON{}}
	for _, p := range d.Parts {
		part := partJSON{ID: p.ID, Title: p.Title, Blocks: []blockJSON{}}
		for _, b := range p.Blocks {
			part.Blocks = append(part.Blocks, blockJSONOf(b))
		}
		out.Parts = append(out.Parts, part)
	}
	return writeJSON(r.Out, out)
}

func blockJSONOf(b report.Block) blockJSON {
	switch b := b.(type) {
	case report.Headline:
		return blockJSON{Kind: "figure", Text: cells.Clean(b.Sentence())}
	case report.Heading:
		return blockJSON{Kind: "heading", Text: cells.Clean(b.Text)}
	case report.Text:
		return blockJSON{Kind: "text", Text: cells.Clean(b.Text)}
	case report.Table:
		out := blockJSON{Kind: "table", Text: b.Caption}
		for _, c := range b.Columns {
			out.Columns = append(out.Columns, c.Title)
		}
		for _, row := range b.Rows {
			values := []any{}
			for _, c := range row.Cells {
				values = append(values, cellValue(c))
			}
			out.Rows = append(out.Rows, values)
		}
		return out
	case report.Bars:
		out := blockJSON{Kind: "bars", Text: b.Caption}
		for _, one := range b.Bars {
			out.Figures = append(out.Figures, figureJSON{one.Label, shownFigure(one.Score, one.By), decimal(one.Average), decimal(one.Target)})
		}
		return out
	case report.Lines:
		out := blockJSON{Kind: "lines", Text: b.Caption, Columns: b.Cycles}
		for _, line := range b.Lines {
			one := lineJSON{Label: line.Label, Figures: []*string{}}
			for i, f := range line.Figures {
				one.Figures = append(one.Figures, shownFigure(f, line.At(i)))
			}
			out.Lines = append(out.Lines, one)
		}
		return out
	}
	return blockJSON{Kind: "text"}
}

// shownFigure is a figure as it is shown: by group with one decimal.
func shownFigure(f score.Figure, by account.AnswersBy) *string {
	out := decimal(f)
	if out != nil && by == account.ByGroup {
		*out = (*out)[:len(*out)-1]
	}
	return out
}

// cellValue is a cell for a program: it knows no more of a figure than is shown, and a
// decimal mark is a point in every language.
func cellValue(c report.Cell) any {
	switch {
	case c.Missing:
		return nil
	case c.Kind == report.Count, c.Kind == report.Balance:
		return c.Number
	case c.Kind == report.Decimal, c.Kind == report.Change, c.Kind == report.Tenth, c.Kind == report.TenthChange:
		return strings.NewReplacer(",", ".", "−", "-").Replace(c.Text)
	}
	return cells.Clean(c.Text)
}
