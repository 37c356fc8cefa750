package crash

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"time"

	"kwi/internal/fault"
	"kwi/internal/wholefile"
)

// mostKept is how many reports are kept, the last.
const mostKept = 10

// Shelf is where reports are kept. One mistake that is made again and again, as on
// every beat of a clock, has one report.
type Shelf struct {
	Folder   func() (string, error) // that of the system for what programs may lose
	Version  string                 // with the platform
	Terminal func() string          // its size; nil: there is none
	Now      func() time.Time

	lock    sync.Mutex
	written map[string]string // the paths of reports, by what fell
}

// Note keeps a report; it is a Note. Where that cannot be, the fault stays as it is:
// what else there is to say matters more.
func (s *Shelf) Note(f *fault.Fault, where string) *fault.Fault {
	var fell *Fall
	if s == nil || s.Folder == nil || !errors.As(f, &fell) || len(f.Values) > 0 {
		return f
	}
	s.lock.Lock()
	defer s.lock.Unlock()
	path, there := s.written[fell.identity()]
	if !there {
		var err error
		if path, err = s.write(fell, where); err != nil {
			return f
		}
		if s.written == nil {
			s.written = map[string]string{}
		}
		s.written[fell.identity()] = path
	}
	told := *f
	told.Values = []string{path}
	return &told
}

func (s *Shelf) write(fell *Fall, where string) (path string, err error) {
	folder, err := s.Folder()
	if err != nil {
		return "", err
	}
	folder = filepath.Join(folder, "kwi", "crashes")
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return "", err
	}
	if err := os.Chmod(folder, 0o700); err != nil { // somebody may have made it
		return "", err
	}
	now := s.Now()
	for n := 0; ; n++ {
		draft, err := wholefile.Draft(folder, wholefile.Filled([]byte(s.text(fell, where, now))))
		if err != nil {
			return "", err
		}
		path = filepath.Join(folder, fmt.Sprintf("kwi-%s-%02d.txt", now.UTC().Format("20060102-150405"), n))
		if err = wholefile.Publish(draft, path); err == nil {
			break
		}
		if !errors.Is(err, fs.ErrExist) || n >= 98 {
			return "", err
		}
	}
	clearOld(folder)
	return path, nil
}

// text is the report.
func (s *Shelf) text(fell *Fall, where string, now time.Time) string {
	var b strings.Builder
	line := func(what, is string) {
		if is != "" {
			fmt.Fprintf(&b, "%-9s %s\n", what, is)
		}
	}
	b.WriteString("A mistake in kwi itself. This file holds no data of clients.\n\n")
	line("version", s.Version)
	line("at", now.UTC().Format(time.RFC3339))
	line("where", where)
	if s.Terminal != nil {
		line("terminal", s.Terminal())
	}
	line("type", fell.Type)
	line("says", fell.Says)
	b.WriteString("\n" + strings.Join(fell.Stack, "\n") + "\n")
	return b.String()
}

// clearOld removes the reports before the last ones.
func clearOld(folder string) {
	entries, _ := os.ReadDir(folder)
	var names []string
	for _, e := range entries {
		if is, _ := filepath.Match("kwi-????????-??????-??.txt", e.Name()); is {
			names = append(names, e.Name())
		}
	}
	slices.Sort(names)
	for len(names) > mostKept {
		_ = os.Remove(filepath.Join(folder, names[0]))
		names = names[1:]
	}
}
