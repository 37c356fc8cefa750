package main

import (
	"bytes"
	"context"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/charmbracelet/x/vt"
	"pgregory.net/rapid"

	"kwi/internal/account"
	"kwi/internal/cells"
	"kwi/internal/desk"
	"kwi/internal/lang"
	"kwi/internal/portable"
	"kwi/internal/text"
	"kwi/store/memory"
	"kwi/ui"
)

// All ways in and all ways out in one table. A way that other tests go along is named
// with the test; whoever adds a command, a form of document or a way to type adds it
// here.

// hostilePieces want to be more than text, where they come in and where they come out.
var hostilePieces = []string{
	"\x1b[2J\x1b[H", "\x1b]0;evil\a", "\x1b]8;;http://evil.example\x1b\\x\x1b]8;;\x1b\\", "\x1b]52;c;ZXZpbA==\a", "\u009b31m", "\u009d0;evil\u009c",
	"\u202eevil\u202c", "\u2066evil\u2069", "\revil", "\tevil", "a\u200bb\u200d\ufeff", strings.Repeat("lang ", 2000), "\xff\xfe", "=HYPERLINK(\"http://evil.example\")",
	"+1+cmd|' /C calc'!A0", "-1+1", "@SUM(1)", "\r\nBcc: x@evil.example\r\n\r\nevil", "\nEND:VEVENT\nBEGIN:VEVENT\nX-EVIL:1", "../../../etc/evil", "CON", `..\evil.`, "aux.txt",
	"[x](javascript:evil)", "![x](http://evil.example/i)", "<evil onload=evil>", "\" evil=\"x", "</evil>", "]]><evil/>", "<!--", "&#x3c;evil&#x3e;", "`", "| --- |", "# evil", "%s%n%!d", "{{.Evil}}",
	"{1}", "e" + strings.Repeat("\u0301", 60), "日本語", "שלום", ";:,\\", "# \n***\n", "'",
}

func hostileText(seed int) string {
	return rapid.Custom(func(t *rapid.T) string {
		return strings.Join(rapid.SliceOfN(rapid.SampledFrom(hostilePieces), 1, 4).Draw(t, "text"), "")
	}).Example(seed)
}

// hostileClient is a client with such texts wherever somebody types; clean is what the
// boundary leaves of them.
func hostileClient(seed int, clean bool) account.Client {
	n := seed * 1000
	line := func(most int) string {
		n++
		s := hostileText(n)
		if clean {
			s, _ = text.Clean(s)
			s = text.Line(s)
			if r := []rune(s); len(r) > most {
				s = strings.TrimSpace(string(r[:most]))
			}
		}
		if s == "" {
			s = "<evil>"
		}
		return s
	}
	c := said(account.ByName)
	c.Name = line(50)
	for i := range c.Respondents {
		c.Respondents[i].Name, c.Respondents[i].Function = line(50), line(50)
	}
	for i := range c.Cycles {
		y := &c.Cycles[i]
		y.Place = line(50)
		for who, nps := range y.NPS {
			nps.Why, nps.Pleased, nps.Missed = line(300), line(300), line(300)
			y.NPS[who], y.Remarks[who] = nps, line(300)
		}
		for j := range y.Actions {
			y.Actions[j].Text = line(200)
		}
		for j := range y.KWIs {
			y.KWIs[j].Title, y.KWIs[j].Expectation = line(40), line(300)
			for k := range y.KWIs[j].Questions {
				y.KWIs[j].Questions[k].Text = line(200)
			}
		}
	}
	return c
}

// waysOut look at what came out, by the form of the file; "" is what a command says.
var waysOut = map[string]func(content []byte) error{
	"": plainOut, ".md": markdownOut, ".html": pageOut, ".pdf": pdfOut, ".xlsx": workbookOut, ".eml": mailOut, ".ics": calendarOut, ".csv": csvOut, ".json": jsonOut,
}

// waysIn are the commands that read something of others, and the tests that push it
// through each; "" is the interface.
var waysIn = map[string]string{
	"import": "TestHostileTextGoesInAndOut", "collect": "TestHostileFilesComeInAsText", "table": "TestHostileFilesComeInAsText",
	"me": "TestHostileTextGoesInAndOut", "supplier": "TestHostileTextGoesInAndOut", "show": "TestOddValuesOfFlagsAreRefusedInOneSentence",
	"": "TestOddInputIsRefusedOrKeptAsItIsWhereverOneTypes",
}

