package main

import (
	"context"
	"slices"

	"kwi/internal/account"
	"kwi/internal/sync"
	"kwi/ui/kit"
)

// mostAtOnce is of how many clients it is told one by one that something came.
const mostAtOnce = 3

// atOnce is what came with a look at all clients: of a few each, of more how many,
// and where somebody was erased.
func atOnce(all []kit.TeamChange) []kit.TeamChange {
	if len(all) <= mostAtOnce {
		return all
	}
	told := []kit.TeamChange{{Count: len(all)}}
	for _, c := range all {
		if c.Erased {
			told = append(told, c)
		}
	}
	return told
}

// came takes note of what a round brought.
func (t *teamwork) came(ctx context.Context, id string, r sync.Round) {
	c := kit.TeamChange{Client: id, Gone: r.Gone, Back: r.Back, Erased: r.Erased, By: r.By.User}
	if c.Gone = r.Gone; r.Gone {
		t.mu.Lock()
		known := slices.Contains(t.news.Gone, id)
		t.mu.Unlock()
		if known {
			return
		}
	}
	if r.By.User == t.hub.who.User {
		c.On = r.By.Computer
	}
	h, err := t.desk.Open(ctx, id)
	if err != nil {
		return // whoever goes there is told why
	}
	now := h.Now()
	c.Name = now.Name
	if r.Erased {
		t.mu.Lock()
		c.Left, t.left = t.left, 0
		t.mu.Unlock()
	}
	if !r.Gone && r.Took && !r.Erased {
		c.New = true
		for _, d := range h.History() {
			if d.Last.Label.Key != sync.CameKey {
				continue
			}
			before, after, err := d.Steps[len(d.Steps)-1].Image()
			if err == nil {
				c.New, c.Differences = false, account.Differences(&now, before, after)
			}
			break
		}
	}
	t.do(func(n *kit.TeamNews) {
		if r.Held {
			n.Changed = append(n.Changed, kit.TeamChange{Client: id, Name: c.Name, Held: true})
		}
		if r.Held && !r.Took && !r.Gone && !r.Back && !r.Erased {
			return
		}
		n.Gone = slices.DeleteFunc(slices.Clone(n.Gone), func(other string) bool { return other == id })
		if r.Gone {
			n.Gone = append(n.Gone, id)
		}
		if t.status.State == sync.Looking {
			t.looking = append(t.looking, c)
			return
		}
		n.Changed = append(n.Changed, c)
	})
}
