package main

import (
	"bytes"
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"kwi/internal/account"
	"kwi/internal/cli"
	"kwi/internal/desk"
	"kwi/internal/hand"
	"kwi/internal/portable"
	"kwi/internal/questionnaire"
	"kwi/store/memory"
	"kwi/ui"
	"kwi/ui/kit"
)

// Two portfolios that differ only in which of two respondents gave which
// answers. Whatever may be known of them is the same, so every exit of the
// program must say the same of both: what differs tells what one of them gave.

// exits are the commands that say something of a client, with what to ask of
// each. {out} is a folder of its own.
var exits = map[string][][]string{
	"score":          {{}, {"--json"}, {"--cycle", "2026H1"}, {"--cycle", "2026H1", "--json"}},
	"data":           {{"--out", "{out}/rows.csv"}, {"--out", "{out}/rows.json"}, {"--cycle", "2026H1", "--json"}},
	"show":           nil, // every screen: see walk
	"report":         {{"--out", "{out}/a.xlsx"}, {"--out", "{out}/a.pdf"}, {"--out", "{out}/a.md"}, {"--out", "{out}/a.html"}, {"--internal", "--out", "{out}/b.xlsx"}, {"--internal", "--out", "{out}/b.pdf"}, {"--internal", "--out", "{out}/b.md"}, {"--internal", "--out", "{out}/b.html"}, {"--cycle", "2026H1", "--out", "{out}/c.xlsx"}, {"--cycle", "2026H1", "--out", "{out}/c.html"}},
	"plan":           {{"--year", "2026", "--out", "{out}/p.pdf"}, {"--year", "2026", "--out", "{out}/p.md"}, {"--year", "2026", "--out", "{out}/p.html"}},
	"questionnaires": {{"--paper", "--out", "{out}/lists"}, {"--html", "--out", "{out}/pages"}, {"--sponsor", "--out", "{out}/onwards"}},
	"pack":           {{"--out", "{out}/pack.zip"}, {"--cycle", "2026H1", "--out", "{out}/packs"}},
	"calendar":       {{"--out", "{out}/c.ics"}},
	"minutes":        {{"--cycle", "2026H1", "--out", "{out}/m.pdf"}, {"--cycle", "2026H1", "--out", "{out}/m.md"}, {"--cycle", "2026H1", "--out", "{out}/m.html"}, {"--cycle", "2026H1", "--out", "{out}/m.eml"}},
	"letters":        {{"--kind", "invitation", "--out", "{out}/invited"}, {"--kind", "concept", "--out", "{out}/heard"}, {"--kind", "news", "--out", "{out}/news"}, {"--cycle", "2026H1", "--kind", "thanks", "--out", "{out}/thanked"}},
	"yousaid":        {{"--out", "{out}/said.pdf"}, {"--out", "{out}/said.md"}, {"--cycle", "2026H1", "--out", "{out}/said.html"}},
	"colleagues":     {{"--out", "{out}/inside.pdf"}, {"--out", "{out}/inside.md"}, {"--out", "{out}/inside.html"}, {"--cycle", "2026H1", "--out", "{out}/inside.eml"}},
	"due":            {{"--days", "3660"}, {"--days", "3660", "--json"}},
	"erase":          {{"--person", "AA", "--check"}, {"--person", "BB", "--check", "--everywhere"}},
	"person":         {{"--person", "AA", "--out", "{out}/person.md"}, {"--person", "BB", "--out", "{out}/person.pdf"}, {"--person", "CC", "--out", "{out}/person.html"}},
	"list":           {{}, {"--archived", "--json"}},
	"send":           {{}},
	"table":          {{"{out}/table.csv"}, {"{out}/table.csv", "--json"}},
	"collect":        {{"--check", "{out}/AA.eml"}, {"{out}/AA.eml"}, {"--check", "--replace", "{out}/AA.eml"}, {"--check", "--json", "{out}/AA.eml"}, {"--check", "--replace", "--json", "{out}/AA.eml"}},
	"check":          {{}, {"--json"}},
	"completion":     {{"bash"}},
	"man":            {{}},
}

// complete are the commands that carry all of a client or nothing of them.
var complete = []string{"backup", "demo", "doctor", "export", "import", "lock", "me", "meet", "rescue", "restore", "supplier", "team", "unlock", "version"}