// readNothing are the commands that read nothing but the data file, its copies and
// their flags, which TestOddValuesOfFlagsAreRefusedInOneSentence sees to.
var readNothing = []string{
	"backup", "calendar", "check", "colleagues", "completion", "data", "demo", "doctor", "due", "erase", "export", "letters", "list", "lock", "man", "meet", "minutes", "pack", "person", "plan",
	"questionnaires", "report", "rescue", "restore", "score", "send", "team", "unlock", "version", "yousaid",
}

// TestHostileTextGoesInAndOut: texts that want to be more than text come in by every
// way, and of every exit what stands there is looked at as who gets it does.
func TestHostileTextGoesInAndOut(t *testing.T) {
	t.Parallel()
	goesRoundUnraced(t)
	seeds := timesFurther(t)
	for seed := 1; seed <= seeds; seed++ {
		raw := newBareWorld(t)
		var b bytes.Buffer
		if err := portable.Write(&b, portable.File{Supplier: "S", Clients: []account.Client{hostileClient(seed, false)}}); err == nil {
			raw.write("raw.json", b.String())
			if said := raw.run("import", filepath.Join(raw.folder, "raw.json")); plainOut([]byte(said)) != nil || strings.HasSuffix(said, "(0)") && strings.Contains(said, "\x1b") {
				t.Errorf("import says %q", said)
			}
		}
		w := newWorld(t, hostileClient(seed, true))
		for _, in := range waysOfFlags(w, seed) {
			if said := w.run(in...); plainOut([]byte(said)) != nil {
				t.Errorf("%.80q: %v: %.300q", in, plainOut([]byte(said)), said)
			}
		}
		if testing.Short() {
			w.some()
		} else {
			w.walk()
		}
		forms := w.lookAtAll(t, seed)
		for form := range waysOut {
			if form != "" && forms[form] == 0 && !testing.Short() {
				t.Errorf("nothing was written as %s", form)
			}
		}
	}
}

// given are the files with which a world begins: what hostile comes in by.
func given(name string) bool {
	return strings.HasPrefix(name, "in.") || slices.Contains([]string{"in.json", "AA.eml", "table.csv"}, name)
}

