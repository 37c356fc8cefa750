package html_test

import (
	"crypto/sha256"
	"encoding/base64"
	"fmt"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"kwi/internal/report"
	"kwi/internal/score"
)

// sample is a small document with a block of every kind.
func sample() report.Document {
	const none = score.None
	bars := []report.Bar{{KWI: 1, Label: "01 Kennis", Score: 783, Average: 775, Target: 800}, {KWI: 2, Label: "02 Rust", Score: none, Average: none, Target: none}, {Label: "Totaal", Score: 757, Average: 755, Target: none}}
	cells := func(texts ...string) (out []report.Cell) {
		for _, s := range texts {
			out = append(out, report.Cell{Text: s})
		}
		return out
	}
	return report.Document{
		Language: "nl", Title: "Klantwaardemonitor", Client: "NewMedia", Supplier: "BESTSELLER", Cycle: "2026H2", For: "Voor NewMedia", Made: "vandaag",
		Parts: []report.Part{
			{ID: "summary", Title: "In het kort", Blocks: []report.Block{report.Headline{Label: "Totale score", Figure: report.Cell{Text: "7,57"}, Change: report.Cell{Text: "+0,21"}, About: "ten opzichte van 2026H1"}, report.Text{Text: "Een zin.", Lead: true}, report.Text{Text: "Wat terugstaat.", Quiet: true}, report.Bars{Bars: bars, About: "De schaal loopt van 7 tot 8."}}},
			{ID: "kwis", Title: "KWI's", Blocks: []report.Block{
				report.Heading{Text: "KWI-01 Kennis", KWI: 1}, report.Text{Text: "Wat wij leren, blijft.\nOok later.", Quote: true},
				report.Heading{Text: "KWI-02 Rust", KWI: 2}, report.Text{Text: "Geen verrassingen.", Quote: true}}},
			{ID: "scores", Title: "Scores", Blocks: []report.Block{
				report.Table{Caption: "Alle scores", Columns: []report.Column{{Title: "KWI"}, {Title: "Vraag"}, {Title: "AA", Right: true}, {Title: "Score", Right: true}, {}}, Rows: []report.Row{
					{Head: true, Cells: cells("01", "Kennis", "", "", "")}, {Cells: cells("1.01", "Iedereen kent onze gewoonten voordat het werk begint.", "8", "7,50", "")},
					{Head: true, Cells: cells("02", "", "", "", "")}, {Cells: cells("2.01", "Rustig", "", "–", "")},
					{Total: true, Cells: cells("", "Totaal", "8", "7,50", "")}}},
				report.Heading{Text: "Kopje"}, report.Text{Text: "Tekst onder het kopje."}}},
			{ID: "trend", Title: "Trend", Blocks: []report.Block{report.Lines{Caption: "Score per cyclus", Cycles: []string{"2025H1", "2025H2", "2026H1", "2026H2"}, Target: "Doel", Scale: score.Scale{Low: 6, High: 9}, Lines: []report.Line{
				{KWI: 1, Label: "01 Kennis", Figures: []score.Figure{632, none, 752, 783}, Targets: []score.Figure{none, 750, 800, 800}, Broken: []bool{false, false, false, true}},
				{Label: "Totaal", Total: true, Figures: []score.Figure{648, 671, 736, 757}}}}}},
		},
	}
}

// samplePlan is a small plan.
func samplePlan() report.PlanPage {
	p := report.PlanPage{Language: "en", Title: "A3 account plan 2026", Client: "NewMedia", Supplier: "BESTSELLER", Internal: "Internal", MadeBy: "made by Jo", Source: "cycle 2026H2", Lacking: "still empty: 2"}
	for i := range 9 {
		p.Blocks = append(p.Blocks, report.PlanBlock{Number: i + 1, Title: fmt.Sprintf("Block %c", 'A'+i), Lines: []report.PlanLine{{Code: "KWI-01", Text: "Knowledge", Note: "7.83"}, {Text: "An entry", Note: "Jo", Entry: true}}})
	}
	p.Blocks[1].Lines, p.Blocks[1].Question = nil, "Why do we matter?"
	p.Blocks[8].Lines, p.Blocks[8].Live = nil, "live"
	p.Blocks[8].Figures = &report.PlanFigures{LastYear: "2025", Wanted: "wanted", SoFar: "so far", Difference: "difference", Notes: []string{"a note"},
		Rows: []report.PlanFigure{{Name: "leads", LastYear: report.PlanNumber{Text: "7"}, Wanted: report.PlanNumber{Text: "9"}, SoFar: report.PlanNumber{Text: "5"}, Difference: "−4", Reached: 555}, {Name: "NPS", Reached: -1}}}
	return p
}

// hostile is what others may have typed, after what stood there.
const hostile = `"'></title></style></td></svg><script>window.ran=1;alert(1)</script><img src=https://kwi.example/x onerror=alert(1)><!-- {{.}} ]]> &lt;&#x3c; \u202e` +
	"\u202e\u2066\x1b[31m\x00\xff שלום عربى 日本 " + "Onafscheidbaarheidsbeginselen" + "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"

// spoil puts something behind every text in a value but names that we give.
func spoil(v reflect.Value) {
	switch v.Kind() {
	case reflect.String:
		if s := v.String(); s != "" && v.CanSet() {
			v.SetString(s + hostile)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if name := v.Type().Field(i).Name; name != "ID" && name != "Language" {
				spoil(v.Field(i))
			}
		}
	case reflect.Slice:
		for i := range v.Len() {
			spoil(v.Index(i))
		}
	case reflect.Pointer:
		if !v.IsNil() {
			spoil(v.Elem())
		}
	case reflect.Interface:
		one := reflect.New(v.Elem().Type()).Elem()
		one.Set(v.Elem())
		spoil(one)
		v.Set(one)
	}
}

