package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"kwi/internal/account"
	"kwi/internal/desk"
	"kwi/internal/example"
	"kwi/internal/fault"
	"kwi/internal/lang"
	"kwi/internal/portable"
	"kwi/internal/questionnaire"
	"kwi/store/memory"
	"kwi/ui/kit"
)

// Whatever a kwi/1 file may leave out it may leave out: no command, screen or
// list that comes back may fall over it.

// keysOf are the places of all keys in a file, lists without their numbers.
func keysOf(v any, at string, out map[string]bool) {
	switch v := v.(type) {
	case map[string]any:
		for key, inside := range v {
			out[at+"."+key] = true
			keysOf(inside, at+"."+key, out)
		}
	case []any:
		for _, inside := range v {
			keysOf(inside, at, out)
		}
	}
}

// without is a file without what stands at some places, wherever they are.
func without(v any, at string, gone func(place string) bool) any {
	switch v := v.(type) {
	case map[string]any:
		out := map[string]any{}
		for key, inside := range v {
			if !gone(at + "." + key) {
				out[key] = without(inside, at+"."+key, gone)
			}
		}
		return out
	case []any:
		out := []any{}
		for _, inside := range v {
			out = append(out, without(inside, at, gone))
		}
		return out
	}
	return v
}

// survives uses a file in every way, and reports whether it could be read.
func survives(t *testing.T, name string, tree any) bool {
	t.Helper()
	text, err := json.Marshal(tree)
	if err != nil {
		t.Fatal(err)
	}
	file, err := portable.Read(bytes.NewReader(text))
	if err != nil {
		return false
	}
	defer func() {
		if why := recover(); why != nil {
			t.Errorf("%s absent: %v", name, why)
			panic(why)
		}
	}()
	s := memory.New()
	d := desk.New(s, counted())
	if _, err := d.Import(context.Background(), false, file); err != nil {
		t.Errorf("%s absent: it is read and not kept: %v", name, err)
		return false
	}
	ours := strings.SplitN(lang.For("nl").Fault(fault.New(fault.Internal)), ":", 2)[0]
	for i := range file.Clients {
		c := file.Clients[i]
		comeBack(t, name, c)
		w := newWorld(t, c)
		for _, args := range [][]string{{"score"}, {"score", "--json"}, {"report", "--out", "a.md"}, {"report", "--internal", "--out", "b.md"}, {"report", "--out", "a.xlsx"}, {"plan", "--year", "2026", "--out", "p.md"},
			{"plan", "--year", "2011", "--out", "q.md"}, {"questionnaires", "--out", "lists"}, {"calendar", "--out", "c.ics"}, {"send"}, {"table", "table.csv"}, {"show", "monitor"}, {"show", "portfolio"}} {
			for i, arg := range args {
				if strings.Contains(arg, ".") || arg == "lists" {
					args[i] = filepath.Join(w.folder, arg)
				}
			}
			if text := w.run(append(args, "--lang", "nl", "--client", c.ID)...); strings.Contains(text, ours) {
				t.Errorf("%s absent: %v: %s", name, args, text)
			}
		}
		if text := w.run("--lang", "nl", "collect", "--replace", filepath.Join(w.folder, "AA.eml")); strings.Contains(text, ours) {
			t.Errorf("%s absent: %s", name, text)
		}
		for place := 1; place < len(screens())-len(meetingPages()); place++ {
			drv := sit(t, s, "nl", 100, 30)
			for range i {
				drv.Press("down")
			}
			drv.Press("enter", fmt.Sprint(place))
			for _, key := range []string{"enter", "7", ">", "enter", "tab", "enter", "a", "ctrl+s", "esc", "tab", "space", "enter", "n", "ctrl+s", "esc", "x", "d", "s", "tab", "end", "enter", "esc", "ctrl+z", "ctrl+y", "g", "enter", "esc", "M", "enter", "esc", pageKey(kit.MeetKWI), "right", pageKey(kit.MeetAgreements), "enter"} {
				drv.Press(key)
				if strings.Contains(drv.Screen(), ours) {
					t.Fatalf("%s absent: %s on place %d:\n%s", name, key, place, drv.Screen())
				}
			}
		}
	}
	return true
}

// comeBack reads a list of everybody back, without an answer, with answers,
// and with others.
func comeBack(t *testing.T, name string, c account.Client) {
	t.Helper()
	if c.Newest() == nil {
		return
	}
	for _, r := range c.Respondents {
		c := c
		for _, grade := range []string{"99", "n.v.t.", "8<", "3", ""} {
			list := questionnaire.For(&c, c.Newest(), r.Initials, questionnaire.Sender{Supplier: "BESTSELLER"}, questionnaire.Measure, "nl")
			came := questionnaire.Return{File: "x.eml", Reference: list.Reference()}
			for _, k := range list.KWIs {
				for _, q := range k.Questions {
					came.Lines = append(came.Lines, questionnaire.Line{Code: q.Code, Grade: questionnaire.Cell{Text: grade}})
				}
			}
			for _, a := range slices.Concat(list.Remarks, list.NPS) {
				text := map[questionnaire.Kind]string{questionnaire.YesNo: "ja", questionnaire.Scale: "7", questionnaire.Text: "om " + grade}[a.Kind]
				came.Asks = append(came.Asks, questionnaire.Reply{Key: a.Key, Cell: questionnaire.Cell{Text: text}})
			}
			next := c.Clone()
			if err := questionnaire.Check(&next, "", came).Apply(&next, true, true, "2026-11-21"); err != nil && fault.Has(err, fault.Internal) {
				t.Errorf("%s absent: %v", name, err)
			}
			c = next
		}
	}
}

// portfolios are the files that are thinned: that of the source, and the ready
// example.
func portfolios(t *testing.T) map[string]any {
	out := map[string]any{}
	text, err := os.ReadFile("../../internal/portable/testdata/newmedia.json")
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := portable.Write(&b, example.Portfolio("nl", "2026-11-21")); err != nil {
		t.Fatal(err)
	}
	for name, text := range map[string][]byte{"newmedia": text, "example": b.Bytes()} {
		var tree any
		if err := json.Unmarshal(text, &tree); err != nil {
			t.Fatal(err)
		}
		out[name] = tree
	}
	return out
}

func TestWhateverMayBeAbsentMayBeAbsent(t *testing.T) {
	goesRoundUnraced(t)
	t.Parallel()
	for name, tree := range portfolios(t) {
		if name == "example" && testing.Short() {
			continue
		}
		places := map[string]bool{}
		keysOf(tree, "", places)
		all, read := make([]string, 0, len(places)), 0
		for place := range places {
			all = append(all, place)
		}
		slices.Sort(all)
		random := rand.New(rand.NewPCG(1, 6))
		random.Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })
		if name == "example" || testing.Short() {
			all = all[:4] // the larger one, or a part
		}
		for _, place := range all {
			if survives(t, place, without(tree, "", func(p string) bool { return p == place })) {
				read++
			}
		}
		for range len(all) / 4 {
			gone := map[string]bool{}
			for range 1 + random.IntN(12) {
				gone[all[random.IntN(len(all))]] = true
			}
			if survives(t, fmt.Sprint(gone), without(tree, "", func(p string) bool { return gone[p] })) {
				read++
			}
		}
		t.Logf("%s: %d files were read", name, read)
		if read < 2 {
			t.Errorf("%s: only %d files were read", name, read)
		}
	}
}
