//go:build unix

package cli

import (
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"kwi/internal/wholefile"
)

// TestWhatAKilledBackupLeftIsSwept: the temporary folder in which a backup to standard output
// was made goes with the next start, lock and erasing.
func TestWhatAKilledBackupLeftIsSwept(t *testing.T) {
	t.Setenv("TMPDIR", t.TempDir())
	b := brokenAt(t)
	phrase := filepath.Join(t.TempDir(), "pw")
	if err := os.WriteFile(phrase, []byte("a long enough phrase\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	gone := exec.Command("true")
	if err := gone.Run(); err != nil {
		t.Skip(err)
	}
	for _, args := range [][]string{
		{"list"}, {"erase", "--client", "newmedia", "--person", "KK", "--yes"}, {"lock", "--passphrase-file", phrase},
	} {
		mine, err := wholefile.Folder("kwi-copy")
		if err != nil {
			t.Fatal(err)
		}
		killed := strings.Replace(mine, "-"+strconv.Itoa(os.Getpid())+"-", "-"+strconv.Itoa(gone.Process.Pid)+"-", 1)
		if err := os.Rename(mine, killed); err != nil {
			t.Fatal(err)
		}
		b.run(0, args...)
		if _, err := os.Stat(killed); err == nil {
			t.Errorf("%s leaves %s", args[0], killed)
		}
	}
}
