package main

import (
	"bufio"
	"fmt"
	"os"
	"runtime"
	"strings"
)

// row is one line of the table: a figure of kwi beside that of its floor.
type row struct {
	what, against string
	ours, floor   float64
	unit          string // of both
	target, limit float64
	lacks         string // why nothing was measured
}

func (r *run) found(what, against, unit string, ours, floor, target, limit float64) {
	r.rows = append(r.rows, row{what: what, against: against, unit: unit, ours: ours, floor: floor, target: target, limit: limit})
	_, _ = fmt.Fprintf(r.log, "speed: %s: %.4g %s against %.4g\n", what, ours, unit, floor)
}

func (r *run) lacking(what, why string) {
	r.rows = append(r.rows, row{what: what, lacks: why})
}

// ratio is how many times the floor a figure of ours is.
func (w row) ratio() float64 { return w.ours / w.floor }

// verdict is what the ratio means.
func (w row) verdict() string {
	switch {
	case w.lacks != "":
		return "not measured: " + w.lacks
	case w.ratio() <= w.target:
		return "target"
	case w.ratio() <= w.limit:
		return "within the limit"
	}
	return "**above the limit**"
}

// table is all that was found, as Markdown.
func (r *run) table() string {
	var b strings.Builder
	fmt.Fprintf(&b, "# Speed\n\nMeasured by `go run ./internal/speed`, %d rounds in turns, medians; the large file has %d clients of ten cycles.\n\n", r.rounds, r.clients)
	fmt.Fprintf(&b, "Machine: %s, %d processors, %s/%s, %s.\n\n", processor(), runtime.NumCPU(), runtime.GOOS, runtime.GOARCH, runtime.Version())
	b.WriteString("| what | kwi | floor | | ratio | target | limit | |\n|---|--:|--:|---|--:|--:|--:|---|\n")
	for _, w := range r.rows {
		if w.lacks != "" {
			fmt.Fprintf(&b, "| %s | | | | | | | %s |\n", w.what, w.verdict())
			continue
		}
		fmt.Fprintf(&b, "| %s | %s %s | %s %s | %s | %s | %s | %s | %s |\n", w.what, figure(w.ours), w.unit, figure(w.floor), w.unit, w.against, figure(w.ratio()), figure(w.target), figure(w.limit), w.verdict())
	}
	return b.String() + r.reasons()
}

// figure is a number of three digits.
func figure(v float64) string {
	switch {
	case v >= 100:
		return fmt.Sprintf("%.0f", v)
	case v >= 10:
		return fmt.Sprintf("%.1f", v)
	case v >= 0.1:
		return fmt.Sprintf("%.2f", v)
	}
	return fmt.Sprintf("%.3f", v)
}

// gobench is the same as lines of the go command's benchmarks, for benchstat.
func (r *run) gobench() string {
	var b strings.Builder
	fmt.Fprintf(&b, "goos: %s\ngoarch: %s\ncpu: %s\n", runtime.GOOS, runtime.GOARCH, processor())
	for _, w := range r.rows {
		if w.lacks == "" {
			name := strings.Map(func(c rune) rune {
				if c == ' ' || c == ',' {
					return '_'
				}
				return c
			}, w.what)
			fmt.Fprintf(&b, "Benchmark/%s 1 %g ratio\n", name, w.ratio())
		}
	}
	return b.String()
}

// processor is what the machine calls its processor, where that is known.
func processor() string {
	f, err := os.Open("/proc/cpuinfo")
	if err != nil {
		return "unknown processor"
	}
	defer func() { _ = f.Close() }()
	for s := bufio.NewScanner(f); s.Scan(); {
		if name, value, _ := strings.Cut(s.Text(), ":"); strings.TrimSpace(name) == "model name" {
			return strings.TrimSpace(value)
		}
	}
	return "unknown processor"
}
