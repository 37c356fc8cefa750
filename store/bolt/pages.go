package bolt

import (
	"encoding/binary"
	"fmt"
	"hash/fnv"
	"io"

	"kwi/store"
)

// What bbolt writes, byte by byte in the order of the machine: a page begins with id (8), kind (2), count (2) and the
// number of pages that follow it (4); a meta page goes on with magic, version, page size and flags (4 each), root page,
// sequence, page of the free list, first unused page, transaction and checksum (8 each).
const (
	boltMagic   = 0xED0CDAED
	pageHead    = 16
	metaSize    = 64
	branchKind  = 0x01
	leafKind    = 0x02
	freeKind    = 0x10
	elementSize = 16
	bucketFlag  = 0x01
	noFreelist  = ^uint64(0)
	largestPage = 64 << 10
)

var order = binary.NativeEndian

// image reads the pages of a data file without mapping it and without believing any number in it.
type image struct {
	file               io.ReaderAt
	size               uint64
	page               uint64 // bytes of a page
	root, free, unused uint64 // page ids
	txid               uint64
}

// page is one page with the pages that follow it. Elements are read with bounds checked.
type page struct {
	id    uint64
	kind  uint16
	count int
	more  uint32
	data  []byte
}

// element is what a leaf or branch page holds: a key with a value, or with the id of a page below.
type element struct {
	key, value []byte
	child      uint64
	bucket     bool
}

func broken(format string, args ...any) error {
	return fmt.Errorf("%w: %s", store.ErrDamaged, fmt.Sprintf(format, args...))
}

// newImage finds the newest good meta page.
func newImage(file io.ReaderAt, size int64) (image, error) {
	var best image
	buffer := make([]byte, pageHead+metaSize)
	for at := int64(0); at <= largestPage; at = max(1024, 2*at) {
		if _, err := file.ReadAt(buffer, at); err != nil {
			break
		}
		m := buffer[pageHead:]
		sum := fnv.New64a()
		_, _ = sum.Write(m[:56])
		if order.Uint32(m) != boltMagic || order.Uint64(m[56:]) != sum.Sum64() {
			continue
		}
		found := image{
			file: file, size: uint64(size), page: uint64(order.Uint32(m[8:])),
			root: order.Uint64(m[16:]), free: order.Uint64(m[32:]), unused: order.Uint64(m[40:]), txid: order.Uint64(m[48:]),
		}
		if found.page >= 1024 && found.page <= largestPage && (best.page == 0 || found.txid > best.txid) {
			best = found
		}
	}
	if best.page == 0 {
		return best, broken("no page says where the data is")
	}
	if best.unused > best.size/best.page {
		return best, broken("cut off at %d of %d pages", best.size/best.page, best.unused)
	}
	return best, nil
}

// IsDataFile tells whether a file is of the bbolt format, also a damaged one, of another version or of another program:
// something of which nothing but a backup or a restore may take the place.
func IsDataFile(file io.ReaderAt) bool {
	for at := int64(0); at <= largestPage; at = max(1024, 2*at) {
		var magic [4]byte
		if _, err := file.ReadAt(magic[:], at+pageHead); err == nil && order.Uint32(magic[:]) == boltMagic {
			return true
		}
	}
	return false
}

// classify tells a damaged file of bbolt from a file of something else.
func classify(file io.ReaderAt, cause error) error {
	if IsDataFile(file) {
		return fmt.Errorf("%w: %w", store.ErrDamaged, cause)
	}
	return fmt.Errorf("%w: %w", store.ErrForeign, cause)
}

// load reads the page with this id and checks that it is the one.
func (m image) load(id uint64) (page, error) {
	head := make([]byte, m.page)
	if id < 2 || id >= m.unused {
		return page{}, broken("page %d is out of bounds", id)
	}
	if _, err := m.file.ReadAt(head, int64(id*m.page)); err != nil {
		return page{}, fmt.Errorf("page %d: %w", id, err)
	}
	p := parse(head)
	if p.id != id || uint64(p.more) >= m.unused-id {
		return page{}, broken("page %d says it is page %d with %d more", id, p.id, p.more)
	}
	if p.more > 0 {
		rest := make([]byte, uint64(p.more)*m.page)
		if _, err := m.file.ReadAt(rest, int64((id+1)*m.page)); err != nil {
			return page{}, fmt.Errorf("page %d: %w", id, err)
		}
		p.data = append(head, rest...)
	}
	return p, nil
}

// parse takes the head of a page apart; data has at least that length.
func parse(data []byte) page {
	return page{
		id: order.Uint64(data), kind: order.Uint16(data[8:]), count: int(order.Uint16(data[10:])),
		more: order.Uint32(data[12:]), data: data,
	}
}

// elements reads a leaf or branch page.
func (p page) elements() ([]element, error) {
	if p.kind != leafKind && p.kind != branchKind {
		return nil, broken("page %d is of kind %#x", p.id, p.kind)
	}
	if pageHead+p.count*elementSize > len(p.data) {
		return nil, broken("page %d has no room for %d elements", p.id, p.count)
	}
	found := make([]element, p.count)
	for i := range found {
		at := uint64(pageHead + i*elementSize)
		head := p.data[at : at+elementSize]
		var flags, pos, ksize, vsize uint64
		if p.kind == branchKind {
			pos, ksize, found[i].child = uint64(order.Uint32(head)), uint64(order.Uint32(head[4:])), order.Uint64(head[8:])
		} else {
			flags, pos = uint64(order.Uint32(head)), uint64(order.Uint32(head[4:]))
			ksize, vsize = uint64(order.Uint32(head[8:])), uint64(order.Uint32(head[12:]))
		}
		if at+pos+ksize+vsize > uint64(len(p.data)) {
			return nil, broken("element %d of page %d is out of bounds", i, p.id)
		}
		found[i].bucket = flags&bucketFlag != 0
		found[i].key = p.data[at+pos : at+pos+ksize]
		found[i].value = p.data[at+pos+ksize : at+pos+ksize+vsize]
	}
	return found, nil
}

// freePages visits the list of free pages.
func (m image) freePages(visit func(id uint64) error) error {
	if m.free == noFreelist {
		return errNoFreelist
	}
	p, err := m.load(m.free)
	if err != nil {
		return err
	}
	ids := p.data[pageHead:]
	count := uint64(p.count)
	if p.count == 0xFFFF && len(ids) >= 8 {
		count, ids = order.Uint64(ids), ids[8:]
	}
	if p.kind != freeKind || count > uint64(len(ids)/8) {
		return broken("page %d is no list of free pages", p.id)
	}
	for i := range count {
		if err := visit(order.Uint64(ids[8*i:])); err != nil {
			return err
		}
	}
	return nil
}
