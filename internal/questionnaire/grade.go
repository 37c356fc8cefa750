package questionnaire

import (
	"strconv"
	"strings"
	"sync"

	"kwi/internal/account"
	"kwi/internal/lang"
	"kwi/internal/text"
)

// ReadGrade reads what somebody wrote as a grade, with its relevance behind it
// or in a place of its own; the answer has no question yet. It is the one
// reader of grades: of what is typed or pasted, in a workbook, a mail or a
// table. An empty place is grade 0, and so is a word for no answer, with the
// reason NoAnswer; where the grade cannot be read, ok is false and the reason
// says why.
func ReadGrade(grade, relevance Cell) (a account.Answer, why Reason, ok bool) {
	item, a := readGradeLine(Line{Grade: grade, Relevance: relevance})
	return a, item.Reason, item.Verdict != Refused
}

// readGradeLines reads the lines of one question as one answer, and refuses it where
// they contradict each other.
func readGradeLines(lines []Line) (Item, account.Answer) {
	item, a := readGradeLine(lines[0])
	for _, l := range lines[1:] {
		if item.Verdict == Refused {
			break
		}
		other, b := readGradeLine(l)
		if other.Verdict == Refused {
			return other, account.Answer{}
		}
		if a != b {
			return Item{Verdict: Refused, At: other.At, Reason: Reason{Twice, []string{a.String(), b.String()}}}, account.Answer{}
		}
	}
	return item, a
}

// readGradeLine reads one line: the relevance may stand in its own place, behind the
// grade, or in both if they agree.
func readGradeLine(l Line) (Item, account.Answer) {
	no := func(at string, why Ground, values ...string) (Item, account.Answer) {
		return Item{Verdict: Refused, At: at, Reason: Reason{why, values}}, account.Answer{}
	}
	if l.Grade.Formula {
		return no(l.Grade.At, Computed)
	}
	if l.Relevance.Formula {
		return no(l.Relevance.At, Computed)
	}
	written := text.Narrow(l.Grade.Text)
	if noAnswer(written) {
		return Item{Verdict: Odd, At: l.Grade.At, Reason: Reason{NoAnswer, []string{quoteForeign(l.Grade.Text)}}}, account.Answer{}
	}
	behind, signed := account.Neutral, false
	if n := len(written); n > 0 && strings.ContainsRune("<>", rune(written[n-1])) {
		behind, signed = account.Less, true
		if written[n-1] == '>' {
			behind = account.More
		}
		written = strings.TrimSpace(written[:n-1])
	}
	relevance, ok := readRelevance(l.Relevance.Text)
	switch {
	case !ok:
		return no(l.Relevance.At, NoRelevance, quoteForeign(l.Relevance.Text))
	case signed && !l.Relevance.Empty() && relevance != behind:
		return no(l.Grade.At, Contradicts, quoteForeign(l.Grade.Text), quoteForeign(l.Relevance.Text))
	case signed:
		relevance = behind
	}
	if written == "" {
		if signed || relevance != account.Neutral {
			return Item{Verdict: Odd, At: l.Grade.At, Reason: Reason{Ungraded, []string{relevance.Sign()}}}, account.Answer{}
		}
		return Item{At: l.Grade.At}, account.Answer{}
	}
	n, why := parseWhole(written)
	if why == "" && (n < 1 || n > 10) {
		why = OutOfScale
	}
	if why != "" {
		return no(l.Grade.At, why, quoteForeign(l.Grade.Text))
	}
	answer := account.Answer{Grade: account.Grade(n), Relevance: relevance}
	if a, _, ok := ReadGrade(Cell{Text: l.added}, Cell{}); ok && a.Grade != 0 && a != answer {
		return no(l.Grade.At, Twice, quoteForeign(l.Grade.Text), quoteForeign(l.added))
	}
	item := Item{At: l.Grade.At}
	if noAnswer(l.Relevance.Text) {
		item = Item{Verdict: Odd, At: l.Relevance.At, Reason: Reason{NoAnswer, []string{quoteForeign(l.Relevance.Text)}}}
	}
	return item, answer
}

// parseWhole reads a whole number, also as 7,0 or 7.00.
func parseWhole(s string) (int, Ground) {
	left, right, cut := strings.Cut(strings.Replace(s, ",", ".", 1), ".")
	digits := strings.TrimPrefix(left, "-")
	if digits == "" || strings.Trim(digits+right, "0123456789") != "" || cut && right == "" || strings.HasPrefix(right, "-") {
		return 0, NoNumber
	}
	if strings.Trim(right, "0") != "" {
		return 0, NotWhole
	}
	n, err := strconv.Atoi(left)
	if err != nil {
		return 0, OutOfScale
	}
	return n, ""
}

// readRelevance reads the sign, or a word of either language.
func readRelevance(s string) (account.Relevance, bool) {
	s = text.Fold(s)
	switch {
	case s == "" || noAnswer(s):
		return account.Neutral, true
	case s == "<" || isWordOf(s, "collect.word.less"):
		return account.Less, true
	case s == ">" || isWordOf(s, "collect.word.more"):
		return account.More, true
	}
	return account.Neutral, isWordOf(s, "collect.word.neutral")
}

// noAnswer reports whether words or a sign say that there is no answer.
func noAnswer(s string) bool { return s != "" && isWordOf(s, "collect.word.none") }

// parseYesNo reads a word of either language; set is false where nothing stands.
func parseYesNo(s string) (yes, set, ok bool) {
	switch {
	case text.Narrow(s) == "" || noAnswer(s):
		return false, false, true
	case isWordOf(s, "collect.word.yes"):
		return true, true, true
	}
	return false, true, isWordOf(s, "collect.word.no")
}

// isWordOf reports whether s is one of the words of a key, in any language and
// however it is written.
func isWordOf(s, key string) bool { return recognised()[key][text.Fold(s)] }

// recognised are the words that are understood in any language, folded, by
// their key.
var recognised = sync.OnceValue(func() map[string]map[string]bool {
	all := map[string]map[string]bool{}
	for _, key := range []string{"none", "less", "neutral", "more", "yes", "no"} {
		key = "collect.word." + key
		all[key] = map[string]bool{}
		for _, w := range lang.All() {
			for one := range strings.SplitSeq(w.T(key), " | ") {
				all[key][text.Fold(one)] = true
			}
		}
	}
	return all
})

// quoteForeign is foreign text as a sentence may quote it.
func quoteForeign(s string) string { return text.OneLine(s, 40) }
