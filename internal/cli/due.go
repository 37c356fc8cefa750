package cli

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"kwi/internal/due"
)

// mostDays is how many days ahead one may look.
const mostDays = 3660

func (r *invocation) owing() *cobra.Command {
	days, machine := due.Soon, false
	return r.command("due", 0, 0, func(o *pflag.FlagSet) {
		o.IntVar(&days, "days", due.Soon, r.words.T("cli.option.days"))
		o.BoolVar(&machine, "json", false, r.words.T("cli.option.json.items"))
	}, func(ctx context.Context, _ []string) error { return r.due(ctx, days, machine) })
}

// owed is one item with the client it is about.
type owed struct {
	client *due.Client
	due.Item
}

// due tells what is late or comes within some days, of all clients, soonest
// first. Where that is nothing standard output stays empty, and it is said
// beside it.
func (r *invocation) due(ctx context.Context, days int, machine bool) error {
	if days < 0 || days > mostDays {
		return wrongUsage("cli.wrong.bounds", "--days", 0, mostDays)
	}
	s, err := r.session()
	if err != nil {
		return err
	}
	clients, err := s.Desk.Due(ctx)
	if err != nil {
		return err
	}
	now := r.now()
	today := now.Date()
	var counts due.Counts
	var all []owed
	for i := range clients {
		counts = counts.Plus(due.At(now).Count(clients[i].Days()))
		for _, item := range clients[i].Within(today, days) {
			all = append(all, owed{&clients[i], item})
		}
	}
	slices.SortStableFunc(all, func(a, b owed) int { return due.CompareItems(&a.Item, &b.Item) })
	if machine {
		return writeJSON(r.Out, dueOf(all, r.words.Due, now, days, counts))
	}
	if len(all) == 0 {
		_, err = fmt.Fprintln(r.Err, r.words.N("cli.due.none", days))
	}
	for i := range all {
		parts := []string{cleanLine(all[i].client.Name), r.words.DueWhen(&all[i].Item, now), cleanLine(r.words.Due(&all[i].Item, all[i].client.Approach))}
		if by := all[i].By; by.Named() {
			parts = append(parts, cleanLine(by.Called()))
		}
		if err == nil {
			_, err = fmt.Fprintln(r.Out, strings.Join(parts, " · "))
		}
	}
	return err
}
