package sync

import (
	"strconv"
	"testing"

	"kwi/store"
)

// TestWhatGoesFits: however large a client and their head are, each part is one that a hub
// takes, all of it goes, and the head goes last.
func TestWhatGoesFits(t *testing.T) {
	for _, head := range []int{100, 4_000, 40_000} {
		for _, each := range []int{10, 52_000, 340_000, 1_000_000} {
			for many := range 130 {
				goes(t, head, each, many)
			}
		}
	}
}

func goes(t *testing.T, size, each, many int) {
	t.Helper()
	head := store.Write{Op: store.Put, Key: "h/one/c1/", Value: make([]byte, size)}
	value := make([]byte, each)
	var writes []store.Write
	for i := range many {
		writes = append(writes, store.Write{Op: store.Put, Key: "c/one/c1/" + strconv.Itoa(i), Value: value})
	}
	went, last := 0, store.Write{}
	for part := range parts(writes, head) {
		if err := store.Valid(part); err != nil {
			t.Fatalf("%d of %d, and a head of %d: %v", many, each, size, err)
		}
		went, last = went+len(part)-1, part[len(part)-1]
		if last.Key != head.Key || (last.Op == store.Put) != (went == many) || len(part) == 1 && many > 0 {
			t.Fatalf("%d of %d, and a head of %d: after %d comes %d of %s", many, each, size, went, last.Op, last.Key)
		}
	}
	if went != many || last.Op != store.Put {
		t.Fatalf("%d of %d went", went, many)
	}
}
