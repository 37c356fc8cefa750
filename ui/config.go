package ui

import (
	"context"
	"time"

	tea "charm.land/bubbletea/v2"

	"kwi/internal/account"
	"kwi/internal/crash"
	"kwi/internal/hand"
	"kwi/internal/lang"
	"kwi/internal/portfolio"
	"kwi/ui/kit"
	"kwi/ui/part/erasing"
	"kwi/ui/part/locking"
	"kwi/ui/part/papers"
	"kwi/ui/theme"
)

// Config is what the root is started with.
type Config struct {
	Keeper   Keeper
	Places   []Entry // the first is where the program begins
	Words    *lang.Words
	Theme    theme.Theme
	Themed   bool   // the theme was chosen and does not follow the terminal
	Sixteen  bool   // the terminal has its own sixteen colours and no more
	NoColour string // the name in the environment that wants no colour; "": none does
	Supplier string
	Firm     hand.Firm // what the supplier keeps that is about no client
	Now      func() time.Time
	Fell     crash.Note  // keeps a report of a panic; nil: nobody does
	Window   hand.Window // what steps that are done here tell of where
	Start    kit.Place
	Me       account.User                                         // the user, empty while unknown
	Clients  func() ([]portfolio.Line, error)                     // all of them, for the palette; nil: it does not find them
	Eraser   *erasing.Eraser                                      // how a person is erased; nil: nobody is
	Papers   *papers.Press                                        // how documents are written; nil: they are not
	Remember func(account.User) error                             // keeps who that is; nil: it is not asked
	Prefer   func(Preferences) error                              // keeps what was chosen; nil: it is not kept
	Team     kit.Team                                             // the hub of a team; the zero value: the program works alone
	Copies   kit.Copies                                           // who keeps copies of the data
	Examine  func(*lang.Words) ([]Examined, error)                // how the program stands on this machine; nil: an example stands nowhere
	Settings Settings                                             // what this laptop remembers
	Exposed  Exposed                                              // what others on this computer can get at
	ReadOnly bool                                                 // nothing of the data changes: the program only looks
	NoMouse  bool                                                 // the terminal keeps the mouse to itself
	Only     bool                                                 // the program is about the client of Start alone
	Meeting  bool                                                 // the program is a meeting with that client
	Told     string                                               // what is said at the start
	Example  kit.Example                                          // which example this is, where it is one
	Lent     bool                                                 // it lies over another program, to which its end leads back
	Welcome  bool                                                 // it is the first start, and asks three things first
	Proposed account.User                                         // who the user is on this computer, as a proposal
	Suspend  tea.Cmd                                              // makes room for the shell until it calls back; nil: there is none
	Opens    bool                                                 // an example can be opened over it, by whoever runs the root
	Session  context.Context                                      // ends the watch on other windows when the program ends; nil: no watch
	Screens  Screens                                              // leads windows that follow; nil: none does
	Later    func(time.Duration, func(time.Time) tea.Msg) tea.Cmd // brings a message after a while; nil: whoever runs the root sends Glance
	Beat     func() tea.Cmd                                       // waits for the clock's next beat; nil: whoever runs the root sends Clock
	Lock     *locking.Lock                                        // of the data file; nil: there is none to lock
	IdleLock string                                               // after how many minutes without a key it is asked again; "": never
	// NoWisdoms is that no wisdom stands where the work begins.
	NoWisdoms bool
	// GradesWait is that a grade waits for enter, where else it goes on by itself.
	GradesWait bool
}
