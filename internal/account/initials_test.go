package account

import (
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestInitialsAreProposedFromNames(t *testing.T) {
	for name, want := range map[string]Initials{
		"Kees Klant": "KK", "Anna van Dijk": "AD", "Dijk, Anna van": "AD", "Jan-Willem de Boer": "JWB", "Cher": "C", "李小龍": "李", "J.P. de Wit": "JPW", "Jan-Willem Bakker Senior": "JWB",
		"Çelik Demir": "ÇD", "C\u0327elik Demir": "ÇD", "K. Klant": "KK", "  ": "", "...": "", "jan": "J", "Mr. T": "MT", "anna.bos": "AB", "van": "",
	} {
		if got := ProposeInitials(name, func(Initials) bool { return false }); got != want {
			t.Errorf("%q is %q, want %q", name, got, want)
		}
	}
	given := map[Initials]bool{}
	var all []string
	for _, name := range []string{"Anna Bos", "Bos, Anne", "Arie Bos", "A. Bos", "A. Bos", "A. Bos", "A. Bos", "A. Bos"} {
		i := ProposeInitials(name, func(i Initials) bool { return given[i] })
		given[i] = true
		all = append(all, string(i))
	}
	if got := strings.Join(all, " "); got != "AB ABO ARB AB2 AB3 AB4 AB5 AB6" {
		t.Errorf("eight of one name are %s", got)
	}
}

// TestProposedInitialsAreValidAndFree: whatever the names.
func TestProposedInitialsAreValidAndFree(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		given := map[Initials]bool{}
		for range rapid.IntRange(1, 20).Draw(t, "people") {
			name := rapid.OneOf(rapid.String(), rapid.StringMatching(`[AB][a-c]* (van )?[AB][a-c]*`)).Draw(t, "name")
			i := ProposeInitials(name, func(i Initials) bool { return given[i] })
			if i == "" && len(nameWords(name)) == 0 {
				continue
			}
			if !ValidInitials(string(i)) || given[i] {
				t.Fatalf("%q is %q", name, i)
			}
			given[i] = true
		}
	})
}

func TestANamesakeIsFound(t *testing.T) {
	c := Client{Respondents: []Respondent{{Initials: "AB", Name: "Anna Bos", Email: "anna@noord.example"}, {Initials: "XX"}}}
	for _, r := range []Respondent{
		{Initials: "BO", Email: "Anna@Noord.example"}, {Initials: "BO", Name: "Bos, Anna"}, {Initials: "BO", Name: "ANNA  BOS"}, {Initials: "BO", Name: "Ánna Bos", Email: "other@x.example"},
	} {
		if there := c.Namesake(r); there == nil || there.Initials != "AB" {
			t.Errorf("%+v is nobody else's", r)
		}
	}
	for _, r := range []Respondent{{Initials: "BO"}, {Initials: "AB", Name: "Anna Bos"}, {Initials: "BO", Name: "Anna Vos", Email: "a@noord.example"}} {
		if there := c.Namesake(r); there != nil {
			t.Errorf("%+v is %+v", r, *there)
		}
	}
}