// said is a client with five respondents of whom everything can be told
// apart: each has grades, a number and words of their own.
func said(by account.AnswersBy) account.Client {
	c := account.Client{ID: "twee", Name: "Twee", Kind: account.External, Approach: account.Extended, Sponsor: "AA"}
	people := []account.Initials{"AA", "BB", "CC", "DD", "EE"}
	for _, who := range people {
		c.Respondents = append(c.Respondents, account.Respondent{Initials: who, Name: "Naam " + string(who), Email: string(who) + "@twee.example", Willing: "2025-01-05"})
	}
	for n, name := range []account.CycleName{"2026H1", "2026H2"} {
		y := account.Cycle{Name: name, Stage: account.Closed, AnswersBy: by, Go: "2026-01-05", Session: "2026-06-10", NPS: map[account.Initials]account.NPS{},
			Answers: map[account.Initials]account.Sheet{}, Assigned: map[account.Initials][]account.QuestionCode{}, Remarks: map[account.Initials]string{},
			Answered: map[account.Initials]account.Date{}}
		if n == 1 {
			y.Stage, y.Session = account.Measure, "2026-12-01"
		}
		for k := account.KWICode(1); k <= 2; k++ {
			kwi := account.KWI{Code: k, Title: fmt.Sprintf("KWI %d", k), Expectation: "Verwachting.", WishedBy: people[k-1], Target: 750}
			for q := uint16(1); q <= 2; q++ {
				code := account.QuestionCode{KWI: k, Serial: q}
				kwi.Questions = append(kwi.Questions, account.Question{Code: code, Text: "Vraag " + code.String(), Kind: account.Own})
				for i, who := range people {
					y.Assigned[who] = append(y.Assigned[who], code)
					y.Answers[who] = append(y.Answers[who], account.Answer{Question: code, Grade: account.Grade(2 + (3*i+2*int(k)+int(q)+n)%9), Relevance: account.Relevance((i + int(q)) % 3)})
				}
			}
			y.KWIs = append(y.KWIs, kwi)
		}
		for i, who := range people {
			word := func(what string) string { return fmt.Sprintf("woord%s%s%d", what, who, n) }
			y.NPS[who] = account.NPS{Score: 10 - 2*i, Why: word("waarom"), Pleased: word("blij"), Missed: word("mist"), Anonymous: who == "CC"}
			y.Remarks[who], y.Answered[who] = word("opmerking"), "2026-06-01"
		}
		y.Actions = []account.Action{{Number: fmt.Sprintf("%d-01", 2025+n), Date: "2026-01-10", Text: "Ophalen", For: "RM", Due: "2026-03-01", KWI: 1, Status: account.Done, Done: "2026-02-20"}}
		c.Cycles = append(c.Cycles, y)
	}
	c.Plans = []account.Plan{{Year: 2026, MadeBy: "RM"}}
	return c
}

// swap lets two respondents have said what the other did.
func swap(c account.Client, parts ...string) account.Client {
	c = c.Clone()
	for i := range c.Cycles {
		y := reflect.ValueOf(&c.Cycles[i]).Elem()
		for _, part := range parts {
			m := y.FieldByName(part)
			a, b := reflect.ValueOf(account.Initials("AA")), reflect.ValueOf(account.Initials("BB"))
			one, other := m.MapIndex(a), m.MapIndex(b)
			m.SetMapIndex(a, other)
			m.SetMapIndex(b, one)
		}
	}
	return c
}

// world is the program with one client in a data file of its own.
type world struct {
	t      *testing.T
	folder string
	env    cli.Env
	said   map[string]string // what came out, by what was asked
	made   map[string]made   // the files that were read, as they were then
}

func newWorld(t *testing.T, c account.Client) *world {
	w := &world{t: t, folder: t.TempDir(), said: map[string]string{}, made: map[string]made{}}
	getenv := func(name string) string {
		return map[string]string{"KWI_FILE": filepath.Join(w.folder, "kwi.db")}[name]
	}
	w.env = cli.Env{In: strings.NewReader(""), Getenv: getenv, Now: func() time.Time { return day }, Nonce: counted(), Screens: screens(),
		Show: func(ctx context.Context, s cli.Session, v cli.View) (string, error) {
			conf, err := config(ctx, s)
			if err != nil {
				return "", err
			}
			conf.Now = func() time.Time { return day }
			var h hand.Hand
			if v.Client != "" {
				h, err = s.Desk.Open(ctx, v.Client)
			}
			if v.Screen == "brief" {
				return visitPages(conf, h, v)
			}
			if v.Screen == "trace" || v.Screen == story {
				return wholePage(conf, h, v)
			}
			return ui.Show(conf, h, kit.Place{Name: v.Screen, Client: v.Client, Cycle: v.Cycle}, v.W, v.H), err
		}}
	var b bytes.Buffer
	if err := portable.Write(&b, portable.File{Supplier: "BESTSELLER", Clients: []account.Client{c}}); err != nil {
		t.Fatal(err)
	}
	w.write("in.json", b.String())
	w.write("table.csv", "cyclus;code;kwi;AA;BB\n2026H1;1.01;Een;1>;1\n2026H1;1.02;Een;1>;1>\n2025H1;1.01;Een;2>;3\n")
	if c.Newest() != nil {
		w.write("AA.eml", reply(c))
	}
	w.run("import", filepath.Join(w.folder, "in.json"))
	return w
}

