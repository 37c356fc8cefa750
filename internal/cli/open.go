package cli

import (
	"context"
	"os"
	"path/filepath"

	"kwi/internal/account"
	"kwi/internal/example"
	"kwi/internal/wholefile"
	"kwi/store/bolt"
)

// open runs the interface on the data file. A file that cannot be read is
// told before a screen is drawn.
func (r *invocation) open(ctx context.Context) error {
	s, err := r.session()
	if err != nil {
		return err
	}
	if _, err := s.Desk.Supplier(ctx); err != nil {
		return err
	}
	if s.Remember = r.remember; r.unread != nil {
		s.Told = r.words.Fault(r.unread)
	}
	return r.Interactive(ctx, s)
}

// demo runs the interface on an example portfolio of its own, which is gone
// when it ends.
func (r *invocation) demo(ctx context.Context) (err error) {
	folder, err := wholefile.Folder("kwi-demo")
	if err != nil {
		return err
	}
	defer func() {
		if gone := os.RemoveAll(folder); err == nil {
			err = gone
		}
	}()
	s, err := bolt.Open(filepath.Join(folder, "demo.db"))
	if err != nil {
		return err
	}
	session := r.at(s)
	today := account.Date(r.Now().Format("2006-01-02"))
	portfolio := example.Portfolio(r.words.Tag(), today)
	if _, err := session.Desk.Import(ctx, false, portfolio); err != nil {
		return err
	}
	session.Settings.Me = example.Manager(portfolio)
	return r.Interactive(ctx, session)
}
