package questionnaire

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"

	"kwi/internal/account"
)

// codePattern are how a place to answer begins: with the code of its question, with
// full-width digits too, or with a letter.
const (
	codePattern   = `(\d{1,5}[.,]\d{1,5}|[０-９]{1,5}[．.，,][０-９]{1,5})`
	letterPattern = `([A-Ga-gＡ-Ｇａ-ｇ])`
	behind        = emphasis + `[.:)．：）]?` + emphasis
	emphasis      = `\*{0,2}` // what a mail program makes of bold letters in a plain text
	bracket       = `[\[［]`
)

// mailPatterns are what a mail is read by.
type mailPatterns struct {
	coded  *regexp.Regexp // a place to grade, with its bracket; they may have written before its code
	keyed  *regexp.Regexp // a place of another kind, with its bracket
	bare   *regexp.Regexp // a line that begins with a code and has no bracket
	barely *regexp.Regexp // a line that begins with a letter and has none
	ends   *regexp.Regexp // what ends the words of a question
	joined *regexp.Regexp // the mark of a new question
}

var patterns = sync.OnceValue(func() mailPatterns {
	return mailPatterns{
		coded:  regexp.MustCompile(`^\s*(?:(\S{1,4}(?:\s?[<>])?)\s+)?` + emphasis + codePattern + behind + `\s*` + bracket),
		keyed:  regexp.MustCompile(`^\s*` + emphasis + letterPattern + behind + `\s*` + bracket),
		bare:   regexp.MustCompile(`^\s*` + emphasis + `(\d{1,5}[.,]\d{2,5}|[０-９]{1,5}[．.，,][０-９]{2,5})` + behind + `(?:\s+|$)`),
		barely: regexp.MustCompile(`^\s*` + emphasis + letterPattern + behind + `\s+`),
		ends:   regexp.MustCompile(`^\s*` + emphasis + `KWI-[0-9]{2}|` + references),
		joined: regexp.MustCompile(`^\((?:nieuw|new)\)(?: |$)`),
	}
})

// mostMailLines is how much of a mail is read.
const mostMailLines = 20_000

// ReadText reads what Plain writes out of a mail that came back, filled in or
// not: in the answer itself or quoted below it. It is false where the text
// holds no reference to a list; where it holds those of two, no line of it can
// be said to be of either, and the return says so.
func ReadText(text, name string) (Return, bool) {
	text, dirty := Clean(text)
	lines := linesIn(text)
	r := Return{File: Name(name)}
	refs := FindReferences(strings.Join(lines, "\n"))
	if len(refs) == 0 {
		return r, false
	}
	if r.Under(refs); r.No != nil {
		return r, true
	}
	if r.Promise == "" {
		r.Promise = PromiseIn(strings.Join(lines, "\n"))
	}
	if dirty {
		r.Cleaned = []string{r.File}
	}
	places, ends, runs := findPlaces(lines), endings(strings.Join(lines, "\n")), Runs{}
	for i, p := range places {
		next := answerPlace{at: len(lines)}
		if i+1 < len(places) {
			next = places[i+1]
		}
		if filled := r.take(p, extentOf(lines, p, next)); !p.bare {
			runs.Place(p.name(), p.key == "", filled)
		}
		for at := p.at; at < next.at; at++ {
			if named, ended := ends[at]; ended {
				runs.endAt(named)
			}
		}
	}
	if runs.Stray() {
		return StrayBeside(r), true
	}
	return r, true
}

