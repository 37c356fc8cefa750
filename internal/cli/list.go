package cli

import (
	"context"
	"fmt"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"kwi/internal/account"
	"kwi/internal/lang"
	"kwi/internal/portfolio"
)

// The shapes of `kwi list --json`. Every key is always there; what a client has none
// of is "", 0 or null.
type (
	listJSON struct {
		Clients []listedJSON `json:"clients"`
	}
	listedJSON struct {
		ID          string      `json:"id"`
		Name        string      `json:"name"`
		PartOf      string      `json:"partOf"`
		Approach    string      `json:"approach"`
		Archived    string      `json:"archived"` // since when
		Responsible *personJSON `json:"responsible"`
		Cycle       string      `json:"cycle"` // the newest
		Stage       string      `json:"stage"` // of that cycle
		Score       *string     `json:"score"` // of the newest cycle with answers; by group with one decimal
		NPS         *int        `json:"nps"`   // likewise
		Overdue     int         `json:"overdue"`
		Lists       int         `json:"lists"` // out and not back
	}
)

func (r *invocation) listing() *cobra.Command {
	var archived, machine bool
	return r.command("list", 0, 0, func(o *pflag.FlagSet) {
		o.BoolVar(&archived, "archived", false, r.words.T("cli.option.archived"))
		o.BoolVar(&machine, "json", false, r.words.T("cli.option.json.clients"))
	}, func(ctx context.Context, _ []string) error { return r.list(ctx, archived, machine) })
}

// list tells the clients by name, a line each. Where there are none standard output
// stays empty, and it is said beside it.
func (r *invocation) list(ctx context.Context, archived, machine bool) error {
	s, err := r.session()
	if err != nil {
		return err
	}
	lines, err := s.Desk.Portfolio(ctx)
	if err != nil {
		return err
	}
	if !archived {
		lines = current(lines)
	}
	if machine {
		out := listJSON{Clients: []listedJSON{}}
		for i := range lines {
			out.Clients = append(out.Clients, listedOf(&lines[i], r.now()))
		}
		return writeJSON(r.Out, out)
	}
	if len(lines) == 0 {
		_, err = fmt.Fprintln(r.Err, r.words.T("cli.noclients"))
	}
	for i := range lines {
		if err == nil {
			_, err = fmt.Fprintln(r.Out, strings.Join(r.listed(&lines[i]), " · "))
		}
	}
	return err
}

// listed are the parts of a client's line: what there is none of is left out.
func (r *invocation) listed(l *portfolio.Line) []string {
	w := r.words
	parts := []string{l.ID, cleanLine(l.Name)}
	if l.Damaged {
		return append(parts, w.T("portfolio.damaged"))
	}
	if l.Cycle != "" {
		parts = append(parts, cleanLine(string(l.Cycle)), w.Stage(lang.ShortStage, l.Approach, l.Stage))
	}
	if l.Score.OK() {
		parts = append(parts, strings.TrimSpace(w.ScoreBy(l.By, int(l.Score), true)+" "+w.ChangeIn(l.Change.Tenths, l.Change.By, l.Change.OK)))
	}
	if l.HasNPS {
		parts = append(parts, "NPS "+w.Signed(l.NPS))
	}
	if n := l.Overdue(r.now()); n > 0 {
		parts = append(parts, w.N("cli.list.overdue", n))
	}
	if l.Archived != "" {
		parts = append(parts, w.T("cli.list.archived", w.Date(l.Archived)))
	}
	return parts
}

func listedOf(l *portfolio.Line, now account.Moment) listedJSON {
	out := listedJSON{
		ID: l.ID, Name: l.Name, PartOf: l.PartOf, Approach: string(l.Approach), Archived: string(l.Archived),
		Responsible: personJSONOf(l.Responsible.Initials, l.Responsible.Name), Cycle: string(l.Cycle),
		Score: decimal(l.Score), Overdue: l.Overdue(now), Lists: l.Lists,
	}
	if l.Cycle != "" {
		out.Stage = l.Stage.String()
	}
	if out.Score != nil && l.By == account.ByGroup {
		*out.Score = strings.TrimSuffix(*out.Score, "0")
	}
	if l.HasNPS {
		out.NPS = &l.NPS
	}
	return out
}
