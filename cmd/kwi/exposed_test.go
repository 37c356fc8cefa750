package main

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"kwi/internal/cli"
	"kwi/internal/fault"
	"kwi/internal/lang"
	"kwi/ui"
	"kwi/ui/drive"
	"kwi/ui/kit"
)

// atExposed sits at a window on a data file that others can read, in a folder where they
// can write.
func atExposed(t *testing.T, tag string, use func(d *drive.Driver, s cli.Session), options ...string) (file string) {
	t.Helper()
	if runtime.GOOS == "windows" {
		t.Skip("there are no such rights")
	}
	folder := filepath.Join(t.TempDir(), "kwi")
	file = filepath.Join(folder, "kwi.db")
	var said bytes.Buffer
	env := cli.Env{In: strings.NewReader(""), Out: &said, Err: &said, Nonce: counted(), Now: func() time.Time { return day },
		Getenv: func(name string) string {
			return map[string]string{"KWI_FILE": file, "KWI_SETTINGS": filepath.Join(t.TempDir(), "s.json"), "KWI_LANG": tag}[name]
		},
		Interactive: func(_ context.Context, s cli.Session) error {
			use(sitWith(t, stocked(t), tag, 80, 24, func(c *ui.Config) {
				c.Words, c.Told, c.ReadOnly, c.Exposed = lang.For(tag), s.Told, s.ReadOnly, exposedOf(s)
			}), s)
			return nil
		}}
	run := func(args ...string) {
		t.Helper()
		if code := cli.Run(t.Context(), env, args); code != 0 {
			t.Fatalf("%q: exit %d, %s", args, code, &said)
		}
	}
	run("supplier", "--name", "BESTSELLER B.V.")
	for name, mode := range map[string]os.FileMode{file: 0o644, folder: 0o777} {
		if err := os.Chmod(name, mode); err != nil {
			t.Fatal(err)
		}
	}
	run(options...)
	return file
}

func modeOf(t *testing.T, name string) os.FileMode {
	t.Helper()
	info, err := os.Stat(name)
	if err != nil {
		t.Fatal(err)
	}
	return info.Mode().Perm()
}

// TestWhatOthersCanGetAtIsPutRightOnAYes: it is told once at the start, with the key that
// asks; a no leaves it, a yes makes it the user's alone, and then the key is gone.
func TestWhatOthersCanGetAtIsPutRightOnAYes(t *testing.T) {
	t.Parallel()
	for tag, says := range map[string][]string{"nl": {"Ook anderen op deze computer", "f12", "van mij alleen", "Nu kan niemand anders"}, "en": {"Others on this computer", "f12", "make it mine alone", "Now nobody else"}} {
		file := atExposed(t, tag, func(d *drive.Driver, s cli.Session) {
			d.See(says[0], says[1])
			d.Press("down")
			d.Miss(says[0])
			d.Press("f12")
			d.See("kwi.db", says[2])
			d.Press("esc")
			if modeOf(t, s.File) != 0o644 {
				t.Error("a no makes it narrower")
			}
			d.Press("f12", "enter")
			d.See(says[3])
			if got := s.Exposed; len(got) != 2 {
				t.Errorf("%q", got)
			}
			before := d.Screen()
			d.Press("down", "f12")
			if d.Dialog() {
				t.Errorf("it asks again:\n%s\n%s", before, d.Screen())
			}
		})
		if modeOf(t, file) != 0o600 || modeOf(t, filepath.Dir(file))&0o022 != 0 {
			t.Errorf("%v in %v", modeOf(t, file), modeOf(t, filepath.Dir(file)))
		}
	}
}

// TestWhatOthersCanGetAtStaysWhereOnlyIsLooked, and with the client watching nothing of
// it is offered or told.
func TestWhatOthersCanGetAtStaysWhereOnlyIsLooked(t *testing.T) {
	t.Parallel()
	atExposed(t, "en", func(d *drive.Driver, s cli.Session) {
		d.See("Others on this computer")
		d.Miss("f12")
		d.Press("f12")
		if d.Dialog() || modeOf(t, s.File) != 0o644 {
			t.Error(d.Screen())
		}
	}, "--readonly")
	d := sitWith(t, exampleStore(t), "en", 80, 24, func(c *ui.Config) {
		c.Start = kit.Place{Name: "measure", Client: "newmedia"}
		c.Exposed = ui.Exposed{Names: []string{"kwi.db"}, Conceal: func() (int, error) { return 0, fault.New(fault.NotOwner, "kwi.db") }}
	})
	d.Press("f12", "enter")
	d.See("belongs to somebody else")
	d.Press("M", "enter", "W", "g", "enter", "esc", "f12")
	d.Miss("kwi.db", "others on this computer")
}
