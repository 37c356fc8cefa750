package main

import (
	"context"

	"kwi/internal/fault"
	"kwi/internal/sync"
	"kwi/ui/kit"
)

// readApart reads what waits for a choice.
func (t *teamwork) readApart(ctx context.Context) {
	if all, err := t.apart(ctx); err == nil {
		t.do(func(n *kit.TeamNews) { n.Apart = all })
	}
}

// apart is that, with the clients as they are now.
func (t *teamwork) apart(ctx context.Context) ([]kit.Apart, error) {
	all, err := t.hub.pair.Apart(ctx, "")
	if err != nil {
		return nil, err
	}
	var found []kit.Apart
	for _, a := range all {
		now, err := t.desk.Client(ctx, a.Client)
		if fault.Has(err, fault.NotFound) {
			continue // deleted here
		}
		if err != nil {
			return nil, err
		}
		found = append(found, kit.Apart{Client: now, By: a.By.User, On: a.By.Computer, Differences: a.Differences(&now), Seen: a})
	}
	return found, nil
}

func (t *teamwork) choose(ctx context.Context, a kit.Apart, here bool) error {
	of, _ := a.Seen.(sync.Apart)
	err := t.hub.pair.Choose(ctx, of, here)
	if err == nil {
		t.readApart(ctx)
	}
	return err
}
