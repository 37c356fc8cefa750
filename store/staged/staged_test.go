package staged_test

import (
	"testing"

	"kwi/store"
	"kwi/store/memory"
	"kwi/store/staged"
	"kwi/store/storetest"
)

// twoHandles is a store in stages, as the contract's tests want it.
type twoHandles struct {
	*staged.Store
	engine *memory.Store
}

func (twoHandles) Boundless() {}

func (h twoHandles) Reopen() (store.Store, error) {
	engine, err := h.engine.Reopen()
	return staged.New(engine, staged.Options{}), err
}

func TestContract(t *testing.T) {
	storetest.Run(t, func(*testing.T) store.Store {
		engine := memory.New()
		return twoHandles{staged.New(engine, staged.Options{}), engine}
	})
}