func (w *world) write(name, text string) {
	w.t.Helper()
	if err := os.WriteFile(filepath.Join(w.folder, name), []byte(text), 0o600); err != nil {
		w.t.Fatal(err)
	}
}

// run runs a command and keeps all that it said and made.
func (w *world) run(args ...string) string {
	w.t.Helper()
	var out bytes.Buffer
	w.env.Out, w.env.Err = &out, &out
	code := cli.Run(context.Background(), w.env, args)
	text := strings.ReplaceAll(fmt.Sprintf("%s(%d)", out.String(), code), w.folder, "")
	w.said[strings.ReplaceAll(strings.Join(args, " "), w.folder, "")] = text
	return text
}

// walk goes through every exit of the commands.
func (w *world) walk() {
	help := w.run("--lang", "en", "--help")
	for _, m := range regexp.MustCompile(`(?m)^  ([a-z]+) {2,}`).FindAllStringSubmatch(help, -1) {
		asked, known := exits[m[1]]
		if !known && !slices.Contains(complete, m[1]) {
			w.t.Errorf("%s is a new command: what does it say of a respondent?", m[1])
		}
		for _, language := range []string{"nl", "en"} {
			for _, args := range asked {
				args = append([]string{"--lang", language, m[1]}, args...)
				if m[1] != "check" && m[1] != "collect" && m[1] != "due" && m[1] != "list" && m[1] != "completion" && m[1] != "man" {
					args = append(args, "--client", "twee")
				}
				for i := range args {
					args[i] = strings.ReplaceAll(args[i], "{out}", w.folder)
				}
				if text := w.run(args...); m[1] != "send" && m[1] != "collect" && !strings.HasSuffix(text, "(0)") {
					w.t.Fatalf("%v: %s", args, text)
				}
				w.read(language)
			}
		}
	}
	for _, what := range [][]string{{"report"}, {"show", "brief", "--with"}, {"letters", "--to"}} { // what the shell proposes
		w.run(append(append([]string{"__complete"}, what...), "")...)
		w.run(append(append([]string{"__complete"}, what...), "--client", "twee", "--cycle", "")...)
	}
	for _, s := range screens() {
		for _, size := range []string{"60", "80", "140"} {
			for _, cycle := range []string{"2026H1", "2026H2"} {
				args := []string{"show", s.Name, "--width", size, "--height", "40"}
				if s.Client {
					args = append(args, "--client", "twee")
				}
				if s.Client && !s.Yearly {
					args = append(args, "--cycle", cycle)
				}
				if size == "80" {
					w.run(append(slices.Clone(args), "--json")...) // or a sentence: some are only drawn
				}
				all := [][]string{args}
				if s.Either {
					all = append(all, append(slices.Clone(args), "--client", "twee"))
				}
				switch s.Name {
				case "brief":
					for _, who := range []string{"AA", "BB", "CC"} {
						all = append(all, append(slices.Clone(args), "--with", who))
					}
				case story:
					for _, of := range []string{"KWI-01", "KWI-02"} {
						all = append(all, append(slices.Clone(args), "--of", of))
					}
				case "trace":
					for _, of := range []string{"total", "nps", "KWI-01", "KWI-02", "1.01", "2.02", "AA", "BB", "CC", "1.01/AA", "2.02/BB", "1.02/CC"} {
						all = append(all, append(slices.Clone(args), "--of", of))
					}
				}
				for _, args := range all {
					if text := w.run(args...); !strings.HasSuffix(text, "(0)") {
						w.t.Errorf("%s: %s", s.Name, text)
					}
				}
			}
		}
	}
}

