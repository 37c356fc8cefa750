package observed_test

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"strconv"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"kwi/internal/account"
	"kwi/internal/foreigntest"
	"kwi/internal/observed"
)

// asked is a client of whom two answered, in words that are hard on a table.
func asked() account.Client {
	q := func(n uint16) account.QuestionCode { return account.QuestionCode{KWI: 1, Serial: n} }
	y := account.Cycle{Name: "2026H1", Stage: account.Session, AnswersBy: account.ByName, Session: "2026-06-10",
		KWIs: []account.KWI{{Code: 1, Title: "=1+1; -2", Target: 800, Questions: []account.Question{{Code: q(1), Text: "Ging het „goed”, \"ja\"?", Kind: account.Own}, {Code: q(10), Text: "@kees;=cmd", Kind: account.Noticed}}}},
		Answers: map[account.Initials]account.Sheet{
			"AA": {{Question: q(1), Grade: 7, Relevance: account.More}, {Question: q(10), Grade: 8}},
			"BB": {{Question: q(1), Grade: 10, Relevance: account.Less}},
		},
		Remarks: map[account.Initials]string{"AA": "- een\n- twee", "BB": "niet vrij"}, Released: []account.Initials{"AA"},
		NPS: map[account.Initials]account.NPS{"AA": {Score: 3, Why: "+31 6 نعم"}, "BB": {Score: 10}}}
	return account.Client{ID: "x", Name: "Café «Ω»", Respondents: []account.Respondent{{Initials: "AA"}, {Initials: "BB"}}, Cycles: []account.Cycle{y}}
}

func written(t *testing.T) (table, object []byte, rows []observed.Row) {
	t.Helper()
	c := asked()
	rows = observed.Of(&c, "")
	var a, b bytes.Buffer
	if err := observed.WriteCSV(&a, rows, true); err != nil {
		t.Fatal(err)
	}
	if err := observed.WriteJSON(&b, "BESTSELLER", rows); err != nil {
		t.Fatal(err)
	}
	return a.Bytes(), b.Bytes(), rows
}

// TestRowsOfACycle reads the rows of one cycle as prose.
func TestRowsOfACycle(t *testing.T) {
	table, _, _ := written(t)
	got, err := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(table, []byte("\ufeff")))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var short []string
	for _, cells := range got[1:] {
		short = append(short, strings.Trim(strings.Join(cells[5:], " "), " "))
	}
	want := strings.TrimSpace(`
answer AA KWI-01 '=1+1; '-2 8.00 1.01 own Ging het „goed”, "ja"? 7 > 3 21              false
answer AA KWI-01 '=1+1; '-2 8.00 1.10 noticed '@kees;'=cmd 8 N 2 16              false
answer BB KWI-01 '=1+1; '-2 8.00 1.01 own Ging het „goed”, "ja"? 10 < 1 10              false
remark AA      '- een - twee                  false
recommendation AA               3 '+31 6 نعم        false
recommendation BB               10         false
score  KWI-01 '=1+1; '-2 8.00      6 47 3 7.83 8.33           false
score AA KWI-01 '=1+1; '-2 8.00      5 37 2 7.40 7.50           false
score BB KWI-01 '=1+1; '-2 8.00      1 10 1 10.00 10.00           false
score          6 47 3 7.83 8.33           false
score AA         5 37 2 7.40 7.50           false
score BB         1 10 1 10.00 10.00           false
nps            2        0 1 0 1  false`)
	if strings.Join(short, "\n") != want {
		t.Errorf("the rows are\n%s", strings.Join(short, "\n"))
	}
	if strings.Contains(string(table), "niet vrij") {
		t.Error("a remark that is not released is there")
	}
}

