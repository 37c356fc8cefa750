package html

import (
	"strconv"

	"kwi/internal/account"
	"kwi/internal/lang"
	"kwi/internal/report"
)

// section is a part, or what stands under a heading within one.
type section struct {
	ID, Title string
	KWI       bool // all that is told of one
	Short     bool // a part of which all can stand below another
	Blocks    []block
	Sections  []section
}

// block is one of its fields; all others are empty.
type block struct {
	Headline *headlineView
	Text     *textView
	Table    *tableView
	Bars     *barsView
	Lines    *linesView
}

// headlineView is the one figure of a document; no change is "".
type headlineView struct{ Label, Figure, Change, About string }

// textView is a paragraph.
type textView struct {
	Text               string
	Quote, Quiet, Lead bool
}

// short is how many rows and paragraphs a part has at most that begins no page
// of its own.
const short = 12

// partView is a part with a section for each of its headings. That of a KWI
// ends with its figures.
func partView(w *lang.Words, part report.Part, figures kwiFigures) section {
	s, code := section{ID: part.ID, Title: clean(part.Title)}, account.KWICode(0)
	in := &s
	for i, x := range part.Blocks {
		if h, ok := x.(report.Heading); ok {
			in.Blocks = append(in.Blocks, figures.of(w, code, in.ID)...)
			if code = 0; part.ID == kwiPart {
				code = h.KWI
			}
			s.Sections = append(s.Sections, section{ID: part.ID + "-" + strconv.Itoa(len(s.Sections)+1), Title: clean(h.Text), KWI: code != 0})
			in = &s.Sections[len(s.Sections)-1]
			continue
		}
		if b, ok := blockView(w, x, place{in.ID, part.ID + "-block-" + strconv.Itoa(i+1)}); ok {
			in.Blocks = append(in.Blocks, b)
		}
	}
	in.Blocks = append(in.Blocks, figures.of(w, code, in.ID)...)
	s.Short = len(s.Sections) == 0 && s.rows() <= short
	return s
}

// rows is about how many rows and paragraphs stand in a section itself.
func (s section) rows() (n int) {
	for _, b := range s.Blocks {
		switch {
		case b.Text != nil:
			n++
		case b.Table != nil:
			for _, group := range b.Table.Groups {
				n += len(group)
			}
		default:
			n += short
		}
	}
	return n
}

// place is where a block stands: under which heading, and the name that it has
// itself. Both are names of elements.
type place struct{ under, id string }

// blockView is a block, false where it says nothing.
func blockView(w *lang.Words, x report.Block, at place) (b block, ok bool) {
	switch x := x.(type) {
	case report.Headline:
		b.Headline = &headlineView{clean(x.Label), clean(x.Figure.Text), "", clean(x.About)}
		if !x.Change.Missing {
			b.Headline.Change = clean(x.Change.Text)
		}
	case report.Text:
		if s := clean(x.Text); s != "" {
			b.Text = &textView{s, x.Quote, x.Quiet, x.Lead}
		}
	case report.Table:
		if len(x.Columns) > 0 {
			b.Table = newTableView(x, at)
		}
	case report.Bars:
		if len(x.Bars) > 0 {
			b.Bars = newBarsView(w, x, at)
		}
	case report.Lines:
		if len(x.Lines) > 0 {
			b.Lines = newLinesView(w, x, at)
		}
	}
	return b, b != block{}
}
