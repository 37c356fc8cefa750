package bolt

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"kwi/store"
	"kwi/store/storetest"
)

func recordKey(i, j int) string { return fmt.Sprintf("client/%03d/%d", i, j) }

func recordValue(i, j int) string {
	return strings.Repeat(fmt.Sprintf("value %d of %d. ", i, j), 1+(i*7+j*3)%40)
}

// filled returns a handle on a file with n records, and a gap in the middle that leaves free pages.
func filled(t testing.TB, n int) *Store {
	t.Helper()
	s := fresh(t)
	fill(t, s, n)
	return s
}

func fill(t testing.TB, s *Store, n int) {
	t.Helper()
	for i := 0; i < n; i += store.MaxWrites {
		var writes []store.Write
		for j := i; j < min(n, i+store.MaxWrites); j++ {
			writes = append(writes, storetest.Put(recordKey(j, 0), 0, recordValue(j, 0)))
		}
		rev, err := s.Apply(context.Background(), writes...)
		if err == nil && n > 3 {
			_, err = s.Apply(context.Background(), storetest.Remove(recordKey(i+1, 0), rev), storetest.Remove(recordKey(i+2, 0), rev))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
}
