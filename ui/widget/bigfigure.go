package widget

import (
	"strings"

	"kwi/ui/theme"
)

// bigSigns are the signs that a big figure can hold, in the order of bigDots.
const bigSigns = "0123456789,.–+−"

// bigDots are those signs in dots, eight high; two dots make a cell.
const bigDots = `
.###. ..#.. .###. .###. ...#. ##### .###. ##### .###. .###. .. .. ..... ..... .....
#...# .##.. #...# #...# ..##. #.... #...# ....# #...# #...# .. .. ..... ..... .....
#...# ..#.. ....# ....# .#.#. #.... #.... ...#. #...# #...# .. .. ..... ..#.. .....
#...# ..#.. ...#. ..##. #..#. ####. ####. ..#.. .###. .#### .. .. ##### ##### #####
#...# ..#.. ..#.. ....# ##### ....# #...# ..#.. #...# ....# .. .. ..... ..#.. .....
#...# ..#.. .#... #...# ...#. #...# #...# ..#.. #...# #...# ## ## ..... ..... .....
.###. .###. ##### .###. ...#. .###. .###. ..#.. .###. .###. ## ## ..... ..... .....
..... ..... ..... ..... ..... ..... ..... ..... ..... ..... #. .. ..... ..... .....
`

// BigFigure draws a figure four lines high, to be read across a table: digits,
// comma, point, plus and –. All lines are equally wide. What it cannot draw
// it leaves out.
func BigFigure(t theme.Theme, text string) []string {
	rows := strings.Split(strings.Trim(bigDots, "\n"), "\n")
	var lines [4]strings.Builder
	for _, r := range text {
		at := strings.IndexRune(bigSigns, r)
		if at < 0 {
			continue
		}
		at = len([]rune(bigSigns[:at]))
		for i := range lines {
			if lines[i].Len() > 0 {
				lines[i].WriteByte(' ')
			}
			lines[i].WriteString(halves(strings.Fields(rows[2*i])[at], strings.Fields(rows[2*i+1])[at]))
		}
	}
	out := make([]string, len(lines))
	for i := range lines {
		out[i] = t.Strong.Render(lines[i].String())
	}
	return out
}

// halves draws two rows of dots as one row of cells.
func halves(upper, lower string) string {
	var b strings.Builder
	for i := range len(upper) {
		switch {
		case upper[i] == '#' && lower[i] == '#':
			b.WriteString("█")
		case upper[i] == '#':
			b.WriteString("▀")
		case lower[i] == '#':
			b.WriteString("▄")
		default:
			b.WriteByte(' ')
		}
	}
	return b.String()
}
