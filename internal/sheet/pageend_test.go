package sheet

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"kwi/internal/account"
	"kwi/internal/questionnaire"
)

// TestNoPageEndsWithAHead: however many questions a list has, a page does not end with
// the name of a KWI or what it expects, and every KWI begins on the page of its first
// question. The code of a question is no smaller than ordinary print.
func TestNoPageEndsWithAHead(t *testing.T) {
	breaks, broken := regexp.MustCompile(`<brk id="(\d+)"`), 0
	for _, each := range []int{1, 2, 5, 7, 9, 14} {
		l := listOf(t, "AA", questionnaire.Measure, "nl")
		k := l.KWIs[0]
		l.KWIs = nil
		for n := range 6 {
			next := k
			next.Code, next.Title, next.Questions = account.KWICode(n+1), fmt.Sprintf("Titel %d", n+1), nil
			for i := range each {
				q := k.Questions[0]
				q.Code = account.QuestionCode{KWI: next.Code, Serial: uint16(i + 1)}
				next.Questions = append(next.Questions, q)
			}
			l.KWIs = append(l.KWIs, next)
		}
		content := written(t, l)
		f, err := excelize.OpenReader(bytes.NewReader(content))
		if err != nil {
			t.Fatal(err)
		}
		name := f.GetSheetName(0)
		rows, err := f.GetRows(name)
		if err != nil {
			t.Fatal(err)
		}
		code := regexp.MustCompile(`^\d+\.\d\d$`)
		for _, m := range breaks.FindAllStringSubmatch(sheetXML(t, content), -1) {
			broken++
			at, _ := strconv.Atoi(m[1])
			last := ""
			for at = min(at, len(rows)); last == "" && at > 0; at-- { // what is blank is no end
				last = strings.TrimSpace(strings.Join(rows[at-1], " "))
			}
			if strings.HasPrefix(last, "KWI-") || strings.Contains(last, k.Expectation) && k.Expectation != "" {
				t.Errorf("with %d questions each a page ends at line %d with %q", each, at, last)
			}
		}
		for y, row := range rows {
			for x, text := range row {
				if !code.MatchString(text) {
					continue
				}
				cell, _ := excelize.CoordinatesToCellName(x+1, y+1)
				id, _ := f.GetCellStyle(name, cell)
				if look, err := f.GetStyle(id); err != nil || look.Font == nil || look.Font.Size < 10 {
					t.Fatalf("%s in %s: %+v, %v", text, cell, look, err)
				}
			}
		}
		_ = f.Close()
	}
	if broken == 0 {
		t.Error("no page was ended at all")
	}
}

// sheetXML is the first sheet of a workbook as it is written.
func sheetXML(t testing.TB, book []byte) string {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(book), int64(len(book)))
	if err != nil {
		t.Fatal(err)
	}
	f, err := z.Open("xl/worksheets/sheet1.xml")
	if err != nil {
		t.Fatal(err)
	}
	content, err := io.ReadAll(f)
	if err != nil {
		t.Fatal(err)
	}
	return string(content)
}
