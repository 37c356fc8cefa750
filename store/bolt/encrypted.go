package bolt

import (
	"context"
	"io"
	"os"
	"path/filepath"

	"kwi/internal/wholefile"
)

// Cipher is how a backup is written that not everybody may read, and how it is read.
type Cipher struct {
	Encrypted func(start []byte) bool // whether what begins so is
	Encrypt   func(io.Writer) (io.WriteCloser, error)
	Decrypt   func(io.Reader) (io.Reader, error)
}

// startRead is how much of a file it takes to know what it is.
const startRead = 64

// Start is what a file begins with; nothing of what is no regular file, which may never end.
func Start(path string) ([]byte, error) {
	if there, err := os.Stat(path); err != nil || !there.Mode().IsRegular() {
		return nil, err
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer func() { _ = f.Close() }()
	start, err := io.ReadAll(io.LimitReader(f, startRead))
	return start, err
}

// BackupEncrypted is BackupFileTold, encrypted: nothing that can be read stands at path at any moment. What is there and
// encrypted is replaced where the same cipher opens it and finds an earlier state; the errors of the cipher come as they
// are.
func (s *Store) BackupEncrypted(ctx context.Context, path string, c Cipher, told func(done, all int), lasting ...string) error {
	if err := s.replaceableEncrypted(ctx, path, c, lasting); err != nil {
		return err
	}
	name, err := wholefile.Draft(filepath.Dir(path), func(f *os.File) error { return s.backupThrough(ctx, f, c, told) })
	if err == nil {
		err = wholefile.Replace(name, path)
	}
	return explain(err, path, true)
}

// BackupEncryptedTo is BackupTold, encrypted.
func (s *Store) BackupEncryptedTo(ctx context.Context, w io.Writer, c Cipher, told func(done, all int)) error {
	return s.backupThrough(ctx, w, c, told)
}

func (s *Store) backupThrough(ctx context.Context, w io.Writer, c Cipher, told func(done, all int)) error {
	through, err := c.Encrypt(w)
	if err != nil {
		return err
	}
	if err := s.BackupTold(ctx, through, told); err != nil {
		return err
	}
	return through.Close()
}

// replaceableEncrypted is replaceable, where what is there may be encrypted.
func (s *Store) replaceableEncrypted(ctx context.Context, path string, c Cipher, lasting []string) error {
	start, err := Start(path)
	if err != nil || !c.Encrypted(start) {
		return s.replaceable(ctx, path, lasting) // it says what is wrong with it
	}
	f, err := os.Open(path)
	if err != nil {
		return explain(err, path, false)
	}
	defer func() { _ = f.Close() }()
	plain, err := c.Decrypt(f)
	if err != nil {
		return err
	}
	name, err := s.readIn(ctx, plain)
	if err != nil {
		return err
	}
	defer func() { _ = os.Remove(name) }()
	return s.replaceable(ctx, name, lasting)
}

// readIn writes what can be read beside the data file, for this user alone. Whoever asked for it removes it.
func (s *Store) readIn(ctx context.Context, from io.Reader) (name string, err error) {
	folder := filepath.Dir(s.path)
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return "", explain(err, s.path, true)
	}
	var reading error
	name, err = wholefile.Scratch(folder, func(f *os.File) error {
		kept := &readError{from: patient{ctx, from}}
		_, err := io.Copy(f, kept)
		reading = kept.err
		return err
	})
	if reading != nil {
		return "", reading
	}
	return name, explain(err, s.path, true)
}

// readError keeps the error of what is read apart from that of what is written.
type readError struct {
	from io.Reader
	err  error
}

func (r *readError) Read(p []byte) (int, error) {
	n, err := r.from.Read(p)
	if err != nil && err != io.EOF { //nolint:errorlint // the end and nothing round it
		r.err = err
	}
	return n, err
}

// RestoreFrom is RestoreTold of a copy that is read; an error of the reader comes as it is.
func (s *Store) RestoreFrom(ctx context.Context, from io.Reader, told func(done, all int), dress Dress) (kept string, err error) {
	name, err := s.readIn(ctx, from)
	if err != nil {
		return "", err
	}
	defer func() { _ = os.Remove(name) }()
	return s.RestoreTold(ctx, name, told, dress)
}
