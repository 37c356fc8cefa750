package cli

import (
	"context"
	"errors"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"kwi/internal/account"
	"kwi/internal/example"
	"kwi/internal/fault"
	"kwi/internal/lang"
	"kwi/internal/settings"
	"kwi/internal/wholefile"
	"kwi/store/bolt"
)

// open runs the interface on the data file. A file that cannot be read is
// told before a screen is drawn. With only it is about that client alone.
func (r *invocation) open(ctx context.Context, only string) error {
	if err := r.looksWhereItMust(); err != nil {
		return err
	}
	r.takesTerminal()
	s, err := r.session()
	if err != nil {
		return err
	}
	if _, err := s.Desk.Supplier(ctx); err != nil {
		return err
	}
	if only != "" {
		c, err := r.alone(ctx, s, only)
		if err != nil {
			return err
		}
		s.Only = c.ID
	}
	return r.interact(ctx, s)
}

// takesTerminal says that the interface begins: where it draws, the passphrase is asked on a
// page and not on a line.
func (r *invocation) takesTerminal() {
	lines, _ := r.tellsInLines()
	r.door = !lines
}

// alone is the client that the interface is about alone. No other client is
// named, whatever is wrong.
func (r *invocation) alone(ctx context.Context, s Session, id string) (account.Client, error) {
	c, err := r.client(ctx, s, id)
	var p problem
	if errors.As(err, &p) {
		return c, cannot("cli.meet.nobody", cleanLine(id))
	}
	return c, err
}

// meeting is the command that is a meeting with one client.
func (r *invocation) meeting() *cobra.Command {
	var id string
	var follow bool
	return r.command("meet", 0, 0, func(o *pflag.FlagSet) {
		o.StringVar(&id, "client", "", r.words.T("cli.option.client"))
		o.BoolVar(&follow, "follow", false, r.words.T("cli.option.follow"))
		r.inLines(o)
	}, func(ctx context.Context, _ []string) error {
		if id == "" {
			return wrongUsage("cli.meet.client")
		}
		if err := r.looksWhereItMust(); err != nil {
			return err
		}
		r.takesTerminal()
		s, err := r.session()
		if err != nil {
			return err
		}
		c, err := r.alone(ctx, s, id)
		var p problem
		if follow && errors.As(err, &p) {
			return cannot("cli.meet.nobodytofollow", cleanLine(id))
		}
		if err != nil {
			return err
		}
		if s.InLines && follow { // where nobody reads along there is no page to show
			return cannot("cli.meet.lines", cleanLine(c.ID))
		}
		s.Only, s.Meeting, s.Follow = c.ID, true, follow
		return r.interact(ctx, s)
	})
}

// interact runs the interface, which remembers what is chosen in it.
func (r *invocation) interact(ctx context.Context, s Session) error {
	s.Example = r.example
	asks := s.Meeting && r.settings.Hub.PasswordFile == "" // with the client at the table
	if !s.ReadOnly && !s.Follow && !asks {
		var err error
		if s.Hub, err = r.hubOf(ctx, &s); ctx.Err() != nil {
			return ctx.Err()
		} else if err != nil {
			s.Told, s.Alone = r.sentence(err), r.sentence(err)
		}
	}
	r.asksNobody = true // the terminal belongs to the interface now
	if s.Remember = r.remember; r.unread != nil {
		s.Told = r.words.Fault(r.unread)
	} else if r.shut != "" {
		s.Told = r.words.T("cli.readonly.file", cleanPath(r.shut))
	}
	if data, err := bolt.Open(s.File); err == nil && s.Told == "" && !s.Meeting {
		r.exposes(&s, data)
	}
	return r.Interactive(ctx, s)
}

// exposes tells a session what others on this computer can get at: in lines with the
// command that puts it right, in a window as what can be put right from there.
func (r *invocation) exposes(s *Session, data *bolt.Store) {
	wide := data.Exposed()
	if len(wide) == 0 {
		return
	}
	if s.InLines {
		s.Told = r.words.T("check.exposed.start", cleanPath(wide[0]))
		return
	}
	for _, name := range wide {
		s.Exposed = append(s.Exposed, cleanPath(name))
	}
	s.Conceal = func() (done int, err error) {
		for _, name := range data.Exposed() {
			if err := bolt.Conceal(name); err != nil {
				return done, fault.New(fault.NotOwner, cleanPath(name)).By(err)
			}
			done++
		}
		return done, nil
	}
}

// demo runs the interface on an example portfolio of its own, which is gone
// when it ends.
func (r *invocation) demo(ctx context.Context) (err error) {
	s, gone, err := r.example(ctx, r.words, false)
	if err != nil {
		return err
	}
	defer func() {
		if left := gone(); err == nil {
			err = left
		}
	}()
	s.ReadOnly = r.readonly
	return r.Interactive(ctx, s)
}

// example is a session on a data file of its own with the example portfolio in
// it, or with the example monitor alone, and how it is taken away.
func (r *invocation) example(ctx context.Context, words *lang.Words, monitor bool) (s Session, gone func() error, err error) {
	folder, err := wholefile.Folder("kwi-demo")
	if err != nil {
		return s, nil, err
	}
	gone = func() error { return os.RemoveAll(folder) }
	defer func() {
		if err != nil {
			_ = gone()
		}
	}()
	file, err := bolt.Open(filepath.Join(folder, "demo.db"))
	if err != nil {
		return s, nil, err
	}
	s = r.at(file)
	s.Words, s.Example, s.IsExample, s.Examine, s.Lock = words, r.example, true, nil, nil
	if s.Tours = !monitor && r.settings.Toured != settings.On; s.Tours {
		r.settings.Toured = settings.On
		_ = r.remember(func(s *settings.Settings) { s.Toured = settings.On }) // else it comes once more, the next time
	}
	portfolio := example.Portfolio(words.Tag(), r.today())
	s.Settings.Me, s.Reread = example.Manager(portfolio), nil
	if monitor {
		portfolio = example.Monitor(words.Tag(), r.today())
		s.Only, s.Meeting, s.Example = example.MonitorClient, true, nil
	}
	_, err = s.Desk.Import(ctx, false, portfolio)
	return s, gone, err
}
