package questionnaire

import (
	"strings"
	"testing"

	"kwi/internal/account"
	"kwi/internal/guide"
)

func TestTheReferenceIsReadBack(t *testing.T) {
	for _, by := range []account.AnswersBy{account.ByName, account.ByGroup} {
		c := ours()
		c.Newest().AnswersBy = by
		marked := listOf(&c, "KK").Reference()
		unmarked := marked
		unmarked.Mark, unmarked.Promise = "", ""
		if marked.Promise != by || !marked.Mark.Valid() {
			t.Errorf("%+v", marked)
		}
		for _, want := range []Reference{marked, unmarked} {
			line := want.String()
			for _, s := range []string{
				line, "Kenmerk: " + line + ".", strings.ReplaceAll(line, " · ", "  ·\n"), strings.ReplaceAll(line, " · ", "\n· "),
				strings.ReplaceAll(line, " ", "\u00a0"), "(" + line + ")",
			} {
				if got, ok := FindReference(s); !ok || got != want {
					t.Errorf("%q: %+v", s, got)
				}
			}
		}
		upper := strings.ToUpper(string(marked.Mark))
		if got, _ := FindReference(strings.ReplaceAll(marked.String(), string(marked.Mark), upper)); got != marked {
			t.Errorf("in capitals: %+v", got)
		}
	}
}

// TestAMarkIsWholeOrNone: what was cut off or grew is no mark, and what was
// left out of the middle makes no other.
func TestAMarkIsWholeOrNone(t *testing.T) {
	c := ours()
	want := listOf(&c, "KK").Reference()
	line := want.String()
	for _, s := range []string{line[:len(line)-1], line + "7", strings.Replace(line, " · n", " · x", 1), strings.Replace(line, " · n", " n", 1)} {
		if got, ok := FindReference(s); !ok || got.Mark != "" || got.Promise != "" || got.Who != "KK" {
			t.Errorf("%q: %+v", s, got)
		}
	}
	if got, _ := FindReference(strings.Replace(line, want.Print+" · ", "", 1)); got.Mark != want.Mark || got.Print != "" {
		t.Errorf("without its print: %+v", got)
	}
}

// TestTheWordsOfAPromiseAreKnown: a list from before the reference told it
// says so in words, which a mail program may have wrapped.
func TestTheWordsOfAPromiseAreKnown(t *testing.T) {
	for _, tag := range []string{"nl", "en"} {
		name, group := guide.For(tag).Message(guide.ListByName), guide.For(tag).Message(guide.ListByGroup)
		for text, want := range map[string]account.AnswersBy{
			name: account.ByName, group: account.ByGroup, strings.ReplaceAll(group, " ", "\n  "): account.ByGroup, name + " " + group: account.ByGroup, "": "", "bij uw naam": "",
		} {
			if got := PromiseIn(text); got != want {
				t.Errorf("%q promises %q", text, got)
			}
		}
		c := ours()
		c.Newest().AnswersBy = account.ByGroup
		l := For(&c, c.Newest(), "KK", Sender{Supplier: "Bestseller"}, Measure, tag) // without a mark
		r, ok := ReadText("Hierbij.\n\n> "+strings.ReplaceAll(Plain(l), "\n", "\n> "), "a.eml")
		if !ok || r.Mark != "" || r.Promise != account.ByGroup {
			t.Errorf("%s: %+v", tag, r.Reference)
		}
	}
}
