package questionnaire

import (
	"path"
	"slices"
	"strings"
)

// ReturnKinds are the ends of the names of files that may hold lists that came
// back, in lower case: workbooks, sheets as text, pages and texts, saved mails,
// and a zip of such files.
func ReturnKinds() []string {
	return []string{".xlsx", ".ods", ".csv", ".tsv", ".txt", ".html", ".htm", ".eml", ".msg", ".zip"}
}

// IsReturnKind reports whether a file of this name may hold lists.
func IsReturnKind(name string) bool {
	return slices.Contains(ReturnKinds(), strings.ToLower(path.Ext(name)))
}
