package bolt

import (
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"os"

	"go.etcd.io/bbolt"

	"kwi/store"
)

// rescuer collects records into a new file.
type rescuer struct {
	ctx  context.Context
	to   *bbolt.DB
	sure map[string]store.Rev // records that the tree led to
	done Rescued
	last store.Rev
	wait []element // records not yet written
	size int
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
		err = broken("nothing in it can be read")
	}
	if err == nil {
		err = db.Update(func(tx *bbolt.Tx) error { return goOn(tx, r.last+leap) })
	}
	return r.done, errors.Join(err, db.Close())
}

// collect takes the records of the newest tree and, where that has gaps and strays are wanted, those of all pages.
func (r *rescuer) collect(f *os.File, size int64, wanted bool) error {
	m, err := newImage(f, size)
	if m.page == 0 {
		m.page = uint64(os.Getpagesize())
	}
	m.file, m.size = f, uint64(size)
	if err != nil { // no meta page, or a file that is cut off
		r.done.Lost++
		m.unused = m.size / m.page
	}
	if err := r.tree(m.walk(), m.root, 0, true); err != nil {
		return err
	}
	if err := r.flush(); err != nil {
		return err
	}
	r.done.Records = len(r.sure)
	if r.done.Lost == 0 || !wanted {
		return nil
	}
	strays := map[string]store.Rev{}
	for id := range m.unused {
		p, err := m.load(id)
		if err != nil || p.kind != leafKind {
			continue
		}
		elements, _ := p.elements()
		for _, e := range elements {
			rev, _, err := decode(e.key, e.value)
			if _, sure := r.sure[string(e.key)]; err != nil || sure || rev <= strays[string(e.key)] {
				continue
			}
			strays[string(e.key)] = rev
			if err := r.add(e, rev); err != nil {
				return err
			}
		}
	}
	r.done.Strays = len(strays)
	r.done.Records += len(strays)
	return r.flush()
}

// tree goes below a page, over what cannot be read: in the root it goes on into the bucket of records.
func (r *rescuer) tree(w walk, id uint64, depth int, root bool) error {
	p, elements, err := w.enter(id, depth)
	if err != nil {
		r.done.Lost++
		return r.ctx.Err()
	}
	return each(elements, func(e element) error {
		switch {
		case p.kind == branchKind:
			return r.tree(w, e.child, depth+1, root)
		case !root:
			return r.record(e)
		case bytes.Equal(e.key, metaBucket):
			if err := w.inside(e, tooNew, w.tree); errors.Is(err, store.ErrNewer) {
				return err
			}
			return nil
		case !bytes.Equal(e.key, recordsBucket):
			return nil
		}
		below := func(id uint64, depth int, _ func(element) error) error { return r.tree(w, id, depth, false) }
		err := w.inside(e, r.record, below)
		if errors.Is(err, store.ErrDamaged) {
			r.done.Lost++
			return nil
		}
		return err
	})
}

// tooNew refuses a file that this program would read wrongly.
func tooNew(e element) error {
	if bytes.Equal(e.key, versionKey) && len(e.value) == 8 && binary.BigEndian.Uint64(e.value) > Version {
		return store.ErrNewer
	}
	return nil
}

func (r *rescuer) record(e element) error {
	rev, _, err := decode(e.key, e.value)
	if err != nil {
		r.done.Lost++
		return nil
	}
	r.sure[string(e.key)] = rev
	return r.add(e, rev)
}

// add keeps a record for writing; some megabytes at once are quick and do not fill the memory.
func (r *rescuer) add(e element, rev store.Rev) error {
	r.last = max(r.last, rev)
	r.wait = append(r.wait, e)
	if r.size += len(e.value); r.size < 8<<20 && len(r.wait) < 10_000 {
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
			if err := tx.Bucket(recordsBucket).Put(e.key, e.value); err != nil {
				return err
			}
		}
		return nil
	})
	r.wait, r.size = nil, 0
	return err
}
