package part

import (
	"strings"

	"kwi/internal/account"
	"kwi/ui/kit"
)

// Colouring is what colours the answers of a respondent, and with "" those of all;
// "" where nothing was noted. A copy for the client does not hold it.
func Colouring(f *kit.Frame, who account.Initials) string {
	y := f.Y()
	if y == nil {
		return ""
	}
	if who == "" {
		if y.Circumstances == "" {
			return ""
		}
		return sentence(f.T("beside.all", y.Circumstances))
	}
	if text := y.Colouring[who]; text != "" {
		return sentence(f.T("beside.one", NameOf(f, who), text))
	}
	return ""
}

// sentence is a text that ends as one.
func sentence(text string) string {
	if strings.HasSuffix(text, ".") || strings.HasSuffix(text, "!") || strings.HasSuffix(text, "?") {
		return text
	}
	return text + "."
}

// Besides is what is to be known beside the figures of a cycle, for ourselves: what
// colours the answers of all and of each, and who gave theirs with one of us there.
func Besides(f *kit.Frame) (out []string) {
	y := f.Y()
	if y == nil {
		return nil
	}
	if text := Colouring(f, ""); text != "" {
		out = append(out, text)
	}
	for _, r := range f.Client.Respondents {
		if text := Colouring(f, r.Initials); text != "" {
			out = append(out, text)
		}
	}
	if text := WithUs(f, y); text != "" {
		out = append(out, text)
	}
	return out
}

// WithUs names who gave their answers in a talk or at the telephone, where answers
// stand beside names at all.
func WithUs(f *kit.Frame, y *account.Cycle) string {
	if !y.Named() {
		return ""
	}
	var who []string
	for _, r := range f.Client.Respondents {
		if how := f.Words.AnsweredHow(y, r.Initials, f.Today); how != "" {
			who = append(who, string(r.Initials)+" "+how)
		}
	}
	if len(who) == 0 {
		return ""
	}
	return f.T("beside.withus", strings.Join(who, ", "))
}
