package sync

import (
	"context"
	"strings"

	"kwi/internal/codec"
	"kwi/internal/desk"
	"kwi/internal/fault"
	"kwi/store"
)

// file is the data file, as what is noted of the hub is kept in it: what it does not take, for
// its disk is full, is no fault of the hub.
type file struct {
	store.Store
	desk *desk.Desk
}

// Apply implements store.Store.
func (f file) Apply(ctx context.Context, writes ...store.Write) (store.Rev, error) {
	rev, err := f.Store.Apply(ctx, writes...)
	return rev, f.desk.Fault(err)
}

// noted is what is noted here of a client at the hub: what both were when they
// were last the same.
type noted struct {
	id      string
	owner   string    // who brought them, "" where that is not known yet
	there   string    // what they are called at the hub, "" where it is as here
	gone    bool      // the hub has them no longer, or shows them no longer
	mark    string    // of the last sending of which the head told then
	sent    uint64    // and how many there had been
	head    store.Rev // of the hub, 0 where they never were, or that is not known any more
	here    store.Rev // of the client's overview in this file then
	own     store.Rev // of the note
	revs    map[string]store.Rev
	records map[string][]byte
	sending store.Record // what may have gone to the hub since
}

// noted reads what is noted of a client.
func (p *Pair) noted(ctx context.Context, id string) (n noted, err error) {
	n = noted{id: id, revs: map[string]store.Rev{}, records: map[string][]byte{}}
	found, err := p.local.Get(ctx, codec.HubKey(id), codec.SendingKey(id))
	if err != nil {
		return n, err
	}
	n.sending = found[1]
	if n.own = found[0].Rev; n.own != 0 {
		if !n.read(found[0].Value) {
			return n, fault.New(fault.Damaged, codec.HubKey(id))
		}
	}
	err = p.local.Scan(ctx, codec.BaseKey(id, ""), func(r store.Record) error {
		key := strings.TrimPrefix(r.Key, codec.BaseKey(id, ""))
		n.revs[key] = r.Rev
		n.records[key] = append([]byte{}, r.Value...)
		return nil
	})
	return n, err
}

func (n *noted) read(value []byte) bool {
	is, ok := codec.DecodeHubNote(value)
	n.head, n.here, n.owner, n.there, n.gone = store.Rev(is.Head), store.Rev(is.Here), is.Owner, is.ID, is.Gone
	n.mark, n.sent = is.Mark, is.Sent
	return ok
}

func (n *noted) written(t there, here store.Rev) []byte {
	is := codec.HubNote{Head: uint64(t.at), Here: uint64(here), Owner: t.owner, Mark: t.lastMark(), Sent: t.sent}
	if t.id != n.id {
		is.ID = t.id
	}
	return codec.EncodeHubNote(is)
}

// known reports whether the client was at the hub at any time, also where it is not
// known any more what they were then.
func (n *noted) known() bool { return n.own != 0 }

// overview is the revision of a client's overview here: it is written with every
// change of them.
func (p *Pair) overview(ctx context.Context, id string) (store.Rev, error) {
	found, err := p.local.Get(ctx, codec.SummaryKey(id))
	if err != nil {
		return 0, err
	}
	return found[0].Rev, nil
}

// note keeps that a client is the same here, as of that overview, and at the hub.
func (p *Pair) note(ctx context.Context, was noted, here store.Rev, is there) error {
	if !was.gone && was.head == is.at && was.owner == is.owner && was.here == here && same(was.records, is.records()) && was.sending.Rev == 0 {
		return nil
	}
	writes := []store.Write{{Op: store.Put, Key: codec.HubKey(was.id), Rev: was.own, Value: was.written(is, here)}}
	for key, r := range is.all {
		if now, there := was.records[key]; !there || string(now) != string(r.Value) {
			writes = append(writes, store.Write{Op: store.Put, Key: codec.BaseKey(was.id, key), Rev: was.revs[key], Value: r.Value})
		}
	}
	if was.sending.Rev != 0 {
		writes = append(writes, store.Write{Op: store.Remove, Key: was.sending.Key, Rev: was.sending.Rev})
	}
	for key := range was.records {
		if _, stays := is.all[key]; !stays {
			writes = append(writes, store.Write{Op: store.Remove, Key: codec.BaseKey(was.id, key), Rev: was.revs[key]})
		}
	}
	_, err := p.local.Apply(ctx, writes...)
	return err
}

// lost notes that the hub has a client no longer, or shows them no longer. What both
// were stays noted: should the client come again, it is put together with that. A
// user to whom the hub shows nothing at all is no such case.
func (p *Pair) lost(ctx context.Context, n noted) error {
	if _, err := p.hub.Apply(ctx); err != nil {
		return err
	}
	if n.gone {
		return nil
	}
	value := codec.EncodeHubNote(codec.HubNote{Head: uint64(n.head), Here: uint64(n.here), Owner: n.owner, ID: n.there, Gone: true, Mark: n.mark, Sent: n.sent})
	_, err := p.local.Apply(ctx, store.Write{Op: store.Put, Key: codec.HubKey(n.id), Rev: n.own, Value: value})
	return err
}
