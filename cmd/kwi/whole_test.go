package main

import (
	"context"
	"regexp"
	"strings"
	"testing"

	"kwi/internal/desk"
	"kwi/internal/portable"
	"kwi/store"
	"kwi/store/memory"
	"kwi/ui/drive"
)

// lengthy is the example portfolio in which all that people wrote is long. Each
// text begins with a word of its own and ends with one. Names and titles
// have so many letters.
func lengthy(t testing.TB, names, titles int) store.Store {
	t.Helper()
	long := func(begins string, n int) string {
		text := begins + " is langer dan men denkt"
		for len(text) < n-5 {
			text += " en dan nog wat"
		}
		return text[:n-5] + " EIND"
	}
	f := examplePortfolio()
	for i := range f.Clients {
		c := f.Clients[i].Clone()
		for r := range c.Respondents {
			c.Respondents[r].Name = long("Naam "+string(c.Respondents[r].Initials), names)
		}
		for n := range c.Cycles {
			y := &c.Cycles[n]
			for k := range y.KWIs {
				kwi := &y.KWIs[k]
				kwi.Title, kwi.Expectation = long("Titel "+kwi.Code.Short(), titles), long("Verwachting "+kwi.Code.Short(), 2000)
				for q := range kwi.Questions {
					kwi.Questions[q].Text = long("Vraag "+kwi.Questions[q].Code.String(), 200)
				}
			}
			for a := range y.Actions {
				y.Actions[a].Text = long("Actie "+string(y.Actions[a].Number), 105)
			}
		}
		f.Clients[i] = c
	}
	s := memory.New()
	if _, err := desk.New(s, nonce).Import(context.Background(), false, portable.File{Clients: f.Clients, Firm: f.Firm}); err != nil {
		t.Fatal(err)
	}
	return s
}

// cutText is what is left of a text in a cell that was too narrow for it.
var cutText = regexp.MustCompile(`(Naam [A-Z]{2}|Titel \d\d|Vraag \d\.\d\d|Actie \d{4}-\d\d)[^…│]*…`)

// A line that is cut can be read whole where it is in hand: on the same screen, or
// behind enter.
func TestWhatIsCutCanBeReadWhole(t *testing.T) {
	goesRoundUnraced(t)
	cut := 0
	for _, size := range [][2]int{{80, 24}, {60, 20}} {
		kept := lengthy(t, size[0]-20, 2*size[0]-70)
		r := tour{t: t, store: func() store.Store { return kept }, language: "nl", row: 4, w: size[0], h: size[1]}
		for _, s := range stops() {
			d, is := r.at(s)
			if !is {
				continue
			}
			for range 8 {
				for _, line := range strings.Split(whatStands(d), "\n") {
					if !strings.Contains(line, "▸ ") {
						continue
					}
					for _, begins := range cutText.FindAllStringSubmatch(line, -1) {
						if cut++; !readWhole(d, begins[1]) {
							t.Errorf("%s, side %d, %d×%d: %s cannot be read whole:\n%s", s.name, s.side, r.w, r.h, begins[1], d.Screen())
						}
					}
				}
				d.Press("down")
			}
		}
	}
	if cut < 50 {
		t.Errorf("only %d texts were cut", cut)
	}
}

// readWhole reports whether a text stands on the screen with its end, or on what
// enter opens; it leaves the screen as it was.
func readWhole(d *drive.Driver, begins string) bool {
	whole := regexp.MustCompile(regexp.QuoteMeta(begins) + `[^…]*? EIND`)
	stands := func() bool {
		var words []string
		for _, line := range strings.Split(whatStands(d), "\n") {
			words = append(words, strings.Fields(strings.ReplaceAll(line, "▸", ""))...)
		}
		return whole.MatchString(strings.Join(words, " "))
	}
	if stands() {
		return true
	}
	before, place := whatStands(d), d.Place()
	d.Press("enter")
	defer func() {
		if whatStands(d) != before && (d.Dialog() || d.Place() == place) {
			d.Press("esc")
		}
	}()
	if strings.Contains(d.Screen(), "bewaard") {
		d.Press("ctrl+z")
		return false
	}
	_, _, field := d.Caret()
	return stands() || d.Dialog() && field // which shows all of it as one goes through it
}
