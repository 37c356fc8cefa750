package cli

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

const secretWords = "een heel lange zin"

// typing answers what is asked for a passphrase, and notes the questions.
func typing(e *Env, answers ...string) *[]string {
	asked := new([]string)
	e.Work = 4
	e.Secret = func(_ context.Context, question string) (string, error) {
		*asked = append(*asked, question)
		return answers[len(*asked)-1], nil
	}
	return asked
}

func fileWith(t *testing.T, content string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "passphrase")
	if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// TestAnEncryptedBackupComesBackWithItsPassphrase: from a file and from standard input,
// typed and from a file; nothing of the client can be read in it.
func TestAnEncryptedBackupComesBackWithItsPassphrase(t *testing.T) {
	e, out, said := env(t)
	asked := typing(&e, secretWords, secretWords, secretWords, secretWords)
	mustRun(t, e, said, "import", portfolioFile(t, "een"))
	copied := filepath.Join(t.TempDir(), "copy.age")
	out.Reset()
	mustRun(t, e, said, "backup", copied, "--encrypt")
	if len(*asked) != 2 || !strings.Contains((*asked)[0], "minstens 8 tekens") || !strings.Contains(out.String(), "gaat alleen open met je wachtzin") {
		t.Errorf("asked %q, said %q", *asked, out)
	}
	content, err := os.ReadFile(copied)
	if err != nil || bytes.Contains(content, []byte("een")) && bytes.Contains(content, []byte("client/")) || !bytes.HasPrefix(content, []byte("age-encryption.org/v1\n")) {
		t.Fatal("it can be read", err)
	}
	if about, err := os.Stat(copied); err != nil || about.Mode().Perm() != 0o600 {
		t.Error(about.Mode(), err)
	}
	words := fileWith(t, secretWords+"\r\nmore")
	for name, args := range map[string][]string{"typed": {copied}, "file": {copied, "--passphrase-file", words}, "input": {"-", "--passphrase-file", words}, "input, typed": {"-"}} {
		mustRun(t, e, said, "import", portfolioFile(t, "twee"))
		e.In = bytes.NewReader(content)
		mustRun(t, e, said, append([]string{"restore"}, args...)...)
		out.Reset()
		mustRun(t, e, said, "list")
		if out.String() != "een · een\n" {
			t.Errorf("%s: there is %q", name, out)
		}
	}
	if left, _ := filepath.Glob(filepath.Join(filepath.Dir(e.Getenv("KWI_FILE")), ".kwi-*")); len(left) > 0 {
		t.Errorf("what can be read is left: %q", left)
	}
	var plain bytes.Buffer
	e.Out = &plain
	mustRun(t, e, said, "backup", "-")
	e.In, e.Out = &plain, out
	mustRun(t, e, said, "restore", "-")
}

