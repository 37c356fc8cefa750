package linear

import (
	"bytes"
	"errors"
	"strings"
	"testing"
	"time"

	"kwi/internal/lang"
)

// After a while without an answer the passphrase is asked before the answer is taken; who
// does not know it is out, and nothing that was answered is done.
func TestAnAnswerAfterAWhileAsksThePassphraseFirst(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		each  time.Duration // how long each answer takes
		knows bool
		asked int
		told  bool
	}{{time.Minute, true, 0, true}, {3 * time.Minute, true, 2, true}, {3 * time.Minute, false, 1, false}} {
		now, asked := time.Date(2026, 11, 27, 9, 0, 0, 0, time.UTC), 0
		var out bytes.Buffer
		ask := &teller{Config: Config{Words: lang.For("en"), Now: func() time.Time { now = now.Add(c.each / 2); return now }, Out: &out, Idle: func() time.Duration { return time.Minute },
			Unlock: func() error {
				if asked++; c.knows {
					return nil
				}
				return errors.New("nobody types")
			}}, ctx: t.Context(), input: readsFrom(t.Context(), strings.NewReader("one\ntwo\n"))}
		first, err := ask.next()
		second := ""
		if err == nil {
			second, err = ask.next()
		}
		if told := first == "one" && second == "two" && err == nil; told != c.told || asked != c.asked {
			t.Errorf("%+v: %q, %q, %v, asked %d times", c, first, second, err, asked)
		}
		if strings.Contains(out.String(), "Type your passphrase first") != (c.asked > 0) {
			t.Errorf("%+v: it says %s", c, &out)
		}
	}
}
