package part_test

import (
	"testing"

	"kwi/internal/account"
	"kwi/ui/kit/kittest"
	"kwi/ui/part"
)

// Where letters and lists are made, the dialog says in which language each goes,
// also of whom nobody asked.
func TestInWhichLanguageEachGetsTheirs(t *testing.T) {
	people := []account.Respondent{{Initials: "KK", Language: "nl"}, {Initials: "BB", Language: "en"}, {Initials: "CC"}, {Initials: "AA", Language: "nl"}}
	for tag, want := range map[string]string{
		"nl": "Ieder krijgt het in de eigen taal: in het Nederlands KK, AA; in het Engels BB; in het Nederlands, want niet gevraagd, CC. Je kiest die bij Mensen.",
		"en": "Everybody gets it in their own language: in Dutch KK, AA; in English BB; in English, as nobody asked, CC. It is chosen under People.",
	} {
		f := kittest.Frame(77, 20, tag, account.Client{})
		if note := part.Tongues(&f, people); len(note) != 1 || note[0].Value != want {
			t.Errorf("%+v", note)
		}
		if part.Tongues(&f, nil) != nil {
			t.Error("nobody gets anything")
		}
	}
}
