package etcd

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"time"

	"kwi/store"
)

// mostAnswer is how much is read of one answer, or of one piece of a Watch, in bytes. Several of the largest records that
// there can be fit into it; whoever asks for more asks for less at once.
const mostAnswer = 16 << 20

// longest is how long one question and the whole of its answer may take. A Watch may take any time.
const longest = 2 * time.Minute

// ErrEndless means that an answer is longer than any that a hub gives.
var ErrEndless = fmt.Errorf("its answer does not end: %w", store.ErrForeign)

// errSlow means that an answer did not come to its end in time.
var errSlow = errors.New("it takes too long")

// answer is what a member answers, read within bounds.
type answer struct {
	io.Closer
	body io.Reader
	left int // how much may still be read before more is allowed
	over bool
	ends error // what reading it ended with
}

func (a *answer) Read(to []byte) (int, error) {
	if a.left <= 0 {
		a.over = true
		return 0, ErrEndless
	}
	n, err := a.body.Read(to[:min(len(to), a.left)])
	a.left, a.ends = a.left-n, err
	return n, err
}

// next reads one value of an answer; pieces reads from that.
func (a *answer) next(pieces *json.Decoder, into any) error {
	a.left = mostAnswer
	err := pieces.Decode(into)
	switch {
	case err == nil:
		return nil
	case a.over:
		return ErrEndless
	case errors.Is(err, io.EOF), errors.Is(err, io.ErrUnexpectedEOF), a.ends != nil && errors.Is(err, a.ends):
		return unreachable(err)
	}
	return fmt.Errorf("%w: %w", store.ErrForeign, err)
}

// less is how much is to be asked for at once where an answer to that much was too long.
func less(n int) int { return max(n/8, 1) }

// strange is the error of an answer that no hub gives to that question.
func strange(why string) error { return fmt.Errorf("%w: %s", store.ErrForeign, why) }
