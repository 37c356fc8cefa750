package hubtest

import (
	"testing"

	"kwi/store"
	"kwi/store/storetest"
)

// TestTheContract gives each case a cluster of its own, for the counter of
// revisions is that of a cluster.
func TestTheContract(t *testing.T) {
	storetest.Run(t, func(t *testing.T) store.Store { return Empty(t, Start(t)) })
}
