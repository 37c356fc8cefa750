package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"kwi/internal/account"
	"kwi/internal/cli"
	"kwi/internal/desk"
	"kwi/internal/due"
	"kwi/internal/example"
	"kwi/internal/portable"
	"kwi/store/memory"
)

// TestTheSameCountsEverywhere: the first line of the clients, the list of
// promises, the pages of the clients and `kwi due` count the same, in both
// languages, and by the hour.
func TestTheSameCountsEverywhere(t *testing.T) {
	now := account.Moment(day.Format("2006-01-02T15:04"))
	all := example.Portfolio("nl", now.Date())
	var want due.Counts
	for i := range all.Clients {
		c := &all.Clients[i]
		if c.ID == "newmedia" { // of today, one that has passed and one that has not
			y := c.Newest()
			for n, hour := range []string{"09:00", "16:30"} {
				y.Actions = append(y.Actions, account.Action{Number: fmt.Sprintf("2026-8%d", n), Text: "Bellen", Side: account.SupplierSide, Status: account.Open, Due: account.Moment(string(now.Date()) + "T" + hour)})
			}
		}
		of := due.Of(c)
		want = want.Plus(due.At(now).Count(of.Days()))
	}
	if want.Overdue < 2 || want.Today < 1 {
		t.Fatalf("the example counts too little: %+v", want)
	}
	var file bytes.Buffer
	if err := portable.Write(&file, all); err != nil {
		t.Fatal(err)
	}
	folder := t.TempDir()
	data, in := filepath.Join(folder, "kwi.db"), filepath.Join(folder, "in.json")
	if err := os.WriteFile(in, file.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	command := func(args ...string) string {
		t.Helper()
		var out, bad bytes.Buffer
		env := cli.Env{In: strings.NewReader(""), Out: &out, Err: &bad, Nonce: counted(), Now: func() time.Time { return day }, Screens: screens(),
			Getenv: func(name string) string { return map[string]string{"KWI_FILE": data}[name] }}
		if code := cli.Run(context.Background(), env, args); code != 0 {
			t.Fatalf("%v: %s", args, bad.String())
		}
		return out.String()
	}
	command("import", in)
	var said struct{ Counts map[string]int }
	if err := json.Unmarshal([]byte(command("due", "--json", "--days", "0")), &said); err != nil {
		t.Fatal(err)
	}
	if got := (due.Counts{Overdue: said.Counts["overdue"], Today: said.Counts["today"], Week: said.Counts["week"], Later: said.Counts["later"], Undated: said.Counts["undated"]}); got != want {
		t.Errorf("kwi due counts %+v, not %+v", got, want)
	}

	s := memory.New()
	if _, err := desk.New(s, nonce).Import(context.Background(), false, all); err != nil {
		t.Fatal(err)
	}
	for language, names := range map[string][3]string{"nl": {"%d te laat", "%d vandaag", "%d deze week"}, "en": {"%d overdue", "%d today", "%d this week"}} {
		says := func(n due.Counts) string {
			var parts []string
			for i, n := range []int{n.Overdue, n.Today, n.Week} {
				if n > 0 {
					parts = append(parts, fmt.Sprintf(names[i], n))
				}
			}
			return strings.Join(parts, " · ")
		}
		for _, size := range [][2]int{{60, 20}, {80, 24}, {120, 40}, {200, 60}} {
			d := sit(t, s, language, size[0], size[1])
			d.See(says(want))
			d.Press("p")
			d.See(says(want) + " · " + fmt.Sprintf("%d open", want.Open()))
			d.Press("esc", "down", "down", "down", "down", "enter", "D")
			for i := range all.Clients {
				if c := due.Of(&all.Clients[i]); c.ID == "newmedia" {
					n := due.At(now).Count(c.Days())
					d.See("NewMedia", says(n)+" · "+fmt.Sprintf("%d open", n.Open()))
				}
			}
		}
	}
}
