package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"time"

	"kwi/internal/desk"
	"kwi/internal/score"
	"kwi/store/bolt"
)

// saves is one durable save.
func (r *run) saves() error {
	found, err := r.metrics("./store/bolt", "^BenchmarkSave$/small")
	if err != nil {
		return err
	}
	r.found("one durable save", "append and fsync", "µs", found["µs-save-p50"], found["µs-floor-p50"], 3, 4)
	return nil
}

// scores is scoring in memory.
func (r *run) scores() error {
	found, err := r.metrics("./internal/score", "^BenchmarkTwentyMillionAnswers$")
	if err != nil {
		return err
	}
	r.found("score in memory", "a plain loop", "× the loop", found["x-plain-median"], 1, 2, 4)
	return nil
}

// openDesk is a desk on a data file.
func openDesk(path string) (*desk.Desk, func() error, error) {
	s, err := bolt.Open(path)
	if err != nil {
		return nil, nil, err
	}
	return desk.New(s, func() string { return "" }), s.Close, nil
}

// scanned is the line of the floor that decodes a byte string per respondent.
var scanned = regexp.MustCompile(`cbor, byte string per respondent.*open\+score all\s+([0-9.]+) ms`)

// disk is scoring every cycle of everybody from the data file.
func (r *run) disk() error {
	ours := func() (float64, error) {
		start := time.Now()
		d, done, err := openDesk(r.large)
		if err != nil {
			return 0, err
		}
		defer func() { _ = done() }()
		lines, err := d.Portfolio(context.Background())
		if err != nil {
			return 0, err
		}
		answers := 0
		for part := range slices.Chunk(lines, 200) { // not all of them are held at once
			var ids []string
			for _, l := range part {
				ids = append(ids, l.ID)
			}
			f, err := d.Export(context.Background(), ids...)
			if err != nil {
				return 0, err
			}
			for i := range f.Clients {
				for j := range f.Clients[i].Cycles {
					answers += score.Of(&f.Clients[i], &f.Clients[i].Cycles[j]).Total.Sums.Answers
				}
			}
		}
		if err == nil && answers < r.clients*cyclesEach*respondents*questions*9/10 {
			err = fmt.Errorf("only %d answers", answers)
		}
		return since(start), err
	}
	theirs := func() (float64, error) {
		out, err := exec.Command(filepath.Join(r.work, "scan"), "-answers", "0", "-docs", "0", "-db", r.work, "-clients", fmt.Sprint(r.clients), "-cycles", fmt.Sprint(cyclesEach)).CombinedOutput()
		if err != nil {
			return 0, fmt.Errorf("scan: %w: %s", err, out)
		}
		found := scanned.FindSubmatch(out)
		if found == nil {
			return 0, fmt.Errorf("scan: no line of byte strings: %s", out)
		}
		return strconv.ParseFloat(string(found[1]), 64)
	}
	us, them, err := inTurns(1, ours, theirs) // the floor is a median of three itself, and takes a minute to make its file
	if err == nil {
		r.found("score everything from disk", "scan, byte strings", "ms", us, them, 1.5, 3)
	}
	return err
}

// opening is opening a client and scoring it, in a large file and a small one.
func (r *run) opening() error {
	opened := func(path string) (func() (float64, error), func() error, error) {
		d, done, err := openDesk(path)
		return func() (float64, error) {
			start := time.Now()
			for range 20 {
				h, err := d.Open(context.Background(), "c00003")
				if err != nil {
					return 0, err
				}
				c := h.Now()
				score.HistoryOf(&c)
			}
			return since(start) / 20, nil
		}, done, err
	}
	large, done, err := opened(r.large)
	if err != nil {
		return err
	}
	defer func() { _ = done() }()
	small, ended, err := opened(r.small)
	if err != nil {
		return err
	}
	defer func() { _ = ended() }()
	us, them, err := inTurns(4*r.rounds, large, small)
	if err == nil {
		r.found("a client opened, all clients", "with 10", "ms", us, them, 2, 3)
	}
	return err
}

// overview is the list of all clients with stage and score, beside sqlite3
// that has the same answers in a table of its own.
func (r *run) overview() error {
	const what = "list of all clients with their scores"
	sqlite, err := exec.LookPath("sqlite3")
	if err != nil {
		r.lacking(what, "sqlite3 is not there")
		return nil
	}
	lines, base := filepath.Join(r.work, "answers.csv"), filepath.Join(r.work, "answers.sqlite")
	f, err := os.Create(lines)
	if err != nil {
		return err
	}
	if err := firstOf(r.answers(f), f.Close()); err != nil {
		return err
	}
	if err := r.quiet(sqlite, base, "CREATE TABLE a(client TEXT, cycle TEXT, who TEXT, kwi TEXT, q TEXT, g INT, w INT);", ".mode csv", ".import "+lines+" a"); err != nil {
		return err
	}
	us, them, err := inTurns(min(r.rounds, 3),
		func() (float64, error) { return timed(r.command(r.kwi, "--file", r.large, "list", "--json")) },
		func() (float64, error) {
			return timed(r.command(sqlite, "-readonly", base, "SELECT client, cycle, sum(g*w)*1.0/sum(w) FROM a GROUP BY 1, 2;"))
		})
	if err == nil {
		r.found(what, "sqlite3, file ready", "ms", us, them, 1.0/20, 1.0/10)
	}
	return err
}

// files is a tenth of all in from kwi/1 and out to it.
func (r *run) files() error {
	text, err := os.ReadFile(r.text)
	if err != nil {
		return err
	}
	var plain file
	turn := 0
	us, them, err := inTurns(min(r.rounds, 3),
		func() (float64, error) {
			turn++
			return timed(r.command(r.kwi, "--file", filepath.Join(r.work, fmt.Sprintf("import%d.db", turn)), "import", r.text))
		},
		func() (float64, error) {
			plain = file{}
			start := time.Now()
			err := json.Unmarshal(text, &plain)
			return since(start), err
		})
	if err != nil {
		return err
	}
	r.found("import of a tenth", "decoding into structs", "ms", us, them, 2, 3)
	us, them, err = inTurns(min(r.rounds, 3),
		func() (float64, error) { return timed(r.command(r.kwi, "--file", r.middle, "export")) },
		func() (float64, error) {
			var out bytes.Buffer
			start := time.Now()
			err := json.NewEncoder(&out).Encode(plain)
			return since(start), err
		})
	if err == nil {
		r.found("export of a tenth", "encoding of structs", "ms", us, them, 2, 3)
	}
	return err
}

// lists is eight filled lists to scores and monitor, beside LibreOffice that
// makes CSV of them.
func (r *run) lists() error {
	const what = "8 filled lists to their scores"
	if _, err := exec.LookPath("soffice"); err != nil {
		r.lacking(what, "LibreOffice is not there")
		return nil
	}
	found, err := r.metrics("./cmd/kwi", "^BenchmarkEightListsToScores$")
	if err == nil {
		r.found(what, "LibreOffice to CSV", "ms", found["ms/scores"], found["ms/libreoffice"], 0.01, 0.02)
		r.found("and to the monitor as a document", "LibreOffice to CSV", "ms", found["ms/lists"], found["ms/libreoffice"], 0.01, 0.02)
	}
	return err
}
