package bolt

import (
	"testing"

	"kwi/store"
)

// TestAFileIsTheSameAsItsCopyUntilSomethingChanges: also under a seal that the handle does not know, and after
// the copy was put back; not where a record, or the seal, is another, nor where there is no file.
func TestAFileIsTheSameAsItsCopyUntilSomethingChanges(t *testing.T) {
	t.Parallel()
	ctx := t.Context()
	s := filled(t, 5)
	same := func(path string) bool {
		t.Helper()
		other, err := Open(path)
		if err != nil {
			t.Fatal(err)
		}
		is, err := handle(t, s.Path()).Same(ctx, other)
		if err != nil {
			t.Fatal(err)
		}
		return is
	}
	first := keep(t, s, BeforeImport).Path
	if !same(first) {
		t.Error("a copy is another at once")
	}
	if _, err := s.Apply(ctx, store.Write{Op: store.Put, Key: "more", Value: []byte("x")}); err != nil {
		t.Fatal(err)
	}
	if same(first) {
		t.Error("a record more is the same")
	}
	if _, err := s.Restore(ctx, first); err != nil {
		t.Fatal(err)
	}
	if !same(first) {
		t.Error("what was put back is another")
	}
	records, err := s.Get(ctx, "more")
	if err != nil || records[0].Rev != 0 {
		t.Fatal(records, err)
	}
	if err := handle(t, s.Path()).WriteAnew(ctx, someSeal, func(draft *Store) error { return nil }); err != nil {
		t.Fatal(err)
	}
	if same(first) {
		t.Error("under a seal it is the same")
	}
	if sealed := keep(t, s, BeforeImport).Path; !same(sealed) {
		t.Error("the copy under the same seal is another")
	}
	if is, _ := handle(t, s.Path()+".none").Same(ctx, s); is {
		t.Error("what is not there is the same")
	}
}
