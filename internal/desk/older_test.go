package desk_test

import (
	"encoding/base64"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"kwi/internal/desk"
	"kwi/internal/portable"
	"kwi/store"
	"kwi/store/memory"
)

// older is a store with the records of a data file that an earlier version
// left: one key and value in base64 a line.
func older(t *testing.T, name string) *memory.Store {
	t.Helper()
	s := memory.New()
	for line := range strings.Lines(string(must[[]byte](t)(os.ReadFile(filepath.Join("testdata", "older", name))))) {
		key, value, _ := strings.Cut(strings.TrimSuffix(line, "\n"), " ")
		must[store.Rev](t)(s.Apply(ctx, store.Write{Op: store.Put, Key: key, Value: must[[]byte](t)(base64.StdEncoding.DecodeString(value))}))
	}
	return s
}

// TestAnImportThatAnOlderVersionLeftHalfway: where it was only prepared it is
// not there, and where it was switched it is finished. It was of thirty
// clients and one that is replaced.
func TestAnImportThatAnOlderVersionLeftHalfway(t *testing.T) {
	for name, clients := range map[string]int{"prepared.txt": 1, "switched.txt": 31} {
		s := older(t, name)
		before := seen(t, desk.New(readOnly{s}, nonces()))
		d := desk.New(s, nonces())
		if now := seen(t, d); len(now.Clients) != clients || !reflect.DeepEqual(now, before) {
			t.Errorf("%s: %d clients", name, len(now.Clients))
		}
		must[desk.Imported](t)(d.Import(ctx, true, file(many(40, "newer ")...)))
		clear(t, s)
		if now := must[portable.File](t)(d.Export(ctx)); len(now.Clients) != 41 || now.Clients[1].Name != "newer 0" {
			t.Errorf("%s: %d clients", name, len(now.Clients))
		}
	}
}
