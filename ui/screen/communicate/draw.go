package communicate

import (
	"strings"

	"kwi/internal/cells"
	"kwi/internal/questionnaire"
	"kwi/ui/kit"
	"kwi/ui/theme"
)

// The widths of what they will fill in, and of a line that reads with ease.
const (
	gradeW    = 9
	relevantW = 12
	readable  = 84
	codeWidth = 6
)

// previewSheet is a list being drawn, line by line.
type previewSheet struct {
	f     *kit.Frame
	w     int
	lines []string
}

// drawList is the list as they will read it: the message, and then the questions
// with nothing filled in.
func drawList(f *kit.Frame, l questionnaire.List) []string {
	s := &previewSheet{f: f, w: min(f.W, readable)}
	t := f.Theme
	s.add(t.Strong, l.Subject)
	s.gap()
	s.add(t.Text, l.Message)
	s.gap()
	s.lines = append(s.lines, t.Rule(s.w))
	s.gap()
	s.add(t.Strong, l.Heading)
	s.add(t.Text, forWhom(l))
	s.gap()
	s.add(t.Text, l.Grading+" "+l.Weighing)
	s.gap()
	s.add(t.Text, l.Shown)
	for _, k := range l.KWIs {
		s.kwi(k, l.Columns)
	}
	s.asks(l.Remarks)
	s.asks(l.NPS)
	s.gap()
	s.add(t.Text, l.Thanks)
	return s.lines
}

// forWhom is for whom the list is.
func forWhom(l questionnaire.List) string {
	parts := []string{l.Client, l.Name}
	if l.Function != "" {
		parts = append(parts, l.Function)
	}
	return strings.Join(parts, ", ")
}

func (s *previewSheet) gap() { s.lines = append(s.lines, "") }

func (s *previewSheet) add(look theme.Style, text string) {
	for _, l := range cells.Wrap(text, s.w) {
		s.lines = append(s.lines, look.Render(l))
	}
}

// kwi draws a KWI in the client's words, with its questions and the columns
// that they will fill in.
func (s *previewSheet) kwi(k questionnaire.KWI, c questionnaire.Columns) {
	t := s.f.Theme
	text := s.w - gradeW - relevantW
	s.gap()
	s.lines = append(s.lines, t.Strong.Render(cells.Fit(k.Code.String()+" "+k.Title, text))+
		t.Faint.Render(cells.FitRight(c.Grade, gradeW)+cells.FitRight(c.Relevance, relevantW)))
	if k.Expectation != "" {
		s.add(t.Quote, "“"+k.Expectation+"”")
	}
	for _, q := range k.Questions {
		words := q.Text
		if q.New != "" {
			words = "(" + q.New + ") " + words
		}
		for i, l := range cells.Wrap(words, max(text-codeWidth, 1)) {
			if i > 0 {
				s.lines = append(s.lines, strings.Repeat(" ", codeWidth)+l)
				continue
			}
			s.lines = append(s.lines, cells.Fit(q.Code.String(), codeWidth)+cells.Pad(l, max(text-codeWidth, 1))+
				t.Faint.Render(cells.PadLeft("____", gradeW)+cells.PadLeft("____", relevantW)))
		}
	}
}

// asks draws the questions that are not graded, each with room for its
// answer.
func (s *previewSheet) asks(asks []questionnaire.Ask) {
	for _, a := range asks {
		s.gap()
		s.add(s.f.Theme.Text, a.Text)
		n := 4
		if a.Kind == questionnaire.Text {
			n = min(s.w, 60)
		}
		s.lines = append(s.lines, s.f.Theme.Faint.Render(strings.Repeat("_", n)))
	}
}
