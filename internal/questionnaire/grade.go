package questionnaire

import (
	"strconv"
	"strings"

	"kwi/internal/account"
	"kwi/internal/lang"
)

// grade reads the lines of one question as one answer, and refuses it where
// they contradict each other.
func grade(lines []Line) (Item, account.Answer) {
	item, a := one(lines[0])
	for _, l := range lines[1:] {
		if item.Verdict == Refused {
			break
		}
		other, b := one(l)
		if other.Verdict == Refused {
			return other, account.Answer{}
		}
		if a != b {
			return Item{Verdict: Refused, At: other.At, Reason: Reason{Twice, []string{a.String(), b.String()}}}, account.Answer{}
		}
	}
	return item, a
}

// one reads one line: the relevance may stand in its own place, behind the
// grade, or in both if they agree.
func one(l Line) (Item, account.Answer) {
	no := func(at string, why Ground, values ...string) (Item, account.Answer) {
		return Item{Verdict: Refused, At: at, Reason: Reason{why, values}}, account.Answer{}
	}
	if l.Grade.Formula {
		return no(l.Grade.At, Computed)
	}
	if l.Relevance.Formula {
		return no(l.Relevance.At, Computed)
	}
	text := plain(l.Grade.Text)
	behind, signed := account.Neutral, false
	if n := len(text); n > 0 && strings.ContainsRune("<>", rune(text[n-1])) {
		behind, signed = account.Less, true
		if text[n-1] == '>' {
			behind = account.More
		}
		text = strings.TrimSpace(text[:n-1])
	}
	relevance, ok := relevanceOf(l.Relevance.Text)
	switch {
	case !ok:
		return no(l.Relevance.At, NoRelevance, quoted(l.Relevance.Text))
	case signed && !l.Relevance.Empty() && relevance != behind:
		return no(l.Grade.At, Contradicts, quoted(l.Grade.Text), quoted(l.Relevance.Text))
	case signed:
		relevance = behind
	}
	if text == "" {
		if signed || relevance != account.Neutral {
			return Item{Verdict: Odd, At: l.Grade.At, Reason: Reason{Ungraded, []string{relevance.Sign()}}}, account.Answer{}
		}
		return Item{At: l.Grade.At}, account.Answer{}
	}
	n, why := whole(text)
	if why == "" && (n < 1 || n > 10) {
		why = OutOfScale
	}
	if why != "" {
		return no(l.Grade.At, why, quoted(l.Grade.Text))
	}
	return Item{At: l.Grade.At}, account.Answer{Grade: account.Grade(n), Relevance: relevance}
}

// whole reads a whole number, also as 7,0 or 7.00.
func whole(s string) (int, Ground) {
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

// relevanceOf reads the sign, or a word of either language.
func relevanceOf(s string) (account.Relevance, bool) {
	s = plain(s)
	switch {
	case s == "":
		return account.Neutral, true
	case s == "<" || word(s, "collect.word.less"):
		return account.Less, true
	case s == ">" || word(s, "collect.word.more"):
		return account.More, true
	}
	return account.Neutral, word(s, "collect.word.neutral")
}

// yesNo reads a word of either language; set is false where nothing stands.
func yesNo(s string) (yes, set, ok bool) {
	switch s = plain(s); {
	case s == "":
		return false, false, true
	case word(s, "collect.word.yes"):
		return true, true, true
	}
	return false, true, word(s, "collect.word.no")
}

// word tells whether s is one of the words of a key, in any language and
// in lower or upper case.
func word(s, key string) bool {
	for _, w := range lang.All() {
		for _, one := range strings.Split(w.T(key), " | ") {
			if strings.EqualFold(s, one) {
				return true
			}
		}
	}
	return false
}

// quoted is foreign text as a sentence may quote it.
func quoted(s string) string {
	s, _ = Clean(s)
	s = plain(s)
	if r := []rune(s); len(r) > 40 {
		s = string(r[:39]) + "…"
	}
	return s
}
