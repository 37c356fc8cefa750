package questionnaire

import (
	"strings"

	"kwi/internal/lang"
	"kwi/internal/text"
)

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
// Each paragraph and each question is one line, however long: whoever shows it breaks
// it where their screen ends, and a phone has less room than any width of ours.
// Square brackets stand nowhere else, in nobody's words, but in the example of an
// answer, which has no code before it and so is no place. It ends with the Reference,
// by which whoever reads it back knows whose it is.
func Plain(l List) string {
	how := "plain.how"
	if l.Moment != Measure {
		how = "plain.later"
	}
	if l.Browser {
		how += ".browser"
	}
	return plain(l, lang.For(l.Language).T(how))
}

// Copied is the text of Plain without how a mail is answered, for a page that
// says itself how it goes back.
func Copied(l List) string { return plain(l, "") }

func plain(l List, how string) string {
	w := lang.For(l.Language)
	p := &textPage{}
	p.add(l.Heading)
	p.add(l.When)
	p.add(l.Grading + " " + l.Weighing)
	if how != "" {
		p.add(how)
		if l.Moment == Measure {
			p.lines = append(p.lines, w.T("plain.example", Blank))
		}
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
func (p *textPage) join(said string) {
	if n := len(p.lines); n > 0 && p.lines[n-1] == "" && strings.HasPrefix(said, "“") {
		p.lines = p.lines[:n-1]
	}
	p.lines = append(p.lines, paragraph(said))
}

// blank is a place to answer, with its question behind it.
func (p *textPage) blank(code, text string) {
	p.lines = append(p.lines, strings.TrimRight(code+" "+Blank+" "+paragraph(text), " "))
}

// paragraph is a text on one line, without square brackets.
func paragraph(s string) string { return text.OneLine(Unbracketed(s), 0) }

// Unbracketed puts round brackets for square ones.
func Unbracketed(s string) string { return strings.NewReplacer("[", "(", "]", ")").Replace(s) }
