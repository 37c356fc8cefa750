package table

import (
	"slices"
	"strings"

	"kwi/internal/account"
	"kwi/internal/fault"
	"kwi/internal/text"
)

// Crossed is what the ticks of a matrix change for one respondent in the running
// cycle: which questions they judge from then on, and which no more.
type Crossed struct {
	Who         account.Initials
	Gets, Loses []account.QuestionCode
}

// tickedCell is a question of a respondent.
type tickedCell struct {
	who account.Initials
	q   account.QuestionCode
}

// matrices tells which blocks are read as a matrix: those in which nothing else
// can be read, and those of which a column is somebody's.
func (w *planWork) matrices() {
	w.crossing = map[*tableBlock][]int{}
	for i := range w.blocks {
		b := &w.blocks[i]
		if b.matrix == nil {
			continue
		}
		columns, known := slices.Clone(b.matrix.ticks), b.matrix.alone || len(b.wide) > 0
		for _, column := range columns {
			known = known || len(w.meantBy(cellText(b.head, column))) > 0
		}
		for _, column := range b.matrix.maybe {
			if len(w.meantBy(cellText(b.head, column))) > 0 {
				columns = append(columns, column)
			}
		}
		if slices.Sort(columns); known {
			w.crossing[b] = columns
		}
	}
}

// reads reports whether a column is read as a part of a matrix.
func (w *planWork) reads(b *tableBlock, column int) bool {
	return w.crossing[b] != nil && (b.matrix.asks(column) || slices.Contains(w.crossing[b], column))
}

// asRead is a block with the columns by which its questions are known.
func (w *planWork) asRead(b *tableBlock) *tableBlock {
	if w.crossing[b] == nil {
		return b
	}
	m := *b
	m.at = b.matrix.at
	return &m
}

// meantBy are the respondents whom the head of a column means: by their initials,
// their name, or the initials in brackets behind it.
func (w *planWork) meantBy(head string) (who []account.Initials) {
	if before, rest, ok := strings.Cut(head, "("); ok {
		if r := w.known(bareInitials(strings.TrimRight(rest, ") "))); r != nil {
			return []account.Initials{r.Initials}
		}
		head = text.Line(before)
	}
	if r := w.known(bareInitials(head)); r != nil {
		return []account.Initials{r.Initials}
	}
	for i := range w.c.Respondents {
		if r := &w.c.Respondents[i]; head != "" && account.SameName(*r, account.Respondent{Name: head}) {
			who = append(who, r.Initials)
		}
	}
	return who
}

// cross puts the ticks of all matrices into the running cycle: what stands in a
// row and a column that are recognised holds, and all else stays as it is.
func (w *planWork) cross() {
	y := w.c.Cycle(w.p.Running)
	set := map[tickedCell]bool{}
	for i := range w.blocks {
		b := &w.blocks[i]
		switch {
		case w.crossing[b] == nil:
		case y == nil || w.p.Running == "":
			w.odd(Place{b.head.Sheet, b.head.Number, 1}, NoMatrix)
		default:
			w.crossBlock(y, b, set)
		}
	}
	slices.SortFunc(w.p.Crossed, func(a, b Crossed) int { return strings.Compare(string(a.Who), string(b.Who)) })
}

func (w *planWork) crossBlock(y *account.Cycle, b *tableBlock, set map[tickedCell]bool) {
	who := w.matrixColumns(y, b)
	var context account.KWICode
	for _, r := range b.rows {
		if w.repeats(b, r) {
			continue
		}
		q, kwi, ok := w.questionOf(y, b, r, context)
		if context = kwi; !ok {
			continue
		}
		w.p.Known++
		for _, column := range w.crossing[b] {
			if who[column] != "" {
				w.tick(y, tickedCell{who[column], q}, cellText(r, column), Place{r.Sheet, r.Number, column + 1}, set)
			}
		}
	}
}

// repeats reports whether a row has the heads once more.
func (w *planWork) repeats(b *tableBlock, r Row) bool {
	for _, column := range w.crossing[b] {
		if cellText(r, column) != cellText(b.head, column) {
			return false
		}
	}
	return true
}

// matrixColumns are the respondents by their columns. Of who cannot be asked, and
// of a column that nobody has, or more than one, nothing is taken.
func (w *planWork) matrixColumns(y *account.Cycle, b *tableBlock) map[int]account.Initials {
	all, seen := map[int]account.Initials{}, map[account.Initials]bool{}
	for _, column := range w.crossing[b] {
		head, at := cellText(b.head, column), Place{b.head.Sheet, b.head.Number, column + 1}
		who := w.meantBy(head)
		switch {
		case len(who) == 0:
			w.odd(at, NobodyHere, head)
		case len(who) > 1:
			w.odd(at, Namesakes, head)
		case !w.c.Awaits(y, who[0]):
			w.odd(at, NotAwaited, string(who[0]), string(y.Name))
		case seen[who[0]]:
			w.odd(at, Doubled, string(who[0]))
		default:
			all[column], seen[who[0]] = who[0], true
		}
	}
	return all
}

