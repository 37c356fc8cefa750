package questionnaire

import (
	"strings"
	"unicode/utf8"

	"kwi/internal/lang"
	"kwi/internal/text"
)

// plainWidth leaves room for the signs that a mail program puts before what
// it quotes, so that it need not break the lines again.
const plainWidth = 70

// Blank is where an answer is written in a mail: between the brackets, behind
// the code of its question at the beginning of a line.
const Blank = "[  ]"

// Plain is the list as text that is filled in by answering a mail:
//
//	1.02 [  ] a graded question: [7], or with its relevance [7>]
//	B [  ] a question with a short answer
//	what is asked in their own words, and below it
//	A [  ]
//
// Square brackets stand nowhere else, in nobody's words. It ends with the
// Reference, by which whoever reads it back knows whose it is.
func Plain(l List) string {
	w := lang.For(l.Language)
	p := &textPage{}
	p.add(l.Heading)
	p.add(l.When)
	p.add(l.Grading + " " + l.Weighing)
	if l.Moment == Measure {
		p.add(w.T("plain.how"))
	} else {
		p.add(w.T("plain.later"))
	}
	p.add(l.Shown)
	for _, k := range l.KWIs {
		p.add(k.Code.String() + " " + k.Title)
		if k.Expectation != "" {
			p.join("“" + k.Expectation + "”")
		}
		p.gap()
		for _, q := range k.Questions {
			text := q.Text
			if q.New != "" {
				text = "(" + q.New + ") " + text
			}
			p.blank(q.Code.String(), text)
		}
		p.gap()
	}
	for _, a := range append(l.Remarks[:len(l.Remarks):len(l.Remarks)], l.NPS...) {
		if a.Kind == Text {
			p.add(a.Text)
			p.lines = p.lines[:len(p.lines)-1]
			p.blank(a.Key.Letter(), "")
		} else {
			p.blank(a.Key.Letter(), a.Text)
		}
		p.gap()
	}
	p.add(l.Thanks)
	p.add(w.T("sheet.reference", l.Reference().String()))
	return strings.TrimRight(strings.Join(p.lines, "\n"), "\n") + "\n"
}

// textPage is a text being laid out, line by line.
type textPage struct{ lines []string }

func (p *textPage) gap() {
	if n := len(p.lines); n > 0 && p.lines[n-1] != "" {
		p.lines = append(p.lines, "")
	}
}

// add is a paragraph, with an empty line around it.
func (p *textPage) add(text string) {
	p.gap()
	p.join(text)
	p.gap()
}

// join is lines right below what stands there.
func (p *textPage) join(text string) {
	if n := len(p.lines); n > 0 && p.lines[n-1] == "" && strings.HasPrefix(text, "“") {
		p.lines = p.lines[:n-1]
	}
	p.lines = append(p.lines, fillLines(Unbracketed(text), plainWidth)...)
}

// blank is a place to answer, with its question behind it.
func (p *textPage) blank(code, text string) {
	head := code + " " + Blank
	indent := strings.Repeat(" ", utf8.RuneCountInString(head)+1)
	for i, line := range fillLines(Unbracketed(text), plainWidth-len(indent)) {
		if i == 0 {
			p.lines = append(p.lines, strings.TrimRight(head+" "+line, " "))
		} else {
			p.lines = append(p.lines, indent+line)
		}
	}
}

// Unbracketed puts round brackets for square ones.
func Unbracketed(s string) string { return strings.NewReplacer("[", "(", "]", ")").Replace(s) }

// fillLines breaks a text between words into lines of so many characters.
func fillLines(s string, width int) []string { return text.Fill(s, float64(width), text.Each) }
