package table

import (
	"math"
	"slices"

	"kwi/internal/account"
	"kwi/internal/portable"
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
		for i := range w.blocks {
			b := &w.blocks[i]
			if w.crossing[b] == nil && !b.acts() && !b.recommends() && (b.kwis() || b.graded()) {
				for _, r := range b.rows {
					do(b, r)
				}
			}
		}
	}
	w.readCodes()
	each(func(b *tableBlock, r Row) { // the codes that are given, before any is made
		k, q := w.codes(b, r)
		top = max(top, k)
		w.last[k] = max(w.last[k], q.Serial)
		if s := w.titleOf(b, r); k != 0 && s != "" && w.titles[text.Fold(s)] == 0 {
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
		title := w.fits(w.titleOf(b, r), x.at, portable.LineRoom)
		w.unclear(b, r, x.kwi, x.q)
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
		d = &kwiDefinition{at: x.at, words: account.KWI{Code: x.kwi}, texts: map[account.QuestionCode]string{}, targets: map[account.CycleName]account.Target{}}
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
		there := d.targets[x.cycle]
		switch {
		case !ok:
			w.odd(at, BadTarget, s)
		case there == 0:
			d.targets[x.cycle] = target // one of another cycle may differ
		case there != target:
			w.odd(at, Differs, x.kwi.String(), there.String(), target.String())
		}
	}
	if s, at := b.cell(r, Wished); s != "" && d.wished == "" {
		d.wished, d.wishedAt = s, at
	} else if s != "" && !text.Equal(s, d.wished) {
		w.odd(at, Differs, x.kwi.String(), d.wished, s)
	}
	asked := w.lines(b, r, Question)
	if _, rest, ok := codeOf(asked, false); ok {
		asked = rest
	}
	if asked != "" {
		if x.q = w.worded(d, x, asked); x.q.Serial == 0 {
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
	if kind := w.p.std.Recognise(asked); was == "" || kind == account.Own || kind != w.kindOf(x.q, was) {
		w.told(x, Question, &was, asked)
	}
	d.texts[x.q] = was
}

// kindOf is the kind of a question with those words.
func (w *planWork) kindOf(code account.QuestionCode, asked string) account.QuestionKind {
	if q := w.newestQuestion(code); q != nil {
		return q.Kind
	}
	return w.p.std.Recognise(asked)
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

// worded is the question with those words: the one whose code the row gives,
// a standard one that says the same, one with the same words, or a new one.
func (w *planWork) worded(d *kwiDefinition, x *kwiRecord, asked string) account.QuestionCode {
	kind := w.p.std.Recognise(asked)
	if x.q.Serial != 0 {
		if _, told := d.texts[x.q]; told || kind == account.Own || w.newestQuestion(x.q) != nil {
			return x.q
		}
	}
	found := w.findQuestion(d, func(q account.QuestionCode, words string) bool {
		return text.Equal(words, asked) || kind != account.Own && w.kindOf(q, words) == kind
	})
	switch k := d.words.Code; {
	case x.q.Serial != 0 && found.Serial != 0:
		_, at := x.block.cell(x.row, Question)
		w.odd(at, SameQuestion, x.q.String(), found.String())
		return found
	case x.q.Serial != 0:
		return x.q
	case found.Serial != 0:
		return found
	case w.last[k] == math.MaxUint16:
		return account.QuestionCode{}
	default:
		w.last[k]++
		return account.QuestionCode{KWI: k, Serial: w.last[k]}
	}
}

// findQuestion is the question of a KWI, in the table or of the client, for
// which same reports true; its serial is 0 where there is none.
func (w *planWork) findQuestion(d *kwiDefinition, same func(account.QuestionCode, string) bool) account.QuestionCode {
	for _, q := range d.ordered {
		if same(q, d.texts[q]) {
			return q
		}
	}
	k := d.words.Code
	for _, y := range slices.Backward(w.c.Cycles) {
		if in := y.KWI(k); in != nil {
			w.last[k] = max(w.last[k], in.LastSerial)
			for _, q := range in.Questions {
				if same(q.Code, q.Text) {
					return q.Code
				}
				w.last[k] = max(w.last[k], q.Code.Serial)
			}
		}
	}
	return account.QuestionCode{}
}
