package widget_test

import (
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"kwi/internal/account"
	"kwi/ui/keys"
	"kwi/ui/kit"
	"kwi/ui/kit/kittest"
	"kwi/ui/theme"
	"kwi/ui/widget"
)

// who is the matrix of the test: who judges which question.
func who(t theme.Theme, people ...string) widget.Matrix {
	m := widget.Matrix{Title: "Wie kan wat beoordelen?", Corner: "14 van 23"}
	for _, p := range people {
		m.Columns = append(m.Columns, widget.MatrixColumn{ID: p, Title: p})
	}
	row := func(title, marks string, group bool) {
		r := widget.MatrixRow{ID: title, Title: title, Group: group}
		for i := range people {
			k := widget.Mark{Text: string([]rune(marks)[i%5])}
			if k.Text == t.Glyphs.Off {
				k.Style = t.Faint
			}
			r.Marks = append(r.Marks, k)
		}
		m.Rows = append(m.Rows, r)
	}
	row("KWI-01 Kennisborging", "■■■–■", true)
	row("1.01 Wie komt werken kent ons vooraf", "■■■··", false)
	row("1.02 Kennis staat in het opdrachtdossier", "■■··■", false)
	row("1.03 Zichtbaar aan gewerkt", "■■■·■", false)
	row("KWI-02 Inspiratie", "■■■·■", true)
	row("2.01 Op verzoek krijgen wij bruikbaar advies", "■■■·■", false)
	row("2.02 Adviseert ook ongevraagd", "■■■·■", false)
	for i := range people {
		m.Sums = append(m.Sums, widget.Mark{Text: []string{"10", "10", "6", "0!", "9"}[i%5]})
	}
	return m
}

func TestMatrixLooks(t *testing.T) {
	var b strings.Builder
	five := []string{"AA", "BB", "CC", "DD", "KK"}
	grades := who(theme.Plain(), five...)
	grades.Title, grades.Corner, grades.Line, grades.Sums = "Score per KWI", "score", true, nil
	for i := range grades.Rows {
		grades.Rows[i].Sum.Text = []string{"7,60", "–", "10,00", "7,05"}[i%4]
		for j := range grades.Rows[i].Marks {
			grades.Rows[i].Marks[j].Text = []string{"7,5", "8,0", "–", "10", "6<"}[(i+j)%5]
		}
	}
	for _, c := range []struct {
		title string
		m     widget.Matrix
		w, h  int
		at    widget.Grid
	}{
		{"77 wide", who(theme.Plain(), five...), 77, 16, widget.Grid{Row: widget.List{At: 2}, Col: widget.List{At: 2}}},
		{"117 wide, the first question", who(theme.Plain(), five...), 117, 16, widget.Grid{}},
		{"figures", grades, 77, 16, widget.Grid{Row: widget.List{At: 3}}},
		{"nine people, 50 wide, six lines", who(theme.Plain(), "A", "BB", "CCCC", "D", "E", "F", "G", "H", "IJ"), 50, 6, widget.Grid{Row: widget.List{At: 5}, Col: widget.List{At: 4, Top: 2}}},
		{"nobody yet", who(theme.Plain()), 77, 16, widget.Grid{}},
		{"nothing at all", widget.Matrix{Title: "Wie kan wat beoordelen?"}, 77, 16, widget.Grid{}},
	} {
		f := kittest.Frame(c.w, c.h, "nl", account.Client{})
		fmt.Fprintf(&b, "# %s\n%s\n", c.title, kittest.Show(kit.Page{Body: strings.Join(c.m.View(f, c.at, c.w, c.h), "\n")}))
	}
	kittest.Golden(t, "matrix", b.String())
}

func TestMovingThroughAMatrix(t *testing.T) {
	m := who(theme.Plain(), "AA", "BB", "CC")
	at := m.In(widget.Grid{})
	for _, c := range []struct {
		way      keys.Way
		row, col int
	}{
		{keys.None, 1, 0}, {keys.Down, 2, 0}, {keys.Down, 3, 0}, {keys.Down, 5, 0}, {keys.Right, 5, 1}, {keys.Right, 5, 2}, {keys.Right, 5, 2}, {keys.Up, 3, 2},
		{keys.Home, 3, 0}, {keys.End, 3, 2}, {keys.PageDown, 6, 2}, {keys.PageUp, 1, 2}, {keys.Up, 1, 2}, {keys.Left, 1, 1},
	} {
		if at = m.Move(at, c.way, 77, 16); at.Row.At != c.row || at.Col.At != c.col {
			t.Fatalf("way %d: %d,%d, want %d,%d", c.way, at.Row.At, at.Col.At, c.row, c.col)
		}
	}
	m.Firm = true
	if at = m.Move(m.Move(at, keys.PageUp, 77, 16), keys.Up, 77, 16); at.Row.At != 0 {
		t.Errorf("the head cannot be in hand: %d", at.Row.At)
	}
}

func TestMatrixStaysWithinItsWidth(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w, h := rapid.IntRange(1, 130).Draw(t, "w"), rapid.IntRange(1, 20).Draw(t, "h")
		f := kittest.Frame(w, h, "en", account.Client{}, kittest.Theme(theme.Dark()))
		m := widget.Matrix{Title: kittest.Hostile.Draw(t, "title"), Corner: kittest.Hostile.Draw(t, "corner"), Line: rapid.Bool().Draw(t, "line")}
		text := kittest.Hostile.Draw(t, "mark")
		for i := range rapid.IntRange(0, 10).Draw(t, "columns") {
			m.Columns = append(m.Columns, widget.MatrixColumn{Title: kittest.Hostile.Draw(t, "column")})
			if i%2 == 0 {
				m.Sums = append(m.Sums, widget.Mark{Text: text})
			}
		}
		for i := range rapid.IntRange(0, 12).Draw(t, "rows") {
			r := widget.MatrixRow{Title: kittest.Hostile.Draw(t, "row"), Group: i%3 == 0, Sum: widget.Mark{Text: text}}
			for range len(m.Columns) / 2 {
				r.Marks = append(r.Marks, widget.Mark{Text: text})
			}
			m.Rows = append(m.Rows, r)
		}
		at := widget.Grid{}
		for range rapid.IntRange(0, 8).Draw(t, "moves") {
			at = m.Move(at, keys.Way(rapid.IntRange(0, 8).Draw(t, "way")), w, h)
		}
		kittest.Fits(t, f, kit.Page{Body: strings.Join(m.View(f, at, w, h), "\n")})
	})
}

func BenchmarkMatrix120x40(b *testing.B) {
	f := kittest.Frame(117, 36, "nl", account.Client{}, kittest.Theme(theme.Dark()))
	m := who(f.Theme, "AA", "BB", "CC", "DD", "EE", "FF", "GG", "HH")
	for len(m.Rows) < 60 {
		m.Rows = append(m.Rows, m.Rows[:7]...)
	}
	for b.Loop() {
		m.View(f, widget.Grid{Row: widget.List{At: 20}}, 117, 36)
	}
}
