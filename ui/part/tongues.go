package part

import (
	"strings"

	"kwi/internal/account"
	"kwi/internal/language"
	"kwi/ui/kit"
	"kwi/ui/widget"
)

// Tongues says in which language each of some respondents gets what is written for
// them: their own, or that of the screen where nobody asked. It is a note among the
// fields of the dialog that writes.
func Tongues(f *kit.Frame, people []account.Respondent) []widget.Field {
	by := map[string][]string{}
	for _, r := range people {
		by[r.Language] = append(by[r.Language], string(r.Initials))
	}
	var said []string
	for _, l := range language.All() {
		if who := by[l.Tag]; len(who) > 0 {
			said = append(said, f.T("tongue.in", f.T("communicate.language."+l.Tag), strings.Join(who, ", ")))
		}
	}
	if who := by[""]; len(who) > 0 {
		said = append(said, f.T("tongue.unasked", f.T("communicate.language."+f.Words.Tag()), strings.Join(who, ", ")))
	}
	if len(said) == 0 {
		return nil
	}
	return []widget.Field{{ID: "tongues", Kind: widget.NoteField, Value: f.T("tongue.head", strings.Join(said, "; "))}}
}
