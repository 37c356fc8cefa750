package main

import (
	"os"
	"strconv"
	"testing"
)

// How far goes what goes at random, or along everything.

// shortWalk reports whether a walk goes only some of its way: where time is
// short, and under the race detector, which .ci/run follows with the whole of
// it.
func shortWalk() bool { return testing.Short() || raced }

// timesFurther is how many times further than usual what goes at random goes.
// KWI_TEST_TIMES=10 makes it ten times as far, in ten times as long:
//
//	KWI_TEST_TIMES=10 go test -timeout 2h -run 'RandomWalk|Window|Sentence' ./cmd/kwi
func timesFurther(t *testing.T) int {
	t.Helper()
	text := os.Getenv("KWI_TEST_TIMES")
	if text == "" {
		return 1
	}
	n, err := strconv.Atoi(text)
	if err != nil || n < 1 {
		t.Fatalf("KWI_TEST_TIMES is %q, and no whole number from 1 on", text)
	}
	return n
}

// goesRoundUnraced leaves a tour of all screens to the run without the race
// detector, with which .ci/run follows: one window presses one key after the
// other there, and under the detector it would take ten times as long.
func goesRoundUnraced(t *testing.T) {
	t.Helper()
	if raced {
		t.Skip("goes round without the race detector")
	}
}
