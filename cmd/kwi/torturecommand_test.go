//go:build unix

package main

import (
	"archive/zip"
	"bytes"
	"context"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"kwi/internal/account"
	"kwi/internal/codec"
	"kwi/internal/desk"
	"kwi/internal/portable"
	"kwi/store"
	"kwi/store/bolt"
)

// torture is a command that is killed. {in} is the folder of what it reads, {at} one
// of its own, with the data file in it.
type torture struct {
	name string
	args string
	made string // what it writes beside the data file: a data file, or an archive
}

var tortures = []torture{
	{"import", "import {in}/many.json", ""}, {"replace", "import --replace {in}/other.json", ""}, {"collect", "collect {in}/aa.eml", ""},
	{"restore", "restore {in}/other.db", ""}, {"backup", "backup {at}/copy.db", "copy.db"}, {"table", "table {in}/contacts.csv --client newmedia --yes", ""},
	{"pack", "pack --client newmedia --out {at}/papers.zip", "papers.zip"}, {"letters", "letters --client newmedia --kind invitation --out {at}/letters", ""},
	{"lists", "questionnaires --client newmedia --out {at}/lists", ""}, {"supplier", "supplier --name Another", ""},
	{"export", "export --out {at}/all.json", ""}, {"erase", "erase --client newmedia --person KK --yes --replace", ""}, {"repair", "check --repair", ""}, {"rescue", "rescue {at}/kwi.db --out {at}/new.db", "new.db"},
}

// lives are how long commands live at most: on a machine that has nothing else to do most are through in the first, on one
// that is busy in the last.
var lives = []time.Duration{60 * time.Millisecond, 150 * time.Millisecond, 600 * time.Millisecond}

const answeredMail = "From: aa@newmedia.example\nContent-Type: text/plain; charset=utf-8\n\n1.01 [7]\n1.02 [8<]\nC [9]\n\nKenmerk: newmedia · 2011H1 · AA\n"

const contactsTable = "Naam;E-mail;Functie\nAnna van Dijk;ad@x.example;CFO\nCarla Cox;cc@x.example;COO\n"

// rackFor makes what every kill begins from, and does each command once.
func rackFor(t *testing.T) *rack {
	t.Helper()
	r := &rack{binary: build(t), in: t.TempDir(), commands: map[string]string{}}
	cases, err := os.ReadFile(filepath.Join("..", "..", "internal", "portable", "testdata", "newmedia.json"))
	if err != nil {
		t.Fatal(err)
	}
	f, err := portable.Read(bytes.NewReader(cases))
	if err != nil {
		t.Fatal(err)
	}
	put(t, r.input("newmedia.json"), cases)
	put(t, r.input("many.json"), many(t, f))
	put(t, r.input("aa.eml"), []byte(answeredMail))
	put(t, r.input("contacts.csv"), []byte(contactsTable))
	other := f.Clients[0].Clone()
	other.Name = "New Media Group"
	var b bytes.Buffer
	if err := portable.Write(&b, portable.File{Supplier: f.Supplier, Clients: []account.Client{other}}); err != nil {
		t.Fatal(err)
	}
	put(t, r.input("other.json"), b.Bytes())
	for name, data := range map[string]string{"newmedia.json": "base.db", "other.json": "other.db"} {
		if said, err := r.run(t.Context(), r.in, r.input(data), "import", r.input(name)); err != nil {
			t.Fatalf("%v: %s", err, said)
		}
	}
	r.before = whole(t, r.input("base.db"), false)
	r.base = read(t, r.input("base.db"))
	s, err := bolt.Open(r.input("base.db"))
	if err != nil {
		t.Fatal(err)
	}
	line := codec.SummaryKey("newmedia")
	found, err := s.Get(t.Context(), line)
	if err == nil {
		_, err = s.Apply(t.Context(), store.Write{Op: store.Put, Key: line, Rev: found[0].Rev, Value: codec.SummaryOf(&other, 0)})
	}
	if err != nil {
		t.Fatal(err)
	}
	r.repairs = read(t, r.input("base.db"))
	for _, one := range tortures {
		at := t.TempDir()
		data := r.begins(t, at, one)
		if said, err := r.run(t.Context(), at, data, r.words(at, one)...); err != nil {
			t.Fatalf("%s: %v: %s", one.name, err, said)
		}
		r.commands[one.name] = whole(t, data, false)
	}
	return r
}

