package main

import (
	"archive/zip"
	"bytes"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"kwi/internal/account"
	"kwi/internal/foreigntest"
	"kwi/internal/portable"
	"kwi/internal/questionnaire"
	"kwi/internal/sheet"
)

// BenchmarkEightListsToScores takes eight filled lists to the scores and the
// monitor's data with the whole program, process by process, and beside it has
// LibreOffice make CSV of the same eight; both in each round. It reports the
// medians and how many times as long LibreOffice takes.
func BenchmarkEightListsToScores(b *testing.B) {
	office := foreigntest.Program(b, "soffice", "libreoffice")
	kwi, folder := built(b), b.TempDir()
	file, books := eight(b, kwi, folder)
	profile := filepath.Join(folder, "profile")
	var ours, scores, theirs []time.Duration
	for round := range b.N + 1 { // the first makes LibreOffice's profile
		data := filepath.Join(folder, fmt.Sprintf("%d.db", round))
		copied(b, file, data)
		took, _ := timed(b, kwi, 0, append([]string{"--file", data, "collect"}, books...)...)
		score, _ := timed(b, kwi, 0, "--file", data, "score", "--json")
		report, _ := timed(b, kwi, 0, "--file", data, "report", "--client", "newmedia", "--out", filepath.Join(folder, "monitor.md"))
		csv, _ := timed(b, office, 0, append([]string{"-env:UserInstallation=file://" + profile, "--headless", "--norestore", "--convert-to", "csv", "--outdir", folder}, books...)...)
		if round > 0 {
			ours, scores, theirs = append(ours, took+score+report), append(scores, took+score), append(theirs, csv)
		}
	}
	slices.Sort(ours)
	slices.Sort(scores)
	slices.Sort(theirs)
	us, half, them := ours[len(ours)/2], scores[len(scores)/2], theirs[len(theirs)/2]
	b.ReportMetric(0, "ns/op")
	b.ReportMetric(float64(half.Microseconds())/1e3, "ms/scores")
	b.ReportMetric(float64(them)/float64(half), "times/scores")
	b.ReportMetric(float64(us.Microseconds())/1e3, "ms/lists")
	b.ReportMetric(float64(them.Microseconds())/1e3, "ms/libreoffice")
	b.ReportMetric(float64(them)/float64(us), "times")
}

// BenchmarkLargeFiles gives the whole program a zip bomb and a workbook of 30
// MB, of which nearly all is a picture that somebody pasted, and reports time
// and the most memory.
func BenchmarkLargeFiles(b *testing.B) {
	kwi, folder := built(b), b.TempDir()
	file, books := eight(b, kwi, folder)
	book, err := os.ReadFile(books[0])
	if err != nil {
		b.Fatal(err)
	}
	picture := make([]byte, 29<<20)
	rng := rand.NewChaCha8([32]byte{})
	_, _ = rng.Read(picture)
	row := strings.Repeat("<row><c t=\"inlineStr\"><is><t>"+strings.Repeat("a", 4<<10)+"</t></is></c></row>", 80_000)
	for name, w := range map[string]struct {
		part    string
		content []byte
		status  int
	}{
		"bomb":    {"xl/worksheets/sheet1.xml", []byte("<worksheet><sheetData>" + row + "</sheetData></worksheet>"), 1},
		"picture": {"xl/media/image1.png", picture, 0},
		"normal":  {"xl/theme/none.xml", nil, 0},
	} {
		b.Run(name, func(b *testing.B) {
			path := filepath.Join(folder, name+".xlsx")
			large(b, book, path, w.part, w.content)
			info, err := os.Stat(path)
			if err != nil {
				b.Fatal(err)
			}
			most := 0
			b.ResetTimer()
			for b.Loop() {
				_, peak := timed(b, kwi, w.status, "--file", file, "collect", "--check", path)
				most = max(most, peak)
			}
			b.ReportMetric(float64(info.Size())/1e6, "MB/file")
			b.ReportMetric(float64(most)/1024, "MiB/peak")
		})
	}
}

// built is the real program.
func built(b *testing.B) string {
	binary := filepath.Join(b.TempDir(), "kwi")
	if out, err := exec.Command("go", "build", "-o", binary, ".").CombinedOutput(); err != nil {
		b.Fatalf("%v: %s", err, out)
	}
	return binary
}