// TestAWrongPassphraseTouchesNothing, and neither does one that is too short, typed
// differently or not there: one sentence each.
func TestAWrongPassphraseTouchesNothing(t *testing.T) {
	e, out, said := env(t)
	mustRun(t, e, said, "import", portfolioFile(t, "een"))
	folder := t.TempDir()
	copied := filepath.Join(folder, "copy.age")
	typing(&e)
	mustRun(t, e, said, "backup", copied, "--encrypt", "--passphrase-file", fileWith(t, secretWords))
	whole, err := os.ReadFile(copied)
	if err != nil {
		t.Fatal(err)
	}
	cut := filepath.Join(folder, "cut.age")
	if err := os.WriteFile(cut, whole[:len(whole)-1], 0o600); err != nil {
		t.Fatal(err)
	}
	before, err := os.ReadFile(e.Getenv("KWI_FILE"))
	if err != nil {
		t.Fatal(err)
	}
	short, empty, words := fileWith(t, "kort"), fileWith(t, "\n"), fileWith(t, secretWords)
	for name, c := range map[string]struct {
		args   []string
		typed  []string
		says   string
		misuse bool
	}{
		"wrong":           {args: []string{"restore", copied}, typed: []string{"Een heel lange zin"}, says: copied + " gaat niet open met die wachtzin"},
		"cut":             {args: []string{"restore", cut}, typed: []string{secretWords}, says: "beschadigd of niet compleet"},
		"short":           {args: []string{"backup", filepath.Join(folder, "x"), "--encrypt", "--passphrase-file", short}, says: "minstens 8 tekens"},
		"differs":         {args: []string{"backup", filepath.Join(folder, "x"), "--encrypt"}, typed: []string{secretWords, secretWords + "."}, says: "een andere dan de eerste"},
		"none":            {args: []string{"backup", filepath.Join(folder, "x"), "--encrypt", "--passphrase-file", empty}, says: "staat geen wachtzin"},
		"nothing typed":   {args: []string{"restore", copied}, typed: []string{""}, says: "geen wachtzin getypt"},
		"no file":         {args: []string{"restore", copied, "--passphrase-file", filepath.Join(folder, "nowhere")}, says: "nowhere"},
		"both":            {args: []string{"restore", copied, "--passphrase-file", words, "--passphrase-fd", "3"}, says: "kies tussen", misuse: true},
		"no descriptor":   {args: []string{"restore", copied, "--passphrase-fd", "977"}, says: "staat geen wachtzin"},
		"not encrypted":   {args: []string{"backup", filepath.Join(folder, "x"), "--passphrase-file", words}, says: "hoort bij --encrypt", misuse: true},
		"both from input": {args: []string{"restore", "-", "--passphrase-fd", "0"}, says: "komt al van de invoer", misuse: true},
		"over another":    {args: []string{"backup", copied, "--encrypt", "--passphrase-file", fileWith(t, "een andere zin")}, says: "met een andere wachtzin"},
		"over a cut one":  {args: []string{"backup", cut, "--encrypt", "--passphrase-file", words}, says: "niet overschreven"},
		"plain over it":   {args: []string{"backup", copied}, says: "niet overschreven"},
		"of nothing":      {args: []string{"restore", "-"}, says: "beschadigd of niet compleet"},
		"of a text":       {args: []string{"restore", words}, says: "geen kopie van kwi"},
	} {
		said.Reset()
		out.Reset()
		typing(&e, c.typed...)
		want := failed
		if c.misuse {
			want = misuse
		}
		if code := Run(t.Context(), e, c.args); code != want || out.Len() > 0 || strings.Count(said.String(), "\n") != 1 || !strings.Contains(said.String(), c.says) {
			t.Errorf("%s: exit %d, %q", name, code, said)
		}
		if after, err := os.ReadFile(e.Getenv("KWI_FILE")); err != nil || !bytes.Equal(after, before) {
			t.Errorf("%s: something was touched, %v", name, err)
		}
	}
	if now, _ := os.ReadFile(copied); !bytes.Equal(now, whole) {
		t.Error("the copy was touched")
	}
	if _, err := os.Stat(filepath.Join(folder, "x")); err == nil {
		t.Error("a copy was made all the same")
	}
	e.Secret = nil
	said.Reset()
	if code := Run(t.Context(), e, []string{"restore", copied}); code != failed || !strings.Contains(said.String(), "geen terminal") {
		t.Errorf("without a terminal: exit %d, %q", code, said)
	}
}

// TestAnEncryptedBackupIsReplacedByALaterOne with the same passphrase, as a plain one is,
// and never by one of another data file.
func TestAnEncryptedBackupIsReplacedByALaterOne(t *testing.T) {
	e, _, said := env(t)
	typing(&e)
	mustRun(t, e, said, "import", portfolioFile(t, "een"))
	copied, words := filepath.Join(t.TempDir(), "copy.age"), fileWith(t, secretWords)
	backup := []string{"backup", copied, "--encrypt", "--passphrase-file", words}
	mustRun(t, e, said, backup...)
	mustRun(t, e, said, "import", portfolioFile(t, "twee"))
	mustRun(t, e, said, backup...)
	other, _, _ := env(t)
	other.Work, other.Err = 4, said
	mustRun(t, other, said, "import", portfolioFile(t, "drie"))
	said.Reset()
	if code := Run(t.Context(), other, backup); code != failed || !strings.Contains(said.String(), "geen eerdere kopie van dit gegevensbestand") {
		t.Errorf("exit %d, %q", code, said)
	}
}

// TestNoPassphraseIsAnArgument: no command has an option that takes the words themselves.
func TestNoPassphraseIsAnArgument(t *testing.T) {
	e, _, _ := env(t)
	r := &invocation{Env: e, words: OfSystem(e.Getenv)}
	for _, c := range r.tree().Commands() {
		for _, o := range options(c.Flags()) {
			name, _, _ := strings.Cut(strings.TrimPrefix(o[0], "--"), " ")
			if strings.Contains(name, "pass") && !slices.Contains([]string{passphraseFile, passphraseFD, "new-passphrase-file"}, name) {
				t.Errorf("%s has %s", c.Name(), name)
			}
		}
	}
}
