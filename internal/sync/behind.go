package sync

import (
	"context"
	"maps"
	"slices"
	"strings"

	"kwi/internal/codec"
	"kwi/store"
)

// Waiting are the clients of whom something here may not have gone to the hub:
// it is asked nothing.
func (p *Pair) Waiting(ctx context.Context) ([]string, error) {
	here, noted, err := p.overviews(ctx)
	if err != nil {
		return nil, err
	}
	open, err := p.open(ctx)
	if err != nil {
		return nil, err
	}
	var ids []string
	for _, id := range slices.Sorted(maps.Keys(here)) {
		if n, ok := noted[id]; !ok || !n.gone && (n.here != here[id] || open[id]) {
			ids = append(ids, id)
		}
	}
	return ids, nil
}

// Gone are the clients that the hub has no longer, or shows no longer; here they are
// as they were, and nobody else hears of what is done to them.
func (p *Pair) Gone(ctx context.Context) ([]string, error) {
	_, all, err := p.overviews(ctx)
	if err != nil {
		return nil, err
	}
	maps.DeleteFunc(all, func(_ string, n noted) bool { return !n.gone })
	return slices.Sorted(maps.Keys(all)), nil
}

// Behind are the clients that may not be the same here and at the hub.
func (p *Pair) Behind(ctx context.Context) ([]string, error) {
	here, noted, err := p.overviews(ctx)
	if err != nil {
		return nil, err
	}
	there, err := p.heads(ctx, here, noted)
	if err != nil {
		return nil, err
	}
	open, err := p.open(ctx)
	if err != nil {
		return nil, err
	}
	heads := there.revs
	behind := map[string]bool{}
	for id, rev := range here {
		n, ok := noted[id]
		if n.gone {
			behind[id] = heads[id] != 0 // there again
			continue
		}
		behind[id] = !ok || n.here != rev || n.head != heads[id] || open[id]
	}
	for id, head := range heads {
		n, ok := noted[id]
		behind[id] = behind[id] || !ok || n.head != head || here[id] == 0
	}
	maps.DeleteFunc(behind, func(_ string, is bool) bool { return !is })
	return slices.Sorted(maps.Keys(behind)), nil
}

// Beginning is what would happen where a data file and a hub are made the same for the
// first time: which clients go to the hub, which come, which are at both, and which
// are the same already, since it was begun before.
type Beginning struct{ Going, Coming, Both, Done []string }

// First is that.
func (p *Pair) First(ctx context.Context) (b Beginning, err error) {
	here, noted, err := p.overviews(ctx)
	if err != nil {
		return b, err
	}
	there, err := p.heads(ctx, here, noted)
	if err != nil {
		return b, err
	}
	heads := there.revs
	for _, id := range slices.Sorted(maps.Keys(here)) {
		n, known := noted[id]
		switch {
		case known && n.here == here[id] && n.head == heads[id]:
			b.Done = append(b.Done, id)
		case heads[id] == 0:
			b.Going = append(b.Going, id)
		default:
			b.Both = append(b.Both, id)
		}
	}
	for _, id := range slices.Sorted(maps.Keys(heads)) {
		if here[id] == 0 {
			b.Coming = append(b.Coming, id)
		}
	}
	return b, nil
}

// overviews are the revisions of all overviews here, and what is noted of whom.
func (p *Pair) overviews(ctx context.Context) (here map[string]store.Rev, all map[string]noted, err error) {
	here, all = map[string]store.Rev{}, map[string]noted{}
	err = p.local.Scan(ctx, codec.SummaryPrefix, func(r store.Record) error {
		here[strings.TrimPrefix(r.Key, codec.SummaryPrefix)] = r.Rev
		return nil
	})
	if err != nil {
		return nil, nil, err
	}
	err = p.local.Scan(ctx, codec.HubPrefix, func(r store.Record) error {
		id := strings.TrimPrefix(r.Key, codec.HubPrefix)
		if n := (noted{id: id, own: r.Rev}); n.read(r.Value) {
			all[id] = n
		}
		return nil
	})
	return here, all, err
}
