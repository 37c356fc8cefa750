package ui

import (
	"regexp"
	"slices"
	"strings"
	"sync"
	"unicode"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"kwi/internal/cells"
	"kwi/ui/kit"
	"kwi/ui/part"
)

// What is in hand goes to the clipboard by way of the terminal (OSC 52), as text that
// reads well in a mail. It is taken from what the screen draws for whoever looks, so
// that with the client watching nothing can go that they do not see, and it is where
// the cursor stands.

const (
	mostCopied = 4000 // signs; many terminals take a few times as much
	mostTold   = 60   // cells of what was copied, in the notice
	broadRow   = 1000 // a body as wide as this cuts no text of a row
	tallPage   = 1000 // and as tall as this no page
)

// copyInHand copies what is in hand, and says what that was.
func (r *Root) copyInHand(cmds *commandBatch) {
	text := r.textInHand()
	lines := strings.Split(text, "\n")
	told := cells.Line(lines[0], mostTold)
	switch {
	case text == "":
		r.say(r.Words.T("root.copied.none"), true)
		return
	case len(lines) > 1:
		r.say(r.Words.N("root.copied.lines", len(lines), told), false)
	default:
		r.say(r.Words.T("root.copied", told), false)
	}
	cmds.add(tea.SetClipboard(text))
}

// textInHand is the row in hand, in one line; on a page without one all that it says,
// what is scrolled out of view too.
func (r *Root) textInHand() string {
	f, _ := r.framed()
	if q, ok := r.top().screen.(kit.Quotable); ok && f.Audience == kit.Manager {
		if text := q.Quoted(f); text != "" {
			return shortened(text)
		}
	}
	page := r.page(&f)
	y, chosen := r.rowInHand(&page)
	if !chosen {
		tall := f
		if f.Audience == kit.Manager {
			tall.H = tallPage
		}
		return shortened(pageText(r.page(&tall).Body))
	}
	narrow := f
	if narrow.W >= part.BesideFrom { // without what such a body tells beside its rows
		narrow.W = part.BesideFrom - 1
		at := r.page(&narrow)
		if to, ok := r.rowInHand(&at); ok {
			page, y = at, to
		}
	}
	row := rowCells(lineOf(page.Body, y))
	broad := f
	broad.W = broadRow
	whole := r.page(&broad)
	if to, ok := r.rowInHand(&whole); ok {
		row = uncut(row, rowCells(lineOf(whole.Body, to)))
	}
	return shortened(strings.Join(row, " · "))
}

// rowInHand is the line of a page on which something is typed or chosen.
func (r *Root) rowInHand(page *kit.Page) (y int, ok bool) {
	if page.Cursor != nil {
		return page.Cursor.Y, true
	}
	at, chosen := r.inHandAt(page)
	return at.y, chosen
}

func lineOf(body string, y int) string {
	lines := strings.Split(ansi.Strip(body), "\n")
	if y < 0 || y >= len(lines) {
		return ""
	}
	return lines[y]
}

// drawn are the signs with which what is in hand is shown, lines and bars are drawn.
var drawn = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`[‹›▸\x{2500}-\x{259F}\x{2800}-\x{28FF}]`)
})

// rowCells are the texts of a row, without signs that only show how something stands.
func rowCells(line string) (row []string) {
	for _, cell := range gapBetween().Split(drawn().ReplaceAllString(cells.Clean(line), " "), -1) {
		cell = strings.TrimSpace(strings.TrimLeftFunc(cell, func(s rune) bool { return unicode.IsSpace(s) || unicode.Is(unicode.So, s) || s == '>' }))
		if strings.ContainsFunc(cell, func(s rune) bool { return unicode.IsLetter(s) || unicode.IsDigit(s) }) {
			row = append(row, cell)
		}
	}
	return row
}

// uncut are the texts of a row, each whole where a broader row has it so.
func uncut(row, broad []string) []string {
	row = slices.Clone(row)
	for i, cell := range row {
		begins := strings.TrimSpace(strings.TrimSuffix(cell, "…"))
		whole := slices.IndexFunc(broad, func(b string) bool { return len(b) > len(begins) && strings.HasPrefix(b, begins) })
		if whole >= 0 && (strings.HasSuffix(cell, "…") || strings.Contains(begins, " ")) {
			row[i] = broad[whole]
		}
	}
	return row
}

// pageText is what a page says, line below line, without what is drawn of lines and bars.
func pageText(body string) string {
	var lines []string
	for line := range strings.SplitSeq(ansi.Strip(body), "\n") {
		line = strings.TrimRight(drawn().ReplaceAllString(cells.Clean(line), " "), " ")
		if line != "" || len(lines) > 0 && lines[len(lines)-1] != "" {
			lines = append(lines, line)
		}
	}
	return strings.TrimSpace(strings.Join(lines, "\n"))
}

// shortened is a text as long as goes to the clipboard at most.
func shortened(text string) string {
	if letters := []rune(text); len(letters) > mostCopied {
		return strings.TrimSpace(string(letters[:mostCopied-1])) + "…"
	}
	return text
}
