package crash

import (
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"kwi/internal/fault"
)

// fallen is the fault of what panics.
func fallen(do func(name string)) (f *fault.Fault) {
	defer func() { f = Of(recover()) }()
	do("Ingrid Jansen")
	return nil
}

func deep(name string) { panic(errors.New("what " + name + " said")) }

func TestAFaultOfAPanicTellsWhereAndNothingOfAnybody(t *testing.T) {
	f := fallen(deep)
	var fell *Fall
	if !errors.As(f, &fell) || !strings.Contains(fell.Stack[0], "crash.deep crash_test.go:") || strings.Contains(f.Error(), "Ingrid") {
		t.Errorf("%v\n%v", f, fell)
	}
	if again := Of(f); again != f {
		t.Error("what was caught before is caught anew")
	}
	indexed := fallen(func(name string) { _ = []int{}[len(name)] })
	if !strings.Contains(indexed.Error(), "index out of range [13]") {
		t.Error(indexed)
	}
	var none *int
	if f := fallen(func(string) { *none = 1 }); !strings.Contains(f.Error(), "nil pointer") {
		t.Error(f)
	}
}

func TestTheLastTenReportsAreKeptForThisUserAlone(t *testing.T) {
	folder, now := t.TempDir(), time.Date(2026, 11, 27, 14, 0, 0, 0, time.UTC)
	s := &Shelf{Folder: func() (string, error) { return folder, nil }, Version: "v1 linux/amd64", Terminal: func() string { return "80x24" }, Now: func() time.Time { return now }}
	first := s.Note(fallen(deep), "monitor")
	path := first.Values[0]
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	for _, says := range []string{"v1 linux/amd64", "monitor", "80x24", "*errors.errorString", "crash.deep"} {
		if !strings.Contains(string(b), says) {
			t.Errorf("no %q in\n%s", says, b)
		}
	}
	if strings.Contains(string(b), "Ingrid") {
		t.Errorf("a name stands there:\n%s", b)
	}
	if again := s.Note(fallen(deep), "monitor"); again.Values[0] != path {
		t.Error("the same mistake has two reports")
	}
	if err := os.WriteFile(filepath.Join(folder, "kwi", "crashes", "mine.txt"), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	for range 12 {
		now = now.Add(time.Minute)
		s.written = nil
		s.Note(fallen(deep), "monitor")
	}
	s.written = nil
	last := s.Note(fallen(deep), "monitor") // within the same second
	entries, _ := os.ReadDir(filepath.Dir(path))
	if len(entries) != 11 {
		t.Errorf("%d files", len(entries))
	}
	if _, err := os.Stat(path); err == nil {
		t.Error("the first is there still")
	}
	if runtime.GOOS != "windows" {
		in, _ := os.Stat(filepath.Dir(path))
		at, err := os.Stat(last.Values[0])
		if err != nil || at.Mode().Perm() != 0o600 || in.Mode().Perm() != 0o700 {
			t.Errorf("%v %v, %v", at, in.Mode(), err)
		}
	}
}

func TestWithoutAFolderTheFaultIsToldAllTheSame(t *testing.T) {
	for _, s := range []*Shelf{nil, {}, {Folder: func() (string, error) { return "", errors.New("none") }}} {
		if f := s.Note(fallen(deep), ""); len(f.Values) > 0 || !Is(f) {
			t.Error(f)
		}
	}
	if f := Note(nil).Of("x", ""); !Is(f) {
		t.Error(f)
	}
}
