// Package linear is the interface of the program in lines: for a screen reader,
// a braille line, or a terminal that can do nothing but lines. It tells where one
// is, what there is and what can be done, as sentences and as "label: value", and
// asks one question at a time. It draws nothing: no columns, no colour, no signs
// that must be seen, and it takes nothing over of the terminal.
//
// It holds the client in hand as the root does, and is its only owner here: a
// change is a function, kept by the store before the next question is asked. What
// is asked is read by the same readers and done by the same rules of the domain as
// on the screens; what may not stand beside a name does not come into it, since
// figures and documents are those of the rooms that decide that.
//
// It knows the kit, the parts that screens share and the pure rooms. It must not
// know a screen, a widget, the desk or the store; what it needs of those is handed
// in.
package linear

import (
	"bufio"
	"context"
	"errors"
	"io"
	"strings"
	"time"

	"kwi/internal/account"
	"kwi/internal/crash"
	"kwi/internal/due"
	"kwi/internal/fault"
	"kwi/internal/hand"
	"kwi/internal/lang"
	"kwi/internal/portfolio"
	"kwi/internal/report"
	"kwi/ui/kit"
	"kwi/ui/part/bring"
	"kwi/ui/part/erasing"
	"kwi/ui/part/locking"
	"kwi/ui/part/papers"
)

// Keeper is where clients come from and go to.
type Keeper interface {
	Open(ctx context.Context, id string) (hand.Hand, error)
	Fresh(ctx context.Context, name string) (hand.Hand, string, error)
	Keep(ctx context.Context, s hand.Save) (int, hand.Version, error)
	SetSupplier(ctx context.Context, name string) error
	RenameSupplier(ctx context.Context, name string) error
	Drafts(ctx context.Context, client string) ([]hand.Draft, error)
	KeepDrafts(ctx context.Context, client string, drafts, settled []hand.Draft) error
	// Rescue writes a client that could not be kept to a file elsewhere and tells
	// its path.
	Rescue(ctx context.Context, c account.Client, f account.Firm) (string, error)
	Firm(ctx context.Context) (hand.Firm, error)
	KeepFirm(ctx context.Context, s hand.FirmSave) (rev uint64, err error)
}

// Config is what the room is started with.
type Config struct {
	Keeper   Keeper
	Clients  func() ([]portfolio.Line, error)
	Owed     func() ([]due.Client, error)
	Happened func() ([]hand.Happened, error) // what was done to all clients; nil: it is not told
	Papers   *papers.Press
	Post     *bring.Post
	Settings func() kit.Settings
	Prefer   func(kit.SettingChange) error
	Eraser   *erasing.Eraser // takes a person out of everything; nil: nobody does
	Kept     func(context.Context, account.Client, account.Initials, report.Options) (report.Document, error)
	Team     kit.Team                              // the way to the hub of a team; empty: one works alone
	Copies   kit.Copies                            // who keeps copies of the data; empty: nobody does
	Fits     func(key, value string) bool          // whether a setting can be that
	Examine  func(*lang.Words) ([]Examined, error) // how kwi stands on this machine; nil: it is an example
	Remember func(account.User) error              // nil: who the user is, is not kept
	Welcomed func() error                          // notes that the first start was gone through; nil: it was
	Words    *lang.Words
	Window   hand.Window
	Supplier string
	Firm     hand.Firm // what the supplier keeps
	Me       account.User
	Now      func() time.Time
	Only     string     // the ID of the one client that it is about; "": all
	Meeting  bool       // it is a meeting with that client, and ends with it
	Example  bool       // the clients are those of the example
	Told     string     // what is wrong with the settings
	Exposed  Exposed    // what others on this computer can get at
	Fell     crash.Note // keeps a report of a panic; nil: nobody does
	ReadOnly bool       // nothing of the data changes: one only listens

	// Idle is after how long without an answer the passphrase is asked, before the answer is
	// taken; 0 is never, nil too. Follow looks before an answer is taken what became of the lock
	// elsewhere: said tells it, "" where nothing did, and asks is that the passphrase has to be
	// typed. Unlock asks it until it is right, or nobody types any more.
	Idle   func() time.Duration
	Follow func() (said string, asks bool)
	Unlock func() error
	Lock   *locking.Lock                         // of the data file, as a window has it; nil: there is none to lock
	Secret func(question string) (string, error) // asks for a passphrase where nobody sees or hears it

	In  io.Reader
	Out io.Writer
}

// The ways in which a question ends without an answer.
var (
	errBack    = errors.New("back to the place before")
	errLeave   = errors.New("leave the program")
	errUndone  = errors.New("something was taken back or done again")
	errRefused = errors.New("it cannot be done, and was told why")
	errGone    = errors.New("what the place was about is not there any more")
)