func read(t *testing.T, path string) []byte {
	t.Helper()
	content, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return content
}

// begins puts the data file there that a command begins with.
func (r *rack) begins(t *testing.T, at string, one torture) string {
	t.Helper()
	data := filepath.Join(at, "kwi.db")
	if one.name == "repair" {
		put(t, data, r.repairs)
	} else {
		put(t, data, r.base)
	}
	return data
}

func (r *rack) words(at string, one torture) (args []string) {
	for _, word := range strings.Fields(one.args) {
		args = append(args, strings.NewReplacer("{in}", r.in, "{at}", at).Replace(word))
	}
	return args
}

func (r *rack) run(ctx context.Context, home, data string, args ...string) ([]byte, error) {
	c := exec.CommandContext(ctx, r.binary, append([]string{"--file", data}, args...)...)
	c.Env = []string{"HOME=" + home, "PATH=" + os.Getenv("PATH")}
	return c.CombinedOutput()
}

// command kills a command at a random moment, and reports whether it was in time. The
// command was done or was not; where it had said that it was done, it was.
func (r *rack) command(t *testing.T, random *rand.Rand, one torture) (killed bool) {
	t.Helper()
	at := t.TempDir()
	data := r.begins(t, at, one)
	done := r.commands[one.name]
	ctx, stop := context.WithTimeout(t.Context(), time.Duration(random.Int64N(int64(lives[random.IntN(len(lives))]))))
	defer stop()
	said, err := r.run(ctx, at, data, r.words(at, one)...)
	if killed = err != nil; killed && ctx.Err() == nil {
		t.Fatalf("%s: %v: %s", one.name, err, said)
	}
	now := whole(t, data, one.name == "repair" && killed)
	switch {
	case now != r.before && now != done:
		t.Fatalf("%s is half done:\n%s", one.name, now)
	case !killed && now != done:
		t.Fatalf("%s said that it was done, and is not", one.name)
	}
	r.made(t, at, one, killed)
	if slices.Contains([]string{"collect", "table", "letters"}, one.name) { // steps of the client
		if back := takenBack(t, data, "newmedia"); back != r.before {
			t.Errorf("%s is not taken back:\n%s", one.name, back)
		}
	}
	if said, err := r.run(t.Context(), at, data, "supplier"); err != nil { // the program goes on
		t.Fatalf("after a killed %s: %v: %s", one.name, err, said)
	}
	if left, _ := filepath.Glob(filepath.Join(at, ".kwi-*")); len(left) > 0 {
		t.Errorf("after a killed %s: %v", one.name, left)
	}
	return killed
}

// made looks at what the command wrote beside the data file: whole, or not there.
func (r *rack) made(t *testing.T, at string, one torture, killed bool) {
	t.Helper()
	path := filepath.Join(at, one.made)
	if _, err := os.Stat(path); one.made == "" || killed && err != nil {
		return
	}
	if strings.HasSuffix(one.made, ".zip") {
		z, err := zip.OpenReader(path)
		if err != nil {
			t.Fatalf("%s left %v", one.name, err)
		}
		_ = z.Close()
		return
	}
	s, err := bolt.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := s.Check(t.Context()); err != nil {
		t.Fatalf("%s left %v", one.name, err)
	}
	if f, err := desk.New(s, nonce).Export(t.Context()); err != nil || one.name == "backup" && saidBy(t, f) != r.before {
		t.Errorf("%s left another file: %v", one.name, err)
	}
}
