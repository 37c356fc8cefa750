package office_test

import (
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"kwi/internal/desk"
	"kwi/internal/fault"
	"kwi/internal/lang"
	"kwi/internal/office"
	"kwi/internal/outlook/outlooktest"
	"kwi/internal/questionnaire"
)

// TestTheSentencesNameEveryFormThatIsRead: whoever is told that a file is none is
// told of all that would be. An end that is another's second way of writing is
// passed over.
func TestTheSentencesNameEveryFormThatIsRead(t *testing.T) {
	for _, words := range lang.All() {
		for _, kind := range []fault.Kind{fault.NotWorkbook, fault.NoLists} {
			said := words.Fault(fault.New(kind, "x"))
			for _, form := range questionnaire.ReturnKinds() {
				if form != ".htm" && form != ".tsv" && !strings.Contains(said, form) {
					t.Errorf("%q does not name %s", said, form)
				}
			}
		}
		for kind, forms := range map[fault.Kind][]string{fault.Macros: {".xlsx", ".ods"}, fault.OtherForm: {".xlsx", ".ods", ".eml", ".msg"}, fault.BrokenMail: {".eml", ".msg"}} {
			for _, form := range forms {
				if said := words.Fault(fault.New(kind, "x")); !strings.Contains(said, form) {
					t.Errorf("%q does not name %s", said, form)
				}
			}
		}
	}
}

// TestAMailOfOutlookLiesInAFolder: it is read there as a mail is, and by its
// name too.
func TestAMailOfOutlookLiesInAFolder(t *testing.T) {
	_, mail := lists(t)
	_, said, _ := strings.Cut(string(mail), "\r\n\r\n")
	data := outlooktest.Write(outlooktest.Mail{From: "a@b.nl", Text: said})
	folder := t.TempDir()
	write(t, filepath.Join(folder, "Antwoord.MSG"), data)
	for _, name := range []string{folder, filepath.Join(folder, "Antwoord.MSG")} {
		all, err := office.ReadIncoming(t.Context(), []string{name}, nil)
		if err != nil || len(all.Files) != 1 || len(all.Unread) != 0 {
			t.Fatal(err, all)
		}
		want := desk.Returned([]desk.Incoming{{Name: "Antwoord.MSG", Data: mail}}).Returns
		if back := desk.Returned(all.Files); len(back.Unread) != 0 || !reflect.DeepEqual(back.Returns, want) {
			t.Errorf("got  %+v\nwant %+v", back, want)
		}
	}
}
