package questionnaire

import (
	"strings"
	"sync"

	"kwi/internal/account"
	"kwi/internal/guide"
	"kwi/internal/lang"
	"kwi/internal/text"
)

// extentOf are the lines below a place that belong to it: up to the next one
// where that follows it in the list, for then all between them is theirs, and
// else up to the first empty line. What ends a KWI ends them, and the words of
// the next question are none of them.
func extentOf(lines []string, p, next answerPlace) []string {
	from, to := p.at+1, next.at
	follows := next.rest != "" || next.before != "" || next.at < len(lines)
	follows = follows && compare3(p.order(), next.order()) < 0
	for i := from; i < to; i++ {
		if patterns().ends.MatchString(lines[i]) || !follows && strings.TrimSpace(lines[i]) == "" {
			to = i
		}
	}
	if follows && to == next.at && next.key != "" && !ownWords(next.key) {
		to = wordsBegin(lines[from:to], next.key) + from
	}
	return lines[from:to]
}

// HoldsLists reports whether a text names more than one list.
func HoldsLists(s string) bool {
	var r Return
	if refs := FindReferences(s); len(refs) > 0 {
		r.Under(refs)
	}
	return r.No != nil
}

// HoldsLoosePlaces reports whether a text has places to answer and names no
// list to which they belong.
func HoldsLoosePlaces(s string) bool {
	if _, ok := FindReference(s); ok {
		return false
	}
	for l := range strings.SplitSeq(s, "\n") {
		if l = unquoted(l); patterns().coded.MatchString(l) || patterns().keyed.MatchString(l) {
			return true
		}
	}
	return false
}

// HoldsAnswers reports whether something seems to be answered in a text, whoever's
// list it is.
func HoldsAnswers(s string) bool {
	s, _ = Clean(s)
	lines := linesIn(s)
	var r Return
	places := findPlaces(lines)
	for i, p := range places {
		next := answerPlace{at: len(lines)}
		if i+1 < len(places) {
			next = places[i+1]
		}
		if r.take(p, extentOf(lines, p, next)) {
			return true
		}
	}
	return false
}

// HoldsStrays reports whether a text has grades and names no list to which
// they belong.
func HoldsStrays(s string) bool {
	if _, ok := FindReference(s); ok {
		return false
	}
	for l := range strings.SplitSeq(s, "\n") {
		l = unquoted(l)
		m := patterns().coded.FindString(l)
		if inside := strings.FieldsFunc(l[len(m):], func(r rune) bool { return r == ']' || r == '］' }); m != "" && len(inside) > 0 && isGrade(inside[0]) {
			return true
		}
	}
	return false
}

func compare3(a, b [3]int) int {
	for i := range a {
		if a[i] != b[i] {
			return a[i] - b[i]
		}
	}
	return 0
}

// ownWords reports whether the words of a question stand on the line of its
// place; those that are answered at length stand above it.
func ownWords(k Key) bool { return k == MayRead || k == Score || k == Named }

// wordings are the words of the questions that are not graded, in every
// language; a blank in them is the supplier's name.
var wordings = sync.OnceValue(func() map[Key][][]string {
	of := map[Key]guide.Message{Remark: guide.ListRemarks, MayRead: guide.ListMayRead, Score: guide.NPSQuestion, Why: guide.NPSWhy,
		Pleased: guide.NPSPleased, Missed: guide.NPSMissed, Named: guide.ListMayName}
	all := map[Key][][]string{}
	for key, message := range of {
		for _, w := range lang.All() {
			for _, a := range []account.Approach{account.Extended, account.Simple} {
				all[key] = append(all[key], strings.Split(guide.For(w.Tag()).MessageIn(a, message, supplierBlank), supplierBlank))
			}
		}
	}
	return all
})

// supplierBlank stands for the supplier's name.
const supplierBlank = "\x00"

// mostAbove is over how many lines a mail program may have spread a question.
const mostAbove = 8

// wordsBegin is where the words of a question begin that stand at the end of some
// lines: their number where they do not.
func wordsBegin(lines []string, k Key) int {
	var words string
	n := 0
	for i := len(lines) - 1; i >= 0 && n < mostAbove; i-- {
		if strings.TrimSpace(lines[i]) == "" {
			continue
		}
		words = lines[i] + " " + words
		n++
		for _, known := range wordings()[k] {
			if text.Equal(words, strings.Join(known, "")) {
				return i
			}
		}
	}
	return len(lines)
}

