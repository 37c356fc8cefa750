package pages

import "slices"

// filePage is one page with the pages that follow it, or the beginning of it.
type filePage struct {
	id    uint64
	kind  uint16
	count int
	more  uint32
	data  []byte

	children []Element // of a branch page of a Tree
}

// Element is what a leaf page holds: a key with a value, or a bucket.
type Element struct {
	Key, Value []byte
	Bucket     bool
	child      uint64 // on a branch page: the id of the page below
}

// parsePage takes the head of a page apart; data has at least that length.
func parsePage(data []byte) filePage {
	return filePage{
		id: byteOrder.Uint64(data), kind: byteOrder.Uint16(data[8:]), count: int(byteOrder.Uint16(data[10:])),
		more: byteOrder.Uint32(data[12:]), data: data,
	}
}

// counted checks the number of elements against the place of the first one's key: bbolt puts that behind the last
// element, and reads past any number less without a word.
func (p filePage) counted() error {
	if p.kind != leafKind && p.kind != branchKind {
		return broken("page %d is of kind %#x", p.id, p.kind)
	}
	if p.count == 0 {
		return nil
	}
	if len(p.data) < pageHead+elementSize {
		return broken("page %d has no room for an element", p.id)
	}
	at := pageHead
	if p.kind == leafKind {
		at += 4
	}
	if behind := uint64(byteOrder.Uint32(p.data[at:])); behind != uint64(p.count)*elementSize {
		return broken("page %d says %d elements, but has %d bytes of them", p.id, p.count, behind)
	}
	return nil
}

// elements reads a leaf or branch page. With an error it returns those before it as well.
func (p filePage) elements() ([]Element, error) { return p.elementsInto(nil) }

// elementsInto is elements in the place of others that nobody needs any more.
func (p filePage) elementsInto(found []Element) ([]Element, error) {
	err := p.counted()
	if p.kind != leafKind && p.kind != branchKind {
		return nil, err
	}
	found = slices.Grow(found[:0], min(p.count, len(p.data)/elementSize))
	for i := range p.count {
		at := uint64(pageHead + i*elementSize)
		if at+elementSize > uint64(len(p.data)) {
			return found, broken("page %d has no room for %d elements", p.id, p.count)
		}
		head := p.data[at : at+elementSize]
		var e Element
		var flags, pos, ksize, vsize uint64
		if p.kind == branchKind {
			pos, ksize, e.child = uint64(byteOrder.Uint32(head)), uint64(byteOrder.Uint32(head[4:])), byteOrder.Uint64(head[8:])
		} else {
			flags, pos = uint64(byteOrder.Uint32(head)), uint64(byteOrder.Uint32(head[4:]))
			ksize, vsize = uint64(byteOrder.Uint32(head[8:])), uint64(byteOrder.Uint32(head[12:]))
		}
		if at+pos+ksize+vsize > uint64(len(p.data)) {
			return found, broken("element %d of page %d is out of bounds", i, p.id)
		}
		e.Bucket = flags&bucketFlag != 0
		e.Key = p.data[at+pos : at+pos+ksize]
		e.Value = p.data[at+pos+ksize : at+pos+ksize+vsize]
		found = append(found, e)
	}
	return found, err
}

// within takes a bucket apart: its first page, or where that is 0 what stands in the bucket itself, and nothing but that
// does. With an error it returns what can be read nevertheless.
func (e Element) within() (root uint64, inline []Element, err error) {
	if len(e.Value) < bucketHead {
		return 0, nil, broken("bucket %q is cut off", e.Key)
	}
	if root := byteOrder.Uint64(e.Value); root != 0 {
		return root, nil, nil
	}
	if len(e.Value) < bucketHead+pageHead {
		return 0, nil, broken("bucket %q is cut off", e.Key)
	}
	p := parsePage(e.Value[bucketHead:])
	if p.kind != leafKind || p.count == 0 && len(p.data) > pageHead {
		return 0, nil, broken("bucket %q is another than it says", e.Key)
	}
	inline, err = p.elements()
	return 0, inline, err
}

// freeIDs are the ids on the list of free pages, 8 bytes each.
func (p filePage) freeIDs() ([]byte, error) {
	ids := p.data[pageHead:]
	count := uint64(p.count)
	if p.count == 0xFFFF && len(ids) >= 8 {
		count, ids = byteOrder.Uint64(ids), ids[8:]
	}
	if p.kind != freeKind || count > uint64(len(ids)/8) {
		return nil, broken("page %d is no list of free pages", p.id)
	}
	return ids[:8*count], nil
}
