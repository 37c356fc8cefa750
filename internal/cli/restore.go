package cli

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"time"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"kwi/internal/lang"
	"kwi/store"
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
	Locked  bool   `json:"locked,omitempty"`
}

type copiesJSON struct {
	Copies []copyJSON `json:"copies"`
}

func (r *invocation) restoring() *cobra.Command {
	p := putsBack{invocation: r}
	return r.command("restore", 0, 1, func(o *pflag.FlagSet) {
		r.secretOptions(o, &p.from)
		o.BoolVar(&p.unlocked, "unlocked", false, r.words.T("cli.option.restore.unlocked"))
		o.BoolVar(&p.check, "check", false, r.words.T("cli.option.restore.check"))
		o.BoolVar(&p.yes, "yes", false, r.words.T("cli.option.restore.yes"))
		o.BoolVar(&p.machine, "json", false, r.words.T("cli.option.json.copies"))
	}, func(ctx context.Context, args []string) error {
		switch {
		case len(args) == 0 && (p.check || p.yes):
			return wrongUsage("cli.restore.count")
		case len(args) == 0:
			return r.listCopies(ctx, p.machine)
		case p.machine && !p.check && !p.yes:
			return wrongUsage("cli.restore.json")
		case r.readonly:
			return cannot("cli.readonly.command", "restore "+cleanLine(args[0]))
		}
		return p.restore(ctx, args[0])
	})
}

// listCopies tells which copies were kept, the newest first, a line each with the number
// and the name by which one is put back.
func (r *invocation) listCopies(ctx context.Context, machine bool) error {
	s, err := r.dataFile()
	if err != nil {
		return err
	}
	all := s.Copies()
	out := copiesJSON{Copies: []copyJSON{}}
	for i, c := range all {
		one := copyJSON{Number: i + 1, Name: c.Name, Path: c.Path, Date: c.At.Format(time.RFC3339), Cause: string(c.Cause), Size: c.Size}
		n, err := r.clientsIn(ctx, c.Path)
		if one.Locked = errors.Is(err, store.ErrSealed); err == nil {
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
		clients := -1
		if out.Copies[i].Locked {
			clients = lang.LockedCopy
		}
		if n := out.Copies[i].Clients; n != nil {
			clients = *n
		}
		if err == nil {
			_, err = fmt.Fprintf(r.Out, "%2d  %s · %s · %s · %s\n", i+1, r.words.CopyMoment(c.At, c.Twin), r.words.CopyCause(string(c.Cause)),
				r.words.CopySize(c.Size, clients), cleanLine(c.Name))
		}
	}
	if err == nil {
		_, err = fmt.Fprintln(r.Err, r.words.T("copies.how"))
	}
	return err
}

// clientsIn is how many clients are in a data file, which stays as it is.
func (r *invocation) clientsIn(ctx context.Context, path string) (int, error) {
	s, err := bolt.Open(path, bolt.AsItIs)
	if err != nil {
		return 0, err
	}
	if _, err := s.Get(ctx); err != nil {
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
