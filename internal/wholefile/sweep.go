package wholefile

import (
	"fmt"
	"hash/fnv"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"sync"
	"time"
)

// draftName is what a draft is called: the machine and the process that write
// it. Earlier versions named neither.
var draftName = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^\.kwi-(?:([0-9a-f]{8})-([0-9]{1,10})-)?[0-9]{1,20}\.new$`)
})

// The longest that a draft is being written: by a process of another machine,
// or of this one, whose number may be somebody else's by now.
const longestDraft = 24 * time.Hour

// Sweep removes from a folder the drafts that killed programs left, files and
// folders, and tells how many. A draft holds nothing that does not stand elsewhere. What another
// process is still writing stays, and so does all that is not a draft.
func Sweep(folder string) (removed int) {
	entries, err := os.ReadDir(folder)
	if err != nil {
		return 0
	}
	for _, e := range entries {
		parts := draftName().FindStringSubmatch(e.Name())
		if parts == nil {
			continue
		}
		info, err := e.Info()
		if err != nil || !info.Mode().IsRegular() && !info.IsDir() || info.Mode().Perm()&0o077 != 0 && !onWindows {
			continue
		}
		if isAbandoned(parts[1], parts[2], time.Since(info.ModTime())) && os.RemoveAll(filepath.Join(folder, e.Name())) == nil {
			removed++
		}
	}
	return removed
}

// folderName is what the temporary folders are called that Folder makes on this machine,
// with the process that does.
var folderName = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^kwi-[a-z]+-` + machineName() + `-([0-9]{1,10})-[0-9]+$`)
})

// SweepFolders removes the temporary folders that killed programs of this machine left:
// they hold what a data file held.
func SweepFolders() {
	in, err := os.Open(os.TempDir())
	if err != nil {
		return
	}
	names, _ := in.Readdirnames(-1)
	_ = in.Close()
	for _, name := range names {
		parts := folderName().FindStringSubmatch(name)
		if parts == nil {
			continue
		}
		path := filepath.Join(in.Name(), name)
		info, err := os.Lstat(path)
		if id, odd := strconv.Atoi(parts[1]); err == nil && odd == nil && info.IsDir() && !running(id) {
			_ = os.RemoveAll(path)
		}
	}
}

// Drafts are the files and folders in a folder that look like drafts.
func Drafts(folder string) (paths []string) {
	entries, err := os.ReadDir(folder)
	if err != nil {
		return nil
	}
	for _, e := range entries {
		if draftName().MatchString(e.Name()) {
			paths = append(paths, filepath.Join(folder, e.Name()))
		}
	}
	return paths
}

// isAbandoned reports whether nobody is writing a draft of that machine, process and
// age any more.
func isAbandoned(machine, process string, age time.Duration) bool {
	id, err := strconv.Atoi(process)
	return age > longestDraft || err == nil && machine == machineName() && !running(id)
}

// machineName tells this machine from another that shares the folder.
func machineName() string {
	name, _ := os.Hostname()
	h := fnv.New32a()
	_, _ = h.Write([]byte(name))
	return fmt.Sprintf("%08x", h.Sum32())
}
