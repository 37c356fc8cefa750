package main

import (
	"bytes"
	"context"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// TestKilledCommandsLeaveNothing kills every command that writes a file, at
// random moments, and does it again: then nothing is left beside what it
// writes, and what stood there was whole all along.
func TestKilledCommandsLeaveNothing(t *testing.T) {
	rounds := 25
	if testing.Short() {
		rounds = 4
	}
	binary, folder := build(t), t.TempDir()
	in := func(name string) string { return filepath.Join(folder, name) }
	for _, name := range []string{"data", "out"} {
		if err := os.Mkdir(in(name), 0o700); err != nil {
			t.Fatal(err)
		}
	}
	if err := writeExample(in("example.json")); err != nil {
		t.Fatal(err)
	}
	kwi := func(ctx context.Context, args ...string) ([]byte, error) {
		c := exec.CommandContext(ctx, binary, args...)
		c.Env = append(os.Environ(), "KWI_FILE="+in("data/kwi.db"))
		return c.CombinedOutput()
	}
	must := func(args ...string) []byte {
		t.Helper()
		said, err := kwi(t.Context(), args...)
		if err != nil {
			t.Fatalf("kwi %s: %v: %s", strings.Join(args, " "), err, said)
		}
		return said
	}
	must("import", in("example.json"))
	must("questionnaires", "--client", "newmedia", "--out", in("out/lists")) // written once more today they keep their marks
	must("backup", in("out/copy.db"))
	whole := must("export")
	random := rand.New(rand.NewPCG(2011, 11))
	killed := 0
	for _, args := range [][]string{
		{"backup", in("out/copy.db")}, {"restore", in("out/copy.db")}, {"export", "--out", in("out/all.json")},
		{"report", "--client", "newmedia", "--out", in("out/monitor.xlsx")}, {"questionnaires", "--client", "newmedia", "--out", in("out/lists")},
	} {
		for range rounds {
			ctx, stop := context.WithTimeout(t.Context(), time.Duration(random.IntN(int(60*time.Millisecond))))
			if _, err := kwi(ctx, args...); err != nil {
				killed++
			}
			stop()
			if got := must("export"); !bytes.Equal(got, whole) {
				t.Fatalf("after a killed %s the data is another", args[0])
			}
			if args[0] != "restore" {
				must(args...)
			}
			for _, name := range []string{"data", "out", "out/lists"} {
				if left, _ := filepath.Glob(in(name + "/.kwi-*")); len(left) > 0 {
					t.Fatalf("after a killed %s: %v", args[0], left)
				}
			}
		}
	}
	must("--file", in("out/copy.db"), "check")
	if killed == 0 {
		t.Error("none was killed in time")
	}
	t.Logf("%d killed", killed)
}
