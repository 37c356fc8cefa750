package outlook

import (
	"bytes"
	"errors"
	"io"
	"math"

	"github.com/richardlehane/mscfb"
)

// What mscfb may read before it has found its way in a file. It goes through the
// entries of the directory by recursion and keeps the path of each, so that both
// are bounded here: a mail with a hundred attachments and two hundred people has
// 6,000 entries, of which 300 hold others.
const (
	mostLookups   = 200_000
	mostDirectory = 2 << 20 // bytes of it: 16,384 entries
	mostHolders   = 1000    // entries that hold others
	entrySize     = 128
	noEntry       = math.MaxUint32
)

// readPiece is how much of a stream is read at a time. For each piece mscfb
// joins the sectors that lie side by side, which takes the square of their
// number.
const readPiece = 32 << 10

// container is what stands in a file, storage by storage; "" is the outermost.
type container struct {
	streams  map[string]map[string]*mscfb.File
	storages map[string][]string // the names of those in it, in the order of the file
	room     int64               // how much may still be read of all streams together
}

// under is a storage within another.
func under(at, name string) string { return at + "/" + name }

// open finds its way in a container.
func open(data []byte) (*container, error) {
	finding := &finder{data: bytes.NewReader(data)}
	r, err := mscfb.New(finding)
	if finding.tooMuch {
		return nil, ErrTooMuch
	}
	if err != nil {
		return nil, err
	}
	finding.found = true
	c := &container{map[string]map[string]*mscfb.File{}, map[string][]string{}, int64(len(data))}
	for _, f := range r.File[1:] {
		at := ""
		for _, step := range f.Path {
			at = under(at, step)
		}
		switch {
		case f.FileInfo().IsDir():
			c.storages[at] = append(c.storages[at], f.Name)
		case c.streams[at] == nil:
			c.streams[at] = map[string]*mscfb.File{f.Name: f}
		case c.streams[at][f.Name] == nil:
			c.streams[at][f.Name] = f
		}
	}
	return c, nil
}

// has reports whether a storage has a property.
func (c *container) has(at, property string) bool { return c.streams[at][prefix+property] != nil }

// read gives a property, nothing where there is none. No file holds more than it
// is long.
func (c *container) read(at, property string) ([]byte, error) {
	f := c.streams[at][prefix+property]
	if f == nil || f.Size == 0 {
		return nil, nil
	}
	if f.Size > c.room {
		return nil, ErrTooMuch
	}
	c.room -= f.Size
	b := make([]byte, f.Size)
	for n := 0; n < len(b); {
		some, err := f.Read(b[n:min(n+readPiece, len(b))])
		n += some
		switch {
		case err != nil && (!errors.Is(err, io.EOF) || n < len(b)):
			return nil, err
		case some == 0:
			return nil, io.ErrUnexpectedEOF
		}
	}
	return b, nil
}

// finder is a file that stops whoever finds their way in it, when that would take
// more than any mail needs.
type finder struct {
	data               *bytes.Reader
	lookups, directory int
	holders            int
	found, tooMuch     bool
}

// ReadAt implements io.ReaderAt. Whole sectors are those of the directory, or
// name where its sectors stand.
func (f *finder) ReadAt(p []byte, at int64) (int, error) {
	n, err := f.data.ReadAt(p, at)
	if f.found {
		return n, err
	}
	f.lookups++
	if len(p) >= 4*entrySize {
		f.directory += len(p)
		for ; len(p) >= entrySize; p = p[entrySize:] {
			if child := p[76:80]; uint32(child[0])|uint32(child[1])<<8|uint32(child[2])<<16|uint32(child[3])<<24 != noEntry {
				f.holders++
			}
		}
	}
	if f.lookups > mostLookups || f.directory > mostDirectory || f.holders > mostHolders {
		f.tooMuch = true
		return 0, ErrTooMuch
	}
	return n, err
}