// teller tells and asks. The one who made it is its only user.
type teller struct {
	Config
	ctx      context.Context
	input    reading
	hand     hand.Hand
	ofFirm   bool                  // what was done last is of what the supplier keeps
	typing   map[string]hand.Draft // what is half typed, by client and place
	earlier  account.CycleName     // the cycle that is looked at, "" is the newest
	places   []place               // where one is, the outermost first
	meeting  *meeting              // the client listens along; nil: they do not
	uncopied chan error            // why a copy was not kept
	team     teaming
	unwanted error // why nothing can be told any more
	ended    bool  // there are no lines any more
}

// Run tells and asks until the user leaves, the input ends or the context does.
// What was answered is kept by then.
func Run(ctx context.Context, c Config) error {
	t := &teller{Config: c, ctx: ctx, input: readsFrom(ctx, c.In), typing: map[string]hand.Draft{}}
	t.awaitCopies()
	err := t.begin()
	if errors.Is(err, errLeave) || errors.Is(err, errBack) {
		err = nil
	}
	if t.unwanted != nil {
		return t.unwanted
	}
	return err
}

// begin is the first place: the list of clients, or the one client.
func (t *teller) begin() error {
	t.say(t.T("linear.welcome"))
	if t.Example {
		t.say(t.T("linear.example"))
	}
	if t.Told != "" && !t.Meeting {
		t.say(t.Told)
	}
	if len(t.Exposed.Names) > 0 && !t.Meeting {
		t.say(t.T("exposed.start", t.Exposed.Names[0]))
	}
	if t.ReadOnly {
		t.say(t.T("linear.readonly"))
	}
	err := t.welcome()
	if err == nil || err == errBack {
		err = t.first()
	}
	t.tellUntold()
	if errors.Is(err, errLeave) || err == nil {
		t.say(t.T(t.bye()))
	}
	return err
}

// bye is what is said at the end.
func (t *teller) bye() string {
	switch {
	case t.ReadOnly:
		return "linear.bye.readonly"
	case t.hand.Dirty() || t.Firm.Dirty():
		return "linear.bye.unsaved"
	}
	return "linear.bye"
}

// welcome asks at the first start who the user is, which may be passed over.
func (t *teller) welcome() error {
	if t.Welcomed == nil || t.Remember == nil {
		return nil
	}
	name, err := t.line(t.T("linear.me"), "", t.T("linear.skip"))
	if err != nil {
		return err
	}
	if name != "" {
		t.Me.Name = name
		if err := t.Remember(t.Me); err != nil {
			t.say(t.Words.Fault(err))
		} else {
			t.kept()
		}
	}
	if err := t.Welcomed(); err != nil {
		t.say(t.Words.Fault(err))
	}
	return nil
}

func (t *teller) first() error {
	switch {
	case t.Meeting:
		return t.meets()
	case t.Only == "":
		return t.clientsPlace()
	}
	for {
		err := t.openClient(t.Only)
		if err != nil && !errors.Is(err, errBack) {
			return err
		}
		t.say(t.T("linear.first"))
	}
}

// meets is a program that is a meeting with one client.
func (t *teller) meets() error {
	if err := t.take(t.Only); err != nil {
		return err
	}
	return t.together()
}

// reading is the input of the user, of which a line is read when it is asked for: while
// it is waited for the context may end.
type reading struct {
	want chan struct{}
	got  chan string
	over <-chan struct{} // nothing more comes
	fell *error          // why; nil: the input ended
}

// readsFrom begins to read. A last line without an end is one too: what was typed is
// never lost.
func readsFrom(ctx context.Context, in io.Reader) reading {
	r := reading{want: make(chan struct{}), got: make(chan string), fell: new(error)}
	r.over = crash.Go(func() {
		from := bufio.NewReader(in)
		for {
			select {
			case <-r.want:
			case <-ctx.Done():
				return
			}
			line, err := from.ReadString('\n')
			if err != nil && line == "" {
				return
			}
			select {
			case r.got <- strings.TrimRight(line, "\r\n"):
			case <-ctx.Done():
				return
			}
		}
	}, func(f *fault.Fault) { *r.fell = f })
	return r
}

// line is the next line, false where there are none any more or the context ended.
func (r reading) line(ctx context.Context) (string, bool) {
	select {
	case r.want <- struct{}{}:
	case <-r.over:
		return "", false
	case <-ctx.Done():
		return "", false
	}
	select {
	case line := <-r.got:
		return line, true
	case <-r.over:
		return "", false
	case <-ctx.Done():
		return "", false
	}
}

// T is a text in the user's language.
func (t *teller) T(key string, args ...any) string { return t.Words.T(key, args...) }

// N is a text for a number in the user's language.
func (t *teller) N(key string, n int, args ...any) string { return t.Words.N(key, n, args...) }

// today is the day, by the clock that was handed in.
func (t *teller) today() account.Date { return account.Date(t.Now().Format(time.DateOnly)) }

// moment is today with its hour.
func (t *teller) moment() account.Moment { return account.MomentOf(t.Now()) }
