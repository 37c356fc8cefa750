package office

import (
	"bytes"
	"context"
	"errors"
	"io"
	"os"
	"strconv"
	"time"

	"kwi/internal/crash"
	"kwi/internal/fault"
)

// Whatever is read comes to an end: after so long where it does not by itself,
// and after so many bytes of all files together.
const (
	longestWait = 2 * time.Minute
	mostAtOnce  = 512 << 20
)

// ReadBounded reads what somebody sends in, such as standard input, to its end:
// no further than most bytes, beyond which it is ErrTooLong, and no longer than
// is bearable. It stops at once where the beginning is not what fits, which may
// be nil. name is how it is called.
func ReadBounded(ctx context.Context, from io.Reader, name string, most int64, fits func(begin []byte) bool) ([]byte, error) {
	return readWithin(ctx, longestWait, from, name, most, fits)
}

// Open opens a file to read it. A pipe opens only once somebody writes to it:
// that is waited for no longer than ctx lasts, and than is bearable.
func Open(ctx context.Context, name string) (*os.File, error) {
	return openWithin(ctx, longestWait, name)
}

func openWithin(ctx context.Context, longest time.Duration, name string) (*os.File, error) {
	limited, cancel := context.WithTimeout(ctx, longest)
	defer cancel()
	f, err := whileLasts(limited, func() (*os.File, error) {
		f, err := os.Open(name)
		if err == nil && limited.Err() != nil {
			_ = f.Close() // nobody waits for it any more
			return nil, limited.Err()
		}
		return f, err
	})
	if ctx.Err() == nil && errors.Is(err, context.DeadlineExceeded) {
		err = endlessFault(name, longest)
	}
	return f, UnderFile(err)
}

// whileLasts does what may wait for somebody else, as the other end of a pipe,
// and waits for that no longer than ctx lasts.
func whileLasts[T any](ctx context.Context, do func() (T, error)) (T, error) {
	type result struct {
		value T
		err   error
	}
	come := make(chan result, 1)
	crash.Go(func() {
		value, err := do()
		come <- result{value, err}
	}, func(f *fault.Fault) { come <- result{err: f} })
	select {
	case got := <-come:
		return got.value, got.err
	case <-ctx.Done():
		var none T
		return none, ctx.Err()
	}
}

func endlessFault(name string, longest time.Duration) error {
	return fault.New(fault.Endless, name, strconv.Itoa(int(longest/time.Second)))
}

// ErrTooLong is what has more bytes than there is room for.
var ErrTooLong = errors.New("longer than there is room for")

// readChunk is how much is read at a time. The parts are put together at the end,
// so that what is too much is never there twice.
const readChunk = 1 << 20

func readWithin(ctx context.Context, longest time.Duration, from io.Reader, name string, most int64, fits func([]byte) bool) ([]byte, error) {
	limited, cancel := context.WithTimeout(ctx, longest)
	defer cancel()
	patient := Impatient{Context: limited, From: io.LimitReader(from, most+1)}
	var parts [][]byte
	for size := int64(0); ; {
		part := make([]byte, min(readChunk, int(most)+1))
		n, err := io.ReadFull(patient, part)
		if size += int64(n); n > 0 {
			parts = append(parts, part[:n])
		}
		switch {
		case size > most:
			return nil, ErrTooLong
		case errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF):
			return bytes.Join(parts, nil), nil
		case ctx.Err() != nil:
			return nil, ctx.Err()
		case limited.Err() != nil:
			return nil, endlessFault(name, longest)
		case err != nil:
			return nil, err
		case len(parts) == 1 && fits != nil && !fits(part):
			return part, nil
		}
	}
}