// linesIn are the lines of a mail, without what quotes them.
func linesIn(text string) []string {
	lines := strings.Split(strings.ReplaceAll(text, "\u00a0", " "), "\n")
	lines = lines[:min(len(lines), mostMailLines)]
	for i, l := range lines {
		lines[i] = strings.TrimRight(unquoted(l), " \t")
	}
	return lines
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

// answerPlace is a place to answer as it begins in a text.
type answerPlace struct {
	at     int // its line
	code   account.QuestionCode
	key    Key
	bare   bool   // it has no bracket
	before string // what stands before its code
	rest   string // what stands behind its code and bracket, on its line
}

// order is where a place stands in a list: first all grades, then the letters.
func (p answerPlace) order() [3]int {
	if p.key == "" {
		return [3]int{0, int(p.code.KWI), int(p.code.Serial)}
	}
	return [3]int{1, slices.Index(letters(), p.key), 0}
}

// findPlaces finds all places to answer in a text.
func findPlaces(lines []string) (all []answerPlace) {
	for i, l := range lines {
		if p, ok := placeOf(lines, i, l); ok {
			all = append(all, p)
		}
	}
	return all
}

func placeOf(lines []string, i int, l string) (answerPlace, bool) {
	if m := patterns().coded.FindStringSubmatch(l); m != nil {
		code, ok := account.ReadQuestionCode(m[2], false)
		before := strings.TrimLeft(m[1], "-*•·–+#>")
		return answerPlace{at: i, code: code, before: before, rest: l[len(m[0]):]}, ok
	}
	if m := patterns().keyed.FindStringSubmatch(l); m != nil {
		key, ok := KeyOf(m[1])
		return answerPlace{at: i, key: key, rest: l[len(m[0]):]}, ok
	}
	if m := patterns().bare.FindStringSubmatch(l); m != nil {
		code, ok := account.ReadQuestionCode(m[1], false)
		return answerPlace{at: i, code: code, bare: true, rest: l[len(m[0]):]}, ok
	}
	if m := patterns().barely.FindStringSubmatch(l); m != nil {
		key, ok := KeyOf(m[1])
		return answerPlace{at: i, key: key, bare: true, rest: l[len(m[0]):]}, ok && asksWithoutBracket(lines, i, key, l[len(m[0]):])
	}
	return answerPlace{}, false
}

// asksWithoutBracket reports whether a line that begins with a letter and has no bracket is
// the place of that question: its words stand in it, or right above it.
func asksWithoutBracket(lines []string, i int, key Key, rest string) bool {
	if !ownWords(key) {
		return wordsBegin(lines[:i], key) < i
	}
	stop := min(i+4, len(lines))
	_, _, ok := cutWords(strings.Join(append([]string{rest}, lines[i+1:stop]...), " "), wordings()[key]...)
	return ok
}

// name is how a place is called in a list.
func (p answerPlace) name() string {
	if p.key != "" {
		return string(p.key)
	}
	return p.code.String()
}

// take reads what stands at a place, on its line and in the lines below it,
// and reports whether there seems to be an answer.
func (r *Return) take(p answerPlace, below []string) bool {
	at := strconv.Itoa(p.at + 1)
	if p.key != "" && ownWords(p.key) {
		answer, beside := p.short(below)
		r.Asks = append(r.Asks, Reply{Key: p.key, Cell: Cell{At: at, Text: answer}, Beside: beside})
		return answer != ""
	}
	if p.key != "" {
		words := unbarred(inBrackets(strings.Join(append([]string{p.rest}, below...), "\n")))
		r.Asks = append(r.Asks, Reply{Key: p.key, Cell: Cell{At: at, Text: words}})
		return words != ""
	}
	answer, beside := p.cut(below)
	r.Lines = append(r.Lines, Line{Code: p.code, Grade: Cell{At: at, Text: answer}, Relevance: Cell{At: at}, Mixed: true, Bare: p.bare, Beside: beside})
	return answer != "" || answerAtEnd(beside, isGrade) != ""
}

// cut takes apart what stands between the brackets of a place and all that
// stands beside them, which may be its question with an answer in it.
func (p answerPlace) cut(below []string) (inside, beside string) {
	rest := p.rest
	if i := strings.IndexAny(rest, "]］"); i >= 0 && !p.bare {
		inside, rest = strings.TrimSpace(rest[:i]), strings.TrimLeft(rest[i:], "]］")
	}
	all := append([]string{p.before, rest}, below...)
	words := singleSpaced(strings.NewReplacer("[", " ", "]", " ", "［", " ", "］", " ").Replace(strings.Join(all, " ")))
	if m := patterns().joined.FindString(words); m != "" {
		words = words[len(m):]
	}
	return inside, words
}

// short is a short answer, with what stands beside it and is neither that nor
// the question.
func (p answerPlace) short(below []string) (answer, beside string) {
	answer, words := p.cut(below)
	before, after, ok := cutWords(words, wordings()[p.key]...)
	beside = singleSpaced(before + " " + after)
	if !ok {
		beside = answerAtEnd(words, func(s string) bool { return p.key.reads(s) })
	}
	if answer == "" {
		return beside, ""
	}
	return answer, beside
}

// reads reports whether a text is an answer to a short question.
func (k Key) reads(s string) bool {
	if k == Score {
		n, why := parseWhole(s)
		return why == "" && n >= 0 && n <= 10
	}
	_, set, ok := parseYesNo(s)
	return set && ok
}
