package bolt

import (
	"context"
	"errors"
	"io/fs"

	"go.etcd.io/bbolt"

	"kwi/store/bolt/pages"
)

// view is what a use of the file sees of it: through bbolt, which maps the file and trusts it, or page by page.
type view interface {
	has(bucket []byte) bool
	get(bucket, key []byte) []byte // nil where there is none
}

// mapped is a view through bbolt.
type mapped struct{ *bbolt.Tx }

// identified is identify through bbolt.
func identified(tx *bbolt.Tx) error { return identify(mapped{tx}) }

func (m mapped) has(bucket []byte) bool { return m.Bucket(bucket) != nil }

func (m mapped) get(bucket, key []byte) []byte {
	if b := m.Bucket(bucket); b != nil {
		return b.Get(key)
	}
	return nil
}

// paged is a view page by page, each of which is doubted. What it gives out lives until it is asked again. Where something
// could not be read it gives out nothing more, and failed says why.
type paged struct {
	reader *pages.Reader
	trees  map[string]*pages.Tree
	failed error
}

// tree is that of a bucket; nil where there is none, or it could not be read.
func (p *paged) tree(bucket []byte) *pages.Tree {
	if p.failed != nil {
		return nil
	}
	t, known := p.trees[string(bucket)]
	if !known {
		t, p.failed = p.reader.Bucket(string(bucket))
		p.trees[string(bucket)] = t
	}
	return t
}

func (p *paged) has(bucket []byte) bool { return p.tree(bucket) != nil }

func (p *paged) get(bucket, key []byte) (value []byte) {
	if t := p.tree(bucket); t != nil {
		value, p.failed = t.Get(key)
	}
	return value
}

// is says whether the file is what may asks for, which may not be able to read it.
func (p *paged) is(may func(view) error) error {
	if err := may(p); p.failed == nil {
		return err
	}
	return p.failed
}

// scan visits what a bucket holds from one key on, until another; nil is no end.
func (p *paged) scan(bucket, from, until []byte, visit func(key, value []byte) error) error {
	t := p.tree(bucket)
	if t == nil {
		return p.failed
	}
	return t.Scan(from, until, func(e pages.Element) error { return visit(e.Key, e.Value) })
}

// paged opens the file in use as pages.
func (u *fileUse) paged() (*paged, error) {
	info, err := u.file.Stat()
	if err != nil {
		return nil, err
	}
	image, err := pages.Open(u.file, info.Size())
	if err != nil {
		return nil, err
	}
	reader, err := image.Reader()
	return &paged{reader: reader, trees: map[string]*pages.Tree{}}, err
}

// read runs fn on one snapshot that this handle may use. Where there is no file yet fn is not called, which leaves the
// caller's empty result.
func (s *Store) read(ctx context.Context, fn func(*fileUse, *paged) error) error {
	return s.readAs(ctx, s.usable, fn)
}

// readAs is read of a file of which may says that it is one.
func (s *Store) readAs(ctx context.Context, may func(view) error, fn func(*fileUse, *paged) error) error {
	err := s.attempt(ctx, byPages, func(u *fileUse) error {
		p, err := u.paged()
		if err != nil {
			return err
		}
		if err := p.is(may); err != nil {
			return err
		}
		if err := fn(u, p); p.failed == nil {
			return err
		}
		return p.failed
	})
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	return err
}
