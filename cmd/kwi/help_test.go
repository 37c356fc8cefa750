package main

import (
	"strings"
	"testing"
	"unicode"
)

// TestWhatCanBeDoneBeginsSmall: in the list of all that can be done every name
// begins small, but a language and an abbreviation, and every reason is a sentence.
func TestWhatCanBeDoneBeginsSmall(t *testing.T) {
	for language, own := range map[string]string{"nl": "English", "en": "Nederlands"} {
		for _, goes := range []string{"", "enter 1", "enter 6", "enter 8"} {
			d := sit(t, stocked(t), language, 120, 200)
			d.Press(strings.Fields(goes + " ?")...)
			n := 0
			for _, line := range strings.Split(d.Screen(), "\n") {
				const keys = 2 + 14 + 1 // margin, keys and a space
				cells := []rune(strings.TrimRight(line, " "))
				if len(cells) < keys+2 || !strings.HasPrefix(line, "  ") || cells[2] == ' ' || cells[keys-1] != ' ' {
					continue
				}
				name := string(cells[keys:])
				n++
				if unicode.IsUpper(cells[keys]) && unicode.IsLower(cells[keys+1]) && name != own {
					t.Errorf("%s %q: %q begins with a capital", language, goes, name)
				}
				if at := strings.Index(name, " ("); at >= 0 && unicode.IsLower([]rune(name[at+2:])[0]) {
					t.Errorf("%s %q: %q gives a reason that is no sentence", language, goes, name)
				}
			}
			if n < 15 {
				t.Errorf("%s %q: %d lines of help are read:\n%s", language, goes, n, d.Screen())
			}
		}
	}
}

// TestAKeyStandsOnceInTheHelp: a key that the page in front has for itself is not
// told once more of what it does elsewhere, in a meeting where somebody answers
// either: there = is how much a grade weighs and + makes the letters larger.
func TestAKeyStandsOnceInTheHelp(t *testing.T) {
	for _, goes := range []string{"", "enter 1", "enter 6", "enter 6 enter", "enter M enter enter 3 enter enter"} {
		d := sit(t, stocked(t), "en", 120, 200)
		d.Press(strings.Fields(goes + " ?")...)
		seen := map[string]string{}
		for _, line := range strings.Split(d.Screen(), "\n") {
			signs := []rune(line)
			if len(signs) < 20 || !strings.HasPrefix(line, "  ") || signs[2] == ' ' || signs[16] != ' ' {
				continue
			}
			for _, name := range strings.Fields(string(signs[:16])) {
				if was, twice := seen[name]; twice && name != ":" && name != "…" {
					t.Errorf("%q: %s is told twice:\n%s\n%s", goes, name, was, line)
				}
				seen[name] = line
			}
		}
		if strings.Contains(goes, "M") && seen["="] == "" {
			t.Errorf("%q: nobody answers:\n%s", goes, d.Screen())
		}
	}
}