// sittings is every place of the interface gone through with keys that only
// look, with or without the client watching; what stands on the screen after
// every key.
func sittings(t *testing.T, c account.Client, keys []string) (seen []string) {
	// Alone, with nobody known to watch, and with AA watching.
	for _, begins := range [][]string{nil, {"M", "enter", "esc"}, {"M", "enter", "enter"}} {
		s := memory.New()
		d := desk.New(s, counted())
		if _, err := d.Import(context.Background(), false, portable.File{Supplier: "BESTSELLER", Clients: []account.Client{c}}); err != nil {
			t.Fatal(err)
		}
		last := len(screens()) - len(meetingPages()) - 1
		for place := 1; place <= last; place++ {
			drv := sit(t, s, "nl", 120, 40)
			drv.Press("enter")
			drv.Press(begins...)
			switch place { // to these no digit leads
			case last:
				drv.Press("5", "v")
			case last - 1:
				drv.Press("5", "D")
			case last - 2:
				drv.Press("5", "C")
			case last - 3:
				drv.Press("8", "f6")
			default:
				drv.Press(fmt.Sprint(place))
			}
			for _, key := range keys {
				drv.Press(key)
				seen = append(seen, fmt.Sprintf("%d %s %v\n%s", place, key, begins, drv.Screen()))
			}
		}
	}
	return seen
}

// looks are keys that change nothing that anybody said, in an order of their
// own.
func looks(n int) []string {
	keys := []string{"tab", "shift+tab", "enter", "esc", "up", "down", "left", "right", "end", "home", "pgdown", "?", "f1", "f6"}
	random := rand.New(rand.NewPCG(6, 1))
	out := []string{"home", "enter", "down", "tab", "down", "down", "enter", "esc", "tab", "esc", "tab", "enter", "down", "right", "tab", "enter"}
	for range n {
		out = append(out, keys[random.IntN(len(keys))])
	}
	return out
}

// reply is a list of AA that came back by mail: for everything a grade that
// nobody gave.
func reply(c account.Client) string {
	list := questionnaire.Plain(questionnaire.For(&c, c.Newest(), "AA", questionnaire.Sender{Supplier: "BESTSELLER"}, questionnaire.Measure, "nl"))
	list = regexp.MustCompile(`(?m)^([0-9.]+|C) \[ +\]`).ReplaceAllString(list, "$1 [ 1 ]")
	list = regexp.MustCompile(`(?m)^([ADEF]) \[ +\]`).ReplaceAllString(list, "$1 [ anders ]")
	return "From: AA@twee.example\r\nTo: rm@bestseller.example\r\nSubject: lijst\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n" + strings.ReplaceAll(list, "\n", "\r\n")
}

func TestNoExitTellsWhatOneRespondentSaid(t *testing.T) {
	t.Parallel()
	for _, d := range []struct {
		name  string
		by    account.AnswersBy
		parts []string
		ours  string // what is for the supplier's own people, who may know it
	}{
		{"by group", account.ByGroup, []string{"Answers", "NPS", "Remarks"}, "^$"},
		{"by name, somebody anonymous", account.ByName, []string{"NPS"}, "^$"},
		{"by name, remarks not released", account.ByName, []string{"Remarks"}, `b\.(xlsx|pdf|md|html)$|person\.(pdf|md|html)$|^show trace |^show (monitor|measure|communicate) .*--json|^\d+ \S+ \[\]\n[^\n]* › |(?s)^\d+ \S+ \[\]\n.*▸ (Analyse|Opmerkingen)`},
	} {
		t.Run(d.name, func(t *testing.T) {
			if (testing.Short() || raced) && d.by != account.ByGroup {
				t.Skip("the walk takes seconds")
			}
			t.Parallel()
			one, ours := said(d.by), regexp.MustCompile(d.ours)
			other := swap(one, d.parts...)
			t.Run("commands", func(t *testing.T) {
				t.Parallel()
				a, b := newWorld(t, one), newWorld(t, other)
				a.walk()
				b.walk()
				if len(a.said) < 100 {
					t.Errorf("only %d exits were walked", len(a.said))
				}
				for what, text := range a.said {
					if text != b.said[what] && !ours.MatchString(what) {
						t.Errorf("%s tells who said what:\n%s", what, differing(text, b.said[what]))
					}
				}
			})
			t.Run("screens", func(t *testing.T) {
				t.Parallel()
				goesRoundUnraced(t)
				keys := looks(60)
				x, y := sittings(t, one, keys), sittings(t, other, keys)
				for i := range x {
					if x[i] != y[i] && !ours.MatchString(x[i]) {
						t.Fatalf("the screen tells who said what:\n%s", differing(x[i], y[i]))
					}
				}
			})
		})
	}
}

// differing is the lines of two texts that are not the same.
func differing(a, b string) string {
	x, y := strings.Split(a, "\n"), strings.Split(b, "\n")
	var out []string
	for i := range min(len(x), len(y)) {
		if x[i] != y[i] && len(out) < 8 {
			out = append(out, "- "+cut(x[i]), "+ "+cut(y[i]))
		}
	}
	return x[0] + "\n" + strings.Join(out, "\n")
}

func cut(s string) string { return s[:min(len(s), 300)] }
