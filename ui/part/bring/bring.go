// Package bring is how lists leave the program from a screen: written into a
// folder, to be sent by the user's own mail program, or mailed at once where
// a mail server is set; and how they come back filled, shown before they are
// kept. More than one screen has it. It is a part of a screen,
// not a screen; it knows the kit and the pure rooms, and must not know who
// makes the lists or carries them: that is handed in.
package bring

import (
	"context"
	"sync/atomic"

	"kwi/internal/account"
	"kwi/internal/lang"
	"kwi/internal/progress"
	"kwi/internal/questionnaire"
	"kwi/internal/table"
	"kwi/ui/part"
)

// Post is what is handed in. Its functions may take a while and are called
// from commands.
type Post struct {
	Folder string // where lists are written unless the user says otherwise
	// Remember keeps where they were written, for the next time; nil: it is
	// known for as long as the program runs.
	Remember func(folder string) error
	// From is where what comes back is looked for first, "" for where lists are
	// written; RememberFrom keeps where it was read last, for the next time.
	From         string
	RememberFrom func(folder string) error
	// Write writes the lists of a cycle of the client in hand, in the name of
	// the user in the frame.
	Write func(context.Context, account.Client, account.CycleName, Way, progress.Told) (Written, error)
	// WriteTalk writes what a respondent heard in a talk, as a text and as a
	// letter; nil where nothing can be written.
	WriteTalk func(context.Context, account.Client, account.CycleName, account.Initials, Way) (Written, error)
	// Mails reports whether a mail server is set now; nil: where Prepare is there.
	Mails func() bool
	// Prepare makes the letters of a round, all or that of one respondent; nil where
	// nothing can be mailed.
	Prepare func(ctx context.Context, client string, round questionnaire.Round, only account.Initials, tag string, me account.User, told progress.Told) (Round, error)
	// Read reads the files and folders that the user named; nil where nothing
	// can be read back. It changes nothing.
	Read func(context.Context, []string, progress.Told) (Came, error)
	// ReadTable reads a table that somebody has in a file; nil where none can be
	// read. It changes nothing.
	ReadTable func(ctx context.Context, path string) (table.Table, error)
	// Only is that no other client comes into view: lists of others that come
	// back are counted, and neither they nor their files are named.
	Only bool
	// Path is a path as the system knows it, of one that was typed.
	Path func(string) string
	// Say is an error as a sentence.
	Say func(*lang.Words, error) string

	busy  atomic.Bool             // letters are on their way
	used  atomic.Pointer[folders] // the folders that were set since
	wrote atomic.Pointer[string]  // the folder that lists were written to last
	last  atomic.Pointer[string]  // the folder that lists were written to or read from last
}

// Way is how lists are written.
type Way struct {
	Folder  string
	Sponsor bool // the sponsor passes them on
	Paper   bool // also on paper, to fill in at the table
	Tag     string
	Me      account.User // who signs
}

// Written is what was written.
type Written struct {
	Folder  string
	Path    string // of what was written of a talk, without the ending
	Lists   int
	Without []account.Initials // who has no address
	Beside  []string           // files written under another name, because a list that was filled in has theirs
	Forgot  error              // why the folder is not remembered
}

// Round is a round of letters that can go: of each it is noted that they got it.
type Round = part.MailRound

// Letter is one of them as the user sees it before it goes.
type Letter = part.Mail

// Gone is what became of a round.
type Gone = part.MailsGone

// Failure is a letter that was not taken.
type Failure = part.MailFailure
