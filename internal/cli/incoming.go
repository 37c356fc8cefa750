package cli

import (
	"context"

	"kwi/internal/desk"
)

// Incoming reads a file that came back, or all workbooks and mails in a
// folder, as the command collect does. The interface uses it too.
func Incoming(ctx context.Context, name string) ([]desk.Incoming, error) {
	return (&run{}).incoming(ctx, name)
}
