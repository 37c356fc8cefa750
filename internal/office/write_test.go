package office_test

import (
	"bytes"
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"kwi/internal/account"
	"kwi/internal/desk"
	"kwi/internal/fault"
	"kwi/internal/office"
	"kwi/internal/portable"
	"kwi/store"
	"kwi/store/bolt"
)

// documents are one of each form, and another of the same.
var documents = map[string][2]string{
	"a.md":   {"# Verslag\n", "# Ander verslag\n"},
	"a.html": {"<!DOCTYPE html>\n<p>een</p>\n", "<!DOCTYPE html>\n<p>twee</p>\n"},
	"a.pdf":  {"%PDF-1.4\nstuff\n%%EOF\n", "%PDF-1.4\nother\n%%EOF\n"},
	"a.ics":  {"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n", "BEGIN:VCALENDAR\r\nVERSION:3.0\r\nEND:VCALENDAR\r\n"},
	"a.eml":  {"X-Unsent: 1\r\nSubject: a\r\n\r\ntext\r\n", "X-Unsent: 1\r\nSubject: b\r\n\r\ntext\r\n"},
	"a.xlsx": {
		"PK\x03\x04 one PK\x05\x06" + strings.Repeat("\x00", 18),
		"PK\x03\x04 two PK\x05\x06" + strings.Repeat("\x00", 18),
	},
}

func has(t *testing.T, path, want string) {
	t.Helper()
	if got, err := os.ReadFile(path); err != nil || !bytes.Contains(got, []byte(want)) {
		t.Errorf("%s holds %q, not %q (%v)", path, got, want, err)
	}
}

