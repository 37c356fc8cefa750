// Package cli is the command line of kwi: the commands that the contract of
// the portable file names, their options, help and errors in both languages,
// and the exit status. 0 is done, 1 could not be done (one line on standard
// error that says what and what to do), 2 is wrong usage, 70 is a mistake of kwi
// itself, of which a report is kept, 130 was stopped by the user. No command leaves anything half done, also when it is interrupted.
//
// It knows the desk, the portable file, the scores and the words, and the data
// file's own services (backup, restore, check). It must not know the interface
// or a screen: whoever starts the program hands those in as functions.
package cli

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"strings"
	"sync"
	"syscall"
	"time"

	"kwi/internal/account"
	"kwi/internal/crash"
	"kwi/internal/desk"
	"kwi/internal/erasing"
	"kwi/internal/fault"
	"kwi/internal/lang"
	"kwi/internal/lock"
	"kwi/internal/office"
	"kwi/internal/settings"
	"kwi/store/bolt"
)

// Env is all of the world outside that a command touches.
type Env struct {
	In       io.Reader
	Out, Err io.Writer
	Getenv   func(string) string
	Now      func() time.Time
	Nonce    func() string // unlike any other, ever
	Version  string
	// Config is the folder for settings; nil: nothing is remembered.
	Config func() (string, error)
	// Cache is the folder for what programs may lose, where reports of panics go; nil:
	// there are none. Size is that of the terminal, for them.
	Cache func() (string, error)
	Size  func() string
	// Computer is what this computer is called; nil: nobody knows.
	Computer func() (string, error)

	// Terminal is that standard error is one: there a command that takes long tells how
	// far it is.
	Terminal bool
	// OutTerminal is that standard output is one: no copy of the data belongs there.
	OutTerminal bool

	// InTerminal is that standard input is one: no copy of the data comes from there.
	InTerminal bool
	// Secret asks for a passphrase on the terminal and shows nothing of it; nil, or
	// ErrNoTerminal: there is none.
	Secret func(ctx context.Context, question string) (string, error)
	// Work is how much work it is to try a passphrase, as a power of two; 0: the usual.
	Work int
	// Window is the terminal as it is seen from here; nil: nobody knows.
	Window func() Window
	// Documents is the folder where lists are written unless the user says otherwise;
	// nil: nobody knows.
	Documents func() string

	// Door asks for the passphrase of the data file on a page of the whole terminal, before
	// Interactive; ErrLeft: somebody left it. nil, or ErrNoTerminal: it is asked on a line.
	Door func(context.Context, Door) error
	// Interactive runs the interface until the user leaves it.
	Interactive func(context.Context, Session) error
	// Screens are what Show can draw, in the order in which help lists them.
	Screens []Screen
	// Show draws one screen as plain text.
	Show func(context.Context, Session, View) (string, error)
}

// Window is what there is to know of a terminal.
type Window struct {
	W, H     int    // 0 where there is none
	Colours  int    // how many are shown, 0 for none
	NoColour string // the name in the environment that wants none, "" where none does
}

// Session is what a command or the interface works with.
type Session struct {
	Desk  *desk.Desk
	Words *lang.Words

	Fell crash.Note // keeps a report of a panic

	Settings settings.Settings                    // with the environment above them
	Remember func(func(*settings.Settings)) error // changes them in the file; nil: nothing is kept
	Reread   func() (settings.Settings, error)    // the settings as the file has them now; nil: there is no file
	Kept     string                               // where that file is
	Getenv   func(string) string                  // the environment with the settings below it
	Environ  func(string) string                  // the environment alone
	Speaks   string                               // the language that the option of the command asks for
	Told     string                               // what is wrong with the settings

	// Example is a session on the example, or on the example monitor alone, in
	// these words, and how it is taken away; nil: none can be opened from here.
	Example   func(ctx context.Context, words *lang.Words, monitor bool) (Session, func() error, error)
	IsExample bool // it is that
	Tours     bool // its tour comes by itself: it is the first time

	Only     string       // the ID of the one client that the interface is about; "": all
	Meeting  bool         // it is a meeting with that client
	InLines  bool         // it tells and asks in lines, for who listens to the screen
	Lined    string       // the name in the environment that wants it so, "" where none does
	Follow   bool         // it shows what another window shows of that meeting
	File     string       // the data file
	Erases   erasing.File // takes a person out of that and of its copies; none where there is no file
	Lock     *DataLock    // of that; nil where there is no data file
	Copier   *Copier      // keeps copies of that; nil: nobody does
	ReadOnly bool         // nothing is written to it
	Hub      *Hub         // of the team that it belongs to; nil: it belongs to none, or works on alone
	Team     string       // to which it belongs, "" to none, and what its user is called there
	Member   string
	Alone    string // why nothing goes to the team, "" where something does

	// Exposed is what others on this computer can get at, of the data file and of what is
	// kept beside it, and Conceal makes it the user's alone.
	Exposed []string
	Conceal func() (int, error)

	// Examine tells how the program stands on this machine, as kwi doctor does, and
	// nothing of a client; nil of an example, which stands nowhere.
	Examine func(context.Context, *lang.Words) ([]Examined, error)
}

// Screen is one that can be drawn; Client tells that it is about a client.
type Screen struct {
	Name    string
	Client  bool
	Yearly  bool // it is about years
	Named   bool // it is about people and teams of the supplier, by name
	Person  bool // it is about a respondent, or about each of them
	Either  bool // it may be about a client
	Entries bool // it has entries that are printed by their names
}

