package cli

import (
	"context"

	"kwi/store"
)

// Hub is the hub of the team that a data file belongs to, as a window works with it.
type Hub struct {
	Store    store.Store
	Owner    string                      // below whom clients lie there that are brought from here
	User     string                      // as others hear of them
	Computer string                      // the same
	Is       func(context.Context) error // asks the hub whether it is the one of the team; nil: there is nothing to ask
	Told     func(error) error           // what an error of it means to its user; nil: as it is
}
