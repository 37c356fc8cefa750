package guide

import (
	"strings"
	"testing"

	"kwi/internal/account"
)

// Every value has something to say, to ask and to react to.
func TestEveryValueHelpsOn(t *testing.T) {
	for _, g := range []*Guide{nl, en} {
		seen := map[string]bool{}
		for _, v := range g.Inspiration("Bestseller", nil) {
			if v.Meaning == "" || len(v.Ask) < 2 || len(v.Ask) > 3 || len(v.Examples) < 2 || len(v.Examples) > 3 {
				t.Errorf("%s: %q says too little or too much", g.Tag(), v.Title)
			}
			if n := strings.Count(v.Meaning, ". ") + strings.Count(v.Meaning, "? "); n > 1 {
				t.Errorf("%s: %q takes more than two sentences", g.Tag(), v.Title)
			}
			for _, text := range v.Ask {
				if !strings.HasSuffix(text, "?") {
					t.Errorf("%s asks nothing: %s", v.Title, text)
				}
			}
			named := false
			for _, text := range v.Examples {
				if !strings.HasSuffix(text, ".") || strings.ContainsAny(text, "{}") {
					t.Errorf("%s: nobody can grade %q", v.Title, text)
				}
				named = named || strings.Contains(text, "Bestseller")
			}
			if !named {
				t.Errorf("%s: no example names the supplier", v.Title)
			}
			for _, text := range append(append([]string{v.Title}, v.Ask...), v.Examples...) {
				if seen[text] {
					t.Errorf("%s stands here twice: %s", g.Tag(), text)
				}
				seen[text] = true
			}
		}
	}
}

func TestASupplierWithAPointInItsNameEndsASentence(t *testing.T) {
	for _, v := range en.Inspiration("Bestseller B.V.", nil) {
		if strings.Contains(v.Words(), "B.V..") {
			t.Errorf("got %s", v.Words())
		}
	}
}

func TestOwnValuesComeFirst(t *testing.T) {
	own := account.Shelf{
		{ID: "own-a", Kind: account.OwnWisdom, Title: "No value"},
		{ID: "own-b", Kind: account.OwnValue, Title: "Gone", Withdrawn: "2026-06-20"},
		{ID: "own-c", Kind: account.OwnValue, Title: "Calm", Text: "No haste.", Items: []account.OwnItem{{Number: 1, Text: "When is it calm?"}, {Number: 2, Text: "It was calm."}}},
	}
	all := en.Inspiration("Bestseller", own)
	if len(all) != 35 || !all[0].Own || all[0].Title != "Calm" || len(all[0].Ask) != 1 || len(all[0].Examples) != 1 || all[1].Own {
		t.Errorf("got %+v", all[:2])
	}
	if !strings.Contains(all[0].Words(), "No haste.") {
		t.Error("what was written with it cannot be found")
	}
}
