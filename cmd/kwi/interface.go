package main

import (
	"cmp"
	"context"
	"io"
	"os"
	"os/signal"
	"strconv"
	"sync"
	"syscall"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/term"

	"kwi/internal/account"
	"kwi/internal/beside"
	"kwi/internal/cli"
	"kwi/internal/crash"
	"kwi/internal/due"
	"kwi/internal/fault"
	"kwi/internal/hand"
	"kwi/internal/portfolio"
	"kwi/internal/score"
	"kwi/internal/settings"
	"kwi/ui"
	"kwi/ui/kit"
	"kwi/ui/part/became"
	"kwi/ui/screen/brief"
	"kwi/ui/screen/library"
	"kwi/ui/screen/origin"
	"kwi/ui/theme"
)

// config is what the root starts with, for a terminal and for plain text.
func config(ctx context.Context, s cli.Session) (ui.Config, error) {
	supplier, err := s.Desk.Supplier(ctx)
	firm, unread := s.Desk.Firm(ctx)
	if fault.Has(unread, fault.Damaged) && s.Told == "" {
		s.Told = s.Words.Fault(unread) // the clients are there all the same
	} else if err == nil {
		err = unread
	}
	home := remembering(s)
	lists := bringing(ctx, s.Desk, home.getenv, time.Now)
	lists.Only = s.Only != ""
	lock := lockOf(ctx, s)
	clients := func() ([]portfolio.Line, error) { return s.Desk.Portfolio(ctx) }
	c := ui.Config{
		Keeper: lockedKeeper{keeper{s.Desk, supplier}, lock}, Clients: clients, Papers: alsoExample(printing(s.Desk, home.getenv, time.Now), s, time.Now),
		Places: places(sources{clients: clients, owed: func() ([]due.Client, error) { return s.Desk.Due(ctx) }, happened: func() ([]hand.Happened, error) { return s.Desk.Happened(ctx) }, post: lists, fits: fits, lock: lock}),
		Words:  s.Words, Window: s.Desk.Window(), Supplier: supplier, Firm: firm, Now: time.Now, Me: s.Settings.Me, Told: s.Told, Fell: s.Fell, NoMouse: s.Settings.Mouse == settings.Off,
		GradesWait: s.Settings.Grades == settings.Off, NoWisdoms: s.Settings.Wisdoms == settings.Off,
	}
	lookOnly(&c, s)
	c.Lock, c.IdleLock = lock, s.Settings.IdleLock
	if c.Welcome = firstStart(s, supplier, clients); c.Welcome {
		c.Proposed = systemUser()
	}
	c.Eraser = eraser(s, c.Papers)
	c.Theme, c.Themed = theme.Named(s.Settings.Theme)
	own := documents(userHome())
	c.Settings = home.room()
	c.Settings.Use = func(now kit.Settings) {
		lists.Use(cmp.Or(now.Line("lists").Value, own), now.Line("returns").Value)
	}
	c.Settings.Use(c.Settings.Now)
	if s.Remember == nil {
		return c, err
	}
	keep := home.keep
	c.Remember = func(u account.User) error { return keep(func(s *settings.Settings) { s.Me = u }) }
	lists.Remember = func(folder string) error {
		return keep(func(s *settings.Settings) { s.Lists, s.Returns = folder, folder }) // there they come back first
	}
	lists.RememberFrom = func(folder string) error { return keep(func(s *settings.Settings) { s.Returns = folder }) }
	c.Prefer = func(p ui.Preferences) error {
		return keep(func(s *settings.Settings) {
			s.Language, s.Theme, s.Grades = cmp.Or(p.Language, s.Language), cmp.Or(p.Theme, s.Theme), cmp.Or(p.GradesGoOn, s.Grades)
			s.Wisdoms, s.Welcomed = cmp.Or(p.Wisdoms, s.Wisdoms), cmp.Or(p.Welcomed, s.Welcomed)
		})
	}
	return c, err
}

// firstStart is whether this is the first start: nobody said who they are or passed
// that over, and there is nothing in the data file.
func firstStart(s cli.Session, supplier string, clients func() ([]portfolio.Line, error)) bool {
	if s.ReadOnly || s.Remember == nil || s.Settings.Welcomed != "" || s.Settings.Me.Name != "" || s.Only != "" || supplier != "" {
		return false
	}
	there, err := clients()
	return err == nil && len(there) == 0
}

// showScreen draws one screen as plain text.
func showScreen(ctx context.Context, s cli.Session, v cli.View) (string, error) {
	c, err := config(ctx, s)
	if err != nil {
		return "", err
	}
	var h hand.Hand
	if v.Client != "" {
		if h, err = s.Desk.Open(ctx, v.Client); err != nil {
			return "", err
		}
	}
	if v.Screen == "library" {
		return library.Print(kit.Frame{W: v.W, Words: s.Words, Theme: theme.Plain(), Today: account.Date(c.Now().Format(time.DateOnly)), Audience: kit.Manager,
			Client: h.Now(), Firm: c.Firm.Now()}, v.Entry)
	}
	if v.Screen == "brief" {
		return visitPages(c, h, v)
	}
	if v.Screen == "trace" || v.Screen == story {
		return wholePage(c, h, v)
	}
	p := kit.Place{Name: v.Screen, Client: v.Client, Cycle: v.Cycle}
	if v.Year != 0 {
		p.At = strconv.Itoa(v.Year)
	}
	if v.Of != "" {
		p.At = v.Of
	}
	return ui.Show(c, h, p, v.W, v.H), nil
}

