package pages

import (
	"errors"
	"fmt"

	"kwi/store"
)

// errNoFreelist tells a bbolt file that cannot be ours: we always write the list of free pages.
var errNoFreelist = fmt.Errorf("%w: a bbolt file of another program", store.ErrForeign)

// deepest is more levels than a tree in a file of any size has.
const deepest = 40

// bucketHead is what stands in a bucket's value before its first page, if that is small enough to stand there as well:
// the id of the first page or 0, and a sequence number.
const bucketHead = 16

// Walk goes through the trees of a file and holds every page to be met once: in one tree, or in the list of free pages.
// So it ends whatever the file says.
type Walk struct {
	file   File
	met    []uint64          // a bit for each page
	lost   func(error) error // what to do about a place that cannot be read
	leaves bool              // leaves are read whole, not their heads alone
	heads  *[]byte           // the head that was read last
	level  *int              // how deep the leaves of a tree lie: all as deep as the first
}

// Walk begins a walk. Each place that cannot be read is told to lost: the walk ends with the error that it returns, or
// goes on past the place.
func (f File) Walk(lost func(error) error) Walk {
	return Walk{file: f, met: make([]uint64, f.pages/64+1), lost: lost, leaves: true, heads: new([]byte)}
}

// Strict lets a Walk end at the first place that cannot be read.
func Strict(err error) error { return err }

// Skeleton checks the list of free pages, and all trees down to the heads of their leaves: every number by which bbolt
// could walk in circles, pass over records, or write onto pages in use. A page that is not the one it should be is left
// to bbolt, which notices that and refuses this page alone.
func (f File) Skeleton() error {
	w := f.Walk(func(err error) error {
		if errors.Is(err, errOther) {
			return nil
		}
		return err
	})
	if err := w.Free(); err != nil {
		return err
	}
	heads := w
	heads.leaves = false
	return w.Buckets(func(_ string, bucket Element) error {
		return heads.Records(bucket, func(Element) error { return nil })
	})
}

// Free meets the pages that are free, and those of their list.
func (w Walk) Free() error {
	if w.file.free == noFreelist {
		return errNoFreelist
	}
	p, err := w.file.load(w.file.free)
	if err != nil {
		return err
	}
	ids, err := p.freeIDs()
	if err != nil {
		return err
	}
	if err := errors.Join(w.meet(p.id), w.meetRest(p)); err != nil {
		return err
	}
	for ; len(ids) > 0; ids = ids[8:] {
		if err := w.meet(byteOrder.Uint64(ids)); err != nil {
			return err
		}
	}
	return nil
}

// Buckets visits every bucket of the file.
func (w Walk) Buckets(visit func(name string, bucket Element) error) error {
	w.level = new(int)
	return w.tree(w.file.root, 0, func(e Element) error {
		if !e.Bucket {
			if err := w.lost(broken("%q stands outside all buckets", e.Key)); err != nil {
				return err
			}
		}
		return visit(string(e.Key), e)
	})
}

// Records visits every key of a bucket in its order.
func (w Walk) Records(bucket Element, visit func(Element) error) error {
	root, elements, err := bucket.within()
	if root != 0 {
		w.level = new(int)
		return w.tree(root, 0, visit)
	}
	if err != nil {
		if err := w.lost(err); err != nil {
			return err
		}
	}
	for _, e := range elements {
		if err := visit(e); err != nil {
			return err
		}
	}
	return nil
}

// tree visits every element of the leaves below a page.
func (w Walk) tree(id uint64, depth int, visit func(Element) error) error {
	p, elements, err := w.enter(id, depth)
	if err != nil {
		if err := w.lost(err); err != nil {
			return err
		}
	}
	for _, e := range elements {
		if p.kind == branchKind {
			err = w.tree(e.child, depth+1, visit)
		} else {
			err = visit(e)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// enter meets a page and reads it. With an error it returns what can be read nevertheless.
func (w Walk) enter(id uint64, depth int) (filePage, []Element, error) {
	if depth > deepest {
		return filePage{}, nil, broken("page %d lies too deep", id)
	}
	if err := w.meet(id); err != nil {
		return filePage{}, nil, err
	}
	p, err := w.file.head(id, w.heads)
	if err == nil && (w.leaves || p.kind == branchKind) {
		p, err = w.file.load(id)
	}
	if err != nil {
		return filePage{}, nil, err
	}
	err = errors.Join(w.meetRest(p), w.place(p, depth))
	if !w.leaves && p.kind != branchKind {
		return p, nil, errors.Join(err, p.counted())
	}
	elements, reading := p.elements()
	return p, elements, errors.Join(err, reading)
}

// place checks what bbolt's trees hold to: no page is empty but that of a file without buckets, for of a bucket in which nothing
// stands there is no page, and all leaves lie equally deep. A number that leads to a page further down the same tree shows
// in this alone.
func (w Walk) place(p filePage, depth int) error {
	if p.kind == leafKind && *w.level == 0 {
		*w.level = depth
	}
	switch {
	case p.count == 0 && (p.id != w.file.root || p.kind == branchKind):
		return broken("page %d is empty", p.id)
	case p.kind == leafKind && *w.level != depth:
		return broken("page %d lies higher or lower than others", p.id)
	}
	return nil
}

func (w Walk) meet(id uint64) error {
	if id < 2 || id >= w.file.pages {
		return broken("page %d is out of bounds", id)
	}
	bit := uint64(1) << (id % 64)
	if w.met[id/64]&bit != 0 {
		return broken("page %d stands in two places", id)
	}
	w.met[id/64] |= bit
	return nil
}

// meetRest meets the pages that follow a page and belong to it.
func (w Walk) meetRest(p filePage) error {
	for i := range uint64(p.more) {
		if err := w.meet(p.id + 1 + i); err != nil {
			return err
		}
	}
	return nil
}
