package erasing_test

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"kwi/internal/beside"
	"kwi/internal/desk"
	"kwi/internal/erasing"
	"kwi/internal/lang"
	"kwi/internal/portable"
	"kwi/internal/report"
	"kwi/store/bolt"
)

// TestErasingSweepsWhatAStoppedProgramLeft: a half copy that a program left which was
// stopped while it wrote goes, and so does a page of a meeting, with who sat there; a copy that
// is being written is told.
func TestErasingSweepsWhatAStoppedProgramLeft(t *testing.T) {
	t.Parallel()
	f, path := filled(t)
	content, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	folder := f.Store.CopyFolder()
	if err := os.MkdirAll(folder, 0o700); err != nil {
		t.Fatal(err)
	}
	left := []string{filepath.Join(folder, ".kwi-1234567890.new"), filepath.Join(filepath.Dir(path), ".kwi-00000000-999-12.new")}
	long := time.Now().Add(-48 * time.Hour)
	for _, name := range left {
		if err := os.WriteFile(name, content, 0o600); err != nil {
			t.Fatal(err)
		}
		if err := os.Chtimes(name, long, long); err != nil {
			t.Fatal(err)
		}
	}
	busy := filepath.Join(folder, ".kwi-00000000-998-13.new")
	if err := os.WriteFile(busy, content, 0o600); err != nil {
		t.Fatal(err)
	}
	meeting := beside.At(path).Path()
	if err := errors.Join(os.Mkdir(meeting, 0o700), os.WriteFile(filepath.Join(meeting, "page"), []byte(`{"client":"one","room":{"Known":true,"Present":["KK"]}}`), 0o600)); err != nil {
		t.Fatal(err)
	}
	done, err := f.Do(context.Background(), asked(t, f))
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range append(left, meeting) {
		if _, err := os.Stat(name); !os.IsNotExist(err) {
			t.Errorf("%s is still there: %v", filepath.Base(name), err)
		}
	}
	if last := done.Copies[len(done.Copies)-1]; last.Path != busy || last.Err == nil {
		t.Errorf("nobody is told of %s: %+v", busy, done.Copies)
	}
	if _, err := os.Stat(busy); err != nil {
		t.Error("what another is writing was taken away:", err)
	}
}

// TestADataFileThatNobodyMadeIsTold: in one that a sync folder made nobody is erased, and whoever
// erases is told of it, beforehand and after.
func TestADataFileThatNobodyMadeIsTold(t *testing.T) {
	t.Parallel()
	f, path := filled(t)
	content, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	made := path + " (conflicted copy)"
	if err := os.WriteFile(made, content, 0o600); err != nil {
		t.Fatal(err)
	}
	for _, does := range []func(context.Context, desk.Erasing) (erasing.Done, error){f.Would, f.Do} {
		done, err := does(context.Background(), asked(t, f))
		if err != nil {
			t.Fatal(err)
		}
		told := done.Report(report.Erased{})
		if said := told.Outside(lang.For("en")); !slices.ContainsFunc(said, func(line string) bool { return strings.Contains(line, "does not look after: "+made) }) {
			t.Errorf("%q", said)
		}
	}
}

// TestANameThatOnlyACopyStillTellsIsFound: a text of the data file names somebody by
// what they were called when a copy was made.
func TestANameThatOnlyACopyStillTellsIsFound(t *testing.T) {
	t.Parallel()
	ctx := context.Background()
	f, _ := filled(t)
	if _, err := f.Store.KeepCopy(ctx, bolt.BeforeImport); err != nil {
		t.Fatal(err)
	}
	clients := twoClients()
	clients[0].Respondents[0].Name, clients[0].Respondents[1].Remark = "Zeno Brand", "Bel Quaxelfort"
	if _, err := f.Desk.Import(ctx, true, portable.File{Supplier: "Supplier", Clients: clients}); err != nil { // and the journal ends
		t.Fatal(err)
	}
	would, err := f.Would(ctx, asked(t, f))
	if err != nil {
		t.Fatal(err)
	}
	for _, w := range would.Writings {
		if w.Text == "Bel Quaxelfort" {
			return
		}
	}
	t.Errorf("%+v", would.Writings)
}

// TestRescueFilesAreNamedAsCopiesThatRemain, beforehand and in the report of what was done.
func TestRescueFilesAreNamedAsCopiesThatRemain(t *testing.T) {
	t.Parallel()
	f, _ := filled(t)
	f.Rescued = func() []string { return []string{"/home/zk/kwi.json.age"} }
	would, err := f.Would(t.Context(), asked(t, f))
	if err != nil {
		t.Fatal(err)
	}
	done, err := f.Do(t.Context(), asked(t, f))
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range []erasing.Done{would, done} {
		told := d.Report(report.Erased{})
		if said := strings.Join(told.Outside(lang.For("en")), "\n"); !strings.Contains(said, "when it could not save: /home/zk/kwi.json.age.") {
			t.Error(said)
		}
	}
}
