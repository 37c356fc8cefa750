// Package pages reads a bbolt file page by page, without mapping it and without believing any number in it.
//
// bbolt trusts the file that it maps: a number changed by a bad disk sends it beyond the file, round in circles or into
// pages that are in use. Its own tools for such files (surgeon, guts_cli) are internal to it, and Tx.Check follows every
// number on a goroutine of its own, where a fault or a circle ends the program and nothing can catch it. So this package
// serves the reading of records (Reader), the look at a whole file before bbolt writes to it (Skeleton), a check and a
// rescue (Walk). Saving goes through bbolt alone.
//
// The package knows nothing of what the records mean. Its errors are store.ErrDamaged, or store.ErrForeign.
package pages

import (
	"encoding/binary"
	"errors"
	"fmt"
	"hash/fnv"
	"io"
	"os"

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

var byteOrder = binary.NativeEndian

// File is what the newest good meta page of a file says.
type File struct {
	reader     io.ReaderAt
	page       uint64 // bytes of a page
	pages      uint64 // ids from here on are unused
	root, free uint64 // page ids
}

func broken(format string, args ...any) error {
	return fmt.Errorf("%w: %s", store.ErrDamaged, fmt.Sprintf(format, args...))
}

// Open finds the newest good meta page. With an error the File is still one of which each page can be tried.
func Open(reader io.ReaderAt, size int64) (File, error) {
	best, newest := File{}, uint64(0)
	buffer := make([]byte, pageHead+metaSize)
	for at := int64(0); at <= largestPage; at = max(1024, 2*at) {
		if best.page != 0 { // one of the two says where the other is
			if at > int64(best.page) {
				break
			}
			at = int64(best.page)
		}
		if _, err := reader.ReadAt(buffer, at); err != nil {
			break
		}
		m := buffer[pageHead:]
		sum := fnv.New64a()
		_, _ = sum.Write(m[:56])
		if byteOrder.Uint32(m) != boltMagic || byteOrder.Uint64(m[56:]) != sum.Sum64() {
			continue
		}
		page, txid := uint64(byteOrder.Uint32(m[8:])), byteOrder.Uint64(m[48:])
		if page >= 1024 && page <= largestPage && (best.page == 0 || txid > newest) {
			newest = txid
			best = File{
				reader: reader, page: page, pages: byteOrder.Uint64(m[40:]), root: byteOrder.Uint64(m[16:]), free: byteOrder.Uint64(m[32:]),
			}
		}
	}
	if best.page == 0 {
		page := uint64(os.Getpagesize())
		return File{reader: reader, page: page, pages: uint64(size) / page}, broken("no page says where the data is")
	}
	if there, said := uint64(size)/best.page, best.pages; said > there {
		best.pages = there
		return best, broken("cut off at %d of %d pages", there, said)
	}
	return best, nil
}

// Recognizes reports whether a file is of the bbolt format, also a damaged one.
func Recognizes(reader io.ReaderAt) bool {
	for at := int64(0); at <= largestPage; at = max(1024, 2*at) {
		var found [4]byte
		if _, err := reader.ReadAt(found[:], at+pageHead); err == nil && byteOrder.Uint32(found[:]) == boltMagic {
			return true
		}
	}
	return false
}

// Pages returns how many pages there are. Not every one of them is the first of its element.
func (f File) Pages() uint64 { return f.pages }

// Leaf returns what stands on a page if that is a leaf, whether or not a tree leads to it.
func (f File) Leaf(id uint64) []Element {
	p, err := f.load(id)
	if err != nil || p.kind != leafKind {
		return nil
	}
	elements, _ := p.elements()
	return elements
}

// errOther is a page on which another page, or none, stands.
var errOther = fmt.Errorf("%w: another page", store.ErrDamaged)

// head reads the beginning of a page, its own head and that of its first element, into a buffer.
func (f File) head(id uint64, buffer *[]byte) (filePage, error) {
	return f.readInto(buffer, id, pageHead+elementSize)
}

// load reads a page with the pages that follow it.
func (f File) load(id uint64) (filePage, error) {
	var own []byte
	return f.loadInto(&own, id)
}

// loadInto is load into a buffer that the next page may use as well.
func (f File) loadInto(buffer *[]byte, id uint64) (filePage, error) {
	p, err := f.readInto(buffer, id, f.page)
	if err == nil && p.more > 0 {
		p, err = f.readInto(buffer, id, (uint64(p.more)+1)*f.page)
	}
	return p, err
}

// readInto reads some bytes from the beginning of a page and checks that it is the one.
func (f File) readInto(buffer *[]byte, id, bytes uint64) (filePage, error) {
	if id < 2 || id >= f.pages {
		return filePage{}, broken("page %d is out of bounds", id)
	}
	if uint64(cap(*buffer)) < bytes {
		*buffer = make([]byte, bytes)
	}
	data := (*buffer)[:bytes]
	if _, err := f.reader.ReadAt(data, int64(id*f.page)); errors.Is(err, io.EOF) { // it got shorter since it was opened
		return filePage{}, broken("page %d is cut off", id)
	} else if err != nil {
		return filePage{}, fmt.Errorf("page %d: %w", id, err)
	}
	p := parsePage(data)
	if p.id != id {
		return filePage{}, fmt.Errorf("%w: page %d says it is page %d", errOther, id, p.id)
	}
	if uint64(p.more) >= f.pages-id {
		return filePage{}, broken("page %d says that %d more belong to it", id, p.more)
	}
	return p, nil
}
