package portable

import (
	"slices"
	"strings"

	"kwi/internal/account"
	"kwi/internal/fault"
)

// date reads a day that exists, or where none is needed "".
func (d *decoder) date(needed bool) string {
	s := d.line()
	if (s != "" || needed) && !account.Date(s).Valid() {
		d.bad(s, "yyyy-mm-dd")
	}
	return s
}

// moment reads a day, with or without an hour, or "".
func (d *decoder) moment() string {
	s := d.line()
	if s != "" && !account.Moment(s).Valid() {
		d.bad(s, "yyyy-mm-dd, yyyy-mm-ddThh:mm")
	}
	return s
}

// hour reads an hour of a day, or "".
func (d *decoder) hour() string {
	s := d.line()
	if !account.ValidHour(s) {
		d.bad(s, "hh:mm")
	}
	return s
}

// who reads somebody's initials.
func (d *decoder) who(s string) string {
	if !account.ValidInitials(s) {
		d.refuse(fault.BadInitials, []string{s})
	}
	return s
}

func (d *decoder) id(s string) string {
	if !account.ValidID(s) {
		d.bad(s, "a–z 0–9 - (1–40)")
	}
	return s
}

func (d *decoder) cycleName() string {
	s := d.line()
	if !account.CycleName(s).Valid() {
		d.bad(s, "2011H1, 2011H2, …")
	}
	return s
}

// actionNumber reads a year, a hyphen and a serial of digits.
func (d *decoder) actionNumber() string { return d.numbered(d.line()) }

func (d *decoder) numbered(s string) string {
	if !numbered(s) {
		d.bad(s, "2011-01, 2011-02, …")
	}
	return s
}

func (d *decoder) mark() string {
	s := d.line()
	if !account.Mark(s).Valid() {
		d.bad(s, account.MarkExample)
	}
	return s
}

// oneOf reads one word of a list.
func (d *decoder) oneOf(words []string) string {
	s := d.line()
	if !slices.Contains(words, s) {
		shown := slices.Clone(words)
		for i, w := range shown {
			if w == "" {
				shown[i] = `""`
			}
		}
		d.bad(s, strings.Join(shown, " | "))
	}
	return s
}

func (d *decoder) stage() account.Stage {
	s := d.line()
	stage, ok := account.ParseStage(s)
	if !ok {
		d.bad(s, "initialise | draft | test | communicate | realise | measure | session | closed")
	}
	return stage
}

// target reads a decimal 1.0–10.0, or "".
func (d *decoder) target() account.Target {
	s := d.line()
	t, ok := account.ParseTarget(s)
	if s != "" && (!ok || strings.Contains(s, ",")) {
		d.refuse(fault.BadTarget, []string{s})
	}
	return t
}

// numbered reports whether s is a year, a hyphen and a serial of digits.
func numbered(s string) bool {
	if len(s) < 6 || len(s) > 14 || s[4] != '-' {
		return false
	}
	for i := range len(s) {
		if i != 4 && (s[i] < '0' || s[i] > '9') {
			return false
		}
	}
	return true
}

// kwi reads the code of a KWI, or "" where none will do.
func (d *decoder) kwi(none bool) account.KWICode {
	s := d.line()
	k, ok := account.ParseKWICode(s)
	if !ok && !(none && s == "") {
		d.bad(s, "KWI-01, KWI-02, …")
	}
	return k
}

func (d *decoder) question() account.QuestionCode { return d.code(d.line()) }

func (d *decoder) code(s string) account.QuestionCode {
	q, ok := account.ParseQuestionCode(s)
	if !ok {
		d.bad(s, "1.01, 1.02, …")
	}
	return q
}

// amount reads a decimal with at most so many places, or "".
func (d *decoder) amount(places int) string {
	s := d.line()
	whole, part, cut := strings.Cut(strings.TrimPrefix(s, "-"), ".")
	if s == "" || len(whole) > 0 && len(whole) <= 15 && strings.Trim(whole+part, "0123456789") == "" && cut == (part != "") && len(part) <= places {
		return s
	}
	d.bad(s, map[bool]string{true: "450000", false: "18.5"}[places == 0])
	return ""
}

// sheet reads one respondent's answers.
func (d *decoder) sheet() (sheet account.Sheet) {
	seen := map[account.QuestionCode]bool{}
	d.entries(func(key string) {
		q := d.code(key)
		if seen[q] {
			d.refuse(fault.Doubled, []string{key})
		}
		seen[q] = true
		s := d.line()
		grade, relevance, ok := account.ParseGrade(s)
		if !ok {
			d.refuse(fault.Grade, []string{s})
		}
		sheet = append(sheet, account.Answer{Question: q, Grade: grade, Relevance: relevance})
	})
	slices.SortFunc(sheet, func(a, b account.Answer) int { return account.CompareCodes(a.Question, b.Question) })
	return sheet
}
