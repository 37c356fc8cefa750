package main

import (
	"context"

	"kwi/internal/account"
	"kwi/internal/cli"
	"kwi/internal/lang"
	"kwi/ui/kit"
)

// copiesOf is who keeps copies of the data file, as a window knows it.
func copiesOf(session context.Context, c *cli.Copier) kit.Copies {
	return kit.Copies{
		Folder: c.Folder(), Failed: func() error { return c.Failed(session) },
		List: func() ([]kit.Copy, account.Moment, error) {
			all, last, err := c.Earlier(session)
			shown := make([]kit.Copy, len(all))
			for i, e := range all {
				shown[i] = kit.Copy{Path: e.Path, Name: e.Name, At: e.At, Twin: e.Twin, Cause: string(e.Cause), Size: e.Size, GoingBack: e.GoingBack, Seen: e.Seen}
			}
			return shown, last, err
		},
		GoBack: func(to kit.Copy) (string, lang.Came, error) {
			seen, _ := to.Seen.(cli.Seen)
			return c.GoBack(session, to.Path, seen)
		},
	}
}
