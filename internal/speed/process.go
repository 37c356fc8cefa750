package main

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

// build builds kwi as it is released, and the floors.
func (r *run) build() error {
	var err error
	if r.bench, err = filepath.Abs(r.bench); err != nil {
		return err
	}
	if _, err := os.Stat(filepath.Join(r.bench, "ptydrive.py")); err != nil {
		return fmt.Errorf("the bench folder: %w", err)
	}
	r.kwi = filepath.Join(r.work, "kwi")
	if err := r.quiet("go", "build", "-trimpath", "-ldflags=-s -w", "-o", r.kwi, "./cmd/kwi"); err != nil {
		return err
	}
	c := r.command("go", "build", "-o", r.work+string(filepath.Separator), "./hello", "./scan")
	c.Dir = filepath.Join(r.bench, "floors")
	return told(c)
}

// command is a program that neither reads what the user has set nor leaves
// anything with them.
func (r *run) command(name string, args ...string) *exec.Cmd {
	c := exec.Command(name, args...)
	c.Env = append(os.Environ(), "KWI_SETTINGS="+filepath.Join(r.work, "settings.json"), "KWI_LANG=en", "KWI_TOURED=on", "KWI_WELCOMED=on")
	return c
}

// quiet runs a program whose output is of no interest unless it fails.
func (r *run) quiet(name string, args ...string) error { return told(r.command(name, args...)) }

func told(c *exec.Cmd) error {
	if out, err := c.CombinedOutput(); err != nil {
		return fmt.Errorf("%s: %w: %s", strings.Join(c.Args, " "), err, out)
	}
	return nil
}

// timed is how many milliseconds a program takes whose output is read to the
// end and thrown away.
func timed(c *exec.Cmd) (float64, error) {
	var failed bytes.Buffer
	c.Stdout, c.Stderr = io.Discard, &failed
	start := time.Now()
	if err := c.Run(); err != nil {
		return 0, fmt.Errorf("%s: %w: %s", strings.Join(c.Args, " "), err, &failed)
	}
	return since(start), nil
}

func since(start time.Time) float64 { return float64(time.Since(start).Nanoseconds()) / 1e6 }

// inTurns measures ours and theirs so many times in turns, once more before
// that to warm up, and is the median of both.
func inTurns(rounds int, ours, theirs func() (float64, error)) (us, them float64, err error) {
	var all [2][]float64
	for round := range rounds + 1 {
		for i, measure := range []func() (float64, error){ours, theirs} {
			took, err := measure()
			if err != nil {
				return 0, 0, err
			}
			if round > 0 {
				all[i] = append(all[i], took)
			}
		}
	}
	return percentile(all[0], 50), percentile(all[1], 50), nil
}

// percentile is the value that so many percent of all are not above; 0 of none.
func percentile(all []float64, percent int) float64 {
	if len(all) == 0 {
		return 0
	}
	all = slices.Sorted(slices.Values(all))
	return all[(len(all)-1)*percent/100]
}

// metrics runs one benchmark of the go command and is what it reports by unit.
func (r *run) metrics(room, name string) (map[string]float64, error) {
	c := r.command("go", "test", "-run", "^$", "-bench", name, "-timeout", "20m", room)
	out, err := c.CombinedOutput()
	if err != nil {
		return nil, fmt.Errorf("%s: %w: %s", strings.Join(c.Args, " "), err, out)
	}
	found := map[string]float64{}
	for line := range strings.Lines(string(out)) {
		if fields := strings.Fields(line); strings.HasPrefix(line, "Benchmark") && len(fields) > 2 {
			for i := 2; i+1 < len(fields); i += 2 {
				var v float64
				if _, err := fmt.Sscan(fields[i], &v); err == nil {
					found[fields[i+1]] = v
				}
			}
		}
	}
	if len(found) == 0 {
		return nil, fmt.Errorf("%s reported nothing: %s", name, out)
	}
	return found, nil
}
