package cli

import (
	"context"
	"errors"
	"io"
	"os"

	"github.com/spf13/pflag"

	"kwi/internal/fault"
	"kwi/internal/office"
	"kwi/internal/passphrase"
	"kwi/internal/watchword"
	"kwi/store/bolt"
)

// secret is where a command gets a passphrase from. It is never an argument, which
// every user of the machine sees, nor in the environment.
type secret struct {
	file string
	fd   int // a descriptor; less than 0: none
}

const (
	passphraseFile = "passphrase-file"
	passphraseFD   = "passphrase-fd"
)

// secretError is why there is no passphrase.
type secretError struct{ error }

// secretOptions are the options with which a command is told where to read it.
func (r *invocation) secretOptions(o *pflag.FlagSet, s *secret) {
	o.StringVar(&s.file, passphraseFile, "", r.words.T("cli.option."+passphraseFile))
	o.IntVar(&s.fd, passphraseFD, -1, r.words.T("cli.option."+passphraseFD))
}

// given reports whether it comes from anywhere but the terminal.
func (s secret) given() bool { return s.file != "" || s.fd >= 0 }

// readSecret is the passphrase for something: from where the options say, else somebody is
// asked for it.
func (r *invocation) readSecret(ctx context.Context, s secret, question string) (string, error) {
	var from io.ReadCloser
	var err error
	called := s.file
	switch {
	case s.file != "" && s.fd >= 0:
		return "", wrongUsage("cli.passphrase.both")
	case s.file != "":
		if err := noFolder(s.file); err != nil {
			return "", err
		}
		from, err = os.Open(s.file)
	case s.fd >= 0:
		called = "--" + passphraseFD
		from = os.NewFile(uintptr(s.fd), called)
	default:
		return r.askSecret(ctx, question)
	}
	if err != nil {
		return "", err
	}
	defer func() { _ = from.Close() }()
	read, err := passphrase.Read(office.Impatient{Context: ctx, From: from})
	switch {
	case err == nil || ctx.Err() != nil:
		return read, ctx.Err()
	case fault.Has(err, fault.LongPhrase), fault.Has(err, fault.OddPhrase):
		return "", err
	case errors.Is(err, passphrase.ErrNone) || s.fd >= 0:
		return "", cannot("cli.passphrase.none", cleanPath(called))
	}
	return "", err
}

// askSecret asks for it where nobody sees it.
func (r *invocation) askSecret(ctx context.Context, question string) (string, error) {
	if r.Secret == nil {
		return "", cannot("cli.passphrase.terminal")
	}
	r.far.asks(true)
	defer r.far.asks(false)
	read, err := r.Secret(ctx, question)
	switch {
	case ctx.Err() != nil:
		return "", ctx.Err()
	case errors.Is(err, ErrNoTerminal):
		return "", cannot("cli.passphrase.terminal")
	case err != nil || read == "":
		return "", cannot("cli.passphrase.nothing")
	}
	return read, nil
}

// ErrNoTerminal means that there is nobody to ask for a passphrase.
var ErrNoTerminal = errors.New("no terminal")

// newSecret is a passphrase that is chosen now, asked for twice where it is typed. What is
// to be known first stands above the question.
func (r *invocation) newSecret(ctx context.Context, s secret, first string) (string, error) {
	question := r.words.T("cli.passphrase.choose", watchword.Shortest)
	if first != "" {
		question = first + "\n" + question
	}
	chosen, err := r.readSecret(ctx, s, question)
	if err != nil {
		return "", err
	}
	if err := watchword.Fits(chosen); err != nil {
		return "", err
	}
	if s.given() {
		return chosen, nil
	}
	again, err := r.askSecret(ctx, r.words.T("cli.passphrase.again"))
	if err == nil && !watchword.Same(again, chosen) {
		err = cannot("cli.passphrase.differs")
	}
	return chosen, err
}

// cipher encrypts with a passphrase.
func (r *invocation) cipher(with string) bolt.Cipher {
	work := r.Work
	if work == 0 {
		work = passphrase.Work
	}
	return bolt.Cipher{
		Encrypted: passphrase.Encrypted,
		Encrypt:   func(w io.Writer) (io.WriteCloser, error) { return passphrase.Encrypt(w, with, work) },
		Decrypt:   func(f io.Reader) (io.Reader, error) { return passphrase.Decrypt(f, with) },
	}
}

// encryptedFault is what a passphrase could not do to what is at path, or called so.
func encryptedFault(command string, err error, path string) error {
	switch {
	case errors.Is(err, passphrase.ErrWrong):
		return cannot("cli."+command+".passphrase", cleanPath(path))
	case errors.Is(err, passphrase.ErrDamaged):
		return cannot("cli."+command+".damaged", cleanPath(path))
	}
	return nil
}
