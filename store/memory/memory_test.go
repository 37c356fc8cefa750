package memory_test

import (
	"testing"

	"kwi/store"
	"kwi/store/memory"
	"kwi/store/storetest"
)

func TestContract(t *testing.T) {
	storetest.Run(t, func(*testing.T) store.Store { return memory.New() })
}
