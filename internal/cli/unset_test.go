package cli

import (
	"path/filepath"
	"strings"
	"testing"
)

// What the fonts of a PDF lack is said when it is written, with where it stands;
// another form needs no word.
func TestWhatADocumentCannotShowIsSaid(t *testing.T) {
	f := newMedia(t)
	e, _, _ := env(t)
	f.Clients[0].Respondent("BB").Name = "山田太郎"
	imported(t, e, f)
	folder := t.TempDir()
	said := kwi(t, e, 0, "report", "--out", filepath.Join(folder, "x.pdf"))
	for _, want := range []string{"山 田 太 郎", "Respondents", "Another form than PDF"} {
		if !strings.Contains(said, want) {
			t.Errorf("%q does not say %s", said, want)
		}
	}
	if said := kwi(t, e, 0, "report", "--out", filepath.Join(folder, "x.md")); said != "" {
		t.Errorf("of Markdown it says %q", said)
	}
	if said := kwi(t, e, 0, "questionnaires", "--paper", "--out", filepath.Join(folder, "lists")); !strings.Contains(said, "山 田 太 郎") {
		t.Errorf("of a list it says %q", said)
	}
}
