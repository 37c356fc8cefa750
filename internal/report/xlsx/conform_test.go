package xlsx_test

import (
	"regexp"
	"strconv"
	"strings"
	"testing"

	"kwi/internal/foreigntest"
	"kwi/internal/report"
	"kwi/internal/workbooktest"
)

// Every part is as ECMA-376 has it, for whoever a monitor is and whatever the
// names in it.
func TestAMonitorIsToTheLetter(t *testing.T) {
	for _, m := range measured {
		c := client(t, m.id)
		for _, a := range []report.Audience{report.ForClient, report.Internal} {
			workbooktest.Conforms(t, written(t, document(&c, m.cycle, a)), string(today))
		}
	}
	c := filled(`<b>&amp;</b> "true" ]]>`)
	workbooktest.Conforms(t, written(t, document(&c, "", report.Internal)), string(today))
}

func TestExcelJSReadsAMonitor(t *testing.T) {
	c := client(t, "newmedia")
	got := foreigntest.ExcelJS(t, written(t, document(&c, "2026H1", report.ForClient)),
		`return [book.lastModifiedBy, book.created.toISOString().slice(0, 10), book.worksheets.length].join("|")`)
	if want := "BESTSELLER B.V.|" + string(today) + "|8"; strings.TrimSpace(got) != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

// Gnumeric, given no values of ours, comes to the same.
func TestGnumericComputesTheSame(t *testing.T) {
	for _, m := range measured {
		c := client(t, m.id)
		b := written(t, document(&c, m.cycle, report.ForClient))
		theirs := opened(t, foreigntest.Gnumeric(t, forgetful(t, b)))
		for at, want := range computed(t, opened(t, b)) {
			got, err := theirs.GetCellValue(at[0], at[1])
			got = strings.TrimPrefix(strings.ReplaceAll(got, "−", "-"), "+")
			if want = strings.ReplaceAll(want, "−", "-"); err != nil || !alike(got, want) {
				t.Errorf("%s %v: Gnumeric has %q, %v; ours is %q", m.id, at, got, err, want)
			}
		}
	}
}

// A chart carries the figures that it draws, and tells them to who cannot see
// it: each has its cells, and each cell its figure.
func TestChartsCarryAndTellTheirFigures(t *testing.T) {
	c := client(t, "newmedia")
	all := parts(t, written(t, document(&c, "2026H1", report.ForClient)))
	cache := regexp.MustCompile(`<(?:num|str)Ref><f>([^<]*)</f><(?:num|str)Cache>(?:<formatCode>General</formatCode>)?<ptCount val="(\d+)"></ptCount>((?:<pt idx="\d+"><v>[^<]+</v></pt>)*)<`)
	told := regexp.MustCompile(`descr="([^"]*)"`)
	charts, figures, told7 := 0, 0, 0
	for name, text := range all {
		switch {
		case strings.HasPrefix(name, "xl/charts/chart"):
			charts++
			refs := strings.Count(text, "Ref><f>")
			found := cache.FindAllStringSubmatch(text, -1)
			if len(found) != refs || strings.Contains(text, "<formatCode></formatCode>") {
				t.Errorf("%s: %d of %d references have what stands there", name, len(found), refs)
			}
			for _, m := range found {
				n, _ := strconv.Atoi(m[2])
				figures += strings.Count(m[3], "<pt ")
				if n == 0 || strings.Count(m[3], "<pt ") > n {
					t.Errorf("%s: %s has %s", name, m[1], m[3])
				}
			}
		case strings.HasPrefix(name, "xl/drawings/drawing"):
			if n := strings.Count(text, "<xdr:oneCellAnchor>"); n == 0 || n != strings.Count(text, `<xdr:ext cx="`) || strings.Contains(text, "twoCellAnchor") {
				t.Errorf("%s: %s", name, text)
			}
			for _, m := range told.FindAllStringSubmatch(text, -1) {
				if regexp.MustCompile(`\d,\d\d`).MatchString(m[1]) && !strings.Contains(m[1], "Doel ;") {
					told7++
				} else {
					t.Errorf("%s tells %q", name, m[1])
				}
			}
		}
	}
	if charts != 8 || told7 != charts || figures < 100 {
		t.Errorf("%d charts carry %d figures, and %d tell theirs", charts, figures, told7)
	}
}

// The bars of score, average and target are dark, light and an edge alone, as
// on paper.
func TestBarsDifferInGrey(t *testing.T) {
	c := client(t, "newmedia")
	bars := 0
	for name, text := range parts(t, written(t, document(&c, "2026H1", report.ForClient))) {
		if !strings.HasPrefix(name, "xl/charts/chart") || !strings.Contains(text, "<barChart>") {
			continue
		}
		bars++
		for _, want := range []string{
			`<a:srgbClr val="` + report.Accent.Hex() + `"></a:srgbClr></a:solidFill></spPr><invertIfNegative`,
			`<a:srgbClr val="` + report.Soft.Hex() + `"></a:srgbClr></a:solidFill></spPr><invertIfNegative`,
			`<a:srgbClr val="FFFFFF"></a:srgbClr></a:solidFill><a:ln w="12700"><a:solidFill><a:srgbClr val="` + report.Ink.Hex() + `">`,
		} {
			if !strings.Contains(text, want) {
				t.Errorf("%s lacks %s", name, want)
			}
		}
	}
	if bars != 2 {
		t.Errorf("%d charts with bars", bars)
	}
}
