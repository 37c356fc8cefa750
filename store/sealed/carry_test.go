package sealed_test

import (
	"bytes"
	"path/filepath"
	"testing"

	"kwi/store"
	"kwi/store/bolt"
	"kwi/store/sealed"
	"kwi/store/staged"
)

// A record that is carried into another file has there the revision that it had, also where it stands in pieces, and is
// sealed; a file that is in use takes none.
func TestARecordIsCarriedWithItsRevision(t *testing.T) {
	t.Parallel()
	key, err := sealed.NewKey(sealed.NewSecret(), "client")
	if err != nil {
		t.Fatal(err)
	}
	large := bytes.Repeat([]byte("large "), 300_000)
	file, err := bolt.Open(filepath.Join(t.TempDir(), "kwi.db"))
	if err != nil {
		t.Fatal(err)
	}
	over := func(s *bolt.Store) *sealed.Store { return sealed.New(staged.New(s, staged.Options{}), key) }
	records := []store.Record{{Key: "client/a", Value: []byte("small"), Rev: 3}, {Key: "client/b", Value: large, Rev: 70}, {Key: "client/c", Value: []byte{0xfe, 1}, Rev: 71}}
	if err := over(file).Carry(t.Context(), records...); err == nil {
		t.Error("a file that is in use takes records with their revisions")
	}
	if err := file.WriteAnew(t.Context(), key.ID(), func(draft *bolt.Store) error { return over(draft).Carry(t.Context(), records...) }); err != nil {
		t.Fatal(err)
	}
	got, err := over(file).Get(t.Context(), "client/a", "client/b", "client/c")
	if err != nil {
		t.Fatal(err)
	}
	for i, r := range got {
		if r.Rev != records[i].Rev || !bytes.Equal(r.Value, records[i].Value) {
			t.Errorf("%s has revision %d and %d bytes", r.Key, r.Rev, len(r.Value))
		}
	}
	if rev, err := over(file).Apply(t.Context(), store.Write{Op: store.Put, Key: "client/b", Rev: 70, Value: []byte("now small")}); err != nil || rev <= 71 {
		t.Errorf("revision %d, %v", rev, err)
	}
	if _, err := file.Check(t.Context()); err != nil {
		t.Error(err)
	}
}
