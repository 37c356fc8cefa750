package cli

import (
	"encoding/json"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"kwi/internal/cells"
)

// wordsOnly are the commands that have no --json, each with the reason why not.
var wordsOnly = map[string]string{
	"demo": "it is the interface", "meet": "it is the interface", "help": "it explains", "completion": "a shell reads it", "man": "man reads it",
	"export": "what it writes is one JSON value already", "import": "what came in is told by export and list", "backup": "it makes a file, and says only where",
	"rescue": "what it saved is told by check --json of the new file", "report": "it writes a document", "minutes": "it writes a document", "plan": "it writes a document",
	"colleagues": "it writes a document", "yousaid": "it writes a document", "person": "it writes a document", "calendar": "it writes a calendar",
	"team": "its commands are", "team init": "it says that it is done", "team add": "it says that it is done", "team remove": "it says that it is done", "team share": "it says that it is done",
	"team unshare": "it says that it is done", "team password": "it asks for a password", "team compact": "it says that it is done", "team join": "it asks",
	"team choose": "it is for a person to choose", "team leave": "it says that it is done",
	"erase": "it asks what is to be done, one by one", "lock": "it asks for a passphrase", "unlock": "it asks for a passphrase",
}

// machineRuns are the others, with what to ask of each and words that both its texts
// must have. What {of} is a file of that name.
var machineRuns = map[string]struct {
	ask  []string
	fact []string
	code int
}{
	"score":          {[]string{"--client", "newmedia"}, []string{"KK"}, 0},
	"data":           {[]string{"--client", "newmedia"}, []string{"newmedia", "KWI-01"}, 0},
	"due":            {[]string{"--days", "3660"}, []string{"NewMedia"}, 0},
	"send":           {[]string{"--client", "newmedia", "--moment", "reminder", "--yes"}, nil, 1},
	"list":           {nil, []string{"newmedia", "NewMedia"}, 0},
	"show":           {[]string{"measure", "--client", "newmedia"}, nil, 0},
	"check":          {nil, nil, 0},
	"table":          {[]string{"{table}", "--client", "newmedia"}, []string{"Zoë Nieuw", "ZN"}, 0},
	"collect":        {[]string{"--check", "{text}"}, nil, 1},
	"questionnaires": {[]string{"--client", "newmedia", "--out", "{lists}"}, []string{"Kees Klant"}, 0},
	"letters":        {[]string{"--client", "newmedia", "--kind", "invitation", "--out", "{letters}"}, []string{"Kees Klant"}, 0},
	"pack":           {[]string{"--client", "newmedia", "--out", "{packs}"}, []string{".pdf"}, 0},
	"me":             {[]string{"--name", "Joe Bestseller"}, []string{"Joe Bestseller"}, 0},
	"supplier":       {nil, []string{"{supplier}"}, 0},
	"restore":        {nil, []string{"2026-11-24-"}, 0},
	"doctor":         {nil, []string{"{data}"}, 0},
	"version":        {nil, []string{"v1.2.3"}, 0},
	"team status":    {nil, []string{"alone"}, 0},
	"team sync":      {nil, nil, 1}, // with a team: internal/hubtest
}

