package plan

import (
	"strconv"
	"strings"

	"kwi/internal/report"
	"kwi/ui/kit"
	"kwi/ui/widget"
)

// blockAim begins what is aimed at where that is a block of the page.
const blockAim = "block/"

// AimAt implements kit.Aimed: the block that stands there, on the page or on its
// small map. Where one is inside a block its lines are rows.
func (s Screen) AimAt(f kit.Frame, x, y int) kit.Aim {
	page, ok := s.page(&f)
	if !ok || s.Typing() {
		return ""
	}
	i, j := -1, -1
	if wholePage(&f) {
		i, j = s.onWall(&f, &page, x, y)
	} else if x < gridSize*mapCell && y%2 == 0 && y/2 < gridSize {
		i, j = y/2, x/mapCell
	}
	if i < 0 || j < 0 {
		return ""
	}
	number := report.PlanGrid()[i][j]
	if number == s.number() {
		return "" // what is in hand there is the page's own
	}
	return kit.Aim(blockAim + strconv.Itoa(number))
}

// onWall is the row and the column of the page that a place lies in, -1 for none.
func (s Screen) onWall(f *kit.Frame, page *report.PlanPage, x, y int) (row, column int) {
	row, column = -1, -1
	_, high := s.wallCells(f, page)
	for i, top := 0, 0; i < gridSize; i++ {
		if y >= top && y < top+high[i] {
			row = i
		}
		top += high[i] + 1
	}
	for j, left := 0, 0; j < gridSize; j++ {
		w := columnWidths(f.W)[j]
		if x >= left && x < left+w {
			column = j
		}
		left += w + 2
	}
	return row, column
}

// onBlock takes a block in hand by its number.
func (s Screen) onBlock(at string) (Screen, bool) {
	text, is := strings.CutPrefix(at, blockAim)
	number, err := strconv.Atoi(text)
	if !is || err != nil || number < report.VisionBlock || number > report.FiguresBlock {
		return s, false
	}
	s.block, s.in, s.compare, s.form = number, false, false, widget.Form{}
	return s, true
}
