package widget

import (
	"errors"
	"os"
	"path/filepath"
	"slices"

	"charm.land/bubbles/v2/filepicker"
	tea "charm.land/bubbletea/v2"

	"kwi/internal/cells"
	"kwi/ui/keys"
	"kwi/ui/kit"
)

// Files picks files, several of them, or a whole folder: the picker of Bubbles,
// which looks at the disk within commands only. It hands what was picked to
// the form below it.
type Files struct {
	Title string
	Start string                           // the folder that it begins in, or a file there
	Kinds []string                         // the ends of the names that are looked for, in lower case; others stand back
	Then  func(paths []string) kit.Outcome // what the form below does instead of what its fields say

	model  filepicker.Model
	folder string // what is in view, "" before anything is
	rows   []fileRow
	marked []string
	asked  int  // how often the disk was asked
	waits  bool // another folder, or what a file is, is on its way
}

// The acts of Files.
const (
	doFile   kit.Do = "files.open"
	doMark   kit.Do = "files.mark"
	doAbove  kit.Do = "files.above"
	doFolder kit.Do = "files.folder"
)

// NewFiles is the dialog that picks files.
func NewFiles(f Files) kit.Screen { return f }

// Init looks into the first folder.
func (p Files) Init() tea.Cmd {
	start, kinds := p.Start, p.Kinds
	return lookInTime(p.asked, start, func() filesSeen { return openFolder(start, "", true, kinds, 1, nil) })
}

// Waits reports whether what keys are about is on its way.
func (p Files) Waits() bool { return p.waits || p.folder == "" }

// Typing is never so.
func (p Files) Typing() bool { return false }

// Head says whose client this is about.
func (p Files) Head(fr kit.Frame) kit.Head { return kit.Head{Title: TitleOf(fr)} }

// Acts are to open what is in hand, to mark it, and to pick what is marked or
// the whole folder.
func (p Files) Acts(fr kit.Frame) []kit.Act {
	all, none := fr.T("kit.files.folder"), ""
	if n := len(p.marked); n > 0 {
		all = fr.N("kit.files.marked", n)
	}
	if len(p.rows) == 0 {
		none = fr.T("kit.files.empty")
	}
	return []kit.Act{
		{ID: string(doFile), Keys: keys.OpenFile, Name: fr.T("kit.files.open"), Why: none},
		{ID: string(doMark), Keys: keys.Toggle, Name: fr.T("kit.files.mark"), Why: none},
		{ID: string(doFolder), Keys: keys.Keep, Name: all},
		{ID: string(doAbove), Looks: true, Keys: keys.Above, Name: fr.T("kit.files.above")},
		{ID: string(DoNo), Keys: keys.Back, Name: fr.T("kit.files.back"), Together: true},
	}
}

// Update answers a message.
func (p Files) Update(fr kit.Frame, msg tea.Msg) (kit.Screen, kit.Outcome) { return p.answer(fr, msg) }

func (p Files) answer(fr kit.Frame, msg tea.Msg) (Files, kit.Outcome) {
	if seen, ok := msg.(filesSeen); ok {
		return p.saw(fr, seen)
	}
	switch {
	case msg == DoNo:
		return p, kit.Outcome{Back: true}
	case p.folder == "" || closed(fr, false):
		return p, kit.Outcome{}
	}
	at := p.model.HighlightedPath()
	p.model = p.fit(fr)
	switch msg {
	case doFile:
		return p.open(fr, at)
	case doAbove:
		return p.look(fr, filepath.Dir(p.folder), p.folder)
	case doFolder:
		if len(p.marked) == 0 {
			return p, p.picks(p.folder)
		}
		return p, p.picks(p.marked...)
	case doMark:
		p.marked = toggled(p.marked, at)
		p.model = movePicker(p.model, keys.Down)
		return p.redraw()
	}
	way := keys.Move(msg, false)
	_, ticks := msg.(kit.Tick)
	switch {
	case way != keys.None && way != keys.Left && way != keys.Right:
		p.model = movePicker(p.model, way)
	case !ticks || p.model.Height() == p.height(fr) && len(p.rows) <= p.height(fr):
		return p, kit.Outcome{}
	}
	return p.redraw()
}

