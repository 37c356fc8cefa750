package bolt

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"
	"time"

	"kwi/internal/wholefile"
	"kwi/store"
)

// Cause is why a copy was kept of itself.
type Cause string

// The causes. A file that is damaged is kept byte by byte as it is, whatever the cause, and says so; Earlier is a copy
// that a version kept which had no folder for them.
const (
	Daily        Cause = "day"
	BeforeUpdate Cause = "update"
	BeforeImport Cause = "import"
	Replaced     Cause = "restore"
	BeforeRepair Cause = "repair"
	Damaged      Cause = "damaged"
	Earlier      Cause = "earlier"
)

// CopiesKept is how many copies stay of each shelf: those of days, those made before something, and those of a damaged
// file. So ten imports in an hour push no day out.
const CopiesKept = 10

// Copy is a copy that was kept of itself.
type Copy struct {
	Name  string // of the file, without what all of them end with
	Path  string
	At    time.Time
	Cause Cause
	Size  int64
	Twin  bool // another was made in the same minute
}

// copyName is what such a copy is called: its day, its hour where there may be more of a day, and its cause.
var copyName = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^(\d{4}-\d\d-\d\d)(?:-(\d{6}))?-([a-z]+)(?:-\d+)?\.db$`)
})

// CopyFolder is where copies of this file are kept: beside it, under its name.
func (s *Store) CopyFolder() string { return s.path + copiesEnding }

// copiesEnding is what the name of the folder of copies ends with.
const copiesEnding = ".copies"

// KeepCopy keeps a copy for a cause; of a day there is at most one, which stays as it is. What is no more among the last
// of its shelf goes. Without a data file there is nothing to keep, and the copy has no name.
func (s *Store) KeepCopy(ctx context.Context, cause Cause) (Copy, error) {
	return s.KeepCopyTold(ctx, cause, nil)
}

// KeepCopyTold is KeepCopy; told hears of each megabyte that is copied, of how many. It may be nil.
func (s *Store) KeepCopyTold(ctx context.Context, cause Cause, told func(done, all int)) (Copy, error) {
	if cause == Daily {
		if c, there := s.today(); there {
			return c, nil
		}
	}
	if _, err := os.Stat(s.path); errors.Is(err, fs.ErrNotExist) {
		return Copy{}, nil
	}
	folder, err := s.copies()
	if err != nil {
		return Copy{}, err
	}
	for try := 1; ; try++ {
		path, err := s.keepCopy(ctx, cause, folder, told)
		if !errors.Is(err, errAnew) {
			if err != nil {
				return Copy{}, err
			}
			return s.shelved(path), nil
		}
		if try == copyTries {
			return Copy{}, faultOf(store.ErrLocked, s.path, errAnew)
		}
	}
}

// copyTries is how often a copy is begun of a file that is written anew while it is made.
const copyTries = 3

// keepCopy is one try of it.
func (s *Store) keepCopy(ctx context.Context, cause Cause, folder string, told func(done, all int)) (path string, err error) {
	draft, err := s.snapshot(ctx, folder, told)
	if err == nil {
		err = s.sound(ctx, draft)
	}
	if errors.Is(err, store.ErrDamaged) && cause != Daily {
		path = s.freeName(Damaged)
		return path, explain(s.duplicated(ctx, path), path, true)
	}
	if err != nil {
		return "", err
	}
	defer func() { _ = os.Remove(draft) }()
	err = s.unlessAnew(ctx, s.path, draft, func() error {
		path = s.freeName(cause)
		err := wholefile.Publish(draft, path)
		if cause == Daily && errors.Is(err, fs.ErrExist) { // of this day another window was first
			return nil
		}
		return explain(err, path, true)
	})
	return path, err
}

// duplicated is duplicate of the data file, which nobody writes anew meanwhile where it can be opened.
func (s *Store) duplicated(ctx context.Context, path string) error {
	var done error
	err := s.within(ctx, s.path, false, func(*fileUse) error { done = duplicate(s.path, path); return nil })
	if errors.Is(err, store.ErrDamaged) {
		return duplicate(s.path, path)
	}
	return errors.Join(err, done)
}

// copies makes the folder of copies.
func (s *Store) copies() (string, error) {
	folder := s.CopyFolder()
	return folder, explain(os.MkdirAll(folder, 0o700), folder, true)
}

// today is the copy of this day.
func (s *Store) today() (Copy, bool) { return copyAt(s.freeName(Daily)) }

// freeName is where the next copy for a cause goes; of a day there is one name.
func (s *Store) freeName(cause Cause) string {
	now := s.now()
	if cause == Daily {
		return filepath.Join(s.CopyFolder(), now.Format(time.DateOnly)+"-"+string(cause)+".db")
	}
	base := filepath.Join(s.CopyFolder(), now.Format("2006-01-02-150405")+"-"+string(cause))
	path := base + ".db"
	for n := 2; ; n++ {
		if _, err := os.Lstat(path); errors.Is(err, fs.ErrNotExist) || n > 1000 {
			return path
		}
		path = fmt.Sprintf("%s-%d.db", base, n)
	}
}

// shelved is the copy that came to stand at path, once what need not be kept any longer is away: never that copy, nor
// one of spared.
func (s *Store) shelved(path string, spared ...string) Copy {
	kept := map[string]int{}
	for _, c := range s.inFolder() {
		shelf := "before"
		if c.Cause == Daily || c.Cause == Damaged {
			shelf = string(c.Cause)
		}
		if kept[shelf]++; kept[shelf] > CopiesKept && c.Path != path && !slices.Contains(spared, c.Path) {
			_ = os.Remove(c.Path)
		}
	}
	c, _ := copyAt(path)
	return c
}

// Copies are the copies that were kept of this file, the newest first, those of earlier versions among them.
func (s *Store) Copies() []Copy {
	all := s.inFolder()
	beside, _ := filepath.Glob(escaped(s.path) + ".bak*")
	for _, path := range beside {
		info, err := os.Lstat(path)
		if rest := strings.TrimLeft(strings.TrimPrefix(path, s.path+".bak"), "0123456789"); err == nil && rest == "" && info.Mode().IsRegular() {
			all = append(all, Copy{Name: filepath.Base(path), Path: path, At: info.ModTime(), Cause: Earlier, Size: info.Size()})
		}
	}
	slices.SortStableFunc(all, newestFirst)
	for i := 1; i < len(all); i++ {
		if all[i].At.Truncate(time.Minute).Equal(all[i-1].At.Truncate(time.Minute)) {
			all[i].Twin, all[i-1].Twin = true, true
		}
	}
	return all
}

func (s *Store) inFolder() (all []Copy) {
	entries, _ := os.ReadDir(s.CopyFolder())
	for _, e := range entries {
		if c, ok := copyAt(filepath.Join(s.CopyFolder(), e.Name())); ok {
			all = append(all, c)
		}
	}
	slices.SortStableFunc(all, newestFirst)
	return all
}

func newestFirst(a, b Copy) int {
	return cmp.Or(b.At.Compare(a.At), len(b.Name)-len(a.Name), strings.Compare(b.Name, a.Name)) // of one second the tenth after the ninth
}

// copyAt is the copy at a path; false where that is none.
func copyAt(path string) (Copy, bool) {
	parts := copyName().FindStringSubmatch(filepath.Base(path))
	info, err := os.Lstat(path)
	if parts == nil || err != nil || !info.Mode().IsRegular() {
		return Copy{}, false
	}
	c := Copy{Name: strings.TrimSuffix(filepath.Base(path), ".db"), Path: path, Cause: Cause(parts[3]), Size: info.Size()}
	if parts[2] != "" {
		c.At, err = time.ParseInLocation("2006-01-02-150405", parts[1]+"-"+parts[2], time.Local)
		return c, err == nil
	}
	c.At, err = time.ParseInLocation(time.DateOnly, parts[1], time.Local)
	if written := info.ModTime(); err == nil && written.Format(time.DateOnly) == parts[1] {
		c.At = written
	}
	return c, err == nil
}
