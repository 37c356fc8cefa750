package lang

import (
	"slices"
	"testing"

	"kwi/internal/account"
)

func TestSalutationsFollowFromTheName(t *testing.T) {
	for _, x := range []struct {
		name, function string
		nl, en         []string
	}{
		{"Kees Klant", "", []string{"Beste Kees,", "Geachte heer Klant,", "Geachte mevrouw Klant,"}, []string{"Dear Kees,", "Dear Mr Klant,", "Dear Ms Klant,"}},
		{"Anna van den Berg", "", []string{"Beste Anna,", "Geachte heer Van den Berg,", "Geachte mevrouw Van den Berg,"}, []string{"Dear Anna,", "Dear Mr van den Berg,", "Dear Ms van den Berg,"}},
		{"Mevr. drs. A.B. de Wit", "", []string{"Geachte mevrouw De Wit,"}, []string{"Dear Ms de Wit,"}},
		{"de heer Klant", "", []string{"Geachte heer Klant,"}, []string{"Dear Mr Klant,"}},
		{"K.J. Klant", "", []string{"Geachte heer of mevrouw K.J. Klant,", "Geachte heer Klant,", "Geachte mevrouw Klant,"}, []string{"Dear K.J. Klant,", "Dear Mr Klant,", "Dear Ms Klant,"}},
		{"Kees", "", []string{"Beste Kees,"}, []string{"Dear Kees,"}},
		{"Jo J. Klant (inkoop)", "", []string{"Beste Jo,", "Geachte heer Klant,", "Geachte mevrouw Klant,"}, []string{"Dear Jo,", "Dear Mr Klant,", "Dear Ms Klant,"}},
		{"Hoofd facilitaire zaken", "", []string{"Geachte heer of mevrouw,"}, []string{"Dear Sir or Madam,"}},
		{"Directeur", "", []string{"Geachte heer of mevrouw,"}, []string{"Dear Sir or Madam,"}},
		{"General Manager", "general manager", []string{"Geachte heer of mevrouw,"}, []string{"Dear Sir or Madam,"}},
		{"KK", "", []string{"Geachte heer of mevrouw,"}, []string{"Dear Sir or Madam,"}},
		{"", "", []string{"Geachte heer of mevrouw,"}, []string{"Dear Sir or Madam,"}},
	} {
		r := &account.Respondent{Initials: "KK", Name: x.name, Function: x.function}
		if nl, en := For("nl").Salutations(r), For("en").Salutations(r); !slices.Equal(nl, x.nl) || !slices.Equal(en, x.en) {
			t.Errorf("%s: %q and %q", x.name, nl, en)
		}
	}
}

func TestATypedSalutationStandsAsItIs(t *testing.T) {
	for typed, want := range map[string]string{"": "Beste Kees,", "Hoi Kees": "Hoi Kees,", "Geachte heer Klant,": "Geachte heer Klant,", "Dag Kees!": "Dag Kees!", "  ": "Beste Kees,"} {
		if got := For("nl").Salutation(&account.Respondent{Name: "Kees Klant", Salutation: typed}); got != want {
			t.Errorf("%q: %q", typed, got)
		}
	}
	if got := For("en").Salutation(nil); got != "Dear Sir or Madam," {
		t.Error(got)
	}
}
