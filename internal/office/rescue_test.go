package office_test

import (
	"os"
	"path/filepath"
	"slices"
	"testing"

	"kwi/internal/office"
)

// TestRescueFilesAreFoundWhereTheyAreWritten: each that WriteRescue wrote, in the home folder or
// that for temporary files, and nothing that is only called so or only holds the like.
func TestRescueFilesAreFoundWhereTheyAreWritten(t *testing.T) {
	home, temporary := t.TempDir(), t.TempDir()
	for _, name := range []string{"HOME", "USERPROFILE"} {
		t.Setenv(name, home)
	}
	for _, name := range []string{"TMPDIR", "TMP", "TEMP"} {
		t.Setenv(name, temporary)
	}
	var want []string
	write := func(name, content string) {
		path, err := office.WriteRescue(name, []byte(content))
		if err != nil {
			t.Fatal(err)
		}
		want = append(want, path)
	}
	for range 2 {
		write(office.RescueName("newmedia", false), `{"format": "kwi/1"}`)
		write(office.RescueName("", false), `{"format": "kwi/1"}`)
		write(office.RescueName("newmedia", true), "age-encryption.org/v1\n")
	}
	for _, folder := range []string{home, temporary} {
		for name, content := range map[string]string{"kwi-notes.json": "my notes", "other.json": "{}", "kwi.json.txt": "{}", "kwi.db": "{}"} {
			if err := os.WriteFile(filepath.Join(folder, name), []byte(content), 0o600); err != nil {
				t.Fatal(err)
			}
		}
	}
	t.Setenv("HOME", filepath.Join(home, "none"))
	t.Setenv("USERPROFILE", filepath.Join(home, "none"))
	write(office.RescueName("other", false), `{"format": "kwi/1"}`) // no home folder to write to
	if filepath.Dir(want[6]) != temporary {
		t.Error(want[6])
	}
	t.Setenv("HOME", home)
	t.Setenv("USERPROFILE", home)
	found := office.Rescued()
	slices.Sort(found)
	slices.Sort(want)
	if !slices.Equal(found, want) {
		t.Errorf("found %q\nwant %q", found, want)
	}
}
