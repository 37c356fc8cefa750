package bolt

import (
	"bytes"
	"context"
	"errors"
	"os"

	"kwi/store"
	"kwi/store/bolt/pages"
)

// Apart are copies that were kept and do not stand under the seal of the data file.
type Apart struct {
	Open  []Copy // under none, while the data file has one: whoever has such a copy reads it
	Other []Copy // under another, which nobody opens who knows the seal of the data file alone
}

// Apart looks which copies do not stand under the seal of the data file. What is no data file at all is none of them.
func (s *Store) Apart(ctx context.Context) (a Apart, err error) {
	mine, err := s.Seal(ctx)
	if err != nil {
		return a, err
	}
	for _, c := range s.Copies() {
		seal, err := sealOfCopy(ctx, c.Path)
		switch {
		case ctx.Err() != nil:
			return a, ctx.Err()
		case errors.Is(err, store.ErrForeign) || errors.Is(err, os.ErrNotExist):
		case bytes.Equal(nameOf(seal), nameOf(mine)):
		case seal == nil:
			a.Open = append(a.Open, c)
		default:
			a.Other = append(a.Other, c)
		}
	}
	return a, nil
}

// sealOfCopy is the seal of a copy, which stays as it is. In one that is damaged it is looked for on every page; where there
// is none to be found the copy has none, as far as anybody can tell.
func sealOfCopy(ctx context.Context, path string) ([]byte, error) {
	copied, err := Open(path, AsItIs)
	if err != nil {
		return nil, err
	}
	seal, err := copied.Seal(ctx)
	if !errors.Is(err, store.ErrDamaged) {
		return seal, err
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer func() { _ = f.Close() }()
	info, err := f.Stat()
	if err != nil {
		return nil, err
	}
	image, _ := pages.Open(f, info.Size()) // of one that is damaged it knows some
	return strayedSeal(image), nil
}

// strayedSeal is a seal that stands on any page of a file, whether or not a tree leads to it. One is as good as another:
// none is ever put in the place of another.
func strayedSeal(image pages.File) []byte {
	stored := strayedSealStored(image)
	if stored == nil {
		return nil
	}
	_, seal, _ := decodeStored(sealKey, stored)
	return seal
}

func strayedSealStored(image pages.File) []byte {
	for id := range image.Pages() {
		for _, e := range image.Leaf(id) {
			if _, _, err := decodeStored(sealKey, e.Value); err == nil && (bytes.Equal(e.Key, sealKey) || bytes.Equal(e.Key, sealCopyKey)) {
				return bytes.Clone(e.Value)
			}
		}
	}
	return nil
}
