package cli

import (
	"context"
	"strings"

	"kwi/internal/account"
	"kwi/internal/desk"
	"kwi/internal/fault"
)

// mostNamed is how many clients a sentence names.
const mostNamed = 12

// chosen is the ID of the client that a command is about: the one asked for,
// or the only one there is.
func chosen(ctx context.Context, d *desk.Desk, id string) (string, error) {
	if id != "" {
		return id, nil
	}
	lines, err := d.Portfolio(ctx)
	if err != nil {
		return "", err
	}
	var ids []string
	for _, l := range lines {
		if l.Archived == "" {
			ids = append(ids, l.ID)
		}
	}
	switch {
	case len(ids) == 1:
		return ids[0], nil
	case len(ids) == 0:
		return "", cannot("cli.noclients")
	case len(ids) > mostNamed:
		ids = append(ids[:mostNamed], "…")
	}
	return "", wrong("cli.wrong.client", strings.Join(ids, ", "))
}

// client is the client that a command is about.
func (r *run) client(ctx context.Context, s Session, id string) (account.Client, error) {
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
