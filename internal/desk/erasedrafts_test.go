package desk_test

import (
	"slices"
	"testing"

	"kwi/internal/account"
	"kwi/internal/desk"
	"kwi/internal/hand"
	"kwi/store/memory"
)

// TestErasingLeavesDraftsAboutOthers: of what was typed about a client in one run only
// that which names them goes.
func TestErasingLeavesDraftsAboutOthers(t *testing.T) {
	t.Parallel()
	s := memory.New()
	x := client("x")
	x.Respondents = append(x.Respondents, account.Respondent{Initials: "ZZ", Name: "Zus Zeeman"})
	d := seeded(t, s, x)
	kept, gone := draft("p", "half a word"), draft("q", "Zus Zeeman wants it sooner")
	if err := d.KeepDrafts(ctx, "x", []hand.Draft{kept, gone}, nil); err != nil {
		t.Fatal(err)
	}
	p, _ := x.Person("ZZ")
	done := must[desk.Erasure](t)(d.Erase(ctx, desk.Erasing{Person: p, Today: "2026-11-27"}))
	left := must[[]hand.Draft](t)(desk.New(s, nonces()).Drafts(ctx, "x"))
	if texts := draftTexts(left); done.Drafts != 1 || !slices.Equal(texts, []string{"half a word"}) {
		t.Errorf("%d went, %q are left", done.Drafts, texts)
	}
}

func draftTexts(drafts []hand.Draft) (texts []string) {
	for _, d := range drafts {
		texts = append(texts, d.Text)
	}
	return texts
}