// View is what is to be drawn.
type View struct {
	Screen string
	Client string // ID, "" where the screen is not about one
	Cycle  account.CycleName
	Year   int    // 0 is this year; of a screen that is about years
	Of     string // a person or a team; of a screen that is about those
	With   string // the initials of a respondent, "" is all; of a screen that is about them
	Entry  string // of a screen that has entries; "" is all
	W, H   int
}

// The exit status.
const (
	exitDone = 0
	failed   = 1
	broke    = 70 // a mistake of the program itself, as sysexits has it
	misuse   = 2
	halted   = 130 // as a shell has it of a program that ctrl+c ended
)

// Run does what the arguments ask and returns the exit status.
func Run(ctx context.Context, env Env, args []string) int {
	env.Out = output{&office.ImpatientWriter{Context: ctx, To: env.Out, LastWord: office.LastWord}}
	r := &invocation{Env: env, ctx: ctx}
	r.readSettings()
	r.words = chooseLanguage(args, r.settings.Language, env.Getenv)
	r.crashes = &crash.Shelf{Folder: env.Cache, Version: env.Version, Terminal: env.Size, Now: env.Now}
	err := r.execute(args)
	if err == nil {
		return exitDone
	}
	fmt.Fprintln(env.Err, r.sentence(err))
	var p problem
	switch {
	case errors.As(err, &p) && p.usage:
		return misuse
	case p.halts, errors.Is(err, context.Canceled):
		return halted
	case crash.Is(err):
		return broke
	}
	return failed
}

// invocation is one command on its way.
type invocation struct {
	Env
	ctx      context.Context
	words    *lang.Words
	named    string // the command that is given, "" where that is the interface
	far      *far   // how far it is; nil: nobody looks
	file     string // --file
	lines    bool   // --accessible
	lang     string // --lang, read beforehand by chooseLanguage
	shut     string // the data file, where it may only be read
	readonly bool   // --readonly, or a data file that may not be written to

	unlocks    sync.Mutex                // a window reads its copies beside the work
	locks      map[*bolt.Store]lock.Lock // of the data files that were unlocked
	keys       []lock.Lock               // all that were opened
	opens      secret                    // where the options say that the passphrase of the data file stands
	asksNobody bool                      // a shell asks how a line goes on
	door       bool                      // the interface begins, which has the terminal to itself

	settings    settings.Settings // with the environment above them
	crashes     *crash.Shelf
	copier      *Copier // of the data file; nil until that is known
	remembering sync.Mutex
	unread      error         // why the file of settings could not be read
	answers     *bufio.Reader // what is typed when something is asked; nil before the first question
}

// longestAnswer is how long a line may be that is typed as an answer.
const longestAnswer = 64 << 10

// reads is the next line that somebody types. All questions of a command have one
// reader: one of their own would take more than its line along.
func (r *invocation) reads(ctx context.Context) (string, error) {
	if r.answers == nil {
		r.answers = bufio.NewReaderSize(office.Impatient{Context: ctx, From: r.In}, longestAnswer)
	}
	line, err := r.answers.ReadSlice('\n')
	return string(line), err
}

// execute turns a panic into a fault, so that the user reads a sentence.
func (r *invocation) execute(args []string) (err error) {
	defer func() {
		if p := recover(); p != nil {
			err = r.fell(p)
		}
	}()
	root := r.tree()
	root.InitDefaultHelpCmd()
	if _, _, err := root.Find(args); err != nil && !isCompletion(args) {
		return r.unknownCommand(root, err)
	}
	root.SetArgs(append([]string{}, args...)) // of nil it would take those of the process
	return root.ExecuteContext(r.ctx)
}

// fell is the fault of a panic in this command.
func (r *invocation) fell(why any) error {
	if f, ok := why.(*fault.Fault); ok {
		return r.crashes.Note(f, r.named)
	}
	return r.crashes.Note(crash.Of(why), r.named)
}

// sentence is an error in the user's language, on one line.
func (r *invocation) sentence(err error) string {
	var p problem
	switch {
	case errors.As(err, &p) && p.usage:
		return r.words.Fault(fault.New(fault.Usage, r.words.T(p.key, p.args...)))
	case errors.As(err, &p) && p.many:
		return r.words.N(p.key, p.args[0].(int), p.args[1:]...)
	case errors.As(err, &p):
		return r.words.T(p.key, p.args...)
	case errors.Is(err, context.Canceled):
		return r.words.T("cli.stopped")
	case errors.As(err, new(outputError)) && errors.Is(err, syscall.ENOSPC):
		return r.words.T("cli.full.output")
	}
	if r.readonly && fault.Has(err, fault.ReadOnly) {
		return r.words.T("cli.readonly")
	}
	err = office.UnderFile(err)
	if f, ok := fault.Of(err); ok && f.Kind == fault.Full { // nothing stays here that could be kept later
		return r.words.T("cli.full", cleanPath(strings.Join(f.Values, "")))
	}
	return r.words.Fault(err)
}

// output is standard output. Its errors are told from those of files.
type output struct{ io.Writer }

type outputError struct{ error }

// Unwrap gives the error of the system.
func (e outputError) Unwrap() error { return e.error }

// Write implements io.Writer.
func (o output) Write(p []byte) (int, error) {
	n, err := o.Writer.Write(p)
	if err != nil {
		err = outputError{err}
	}
	return n, err
}
