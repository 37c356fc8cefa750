// Package watchword is what a passphrase may be: the same on the command line, on a screen and in a file.
//
// The package is pure. It must not know what is locked with one, or how.
package watchword

import (
	"errors"
	"strconv"
	"strings"
	"unicode/utf8"

	"kwi/internal/fault"
	"kwi/internal/text"
)

// Why a passphrase did not open what was asked. It can be typed once more.
var (
	// ErrOther means that it was another passphrase.
	ErrOther = errors.New("another passphrase")
	// ErrFirst means that what was open got another passphrase, and that the one of before is asked first.
	ErrFirst = errors.New("the passphrase of before comes first")
	// ErrNext means that it was the passphrase of before, and that the one of now is asked next.
	ErrNext = errors.New("the passphrase of now comes next")
)

// How long a passphrase may be: Shortest in characters, where somebody chooses one, and Longest in bytes.
const (
	Shortest = 8
	Longest  = 1024
)

// FirstLine is the first line of what a file holds or somebody pasted. The end of the line is no part of a passphrase; a
// space is.
func FirstLine(s string) string {
	line, _, _ := strings.Cut(s, "\n")
	return strings.TrimSuffix(line, "\r")
}

// Taken says why something cannot be tried as a passphrase: nil where it can.
func Taken(s string) error {
	switch {
	case len(s) > Longest:
		return fault.New(fault.LongPhrase, strconv.Itoa(Longest))
	case !utf8.ValidString(s):
		return fault.New(fault.OddPhrase)
	}
	return nil
}

// Fits says why a passphrase cannot be chosen: nil where it can. One with a space before or behind it, or with a sign that no
// keyboard types, opens what it locked before, and is not chosen any more: nobody sees it there.
func Fits(s string) error {
	composed := text.Compose(s)
	switch {
	case strings.ContainsFunc(s, text.Steers):
		return fault.New(fault.OddPhrase)
	case strings.TrimSpace(s) != s:
		return fault.New(fault.SpacedPhrase)
	case utf8.RuneCountInString(composed) < Shortest:
		return fault.New(fault.ShortPhrase, strconv.Itoa(Shortest))
	case len(composed) > len(s):
		return Taken(composed)
	}
	return Taken(s)
}

// Same reports whether two are the same passphrase, whichever keyboard typed them.
func Same(a, b string) bool { return text.Compose(a) == text.Compose(b) }
