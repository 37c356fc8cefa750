package main

import (
	"context"
	"slices"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/vt"

	"kwi/internal/account"
	"kwi/internal/cells"
	"kwi/internal/desk"
	"kwi/internal/portable"
	"kwi/store"
	"kwi/store/memory"
	"kwi/ui/drive"
)

// abroad are names of which a sign is not one letter in one cell: wide ones, letters
// made of several, and letters that are read from the right.
var abroad = map[string]string{
	"wide":     "株式会社 山田太郎と 한글",
	"combined": "Zoe\u0308 A\u0301ngstro\u0308m नमस्ते",
	"hebrew":   "שלום עליכם בע״מ",
	"arabic":   "شركة السلام مُحَمَّد",
}

// letters is a text as many cells wide with one letter in each.
func letters(s string) string { return strings.Repeat("w", cells.Width(s)) }

// renamed is the example portfolio with everything that has a name or a title
// called something else.
func renamed(t testing.TB, name string) store.Store {
	t.Helper()
	f := examplePortfolio()
	f.Clients = slices.Clone(f.Clients) // all tests have the same ones
	for i := range f.Clients {
		c := f.Clients[i].Clone()
		c.Name = name + " " + c.ID
		for r := range c.Respondents {
			c.Respondents[r].Name, c.Respondents[r].Function = string(c.Respondents[r].Initials)+" "+name, name
		}
		for n := range c.Cycles {
			y := &c.Cycles[n]
			for k := range y.KWIs {
				kwi := &y.KWIs[k]
				kwi.Title, kwi.Expectation = name, name+". "+name
				for q := range kwi.Questions {
					kwi.Questions[q].Text = kwi.Questions[q].Code.String() + " " + name
				}
			}
			for a := range y.Actions {
				y.Actions[a].Text = name + " " + string(y.Actions[a].Number)
			}
			for v := range y.Visits {
				y.Visits[v].Note = name
			}
		}
		f.Clients[i] = c
	}
	s := memory.New()
	if _, err := desk.New(s, nonce).Import(context.Background(), false, portable.File{Supplier: name, Clients: f.Clients, Firm: account.Firm{}}); err != nil {
		t.Fatal(err)
	}
	return s
}

// onTerminal is what stands on a terminal that shows a screen, a line of cells
// each; behind a wide sign its second cell is empty.
func onTerminal(d *drive.Driver, w, h int) [][]string {
	e := vt.NewEmulator(w, h)
	_, _ = e.WriteString("\x1b[?2027h")
	_, _ = e.WriteString(strings.ReplaceAll(d.Screen(), "\n", "\r\n"))
	lines := make([][]string, h)
	for y := range lines {
		for x := range w {
			sign := " "
			if c := e.CellAt(x, y); c != nil {
				sign = c.Content
			}
			lines[y] = append(lines[y], sign)
		}
	}
	return lines
}

// marks are the signs that stand in a column of their own and in no name.
const marks = "│■◐●○┤▏█▇▆▅▄▃▂▁✓±"

// Names and titles of any writing stay in their cells: a terminal has every sign
// where we count it, and what stands beside them stands where it does beside
// letters.
func TestForeignNamesStayInTheirCells(t *testing.T) {
	goesRoundUnraced(t)
	const w, h = 100, 30 // where every column is
	for kind, name := range abroad {
		if testing.Short() && kind != "wide" && kind != "hebrew" {
			continue
		}
		foreign, plain := renamed(t, name), renamed(t, letters(name))
		for _, s := range stops() {
			at := func(kept store.Store) (*drive.Driver, bool) {
				return tour{t: t, store: func() store.Store { return kept }, language: "nl", w: w, h: h}.at(s)
			}
			d, is := at(foreign)
			if !is {
				continue
			}
			twin, _ := at(plain)
			shown, beside := onTerminal(d, w, h), onTerminal(twin, w, h)
			for y, line := range strings.Split(d.Screen(), "\n") {
				x := 0
				for rest := ansi.Strip(line); rest != ""; {
					size, n := cells.Cluster(rest)
					if sign := rest[:size]; strings.TrimSpace(sign) != "" && n > 0 && x < w && (shown[y][x] == "" || !strings.HasPrefix(sign, shown[y][x])) {
						t.Fatalf("%s: %s, side %d, line %d, cell %d: a terminal has %q, not %q, in\n%s", kind, s.name, s.side, y, x, shown[y][x], sign, line)
					}
					rest, x = rest[size:], x+n
				}
				for x := range w {
					if at := beside[y][x]; at != "" && strings.Contains(marks, at) && shown[y][x] != at {
						t.Fatalf("%s: %s, side %d, line %d, cell %d: %q is not in its cell:\n%s\n%s", kind, s.name, s.side, y, x, at, d.Screen(), twin.Screen())
					}
				}
			}
		}
	}
}