// cutWords takes the words of a question out of a text in which somebody may have
// written before and behind them. Each wording is its parts, with anything
// between them.
func cutWords(s string, wordings ...[]string) (before, after string, ok bool) {
	there := strings.Fields(s)
	folded := make([]string, len(there))
	for i, w := range there {
		folded[i] = text.Fold(w)
	}
	for _, parts := range wordings {
		from, to, head, tail := 0, 0, "", ""
		ok = true
		for n, part := range parts {
			i, h, t := search(folded[to:], strings.Fields(text.Fold(part)))
			if ok = i >= 0; !ok {
				break
			}
			if n == 0 {
				from, head = i, h
			}
			to, tail = to+i+len(strings.Fields(text.Fold(part))), t
		}
		if ok {
			return singleSpaced(strings.Join(there[:from], " ") + " " + head), singleSpaced(tail + " " + strings.Join(there[to:], " ")), true
		}
	}
	return "", "", false
}

// search finds words in a row, with what is glued to the first and the last
// of them; -1 where they are not there.
func search(in, words []string) (at int, head, tail string) {
	last := len(words) - 1
next:
	for i := 0; i+len(words) <= len(in) && last >= 0; i++ {
		head, tail = "", ""
		for j, w := range words {
			there := in[i+j]
			switch {
			case there == w:
			case j == 0 && j < last && strings.HasSuffix(there, w):
				head = strings.TrimSuffix(there, w)
			case j == last && j > 0 && strings.HasPrefix(there, w):
				tail = strings.TrimPrefix(there, w)
			default:
				continue next
			}
		}
		return i, head, tail
	}
	return -1, "", ""
}

// answerAtEnd is what stands first or last in a text where that reads as an answer,
// also with the sign of a relevance apart; "" where neither does.
func answerAtEnd(s string, reads func(string) bool) string {
	words := strings.Fields(s)
	for n := min(2, len(words)); n > 0; n-- {
		for _, some := range [][]string{words[:n], words[len(words)-n:]} {
			if one := strings.Join(some, " "); reads(one) {
				return one
			}
		}
	}
	return ""
}

// inBrackets is an answer in their own words, from behind the bracket that opens
// it to the end of what is theirs: they may have used brackets themselves, written
// below an empty pair, or gone on behind it. Nothing of it is left out but the
// bracket that closes it.
func inBrackets(s string) string {
	s = strings.TrimSpace(strings.ReplaceAll(strings.ReplaceAll(s, "［", "["), "］", "]"))
	if rest, empty := strings.CutPrefix(s, "]"); empty {
		return strings.TrimSpace(rest)
	}
	if rest, closed := strings.CutSuffix(s, "]"); closed && strings.TrimSpace(rest) != rest {
		return strings.TrimSpace(rest)
	}
	open, at := 0, -1
	for i, r := range s {
		switch {
		case r == '[':
			open++
		case r == ']' && open > 0:
			open--
		case r == ']' && (at < 0 || i == len(s)-1):
			at = i
		}
	}
	switch {
	case at < 0:
		return s
	case at == len(s)-1:
		return strings.TrimSpace(s[:at])
	case at > 0 && s[at-1] != ' ' && s[at-1] != '\n':
		return s // it belongs to what they wrote
	}
	return strings.TrimSpace(strings.TrimRight(s[:at], " ") + s[at+1:])
}

// sorted tells apart, in a line of a text, the words of the question and what
// they wrote beside them: now is how it is worded now, same that all was asked
// so. What they wrote is taken for their answer where they left the brackets empty
// and it is one; what is left in Beside was not used.
func (l Line) sorted(now string, same bool) Line {
	if !l.Mixed {
		if before, after, ok := cutWords(l.Shown, []string{now}); ok {
			l.Shown, l.Beside = now, singleSpaced(before+" "+after+" "+l.Beside)
		}
		return l
	}
	before, after, ok := cutWords(l.Beside, []string{now})
	added := singleSpaced(before + " " + after)
	if l.Asked = now; !ok {
		added = answerAtEnd(l.Beside, isGrade)
		rest := singleSpaced(strings.TrimSuffix(strings.TrimPrefix(l.Beside, added), added))
		if l.Asked = rest; rest != "" && (l.Bare || same && added != "") {
			l.Asked, added = "", l.Beside // no question that he was asked
		}
	}
	l.Beside = ""
	if m := patterns().joined.FindString(added); m != "" {
		added = singleSpaced(added[len(m):])
	}
	a, why, good := ReadGrade(Cell{Text: added}, Cell{})
	switch {
	case added == "":
	case l.Grade.Empty() && (a.Grade != 0 || why.Ground == NoAnswer || !good && why.Ground != NoNumber):
		l.Grade.Text = added
	case why.Ground == Ungraded && l.Relevance.Empty():
		l.Relevance.Text = added
	case a.Grade != 0:
		l.added = added
	default:
		l.Beside = added
	}
	return l
}

// isGrade reports whether a text reads as a grade.
func isGrade(s string) bool {
	a, _, ok := ReadGrade(Cell{Text: s}, Cell{})
	return ok && a.Grade != 0
}
