package cli

import (
	"context"
	"os"
	"path/filepath"
	"strings"

	"kwi/internal/portable"
	"kwi/internal/sound"
	"kwi/internal/wholefile"
	"kwi/store/bolt"
)

// soundParts is what can still be read of a damaged data file.
type soundParts struct {
	portable.File
	missing []string     // clients of whom a part is gone, by their IDs, and then what the supplier keeps
	report  sound.Report // what is wrong, by client and cycle

	mendable bool // a repair loses nothing
}

// readSound reads past what is damaged, in a copy that is thrown away.
func (r *invocation) readSound(ctx context.Context, s *bolt.Store) (soundParts, error) {
	folder, err := wholefile.Folder("kwi-sound")
	if err != nil {
		return soundParts{}, err
	}
	defer func() { _ = os.RemoveAll(folder) }()
	path := filepath.Join(folder, "sound.db")
	done, err := s.RescueSound(ctx, path)
	if err != nil {
		return soundParts{}, err
	}
	copied, err := r.opened(path)
	if err != nil {
		return soundParts{}, err
	}
	d := r.at(copied).Desk
	done.Unread = r.realKeys(copied, done.Unread)
	report, err := d.Check(ctx, done.Unread...)
	if err != nil {
		return soundParts{}, err
	}
	if _, err := d.Repair(ctx, report); err != nil { // nobody is left out for their line of the overview
		return soundParts{}, err
	}
	f, unread, err := d.ExportSound(ctx)
	missing := unread.Clients
	if unread.Firm {
		missing = append(missing, r.words.T("cli.partly.firm"))
	}
	if f.Supplier == "" {
		f.Supplier = "?" // a portable file has one
	}
	return soundParts{f, missing, report, mendable(done)}, err
}

// partly says what is not there: a fault in the end, however much there is.
func (s soundParts) partly(data string) error {
	if len(s.missing) == 0 {
		return cannot("cli.partly.unknown", cleanPath(data))
	}
	return cannot("cli.partly", cleanPath(data), strings.Join(s.missing, ", "))
}
