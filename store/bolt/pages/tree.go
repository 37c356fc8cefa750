package pages

import (
	"bytes"
	"sort"
)

// Reader reads buckets by their keys, and of the file only the pages between which they stand. Every page has to be the one
// that the page above it says: a branch or a leaf, as deep as the others, not free, and with its keys in order between
// those beside it. So a scan passes nothing over and meets nothing twice, whatever else is wrong with the file; only where a
// bucket is said to begin further down itself nobody can tell. A changed key of a branch shows in a scan alone.
//
// A Reader and its trees are for one goroutine, while nobody can write to the file.
type Reader struct {
	file     File
	free     []byte // the ids of the free pages, as they stand in the file
	buckets  *Tree
	leaf     []byte // the page that was read last, and what stands on it if that is a leaf
	elements []Element
}

// Reader begins to read.
func (f File) Reader() (*Reader, error) {
	r := &Reader{file: f}
	r.buckets = r.tree(f.root)
	var err error
	r.free, err = f.freePages()
	return r, err
}

// Tree is one bucket.
type Tree struct {
	reader *Reader
	root   uint64 // 0 where all of it stands in inline
	inline []Element
	level  int                 // one more than how deep its leaves lie; 0 until it is fathomed
	branch map[uint64]filePage // that were read and found in order
}

func (r *Reader) tree(root uint64) *Tree {
	return &Tree{reader: r, root: root, branch: map[uint64]filePage{}}
}

// Bucket returns the tree of a bucket; nil where there is none of that name.
func (r *Reader) Bucket(name string) (*Tree, error) {
	var found *Tree
	roots := map[uint64]bool{r.file.root: true}
	err := r.buckets.Scan(nil, nil, func(e Element) error {
		if !e.Bucket {
			return nil
		}
		root, inline, err := e.within()
		switch named := string(e.Key) == name; {
		case root != 0 && roots[root]:
			return broken("bucket %q stands where another does", e.Key)
		case err != nil && named:
			return err
		case root == 0 && named:
			found = r.tree(0)
			for _, e := range inline {
				found.inline = append(found.inline, Element{Key: bytes.Clone(e.Key), Value: bytes.Clone(e.Value), Bucket: e.Bucket})
			}
			return inOrder(inline, nil, nil)
		case named:
			found = r.tree(root)
		}
		roots[root] = true
		return nil
	})
	if err != nil {
		return nil, err
	}
	return found, nil
}

// Get returns the value of a key, which lives until something else is read; nil where there is none.
func (t *Tree) Get(key []byte) (value []byte, err error) {
	err = t.Scan(key, append(bytes.Clone(key), 0), func(e Element) error { value = e.Value; return nil })
	return value, err
}

// Scan visits the elements from one key on, until another, in order; nil is no end. What an element holds lives until
// visit returns, or something else is read. An error of visit ends the scan and is returned as it is.
func (t *Tree) Scan(from, until []byte, visit func(Element) error) error {
	if t.root != 0 {
		if t.level == 0 {
			if err := t.fathom(); err != nil {
				return err
			}
		}
		return t.below(t.root, 0, bounds{}, from, until, visit)
	}
	return within(t.inline, from, until, visit)
}

// bounds are between which keys those of a page stand: from low on, and before high; nil is no bound.
type bounds struct{ low, high []byte }

func (t *Tree) below(id uint64, depth int, b bounds, from, until []byte, visit func(Element) error) error {
	p, err := t.enter(id, depth, b)
	if err != nil {
		return err
	}
	if p.kind == leafKind {
		r := t.reader
		if r.elements, err = p.elementsInto(r.elements); err == nil {
			err = inOrder(r.elements, b.low, b.high)
		}
		if err != nil {
			return err
		}
		return within(r.elements, from, until, visit)
	}
	for i, e := range p.children {
		child := p.boundsOf(i, b)
		switch {
		case child.high != nil && bytes.Compare(child.high, from) <= 0:
			continue
		case i > 0 && until != nil && bytes.Compare(child.low, until) >= 0: // What is before the first key is looked for below it.
			return nil
		}
		if err := t.below(e.child, depth+1, child, from, until, visit); err != nil {
			return err
		}
	}
	return nil
}