// TestEveryCommandThatTellsTellsPrograms goes through all commands: each writes one JSON
// object and nothing else on standard output, which has the facts of its words, and ends
// with the same exit status; or it has a reason not to.
func TestEveryCommandThatTellsTellsPrograms(t *testing.T) {
	b := brokenAt(t)
	b.env.Version = "v1.2.3"
	folder := t.TempDir()
	settings := filepath.Join(folder, "settings.json")
	data := b.path
	b.env.Getenv = func(name string) string {
		return map[string]string{"KWI_FILE": data, "KWI_SETTINGS": settings, "KWI_SMTP_HOST": "127.0.0.1", "KWI_SMTP_PORT": "1", "KWI_SMTP_FROM": "joe@bestseller.example"}[name]
	}
	supplier := strings.TrimSpace(b.run(0, "supplier", "--json"))
	var named struct{ Supplier string }
	if err := json.Unmarshal([]byte(supplier), &named); err != nil || named.Supplier == "" {
		t.Fatal(supplier, err)
	}
	write := func(name, text string) string {
		path := filepath.Join(folder, name)
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	in := strings.NewReplacer("{supplier}", named.Supplier, "{data}", data, "{table}", write("table.csv", "initialen;naam\nZN;Zoë Nieuw\n"),
		"{text}", write("text.txt", "Niets van ons.\n"), "{lists}", filepath.Join(folder, "lists"), "{letters}", filepath.Join(folder, "letters"), "{packs}", filepath.Join(folder, "packs"))
	r := &invocation{Env: b.env, words: chooseLanguage([]string{"--lang", "en"}, "", b.env.Getenv)}
	for _, c := range everyCommand(r.tree()) {
		name := strings.TrimPrefix(c.CommandPath(), "kwi ")
		run, tells := machineRuns[name]
		_, excused := wordsOnly[name]
		has := c.Flags().Lookup("json") != nil
		if has != tells || tells == excused {
			t.Errorf("kwi %s: it has --json: %t, is tried here: %t, has a reason not to: %t", name, has, tells, excused)
			continue
		}
		if !tells {
			continue
		}
		args := strings.Fields(name)
		for _, a := range run.ask {
			args = append(args, in.Replace(a))
		}
		words := b.run(run.code, args...)
		wordsErr := b.said.String()
		b.run(run.code, append(args, "--json")...)
		var value map[string]any
		d := json.NewDecoder(strings.NewReader(b.out.String()))
		if run.code == 0 || b.out.Len() > 0 {
			if err := d.Decode(&value); err != nil {
				t.Errorf("kwi %s: %v in\n%s", name, err, b.out)
				continue
			}
			if _, err := d.Token(); err != io.EOF { //nolint:errorlint // it is that
				t.Errorf("kwi %s: something is behind it: %s", name, b.out)
			}
			for _, k := range keysOf(value) {
				if strings.ContainsAny(k, " _-") || strings.ToLower(k[:1]) != k[:1] {
					t.Errorf("kwi %s: the key %q is none of the contract", name, k)
				}
			}
		}
		if run.code != 0 && b.said.String() != wordsErr {
			t.Errorf("kwi %s fails with %q, and for people with %q", name, b.said, wordsErr)
		}
		for _, fact := range run.fact {
			fact = in.Replace(fact)
			if !strings.Contains(words, fact) || !strings.Contains(b.out.String(), fact) {
				t.Errorf("kwi %s: %q is not in both\n%s\n%s", name, fact, words, b.out)
			}
		}
	}
}

// keysOf are the keys that the contract names, of a value and what is in it: those of
// people, whose initials are theirs, are left out.
func keysOf(v map[string]any) (keys []string) {
	for k, in := range v {
		if k == "respondents" {
			continue
		}
		keys = append(keys, k)
		switch in := in.(type) {
		case map[string]any:
			keys = append(keys, keysOf(in)...)
		case []any:
			for _, one := range in {
				if m, ok := one.(map[string]any); ok {
					keys = append(keys, keysOf(m)...)
				}
			}
		}
	}
	return keys
}

// TestAProgramReadsWhatIsWrongAsPeopleDo: the lines of a check that found something, and
// of a table and lists of which not all is taken, are all in the value too.
func TestAProgramReadsWhatIsWrongAsPeopleDo(t *testing.T) {
	b := brokenAt(t, "client/newmedia")
	words := b.run(1, "check")
	b.run(1, "check", "--json")
	var check checkJSON
	if err := json.Unmarshal(b.out.Bytes(), &check); err != nil {
		t.Fatal(err)
	}
	if check.Sound || !check.Damaged || len(check.Findings) == 0 || check.Clients == 0 {
		t.Errorf("%+v", check)
	}
	for _, f := range check.Findings {
		if f.Kind == "" || !strings.Contains(words, f.Says) {
			t.Errorf("%+v is not in\n%s", f, words)
		}
	}
	b = brokenAt(t)
	table := filepath.Join(t.TempDir(), "t.csv")
	if err := os.WriteFile(table, []byte("initialen;naam;schoenmaat\nZN;Zoë Nieuw;43\nQ-9;Geen;1\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	words = b.run(0, "table", table, "--client", "newmedia")
	b.run(0, "table", table, "--client", "newmedia", "--json")
	var told tableJSON
	if err := json.Unmarshal(b.out.Bytes(), &told); err != nil {
		t.Fatal(err)
	}
	for _, line := range told.Says {
		if !strings.Contains(words, line+"\n") {
			t.Errorf("%q is not in\n%s", line, words)
		}
	}
	if len(told.People) != 1 || told.Taken || told.Left == 0 || len(told.Odd) == 0 || len(told.Columns) < 2 {
		t.Errorf("%+v", told)
	}
	b.run(0, "table", table, "--client", "newmedia", "--json", "--yes")
	if err := json.Unmarshal(b.out.Bytes(), &told); err != nil || !told.Taken {
		t.Errorf("%v %s", err, b.out)
	}
}

// standardRuns are the places where a command names one file, with how it takes standard
// input or gives standard output there; "" ends a list of why one does not.
var standardRuns = map[string][]string{
	"import":                     {"import", "-", "--replace"},
	"export --out":               {"export", "--out", "-"},
	"backup":                     {"backup", "-"},
	"restore":                    {"restore", "-"},
	"rescue":                     {"rescue", "-", "--out", "{new}"},
	"collect":                    {"collect", "-"},
	"table":                      {"table", "-", "--client", "newmedia"},
	"report --out":               {"report", "--client", "newmedia", "--out", "-.pdf"},
	"minutes --out":              {"minutes", "--client", "newmedia", "--out", "-.pdf"},
	"plan --out":                 {"plan", "--client", "newmedia", "--year", "2026", "--out", "-.pdf"},
	"colleagues --out":           {"colleagues", "--client", "newmedia", "--out", "-.pdf"},
	"yousaid --out":              {"yousaid", "--client", "newmedia", "--out", "-.pdf"},
	"data --out":                 {"data", "--client", "newmedia", "--out", "-"},
	"calendar --out":             {"calendar", "--client", "newmedia", "--out", "-"},
	"pack --out":                 {"pack", "--client", "newmedia", "--out", "-"},
	"questionnaires":             {"questionnaires", "--client", "newmedia", "--only", "KK", "--out", "-"},
	"person --out":               {"person", "--client", "newmedia", "--person", "KK", "--out", "-.pdf"},
	"erase --out":                nil, // what was erased is told there already
	"rescue --out":               nil, // it makes a data file, which is written here and there
	"backup --passphrase-file":   nil, // a descriptor does that
	"restore --passphrase-file":  nil,
	"lock --new-passphrase-file": nil,
	"letters --out":              nil, // a folder: each is for somebody
}

// binary are those of standardRuns that no terminal can show.
var binary = []string{"backup", "report --out", "minutes --out", "plan --out", "colleagues --out", "yousaid --out", "person --out", "pack --out", "questionnaires"}

// TestEveryFileMayBeStandardInOrOut goes through all options and arguments that name a
// file, and refuses a terminal what it cannot show.
func TestEveryFileMayBeStandardInOrOut(t *testing.T) {
	b := brokenAt(t)
	r := &invocation{Env: b.env, words: chooseLanguage([]string{"--lang", "en"}, "", b.env.Getenv)}
	for _, c := range everyCommand(r.tree()) {
		_, known := standardRuns[c.Name()]
		if words := strings.Fields(c.UseLine()); len(words) > 2 && strings.Contains(words[2], "FILE") && !known {
			t.Errorf("%s names a file: is - one?", c.UseLine())
		}
		for _, row := range options(c.LocalNonPersistentFlags()) {
			name, takes, _ := strings.Cut(row[0], " ")
			if c.Parent().Name() == "team" {
				continue // passwords and certificates: a descriptor does that for the first, and the others stay where they are
			}
			if _, known := standardRuns[c.Name()+" "+name]; strings.Contains(takes, "FILE") && !known {
				t.Errorf("kwi %s %s names a file: is - one?", c.Name(), name)
			}
		}
	}
	b.run(0, "backup", "-")
	whole := b.out.String()
	b.run(0, "export")
	portable := b.out.String()
	for _, name := range slices.Sorted(func(yield func(string) bool) {
		for name := range standardRuns {
			if !yield(name) {
				return
			}
		}
	}) {
		args := slices.Clone(standardRuns[name])
		if args == nil {
			continue
		}
		for i := range args {
			args[i] = strings.ReplaceAll(args[i], "{new}", filepath.Join(t.TempDir(), "new.db"))
		}
		code := 0
		switch name {
		case "import":
			b.env.In = strings.NewReader(portable)
		case "restore", "rescue":
			b.env.In = strings.NewReader(whole)
		case "table":
			b.env.In = strings.NewReader("initialen;naam\nZN;Zoë Nieuw\n")
		case "collect":
			b.env.In, code = strings.NewReader("Niets van ons."), 1
		}
		b.env.OutTerminal = false
		said := b.run(code, args...)
		if said == "" {
			t.Errorf("kwi %v writes nothing", args)
		}
		if code == 1 && !strings.Contains(said, "Standard input") {
			t.Errorf("it does not say where that came from: %s", said)
		}
		if !slices.Contains(binary, name) {
			continue
		}
		b.env.OutTerminal = true
		if said := b.run(1, args...); b.out.Len() > 0 || strings.Count(said, "\n") != 1 || cells.Clean(said) != said {
			t.Errorf("kwi %v says to a terminal %q", args, said)
		}
	}
	b.env.OutTerminal = true
	if said := b.run(0, "report", "--client", "newmedia", "--out", "-"); !strings.Contains(said, "# ") {
		t.Errorf("a terminal is shown %q", said)
	}
	b.run(2, "pack", "--client", "newmedia", "--out", "-", "--json")
	if said := b.run(1, "questionnaires", "--client", "newmedia", "--out", "-"); !strings.Contains(said, "One list") {
		t.Errorf("several lists: %q", said)
	}
}

// TestAPlaceTellsAProgramItsFiguresAndRows, those of the monitor and of the score itself,
// or says that it is only drawn.
func TestAPlaceTellsAProgramItsFiguresAndRows(t *testing.T) {
	b := brokenAt(t)
	b.env.Screens = []Screen{{Name: "portfolio"}, {Name: "monitor", Client: true}, {Name: "draft", Client: true}, {Name: "brief", Client: true, Person: true}, {Name: "history", Client: true}}
	show := func(args ...string) (out showJSON) {
		t.Helper()
		b.run(0, append([]string{"show", "--json"}, args...)...)
		if err := json.Unmarshal(b.out.Bytes(), &out); err != nil {
			t.Fatal(err)
		}
		return out
	}
	b.run(0, "score", "--client", "newmedia", "--json")
	var scores scoreJSON
	if err := json.Unmarshal(b.out.Bytes(), &scores); err != nil {
		t.Fatal(err)
	}
	monitor := show("monitor", "--client", "newmedia")
	text := b.out.String()
	if monitor.Client != "newmedia" || monitor.Cycle != scores.Cycle || len(monitor.Parts) < 5 {
		t.Errorf("%s %s, %d parts", monitor.Client, monitor.Cycle, len(monitor.Parts))
	}
	for _, k := range scores.KWIs {
		if k.Score != nil && !strings.Contains(text, `"`+*k.Score+`"`) {
			t.Errorf("%s: %s is not in it", k.Code, *k.Score)
		}
	}
	if draft := show("draft", "--client", "newmedia"); len(draft.Parts) != 1 || draft.Parts[0].ID != "kwis" {
		t.Errorf("%+v", draft)
	}
	if brief := show("brief", "--client", "newmedia", "--with", "KK"); len(brief.Parts) == 0 {
		t.Errorf("%+v", brief)
	}
	b.run(0, "show", "portfolio", "--json")
	if !strings.Contains(b.out.String(), `"clients"`) {
		t.Errorf("%s", b.out)
	}
	if said := b.run(1, "show", "history", "--client", "newmedia", "--json"); b.out.Len() > 0 || !strings.Contains(said, "only drawn") {
		t.Errorf("%s", said)
	}
}