// spoiled is a value with hostile texts throughout.
func spoiled[T any](v T) T {
	spoil(reflect.ValueOf(&v).Elem())
	return v
}

// shape is the elements of a file and the names of their attributes, but for the
// class of a cell, for a long word gives it one, and the texts in a drawing, of
// which as many are shown as there is room for.
func shape(e *element) string {
	var b strings.Builder
	e.each(func(one *element) {
		if one.name == "text" {
			return
		}
		names := []string{}
		for name := range one.attrs {
			if cell := one.name == "td" || one.name == "th"; !cell || name != "class" {
				names = append(names, name)
			}
		}
		slices.Sort(names)
		b.WriteString(one.name + " " + strings.Join(names, " ") + "\n")
	})
	return b.String()
}

// TestHostileTextsStayTexts: they add no element and no attribute, whatever
// field they stand in, and nothing in them steers.
func TestHostileTextsStayTexts(t *testing.T) {
	for _, files := range [][2][]byte{{monitor(t, sample()), monitor(t, spoiled(sample()))}, {plan(t, samplePlan()), plan(t, spoiled(samplePlan()))}} {
		good, bad := read(t, files[0]), read(t, files[1])
		if got, want := shape(bad), shape(good); got != want {
			t.Errorf("other elements:\n%s\nnot\n%s", got, want)
		}
		if n := strings.Count(bad.text, "<script>window.ran=1;alert(1)</script>"); n < 20 {
			t.Errorf("only %d of the texts stand there", n)
		}
		if strings.ContainsAny(string(files[1]), "\u202e\u2066\x1b\x00") {
			t.Error("something steers")
		}
	}
}

// TestTheShapeIsReadable holds what a screen reader goes by.
func TestTheShapeIsReadable(t *testing.T) {
	for _, content := range [][]byte{monitor(t, sample()), plan(t, samplePlan())} {
		file := read(t, content)
		ids, level := map[string]bool{}, 0
		file.each(func(e *element) {
			if id := e.attrs["id"]; id != "" {
				if ids[id] {
					t.Errorf("two elements are called %q", id)
				}
				ids[id] = true
			}
			if len(e.name) == 2 && e.name[0] == 'h' && e.name[1] >= '1' && e.name[1] <= '6' {
				now := int(e.name[1] - '0')
				if now > level+1 {
					t.Errorf("h%d %q comes after h%d", now, words(e.text), level)
				}
				level = now
			}
			if e.name == "svg" && e.attrs["aria-hidden"] == "" {
				if e.attrs["role"] != "img" || len(e.all("title")) != 1 || len(e.all("desc")) != 1 {
					t.Errorf("a drawing without role, title or desc: %v", e.attrs)
				}
			}
			for _, name := range []string{"style", "onclick", "onload"} {
				if _, ok := e.attrs[name]; ok {
					t.Errorf("%s has %s", e.name, name)
				}
			}
		})
		for _, name := range []string{"header", "nav", "main", "h1"} {
			if n := len(file.all(name)); n != 1 {
				t.Errorf("%d × %s", n, name)
			}
		}
		file.each(func(e *element) {
			for _, to := range append(strings.Fields(e.attrs["aria-labelledby"]), strings.TrimPrefix(e.attrs["href"], "#")) {
				if to != "" && !ids[to] {
					t.Errorf("%s leads to %q, which is not there", e.name, to)
				}
			}
			if e.name == "th" && e.attrs["scope"] == "" {
				t.Errorf("a head without scope: %q", e.text)
			}
		})
	}
}

// TestTheColoursAreThoseOfTheReport: every colour of the style stands in the report's
// own list, in which a change is one for every form.
func TestTheColoursAreThoseOfTheReport(t *testing.T) {
	known := map[string]bool{}
	for _, p := range []report.Palette{report.Light, report.Dark} {
		for i, v := 0, reflect.ValueOf(p); i < v.NumField(); i++ {
			known["#"+v.Field(i).Interface().(report.Colour).Hex()] = true
		}
	}
	style := read(t, monitor(t, sample())).all("style")[0].text
	colours := regexp.MustCompile(`#[0-9A-Fa-f]{3,8}\b`).FindAllString(style, -1)
	for _, c := range colours {
		if !known[c] {
			t.Errorf("the style has a colour of its own, %s", c)
		}
	}
	if len(colours) != 17 || strings.Contains(style, "/*") {
		t.Errorf("the style has %d colours: %.200s", len(colours), style)
	}
}

// TestThePolicyIsThatOfTheStyle: a browser applies our style and nothing else.
func TestThePolicyIsThatOfTheStyle(t *testing.T) {
	file := read(t, monitor(t, spoiled(sample())))
	sum := sha256.Sum256([]byte(file.all("style")[0].text))
	want := "default-src 'none'; style-src 'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'; base-uri 'none'; form-action 'none'"
	if got := file.all("meta")[1].attrs["content"]; got != want {
		t.Errorf("policy %q, not %q", got, want)
	}
	for _, name := range []string{"script", "link", "img", "iframe", "object", "form", "base"} {
		if len(file.all(name)) > 0 {
			t.Errorf("there is a %s", name)
		}
	}
}
