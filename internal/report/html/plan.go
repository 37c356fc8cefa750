package html

import (
	"io"
	"strconv"

	"kwi/internal/lang"
	"kwi/internal/report"
)

// Plan writes the A3 plan: on a wide screen and on paper its nine blocks as
// they hang on the wall, on a phone below each other. On paper they are as large as
// one sheet allows.
func Plan(w io.Writer, p report.PlanPage) error {
	words := lang.For(p.Language)
	v := newPageView(words, wallKind(p), p.Title, p.Client, "")
	v.Facts, v.Marked, v.Closing = said(p.Supplier, p.MadeBy, p.Source), clean(p.Internal), clean(p.Lacking)
	v.Plan = &planView{}
	for _, b := range p.Blocks {
		one := newPlanBlockView(b)
		v.Plan.Blocks = append(v.Plan.Blocks, one)
		v.Sections = append(v.Sections, section{ID: one.ID, Title: one.Title})
	}
	return write(w, v)
}

// planView is the nine blocks.
type planView struct{ Blocks []planBlockView }

// planBlockView is a block. Asks is what stands where nothing else does.
type planBlockView struct {
	ID, Title, Aside, Asks string
	Items                  []planItem
	Figures                *planFiguresView
}

// planItem is a line of a block, with its entries.
type planItem struct {
	Code, Text, Note string
	Entries          []planItem
}

func newPlanBlockView(b report.PlanBlock) planBlockView {
	v := planBlockView{ID: "block-" + strconv.Itoa(b.Number), Title: clean(b.Title), Aside: clean(b.Aside())}
	if b.Figures != nil {
		v.Figures = newPlanFiguresView(b.Figures, v.ID)
		return v
	}
	v.Title = strconv.Itoa(b.Number) + " " + v.Title
	if len(b.Lines) == 0 {
		if v.Asks = clean(b.Why); v.Asks == "" {
			v.Asks = clean(b.Question)
		}
	}
	for _, l := range b.Lines {
		item := planItem{Code: clean(l.Code), Text: clean(l.Text), Note: clean(l.Note)}
		if last := len(v.Items) - 1; l.Entry && last >= 0 {
			v.Items[last].Entries = append(v.Items[last].Entries, item)
		} else {
			v.Items = append(v.Items, item)
		}
	}
	return v
}

// planFiguresView is the table of figures and what must be said about it.
type planFiguresView struct {
	Under string
	Heads []string
	Rows  []planFigureView
	Notes []string
}

// planFigureView is a quantity. Reached is how much of a drawing is filled, a
// thousand at most; -1 is no drawing.
type planFigureView struct {
	Name    string
	Figures []string
	Reached int
}

func newPlanFiguresView(f *report.PlanFigures, under string) *planFiguresView {
	v := &planFiguresView{Under: under, Heads: []string{clean(f.LastYear), clean(f.Wanted), clean(f.SoFar), clean(f.Difference)}, Notes: said(f.Notes...)}
	for _, r := range f.Rows {
		v.Rows = append(v.Rows, planFigureView{clean(r.Name), []string{clean(r.LastYear.Text), clean(r.Wanted.Text), clean(r.SoFar.Text), clean(r.Difference)}, r.Reached})
	}
	return v
}
