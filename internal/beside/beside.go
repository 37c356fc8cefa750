// Package beside lets windows of the program on one data file know of each
// other: a window that leads tells its page, windows that follow tell that they
// are there and what they show. They meet in a folder beside the data file that
// is there only while a window follows:
//
//	kwi.db.screens/NAME.here    a window that follows, and what it shows
//	kwi.db.screens/page         the page, and whom it is for
//
// NAME is unlike any other, ever, and a page names those it is for. So nobody
// takes up a page of before, whatever a killed program left. Of two windows
// that lead, the one that told something last is followed.
//
// Files are small and replaced whole; there is no wait for the disk. Whatever
// is read is foreign: no link is followed, and what is too long, is no plain
// file, or cannot be understood is as if it were not there.
package beside

import (
	"bytes"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"time"

	"kwi/internal/follow"
	"kwi/internal/wholefile"
)

// Folder is where windows on one data file meet.
type Folder struct{ path string }

// At is the folder of a data file.
func At(dataFile string) Folder { return Folder{dataFile + ".screens"} }

// Path is where the folder is, or will be.
func (f Folder) Path() string { return f.path }

// How often windows look at each other's files, how often one that follows says
// that it is there, how long it is believed after that, and how long its file
// is left.
const (
	pageEvery    = 12 * time.Millisecond
	windowsEvery = 120 * time.Millisecond
	hereEvery    = time.Second
	believed     = 4 * time.Second
	leftFor      = time.Minute
)

const pageName = "page"

var hereName = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^([0-9A-Za-z]{8,64})\.here$`) })

// mostWatchers is how many windows that follow are listened to.
const mostWatchers = 8

// there reports whether the folder is there, and is one.
func (f Folder) there() bool {
	info, err := os.Lstat(f.path)
	return err == nil && info.IsDir()
}

// read is the content of a plain file in the folder, nil where it is not one.
func (f Folder) read(name string) ([]byte, fs.FileInfo) {
	path := filepath.Join(f.path, name)
	before, err := os.Lstat(path)
	if err != nil || !before.Mode().IsRegular() || before.Size() > mostBytes {
		return nil, nil
	}
	file, err := os.Open(path)
	if err != nil {
		return nil, nil
	}
	defer func() { _ = file.Close() }()
	info, err := file.Stat()
	if err != nil || !os.SameFile(before, info) {
		return nil, nil
	}
	content, err := io.ReadAll(io.LimitReader(file, mostBytes+1))
	if err != nil || len(content) > mostBytes {
		return nil, nil
	}
	return content, info
}

// mostBytes is more than a file here has.
const mostBytes = follow.Most + 1024

// write puts a file in the folder. It makes no folder: that is for a window
// that follows.
func (f Folder) write(name string, content []byte) error {
	if !f.there() {
		return fs.ErrNotExist
	}
	return wholefile.Fleeting(filepath.Join(f.path, name), content)
}

// Sweep takes away what windows that were killed left: codes and initials of clients, which
// nobody else would take away before the next window that follows.
func (f Folder) Sweep() {
	for swept := f.there(); swept; {
		swept = false
		for _, name := range f.names() {
			path := filepath.Join(f.path, name+".here")
			info, err := os.Lstat(path)
			if err == nil && info.Mode().IsRegular() && time.Since(info.ModTime()) > leftFor && os.Remove(path) == nil {
				swept = true // of many it sees some at a time
			}
		}
	}
	f.tidy()
}

// tidy removes the page and the folder where nobody is there any more.
func (f Folder) tidy() {
	if !f.there() || len(f.names()) > 0 {
		return
	}
	wholefile.Sweep(f.path)
	_ = os.Remove(filepath.Join(f.path, pageName))
	_ = os.Remove(f.path)
}

// names are the windows that a file says are there.
func (f Folder) names() (out []string) {
	entries, err := os.ReadDir(f.path)
	if err != nil {
		return nil
	}
	for _, e := range entries {
		if m := hereName().FindStringSubmatch(e.Name()); m != nil && len(out) < mostWatchers {
			out = append(out, m[1])
		}
	}
	return out
}

// make makes the folder, for this user alone.
func (f Folder) make() error {
	err := os.Mkdir(f.path, 0o700)
	switch {
	case err == nil:
	case !errors.Is(err, fs.ErrExist):
		return err
	case !f.there():
		return fs.ErrExist
	}
	return nil
}

// address puts in front of a page whom it is for.
func address(to []string, p follow.Page) []byte {
	return append([]byte(strings.Join(to, " ")+"\n"), follow.Encode(p)...)
}

// addressed is a page, where it is one that is for a window.
func addressed(content []byte, name string) (follow.Page, bool) {
	to, page, ok := bytes.Cut(content, []byte("\n"))
	if !ok {
		return follow.Page{}, false
	}
	for _, one := range bytes.Fields(to) {
		if string(one) == name {
			return follow.Parse(page)
		}
	}
	return follow.Page{}, false
}
