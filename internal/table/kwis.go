package table

import (
	"math"
	"slices"
	"strings"

	"kwi/internal/account"
	"kwi/internal/text"
)

// read takes what the rows tell of KWIs and questions, and gives a code to
// what has none.
func (w *planWork) read() {
	top := w.c.LastKWI
	for i := range w.c.Cycles {
		for _, k := range w.c.Cycles[i].KWIs {
			top = max(top, k.Code)
		}
	}
	each := func(do func(b *tableBlock, r Row)) {
		for i := range w.p.table.blocks {
			b := &w.p.table.blocks[i]
			if b.kwis() || b.graded() {
				for _, r := range b.rows {
					do(b, r)
				}
			}
		}
	}
	each(func(b *tableBlock, r Row) { // the codes that are given, before any is made
		k, q := w.codes(b, r)
		top = max(top, k)
		w.last[k] = max(w.last[k], q.Serial)
		if s, _ := b.cell(r, Title); k != 0 && s != "" && w.titles[text.Fold(s)] == 0 {
			w.titles[text.Fold(s)] = k
		}
	})
	var above kwiRecord
	each(func(b *tableBlock, r Row) {
		if above.block != b {
			above = kwiRecord{block: b}
		}
		x := kwiRecord{at: Place{r.Sheet, r.Number, 1}, block: b, row: r, cycle: above.cycle}
		if s, at := b.cell(r, CycleOf); s != "" {
			name, ok := cycleName(s)
			if !ok {
				w.odd(at, BadCycle, s)
				return
			}
			x.cycle = name
		}
		x.kwi, x.q = w.codes(b, r)
		title := w.line(b, r, Title)
		if s, _ := b.cell(r, KWI); title == "" && x.kwi == 0 {
			title = w.fits(s, x.at, 500)
		}
		if x.kwi == 0 && title != "" {
			if x.kwi = w.called(title); x.kwi == 0 {
				if top == math.MaxUint16 {
					w.odd(x.at, Exhausted)
					return
				}
				top++
				x.kwi = top
			}
		}
		if title != "" && w.titles[text.Fold(title)] == 0 {
			w.titles[text.Fold(title)] = x.kwi
		}
		if x.kwi == 0 {
			x.kwi = above.kwi
		}
		if x.kwi == 0 {
			if b.any(KWI, Title, Code, Question) {
				w.odd(x.at, NoKWI)
			}
			return
		}
		above = x
		w.define(&x, title)
		w.recs = append(w.recs, x)
	})
}

// codes are the codes that a row gives, of a KWI and of a question.
func (w *planWork) codes(b *tableBlock, r Row) (k account.KWICode, q account.QuestionCode) {
	if s, _ := b.cell(r, KWI); s != "" {
		first, _, _ := strings.Cut(s, ":")
		k, _ = account.ReadKWICode(strings.TrimSpace(first))
	}
	for _, c := range []Column{Code, Question} {
		s, _ := b.cell(r, c)
		if found, _, ok := codeOf(s, w.tens); ok && q.Serial == 0 {
			q = found
		} else if found, ok := account.ReadKWICode(s); ok && k == 0 && c == Code && strings.HasPrefix(text.Fold(s), "kwi") {
			k = found
		}
	}
	if q.Serial != 0 && k == 0 {
		k = q.KWI
	}
	if q.KWI != k {
		q = account.QuestionCode{} // of another KWI: it is known by its words then
	}
	return k, q
}

// called is the KWI of that title, in the table or of the client.
func (w *planWork) called(title string) account.KWICode {
	if k := w.titles[text.Fold(title)]; k != 0 {
		return k
	}
	for _, y := range slices.Backward(w.c.Cycles) {
		for _, k := range y.KWIs {
			if text.Equal(k.Title, title) {
				return k.Code
			}
		}
	}
	return 0
}

// define notes what a row tells of its KWI and question. What was told first
// stands, and what the client has stands before that.
func (w *planWork) define(x *kwiRecord, title string) {
	d := w.defs[x.kwi]
	if d == nil {
		d = &kwiDefinition{at: x.at, words: account.KWI{Code: x.kwi}, texts: map[account.QuestionCode]string{}}
		w.defs[x.kwi] = d
		if k := w.newest(x.kwi); k != nil {
			d.words.Title, d.words.Expectation = k.Title, k.Expectation
		}
	}
	b, r := x.block, x.row
	w.told(x, Title, &d.words.Title, title)
	w.told(x, Expectation, &d.words.Expectation, w.lines(b, r, Expectation))
	if s, at := b.cell(r, Target); s != "" {
		target, ok := account.ParseTarget(s)
		switch {
		case !ok:
			w.odd(at, BadTarget, s)
		case d.words.Target == 0:
			d.words.Target = target // one of another cycle may differ
		}
	}
	if s, at := b.cell(r, Wished); s != "" && d.wished == "" {
		d.wished, d.wishedAt = s, at
	}
	text := w.lines(b, r, Question)
	if _, rest, ok := codeOf(text, w.tens); ok {
		text = rest
	}
	if x.q.Serial == 0 && text != "" {
		x.q = w.worded(d, text)
		if x.q.Serial == 0 {
			w.odd(x.at, Exhausted)
		}
	}
	if x.q.Serial == 0 {
		return
	}
	if _, there := d.texts[x.q]; !there {
		d.ordered = append(d.ordered, x.q)
		d.texts[x.q] = ""
		if q := w.newestQuestion(x.q); q != nil {
			d.texts[x.q] = q.Text
		}
	}
	was := d.texts[x.q]
	w.told(x, Question, &was, text)
	d.texts[x.q] = was
}

// told keeps what the table tells where nothing was told yet.
func (w *planWork) told(x *kwiRecord, c Column, there *string, came string) {
	switch {
	case came == "" || text.Equal(*there, came):
	case *there == "":
		*there = came
	default:
		what := x.kwi.String()
		if c == Question {
			what = x.q.String()
		}
		_, at := x.block.cell(x.row, c)
		w.odd(at, Differs, what, *there, came)
	}
}

// worded is the question with that text, or a new one.
func (w *planWork) worded(d *kwiDefinition, asked string) account.QuestionCode {
	for _, q := range d.ordered {
		if text.Equal(d.texts[q], asked) {
			return q
		}
	}
	k := d.words.Code
	for _, y := range slices.Backward(w.c.Cycles) {
		if in := y.KWI(k); in != nil {
			w.last[k] = max(w.last[k], in.LastSerial)
			for _, q := range in.Questions {
				if text.Equal(q.Text, asked) {
					return q.Code
				}
				w.last[k] = max(w.last[k], q.Code.Serial)
			}
		}
	}
	if w.last[k] == math.MaxUint16 {
		return account.QuestionCode{}
	}
	w.last[k]++
	return account.QuestionCode{KWI: k, Serial: w.last[k]}
}
