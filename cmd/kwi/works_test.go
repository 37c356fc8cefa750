package main

import (
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// quick are the commands of screens that tell nothing of how far they are: they
// read summaries or the names in a folder, in milliseconds for ten thousand, or keep
// one change, and the screen is there meanwhile or waits for nothing else.
var quick = []string{
	"ui/screen/history/history.go s.fetch", "ui/screen/promises/promises.go s.fetch", "ui/screen/portfolio/update.go s.fetch",
	"ui/part/catching/elsewhere.go e.pick.Init()", "ui/guard.go fresh.Init()", "ui/apart.go l.Init()", "ui/apart.go l.choice(&f)", "ui/widget/files.go lookInTime(p.asked, folder, look)",
}

// TestWhatTakesLongTellsHowFarItIs: each outcome with a command brings the work
// that the root draws and esc stops, or is known to be quick.
func TestWhatTakesLongTellsHowFarItIs(t *testing.T) {
	runs := regexp.MustCompile(`kit\.Outcome\{([^{}]*)Run: ([^{}]+?)(\}|\{|$)`)
	worked := 0
	var found []string
	err := filepath.WalkDir("../../ui", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return err
		}
		source, err := os.ReadFile(path)
		for _, m := range runs.FindAllStringSubmatch(string(source), -1) {
			what := strings.TrimPrefix(filepath.ToSlash(path), "../../") + " " + strings.TrimSpace(m[2])
			switch {
			case strings.Contains(m[1], "Work:"):
				worked++
			case slices.Contains(quick, what):
				found = append(found, what)
			default:
				t.Errorf("%s runs without telling how far it is", what)
			}
		}
		return err
	})
	if err != nil || worked < 8 || len(found) != len(quick) {
		t.Errorf("%v: %d works and %v are found; quick is %v", err, worked, found, quick)
	}
}
