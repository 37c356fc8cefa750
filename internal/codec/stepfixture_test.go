package codec_test

import (
	"encoding/base64"
	"fmt"
	"os"
	"reflect"
	"strings"
	"testing"

	"kwi/internal/codec"
	"kwi/internal/hand"
)

// TestStepsOfEveryVersion holds the records of steps to what data files are full
// of, as TestRecordsOfEveryVersion does those of clients. KWI_FIXTURE=1 writes
// one that is not there yet.
func TestStepsOfEveryVersion(t *testing.T) {
	before := map[string][]byte{"client/x": []byte("as it was"), "cycle/x/2026H1": []byte("gone")}
	after := map[string][]byte{"client/x": []byte("as it is"), "plan/x/2026": []byte("new")}
	step := hand.Step{ID: "m.3", Kind: hand.Undo, Takes: 2, Label: hand.Label{Key: "draft.label.note", Args: []string{"KK"}}, Group: "m:g"}
	taken := step
	taken.Taken = []string{"m.2", "m.1"}
	when := taken
	when.At, when.Where = "2026-11-26T14:02", hand.Window{Run: "r", Computer: "LAPTOP", User: "Joe Bestseller", Command: "collect"}
	for version, want := range map[byte]hand.Step{1: step, 9: taken, 18: when} {
		name := fmt.Sprintf("testdata/step-%d.txt", version)
		now := base64.StdEncoding.EncodeToString(codec.EncodeStep(want, before, after)) + "\n"
		if _, err := os.Stat(name); err != nil && os.Getenv("KWI_FIXTURE") != "" {
			if err := os.WriteFile(name, []byte(now), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		kept, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if string(kept) != now {
			t.Errorf("version %d is written otherwise", version)
		}
		record, err := base64.StdEncoding.DecodeString(strings.TrimSpace(string(kept)))
		if err != nil || record[0] != version {
			t.Fatal(err, record)
		}
		if got, err := codec.DecodeStep("step/x/3", record); err != nil || !reflect.DeepEqual(got.Step, want) {
			t.Errorf("version %d reads as %+v: %v", version, got.Step, err)
		}
	}
}