// tick reads one cell and gives or takes the question. What hangs on an answer is
// noted, to be asked about; see Apply.
func (w *planWork) tick(y *account.Cycle, c tickedCell, cell string, at Place, set map[tickedCell]bool) {
	yes, ok := w.ticks.read(cell)
	if !ok {
		w.odd(at, BadTick, cell)
		return
	}
	if was, twice := set[c]; twice {
		if was != yes {
			w.odd(at, TickedTwice, string(c.who), c.q.String())
		}
		return
	}
	set[c] = yes
	if y.IsAssigned(c.who, c.q) == yes {
		w.p.Ticked++
		return
	}
	err := w.c.Assign(y.Name, c.who, c.q, yes)
	switch {
	case fault.Has(err, fault.KeepsAnswers):
		w.p.aside = append(w.p.aside, c)
	case fault.Has(err, fault.Ended):
		w.odd(at, EndedHere, c.q.String())
		return
	case err != nil:
		w.odd(at, Crowded, string(y.Name), string(c.who))
		return
	}
	i := slices.IndexFunc(w.p.Crossed, func(x Crossed) bool { return x.Who == c.who })
	if i < 0 {
		i = len(w.p.Crossed)
		w.p.Crossed = append(w.p.Crossed, Crossed{Who: c.who})
	}
	if x := &w.p.Crossed[i]; yes {
		x.Gets = append(x.Gets, c.q)
	} else {
		x.Loses = append(x.Loses, c.q)
	}
}

// questionOf is the question of a row, by its code or its words, and the KWI that the
// rows below it are about; false where it names none, which is told.
func (w *planWork) questionOf(y *account.Cycle, b *tableBlock, r Row, context account.KWICode) (q account.QuestionCode, kwi account.KWICode, ok bool) {
	m := w.asRead(b)
	words, at := m.cell(r, Question)
	if code, is := m.cell(r, Code); is.Column > 1 && words == "" && code != "" {
		words, at = code, is
	}
	if k := kwiHere(y, m, r); k != 0 {
		context = k
	}
	given := w.given[Place{r.Sheet, r.Number, 0}]
	_, rest, coded := codeOf(words, false)
	if coded {
		words = rest
	}
	if given.Serial != 0 {
		said := w.saying(y, 0, words)
		switch {
		case y.Question(given) == nil:
			w.odd(at, NotAsked, given.String(), string(y.Name))
			return q, given.KWI, false
		case len(said) > 0 && !slices.Contains(said, given):
			w.odd(at, OtherWords, given.String(), said[0].String())
			return q, given.KWI, false
		}
		return given, given.KWI, true
	}
	found := w.saying(y, context, words)
	switch {
	case len(found) == 1:
		return found[0], found[0].KWI, true
	case len(found) > 1:
		w.odd(at, Several, words)
	case words == "" && w.anyTick(b, r):
		w.odd(at, Unasked)
	case words != "":
		k := titled(y, words)
		if k == 0 {
			k, _ = kwiOf(words)
		}
		if y.KWI(k) == nil {
			w.odd(at, NotAsked, words, string(y.Name))
			return q, context, false
		}
		if context = k; w.anyTick(b, r) {
			w.odd(at, OfKWI, words)
		}
	}
	return q, context, false
}

// kwiHere is the KWI that a row names in a column of its own.
func kwiHere(y *account.Cycle, b *tableBlock, r Row) account.KWICode {
	for _, c := range []Column{KWI, Title, Code} {
		s, _ := b.cell(r, c)
		if k, _ := kwiOf(s); k != 0 && (c != Code || strings.HasPrefix(text.Fold(s), "kwi")) {
			return k
		}
		if k := titled(y, s); k != 0 && c != Code {
			return k
		}
	}
	return 0
}

// titled is the KWI of that title in a cycle.
func titled(y *account.Cycle, title string) account.KWICode {
	for _, k := range y.KWIs {
		if title != "" && text.Equal(k.Title, title) {
			return k.Code
		}
	}
	return 0
}

// saying are the questions of a KWI, or with 0 of all, that say these words; a
// standard one in whatever words it is said.
func (w *planWork) saying(y *account.Cycle, kwi account.KWICode, words string) (out []account.QuestionCode) {
	kind := w.p.std.Recognise(words)
	for _, k := range y.KWIs {
		if words == "" || kwi != 0 && k.Code != kwi {
			continue
		}
		for _, q := range k.InOrder() {
			if text.Equal(q.Text, words) || kind != account.Own && q.Kind == kind {
				out = append(out, q.Code)
			}
		}
	}
	return out
}

// anyTick reports whether anything is said in the columns of a row.
func (w *planWork) anyTick(b *tableBlock, r Row) bool {
	return slices.ContainsFunc(w.crossing[b], func(column int) bool {
		yes, ok := w.ticks.read(cellText(r, column))
		return yes || !ok
	})
}