// fathom finds how deep the leaves lie, by the first and by the last: a wrong number that leads to a page further down the
// same tree is on the way to one of them at most, and would hide what it passes over.
func (t *Tree) fathom() error {
	first, err := t.outermost(func(int) int { return 0 })
	if err != nil {
		return err
	}
	last, err := t.outermost(func(n int) int { return n - 1 })
	if err == nil && first != last {
		err = broken("some leaves lie %d pages deep, others %d", first, last)
	}
	if err == nil {
		t.level = first + 1
	}
	return err
}

// outermost goes down to a leaf and returns how deep that lies; choose says which of n pages is the next.
func (t *Tree) outermost(choose func(n int) int) (depth int, err error) {
	id, b := t.root, bounds{}
	for {
		p, err := t.reader.file.head(id, &t.reader.leaf)
		if err == nil && p.kind != leafKind {
			p, err = t.enter(id, depth, b)
		}
		if err != nil || p.kind == leafKind {
			return depth, err
		}
		next := choose(len(p.children))
		id, b = p.children[next].child, p.boundsOf(next, b)
		depth++
	}
}

// boundsOf are those of the page below one of the elements of a branch that has bounds itself.
func (p filePage) boundsOf(i int, b bounds) bounds {
	child := bounds{low: p.children[i].Key, high: b.high}
	if i+1 < len(p.children) {
		child.high = p.children[i+1].Key
	}
	return child
}

// enter reads a page of the tree. A branch is kept: the next key leads through the same.
func (t *Tree) enter(id uint64, depth int, b bounds) (filePage, error) {
	if depth > deepest {
		return filePage{}, broken("page %d lies too deep", id)
	}
	if p, known := t.branch[id]; known {
		return p, between(p.children, b.low, b.high) // it may be met a second time, from a wrong place
	}
	p, err := t.reader.file.loadInto(&t.reader.leaf, id)
	switch {
	case err != nil:
		return p, err
	case t.reader.anyFree(id, p.more):
		return p, broken("page %d is free, and in use", id)
	case p.kind != leafKind && p.kind != branchKind:
		return p, broken("page %d is of kind %#x", id, p.kind)
	case p.count == 0 && (t != t.reader.buckets || depth > 0 || p.kind == branchKind):
		return p, broken("page %d is empty", id)
	case p.kind == leafKind && t.level != depth+1:
		return p, broken("page %d lies higher or lower than others", id)
	case p.kind == leafKind:
		return p, nil
	}
	p.data = bytes.Clone(p.data)
	if p.children, err = p.elements(); err == nil {
		err = inOrder(p.children, b.low, b.high)
	}
	if err == nil {
		t.branch[id] = p
	}
	return p, err
}

// inOrder says whether keys ascend, and stand between those beside them.
func inOrder(elements []Element, low, high []byte) error {
	for i, e := range elements {
		if i > 0 && bytes.Compare(elements[i-1].Key, e.Key) >= 0 {
			return broken("%q stands after %q", e.Key, elements[i-1].Key)
		}
	}
	return between(elements, low, high)
}

// between says whether keys that ascend stand between those beside them.
func between(elements []Element, low, high []byte) error {
	if n := len(elements); n > 0 && (bytes.Compare(elements[0].Key, low) < 0 || high != nil && bytes.Compare(elements[n-1].Key, high) >= 0) {
		return broken("%q stands in the wrong place", elements[0].Key)
	}
	return nil
}

func within(elements []Element, from, until []byte, visit func(Element) error) error {
	first := sort.Search(len(elements), func(i int) bool { return bytes.Compare(elements[i].Key, from) >= 0 })
	for _, e := range elements[first:] {
		if until != nil && bytes.Compare(e.Key, until) >= 0 {
			return nil
		}
		if err := visit(e); err != nil {
			return err
		}
	}
	return nil
}

// freePages reads the ids of the free pages. bbolt keeps them in order.
func (f File) freePages() ([]byte, error) {
	if f.free == noFreelist {
		return nil, errNoFreelist
	}
	p, err := f.load(f.free)
	if err != nil {
		return nil, err
	}
	return p.freeIDs()
}

// anyFree says whether a page, or one of those that follow it and belong to it, is free.
func (r *Reader) anyFree(id uint64, more uint32) bool {
	n := len(r.free) / 8
	at := sort.Search(n, func(i int) bool { return byteOrder.Uint64(r.free[8*i:]) >= id })
	return at < n && byteOrder.Uint64(r.free[8*at:]) <= id+uint64(more)
}