// lookAtAll looks at all that was said and made in a world, and counts its files by form.
func (w *world) lookAtAll(t *testing.T, seed int) map[string]int {
	t.Helper()
	forms := map[string]int{}
	for what, said := range w.said {
		if name, file := strings.CutPrefix(strings.TrimPrefix(what, "en "), "nl "); file || name != what {
			continue // files are looked at as they are
		}
		if err := plainOut([]byte(said)); err != nil {
			t.Errorf("seed %d, %.100q: %v", seed, what, err)
		}
	}
	err := filepath.WalkDir(w.folder, func(path string, d fs.DirEntry, err error) error {
		if err != nil || path == w.folder {
			return err
		}
		if err := nameOut(d.Name()); err != nil {
			t.Errorf("seed %d: %v", seed, err)
		}
		if d.IsDir() || strings.HasPrefix(strings.TrimPrefix(path, w.folder+string(filepath.Separator)), "kwi.db") || filepath.Dir(path) == w.folder && given(d.Name()) {
			return nil
		}
		content, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		forms[filepath.Ext(path)]++
		lookAt(t, strings.TrimPrefix(path, w.folder), content)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return forms
}

// newBareWorld is a world with nothing in it.
func newBareWorld(t *testing.T) *world {
	w := newWorld(t, account.Client{ID: "leeg", Name: "Leeg", Kind: account.External, Approach: account.Extended})
	return w
}

// waysOfFlags are commands to which something hostile is given.
func waysOfFlags(w *world, seed int) (all [][]string) {
	at := func(name, content string) string {
		w.write(name, content)
		return filepath.Join(w.folder, name)
	}
	h := func(n int) string { return strings.ReplaceAll(hostileText(seed*1000+500+n), "\x00", "") }
	q := func(n int) string { return `"` + strings.ReplaceAll(h(n), `"`, `""`) + `"` }
	return [][]string{
		{"table", "--client", "twee", at("in.csv", "KWI;omschrijving\n"+q(1)+";"+q(2)+"\n")},
		{"table", "--client", "twee", at("in.vcf", "BEGIN:VCARD\r\nVERSION:4.0\r\nFN:"+h(3)+"\r\nEMAIL:x@y.example\r\nEND:VCARD\r\n")},
		{"collect", at("in.eml", "From: AA@twee.example\r\nSubject: "+strings.NewReplacer("\r", " ", "\n", " ").Replace(h(4))+"\r\n\r\n"+h(5))},
		{"supplier", "--name", h(6)}, {"me", "--name", h(7)}, {"score", "--client", h(8)}, {"show", h(9)}, {h(10)}, {"report", "--client", "twee", "--cycle", h(11), "--out", filepath.Join(w.folder, "n.md")},
	}
}

// some goes along one exit of each form, where there is little time.
func (w *world) some() {
	for _, args := range [][]string{{"report", "--out", "{out}/a.md"}, {"report", "--internal", "--out", "{out}/a.html"}, {"report", "--out", "{out}/a.xlsx"}, {"report", "--out", "{out}/a.pdf"},
		{"minutes", "--cycle", "2026H1", "--out", "{out}/m.eml"}, {"calendar", "--out", "{out}/c.ics"}, {"data", "--out", "{out}/rows.csv"}, {"score"}, {"score", "--json"}, {"pack", "--out", "{out}/pack.zip"}} {
		for i := range args {
			args[i] = strings.ReplaceAll(args[i], "{out}", w.folder)
		}
		w.run(append(args, "--client", "twee")...)
	}
}

// TestEveryWayInIsListed: a command that takes a file or words says here who pushes
// something hostile through it, and that test is there.
func TestEveryWayInIsListed(t *testing.T) {
	t.Parallel()
	var source strings.Builder
	for _, folder := range []string{".", "../../internal/cli"} {
		files, _ := filepath.Glob(filepath.Join(folder, "*_test.go"))
		for _, f := range files {
			b, err := os.ReadFile(f)
			if err != nil {
				t.Fatal(err)
			}
			source.Write(b)
		}
	}
	for in, by := range waysIn {
		if !strings.Contains(source.String(), "func "+by+"(") {
			t.Errorf("%s: no test %s", in, by)
		}
	}
	w := newBareWorld(t)
	for _, m := range regexp.MustCompile(`(?m)^  ([a-z]+) {2,}`).FindAllStringSubmatch(w.run("--lang", "en", "--help"), -1) {
		if _, in := waysIn[m[1]]; in == slices.Contains(readNothing, m[1]) {
			t.Errorf("%s is a new command: what of others does it read?", m[1])
		}
	}
}

// TestHostileTextStaysInItsCells: on every place of the interface each line is as wide
// in an emulator as it is here, and nothing moves the cursor, the title or the screen.
// What is in the data file came by no boundary.
func TestHostileTextStaysInItsCells(t *testing.T) {
	t.Parallel()
	goesRoundUnraced(t)
	for seed := 1; seed <= 2*timesFurther(t)-1; seed++ {
		s := memory.New()
		if _, err := desk.New(s, counted()).Import(context.Background(), false, portable.File{Supplier: "S", Clients: []account.Client{hostileClient(seed, true)}}); err != nil {
			t.Fatal(err)
		}
		d := sitWith(t, s, "nl", 80, 24, func(c *ui.Config) {
			c.Me, c.Supplier, c.Copies.Folder = account.User{Name: hostileText(seed), Function: hostileText(seed + 1)}, hostileText(seed+2), hostileText(seed+3)
			c.Told, c.Exposed.Names = hostileText(seed+4), []string{hostileText(seed + 5)}
			c.Examine = func(*lang.Words) ([]ui.Examined, error) {
				return []ui.Examined{{Head: hostileText(seed + 6), Lines: []string{hostileText(seed + 7)}}}, nil
			}
		})
		for _, keys := range [][]string{nil, {"enter"}, {"1"}, {"2"}, {"3"}, {"4"}, {"5"}, {"6"}, {"7"}, {"8"}, {"9"},
			{","}, {"esc", ":"}, {"esc", "Z"}, {"esc", "B"}, {"esc", "D"}, {"esc", "?"}, {"esc", "esc", "p"}, {"esc", "s"}, {"esc", ":", "c", "o", "m", "p", "u", "t", "e", "r", "enter"}} {
			d.Press(keys...)
			v := d.View()
			if strings.ContainsFunc(v.WindowTitle, text.Steers) {
				t.Errorf("%v: title %q", keys, v.WindowTitle)
			}
			lines := strings.Split(v.Content, "\n")
			if len(lines) > 24 {
				t.Errorf("%v: %d lines", keys, len(lines))
			}
			for _, l := range lines {
				moved := ""
				e := vt.NewEmulator(160, 2)
				e.SetCallbacks(vt.Callbacks{Title: func(s string) { moved = "title" }, IconName: func(string) { moved = "icon" }, Bell: func() { moved = "bell" }})
				_, _ = e.WriteString(l)
				if at := e.CursorPosition(); at.Y != 0 || at.X != cells.Width(l) || at.X > 80 || moved != "" {
					t.Errorf("seed %d %v: cursor at %v, %d wide %s\n%q", seed, keys, at, cells.Width(l), moved, l)
				}
			}
		}
	}
}
