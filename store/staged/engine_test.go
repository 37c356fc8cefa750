package staged_test

import (
	"path/filepath"
	"testing"

	"kwi/store"
	"kwi/store/bolt"
	"kwi/store/staged"
	"kwi/store/storetest"
)

// onFile is a store in stages on the engine of a data file.
type onFile struct {
	*staged.Store
	path string
}

func (onFile) Boundless() {}

func (f onFile) Reopen() (store.Store, error) {
	engine, err := bolt.Open(f.path)
	return staged.New(engine, staged.Options{}), err
}

func TestContractOnAFile(t *testing.T) {
	storetest.Run(t, func(t *testing.T) store.Store {
		path := filepath.Join(t.TempDir(), "kwi.db")
		engine, err := bolt.Open(path)
		if err != nil {
			t.Fatal(err)
		}
		return onFile{staged.New(engine, staged.Options{}), path}
	})
}
