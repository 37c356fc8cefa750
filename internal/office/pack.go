package office

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"kwi/internal/desk"
	"kwi/internal/wholefile"
)

// packShelves are the folders of a pack: one to give away, and one to keep.
type packShelves struct{ client, ours string }

func (s packShelves) of(p *desk.Packed) string {
	if p.Ours {
		return s.ours
	}
	return s.client
}

// WritePack writes the papers for a session, those for the client and our own in
// folders of those names: into a zip where the path ends so, else into a folder
// there, which has the name of the pack and is always a new one. All of it is there
// or nothing. It gives the full name of what was written.
func WritePack(ctx context.Context, path string, p desk.Pack, client, ours, data string, at time.Time) (string, error) {
	shelves := packShelves{client, ours}
	if strings.EqualFold(filepath.Ext(path), zipEnding) {
		content, err := zipPack(p, shelves, at)
		if err != nil {
			return path, err
		}
		return path, Write(ctx, path, content, data)
	}
	made, err := makeFolder(path)
	if err != nil {
		return path, err
	}
	name, err := layPack(ctx, path, p, shelves)
	if err != nil && made {
		_ = os.Remove(path)
	}
	return name, namePath(err, path)
}

// ZipPack is a pack in one file, for standard output.
func ZipPack(p desk.Pack, client, ours string, at time.Time) ([]byte, error) {
	return zipPack(p, packShelves{client, ours}, at)
}

// zipEnding is how the name of a pack in one file ends.
const zipEnding = ".zip"

// layPack writes a pack into a new folder: under a name of its own first, so that
// it is there as a whole.
func layPack(ctx context.Context, folder string, p desk.Pack, shelves packShelves) (string, error) {
	draft, err := wholefile.DraftFolder(folder)
	if err != nil {
		return "", err
	}
	defer func() { _ = os.RemoveAll(draft) }() // it is gone where it got its name
	for i := range p.Papers {
		paper := &p.Papers[i]
		shelf := filepath.Join(draft, shelves.of(paper))
		if err := ctx.Err(); err != nil {
			return "", err
		}
		if err := os.MkdirAll(shelf, 0o700); err != nil {
			return "", err
		}
		if err := wholefile.Write(filepath.Join(shelf, paper.File), sealDocument(paper.Content)); err != nil {
			return "", err
		}
	}
	name := filepath.Join(folder, p.Name)
	for n := 2; ; n++ {
		err := wholefile.PublishFolder(draft, name)
		if err == nil || !errors.Is(err, fs.ErrExist) || n > mostBeside {
			return name, err
		}
		name = filepath.Join(folder, fmt.Sprintf("%s (%d)", p.Name, n))
	}
}

// zipPack is a pack as one file.
func zipPack(p desk.Pack, shelves packShelves, at time.Time) ([]byte, error) {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for i := range p.Papers {
		paper := &p.Papers[i]
		w, err := z.CreateHeader(&zip.FileHeader{Name: p.Name + "/" + shelves.of(paper) + "/" + paper.File, Method: zip.Deflate, Modified: at})
		if err != nil {
			return nil, err
		}
		if _, err := w.Write(sealDocument(paper.Content)); err != nil {
			return nil, err
		}
	}
	err := z.Close()
	return b.Bytes(), err
}
