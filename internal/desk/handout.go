package desk

import (
	"context"
	"errors"

	"kwi/internal/account"
	"kwi/internal/fault"
	"kwi/internal/hand"
)

// HandOut keeps with which marks lists go out, and lets write put them where
// somebody can take them. No list is there before it is kept, for its answers
// would come back from nobody; where it cannot be written nothing is kept, and
// where even that fails both are told.
func (d *Desk) HandOut(ctx context.Context, client string, cycle account.CycleName, lists []Outgoing, write func() error) error {
	var fresh []Outgoing
	err := d.note(ctx, client, hand.Label{Key: "post.written"}, func(c *account.Client) error {
		fresh = nil
		for _, o := range lists {
			if o.Sent.Mark == "" || c.Marked(o.Sent.Mark).Sending != nil {
				continue // closed, or the list of before
			}
			if err := c.Issue(cycle, o.Who, o.Sent); err != nil {
				return err
			}
			fresh = append(fresh, o)
		}
		return nil
	})
	if err != nil {
		return err
	}
	if err := write(); err != nil {
		recalled := d.note(context.WithoutCancel(ctx), client, hand.Label{Key: "post.unwritten"}, func(c *account.Client) error {
			for _, o := range fresh {
				if err := c.Recall(o.Sent.Mark); err != nil {
					return err
				}
			}
			return nil
		})
		if recalled != nil {
			return errors.Join(err, fault.New(fault.NotRecalled).By(recalled))
		}
		return err
	}
	return nil
}
