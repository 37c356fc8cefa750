package bolt

import (
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"maps"
	"os"
	"slices"

	"go.etcd.io/bbolt"

	"kwi/store"
	"kwi/store/bolt/pages"
)

// rescuer collects records into a new file.
type rescuer struct {
	ctx  context.Context
	to   *bbolt.DB
	sure map[string]store.Rev // records that the tree led to
	done Rescued
	last store.Rev
	wait []pages.Element // records not yet written
	size int

	seal, sealCopy []byte // as they are stored, where they are as they were written
	sealMissed     bool   // one of them is not
	sealFound      []byte // what both will be
}

func salvage(ctx context.Context, f *os.File, size int64, name string, strays bool) (Rescued, error) {
	if err := furnish(name); err != nil {
		return Rescued{}, err
	}
	db, err := bbolt.Open(name, 0o600, &bbolt.Options{NoStatistics: true})
	if err != nil {
		return Rescued{}, err
	}
	r := &rescuer{ctx: ctx, to: db, sure: map[string]store.Rev{}}
	err = r.collect(f, size, strays)
	if err == nil && r.done.Records == 0 && r.done.Lost > 0 {
		err = fmt.Errorf("%w: nothing in it can be read", store.ErrDamaged)
	}
	if err == nil {
		err = db.Update(func(tx *bbolt.Tx) error { return continueRevision(tx, r.last+revisionLeap) })
	}
	return r.done, errors.Join(err, db.Close())
}

// collect takes the records of the newest tree and, where that has gaps and strays are wanted, those of all pages.
func (r *rescuer) collect(f *os.File, size int64, wanted bool) error {
	lost := func(error) error { r.done.Lost++; return r.ctx.Err() }
	image, err := pages.Open(f, size)
	if err != nil { // no meta page, or a file that is cut off
		_ = lost(err)
	}
	met := false
	walk := image.Walk(lost)
	err = walk.Buckets(func(name string, bucket pages.Element) error {
		switch name {
		case string(metaBucket):
			return image.Walk(func(error) error { return nil }).Records(bucket, r.ofFile)
		case string(recordsBucket):
			met = true
			return walk.Records(bucket, r.record)
		}
		return nil
	})
	if err == nil && !met && r.done.Lost == 0 {
		err = lost(nil)
	}
	if err == nil {
		r.mendSeal(image)
		err = r.flush()
	}
	if err != nil {
		return err
	}
	r.done.Records = len(r.sure)
	if r.done.Lost == 0 || !wanted {
		return nil
	}
	return r.strays(image)
}

// strays takes records from all leaves, whether or not a tree leads there.
func (r *rescuer) strays(image pages.File) error {
	strays := map[string]store.Rev{}
	for id := range image.Pages() {
		for _, e := range image.Leaf(id) {
			rev, _, err := decodeStored(e.Key, e.Value)
			if bytes.Equal(e.Key, sealCopyKey) {
				continue // of the file, and no record
			}
			if _, sure := r.sure[string(e.Key)]; err != nil || sure || rev <= strays[string(e.Key)] {
				continue
			}
			strays[string(e.Key)] = rev
			if err := r.add(e, rev); err != nil {
				return err
			}
		}
	}
	r.done.Strays = slices.Sorted(maps.Keys(strays))
	r.done.Records += len(strays)
	return r.flush()
}

// ofFile takes what the file says of itself: its second seal. A file that this program would read wrongly is refused.
func (r *rescuer) ofFile(e pages.Element) error {
	if bytes.Equal(e.Key, sealCopyKey) {
		if _, _, err := decodeStored(sealKey, e.Value); err == nil {
			r.sealCopy = bytes.Clone(e.Value)
		} else {
			r.sealMissed = true
		}
	}
	if bytes.Equal(e.Key, versionKey) && len(e.Value) == 8 && binary.BigEndian.Uint64(e.Value) > Version {
		return store.ErrNewer
	}
	return nil
}

func (r *rescuer) record(e pages.Element) error {
	rev, _, err := decodeStored(e.Key, e.Value)
	if err == nil && bytes.Equal(e.Key, sealKey) {
		r.seal = bytes.Clone(e.Value)
	}
	if err != nil {
		r.done.Lost++
		r.done.Unread = append(r.done.Unread, string(e.Key))
		return nil
	}
	r.sure[string(e.Key)] = rev
	return r.add(e, rev)
}

// mendSeal has both seals in the new file where one of them was found, on any page if need be.
func (r *rescuer) mendSeal(image pages.File) {
	found := r.seal
	if found == nil {
		found = r.sealCopy
	}
	if found == nil && r.done.Lost > 0 {
		found = strayedSealStored(image)
	}
	if found == nil {
		return
	}
	if r.seal == nil {
		r.sealMissed = true
		rev, _, _ := decodeStored(sealKey, found)
		r.last = max(r.last, rev)
	}
	if i := slices.Index(r.done.Unread, string(sealKey)); i >= 0 {
		r.done.Unread = slices.Delete(r.done.Unread, i, i+1)
		r.done.Lost--
	}
	r.done.SealMended = r.sealMissed
	r.sealFound = found
	r.sure[string(sealKey)] = 1
}

// add keeps a record for writing; some megabytes at once are quick and do not fill the memory.
func (r *rescuer) add(e pages.Element, rev store.Rev) error {
	r.last = max(r.last, rev)
	r.wait = append(r.wait, e)
	if r.size += len(e.Value); r.size < 8<<20 && len(r.wait) < 10_000 {
		return nil
	}
	return r.flush()
}

func (r *rescuer) flush() error {
	if err := r.ctx.Err(); err != nil {
		return err
	}
	err := r.to.Update(func(tx *bbolt.Tx) error {
		for _, e := range r.wait {
			if err := tx.Bucket(recordsBucket).Put(e.Key, e.Value); err != nil {
				return err
			}
		}
		if r.sealFound != nil {
			return putSeal(tx, r.sealFound)
		}
		return nil
	})
	r.wait, r.size = nil, 0
	return err
}
