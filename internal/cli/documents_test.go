package cli

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"kwi/internal/account"
	"kwi/internal/foreigntest"
	"kwi/internal/portable"
)

// newMedia is the file of the known cases.
func newMedia(t *testing.T) portable.File {
	t.Helper()
	f, err := os.Open(filepath.Join("..", "portable", "testdata", "newmedia.json"))
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = f.Close() }()
	p, err := portable.Read(f)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// kwi runs a command and fails where it does not end as wanted.
func kwi(t *testing.T, e Env, status int, args ...string) string {
	t.Helper()
	var out, say bytes.Buffer
	e.Out, e.Err = &out, &say
	if got := Run(t.Context(), e, append([]string{"--lang", "en"}, args...)); got != status {
		t.Fatalf("kwi %s: exit status %d, not %d\n%s%s", strings.Join(args, " "), got, status, &out, &say)
	}
	if said := say.String(); status != 0 && (strings.Count(said, "\n") != 1 || !strings.HasSuffix(said, ".\n")) {
		t.Errorf("kwi %s: not one sentence: %q", strings.Join(args, " "), said)
	}
	return out.String() + say.String()
}

// imported imports a file and gives its path.
func imported(t *testing.T, e Env, f portable.File) {
	t.Helper()
	var b bytes.Buffer
	if err := portable.Write(&b, f); err != nil {
		t.Fatal(err)
	}
	name := filepath.Join(t.TempDir(), "in.json")
	if err := os.WriteFile(name, b.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	kwi(t, e, 0, "import", name)
}

// answered are the lists of the case, filled: that of the source for the one
// who answered, and others for the rest.
func answered(f *portable.File) {
	y := f.Clients[0].Newest()
	for n, r := range f.Clients[0].Participants(y) {
		who := r.Initials
		if len(y.Answers[who]) > 0 {
			continue
		}
		sheet := account.Sheet{}
		for i, q := range y.Assigned[who] {
			if (i+n)%7 != 0 {
				sheet = sheet.With(account.Answer{Question: q, Grade: account.Grade(4 + (i*3+n)%7), Relevance: account.Relevance((i + n) % 3)})
			}
		}
		y.Answers[who] = sheet
		y.NPS[who] = account.NPS{Score: 5 + n, Why: "=omdat " + string(who), Anonymous: n%2 == 0}
		y.Remarks[who] = "- punt een\n- punt twee van " + string(who)
	}
}

// fill puts somebody's answers in their workbook, as a script would.
func fill(t *testing.T, book, who string, y *account.Cycle) {
	t.Helper()
	f, err := excelize.OpenFile(book)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = f.Close() }()
	sheet, i := f.GetSheetName(0), account.Initials(who)
	rows, err := f.GetRows(sheet)
	if err != nil {
		t.Fatal(err)
	}
	put := func(column string, row int, v any) {
		if err := f.SetCellValue(sheet, fmt.Sprintf("%s%d", column, row), v); err != nil {
			t.Fatal(err)
		}
	}
	n := y.NPS[i]
	for at, row := range rows {
		if len(row) == 0 {
			continue
		}
		if q, ok := account.ParseQuestionCode(row[0]); ok {
			if a := y.Answers[i].Of(q); a.Grade != 0 {
				put("C", at+1, int(a.Grade))
				put("D", at+1, a.Relevance.Sign())
			}
		}
		switch row[0] {
		case "A":
			put("B", at+1, y.Remarks[i])
		case "C":
			put("C", at+1, n.Score)
		case "D":
			put("B", at+1, n.Why)
		case "G":
			put("C", at+1, map[bool]string{true: "nee", false: "ja"}[n.Anonymous])
		}
	}
	if err := f.Save(); err != nil {
		t.Fatal(err)
	}
}

// TestListsGoOutAndBecomeScores: five workbooks out, filled by script, saved
// again by LibreOffice where it is installed, collected, and scored as the
// same answers are when they are imported.
func TestListsGoOutAndBecomeScores(t *testing.T) {
	full := newMedia(t)
	answered(&full)
	y := full.Clients[0].Newest()
	want, _, _ := env(t)
	imported(t, want, full)

	empty := newMedia(t)
	none := empty.Clients[0].Newest()
	none.Answers, none.NPS, none.Remarks = nil, nil, nil
	e, _, _ := env(t)
	imported(t, e, empty)
	out := filepath.Join(t.TempDir(), "lists")
	if said := kwi(t, e, 0, "questionnaires", "--client", "newmedia", "--out", out); !strings.Contains(said, "5 lists") {
		t.Error(said)
	}
	books, err := filepath.Glob(filepath.Join(out, "*.xlsx"))
	if err != nil || len(books) != 5 {
		t.Fatal(books, err)
	}
	for _, book := range books {
		who := strings.TrimSuffix(book[strings.LastIndex(book, "-")+1:], ".xlsx")
		fill(t, book, who, y)
		if mail := strings.TrimSuffix(book, ".xlsx") + ".eml"; os.Remove(mail) != nil {
			t.Errorf("no %s", mail)
		}
	}
	folder := savedAgain(t, books)

	if said := kwi(t, e, 0, "collect", folder, "--check"); !strings.Contains(said, "5 lists to keep, 72 grades. Nothing was kept.") {
		t.Error(said)
	}
	kwi(t, e, 1, "score")
	if said := kwi(t, e, 0, "collect", folder); !strings.Contains(said, "5 lists kept") || strings.Contains(said, "cannot be kept") {
		t.Error(said)
	}
	if got, want := kwi(t, e, 0, "score", "--json"), kwi(t, want, 0, "score", "--json"); got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	for _, r := range []string{`"=omdat AA"`, `"- punt een\n- punt twee van BB"`} {
		if !strings.Contains(kwi(t, e, 0, "export"), r) {
			t.Errorf("%s is not kept", r)
		}
	}
	if said := kwi(t, e, 0, "collect", folder); !strings.Contains(said, "Nothing new") {
		t.Error(said)
	}
}

// savedAgain is a folder with the workbooks as LibreOffice saves them: three
// as they are, two by way of its own form. Where it is not installed they are
// as they were.
func savedAgain(t *testing.T, books []string) string {
	if !foreigntest.HasOffice() {
		t.Log("LibreOffice is not installed here, or time is short: the lists are not saved again; .ci/run installs it")
		return filepath.Dir(books[0])
	}
	other := foreigntest.Convert(t, "ods", books[3:]...)
	return filepath.Dir(foreigntest.Convert(t, "xlsx", append(other, books[:3]...)...)[0])
}
