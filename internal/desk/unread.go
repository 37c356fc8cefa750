package desk

import (
	"cmp"
	"context"
	"errors"
	"strings"

	"kwi/internal/codec"
	"kwi/internal/fault"
	"kwi/internal/portfolio"
	"kwi/internal/score"
	"kwi/store"
)

// scanSummaries goes through the summaries of all clients. One that is damaged stops
// none of the others: whose it is is told. anew is called where it begins again.
func (d *Desk) scanSummaries(ctx context.Context, anew func(), take func(id string, value []byte) error) (unread []string, err error) {
	return d.scanRecords(ctx, anew, func(id string, r store.Record) error { return take(id, r.Value) })
}

// scanRecords is scanSummaries with the records of the store.
func (d *Desk) scanRecords(ctx context.Context, anew func(), take func(id string, r store.Record) error) (unread []string, err error) {
	each := func(r store.Record) error {
		id := strings.TrimPrefix(r.Key, codec.SummaryPrefix)
		err := take(id, r)
		if fault.Has(err, fault.Damaged) {
			unread = append(unread, id)
			return nil
		}
		return err
	}
	err = d.store.Scan(ctx, codec.SummaryPrefix, each)
	if !errors.Is(err, store.ErrDamaged) || !d.store.sieves() {
		return unread, err
	}
	unread = nil
	anew()
	err = d.store.ScanSound(ctx, codec.SummaryPrefix, each, func(key string) { unread = append(unread, strings.TrimPrefix(key, codec.SummaryPrefix)) })
	return unread, err
}

// lineOfDamaged is what is known of a client whose line cannot be read.
func (d *Desk) lineOfDamaged(ctx context.Context, id string) portfolio.Line {
	l := portfolio.Line{ID: id, Score: score.None, Damaged: true}
	if records, err := d.store.Get(ctx, codec.ClientKey(id)); err == nil {
		l.PartOf, l.Name = codec.Heading(id, records[0].Value)
	}
	l.Name = cmp.Or(l.Name, id)
	return l
}
