//go:build unix

package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

const secretWords = "een heel lange zin"

// TestAgeOpensAnEncryptedBackupAndWeWhatAgeWrote: the program age and kwi each open what
// the other encrypted, and nothing that is typed for it is seen.
func TestAgeOpensAnEncryptedBackupAndWeWhatAgeWrote(t *testing.T) {
	age, err := exec.LookPath("age")
	if err != nil {
		t.Skip("the program age is not here: the package age has it")
	}
	binary, err := program()
	if err != nil {
		t.Fatal(err)
	}
	folder := t.TempDir()
	in := func(name string) string { return filepath.Join(folder, name) }
	env := []string{"KWI_FILE=" + in("kwi.db"), "KWI_SETTINGS=" + in("settings.toml"), "KWI_LANG=nl"}
	plainly := func(args ...string) string {
		c := exec.Command(binary, args...)
		c.Env = append(os.Environ(), env...)
		out, err := c.CombinedOutput()
		if err != nil {
			t.Fatalf("%q: %v, %s", args, err, out)
		}
		return string(out)
	}
	typed := func(program string, asked []string, args ...string) {
		t.Helper()
		w := run(t, program, env, args...)
		for _, question := range asked {
			w.see(question)
			w.press(secretWords + "\r")
		}
		if code := w.end(); code != 0 || strings.Contains(w.sent(), secretWords) {
			t.Fatalf("%s: exit %d, %q", program, code, w.sent())
		}
		w.restored()
	}
	plainly("import", "../../internal/portable/testdata/worked.json")
	there := plainly("export")

	typed(binary, []string{"Kies een wachtzin", "Nog een keer"}, "backup", in("copy.age"), "--encrypt")
	typed(age, []string{"passphrase"}, "--decrypt", "-o", in("opened.db"), in("copy.age"))
	if got := plainly("--file", in("opened.db"), "export"); got != there {
		t.Error("what age opens is something else")
	}

	plainly("backup", in("plain.db"))
	typed(age, []string{"Enter passphrase", "Confirm passphrase"}, "--passphrase", "--armor", "-o", in("theirs.age"), in("plain.db"))
	plainly("import", "../../internal/portable/testdata/newmedia.json")
	typed(binary, []string{"typt):"}, "restore", in("theirs.age"), "--yes")
	if got := plainly("export"); got != there {
		t.Error("what age wrote comes back as something else")
	}
}

// TestAQuestionForAPassphraseIsLeftWithCtrlC, and the terminal shows again what is typed.
func TestAQuestionForAPassphraseIsLeftWithCtrlC(t *testing.T) {
	binary, err := program()
	if err != nil {
		t.Fatal(err)
	}
	folder := t.TempDir()
	c := exec.Command(binary, "import", "../../internal/portable/testdata/worked.json")
	if c.Env = append(os.Environ(), "KWI_FILE="+filepath.Join(folder, "kwi.db")); c.Run() != nil {
		t.Fatal("there is no client")
	}
	w := run(t, binary, []string{"KWI_FILE=" + filepath.Join(folder, "kwi.db"), "KWI_LANG=nl"}, "backup", filepath.Join(folder, "copy.age"), "--encrypt")
	w.see("Kies een wachtzin")
	w.press("half\x03")
	if code := w.end(); code != 130 || !strings.Contains(w.sent(), "\n") || strings.Contains(w.sent(), "half") {
		t.Errorf("exit %d, %q", code, w.sent())
	}
	w.restored()
}
