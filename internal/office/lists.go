package office

import (
	"context"
	"fmt"
	"os"
	"path/filepath"

	"kwi/internal/desk"
	"kwi/internal/fault"
	"kwi/internal/progress"
	"kwi/internal/wholefile"
)

// Placed is where the files of a respondent came to stand: Path without the
// extension. Beside names the files that stood there and were not as kwi wrote
// them, above all a list that was filled in; they stay.
type Placed struct {
	Path   string
	Beside []string
}

// batchFile is one of several that belong together.
type batchFile struct {
	path    string
	content []byte
}

// WriteLists writes the files of each respondent into a folder, which it makes
// where it is not there: all of them or none. All are on the disk before the
// first gets its name. Where a file of somebody's is not as kwi wrote it, all
// of theirs get another name: name (2), name (3). data is the data file in use.
// told hears of each respondent whose files are on the disk.
func WriteLists(ctx context.Context, folder string, all []desk.Outgoing, data string, told progress.Told) (placed []Placed, err error) {
	made, err := makeFolder(folder)
	if err != nil {
		return nil, err
	}
	var drafts []string
	defer func() {
		for _, name := range drafts {
			_ = os.Remove(name)
		}
		if err != nil && made {
			_ = os.Remove(folder) // unless something is in it
		}
	}()
	var files []batchFile
	for _, o := range all {
		p, of, err := freePlace(filepath.Join(folder, o.File), o, data)
		if err != nil {
			return nil, err
		}
		placed, files = append(placed, p), append(files, of...)
	}
	for i, f := range files {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		draft, err := wholefile.Draft(folder, wholefile.Filled(sealDocument(f.content)))
		if err != nil {
			return nil, namePath(err, folder)
		}
		drafts = append(drafts, draft)
		told.Tell((i+1)*len(all)/len(files), len(all))
	}
	for i, f := range files {
		if err := publishDraft(drafts[i], f.path, f.content, data); err != nil {
			return nil, err
		}
	}
	return placed, nil
}

// mostBeside is how many names are tried for one list.
const mostBeside = 100

// freePlace finds the first name under which all files of a respondent can
// stand. A data file under a name of theirs is a fault: it is not for lists.
func freePlace(path string, o desk.Outgoing, data string) (Placed, []batchFile, error) {
	p := Placed{Path: path}
	for n := 2; ; n++ {
		files := filesOf(p.Path, o)
		free := true
		for _, f := range files {
			err := replaceable(f.path, f.content, data)
			switch {
			case err == nil:
			case fault.Has(err, fault.NotAsWritten) && n <= mostBeside:
				free = false
				p.Beside = append(p.Beside, f.path)
			default:
				return p, nil, err
			}
		}
		if free {
			return p, files, nil
		}
		p.Path = fmt.Sprintf("%s (%d)", path, n)
	}
}

// filesOf are the files of a respondent under a name.
func filesOf(path string, o desk.Outgoing) (files []batchFile) {
	for _, f := range []batchFile{{".xlsx", o.Book}, {".html", o.Page}, {".eml", o.Letter}, {".pdf", o.Paper}, {".md", o.Text}} {
		if f.content != nil {
			files = append(files, batchFile{path + f.path, f.content})
		}
	}
	return files
}

// makeFolder reports whether the folder is a new one.
func makeFolder(folder string) (bool, error) {
	switch there, err := os.Stat(folder); {
	case err == nil && there.IsDir():
		return false, nil
	case err == nil:
		return false, fault.New(fault.NoFolder, folder)
	}
	return true, namePath(os.MkdirAll(folder, 0o700), folder)
}
