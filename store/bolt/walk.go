package bolt

import (
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

// walk goes through the trees of an image and holds every page to be met once: in one tree, or in the list of free
// pages. So it ends whatever the file says.
type walk struct {
	image
	seen []uint64 // a bit for each page
}

func (m image) walk() walk { return walk{image: m, seen: make([]uint64, m.unused/64+1)} }

// newWalk begins with the pages that are free.
func (m image) newWalk() (walk, error) {
	w := m.walk()
	return w, m.freePages(w.meet)
}

func (w walk) meet(id uint64) error {
	if id < 2 || id >= w.unused {
		return broken("page %d is out of bounds", id)
	}
	bit := uint64(1) << (id % 64)
	if w.seen[id/64]&bit != 0 {
		return broken("page %d stands in two places", id)
	}
	w.seen[id/64] |= bit
	return nil
}

// buckets visits every bucket of the file.
func (w walk) buckets(visit func(name string, bucket element) error) error {
	return w.tree(w.root, 0, func(e element) error {
		if !e.bucket {
			return broken("%q stands outside all buckets", e.key)
		}
		return visit(string(e.key), e)
	})
}

// records visits every key of a bucket.
func (w walk) records(bucket element, visit func(element) error) error {
	return w.inside(bucket, visit, w.tree)
}

// branches checks the branches of a bucket without reading its leaves.
func (w walk) branches(bucket element) error {
	return w.inside(bucket, func(element) error { return nil }, w.shallow)
}

func (w walk) inside(e element, visit func(element) error, tree func(uint64, int, func(element) error) error) error {
	if len(e.value) < bucketHead {
		return broken("bucket %q is cut off", e.key)
	}
	if root := order.Uint64(e.value); root != 0 {
		return tree(root, 0, visit)
	}
	if len(e.value) < bucketHead+pageHead {
		return broken("bucket %q is cut off", e.key)
	}
	elements, err := parse(e.value[bucketHead:]).elements()
	if err != nil {
		return err
	}
	return each(elements, visit)
}

func each(elements []element, visit func(element) error) error {
	for _, e := range elements {
		if err := visit(e); err != nil {
			return err
		}
	}
	return nil
}

// tree visits every element of the leaves below a page, in their order.
func (w walk) tree(id uint64, depth int, visit func(element) error) error {
	p, elements, err := w.enter(id, depth)
	if err != nil {
		return err
	}
	if p.kind == leafKind {
		return each(elements, visit)
	}
	return each(elements, func(e element) error { return w.tree(e.child, depth+1, visit) })
}

// shallow is tree without the leaves: all leaves of a bbolt tree lie equally deep, so one tells of its level.
func (w walk) shallow(id uint64, depth int, visit func(element) error) error {
	p, elements, err := w.enter(id, depth)
	if err != nil || p.kind == leafKind || len(elements) == 0 {
		return err
	}
	below, err := w.load(elements[0].child)
	if err != nil {
		return err
	}
	return each(elements, func(e element) error {
		if below.kind == leafKind {
			return w.meet(e.child)
		}
		return w.shallow(e.child, depth+1, visit)
	})
}

func (w walk) enter(id uint64, depth int) (page, []element, error) {
	if depth > deepest {
		return page{}, nil, broken("page %d lies too deep", id)
	}
	if err := w.meet(id); err != nil {
		return page{}, nil, err
	}
	p, err := w.load(id)
	if err != nil {
		return page{}, nil, err
	}
	elements, err := p.elements()
	return p, elements, err
}
