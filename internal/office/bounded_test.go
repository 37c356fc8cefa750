package office

import (
	"bytes"
	"context"
	"errors"
	"io"
	"testing"
	"time"

	"kwi/internal/fault"
)

// endless gives the same for ever, now and then after a while.
type endless struct {
	what byte
	wait time.Duration
	read int
}

func (e *endless) Read(p []byte) (int, error) {
	time.Sleep(e.wait)
	if e.wait > 0 {
		p = p[:1]
	}
	for i := range p {
		p[i] = e.what
	}
	e.read += len(p)
	return len(p), nil
}

func TestNoEndIsAnEnd(t *testing.T) {
	ctx := context.Background()
	quick := &endless{what: '{'}
	if data, err := ReadBounded(ctx, quick, "x", 5<<20, nil); !errors.Is(err, ErrTooLong) || quick.read > 7<<20 {
		t.Errorf("%d bytes of %d, %v", len(data), quick.read, err)
	}
	other := &endless{what: 'y'}
	if data, err := ReadBounded(ctx, other, "x", 100<<20, func(b []byte) bool { return b[0] == '{' }); err != nil || len(data) == 0 || other.read > 3<<20 {
		t.Errorf("of what does not fit %d bytes are read, %v", other.read, err)
	}
	if _, err := readWithin(ctx, 50*time.Millisecond, &endless{what: '{', wait: time.Millisecond}, "x", 5<<20, nil); !fault.Has(err, fault.Endless) {
		t.Error(err)
	}
	r, w := io.Pipe() // nobody ever writes
	defer func() { _ = w.Close() }()
	if _, err := readWithin(ctx, 20*time.Millisecond, r, "x", 10, nil); !fault.Has(err, fault.Endless) {
		t.Error(err)
	}
	gone, cancel := context.WithCancel(ctx)
	cancel()
	if _, err := ReadBounded(gone, r, "x", 10, nil); !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
}

func TestWhatEndsIsWhole(t *testing.T) {
	for _, n := range []int{0, 1, 9, 10, 11, readChunk - 1, readChunk, readChunk + 1, 3*readChunk + 7} {
		all := bytes.Repeat([]byte("0123456789"), n/10+1)[:n]
		if got, err := ReadBounded(context.Background(), bytes.NewReader(all), "x", 4<<20, nil); err != nil || !bytes.Equal(got, all) {
			t.Errorf("%d: %d bytes, %v", n, len(got), err)
		}
	}
}

// TestTheLastSentenceIsHeard: what is said after ctrl+c has left before the writer
// returns, however slow who reads it is, and whoever takes nothing is not waited for
// twice.
func TestTheLastSentenceIsHeard(t *testing.T) {
	ctx, stop := context.WithCancel(context.Background())
	stop()
	for range 50 { // a choice by chance between the two would lose some
		r, w := io.Pipe()
		heard := make(chan string, 1)
		go func() {
			said, _ := io.ReadAll(r)
			heard <- string(said)
		}()
		out := &ImpatientWriter{Context: ctx, To: w, LastWord: 30 * time.Second}
		if n, err := out.Write([]byte("gestopt")); n != 7 || err != nil {
			t.Fatalf("%d, %v", n, err)
		}
		_ = w.Close()
		if said := <-heard; said != "gestopt" {
			t.Fatalf("heard %q", said)
		}
	}
	taken := &untaken{begun: make(chan struct{}, 10), until: make(chan struct{})}
	defer close(taken.until)
	out := &ImpatientWriter{Context: ctx, To: taken}
	for range 3 {
		if _, err := out.Write([]byte("x")); !errors.Is(err, context.Canceled) {
			t.Errorf("what nobody takes: %v", err)
		}
	}
	<-taken.begun
	if n := len(taken.begun); n > 0 {
		t.Errorf("%d more were begun after nobody took the first", n)
	}
}

// untaken takes nothing before until ends.
type untaken struct{ begun, until chan struct{} }

func (u *untaken) Write(p []byte) (int, error) {
	u.begun <- struct{}{}
	<-u.until
	return len(p), nil
}
