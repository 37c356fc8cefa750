package main

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"kwi/internal/account"
	"kwi/internal/cells"
	"kwi/ui/drive"
)

// clickCell clicks on the cell in which a word begins, and so many further.
func clickCell(t *testing.T, d *drive.Driver, word string, right int) {
	t.Helper()
	for y, line := range strings.Split(d.Screen(), "\n") {
		if at := strings.Index(line, word); at >= 0 {
			d.Send(tea.MouseClickMsg{X: cells.Width(line[:at]) + right, Y: y, Button: tea.MouseLeft})
			return
		}
	}
	t.Fatalf("%q does not stand on the screen:\n%s", word, d.Screen())
}

// TestAClickPutsTheCaretInAText: before the sign that was clicked, in one line and
// in many, in a dialog and on a screen, beside signs that are wide or combined.
func TestAClickPutsTheCaretInAText(t *testing.T) {
	const line = "één 漢字 e\u0301e\u0301n slot"
	for _, w := range []struct {
		name string
		keys []string
	}{
		{"a dialog", []string{"enter", "1", "tab", "n"}},
		{"an agreement", []string{"enter", "7", "tab", "tab", "n"}},
		{"a client", []string{"n"}},
		{"the palette", []string{"enter", "ctrl+p"}},
		{"a filter", []string{"/"}},
		{"a sentence", []string{"enter", "6", "tab", "tab", "enter"}},
		{"a text", []string{"enter", "1", "enter"}},
	} {
		t.Run(w.name, func(t *testing.T) {
			d := sit(t, stocked(t), "nl", 80, 24)
			d.Press(w.keys...)
			d.Press("esc")
			d.Press(w.keys[len(w.keys)-1])
			if _, _, typing := d.Caret(); !typing {
				t.Fatalf("nothing is typed here:\n%s", d.Screen())
			}
			d.Press("ctrl+end", "ctrl+u")
			d.Paste(line)
			d.See(line)
			for _, c := range []struct {
				word  string
				right int
				want  string
			}{
				{"slot", 0, "|slot"}, {"slot", 2, "sl|ot"}, {"字", 0, "漢|字"}, {"字", 1, "漢|字"}, {"漢", 1, "|漢"},
				{"e\u0301n", 0, "e\u0301|e\u0301n"}, {"één", 0, "|één"}, {"slot", 9, "slot|"},
			} {
				clickCell(t, d, c.word, c.right)
				d.Press("|")
				if !strings.Contains(d.Screen(), c.want) {
					t.Errorf("%s+%d: no %q on\n%s", c.word, c.right, c.want, d.Screen())
				}
				d.Press("backspace")
			}
		})
	}
}

// TestAClickInTheLinesOfAText: on the line that was clicked, or at its end.
func TestAClickInTheLinesOfAText(t *testing.T) {
	d := sit(t, stocked(t), "nl", 80, 24)
	d.Press("enter", "6", "tab", "tab", "enter")
	d.Paste("eerste regel\nderde 漢字 regel\nlaatste")
	for _, c := range []struct {
		word  string
		right int
		want  string
	}{
		{"eerste", 3, "eer|ste regel"}, {"字", 1, "漢|字"}, {"laatste", 4, "laat|ste"}, {"eerste", 30, "eerste regel|"}, {"derde", 0, "|derde"},
	} {
		clickCell(t, d, c.word, c.right)
		d.Press("|")
		d.See(c.want)
		d.Press("backspace")
	}
}

// TestAClickOnAnotherFieldGoesThere: the first is kept as it is behind tab, and the
// caret stands where the other was clicked.
func TestAClickOnAnotherFieldGoesThere(t *testing.T) {
	s := stocked(t)
	d := sit(t, s, "nl", 80, 24)
	d.Press("enter", "1", "tab", "n")
	d.Type("Nina Nieuw")
	d.Press("tab", "tab")
	d.Type("Inkoper hier")
	before := len(kept(t, s, "newmedia").Respondents)
	clickCell(t, d, "Nina Nieuw", 5)
	d.Type("de ")
	d.See("Nina de Nieuw", "Inkoper hier")
	clickCell(t, d, "Inkoper", 7)
	d.Type("s")
	d.See("Nina de Nieuw", "Inkopers hier")
	clickCell(t, d, "E-mail", 0)
	d.Type("nina@newmedia.example")
	d.See("Inkopers hier", "nina@newmedia.example")
	if n := len(kept(t, s, "newmedia").Respondents); n != before {
		t.Fatal("it was kept before anybody said so")
	}
	d.Press("ctrl+s")
	c := kept(t, s, "newmedia")
	if r := c.Respondents[len(c.Respondents)-1]; len(c.Respondents) != before+1 || r.Name != "Nina de Nieuw" || r.Function != "Inkopers hier" || r.Email != "nina@newmedia.example" {
		t.Errorf("kept: %+v\n%s", r, d.Screen())
	}

	d = sit(t, s, "nl", 80, 24) // a screen keeps what was typed on leaving the field
	d.Press("enter", "6", "tab", "tab", "enter", "ctrl+u")
	d.Type("Veel waarom")
	analysis := func() account.Analysis {
		c := kept(t, s, "newmedia")
		return c.Newest().Analysis
	}
	clickCell(t, d, "Wat stellen wij", 0)
	d.Type("Vaker langs")
	if a := analysis(); a.Remarks != "Veel waarom" || a.Proposals != "" {
		t.Errorf("kept: %+v", a)
	}
	clickCell(t, d, "Veel waarom", 5)
	d.Type("en vaak ")
	d.Press("esc")
	if a := analysis(); a.Remarks != "Veel en vaak waarom" || a.Proposals != "Vaker langs" {
		t.Errorf("kept: %+v\n%s", a, d.Screen())
	}
}
