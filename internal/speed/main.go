// Command speed measures kwi beside the floors of a bench folder, all in one
// run, and writes what it found as a table with machine, ratios and limits:
//
//	go run ./internal/speed -bench ../shared/bench -out internal/docs/speed.md
//
// The bench folder holds a driver for programs in a pseudo-terminal
// (ptydrive.py) and the floors in Go. A figure is a median over rounds in
// which kwi and its floor take turns, so that whatever else the machine does
// falls on both; only ratios are judged. What a machine lacks (sqlite3,
// LibreOffice) is named in the table and not judged.
//
// Two runs are compared by the lines that -gobench writes in the form of the
// go command's benchmarks:
//
//	go run ./internal/speed -bench DIR -gobench old.txt
//	go run ./internal/speed -bench DIR -gobench new.txt
//	go run golang.org/x/perf/cmd/benchstat@latest old.txt new.txt
//
// This command is for those who build kwi, and nothing imports it. It knows
// the desk and the data file for what is measured inside one process.
package main

import (
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
)

// run is one run of all measurements.
type run struct {
	bench, work, kwi     string
	rounds               int
	clients              int // of the large file; a tenth of them are imported and exported
	small, large, middle string
	text                 string // what is imported, as kwi/1
	rows                 []row
	log                  io.Writer
}

func main() {
	r := run{log: os.Stderr}
	flag.StringVar(&r.bench, "bench", filepath.Join("..", "shared", "bench"), "the folder with ptydrive.py and floors")
	flag.IntVar(&r.rounds, "rounds", 5, "rounds of each measurement")
	flag.IntVar(&r.clients, "clients", 10_000, "clients of the large file")
	out := flag.String("out", "", "write the table here instead of to standard output")
	lines := flag.String("gobench", "", "also write lines for benchstat here")
	only := flag.String("only", "", "measure only the parts with these names, separated by commas")
	flag.Parse()
	if err := r.all(*only); err != nil {
		fmt.Fprintln(os.Stderr, "speed:", err)
		os.Exit(1)
	}
	if err := write(*out, r.table()); err == nil && *lines != "" {
		err = write(*lines, r.gobench())
		if err != nil {
			fmt.Fprintln(os.Stderr, "speed:", err)
			os.Exit(1)
		}
	}
}

// write writes to a file, or to standard output where none is named.
func write(path, text string) error {
	if path == "" {
		_, err := io.WriteString(os.Stdout, text)
		return err
	}
	return os.WriteFile(path, []byte(text), 0o644)
}

// all builds the programs, makes the data and measures part by part.
func (r *run) all(only string) (err error) {
	if r.work, err = os.MkdirTemp("", "kwi-speed"); err != nil {
		return err
	}
	defer func() { _ = os.RemoveAll(r.work) }()
	for _, part := range []struct {
		name string
		do   func() error
	}{
		{"", r.build}, {"", r.data},
		{"start", r.starts}, {"keys", r.keys}, {"save", r.saves}, {"score", r.scores}, {"disk", r.disk}, {"overview", r.overview},
		{"open", r.opening}, {"files", r.files}, {"lists", r.lists},
	} {
		if part.name != "" && only != "" && !strings.Contains(","+only+",", ","+part.name+",") {
			continue
		}
		_, _ = fmt.Fprintln(r.log, "speed:", part.name)
		if err := part.do(); err != nil {
			return fmt.Errorf("%s: %w", part.name, err)
		}
	}
	return nil
}