func read(t *testing.T, path string) []byte {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func write(t *testing.T, path string, content []byte) {
	t.Helper()
	if err := os.WriteFile(path, content, 0o600); err != nil {
		t.Fatal(err)
	}
}

// TestOnlyWhatKwiWroteIsReplaced writes each form over itself, over a change of
// one byte at every place, over other forms, and over what was never ours.
func TestOnlyWhatKwiWroteIsReplaced(t *testing.T) {
	folder, ctx := t.TempDir(), t.Context()
	for name, text := range documents {
		path := filepath.Join(folder, name)
		for _, content := range text {
			if err := office.Write(ctx, path, []byte(content), ""); err != nil {
				t.Fatalf("%s: %v", name, err)
			}
			has(t, path, content[:9])
		}
		if info, _ := os.Stat(path); info.Mode().Perm() != 0o600 {
			t.Errorf("%s: mode %v", name, info.Mode())
		}
		sealed := read(t, path)
		for at := range sealed {
			changed := bytes.Clone(sealed)
			changed[at] ^= 1
			write(t, path, changed)
			if err := office.Write(ctx, path, []byte(text[0]), ""); !fault.Has(err, fault.NotAsWritten) {
				t.Fatalf("%s, changed at %d of %d: %v", name, at, len(sealed), err)
			}
			if !bytes.Equal(read(t, path), changed) {
				t.Fatalf("%s, changed at %d: overwritten", name, at)
			}
		}
		for _, foreign := range []string{"notes", text[0], "{}", `{"format": "kwi/1", "supplier": "X", "clients": []}`} {
			write(t, path, []byte(foreign))
			if err := office.Write(ctx, path, []byte(text[1]), ""); !fault.Has(err, fault.NotAsWritten) {
				t.Errorf("%s over %q: %v", name, foreign, err)
			}
		}
		for other, o := range documents {
			if other != name {
				_ = os.Remove(path)
				if err := errors.Join(office.Write(ctx, path, []byte(o[0]), "")); err != nil {
					t.Fatal(err)
				}
				if err := office.Write(ctx, path, []byte(text[0]), ""); !fault.Has(err, fault.NotAsWritten) {
					t.Errorf("%s over %s: %v", name, other, err)
				}
			}
		}
		write(t, path, nil)
		if err := office.Write(ctx, path, []byte(text[0]), ""); err != nil {
			t.Errorf("%s over an empty file: %v", name, err)
		}
	}
}

// export is a portable file of these clients.
func export(t *testing.T, supplier string, ids ...string) []byte {
	t.Helper()
	f := portable.File{Supplier: supplier}
	for _, id := range ids {
		f.Clients = append(f.Clients, account.Client{ID: id, Name: id})
	}
	var b bytes.Buffer
	if err := portable.Write(&b, f); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestAnExportReplacesAnEarlierOneThatHoldsNothingElse(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.json")
	ab := export(t, "S", "a", "b")
	for _, c := range []struct {
		name     string
		old, new []byte
		ok       bool
	}{
		{"the same", ab, ab, true}, {"more", ab, export(t, "S", "a", "b", "c"), true},
		{"fewer", ab, export(t, "S", "a"), false}, {"others", ab, export(t, "S", "c", "d", "e"), false},
		{"another supplier", ab, export(t, "T", "a", "b"), false}, {"not written by kwi", append(ab, ' '), ab, false},
		{"no export", []byte(`{"a": 1}`), ab, false},
	} {
		write(t, path, c.old)
		if err := office.Write(t.Context(), path, c.new, ""); (err == nil) != c.ok || err != nil && !fault.Has(err, fault.NotAsWritten) {
			t.Errorf("%s: %v", c.name, err)
		}
	}
}

// TestWriteIsWholeOrNot asks that an interrupted or impossible write leaves
// what was there, and nothing beside it.
func TestWriteIsWholeOrNot(t *testing.T) {
	folder := t.TempDir()
	name, data := filepath.Join(folder, "out.md"), filepath.Join(folder, "kwi.db")
	if err := office.Write(t.Context(), name, []byte("first"), data); err != nil {
		t.Fatal(err)
	}
	s, err := bolt.Open(data)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := s.Apply(t.Context(), store.Write{Op: store.Put, Key: "a", Value: []byte("b")}); err != nil {
		t.Fatal(err)
	}
	_ = s.Close()
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if err := office.Write(ctx, name, []byte("second"), data); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
	for path, want := range map[string]fault.Kind{data: fault.OwnData, folder: fault.IsFolder} {
		if err := office.Write(t.Context(), path, []byte("third"), data); !fault.Has(err, want) {
			t.Errorf("%s: %v", path, err)
		}
	}
	if err := office.Write(t.Context(), data, []byte("fourth"), "elsewhere.db"); !fault.Has(err, fault.OtherData) {
		t.Errorf("another data file: %v", err)
	}
	var at *fs.PathError
	if err := office.Write(t.Context(), filepath.Join(folder, "no", "a.md"), nil, ""); !errors.As(err, &at) || at.Path != filepath.Join(folder, "no", "a.md") {
		t.Errorf("got %v", err)
	}
	has(t, name, "first")
	if all, _ := os.ReadDir(folder); len(all) != 2 {
		t.Errorf("left behind: %v", all)
	}
}

// TestWriteFollowsALink asks that a link stays one.
// TestANameThatIsTooLongIsToldSo, of a file, a folder and a zip.
func TestANameThatIsTooLongIsToldSo(t *testing.T) {
	in := t.TempDir()
	long := filepath.Join(in, strings.Repeat("x", 300))
	pack := desk.Pack{Name: "p", Papers: []desk.Packed{{File: "a.md", Content: []byte("a")}}}
	for what, write := range map[string]func() error{
		"a file": func() error { return office.Write(t.Context(), long+".md", []byte("x"), "") },
		"a folder": func() error {
			_, err := office.WritePack(t.Context(), long, pack, "c", "o", "", time.Unix(0, 0))
			return err
		},
		"a zip": func() error {
			_, err := office.WritePack(t.Context(), long+".zip", pack, "c", "o", "", time.Unix(0, 0))
			return err
		},
	} {
		err := write()
		if runtime.GOOS != "windows" && !fault.Has(err, fault.LongName) || err == nil {
			t.Errorf("%s: %v", what, err)
		}
	}
	if all, err := os.ReadDir(in); err != nil || len(all) > 0 {
		t.Errorf("it left %v %v", all, err)
	}
}

func TestWriteFollowsALink(t *testing.T) {
	folder := t.TempDir()
	real, link := filepath.Join(folder, "real.md"), filepath.Join(folder, "link.md")
	if err := office.Write(t.Context(), real, []byte("old"), ""); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(real, link); err != nil {
		t.Skip(err)
	}
	if err := office.Write(t.Context(), link, []byte("new"), ""); err != nil {
		t.Fatal(err)
	}
	has(t, real, "new")
	if info, err := os.Lstat(link); err != nil || info.Mode()&os.ModeSymlink == 0 {
		t.Error("the link is gone")
	}
}

func TestWriteNewTakesTheFirstFreeName(t *testing.T) {
	path := filepath.Join(t.TempDir(), "kwi-a.json")
	for _, want := range []string{"kwi-a.json", "kwi-a-2.json", "kwi-a-3.json"} {
		got, err := office.WriteNew(path, []byte("{}"))
		if err != nil || filepath.Base(got) != want {
			t.Errorf("%s, %v", got, err)
		}
	}
}
