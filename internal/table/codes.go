package table

import (
	"slices"
	"strings"

	"kwi/internal/account"
	"kwi/internal/text"
)

// codeOf is the question that a cell names: a code alone, or before the text.
func codeOf(s string, tens bool) (account.QuestionCode, string, bool) {
	first, rest, _ := strings.Cut(s, " ")
	q, ok := account.ReadQuestionCode(first, tens)
	if !ok {
		return q, s, false
	}
	return q, strings.TrimSpace(strings.TrimLeft(rest, "-–: ")), true
}

// style is how the codes of a column are written.
type style struct {
	padded bool // 1.01 stands there
	tenth  bool // 1.10 stands there
	long   bool // some have two digits behind the sign
}

// tens reports whether one digit behind the sign is the tens: 1.1 is 1.10 of
// which a spreadsheet made a number, where 1.01 stands beside it. Where 1.10
// stands too, 1.1 is the first.
func (s style) tens() bool { return s.padded && !s.tenth }

func (s *style) add(b *tableBlock) {
	for _, r := range b.rows {
		if first, q, ok := writtenCode(b, r, false); ok && !account.IsShortCode(first) {
			s.long = true
			s.padded = s.padded || q.Serial < 10
			s.tenth = s.tenth || q.Serial%10 == 0
		}
	}
}

// writtenCode is the code of a row's question as it stands there, in its own
// column or before the text.
func writtenCode(b *tableBlock, r Row, tens bool) (string, account.QuestionCode, bool) {
	for _, c := range []Column{Code, Question} {
		s, _ := b.cell(r, c)
		if q, _, ok := codeOf(s, tens); ok {
			first, _, _ := strings.Cut(s, " ")
			return first, q, true
		}
	}
	return "", account.QuestionCode{}, false
}

// readCodes reads the codes of all rows, and tells of those that could be read
// otherwise.
func (w *planWork) readCodes() {
	w.given = map[Place]account.QuestionCode{}
	var all style
	for i := range w.blocks {
		all.add(w.asRead(&w.blocks[i]))
	}
	for i := range w.blocks {
		b := w.asRead(&w.blocks[i])
		var s style
		if s.add(b); !s.padded && !s.tenth {
			s.padded, s.tenth = all.padded, all.tenth
		}
		w.readBlock(b, s)
	}
}

func (w *planWork) readBlock(b *tableBlock, s style) {
	var told, plain []string // told are those of which the other reading is likely too
	var at Place
	var above Row
	var last account.QuestionCode
	for _, r := range b.rows {
		first, q, ok := writtenCode(b, r, s.tens())
		if !ok {
			continue
		}
		if account.IsShortCode(first) {
			if next := tenBehind(last, q); s.long && !s.tens() && next.Serial != 0 && b.goesOn(above, r) {
				q = next
			}
			if _, here := b.cell(r, Code); at.Row == 0 {
				at = here
			}
			if as := first + " → " + q.String(); q.Serial > 9 && !slices.Contains(told, as) {
				told = append(told, as)
			} else if q.Serial < 10 && !slices.Contains(plain, as) {
				plain = append(plain, as)
			}
		}
		w.given[Place{r.Sheet, r.Number, 0}] = q
		above, last = r, q
	}
	if len(plain) > mostQuoted {
		plain = append(plain[:mostQuoted-1], "…", plain[len(plain)-1])
	}
	if told = append(told, plain...); len(told) > 0 {
		w.odd(at, Reread, strings.Join(told, ", "))
	}
}

// tenBehind is the tenth question behind the ninth, where 1.1 stands again: a
// spreadsheet made a number of 1.10. So is the twentieth behind 1.19.
func tenBehind(last, q account.QuestionCode) account.QuestionCode {
	if last.KWI == q.KWI && last.Serial%10 == 9 && (last.Serial+1)/10 == q.Serial {
		return account.QuestionCode{KWI: q.KWI, Serial: q.Serial * 10}
	}
	return account.QuestionCode{}
}

// goesOn reports whether a row is about the same cycle and person as the one
// above it.
func (b *tableBlock) goesOn(above, r Row) bool {
	for _, c := range []Column{CycleOf, Initials, Name} {
		was, _ := b.cell(above, c)
		if is, _ := b.cell(r, c); is != "" && is != was {
			return false
		}
	}
	return true
}

// codes are the codes that a row gives, of a KWI and of a question.
func (w *planWork) codes(b *tableBlock, r Row) (k account.KWICode, q account.QuestionCode) {
	s, _ := b.cell(r, KWI)
	k, _ = kwiOf(s)
	q = w.given[Place{r.Sheet, r.Number, 0}]
	if s, _ := b.cell(r, Code); q.Serial == 0 && k == 0 && strings.HasPrefix(text.Fold(s), "kwi") {
		k, _ = account.ReadKWICode(s)
	}
	if q.Serial != 0 && k == 0 {
		k = q.KWI
	}
	if q.KWI != k {
		q = account.QuestionCode{} // of another KWI: it is known by its words then
	}
	return k, q
}

// kwiOf is the KWI that a cell names: a code alone, or before a colon or the
// title.
func kwiOf(s string) (account.KWICode, string) {
	if k, ok := account.ReadKWICode(s); ok {
		return k, ""
	}
	for _, sign := range []string{":", " "} {
		first, rest, cut := strings.Cut(s, sign)
		k, ok := account.ReadKWICode(first)
		if cut && ok && (sign == ":" || strings.HasPrefix(text.Fold(first), "kwi")) {
			return k, strings.TrimSpace(strings.TrimLeft(rest, "-–: "))
		}
	}
	return 0, s
}

// titleOf is the title that a row gives its KWI, in a column of its own or
// with the code.
func (w *planWork) titleOf(b *tableBlock, r Row) string {
	if s, _ := b.cell(r, Title); s != "" {
		return s
	}
	s, _ := b.cell(r, KWI)
	_, title := kwiOf(s)
	return title
}

// unclear tells of what stands for a code in a row and is none.
func (w *planWork) unclear(b *tableBlock, r Row, k account.KWICode, q account.QuestionCode) {
	if s, at := b.cell(r, KWI); s != "" {
		title, _ := b.cell(r, Title)
		if _, rest := kwiOf(s); rest != "" && title != "" && rest != title {
			w.odd(at, BadValue, rest)
		}
	}
	s, at := b.cell(r, Code)
	given := w.given[Place{r.Sheet, r.Number, 0}]
	switch {
	case given.Serial != 0 && q.Serial == 0:
		w.odd(at, Elsewhere, given.String(), k.String())
	case s == "":
	case given.Serial == 0:
		if _, ok := account.ReadKWICode(s); !ok || !strings.HasPrefix(text.Fold(s), "kwi") {
			w.odd(at, BadCode, s)
		}
	default:
		if _, rest, ok := codeOf(s, false); ok && rest != "" {
			w.odd(at, BadValue, rest)
		} else if !ok {
			w.odd(at, BadCode, s)
		}
	}
}
