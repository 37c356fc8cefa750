package questionnaire

import (
	"slices"
	"strings"

	"kwi/internal/text"
)

// Pasted is one place of what was pasted as grades.
type Pasted struct{ Grade, Relevance Cell }

// SplitPaste takes pasted grades apart, and keeps their places: an empty line
// or cell is a question without an answer. Between them stand ends of lines,
// tabs, semicolons or bars; on a line without any of these white space, a comma
// with a space behind it, or commas where there are two or more, for one is
// that of a decimal. Of two columns the second may be the relevance. What is
// empty at the end is no place.
func SplitPaste(s string) []Pasted {
	s = strings.NewReplacer("\r\n", "\n", "\r", "\n", "；", ";", "｜", "|", string(cellCut), "\ufffd").Replace(s)
	var rows [][]string
	if strings.ContainsAny(strings.TrimRight(s, "\n"), "\n\t;|") {
		for line := range strings.SplitSeq(s, "\n") {
			rows = append(rows, strings.FieldsFunc(withoutQuotes(line), func(r rune) bool { return r == cellCut }))
		}
	} else {
		rows = [][]string{onOneLine(s)}
	}
	if paired(rows) {
		return pairColumns(rows)
	}
	var all []Pasted
	for _, row := range rows {
		for _, one := range row {
			all = append(all, Pasted{Grade: Cell{Text: text.Line(one)}})
		}
	}
	return trimmed(all)
}

// cellCut is put between cells so that empty ones stay: each begins with a space.
const cellCut = '\x00'

func withoutQuotes(line string) string {
	return " " + strings.NewReplacer("\t", string(cellCut)+" ", ";", string(cellCut)+" ", "|", string(cellCut)+" ").Replace(line)
}

// onOneLine takes a line without columns apart.
func onOneLine(s string) (all []string) {
	for one := range strings.FieldsSeq(strings.ReplaceAll(text.Narrow(s), ", ", " ")) {
		switch {
		case strings.Count(one, ",") > 1:
			all = append(all, strings.Split(one, ",")...)
		case len(all) > 0 && (one == "<" || one == ">"):
			all[len(all)-1] += one
		default:
			all = append(all, one)
		}
	}
	return all
}

// paired reports whether the second of two columns is the relevance.
func paired(rows [][]string) bool {
	signs := 0
	for _, row := range rows {
		if len(row) > 2 {
			return false
		}
		if len(row) == 2 {
			if _, ok := readRelevance(row[1]); !ok {
				return false
			}
			if text.Narrow(row[1]) != "" && !noAnswer(row[1]) {
				signs++
			}
		}
	}
	return signs > 0 || len(rows) > 1 && slices.ContainsFunc(rows, func(row []string) bool { return len(row) == 2 })
}

func pairColumns(rows [][]string) (all []Pasted) {
	for _, row := range rows {
		var p Pasted
		if len(row) > 0 {
			p.Grade.Text = text.Line(row[0])
		}
		if len(row) > 1 {
			p.Relevance.Text = text.Line(row[1])
		}
		all = append(all, p)
	}
	return trimmed(all)
}

func trimmed(all []Pasted) []Pasted {
	for n := len(all); n > 0 && all[n-1].Grade.Empty() && all[n-1].Relevance.Empty(); n-- {
		all = all[:n-1]
	}
	return all
}
