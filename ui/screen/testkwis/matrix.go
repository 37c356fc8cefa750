package testkwis

import (
	"slices"
	"strconv"
	"strings"

	"kwi/internal/account"
	"kwi/internal/cells"
	"kwi/ui/kit"
	"kwi/ui/part"
	"kwi/ui/widget"
)

// matrix is who can judge what, with a heading row for every KWI that tells
// to whom it matters.
func matrix(f *kit.Frame) widget.Matrix {
	y, who, t := f.Y(), matrixColumns(f), f.Theme
	m := widget.Matrix{Title: f.T("test.title"), Under: f.T("test.sums"), Firm: true}
	for _, r := range who {
		m.Columns = append(m.Columns, widget.MatrixColumn{ID: string(r.Initials), Title: string(r.Initials)})
	}
	m.Pinned = []widget.MatrixRow{tested(f, who)}
	all, judged, nobody := 0, 0, "0! "+f.T("test.nobody")
	for _, row := range matrixRows(y) {
		if row.whole() {
			m.Rows = append(m.Rows, heading(f, y.KWI(row.kwi), who))
			continue
		}
		q := y.Question(row.q)
		r := widget.MatrixRow{ID: row.q.String(), Title: row.q.String() + " " + part.Asking(f.Words, q)}
		n := 0
		for _, p := range who {
			mark := widget.Mark{Text: t.Glyphs.Off, Style: t.Faint}
			if y.IsAssigned(p.Initials, row.q) {
				mark = widget.Mark{Text: t.Glyphs.On}
				n++
			}
			r.Marks = append(r.Marks, mark)
		}
		all++
		if n > 0 {
			judged++
			r.Sum = widget.Mark{Text: cells.Pad(strconv.Itoa(n), cells.Width(nobody)), Style: t.Faint}
		} else {
			r.Sum = widget.Mark{Text: nobody, Style: t.Warn}
		}
		m.Rows = append(m.Rows, r)
	}
	m.Corner = f.T("test.corner", judged, all)
	for _, p := range who {
		m.Sums = append(m.Sums, sumMark(f, p))
	}
	return m
}

// heading is the row of a KWI: ● who wished it, ◐ to whom it matters too.
func heading(f *kit.Frame, k *account.KWI, who []account.Respondent) widget.MatrixRow {
	r := widget.MatrixRow{ID: k.Code.String(), Title: k.Code.String() + " " + k.Title, Group: true}
	for _, p := range who {
		switch {
		case k.IsWishOf(p.Initials):
			r.Marks = append(r.Marks, widget.Mark{Text: f.Theme.Glyphs.Done, Style: f.Theme.Accent})
		case slices.Contains(k.SharedBy, p.Initials):
			r.Marks = append(r.Marks, widget.Mark{Text: f.Theme.Glyphs.Now, Style: f.Theme.Accent})
		default:
			r.Marks = append(r.Marks, widget.Mark{Text: f.Theme.Glyphs.None, Style: f.Theme.Faint})
		}
	}
	return r
}

// dayWidth is how wide the titles must still be for days to stand beside them.
const dayWidth = 60

// tested is with whom all of it was gone through, and where there is room on
// which day.
func tested(f *kit.Frame, who []account.Respondent) widget.MatrixRow {
	y, t := f.Y(), f.Theme
	r := widget.MatrixRow{Title: f.T("test.tested")}
	roomy := f.W-8*len(who)-cells.Width(f.T("test.nobody"))-7 >= dayWidth
	for _, p := range who {
		mark := widget.Mark{Text: t.Glyphs.Todo, Style: t.Warn}
		switch {
		case y.Tested[p.Initials] != "":
			mark = widget.Mark{Text: t.Glyphs.Ok, Style: t.Good}
			if day := strings.Fields(f.Words.ShortDate(y.Tested[p.Initials], f.Today)); roomy && len(day) > 2 {
				mark.Text = day[1] + " " + day[2]
			}
		case !f.Client.Awaits(y, p.Initials):
			mark = widget.Mark{Text: t.Glyphs.No, Style: t.Faint}
		}
		r.Marks = append(r.Marks, mark)
	}
	return r
}

// sumMark is how many questions a respondent is given. None is a gap, too many
// are answered worse; both carry a sign, and in hand a sentence.
func sumMark(f *kit.Frame, p account.Respondent) widget.Mark {
	n := len(f.Y().Assigned[p.Initials])
	text := strconv.Itoa(n)
	switch {
	case !f.Client.Awaits(f.Y(), p.Initials):
		return widget.Mark{Text: text + " ", Style: f.Theme.Faint}
	case n == 0, account.IsLong(n):
		return widget.Mark{Text: text + "!", Style: f.Theme.Warn}
	}
	return widget.Mark{Text: text + " "}
}
