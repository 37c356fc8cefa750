package xlsx

import (
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"
)

const paperA4 = 9

// setup is how a sheet looks at first and how it prints: on A4, as wide as
// one page, with its head on every page.
func (b *monitorBook) setup(s *sheetLayout) error {
	no, yes, one, high := false, true, 1, 0
	if s.part.ID == summary {
		high = 1 // the page that says the essential is one page
	}
	size, way := paperA4, "portrait"
	if s.lies {
		way = "landscape"
	}
	side, ends, foot := 0.5, 0.5, 0.25
	if err := b.rise(s); err != nil {
		return err
	}
	for _, err := range []error{
		b.SetSheetView(s.name, 0, &excelize.ViewOptions{ShowGridLines: &no}),
		b.SetSheetProps(s.name, &excelize.SheetPropsOptions{FitToPage: &yes}),
		b.SetPageLayout(s.name, &excelize.PageLayoutOptions{Size: &size, Orientation: &way, FitToWidth: &one, FitToHeight: &high}),
		b.SetPageMargins(s.name, &excelize.PageLayoutMarginsOptions{Left: &side, Right: &side, Top: &ends, Bottom: &ends, Header: &foot, Footer: &foot, Horizontally: &yes}),
		b.SetHeaderFooter(s.name, &excelize.HeaderFooterOptions{OddFooter: b.footer()}),
		b.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Area", Scope: s.name,
			RefersTo: s.quoted() + "$A$1:" + absolute(len(s.widths), s.row)}),
	} {
		if err != nil {
			return err
		}
	}
	return b.keep(s)
}

// keep holds the head of a sheet in sight, on the screen and on every page.
func (b *monitorBook) keep(s *sheetLayout) error {
	n := s.repeated()
	if n == 0 {
		return nil
	}
	if err := b.SetPanes(s.name, &excelize.Panes{Freeze: true, YSplit: max(n, s.frozen), TopLeftCell: cellName(1, max(n, s.frozen)+1), ActivePane: "bottomLeft"}); err != nil {
		return err
	}
	return b.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Titles", Scope: s.name, RefersTo: s.quoted() + "$1:$" + strconv.Itoa(n)})
}

// footer says whose page this is and for whom. An ampersand would begin a
// code, and there is room for 255 characters.
func (b *monitorBook) footer() string {
	clean := func(s string, most int) string {
		r := []rune(strings.Join(strings.Fields(s), " "))
		if len(r) > most {
			r = append(r[:most-1], '…')
		}
		return strings.ReplaceAll(string(r), "&", "&&")
	}
	about := clean(strings.Join(filledTexts(b.d.Client, b.d.Cycle), " · "), 38)
	return `&L&8` + " " + about + `&C&8` + " " + clean(b.d.For, 38) + `&R&8` + " &P / &N"
}
