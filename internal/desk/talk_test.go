package desk_test

import (
	"context"
	"strings"
	"testing"

	"kwi/internal/account"
	"kwi/internal/desk"
	"kwi/internal/fault"
	"kwi/internal/portable"
	"kwi/store/memory"
)

func TestWhatWasHeardIsATextAndALetter(t *testing.T) {
	ctx := context.Background()
	c := account.Client{ID: "dorp", Name: "Dorp", Respondents: []account.Respondent{{Initials: "KK", Name: "Kees Klant", Language: "nl", Email: "kees@dorp.example"}, {Initials: "DD"}},
		Cycles: []account.Cycle{{Name: "2027H1", Stage: account.Draft}}}
	for _, n := range []account.Note{{Date: "2026-11-20", With: "KK", Text: "Sneller antwoord", Heard: []account.Initials{"KK"}}, {Date: "2026-11-20", With: "KK", Text: "INTERN"}, {Date: "2026-11-20", With: "DD", Text: "INTERN"}} {
		if err := c.AddNote("", n); err != nil {
			t.Fatal(err)
		}
	}
	d := desk.New(memory.New(), nonce())
	if _, err := d.Import(ctx, false, portable.File{Supplier: "Bestseller", Clients: []account.Client{c}}); err != nil {
		t.Fatal(err)
	}
	by := desk.Bringing{Tag: "en", Me: account.User{Name: "Joe", Email: "joe@best.example"}, At: thursday}
	out, err := d.ReadBack(ctx, c, "", "KK", by)
	if err != nil {
		t.Fatal(err)
	}
	if out.File != "dorp-2027H1-KK-gesprek" || !out.Email || out.Book != nil || out.Sent.Mark != "" {
		t.Errorf("%+v", out)
	}
	for what, texts := range map[string][]string{string(out.Text): {"Sneller antwoord", "Voor Kees Klant"}, string(out.Letter): {"To: \"Kees Klant\" <kees@dorp.example>", "X-Unsent: 1", "- Sneller antwoord", "Joe"}} {
		for _, text := range texts {
			if !strings.Contains(what, text) || strings.Contains(what, "INTERN") {
				t.Errorf("%q is not in, or INTERN is:\n%s", text, what)
			}
		}
	}
	if _, err := d.ReadBack(ctx, c, "", "DD", by); !fault.Has(err, fault.Unheard) {
		t.Error(err)
	}
	if _, err := d.ReadBack(ctx, c, "1999H1", "KK", by); !fault.Has(err, fault.NoCycle) {
		t.Error(err)
	}
}
