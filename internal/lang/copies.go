package lang

import "kwi/internal/fault"

// Uncopied is why no copy of the data file was kept in a folder, with the word that the
// work itself is.
func (w *Words) Uncopied(folder string, err error) string {
	why := "copies.why.other"
	if f, ok := fault.Of(err); ok && w.Has("copies.why."+string(f.Kind)) {
		why = "copies.why." + string(f.Kind)
	}
	return w.T("copies.failed", folder, w.T(why))
}
