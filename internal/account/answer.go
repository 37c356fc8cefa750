package account

import (
	"slices"
	"strconv"
	"strings"
)

// Grade is 1–10 as in Dutch schools; 0 is not answered.
type Grade uint8

// Relevance is how much a question matters to the respondent.
type Relevance uint8

// The relevances; neutral is the zero value, as a bare grade is neutral.
const (
	Neutral Relevance = iota
	Less
	More
)

// Weight is the weight of method.md §5: less 1, neutral 2, more 3.
func (r Relevance) Weight() int {
	switch r {
	case Less:
		return 1
	case More:
		return 3
	}
	return 2
}

// Sign is how the relevance is written behind a grade: "<", "" or ">".
func (r Relevance) Sign() string {
	switch r {
	case Less:
		return "<"
	case More:
		return ">"
	}
	return ""
}

// Answer is one respondent's grade for one question.
type Answer struct {
	Question  QuestionCode
	Grade     Grade
	Relevance Relevance
}

// String writes the answer as it is written everywhere: 8, 8< or 8>.
func (a Answer) String() string {
	if a.Grade == 0 {
		return ""
	}
	return strconv.Itoa(int(a.Grade)) + a.Relevance.Sign()
}

// ParseGrade reads an answer as files have it: 1–10 with < or > or nothing
// behind it. What people write is read by questionnaire.ReadGrade.
func ParseGrade(s string) (Grade, Relevance, bool) {
	relevance := Neutral
	if t, ok := strings.CutSuffix(s, "<"); ok {
		s, relevance = t, Less
	} else if t, ok := strings.CutSuffix(s, ">"); ok {
		s, relevance = t, More
	}
	if s == "10" {
		return 10, relevance, true
	}
	if len(s) == 1 && s[0] >= '1' && s[0] <= '9' {
		return Grade(s[0] - '0'), relevance, true
	}
	return 0, Neutral, false
}

// Sheet is one respondent's answers, in order of their questions.
type Sheet []Answer

// Of is their answer to one question; its grade is 0 where they gave none.
func (s Sheet) Of(q QuestionCode) Answer {
	if i, ok := s.at(q); ok {
		return s[i]
	}
	return Answer{Question: q}
}

// With is the sheet with one answer set, or taken out where its grade is 0.
// The sheet itself is left as it was.
func (s Sheet) With(a Answer) Sheet {
	i, found := s.at(a.Question)
	switch {
	case found && a.Grade == 0:
		return slices.Delete(slices.Clone(s), i, i+1)
	case found:
		s = slices.Clone(s)
		s[i] = a
		return s
	case a.Grade == 0:
		return s
	}
	return slices.Insert(slices.Clone(s), i, a)
}

func (s Sheet) at(q QuestionCode) (int, bool) {
	return slices.BinarySearchFunc(s, q, func(a Answer, q QuestionCode) int { return CompareCodes(a.Question, q) })
}

// Target is what a KWI aims for in hundredths, 100–1000; 0 is none.
type Target uint16

// ParseTarget reads a decimal 1.0–10.0 with at most two places, with a point
// or a comma.
func ParseTarget(s string) (Target, bool) {
	whole, part, cut := strings.Cut(strings.Replace(s, ",", ".", 1), ".")
	if cut && part == "" || len(part) > 2 || len(whole) == 0 || len(whole) > 2 || strings.Trim(whole+part, "0123456789") != "" {
		return 0, false
	}
	n, err := strconv.Atoi(whole + (part + "00")[:2])
	return Target(n), err == nil && n >= 100 && n <= 1000 && (whole[0] != '0')
}

// String writes the target with a point and as many places as it needs, at
// least one: 8.0, 7.25; "" for none.
func (t Target) String() string {
	if t == 0 {
		return ""
	}
	s := strconv.Itoa(int(t)/100) + "." + strconv.Itoa(int(t)%100/10)
	if d := t % 10; d != 0 {
		s += strconv.Itoa(int(d))
	}
	return s
}

// String writes the grade, "" for none.
func (g Grade) String() string {
	if g == 0 {
		return ""
	}
	return strconv.Itoa(int(g))
}
