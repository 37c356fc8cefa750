package questionnaire

import (
	"regexp"
	"strconv"
	"strings"
	"sync"

	"kwi/internal/account"
)

// signs are what a mail is read by.
type signs struct {
	opens  *regexp.Regexp // the beginning of a place to answer: a code of either kind, before a bracket
	ends   *regexp.Regexp // what ends the words of a question
	joined *regexp.Regexp // the mark of a new question
}

var sign = sync.OnceValue(func() signs {
	return signs{
		opens:  regexp.MustCompile(`^\s*([0-9]{1,5}\.[0-9]{2,5}|[A-Ga-g])[.:)]?\s*\[`),
		ends:   regexp.MustCompile(`^KWI-[0-9]{2}|` + references),
		joined: regexp.MustCompile(`^\((?:nieuw|new)\) `),
	}
})

// mostLines is how much of a mail is read.
const mostLines = 20_000

// ReadText reads what Plain writes out of a mail that came back, filled in or
// not: in the answer itself or quoted below it. It is false where the text
// holds no reference to a list.
func ReadText(text, name string) (Return, bool) {
	text, dirty := Clean(text)
	lines := strings.Split(strings.ReplaceAll(text, "\u00a0", " "), "\n")
	for i, l := range lines[:min(len(lines), mostLines)] {
		lines[i] = strings.TrimRight(unquoted(l), " \t")
	}
	lines = lines[:min(len(lines), mostLines)]
	r := Return{File: Name(name)}
	ref, ok := FindReference(strings.Join(lines, "\n"))
	if !ok {
		return r, false
	}
	r.Reference = ref
	if r.Promise == "" {
		r.Promise = PromiseIn(strings.Join(lines, "\n"))
	}
	if dirty {
		r.Cleaned = []string{r.File}
	}
	for i := 0; i < len(lines); {
		m := sign().opens.FindStringSubmatch(lines[i])
		if m == nil {
			i++
			continue
		}
		i = r.place(lines, i, m[1], lines[i][len(m[0]):])
	}
	return r, true
}

// unquoted takes away the signs that a mail program puts before what it
// quotes.
func unquoted(l string) string {
	for {
		t := strings.TrimPrefix(strings.TrimLeft(l, " \t"), ">")
		if t == strings.TrimLeft(l, " \t") {
			return l
		}
		l = strings.TrimPrefix(t, " ")
	}
}

// place reads one place to answer, of which rest stands behind the bracket,
// and returns the line after it.
func (r *Return) place(lines []string, i int, code, rest string) int {
	at := strconv.Itoa(i + 1)
	q, graded := account.ParseQuestionCode(code)
	if !graded {
		key, _ := KeyOf(code)
		answer, next := inBrackets(lines, i, rest, key == Remark || key == Why || key == Pleased || key == Missed)
		r.Asks = append(r.Asks, Reply{key, Cell{At: at, Text: answer}})
		return next
	}
	answer, behind, closed := strings.Cut(rest, "]")
	if !closed {
		answer, behind = firstWord(rest), ""
	}
	next := i + 1
	asked := []string{behind}
	for ; next < len(lines) && strings.TrimSpace(lines[next]) != "" && !sign().opens.MatchString(lines[next]) && !sign().ends.MatchString(lines[next]); next++ {
		asked = append(asked, lines[next])
	}
	words := plain(strings.Join(asked, " "))
	if m := sign().joined.FindString(words); m != "" {
		words = strings.TrimSpace(words[len(m):])
	}
	r.Lines = append(r.Lines, Line{Code: q, Asked: words, Grade: Cell{At: at, Text: strings.TrimSpace(answer)}, Relevance: Cell{At: at}})
	return next
}

func firstWord(s string) string {
	if f := strings.Fields(s); len(f) > 0 {
		return f[0]
	}
	return ""
}

// inBrackets is an answer up to the bracket that closes it: in a short one the
// first, in his own words the last before the next place, for he may have used
// brackets himself. What he wrote below an empty pair is taken for it.
func inBrackets(lines []string, i int, rest string, long bool) (string, int) {
	next := i + 1
	if !long {
		answer, _, closed := strings.Cut(rest, "]")
		if !closed {
			answer = firstWord(rest)
		}
		return strings.TrimSpace(answer), next
	}
	all, closed := []string{rest}, strings.Contains(rest, "]")
	for ; next < len(lines) && !sign().opens.MatchString(lines[next]); next++ {
		if closed && strings.TrimSpace(lines[next]) == "" {
			break
		}
		all = append(all, lines[next])
		closed = closed || strings.Contains(lines[next], "]")
	}
	text := strings.Join(all, "\n")
	i = strings.LastIndexByte(text, ']')
	if i < 0 {
		return firstParagraph(text), next
	}
	if inside := strings.TrimSpace(text[:i]); inside != "" {
		return inside, next
	}
	return firstParagraph(text[i+1:]), next
}

// firstParagraph is what stands before the first empty line, where the
// closing bracket was lost.
func firstParagraph(s string) string {
	s, _, _ = strings.Cut(strings.TrimSpace(s), "\n\n")
	return s
}