// visitPages prints what is read before a visit to a respondent, whole.
func visitPages(c ui.Config, h hand.Hand, v cli.View) (string, error) {
	return brief.Print(kit.Frame{W: v.W, Words: c.Words, Theme: theme.Plain(), Today: account.Date(c.Now().Format(time.DateOnly)), Audience: kit.Manager,
		Supplier: c.Supplier, Client: h.Now(), Cycle: v.Cycle}, account.Initials(v.With))
}

// wholePage prints where something of a client comes from, or what became of a KWI,
// whole.
func wholePage(c ui.Config, h hand.Hand, v cli.View) (string, error) {
	now := h.Now()
	f := kit.Frame{W: v.W, Words: c.Words, Theme: theme.Plain(), Today: account.Date(c.Now().Format(time.DateOnly)), Audience: kit.Manager,
		Client: now, Scores: score.HistoryOf(&now), Cycle: v.Cycle}
	if v.Screen == story {
		return became.Print(f, v.Of)
	}
	return origin.Print(f, v.Of)
}

// interactive runs the interface until the user leaves it. Its own signals
// end it, not those of the context, so that it can keep what is typed first.
func interactive(ctx context.Context, s cli.Session) error {
	if s.InLines {
		if s.Copier != nil {
			defer s.Copier.Live(ctx)()
		}
		team, end := takesPart(ctx, s)
		defer end()
		return inLines(ctx, s, team, os.Stdin, os.Stdout)
	}
	if !term.IsTerminal(os.Stdin.Fd()) || !term.IsTerminal(os.Stdout.Fd()) {
		return fault.New(fault.Terminal)
	}
	if err := canDraw(os.Getenv); err != nil {
		return err
	}
	shows := ofTerminal()
	session, end := context.WithCancel(context.Background())
	defer end()
	c, err := config(session, s)
	if err != nil {
		return err
	}
	c = lively(session, s, c, shows)
	if s.Copier != nil {
		c.Copies = copiesOf(session, s.Copier)
		defer s.Copier.Live(session)()
	}
	if s.Follow {
		return followInTerminal(session, s, c, shows)
	}
	team, end := takesPart(session, s)
	defer end()
	c.Team = team
	n := &noting{Keeper: c.Keeper}
	c.Keeper = n
	if s.File != "" {
		lead := beside.NewLead(beside.At(s.File))
		defer lead.Close()
		c.Screens = lead
	}
	watched, err := runInTerminal(session, s, shows, over(ui.New(c), opener(session, s, shows)))
	if !watched {
		n.tell(os.Stderr, s.Words)
		return err
	}
	_, _ = io.WriteString(os.Stdout, emptyTerminal)
	n.tellNothing(os.Stderr, s.Words)
	return neutral(err)
}

// lively is what the root is started with in a terminal.
func lively(session context.Context, s cli.Session, c ui.Config, shows colours) ui.Config {
	c.Session, c.Beat, c.Later = session, ui.EverySecond, tea.Tick
	c.Suspend = suspension()
	c.Examine = examines(session, s)
	c.Exposed = exposedOf(s)
	c.Only, c.Meeting, c.Start.Client, c.Opens = s.Only != "", s.Meeting, s.Only, s.Example != nil
	if s.IsExample {
		c.Example = kit.ExamplePortfolio
		if !s.Meeting {
			c.Places = withTour(c.Places)
		}
		if s.Tours {
			c.Start.Name = tourPlace
		}
	}
	shows.looks(&c)
	return c
}

// runInTerminal runs a window until it ends, and tells whether a client was
// watching then.
func runInTerminal(session context.Context, s cli.Session, shows colours, model tea.Model, more ...tea.ProgramOption) (watched bool, err error) {
	var p *tea.Program
	hangUp := sync.OnceFunc(func() { p.Send(ui.Hangup{}) })
	fell := func(f *fault.Fault) { p.Send(caughtPanic{f}) }
	besides := func(do func()) { crash.Go(do, fell) }
	options := append(more,
		tea.WithInput(lasting{os.Stdin, &reports{}, new(time.Time), func() { besides(hangUp) }, func(f *fault.Fault) { besides(func() { fell(f) }) }}), tea.WithoutSignalHandler(), tea.WithoutCatchPanics(),
		tea.WithColorProfile(shows.profile),
	)
	guard := guardModel(model)
	p = tea.NewProgram(guard, options...)
	listenSuspend(p.Send, session.Done())
	signals := make(chan os.Signal, 4)
	signal.Notify(signals, syscall.SIGHUP, syscall.SIGTERM, os.Interrupt)
	defer signal.Stop(signals)
	besides(func() {
		asked := false
		for {
			select {
			case <-session.Done():
				return
			case sig := <-signals:
				hangUp()
				if asked && sig != syscall.SIGHUP { // which shells send twice
					p.Send(ui.Hangup{}) // does not wait for what cannot be kept
				}
				asked = true
			}
		}
	})
	err = runProgram(p, s.Fell)
	return *guard.watched, err
}

// neutral is an error as a client may read it.
func neutral(err error) error {
	if crash.Is(err) {
		return fault.New(fault.Internal).By(crash.Watched)
	}
	if err != nil {
		return fault.New(fault.Internal) // what it was about is not for the client
	}
	return nil
}

// emptyTerminal takes what stood on the terminal before the program out of
// view, since a client is watching.
const emptyTerminal = "\x1b[H\x1b[2J"

// runProgram runs the program. A panic ends it as an error, the terminal as it was.
func runProgram(p *tea.Program, note crash.Note) (err error) {
	defer func() {
		if why := recover(); why != nil {
			p.Kill()
			f := note.Of(why, "interface")
			f.Kind = fault.Fell
			err = f
		}
	}()
	if _, err := p.Run(); err != nil {
		return fault.New(fault.Terminal).By(err)
	}
	return nil
}
