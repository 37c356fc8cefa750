package desk

import (
	"context"
	"fmt"
	"slices"

	"kwi/internal/account"
	"kwi/internal/codec"
	"kwi/internal/fault"
	"kwi/internal/portable"
	"kwi/store"
)

// Imported is what an import has done.
type Imported struct {
	Supplier string                      // whose data these are now
	Clients  []string                    // who was imported, in the order of the files
	Replaced []string                    // who of them was there before
	Moved    []Moved                     // whose session is on another day than before
	Changed  map[string]account.Replaced // of who was there: what stands firm and became another
}

// Import takes all clients of all files over, or none. The first import into
// an empty data file says whose data these are. With replace a client takes
// the place of the one with their ID, whose journal ends there.
func (d *Desk) Import(ctx context.Context, replace bool, files ...portable.File) (done Imported, err error) {
	return d.ImportAs(ctx, Importing{Replace: replace}, files...)
}

// WouldImport is what Import would do, which is refused where that would be. It
// changes nothing.
func (d *Desk) WouldImport(ctx context.Context, replace bool, files ...portable.File) (done Imported, err error) {
	return d.ImportAs(ctx, Importing{Replace: replace, Check: true}, files...)
}

// place is where a client stands in the files of an import.
func place(files []portable.File, file, client int, field string) string {
	at := fmt.Sprintf("clients[%d].%s", client, field)
	if len(files) > 1 {
		return fmt.Sprintf("files[%d].%s", file, at)
	}
	return at
}

// takeOver takes files over; before comes before anybody is replaced.
func (d *Desk) takeOver(ctx context.Context, how Importing, files []portable.File, before func()) (done Imported, err error) {
	done, writes, err := d.takingOver(ctx, how, files)
	if err != nil || len(files) == 0 {
		return done, err
	}
	if how.Replace {
		before()
	}
	_, err = d.store.Apply(ctx, writes...)
	return done, err
}

// takingOver is what an import does, and the writes that do it.
func (d *Desk) takingOver(ctx context.Context, how Importing, files []portable.File) (done Imported, writes []store.Write, err error) {
	incoming := map[string]bool{}
	for f, file := range files {
		for i, c := range file.Clients {
			if incoming[c.ID] {
				return done, nil, fault.New(fault.Doubled, c.ID).In(place(files, f, i, "id"))
			}
			incoming[c.ID] = true
			done.Clients = append(done.Clients, c.ID)
		}
	}
	supplier, err := d.takeSupplier(ctx, files)
	if err != nil {
		return done, nil, err
	}
	there, err := d.who(ctx, files, done.Clients)
	if err != nil {
		return done, nil, err
	}
	for f, file := range files {
		done.Supplier = file.Supplier
		for i, c := range file.Clients {
			if there[c.ID] && !how.Replace {
				return done, nil, fault.New(fault.Exists, c.ID).In(place(files, f, i, "id"))
			}
			if !how.Alone && c.PartOf != "" && !incoming[c.PartOf] && !there[c.PartOf] {
				return done, nil, fault.New(fault.Dangling, c.PartOf).In(place(files, f, i, "partOf"))
			}
			if there[c.ID] {
				done.Replaced = append(done.Replaced, c.ID)
			}
		}
	}
	if !how.Alone {
		if err := d.refuseLoops(ctx, files); err != nil {
			return done, nil, err
		}
	}
	old, err := d.everything(ctx, done.Replaced)
	if err != nil {
		return done, nil, err
	}
	firm, err := d.takeFirm(ctx, files, how.Replace)
	if err != nil {
		return done, nil, err
	}
	if done.Moved, err = d.moved(ctx, files, done.Replaced); err != nil {
		return done, nil, err
	}
	writes = append([]store.Write{supplier}, firm...)
	taken := 0
	for f, file := range files {
		for i, c := range file.Clients {
			if ctx.Err() != nil {
				return done, nil, ctx.Err()
			}
			c = c.Clone()
			c.CodeKPIs()
			if there[c.ID] {
				if err := d.takePlace(ctx, &done, &c, how.Replacing); err != nil {
					return done, nil, inClient(err, place(files, f, i, "cycles"))
				}
			}
			writes = append(writes, replacing(old[c.ID], c)...)
			taken++
			how.Told.Tell(taken, len(done.Clients))
		}
	}
	noted, err := d.imported(ctx, files, firm)
	if err != nil {
		return done, nil, err
	}
	writes = append(writes, noted...)
	if len(files) == 0 {
		done.Supplier, err = d.Supplier(ctx)
		return done, nil, err
	}
	return done, writes, nil
}

