package wholefile_test

import (
	"bufio"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"kwi/internal/wholefile"
)

// childVariable makes this test binary write a draft and never finish it.
const childVariable = "KWI_WHOLEFILE_CHILD"

func TestMain(m *testing.M) {
	if folder := os.Getenv(childVariable); folder == "folder" {
		in, _ := wholefile.Folder("kwi-try")
		fmt.Println(in)
		time.Sleep(time.Minute)
	} else if folder != "" {
		_, _ = wholefile.Draft(folder, func(f *os.File) error {
			_, err := f.WriteString("half")
			fmt.Println("writing")
			time.Sleep(time.Minute)
			return err
		})
		os.Exit(0)
	}
	os.Exit(m.Run())
}

func names(t *testing.T, folder string) (all []string) {
	t.Helper()
	entries, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		all = append(all, e.Name())
	}
	return all
}

func TestWriteIsWholeAndForThisUserAlone(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.txt")
	for _, text := range []string{"first", "second"} {
		if err := wholefile.Write(path, []byte(text)); err != nil {
			t.Fatal(err)
		}
		if got, _ := os.ReadFile(path); string(got) != text {
			t.Errorf("got %q", got)
		}
	}
	if info, _ := os.Stat(path); info.Mode().Perm() != 0o600 {
		t.Errorf("mode %v", info.Mode())
	}
	if got := names(t, filepath.Dir(path)); len(got) != 1 {
		t.Errorf("there is %v", got)
	}
}

func TestPublishOverwritesNothing(t *testing.T) {
	folder := t.TempDir()
	path := filepath.Join(folder, "a.txt")
	for i, want := range []error{nil, fs.ErrExist} {
		draft, err := wholefile.Draft(folder, wholefile.Filled([]byte{byte('a' + i)}))
		if err != nil {
			t.Fatal(err)
		}
		if err := wholefile.Publish(draft, path); !errors.Is(err, want) {
			t.Errorf("%d: %v", i, err)
		}
	}
	if got, _ := os.ReadFile(path); string(got) != "a" || len(names(t, folder)) != 1 {
		t.Errorf("there is %q, %v", got, names(t, folder))
	}
}

// started starts this test binary as a child, and gives its first line.
func started(t *testing.T, what string) (*exec.Cmd, string) {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	child := exec.Command(self)
	child.Env = append(os.Environ(), childVariable+"="+what)
	out, err := child.StdoutPipe()
	if err == nil {
		err = child.Start()
	}
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = child.Process.Kill(); _ = child.Wait() })
	said, _ := bufio.NewReader(out).ReadString('\n')
	return child, strings.TrimSpace(said)
}

// TestFoldersOfTheKilledAreRemoved does the same with temporary folders.
func TestFoldersOfTheKilledAreRemoved(t *testing.T) {
	t.Setenv("TMPDIR", t.TempDir())
	child, left := started(t, "folder")
	for _, there := range []bool{true, false} {
		mine, err := wholefile.Folder("kwi-try")
		if err != nil {
			t.Fatal(err)
		}
		if _, err := os.Stat(left); (err == nil) != there {
			t.Errorf("of a living process: %v: %v", there, err)
		}
		if _, err := os.Stat(mine); err != nil {
			t.Error(err)
		}
		_ = child.Process.Kill()
		_ = child.Wait()
	}
}

// TestDraftsOfTheKilledAreRemoved kills processes while they write: while one
// lives its draft stays, afterwards the next draft in the folder, or a sweep,
// removes it.
func TestDraftsOfTheKilledAreRemoved(t *testing.T) {
	folder := t.TempDir()
	for round := range 3 {
		writer, said := started(t, folder)
		if said != "writing" {
			t.Fatalf("the child says %q", said)
		}
		if n := wholefile.Sweep(folder); n != 0 || len(names(t, folder)) != 1 {
			t.Fatalf("%d drafts of a living process removed", n)
		}
		_ = writer.Process.Kill()
		_ = writer.Wait()
		if len(names(t, folder)) != 1 {
			t.Fatal("nothing is left to remove")
		}
		if round == 0 {
			if n := wholefile.Sweep(folder); n != 1 {
				t.Errorf("%d removed", n)
			}
		} else if err := wholefile.Write(filepath.Join(folder, "a"), nil); err != nil {
			t.Error(err)
		}
		if got := names(t, folder); round == 0 && len(got) != 0 || round > 0 && !slices.Equal(got, []string{"a"}) {
			t.Fatalf("there is %v", got)
		}
		_ = os.Remove(filepath.Join(folder, "a"))
	}
}

// TestOnlyDraftsAreRemoved lays beside old drafts what is none of ours.
func TestOnlyDraftsAreRemoved(t *testing.T) {
	folder := t.TempDir()
	old := time.Now().Add(-48 * time.Hour)
	for name, mode := range map[string]fs.FileMode{
		".kwi-123456.new": 0o600, ".kwi-00000000-12-345.new": 0o600, // of an earlier version, of another machine
		".kwi-123457.new": 0o644, ".kwi-notes.new": 0o600, "kwi-123456.new": 0o600, ".kwi-1.new.txt": 0o600, ".kwi-12": 0o600,
	} {
		path := filepath.Join(folder, name)
		if err := os.WriteFile(path, nil, mode); err != nil {
			t.Fatal(err)
		}
		if err := os.Chtimes(path, old, old); err != nil {
			t.Fatal(err)
		}
	}
	for _, name := range []string{".kwi-99.new", ".kwi-00000000-12-99.new"} { // fresh
		if err := os.WriteFile(filepath.Join(folder, name), nil, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Mkdir(filepath.Join(folder, ".kwi-7.new"), 0o700); err != nil {
		t.Fatal(err)
	}
	killed := filepath.Join(folder, ".kwi-123458.new") // a folder that was being filled
	if err := os.Mkdir(killed, 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(killed, "half"), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Chtimes(killed, old, old); err != nil {
		t.Fatal(err)
	}
	if n := wholefile.Sweep(folder); n != 3 || len(names(t, folder)) != 8 {
		t.Errorf("%d removed, there is %s", n, strings.Join(names(t, folder), " "))
	}
}

// TestFoldersOfTheKilledAreSwept by who needs none: whatever they were for, but neither that of
// a living process, nor of another machine, nor what is only called so.
func TestFoldersOfTheKilledAreSwept(t *testing.T) {
	in := t.TempDir()
	t.Setenv("TMPDIR", in)
	child, left := started(t, "folder")
	stays := []string{strings.Replace(filepath.Base(left), fmt.Sprint(child.Process.Pid), fmt.Sprint(os.Getpid()), 1), "kwi-copy-00000000-999999999-1", "kwi-notes", "kwi-copy-1-2"}
	for _, name := range stays {
		if err := os.Mkdir(filepath.Join(in, name), 0o700); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.WriteFile(filepath.Join(left, "half"), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	wholefile.SweepFolders()
	if _, err := os.Stat(left); err != nil {
		t.Error("that of a living process went")
	}
	_ = child.Process.Kill()
	_ = child.Wait()
	wholefile.SweepFolders()
	slices.Sort(stays)
	if got := names(t, in); !slices.Equal(got, stays) {
		t.Errorf("there is %q, not %q", got, stays)
	}
}
