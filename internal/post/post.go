// Package post brings a respondent their list by mail and the cycle's dates into
// a calendar: a letter as a draft for a mail program, or handed to a server,
// and an .ics file. It is the only room that knows the mail and the calendar
// library.
//
// It knows the pure rooms and touches no file or environment, and no clock but
// that of its patience with a server: what a letter is dated, and what stands
// in the environment, is handed in. Nothing that people typed can become a
// header, an address or a line of its own, and of what a server says only so
// much is read in only so much time.
package post

import (
	"net/mail"
	"strings"
	"time"

	"kwi/internal/account"
	"kwi/internal/text"
)

// Address is somebody's, with their name. Without an Email it is nobody's.
type Address struct{ Name, Email string }

// String is how the address is written: with the name before it.
func (a Address) String() string { return a.written().String() }

// written is the address as the library takes it. A backslash would escape
// something, and the standard library lets it through.
func (a Address) written() *mail.Address {
	return &mail.Address{Name: strings.ReplaceAll(header(a.Name), `\`, "/"), Address: a.Email}
}

// File is what is attached to a letter.
type File struct {
	Name    string
	Content []byte
}

// Letter is one mail, to one person unless it says who else gets it.
type Letter struct {
	ID       string // unlike that of any other letter
	Message  string // its Message-ID, where it has one already
	From, To Address
	Also     []Address // who else it goes to
	ReplyTo  Address   // who gets the answers, where that is not From
	Subject  string
	// Reference is that of the list it brings, as its subject tells it; "" of a letter
	// that brings none, and of a list that nobody reads back.
	Reference string
	Language  string // nl or en: of its words, "" where that is not known
	Text      string
	Files     []File
	// Invitation is what a calendar asks whoever reads the letter, nil of most.
	Invitation []byte
	TakesBack  bool      // and it takes back what it asked before
	At         time.Time // when it was written
}

// ParseAddress reads an address with or without a name before it.
func ParseAddress(s string) (Address, bool) {
	a, err := mail.ParseAddress(s)
	if err != nil || !account.ValidEmail(a.Address) {
		return Address{}, false
	}
	return Address{cleanHeader(a.Name), a.Address}, true
}

// cleanHeader makes one line of foreign text, without anything that steers.
func cleanHeader(s string) string { return text.OneLine(s, 0) }

// cleanBody is foreign text of several lines, without anything else that steers.
func cleanBody(s string) string { return text.Lines(s) }