// timed runs a program and tells how long it took and how many kilobytes it
// had at most, as far as the kernel tells that before it ends.
func timed(b *testing.B, name string, status int, args ...string) (time.Duration, int) {
	c := exec.Command(name, args...)
	var out bytes.Buffer
	c.Stdout, c.Stderr = &out, &out
	start := time.Now()
	if err := c.Start(); err != nil {
		b.Fatal(err)
	}
	peak, ended := 0, make(chan bool)
	go func() {
		defer close(ended)
		for {
			text, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", c.Process.Pid))
			_, line, found := strings.Cut(string(text), "VmHWM:")
			if err != nil || !found {
				return
			}
			var kilobytes int
			_, _ = fmt.Sscan(line, &kilobytes)
			peak = max(peak, kilobytes)
			time.Sleep(time.Millisecond)
		}
	}()
	_ = c.Wait()
	took := time.Since(start)
	<-ended
	if c.ProcessState.ExitCode() != status {
		b.Fatalf("%s %v: %d: %s", name, args, c.ProcessState.ExitCode(), &out)
	}
	return took, peak
}

// eight is a data file with eight respondents of 23 questions, and their
// filled lists.
func eight(b *testing.B, kwi, folder string) (file string, books []string) {
	text, err := os.Open(filepath.Join("..", "..", "internal", "portable", "testdata", "newmedia.json"))
	if err != nil {
		b.Fatal(err)
	}
	defer func() { _ = text.Close() }()
	p, err := portable.Read(text)
	if err != nil {
		b.Fatal(err)
	}
	c := &p.Clients[0]
	y := c.Newest()
	y.Answers, y.NPS, y.Remarks = nil, nil, nil
	all := y.Assigned["AA"]
	c.Respondents, y.Assigned = c.Respondents[:5], map[account.Initials][]account.QuestionCode{}
	for n := len(c.Respondents); n < 8; n++ {
		c.Respondents = append(c.Respondents, account.Respondent{Initials: account.Initials(fmt.Sprintf("E%d", n)), Language: "nl"})
	}
	for n, r := range c.Respondents {
		y.Assigned[r.Initials] = all
		var book bytes.Buffer
		if err := sheet.Write(&book, questionnaire.For(c, y, r.Initials, questionnaire.Sender{Supplier: p.Supplier}, questionnaire.Measure, "nl"), "2026-11-24"); err != nil {
			b.Fatal(err)
		}
		books = append(books, filepath.Join(folder, string(r.Initials)+".xlsx"))
		graded(b, &book, books[n], n)
	}
	var in bytes.Buffer
	if err := portable.Write(&in, p); err != nil {
		b.Fatal(err)
	}
	source := filepath.Join(folder, "in.json")
	if err := os.WriteFile(source, in.Bytes(), 0o600); err != nil {
		b.Fatal(err)
	}
	file = filepath.Join(folder, "kwi.db")
	timed(b, kwi, 0, "--file", file, "import", source)
	return file, books
}

// graded fills a list and saves it.
func graded(b *testing.B, book *bytes.Buffer, path string, n int) {
	f, err := excelize.OpenReader(book)
	if err != nil {
		b.Fatal(err)
	}
	defer func() { _ = f.Close() }()
	sheet := f.GetSheetName(0)
	rows, _ := f.GetRows(sheet)
	for i, row := range rows {
		if len(row) == 0 {
			continue
		}
		if q, ok := account.ParseQuestionCode(row[0]); ok {
			_ = f.SetCellValue(sheet, fmt.Sprintf("C%d", i+1), 1+(int(q.Serial)+n)%10)
			_ = f.SetCellValue(sheet, fmt.Sprintf("D%d", i+1), []string{"<", "N", ">"}[n%3])
		}
		if row[0] == "C" {
			_ = f.SetCellValue(sheet, fmt.Sprintf("C%d", i+1), n)
		}
	}
	if err := f.SaveAs(path); err != nil {
		b.Fatal(err)
	}
}

func copied(b *testing.B, from, to string) {
	data, err := os.ReadFile(from)
	if err == nil {
		err = os.WriteFile(to, data, 0o600)
	}
	if err != nil {
		b.Fatal(err)
	}
}

// large writes a workbook with one part put in the place of its own, or added.
func large(b *testing.B, book []byte, path, name string, content []byte) {
	r, err := zip.NewReader(bytes.NewReader(book), int64(len(book)))
	if err != nil {
		b.Fatal(err)
	}
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for _, f := range r.File {
		if f.Name == name {
			continue
		}
		if err := w.Copy(f); err != nil {
			b.Fatal(err)
		}
	}
	if content != nil {
		p, err := w.Create(name)
		if err == nil {
			_, err = p.Write(content)
		}
		if err != nil {
			b.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		b.Fatal(err)
	}
	if err := os.WriteFile(path, out.Bytes(), 0o600); err != nil {
		b.Fatal(err)
	}
}
