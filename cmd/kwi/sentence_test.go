package main

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"

	"kwi/internal/account"
	"kwi/store"
	"kwi/ui/drive"
	"kwi/ui/kit"
)

// words are what sentences are made of here: of both languages, with capitals,
// figures and signs, and with every letter that is a key somewhere.
var words = strings.Fields(`De klant zei dat wij Meer moeten laten zien; hij wil vóór 25 december "één" gezicht, en Toen: geen gedoe! Jan-Willem
	gaat volgende week (of later) met Quirine langs? Yes, we know what you expect: a workshop by Friday 16:00, no excuses... Ja. Nee. n j y x K
	Lex vroeg 7 of 8 keer 'waarom' [sic] en GO kwam pas in 2027H1 @Anna #2 8< 9> 10 & zo / verder = klaar % ~ u x3 café`)

// sentenceOf is a random sentence: it begins with a letter, as sentences do.
func sentenceOf(r *rand.Rand) string {
	begin := []string{"De", "Wij", "alles", "Morgen", "Het", "geen", "Louis", "Tot", "Quirine", "we", "nothing", "Maar", "iedereen", "Kees", "klaar", "hij", "jullie", "later"}
	list := []string{begin[r.IntN(len(begin))]}
	for range 1 + r.IntN(9) {
		list = append(list, words[r.IntN(len(words))])
	}
	return strings.Join(list, " ")
}

// unsaid is a client in which nothing is said any more: what is left may not
// change by a sentence.
func unsaid(c account.Client) account.Client {
	c = c.Clone()
	for i := range c.Cycles {
		y := &c.Cycles[i]
		y.Notes, y.NotExpected, y.Analysis, y.Remarks = nil, nil, account.Analysis{}, nil
		y.Kickoff.Strategy, y.Kickoff.Arguments, y.Meeting.Notes, y.Meeting.Decisions = "", nil, nil, nil
		for j := range y.KWIs {
			k := &y.KWIs[j]
			k.Title, k.Expectation, k.Why = "", "", ""
			for q := range k.Questions {
				k.Questions[q].Text = ""
			}
		}
	}
	return c.Tidy()
}

// TestASentenceChangesNothingButText types and pastes sentences on every
// screen, on each of its sides, wherever the cursor is and with a dialog open:
// whatever was typed, nothing of the client changes but text.
func TestASentenceChangesNothingButText(t *testing.T) {
	goesRoundUnraced(t)
	t.Parallel()
	rounds := 4 * timesFurther(t)
	if testing.Short() {
		rounds = 2
	}
	var at []string // ways to somewhere, from the portfolio
	at = append(at, "", "down", "/", "o", "v", "n", "?", ":", "p", "p down", "p space", "enter c", "enter g", "enter ?")
	for _, e := range places(sources{}) {
		if e.Together || !e.Client {
			continue
		}
		for _, side := range []string{"", "tab", "tab tab", "tab tab tab"} {
			for _, more := range []string{"", "down", "down down right", "end", "enter", "enter down", "enter tab", "end enter", "enter enter", "space", "n", "ctrl+n"} {
				at = append(at, strings.TrimSpace(fmt.Sprintf("enter place:%s %s %s", e.Name, side, more)))
			}
		}
	}
	typed := map[string]bool{} // in which round, on what stood there: many ways lead to the same
	known := map[string]bool{} // in which language, the ways that lead to what another led to before
	for i, way := range at {
		for round := range rounds {
			r := rand.New(rand.NewPCG(uint64(i), uint64(round)))
			language := []string{"nl", "en"}[round%2]
			if known[language+way] {
				continue
			}
			s := stocked(t)
			if strings.Contains(way, "place:plan") {
				elsewhere(t, s, withAction)
			}
			d := sit(t, s, language, 80, 24)
			going(d, way)
			d.Beat(3)
			x, y, _ := d.Caret()
			stands := fmt.Sprint(round, d.Place(), d.Dialog(), x, y, d.Styled())
			if typed[stands] {
				known[language+way] = true
				continue
			}
			typed[stands] = true
			before := kept(t, s, "newmedia")
			text := sentenceOf(r)
			if r.IntN(4) == 0 {
				d.Paste(text + "\n" + sentenceOf(r))
			} else {
				d.Type(text)
			}
			d.Beat(3)
			after := kept(t, s, "newmedia")
			if x, y := unsaid(before), unsaid(after); !reflect.DeepEqual(x, y) {
				t.Errorf("%s, %q: more than text changed:\n%s", way, text, d.Screen())
			}
		}
	}
	if least := 200 * rounds; len(typed) < least {
		t.Errorf("sentences were typed on %d screens, of at least %d", len(typed), least)
	}
	t.Log(len(typed), "sentences on", len(at)*rounds, "ways")
}

// going presses the keys of a way; place:NAME goes there by its digit.
func going(d *drive.Driver, way string) {
	for _, key := range strings.Fields(way) {
		name, isPlace := strings.CutPrefix(key, "place:")
		if !isPlace {
			d.Press(key)
			continue
		}
		n := 0
		for _, e := range places(sources{}) {
			if e.Numbered() {
				n++
			}
			if e.Name == name && e.Person {
				d.Press("5", "v")
			} else if e.Name == name && e.Aside {
				d.Press("5", e.Key.Keys()[0])
			} else if e.Name == name && e.Traces {
				d.Press("8", "f6")
			} else if e.Name == name {
				d.Press(fmt.Sprint(n))
			}
		}
	}
}

// TestASentenceAnswersNothingInAMeeting types sentences on every page of a
// meeting, where single letters and figures are answers: none of them is given
// by a sentence that begins with a letter that is no key.
func TestASentenceAnswersNothingInAMeeting(t *testing.T) {
	for _, stage := range []func(*testing.T) store.Store{inTest, func(t *testing.T) store.Store { return answering(t, account.ByName) }} {
		for i, name := range []string{kit.MeetTesting, kit.MeetAnswering, kit.MeetKWI, kit.MeetAgreements, kit.MeetSession} {
			for round, more := range []string{"", "down", "enter", "down enter", "end"} {
				r := rand.New(rand.NewPCG(uint64(i), uint64(round)))
				s := stage(t)
				d := sit(t, s, []string{"nl", "en"}[round%2], 80, 24)
				going(d, "M enter W")
				d.Press("5", "enter", pageKey(name))
				going(d, more)
				d.Beat(3)
				before := kept(t, s, "newmedia")
				text := []string{"De", "Dat", "Alles", "Zo"}[r.IntN(4)] + " kan 7 of 8 jaar niet " + sentenceOf(r)
				d.Type(text)
				d.Beat(3)
				if after := kept(t, s, "newmedia"); !reflect.DeepEqual(unsaid(before), unsaid(after)) {
					t.Errorf("%s %s, %q: more than text changed:\n%s", name, more, text, d.Screen())
				}
			}
		}
	}
}
