package cli

import (
	"strings"

	"kwi/internal/account"
	"kwi/internal/cells"
	"kwi/internal/desk"
	"kwi/internal/questionnaire"
)

// foundText is a list that came back in words: whose, how much, and line by
// line what cannot be taken or is worth a look.
func (r *invocation) foundText(f questionnaire.Found, how desk.Taking) string {
	var b strings.Builder
	line := func(indent, text string) { b.WriteString(indent + cells.Clean(text) + "\n") }
	head := f.File + ": " + f.Name
	if f.Name != string(f.Who) {
		head += " (" + string(f.Who) + ")"
	}
	head += ", " + f.Client + " " + string(f.Cycle)
	if f.No != nil {
		line("", head)
		line("  ", r.words.T("cli.collect.not", f.No.Say(r.words)))
		return b.String()
	}
	line("", head+": "+r.words.T("cli.collect.read", r.words.N("cli.collect.grades", f.Graded()), r.words.Int(f.Asked)))
	for _, i := range f.Items {
		if i.Verdict == questionnaire.Accepted {
			continue
		}
		key := "cli.collect.odd"
		if i.Verdict == questionnaire.Refused {
			key = "cli.collect.bad"
		}
		line("  ", r.words.T(key, r.what(i.Code, i.Key), i.At, i.Reason.Say(r.words)))
	}
	if f.Doubt != nil {
		line("  ", r.words.T("cli.collect.unmarked", f.Doubt.Say(r.words)))
	}
	for _, n := range f.Notices {
		line("  ", n.Say(r.words))
	}
	for _, c := range f.Changes {
		line("    ", r.words.T("cli.collect.change", r.what(c.Code, c.Key), r.value(c.Key, c.Was), r.value(c.Key, c.Is)))
	}
	if f.Hidden {
		line("    ", r.words.T("collect.hidden"))
	}
	if !f.Takes(how.Partial, how.Replace) && how.Partial {
		line("  ", r.words.T("cli.collect.left"))
	}
	return b.String()
}

// what names a question.
func (r *invocation) what(code account.QuestionCode, key questionnaire.Key) string {
	if key == "" {
		return code.String()
	}
	return key.Letter() + " " + r.words.T("collect.key."+string(key))
}

// value is an answer as it was and as it is.
func (r *invocation) value(key questionnaire.Key, s string) string {
	switch {
	case s == "":
		return "–"
	case (key == questionnaire.Named || key == questionnaire.MayRead) && s == "true":
		return r.words.T("sheet.yes")
	case key == questionnaire.Named || key == questionnaire.MayRead:
		return r.words.T("sheet.no")
	case key == "" || key == questionnaire.Score:
		return s
	}
	return "“" + cleanLine(s) + "”"
}
