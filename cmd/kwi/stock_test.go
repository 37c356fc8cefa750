package main

import (
	"bytes"
	"context"
	"os"
	"sync"

	"kwi/internal/desk"
	"kwi/internal/portable"
	"kwi/store"
	"kwi/store/memory"
)

// stock is what stands in a store with the example, read once for all tests: each
// makes a store of its own of it.
var stock = sync.OnceValues(func() (writes []store.Write, err error) {
	f, err := os.Open("../../internal/portable/testdata/newmedia.json")
	if err != nil {
		return nil, err
	}
	defer f.Close()
	file, err := portable.Read(f)
	if err != nil {
		return nil, err
	}
	s := memory.New()
	if _, err := desk.New(s, nonce).Import(context.Background(), false, file); err != nil {
		return nil, err
	}
	return writesOf(s)
})

// writesOf are the writes that make a new store hold what another holds.
func writesOf(s store.Store) (writes []store.Write, err error) {
	err = s.Scan(context.Background(), "", func(r store.Record) error {
		writes = append(writes, store.Write{Op: store.Put, Key: r.Key, Value: bytes.Clone(r.Value)})
		return nil
	})
	return writes, err
}
