// Package foreigntest has tests open what we write with programs that we did
// not write: LibreOffice, Gnumeric, poppler, qpdf, exceljs, Debian's Python and
// its modules. Where one is missing the test is skipped and says so; .ci/run
// installs them all. It is for tests alone and knows nothing of the program.
package foreigntest

import (
	"bytes"
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// longest is how long a program may take.
const longest = 3 * time.Minute

// office are the names of LibreOffice.
var office = []string{"soffice", "libreoffice"}

// interpreter is Debian's Python, which has the modules that Debian packages
// bring; another one may come first on the path.
const interpreter = "/usr/bin/python3"

// Program is a program by one of its names.
func Program(t testing.TB, names ...string) string {
	t.Helper()
	path := find(names)
	if path == "" {
		t.Skipf("%s is not installed here; .ci/run installs it", names[0])
	}
	return path
}

func find(names []string) string {
	for _, name := range names {
		if path, err := exec.LookPath(name); err == nil {
			return path
		}
	}
	return ""
}

// Python is a Python that has a module.
func Python(t testing.TB, module string) string {
	t.Helper()
	python := Program(t, interpreter, "python3")
	if out, err := exec.Command(python, "-c", "import "+module).CombinedOutput(); err != nil {
		t.Skipf("python3-%s is not installed here; .ci/run installs it: %s", module, bytes.TrimSpace(out))
	}
	return python
}

// Run runs a program, and gives what it wrote to its output and what it
// complained of. Where it fails the test does, with all of that.
func Run(t testing.TB, input, name string, args ...string) (out, complaints string) {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), longest)
	defer cancel()
	c := exec.CommandContext(ctx, name, args...)
	c.Stdin = strings.NewReader(input)
	c.Env = append(c.Environ(), "PYTHONIOENCODING=utf-8")
	var o, e strings.Builder
	c.Stdout, c.Stderr = &o, &e
	if err := c.Run(); err != nil {
		t.Fatalf("%s: %v\n%s%s", filepath.Base(name), err, &o, &e)
	}
	return o.String(), e.String()
}

// HasOffice reports whether LibreOffice is here and there is time for it.
func HasOffice() bool { return !testing.Short() && find(office) != "" }

// Convert has LibreOffice save files in another form, all of them in one start:
// to start it is what takes long. It gives the paths of what it made, in the
// same order.
func Convert(t testing.TB, form string, files ...string) (made []string) {
	t.Helper()
	if testing.Short() {
		t.Skip("LibreOffice takes its time")
	}
	into := t.TempDir()
	args := []string{"-env:UserInstallation=file://" + filepath.Join(t.TempDir(), "profile"), "--headless", "--norestore", "--convert-to", form, "--outdir", into}
	if filepath.Ext(files[0]) == ".csv" { // which it asks when somebody opens one: commas, quotes, UTF-8, quoted cells are texts, no formulas
		args = append(args, "--infilter=CSV:44,34,76,1,,1033,true,false")
	}
	_, said := Run(t, "", Program(t, office...), append(args, files...)...)
	for _, file := range files {
		path := filepath.Join(into, strings.TrimSuffix(filepath.Base(file), filepath.Ext(file))+"."+form)
		if _, err := os.Stat(path); err != nil {
			t.Fatalf("LibreOffice made no %s of %s: %s", form, filepath.Base(file), said)
		}
		made = append(made, path)
	}
	return made
}

// ExcelJS has exceljs read a workbook, and gives what a script makes of it: the
// script is the body of a function of the workbook that returns a text. The
// reader is one file, which KWI_EXCELJS names.
func ExcelJS(t testing.TB, book []byte, script string) string {
	t.Helper()
	reader := os.Getenv("KWI_EXCELJS")
	if _, err := os.Stat(reader); err != nil {
		t.Skip("KWI_EXCELJS names no exceljs.min.js; .ci/run fetches it")
	}
	program := "const book = new (require(process.argv[1]).Workbook)();" +
		"book.xlsx.load(require('fs').readFileSync(process.argv[2])).then(() => console.log((book => {" + script + "})(book)))" +
		".catch(e => { console.error(e.message); process.exit(1) })"
	out, _ := Run(t, "", Program(t, "node", "nodejs"), "-e", program, reader, Saved(t, "book.xlsx", book))
	return out
}

// Gnumeric has Gnumeric compute a workbook anew and save it, and gives what it
// saved.
func Gnumeric(t testing.TB, book []byte) []byte {
	t.Helper()
	into := filepath.Join(t.TempDir(), "saved.xlsx")
	Run(t, "", Program(t, "ssconvert"), "--recalc", Saved(t, "book.xlsx", book), into)
	return Loaded(t, into)
}

// Saved puts content in a file of this name.
func Saved(t testing.TB, name string, content []byte) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, content, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// Loaded is the content of a file.
func Loaded(t testing.TB, path string) []byte {
	t.Helper()
	content, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return content
}