// takeSupplier compares the supplier of the files with whose data these are.
func (d *Desk) takeSupplier(ctx context.Context, files []portable.File) (w store.Write, err error) {
	records, err := d.store.Get(ctx, codec.Supplier)
	if err != nil {
		return w, err
	}
	ours, err := codec.DecodeSupplier(records[0].Value)
	if err != nil {
		return w, err
	}
	w = store.Write{Op: store.Same, Key: codec.Supplier, Rev: records[0].Rev}
	for i, f := range files {
		if i == 0 && ours == "" && f.Supplier != "" {
			ours = f.Supplier
			w.Op, w.Value = store.Put, codec.EncodeSupplier(ours)
		}
		if f.Supplier != ours {
			at := "supplier"
			if len(files) > 1 {
				at = fmt.Sprintf("files[%d].supplier", i)
			}
			return w, fault.New(fault.OtherSupplier, f.Supplier, ours).In(at)
		}
	}
	return w, nil
}

// who tells which clients, of these and of those that they are part of, are
// there.
func (d *Desk) who(ctx context.Context, files []portable.File, ids []string) (map[string]bool, error) {
	ask := slices.Clone(ids)
	for _, f := range files {
		for _, c := range f.Clients {
			if c.PartOf != "" {
				ask = append(ask, c.PartOf)
			}
		}
	}
	slices.Sort(ask)
	ask = slices.Compact(ask)
	there := map[string]bool{}
	for part := range slices.Chunk(ask, 500) {
		var keys []string
		for _, id := range part {
			keys = append(keys, codec.ClientKey(id))
		}
		records, err := d.store.Get(ctx, keys...)
		if err != nil {
			return nil, err
		}
		for i, r := range records {
			there[part[i]] = r.Rev != 0
		}
	}
	return there, nil
}

// fewScanned is up to how many clients their records are looked for one by
// one; for more, all records are gone through once.
const fewScanned = 50

// everything is all that clients have in the store, journals included, whether
// or not it can be read. It begins with the summaries, so that a change that
// comes in between is met when the summary is replaced.
func (d *Desk) everything(ctx context.Context, ids []string) (map[string]map[string]store.Rev, error) {
	all := map[string]map[string]store.Rev{}
	kinds := []string{"answers/", "cycle/", "plan/", "step/"}
	var prefixes []string
	for _, id := range ids {
		all[id] = map[string]store.Rev{}
		records, err := d.store.Get(ctx, codec.SummaryKey(id), codec.ClientKey(id))
		if err != nil {
			return nil, err
		}
		for _, r := range records {
			all[id][r.Key] = r.Rev
		}
		for _, kind := range kinds {
			prefixes = append(prefixes, kind+id+"/")
		}
	}
	if len(ids) > fewScanned {
		prefixes = kinds
	}
	for _, prefix := range prefixes {
		err := d.store.Scan(ctx, prefix, func(r store.Record) error {
			if k, _ := codec.Parse(r.Key); all[k.Client] != nil {
				all[k.Client][r.Key] = r.Rev
			}
			return nil
		})
		if err != nil {
			return nil, err
		}
	}
	return all, nil
}

// replacing are the writes that put a client in the place of what was there.
func replacing(old map[string]store.Rev, c account.Client) []store.Write {
	records := codec.Encode(c)
	records[codec.SummaryKey(c.ID)] = codec.SummaryOf(&c, 0)
	return inPlaceOf(old, records)
}
