package main

import (
	"context"
	"slices"
	"time"

	"kwi/internal/desk"
	"kwi/internal/erasing"
	"kwi/internal/sync"
	"kwi/ui/kit"
)

// opens notes which client is open here.
func (t *teamwork) opens(client string) {
	t.mu.Lock()
	t.open = client
	t.mu.Unlock()
	wake(t.opened)
}

// present tells the hub which client is open here, and looks who else has them open.
// Where it cannot, nobody is told of.
func (t *teamwork) present(ctx context.Context) {
	var of string
	var is *sync.Presence
	var others []string
	leave := func() {
		if is != nil {
			ending, stop := context.WithTimeout(context.WithoutCancel(ctx), time.Second)
			_ = is.End(ending)
			stop()
		}
		is = nil
	}
	defer leave()
	beat := time.NewTicker(openFor)
	defer beat.Stop()
	for {
		if open := t.openThere(); open != of {
			leave()
			of, others = open, nil
		}
		if of != "" {
			if is == nil {
				is, _ = t.hub.pair.Open(ctx, of)
			}
			if now, heard := t.others(ctx, is); heard {
				others = now // else they are as they were, until there is a way there again
			}
		}
		t.mu.Lock()
		same := t.news.Open == of && slices.Equal(t.news.Others, others)
		t.mu.Unlock()
		if !same {
			t.do(func(n *kit.TeamNews) { n.Open, n.Others = of, others })
		}
		select {
		case <-t.opened:
		case <-beat.C:
		case <-ctx.Done():
			return
		}
	}
}

// openThere is which client the hub may be told of: none before it said that it is the
// one of the team, and none while nothing is kept up with it.
func (t *teamwork) openThere() string {
	t.mu.Lock()
	defer t.mu.Unlock()
	if !t.there || t.news.State == kit.TeamPaused {
		return ""
	}
	return t.open
}

// others are the names of those who have a client open too; false where the hub does not say.
func (t *teamwork) others(ctx context.Context, is *sync.Presence) (names []string, heard bool) {
	if is == nil {
		return nil, false
	}
	all, err := is.Renew(ctx, openFor)
	if err != nil {
		return nil, false
	}
	for _, w := range all {
		name := w.User
		if name == t.hub.who.User || name == "" {
			name = w.Computer // the user themselves, on another laptop
		}
		if !slices.Contains(names, name) && name != t.hub.who.Computer {
			names = append(names, name)
		}
	}
	return names, true
}

// erasesIn erases somebody whom others erased in the data file and in its copies.
func (t *teamwork) erasesIn(file erasing.File) func(context.Context, desk.Erasing) error {
	return func(ctx context.Context, e desk.Erasing) error {
		done, err := file.Do(ctx, e)
		left := 0
		for _, c := range done.Copies {
			if c.Err != nil {
				left++
			}
		}
		t.mu.Lock()
		t.left = left
		t.mu.Unlock()
		return err
	}
}
