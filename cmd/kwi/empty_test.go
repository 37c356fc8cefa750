package main

import (
	"context"
	"regexp"
	"slices"
	"strings"
	"testing"

	"kwi/internal/account"
	"kwi/internal/desk"
	"kwi/internal/portable"
	"kwi/store"
	"kwi/store/memory"
	"kwi/ui/drive"
)

// bare are clients of whom something is not there yet, each a little further
// than the one before.
func bare() map[string][]account.Client {
	person := account.Client{ID: "bare", Name: "Kale klant", Kind: account.External, Approach: account.Extended}
	begun := func(c account.Client) account.Client {
		c = c.Clone()
		c.Cycles = []account.Cycle{{Name: "2026H2", Stage: account.Initialise, AnswersBy: account.ByName}}
		return c
	}
	simple := begun(person)
	simple.Approach = account.Simple
	people := begun(person)
	people.Respondents = []account.Respondent{{Initials: "AA", Name: "Anna"}, {Initials: "BB", Name: "Bram"}}
	wished := begun(people)
	wished.Cycles[0].KWIs = []account.KWI{{Code: 1, Title: "Rust", WishedBy: "AA", Questions: []account.Question{{Code: account.QuestionCode{KWI: 1, Serial: 1}, Text: "Het is rustig.", Kind: account.Own}}}}
	asked := begun(wished)
	asked.Cycles = wished.Clone().Cycles
	asked.Cycles[0].Assigned = map[account.Initials][]account.QuestionCode{"AA": {{KWI: 1, Serial: 1}}}
	answered := asked.Clone()
	answered.Cycles[0].Stage = account.Measure
	answered.Cycles[0].Answers = map[account.Initials]account.Sheet{"AA": account.Sheet{}.With(account.Answer{Question: account.QuestionCode{KWI: 1, Serial: 1}, Grade: 8})}
	return map[string][]account.Client{"no client": nil, "no cycle": {person}, "nobody": {begun(person)}, "nobody, simple": {simple}, "no KWI": {people}, "no question asked": {wished}, "no answer": {asked}, "nobody silent": {answered}}
}

// named are the keys that a text says to press.
var named = regexp.MustCompile(`(?:[Dd]ruk op|[Mm]et|[Pp]ress|, of op|, or) (esc|enter|tab|shift\+tab|ctrl\+\w|alt\+\w|f\d|[a-zA-Z0-9/])(?:[ ,.:;]|$)`)

// A screen or a side with nothing in it says what belongs there and which key
// begins, and that key does something.
func TestEmptyScreensTeach(t *testing.T) {
	t.Parallel()
	goesRoundUnraced(t)
	empty := map[string]bool{}
	for name, clients := range bare() {
		of := func() store.Store {
			kept := memory.New()
			if _, err := desk.New(kept, nonce).Import(context.Background(), false, portable.File{Clients: clients}); err != nil {
				t.Fatal(err)
			}
			return kept
		}
		for _, language := range []string{"nl", "en"} {
			r := tour{t: t, store: of, language: language, w: 80, h: 24}
			for _, s := range stops() {
				if clients == nil && len(s.to) > 0 && s.name != "library" && s.name != "history" {
					continue // without clients there is no way there
				}
				d, is := r.at(s)
				if !is {
					continue
				}
				body := bodyOf(d)
				said := named.FindAllStringSubmatch(strings.Join(strings.Fields(body), " "), -1)
				if !inHand(body) && !isRead(s, body) {
					empty[s.name] = true
					if len(said) == 0 {
						t.Errorf("%s: %s, side %d, says no key that begins:\n%s", name, s.name, s.side, d.Screen())
					}
				}
				for _, key := range said {
					d, _ := r.at(s)
					before := whatStands(d)
					if d.Press(key[1]); whatStands(d) == before && !d.Quit {
						t.Errorf("%s: %s, side %d, %s: %s does nothing:\n%s", name, s.name, s.side, language, key[1], d.Screen())
					}
				}
			}
		}
	}
	if len(empty) < 10 {
		t.Errorf("only %d places were empty: %v", len(empty), empty)
	}
}

// bodyOf is the screen without head, lines of advice and keys.
func bodyOf(d *drive.Driver) string {
	lines := strings.Split(whatStands(d), "\n")
	lines = slices.DeleteFunc(lines[2:len(lines)-1], func(l string) bool { return strings.HasPrefix(strings.TrimSpace(l), "f3 ") })
	return strings.Join(lines, "\n")
}

// isRead reports whether a stop is a page to read, with something on it: the page
// before a visit, the order of the session, a trace, and what the figures say.
func isRead(s stop, body string) bool {
	for _, begins := range []string{"(AA)", "(BB)", "1  ", "score in", "Aanbeveling", "Recommendation"} {
		if strings.Contains(strings.Join(strings.Split(body, "\n")[:3], "\n"), begins) {
			return true
		}
	}
	return s.name == "trace"
}

// sidesLine is a line with the sides of a screen, one of which is looked at.
var sidesLine = regexp.MustCompile(`^(  ▸ |    )\S+( \S+)*((    |  ▸ )\S+( \S+)*)+$`)

// inHand reports whether something of a body is in hand.
func inHand(body string) bool {
	for i, line := range strings.Split(body, "\n") {
		if strings.ContainsAny(line, "▸‹") && (i > 1 || !sidesLine.MatchString(line)) {
			return true
		}
	}
	return false
}