// TestNoCellIsAFormula: whether lines are split at commas, semicolons or tabs, and
// whether quotes are minded, no cell begins as a formula.
func TestNoCellIsAFormula(t *testing.T) {
	table, _, _ := written(t)
	lines := strings.Split(strings.TrimPrefix(string(table), "\ufeff"), "\r\n")
	for _, line := range lines[1:] {
		for _, at := range []string{";", "\t", ",\"", ";\""} {
			for _, cell := range strings.Split(line, at) {
				cell = strings.Trim(cell, " \",")
				if _, err := strconv.ParseFloat(cell, 64); err != nil && cell != "" && strings.ContainsAny(cell[:1], "=+-@") {
					t.Errorf("split at %q: %q", at, cell)
				}
			}
		}
	}
}

// TestRowsAreKnownAgain: what was written is known by its clients; what another
// program saved, or somebody changed, is not.
func TestRowsAreKnownAgain(t *testing.T) {
	table, object, _ := written(t)
	for name, content := range map[string][]byte{"csv": table, "json": object} {
		if who, ok := observed.Holds(content); !ok || len(who) == 0 || who[0] != "x" || !observed.Begins(content) {
			t.Errorf("%s is not known: %v", name, who)
		}
		for what, other := range map[string][]byte{
			"unquoted":   bytes.ReplaceAll(content, []byte(`"`), nil),
			"lines":      bytes.ReplaceAll(content, []byte("\n"), []byte("\n\n")),
			"a column":   bytes.ReplaceAll(content, []byte("client"), []byte("klant")),
			"half of it": content[:len(content)/2],
		} {
			if _, ok := observed.Holds(other); ok {
				t.Errorf("%s with other %s is known", name, what)
			}
		}
	}
}

// TestOthersReadTheRows: Python's csv and json, and LibreOffice, read the texts and
// the figures that were written.
func TestOthersReadTheRows(t *testing.T) {
	table, object, rows := written(t)
	out, _ := foreigntest.Run(t, "", foreigntest.Python(t, "csv"), "-c", `
import csv, json, sys
table = list(csv.DictReader(open(sys.argv[1], encoding="utf-8-sig", newline="")))
read = json.load(open(sys.argv[2], encoding="utf-8"))
assert read["format"] == "kwi-rows/1" and list(read["rows"][0]) == list(table[0]), list(table[0])
for a, b in zip(table, read["rows"], strict=True):
    for key, value in b.items():
        cell = "" if value is None else str(value).lower() if isinstance(value, bool) else " ".join(str(value).split())
        assert a[key] == cell or a[key].replace("'", "") == cell.replace("'", ""), (key, a[key], value)
print(len(table), table[0]["name"], sum(int(r["points"]) for r in table if r["kind"] == "answer"), [r["text"] for r in read["rows"] if r["kind"] == "remark"])
`, foreigntest.Saved(t, "rows.csv", table), foreigntest.Saved(t, "rows.json", object))
	if want := strconv.Itoa(len(rows)) + " Café «Ω» 47 ['- een\\n- twee']"; strings.TrimSpace(out) != want {
		t.Errorf("Python reads %s, not %s", out, want)
	}
	if !json.Valid(object) {
		t.Error("not JSON")
	}

	book, err := excelize.OpenFile(foreigntest.Convert(t, "xlsx", foreigntest.Saved(t, "rows.csv", table))[0])
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = book.Close() }()
	cells, err := book.GetRows(book.GetSheetName(0))
	if err != nil || len(cells) != len(rows)+1 {
		t.Fatalf("LibreOffice reads %d rows of %d (%v)", len(cells)-1, len(rows), err)
	}
	for i, row := range rows {
		if got := cells[i+1]; got[1] != row.Name || row.Score != nil && strings.TrimRight(got[18], "0.") != strings.TrimRight(*row.Score, "0.") {
			t.Errorf("LibreOffice reads %q", got)
		}
		for c := range cells[0] {
			place, _ := excelize.CoordinatesToCellName(c+1, i+2)
			if f, _ := book.GetCellFormula(book.GetSheetName(0), place); f != "" {
				t.Errorf("%s is a formula: %s", place, f)
			}
		}
	}
}