// saw takes over what a command saw, where nothing was asked after it.
func (p Files) saw(fr kit.Frame, seen filesSeen) (Files, kit.Outcome) {
	if seen.number != p.asked {
		return p, kit.Outcome{}
	}
	p.waits = false
	out := kit.Outcome{}
	switch {
	case seen.chosen != "":
		return p, p.picks(append(slices.DeleteFunc(slices.Clone(p.marked), func(m string) bool { return m == seen.chosen }), seen.chosen)...)
	case seen.opened:
		if p.model, p.folder, p.rows = seen.model, seen.model.CurrentDirectory, seen.rows; p.model.Height() != p.height(fr) {
			p.model = p.fit(fr)
			p, out = p.redraw()
		}
	case seen.err != nil:
	case len(p.rows) > 0 && !slices.ContainsFunc(seen.rows, func(r fileRow) bool { return r.held }):
		return p.ask(p.folder, p.looking(fr, p.folder, "", true)) // what was in hand is gone
	default:
		p.rows = seen.rows
	}
	if seen.err != nil {
		out.Notice, out.Bad, out.Back = p.why(fr, seen.err), true, p.folder == ""
	}
	return p, out
}

// why says why something cannot be looked into.
func (p Files) why(fr kit.Frame, err error) string {
	var silent silentFolder
	if errors.As(err, &silent) {
		return fr.T("kit.files.silent", cells.OneLine(string(silent)))
	}
	return fr.Words.Fault(err)
}

// picks hands paths to the form below.
func (p Files) picks(paths ...string) kit.Outcome {
	return kit.Outcome{Back: true, Tell: insteadOf{p.Then(paths)}}
}

// fit is the picker at the height that there is now.
func (p Files) fit(fr kit.Frame) filepicker.Model {
	if p.model.Height() == p.height(fr) {
		return p.model
	}
	return walkTo(p.model, p.model.HighlightedPath(), p.height(fr))
}

// open opens what is in hand where that is a folder, and picks it where it is
// a file.
func (p Files) open(fr kit.Frame, path string) (Files, kit.Outcome) {
	look, again := p.looking(fr, path, "", false), p.looking(fr, p.folder, "", true)
	return p.ask(path, func() filesSeen {
		about, err := os.Stat(path)
		switch {
		case err != nil:
			seen := again()
			seen.err = err
			return seen
		case !about.IsDir():
			return filesSeen{chosen: path}
		}
		return look()
	})
}

// look opens a folder with the cursor on a file in it.
func (p Files) look(fr kit.Frame, folder, at string) (Files, kit.Outcome) {
	return p.ask(folder, p.looking(fr, folder, at, false))
}

func (p Files) looking(fr kit.Frame, folder, at string, above bool) func() filesSeen {
	height, marked := p.height(fr), p.marks()
	return func() filesSeen { return openFolder(folder, at, above, p.Kinds, height, marked) }
}

// redraw has the picker drawn as it is now. Keys need not wait for that.
func (p Files) redraw() (Files, kit.Outcome) {
	m, marked := p.model, p.marks()
	p, out := p.ask(p.folder, func() filesSeen { return filesSeen{rows: drawPicker(m, marked)} })
	p.waits = false
	return p, out
}

// ask looks at the disk; what was asked before counts no more.
func (p Files) ask(folder string, look func() filesSeen) (Files, kit.Outcome) {
	p.asked++
	p.waits = true
	return p, kit.Outcome{Run: lookInTime(p.asked, folder, look)}
}

func (p Files) marks() map[string]bool {
	all := map[string]bool{}
	for _, path := range p.marked {
		all[path] = true
	}
	return all
}

// toggled is a list with a path that was not in it, or without one that was.
func toggled(list []string, path string) []string {
	if slices.Contains(list, path) {
		return slices.DeleteFunc(slices.Clone(list), func(p string) bool { return p == path })
	}
	return append(slices.Clip(list), path)
}
