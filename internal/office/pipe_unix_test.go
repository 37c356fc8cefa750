//go:build unix

package office

import (
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"syscall"
	"testing"
	"time"

	"kwi/internal/fault"
)

// TestAPipeWithoutAnotherEnd: a pipe to which nobody writes, or from which
// nobody reads, is waited for no longer than the program is to go on, and than
// is bearable.
func TestAPipeWithoutAnotherEnd(t *testing.T) {
	pipe := func() string {
		name := filepath.Join(t.TempDir(), "pipe")
		if err := syscall.Mkfifo(name, 0o600); err != nil {
			t.Skip(err)
		}
		return name
	}
	in, stays := io.Pipe()
	staysToo, out := io.Pipe()
	defer func() { _, _ = stays.Close(), staysToo.Close() }()
	imported, collected, exported := pipe(), pipe(), pipe()
	for name, waits := range map[string]func(context.Context) error{
		"import":  func(ctx context.Context) error { _, err := Open(ctx, imported); return err },
		"collect": func(ctx context.Context) error { _, err := ReadFile(ctx, collected); return err },
		"export":  func(ctx context.Context) error { return Write(ctx, exported, []byte("x"), "") },
		"input":   func(ctx context.Context) error { _, err := Impatient{ctx, in}.Read(make([]byte, 1)); return err },
		"output": func(ctx context.Context) error {
			_, err := (&ImpatientWriter{Context: ctx, To: out}).Write([]byte("x"))
			return err
		},
	} {
		ctx, stop := context.WithCancel(context.Background())
		time.AfterFunc(20*time.Millisecond, stop)
		ended := make(chan error, 1)
		go func() { ended <- waits(ctx) }()
		select {
		case err := <-ended:
			if !errors.Is(err, context.Canceled) {
				t.Errorf("%s: %v", name, err)
			}
		case <-time.After(10 * time.Second):
			t.Errorf("%s waits on", name)
		}
	}
	if _, err := openWithin(context.Background(), 20*time.Millisecond, pipe()); !fault.Has(err, fault.Endless) {
		t.Errorf("without end: %v", err)
	}
}

// TestANameThatLeadsThroughAFile is told as that.
func TestANameThatLeadsThroughAFile(t *testing.T) {
	ctx, file := context.Background(), filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, []byte("x"), 0o600); err != nil {
		t.Fatal(err)
	}
	name := filepath.Join(file, "x.pdf")
	_, reading := ReadFile(ctx, name)
	came, _ := ReadIncoming(ctx, []string{name}, nil)
	for what, err := range map[string]error{
		"written": Write(ctx, name, []byte("x"), ""), "read": reading, "named": came.Unread[0], "by a command": UnderFile(&os.PathError{Op: "stat", Path: name, Err: syscall.ENOTDIR}),
	} {
		if f, is := fault.Of(err); !is || f.Kind != fault.UnderFile || f.Values[0] != name {
			t.Errorf("%s: %v", what, err)
		}
	}
}
