package desk

import (
	"context"
	"slices"

	"kwi/internal/account"
	"kwi/internal/codec"
)

// Learn adds to a person what their name was, as the journal of the client where they
// are known by their initials still has it. A client or a step that cannot be read
// tells nothing.
func (d *Desk) Learn(ctx context.Context, p account.Person) account.Person {
	if p.Client == "" {
		return p
	}
	s, err := d.snapshot(ctx, p.Client, true)
	if err != nil {
		return p
	}
	if now, err := codec.Decode(s.records); err == nil {
		p.Learn(&now)
	}
	for i, step := range slices.Backward(s.steps) {
		if !slices.Contains(step.Touched(), codec.ClientKey(p.Client)) {
			continue
		}
		before, _, err := s.image(i)
		if err != nil {
			return p // the way back ends here
		}
		p.Learn(&before)
	}
	return p
}
