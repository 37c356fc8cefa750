// Package passphrase encrypts with a passphrase in the age format, so that the plain program age opens what we wrote and
// we open what it wrote, and reads the passphrase where a file or a descriptor gives it.
//
// It knows neither what is encrypted nor who asks for the passphrase, or in which words.
package passphrase

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"

	"filippo.io/age"
	"filippo.io/age/armor"

	"kwi/internal/text"
	"kwi/internal/watchword"
)

var (
	// ErrWrong means that it was another passphrase.
	ErrWrong = errors.New("another passphrase")
	// ErrDamaged means that no passphrase opens it, or not to its end.
	ErrDamaged = errors.New("what is encrypted is damaged")
	// ErrNone means that where a passphrase should stand there is none.
	ErrNone = errors.New("no passphrase")
)

// Work is how much work it is to try one passphrase, as a power of two: half a second and 128 megabytes on a laptop, for
// whoever guesses too.
const Work = 17

// mostWork is what may be asked of whoever opens it.
const mostWork = 20

// Encrypt encrypts what is written with a passphrase and writes that to w. It is whole once it was closed. The same word is
// the same passphrase, whether a keyboard gives a letter with its accent as one sign or as two.
func Encrypt(w io.Writer, passphrase string, work int) (io.WriteCloser, error) {
	recipient, err := age.NewScryptRecipient(text.Compose(passphrase))
	if err != nil {
		return nil, ErrNone
	}
	recipient.SetWorkFactor(work)
	return age.Encrypt(w, recipient)
}

// Decrypt reads what was encrypted with a passphrase, as it is typed or else as Encrypt takes it. What it gives before an
// error is what was encrypted, but not all.
func Decrypt(r io.Reader, passphrase string) (io.Reader, error) {
	spellings := []string{passphrase}
	if composed := text.Compose(passphrase); composed != passphrase {
		spellings = append(spellings, composed)
	}
	var tries []age.Identity
	for _, spelled := range spellings {
		identity, err := age.NewScryptIdentity(spelled)
		if err != nil {
			return nil, ErrNone
		}
		identity.SetMaxWorkFactor(mostWork)
		tries = append(tries, identity)
	}
	b := bufio.NewReader(r)
	if start, _ := b.Peek(len(armor.Header)); string(start) == armor.Header {
		b = bufio.NewReader(armor.NewReader(b))
	}
	plain, err := age.Decrypt(b, tries...)
	other := new(age.NoIdentityMatchError)
	switch {
	case err == nil:
		return told{plain}, nil
	case errors.As(err, &other) && len(other.StanzaTypes) == 1 && other.StanzaTypes[0] == "scrypt":
		return nil, ErrWrong
	}
	return nil, fmt.Errorf("%w: %w", ErrDamaged, err)
}

// told says of what cannot be read to its end that it is damaged.
type told struct{ from io.Reader }

func (t told) Read(p []byte) (int, error) {
	n, err := t.from.Read(p)
	if err != nil && err != io.EOF { //nolint:errorlint // the end and nothing round it
		err = fmt.Errorf("%w: %w", ErrDamaged, err)
	}
	return n, err
}

// Magic is how many bytes Encrypted looks at.
const Magic = len(armor.Header)

// magic is what a file in the age format begins with.
const magic = "age-encryption.org/v1\n"

// Encrypted reports whether what begins so is encrypted.
func Encrypted(start []byte) bool {
	return bytes.HasPrefix(start, []byte(magic)) || bytes.HasPrefix(start, []byte(armor.Header))
}

// Read is the passphrase that stands on the first line of what a file or a descriptor gives, without the end of that line.
// One that is too long or no text is a fault.
func Read(r io.Reader) (string, error) {
	b, err := io.ReadAll(io.LimitReader(r, int64(len(byteOrder)+watchword.Longest+len("\r\n"))))
	if err != nil {
		return "", err
	}
	line := watchword.FirstLine(strings.TrimPrefix(string(b), byteOrder))
	if line == "" {
		return "", ErrNone
	}
	return line, watchword.Taken(line)
}

// byteOrder is what some editors put before a text.
const byteOrder = "\ufeff"
