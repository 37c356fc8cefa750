package lang

import (
	"os"
	"regexp"
	"strings"
	"testing"

	"kwi/internal/language"
)

// kinds are what a text of a language never has, each with what to write
// instead. Only what cannot be right is here: a reader finds the rest.
var kinds = map[string][]struct {
	never   *regexp.Regexp
	instead string
}{
	"en": {
		{regexp.MustCompile(`(?i)\b(he|him|his|himself)\b`), "they, their, the client or a name"},
		{regexp.MustCompile(`(?i)\bstands? (here|there|beside|next to|above|below)\b`), "is, appears or is shown"},
		{regexp.MustCompile(`(?i)\blook(s|ing)? along\b`), "is watching"},
		{regexp.MustCompile(`(?i)\b(is|are) called so\b`), "by that name"},
		{regexp.MustCompile(`(?i)\b(given up|let go) by name\b`), "deliberately left out"},
		{regexp.MustCompile(`(?i)\ban own\b`), "of their own, or of its own"},
		{regexp.MustCompile(`(?i)\bwho of (us|you|them)\b`), "which of"},
		{regexp.MustCompile(`(?i)\b(that|one [a-z ]+) is the most\b`), "at most, or the maximum"},
		{regexp.MustCompile(`(?i)\bjust so\b`), "exactly the same"},
	},
	"nl": {
		// Of a thing too: die says it as well, and no list of exceptions is needed.
		{regexp.MustCompile(`(?i)\b(hij|hem)\b`), "de naam, de functie, de respondent of die"},
		{regexp.MustCompile(`(?i)\bvoor (\d{1,2} (jan|feb|m(aa)?rt|apr|mei|jun|jul|aug|sep|okt|nov|dec)|maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag)`), "uiterlijk"},
		{regexp.MustCompile(`(?i)\bzo een\b`), "zo'n"},
		{regexp.MustCompile(`(?i)\bdat is het meeste\b`), "dat is het maximum"},
		{regexp.MustCompile(`(?i)\btegenover (het doel|de verwachting)\b`), "ten opzichte van"},
		{regexp.MustCompile(`(?i)\bom haar te\b`), "om die te"},
		{regexp.MustCompile(`(?i)\bfiguren\b`), "cijfers"},
	},
}

// The words of the screens and those of the guide are read with the same ears.
func TestNoTextIsOfAKindThatMadeAReaderStumble(t *testing.T) {
	for _, folder := range []string{"text", "../guide/text"} {
		told, _ := language.ReadTexts(os.DirFS(folder))
		if len(told) < 20 {
			t.Fatalf("%s has %d texts", folder, len(told))
		}
		for key, lines := range told {
			for i, l := range language.All() {
				said := lines[i]
				for _, k := range kinds[l.Tag] {
					if found := k.never.FindString(said); found != "" {
						t.Errorf("%s (%s) says %q; write %s: %s", key, l.Tag, found, k.instead, said)
					}
				}
			}
		}
	}
}

// A client is promised no time that answering takes: that puts people off.
func TestAClientIsToldNoMinutes(t *testing.T) {
	told, _ := language.ReadTexts(os.DirFS("../guide/text"))
	minutes := regexp.MustCompile(`(?i)\b(minuten|minuut|minutes?)\b`)
	for key, lines := range told {
		for _, name := range []string{"communicate.", "measure.", "reminder.", "invitation.", "concept.", "list.", "nps."} {
			for _, said := range lines {
				if strings.HasPrefix(key, name) && minutes.MatchString(said) {
					t.Errorf("%s: %s", key, said)
				}
			}
		}
	}
}
