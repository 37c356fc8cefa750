package cli

import (
	"context"
	"slices"
	"strings"

	"kwi/internal/account"
	"kwi/internal/desk"
	"kwi/internal/fault"
	"kwi/internal/portfolio"
	"kwi/internal/text"
)

// mostNamed is how many clients a sentence names.
const mostNamed = 12

// chosen is the ID of the client that a command is about: the one asked for
// by ID or by name, or the only one there is.
func chosen(ctx context.Context, d *desk.Desk, asked string) (string, error) {
	lines, err := d.Portfolio(ctx)
	if err == nil && len(lines) == 0 {
		if holds, err := d.Holds(ctx); err == nil && !holds {
			return "", d.NoData()
		}
	}
	switch {
	case err != nil && asked != "":
		return asked, nil // the client themselves may still be read, and else tells why not
	case err != nil:
		return "", err
	case asked != "":
		return findClientID(lines, asked)
	}
	lines = current(lines)
	switch len(lines) {
	case 0:
		return "", cannot("cli.noclients")
	case 1:
		return lines[0].ID, nil
	}
	return "", wrongUsage("cli.wrong.client", listClients(lines))
}

// findClientID is the ID of the client with this ID or else with this name, however
// its letters are written.
func findClientID(lines []portfolio.Line, asked string) (string, error) {
	name := strings.TrimSpace(asked)
	var called []portfolio.Line
	for _, l := range lines {
		if l.ID == asked {
			return l.ID, nil
		}
		if text.Equal(l.Name, name) {
			called = append(called, l)
		}
	}
	switch {
	case len(called) == 1:
		return called[0].ID, nil
	case len(called) > 1:
		return "", cannot("cli.namesakes", cleanLine(asked), listClients(called))
	case len(current(lines)) == 0:
		return "", cannot("cli.noclients")
	}
	return "", cannot("cli.noclient", cleanLine(asked), listClients(clientsNear(current(lines), name)))
}

// current are the clients that are not put away.
func current(lines []portfolio.Line) []portfolio.Line {
	return slices.DeleteFunc(slices.Clone(lines), func(l portfolio.Line) bool { return l.Archived != "" })
}

// clientsNear are the clients whose ID or name holds a text, or all where it is in
// none.
func clientsNear(lines []portfolio.Line, asked string) []portfolio.Line {
	some := slices.DeleteFunc(slices.Clone(lines), func(l portfolio.Line) bool {
		return !text.Finds(l.ID+" "+l.Name, asked)
	})
	if len(some) == 0 {
		return lines
	}
	return some
}

// listClients names clients by ID and name, as many as a sentence can hold.
func listClients(lines []portfolio.Line) string {
	var all []string
	for i, l := range lines {
		if i == mostNamed {
			all = append(all, "…")
			break
		}
		all = append(all, l.ID+" ("+cleanLine(l.Name)+")")
	}
	return strings.Join(all, ", ")
}

// client is the client that a command is about.
func (r *invocation) client(ctx context.Context, s Session, id string) (account.Client, error) {
	id, err := chosen(ctx, s.Desk, id)
	if err != nil {
		return account.Client{}, err
	}
	return s.Desk.Client(ctx, id)
}

// cycleOf is the cycle of that name.
func cycleOf(c *account.Client, name string) (*account.Cycle, error) {
	if y := c.Cycle(account.CycleName(name)); y != nil && name != "" {
		return y, nil
	}
	return nil, fault.New(fault.NoCycle, name, c.Name)
}
