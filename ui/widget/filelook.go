package widget

import (
	"cmp"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"

	"charm.land/bubbles/v2/filepicker"
	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"

	"kwi/internal/cells"
	"kwi/internal/crash"
	"kwi/internal/fault"
	"kwi/ui/keys"
)

// The picker of Bubbles reads the disk while it draws, and its copies share
// the way back through its folders. So it draws within a command, what it drew
// is kept as rows, and every folder gets a picker of its own: one that is only
// moved in is a value.

// fileRow is a row that the picker drew.
type fileRow struct {
	text   string // the name, cleaned
	kind   fileKind
	marked bool
	held   bool // the cursor is on it
}

// fileKind is what a row is, as the styles of the picker write it before the
// name.
type fileKind byte

const (
	likelyFile fileKind = 'f'
	otherFile  fileKind = 'o' // of another kind than is looked for
	aFolder    fileKind = 'd'
	aLink      fileKind = 'l'
	heldFile   fileKind = 'h' // not known yet: the picker has one style for whatever is in hand
)

// filesSeen is what a command saw of a folder.
type filesSeen struct {
	number int // of the command that it answers
	model  filepicker.Model
	rows   []fileRow
	opened bool   // it is another folder
	chosen string // it was a file: this one
	err    error
}

// newPicker is a picker in a folder, with its files read.
func newPicker(folder string, kinds []string, height int) filepicker.Model {
	m := filepicker.New()
	m.CurrentDirectory = folder
	for _, kind := range kinds {
		m.AllowedTypes = append(m.AllowedTypes, kind, strings.ToUpper(kind))
	}
	m.ShowPermissions, m.ShowSize, m.AutoHeight = false, false, false
	m.Cursor = heldSign
	m.KeyMap = filepicker.KeyMap{GoToTop: keys.Of(keys.Home), GoToLast: keys.Of(keys.End), Down: keys.Of(keys.Down), Up: keys.Of(keys.Up)}
	m.SetHeight(max(height, 1))
	m, _ = m.Update(m.Init()())
	return m
}

// walkTo puts the cursor on a file, or leaves it at the top where that is not
// there. Whatever the height was before, the cursor is in view.
func walkTo(m filepicker.Model, path string, height int) filepicker.Model {
	m.SetHeight(max(height, 1))
	top := stepPicker(m, keys.Home)
	for m = top; path != "" && m.HighlightedPath() != path; {
		next := stepPicker(m, keys.Down)
		if next.HighlightedPath() == m.HighlightedPath() {
			return top
		}
		m = next
	}
	return m
}

// movePicker goes one way. The picker's own pages leave the cursor out of view.
func movePicker(m filepicker.Model, way keys.Way) filepicker.Model {
	switch way {
	case keys.PageUp, keys.PageDown:
		by := map[keys.Way]keys.Way{keys.PageUp: keys.Up, keys.PageDown: keys.Down}[way]
		for range m.Height() {
			m = stepPicker(m, by)
		}
		return m
	}
	return stepPicker(m, way)
}

func stepPicker(m filepicker.Model, way keys.Way) filepicker.Model {
	m, _ = m.Update(keys.Press(way))
	return m
}

const heldSign = ">"

// drawPicker is what the picker draws now, as rows.
func drawPicker(m filepicker.Model, marked map[string]bool) (rows []fileRow) {
	as := func(kind fileKind) lipgloss.Style {
		return lipgloss.NewStyle().Transform(func(name string) string {
			mark := "-"
			if marked[filepath.Join(m.CurrentDirectory, name)] {
				mark = "+"
			}
			return string(rune(kind)) + mark + cells.OneLine(name)
		})
	}
	plain := lipgloss.NewStyle()
	m.Styles = filepicker.Styles{
		Cursor: plain, DisabledCursor: plain, Permission: plain, FileSize: plain, EmptyDirectory: plain,
		File: as(likelyFile), DisabledFile: as(otherFile), Directory: as(aFolder), Symlink: as(aLink), Selected: as(heldFile), DisabledSelected: as(heldFile),
	}
	for line := range strings.SplitSeq(m.View(), "\n") {
		text, held := strings.CutPrefix(line, heldSign)
		if !held {
			text = strings.TrimPrefix(line, "  ")
		}
		if len(text) < 2 || !strings.ContainsRune("fodlh", rune(text[0])) || !strings.ContainsRune("+-", rune(text[1])) {
			continue // what fills the height, or a line of a name that has several
		}
		r := fileRow{text: strings.TrimSpace(cells.OneLine(text[2:])), kind: fileKind(text[0]), marked: text[1] == '+', held: held}
		if held {
			r.kind, r.marked = kindOfFile(m), marked[m.HighlightedPath()]
		}
		rows = append(rows, r)
	}
	return rows
}

// kindOfFile is what the row in hand is.
func kindOfFile(m filepicker.Model) fileKind {
	about, err := os.Stat(m.HighlightedPath())
	switch {
	case err == nil && about.IsDir():
		return aFolder
	case hasEnd(m.HighlightedPath(), m.AllowedTypes):
		return likelyFile
	}
	return otherFile
}

func hasEnd(name string, ends []string) bool {
	for _, end := range ends {
		if strings.HasSuffix(name, end) {
			return true
		}
	}
	return len(ends) == 0
}

// openFolder looks into a folder, or where that is not there into the nearest
// above it. at is the file that the cursor goes to.
func openFolder(folder, at string, above bool, kinds []string, height int, marked map[string]bool) filesSeen {
	for {
		about, err := os.Stat(folder)
		if err == nil && !about.IsDir() {
			folder, at = filepath.Dir(folder), folder
		}
		_, err = os.ReadDir(folder)
		if err == nil {
			m := walkTo(newPicker(folder, kinds, height), at, height)
			return filesSeen{model: m, rows: drawPicker(m, marked), opened: true}
		}
		if up := filepath.Dir(folder); above && up != folder {
			folder, at = up, folder
			continue
		}
		return filesSeen{err: err}
	}
}

// longestLook is how long a folder may take to answer.
const longestLook = 5 * time.Second

// silentFolder is a folder that does not answer.
type silentFolder string

func (s silentFolder) Error() string { return fmt.Sprintf("%s does not answer", string(s)) }

// lookInTime is a command that looks at the disk, and gives up where that does
// not answer.
func lookInTime(number int, folder string, look func() filesSeen) tea.Cmd {
	return func() tea.Msg {
		come := make(chan filesSeen, 1)
		crash.Go(func() { come <- look() }, func(f *fault.Fault) { come <- filesSeen{err: f} })
		late := time.NewTimer(longestLook)
		defer late.Stop()
		var seen filesSeen
		select {
		case seen = <-come:
		case <-late.C:
			seen.err = silentFolder(cmp.Or(folder, "?"))
		}
		seen.number = number
		return seen
	}
}
