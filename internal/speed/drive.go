package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// peer is a program for the driver, and what is pressed in it.
type peer struct {
	Name  string   `json:"name"`
	Cmd   []string `json:"cmd"`
	Pre   string   `json:"pre,omitempty"`
	Keys  string   `json:"keys,omitempty"`
	Quit  string   `json:"quit,omitempty"`
	Until string   `json:"until,omitempty"`
}

// driven is what the driver saw of one run of a peer; times are milliseconds.
type driven struct {
	Full    float64   `json:"full"`
	Latency []float64 `json:"lat"`
	Bytes   []float64 `json:"bytes"`
	Dead    int       `json:"dead"`
	Memory  float64   `json:"rss"` // MiB at most
}

// drive runs peers in turns in a pseudo-terminal of 120×40.
func (r *run) drive(peers ...peer) (map[string][]driven, error) {
	text, err := json.Marshal(peers)
	if err != nil {
		return nil, err
	}
	list, found := filepath.Join(r.work, "peers.json"), filepath.Join(r.work, "driven.json")
	if err := os.WriteFile(list, text, 0o600); err != nil {
		return nil, err
	}
	if err := r.quiet("python3", filepath.Join(r.bench, "ptydrive.py"), "--peers", list, "--rounds", fmt.Sprint(r.rounds), "--keymax", "150", "--json", found); err != nil {
		return nil, err
	}
	if text, err = os.ReadFile(found); err != nil {
		return nil, err
	}
	out := map[string][]driven{}
	text = bytes.ReplaceAll(text, []byte("NaN"), []byte("null")) // Python's word for what was not measured
	return out, json.Unmarshal(text, &out)
}

// over is the median over runs of one figure of each.
func over(runs []driven, figure func(driven) float64) float64 {
	var all []float64
	for _, d := range runs {
		all = append(all, figure(d))
	}
	return percentile(all, 50)
}

func full(d driven) float64   { return d.Full }
func memory(d driven) float64 { return d.Memory }

// every is one figure of each key of all runs.
func every(runs []driven, figure func(driven) []float64) (all []float64) {
	for _, d := range runs {
		all = append(all, figure(d)...)
	}
	return all
}

func latency(d driven) []float64 { return d.Latency }
func size(d driven) []float64    { return d.Bytes }

// hello is the floor of a program on the screen: the library and a table.
func (r *run) hello(keys string) peer {
	return peer{Name: "hello", Cmd: []string{filepath.Join(r.work, "hello"), "-table"}, Keys: keys, Quit: "q", Until: "ready"}
}

// window is kwi on a data file.
func (r *run) window(name, file, pre, keys string) peer {
	return peer{Name: name, Cmd: []string{r.kwi, "--file", file, "--lang", "en"}, Pre: pre, Keys: keys, Quit: "<c-c>", Until: "Client 00000"}
}

// starts is the time to the first whole page, and the memory then.
func (r *run) starts() error {
	seen, err := r.drive(r.hello(""), r.window("small", r.small, "", ""), r.window("large", r.large, "", ""))
	if err != nil {
		return err
	}
	hello, small, large := seen["hello"], seen["small"], seen["large"]
	r.found("start to a full page, 10 clients", "hello -table", "ms", over(small, full), over(hello, full), 1.25, 1.5)
	r.found("start, all clients", "kwi with 10", "ms", over(large, full), over(small, full), 1.2, 1.5)
	r.found("memory after the start, all clients", "hello -table", "MiB", over(large, memory), over(hello, memory), 3, 64/over(hello, memory))
	return nil
}

// places are what is opened with a client in hand, and the key that opens it
// from there; the first is the list of clients.
var places = []struct{ name, key string }{
	{"clients", ""}, {"initialise", "1"}, {"draft", "2"}, {"test", "3"}, {"communicate", "4"}, {"realise", "5"},
	{"measure", "6"}, {"session", "7"}, {"monitor", "8"}, {"plan", "9"},
}

// keys is the time and the bytes that a key takes, on every screen.
func (r *run) keys() error {
	keys := strings.TrimSuffix(strings.Repeat("<down>,<up>,", 20), ",") // there and back, so that each does something where two rows are
	peers := []peer{r.hello(keys)}
	for _, of := range []struct{ name, file string }{{"small", r.small}, {"large", r.large}} {
		for _, place := range places {
			pre := ""
			if place.key != "" {
				pre = "<enter>," + place.key
			}
			peers = append(peers, r.window(place.name+", "+of.name, of.file, pre, keys))
		}
	}
	seen, err := r.drive(peers...)
	if err != nil {
		return err
	}
	floor := seen["hello"]
	delete(seen, "hello")
	const frame = 1000.0 / 60
	half, late, bytes := percentile(every(floor, latency), 50), percentile(every(floor, latency), 99), percentile(every(floor, size), 50)
	slow, slowest, most := "", "", ""
	for name, runs := range seen {
		if answered := len(every(runs, latency)); answered < r.rounds*10 {
			_, _ = fmt.Fprintf(r.log, "speed: %s: only %d keys were answered\n", name, answered)
			delete(seen, name)
			continue
		}
		at := func(figure func(driven) []float64, percent int) func(string) float64 {
			return func(name string) float64 { return percentile(every(seen[name], figure), percent) }
		}
		for _, w := range []struct {
			worst *string
			of    func(string) float64
		}{{&slow, at(latency, 50)}, {&slowest, at(latency, 99)}, {&most, at(size, 50)}} {
			if *w.worst == "" || w.of(name) > w.of(*w.worst) {
				*w.worst = name
			}
		}
	}
	r.found("key, half of them ("+slow+", the slowest)", "hello -table", "ms", percentile(every(seen[slow], latency), 50), half, 1.15, 1.3)
	r.found("key, 99 of 100 ("+slowest+", the slowest)", "hello -table", "ms", percentile(every(seen[slowest], latency), 99), late, 1.3, 1+frame/late)
	r.found("bytes of a key ("+most+", the most)", "hello -table", "bytes", percentile(every(seen[most], size), 50), bytes, 2, 120*40/bytes)
	return nil
}
