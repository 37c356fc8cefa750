package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"strconv"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"kwi/internal/account"
	"kwi/internal/desk"
	"kwi/internal/fault"
	"kwi/internal/office"
	"kwi/internal/passphrase"
	"kwi/internal/portable"
)

func (r *invocation) importing() *cobra.Command {
	var how desk.Importing
	return r.command("import", 1, -1, func(o *pflag.FlagSet) {
		o.BoolVar(&how.Replace, "replace", false, r.words.T("cli.option.replace"))
		o.BoolVar(&how.Check, "check", false, r.words.T("cli.option.check"))
		o.StringVar(&how.Why, "why", "", r.words.T("cli.option.whyreplace"))
	}, func(ctx context.Context, names []string) error {
		how.Today, how.What = r.today(), r.words.T("replaced.what")
		how.By = r.settings.Me.Known()
		return r.imports(ctx, names, how)
	})
}

// imports reads all files before it keeps any of them; to check them it keeps none.
func (r *invocation) imports(ctx context.Context, names []string, how desk.Importing) error {
	files := make([]portable.File, 0, len(names))
	for i, name := range names {
		for _, before := range names[:i] {
			if name == standard && before == standard {
				return wrongUsage("cli.wrong.twice")
			}
		}
	}
	for _, name := range names {
		f, err := r.read(ctx, name)
		if err != nil {
			return namedIn(name, len(names), err)
		}
		files = append(files, f)
	}
	s, err := r.session()
	if err != nil {
		return err
	}
	imported, replaced := "cli.imported", "cli.replaced"
	if how.Check {
		imported, replaced = "cli.wouldimport", "cli.wouldreplace"
	}
	how.Told = r.far.counting(inClients)
	done, err := s.Desk.ImportAs(ctx, how, files...)
	if err != nil {
		return inFile(names, err)
	}
	said := r.words.N(imported, len(done.Clients))
	if n := len(done.Replaced); n > 0 {
		said += " " + r.words.N(replaced, n)
	}
	for _, m := range done.Moved {
		said += "\n" + cleanLine(m.Client.Name) + ": " + strings.Join(r.words.Moving(m.Moving, m.Client.Approach, r.today()), "\n  ")
	}
	for _, f := range files {
		for i := range f.Clients {
			c := &f.Clients[i]
			said += r.replaced(c, done.Changed[c.ID]) + r.twins(c) + r.oddlyInternal(c)
		}
	}
	_, err = fmt.Fprintln(r.Out, said)
	return err
}

// replaced are lines about what stood firm of a client and became another.
func (r *invocation) replaced(c *account.Client, what account.Replaced) (lines string) {
	name := cleanLine(c.Name)
	for _, cycle := range what.Closed {
		lines += "\n" + r.words.T("replaced.closed", name, string(cycle))
	}
	for _, of := range what.Words {
		lines += "\n" + r.words.T("replaced.words", name, of.What())
	}
	if len(what.Behind) > 0 {
		lines += "\n" + name + ": " + r.words.Behind(what.Behind)
	}
	return lines
}

// oddlyInternal are lines about agreements that are between ourselves, and yet the
// client's too.
func (r *invocation) oddlyInternal(c *account.Client) (lines string) {
	for _, number := range c.OddlyInternal() {
		lines += "\n" + r.words.T("cli.oddlyinternal", cleanLine(c.Name), number)
	}
	return lines
}

// twins are lines about the people of a client who look like one and stand there
// twice. They came in as they are.
func (r *invocation) twins(c *account.Client) (lines string) {
	told := map[account.Initials]bool{}
	for _, p := range c.Respondents {
		for _, twin := range c.TwinsOf(p) {
			if told[p.Initials] = true; !told[twin.Who] {
				lines += "\n" + r.words.T("cli.twins", cleanLine(c.Name), string(p.Initials), string(twin.Who))
			}
		}
	}
	return lines
}

func (r *invocation) read(ctx context.Context, name string) (portable.File, error) {
	from, called := r.In, r.words.T("cli.input")
	if name != standard {
		if err := noFolder(name); err != nil {
			return portable.File{}, err
		}
		f, err := office.Open(ctx, name)
		if err != nil {
			return portable.File{}, err
		}
		defer func() { _ = f.Close() }()
		called = cleanLine(name)
		if from, err = r.decrypted(ctx, f, called); err != nil {
			return portable.File{}, err
		}
	}
	data, err := office.ReadBounded(ctx, from, called, portable.MostMegabytes<<20, portable.Begins)
	switch {
	case errors.Is(err, office.ErrTooLong):
		return portable.File{}, fault.New(fault.TooBig, strconv.Itoa(portable.MostMegabytes))
	case err != nil:
		return portable.File{}, err
	}
	return portable.Decode(data)
}

// decrypted is what a file holds that opens with a passphrase, as a rescue file of a locked
// data file does; any other is as it is.
func (r *invocation) decrypted(ctx context.Context, f *os.File, called string) (io.Reader, error) {
	start := make([]byte, passphrase.Magic)
	if info, err := f.Stat(); err != nil || !info.Mode().IsRegular() {
		return f, nil // what comes out of a pipe is read once, and may never come
	}
	if n, _ := f.ReadAt(start, 0); !passphrase.Encrypted(start[:n]) {
		return f, nil
	}
	with, err := r.readSecret(ctx, r.opens, r.words.T("cli.passphrase.of", called))
	if err != nil {
		return nil, err
	}
	plain, err := passphrase.Decrypt(f, with)
	switch {
	case errors.Is(err, passphrase.ErrWrong):
		return nil, cannot("lock.wrong", called)
	case err != nil:
		return nil, fault.New(fault.Damaged, called).By(err)
	}
	return plain, nil
}

// namedIn names the file in which a fault was found, where there are several.
func namedIn(name string, of int, err error) error {
	f, ok := fault.Of(err)
	if !ok || of == 1 || f.Kind == fault.IsFolder {
		return err
	}
	g := *f
	if g.At != "" {
		g.At = ": " + g.At
	}
	g.At = cleanLine(name) + g.At
	return &g
}

// inFile names the file where the desk counted them: files[1].clients[0].id.
func inFile(names []string, err error) error {
	f, ok := fault.Of(err)
	if !ok {
		return err
	}
	for i, name := range names {
		if rest, counted := strings.CutPrefix(f.At, fmt.Sprintf("files[%d].", i)); counted {
			g := *f
			g.At = rest
			return namedIn(name, len(names), &g)
		}
	}
	return err
}
