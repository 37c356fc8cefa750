package cli

import (
	"cmp"
	"context"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"time"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"kwi/internal/account"
	"kwi/internal/fault"
	"kwi/store/bolt"
)

// One copy that was kept, for programs.
type copyJSON struct {
	Number  int    `json:"number"` // 1 is the newest
	Name    string `json:"name"`
	Path    string `json:"path"`
	Date    string `json:"date"`
	Cause   string `json:"cause"`
	Size    int64  `json:"size"`    // bytes
	Clients *int   `json:"clients"` // null where it cannot be read
}

type copiesJSON struct {
	Copies []copyJSON `json:"copies"`
}

func (r *invocation) restoring() *cobra.Command {
	var machine bool
	return r.command("restore", 0, 1, func(o *pflag.FlagSet) {
		o.BoolVar(&machine, "json", false, r.words.T("cli.option.json.copies"))
	}, func(ctx context.Context, args []string) error {
		switch {
		case len(args) == 0:
			return r.listCopies(ctx, machine)
		case machine:
			return wrongUsage("cli.restore.json")
		}
		if args[0] == standard {
			return r.spooled(ctx, func(path string) error { return r.restore(ctx, path, r.words.T("cli.input")) })
		}
		return r.restore(ctx, args[0], "")
	})
}

// listCopies tells which copies were kept, the newest first, a line each with the number
// and the name by which one is put back.
func (r *invocation) listCopies(ctx context.Context, machine bool) error {
	s, err := r.data()
	if err != nil {
		return err
	}
	all := s.Copies()
	out := copiesJSON{Copies: []copyJSON{}}
	for i, c := range all {
		one := copyJSON{Number: i + 1, Name: c.Name, Path: c.Path, Date: c.At.Format(time.RFC3339), Cause: string(c.Cause), Size: c.Size}
		if n, err := r.clientsIn(ctx, c.Path); err == nil {
			one.Clients = &n
		}
		out.Copies = append(out.Copies, one)
	}
	if machine {
		return writeJSON(r.Out, out)
	}
	if len(all) == 0 {
		_, err = fmt.Fprintln(r.Err, r.words.T("copies.none"))
		return err
	}
	for i, c := range all {
		clients := r.words.T("copies.unread")
		if n := out.Copies[i].Clients; n != nil {
			clients = r.words.N("copies.clients", *n)
		}
		if err == nil {
			_, err = fmt.Fprintf(r.Out, "%2d  %s · %s · %s kB · %s · %s\n", i+1, r.when(c.At), r.cause(c.Cause),
				r.words.Int(int((c.Size+1023)/1024)), clients, cleanLine(c.Name))
		}
	}
	if err == nil {
		_, err = fmt.Fprintln(r.Err, r.words.T("copies.how"))
	}
	return err
}

// when is when a copy was made: of one of a day whose hour is not known the day.
func (r *invocation) when(at time.Time) string {
	if at.Equal(time.Date(at.Year(), at.Month(), at.Day(), 0, 0, 0, 0, at.Location())) {
		return r.words.Date(account.MomentOf(at).Date())
	}
	return r.words.Moment(account.MomentOf(at))
}

// cause is why a copy was kept, in words.
func (r *invocation) cause(c bolt.Cause) string {
	if key := "copies.cause." + string(c); r.words.Has(key) {
		return r.words.T(key)
	}
	return cleanLine(string(c))
}

// clientsIn is how many clients are in a data file, which stays as it is.
func (r *invocation) clientsIn(ctx context.Context, path string) (int, error) {
	s, err := bolt.Open(path, bolt.AsItIs)
	if err != nil {
		return 0, err
	}
	lines, err := r.at(s).Desk.Portfolio(ctx)
	return len(lines), err
}

// named is the copy that somebody means by a number of the list, by a name of it, or
// by the path of a file.
func named(s *bolt.Store, asked string) (string, error) {
	all := s.Copies()
	if n, err := strconv.Atoi(asked); err == nil {
		if n < 1 || n > len(all) {
			return "", cannot("copies.nonumber", asked)
		}
		return all[n-1].Path, nil
	}
	if _, err := os.Stat(asked); err == nil || filepath.Base(asked) != asked {
		return asked, nil
	}
	for _, c := range all {
		if asked == c.Name || asked == filepath.Base(c.Path) {
			return c.Path, nil
		}
	}
	return asked, nil
}

// restore puts a copy in the place of the data file, and tells what stood there and
// where that is kept. What called is not "" is a copy that is told by that name.
func (r *invocation) restore(ctx context.Context, asked, called string) error {
	s, err := r.data()
	if err != nil {
		return err
	}
	path, err := named(s, asked)
	if err != nil {
		return err
	}
	if err := noFolder(path); err != nil {
		return err
	}
	if there, err := os.Stat(path); err == nil && !there.Mode().IsRegular() {
		return fault.New(fault.NoFile, cleanPath(path)) // it may never end
	}
	stood := "cli.restored.kept"
	var clients int
	if _, err := os.Stat(s.Path()); err == nil {
		if clients, err = r.clientsIn(ctx, s.Path()); err == nil {
			stood = "cli.restored.stood"
		}
	}
	old, err := s.RestoreTold(ctx, path, r.far.counting(inMegabytes))
	if err != nil {
		return copied("restore", err, path, s.Path())
	}
	said := r.words.T("cli.restored", cmp.Or(called, cleanPath(path)))
	switch {
	case old == "":
	case stood == "cli.restored.stood":
		said += " " + r.words.N(stood, clients, cleanPath(old))
	default:
		said += " " + r.words.T(stood, cleanPath(old))
	}
	_, err = fmt.Fprintln(r.Out, said)
	return err
}

// backupTo writes a copy to standard output, for another program: a terminal has no use
// for it.
func (r *invocation) backupTo(ctx context.Context, s *bolt.Store) error {
	if r.OutTerminal {
		return cannot("cli.backup.terminal")
	}
	if _, err := os.Stat(s.Path()); err != nil {
		return dataFileFault(fs.ErrNotExist, s.Path(), s.Path())
	}
	if err := s.BackupTold(ctx, r.Out, r.far.counting(inMegabytes)); err != nil {
		if _, mine := err.(outputError); mine { //nolint:errorlint // told as what it is
			return err
		}
		return copied("backup", err, s.Path(), s.Path())
	}
	return nil
}
