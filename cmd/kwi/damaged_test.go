package main

import (
	"bytes"
	"encoding/binary"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"kwi/internal/account"
	"kwi/internal/portable"
)

// TestOneBadPageStopsNothingElse damages one page of the data file after the
// other. Whatever export then writes is exactly as it was; who is not in it is
// named; and nothing is said to have gone well.
func TestOneBadPageStopsNothingElse(t *testing.T) {
	binaryPath, folder := build(t), t.TempDir()
	data, example := filepath.Join(folder, "kwi.db"), filepath.Join(folder, "example.json")
	if err := writeExample(example); err != nil {
		t.Fatal(err)
	}
	kwi := func(args ...string) (out, said string, ok bool) {
		var o, e bytes.Buffer
		c := exec.Command(binaryPath, append([]string{"--lang", "en", "--file", data}, args...)...)
		c.Stdout, c.Stderr = &o, &e
		err := c.Run()
		return o.String(), e.String(), err == nil
	}
	if _, said, ok := kwi("import", example); !ok {
		t.Fatal(said)
	}
	out, _, _ := kwi("export")
	whole, err := portable.Read(strings.NewReader(out))
	if err != nil {
		t.Fatal(err)
	}
	good, err := os.ReadFile(data)
	if err != nil {
		t.Fatal(err)
	}
	const page, leaf = 4096, 2
	partly, step := 0, 1
	if testing.Short() {
		step = 5
	}
	for at := 2 * page; at < len(good); at += step * page {
		if binary.NativeEndian.Uint16(good[at+8:])&leaf == 0 {
			continue
		}
		bad := bytes.Clone(good)
		for i := range page {
			bad[at+i] ^= 0x5a
		}
		if err := os.WriteFile(data, bad, 0o600); err != nil {
			t.Fatal(err)
		}
		out, said, ok := kwi("export")
		if ok || out == "" {
			if ok && out != "" && !strings.Contains(out, whole.Clients[0].ID) {
				t.Errorf("page %d: well, but without clients", at/page)
			}
			continue // a page that is free, or one that nothing can be read without
		}
		partly++
		got, err := portable.Read(strings.NewReader(out))
		if err != nil {
			t.Fatalf("page %d: %v", at/page, err)
		}
		for i := range whole.Clients {
			id := whole.Clients[i].ID
			there := slices.IndexFunc(got.Clients, func(c account.Client) bool { return c.ID == id })
			switch {
			case there >= 0:
				if p := whole.Clients[i].PartOf; p != "" && strings.Contains(said, p) {
					got.Clients[there].PartOf = p // which is missing, so it had to be left out
				}
				if one, other := portableText(t, whole.Clients[i]), portableText(t, got.Clients[there]); one != other {
					t.Errorf("page %d: %s came out another", at/page, id)
				}
			case !strings.Contains(said, id) && !strings.Contains(said, "perhaps more") && !strings.Contains(said, "cannot be told"):
				t.Errorf("page %d: %s is missing, and it says %s", at/page, id, said)
			}
		}
		if err := os.WriteFile(filepath.Join(folder, "part.json"), []byte(out), 0o600); err != nil {
			t.Fatal(err)
		}
		if _, said, ok := kwi("import", "--file", filepath.Join(folder, strconv.Itoa(at)+".db"), filepath.Join(folder, "part.json")); !ok && got.Supplier != "?" {
			t.Errorf("page %d: what came out cannot go in: %s", at/page, said)
		}
		if _, _, ok := kwi("backup", filepath.Join(folder, "copy.db")); ok {
			t.Errorf("page %d: a damaged copy is called a backup", at/page)
		}
		if checked, _, ok := kwi("check"); ok || !strings.Contains(checked, "can still be read whole") {
			t.Errorf("page %d: check says %s", at/page, checked)
		}
	}
	t.Logf("%d damages left something to export", partly)
	if partly == 0 {
		t.Error("no damage left anything")
	}
}

// portableText is a client as the portable file has it.
func portableText(t *testing.T, c account.Client) string {
	t.Helper()
	var b bytes.Buffer
	if err := portable.Write(&b, portable.File{Supplier: "S", Clients: []account.Client{c}}); err != nil {
		t.Fatal(err)
	}
	return b.String()
}
