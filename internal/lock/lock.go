// Package lock is the lock of a data file: the key of its records, drawn once, and wrapped with a passphrase in the age
// format, so that the passphrase itself is kept nowhere and who forgets it gets at nothing any more. The wrapped key stands
// in the file, beside the records, as its seal.
//
// It knows what the keys of records say, and not where a file stands, who asks for the passphrase or in which words.
package lock

import (
	"bytes"
	"errors"
	"io"

	"kwi/internal/codec"
	"kwi/internal/passphrase"
	"kwi/store/sealed"
)

// Lock is a key and the seal in which it is wrapped.
type Lock struct {
	Key  *sealed.Key
	Seal []byte

	phrase string // that opened it; in memory as the key is, and nowhere else
}

// New makes a lock that a passphrase opens.
func New(phrase string, work int) (Lock, error) {
	secret := sealed.NewSecret()
	key, err := sealed.NewKey(secret, codec.Kinds()...)
	if err != nil {
		return Lock{}, err
	}
	var b bytes.Buffer
	b.Write(key.ID())
	w, err := passphrase.Encrypt(&b, phrase, work)
	if err == nil {
		_, err = w.Write(secret)
	}
	if err == nil {
		err = w.Close()
	}
	return Lock{key, b.Bytes(), phrase}, err
}

// Open opens the lock that wrapped its key in a seal. Other errors than passphrase.ErrWrong mean that no passphrase does.
func Open(seal []byte, phrase string) (Lock, error) {
	if len(seal) <= sealed.IDSize {
		return Lock{}, passphrase.ErrDamaged
	}
	r, err := passphrase.Decrypt(bytes.NewReader(seal[sealed.IDSize:]), phrase)
	if errors.Is(err, passphrase.ErrNone) {
		err = passphrase.ErrWrong // none at all
	}
	if err != nil {
		return Lock{}, err
	}
	secret, err := io.ReadAll(io.LimitReader(r, sealed.SecretSize+1))
	if err != nil {
		return Lock{}, err
	}
	key, err := sealed.NewKey(secret, codec.Kinds()...)
	if err != nil || !bytes.Equal(key.ID(), seal[:sealed.IDSize]) {
		return Lock{}, passphrase.ErrDamaged
	}
	return Lock{key, seal, phrase}, nil
}

// Under is this lock as it stands in a seal that wraps the same key.
func (l Lock) Under(seal []byte) Lock {
	l.Seal = seal
	return l
}

// Encrypt encrypts what is written so that the passphrase of this lock opens it, in the age format, and writes that to w. It
// is whole once it was closed.
func (l Lock) Encrypt(w io.Writer, work int) (io.WriteCloser, error) {
	return passphrase.Encrypt(w, l.phrase, work)
}

// Opens reports whether this lock is the one of a seal.
func (l Lock) Opens(seal []byte) bool {
	return l.Key != nil && len(seal) > sealed.IDSize && bytes.Equal(l.Key.ID(), seal[:sealed.IDSize])
}
