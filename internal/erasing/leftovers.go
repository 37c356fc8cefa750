package erasing

import (
	"path/filepath"

	"kwi/internal/beside"
	"kwi/internal/fault"
	"kwi/internal/wholefile"
)

// leftovers takes away what a program that was stopped left beside the data file and
// among the copies while it wrote a copy, which holds what the data file held then.
// What another is writing at this moment stays, and is told. So goes what windows of a
// meeting left that were killed: it holds who sat there. And so goes what a backup to standard
// output left among the temporary files.
func (f File) leftovers() (still []Copy) {
	for _, folder := range []string{filepath.Dir(f.Store.Path()), f.Store.CopyFolder()} {
		wholefile.Sweep(folder)
		for _, path := range wholefile.Drafts(folder) {
			still = append(still, Copy{path, fault.New(fault.Locked, path)})
		}
	}
	beside.At(f.Store.Path()).Sweep()
	wholefile.SweepFolders()
	return still
}
