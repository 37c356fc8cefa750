package office_test

import (
	"archive/zip"
	"bytes"
	"encoding/binary"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"strings"
	"testing"

	"kwi/internal/account"
	"kwi/internal/account/accounttest"
	"kwi/internal/desk"
	"kwi/internal/fault"
	"kwi/internal/foreigntest"
	"kwi/internal/office"
	"kwi/internal/portable"
	"kwi/internal/questionnaire"
	"kwi/internal/sheet"
)

// lists are an empty workbook of KK, and a mail in which AA answered one question.
func lists(t testing.TB) (book, mail []byte) {
	t.Helper()
	b, err := os.ReadFile(filepath.Join("..", "portable", "testdata", "newmedia.json"))
	if err != nil {
		t.Fatal(err)
	}
	p, err := portable.Read(bytes.NewReader(b))
	if err != nil {
		t.Fatal(err)
	}
	c := p.Clients[0]
	accounttest.SendAll(&c, "2011-06-09")
	list := func(who account.Initials) questionnaire.List {
		l := questionnaire.For(&c, c.Newest(), who, questionnaire.Sender{Supplier: p.Supplier}, questionnaire.Measure, "nl")
		l.Mark = accounttest.MarkOf(who)
		return l
	}
	var w bytes.Buffer
	if err := sheet.Write(&w, list("KK"), "2011-06-09"); err != nil {
		t.Fatal(err)
	}
	said := regexp.MustCompile(`(?m)^(\d+\.\d\d) \[[^\]]*\]`).ReplaceAllString(questionnaire.Plain(list("AA")), "$1 [8]")
	return w.Bytes(), []byte("From: a@b.nl\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n" + said)
}

// packed is a zip of some files, name by name.
func packed(t testing.TB, files ...any) []byte {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for i := 0; i < len(files); i += 2 {
		f, err := w.Create(files[i].(string))
		if err == nil {
			_, err = f.Write(files[i+1].([]byte))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// arrived is what came of one file.
func arrived(t testing.TB, name string, data []byte) office.Arrived {
	t.Helper()
	all, err := office.ReadIncoming(t.Context(), []string{foreigntest.Saved(t, name, data)}, nil)
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// zips is how Python makes a zip of files, each under the name that is given.
const zips = `
import sys, zipfile
with zipfile.ZipFile(sys.argv[1], "w", zipfile.ZIP_DEFLATED) as z:
    for i in range(2, len(sys.argv), 2):
        z.write(sys.argv[i], sys.argv[i + 1])
`

// TestListsInAZip has Python make the zip: each list in it is read as it is
// by itself, and its folder is only told.
func TestListsInAZip(t *testing.T) {
	book, mail := lists(t)
	at, b, m := filepath.Join(t.TempDir(), "terug.zip"), foreigntest.Saved(t, "b.xlsx", book), foreigntest.Saved(t, "m.eml", mail)
	foreigntest.Run(t, "", foreigntest.Python(t, "zipfile"), "-c", zips, at, b, "één/kk.xlsx", m, "één/aa.eml", m, "../../aa.eml", b, "__MACOSX/één/._kk.xlsx", m, "één/.DS_Store")
	all := arrived(t, "terug.zip", foreigntest.Loaded(t, at))
	if len(all.Unread) != 0 || len(all.Files) != 3 {
		t.Fatalf("%d files, unread %v", len(all.Files), all.Unread)
	}
	back := desk.Returned(all.Files)
	if back.Unfilled != 1 || len(back.Returns) != 2 || len(back.Unread) != 0 {
		t.Fatalf("%+v", back)
	}
	want := desk.Returned([]desk.Incoming{{Name: "terug.zip › één › aa.eml", Data: mail}}).Returns[0]
	if got := back.Returns[0]; !reflect.DeepEqual(got, want) {
		t.Errorf("got  %+v\nwant %+v", got, want)
	}
	if got := back.Returns[1].File; got != "terug.zip › .. › .. › aa.eml" {
		t.Error(got)
	}
}

// TestWhatIsNoListInAZipIsTold: nothing is passed over in silence but what a
// computer or kwi itself put there.
func TestWhatIsNoListInAZipIsTold(t *testing.T) {
	_, mail := lists(t)
	inner := packed(t, "aa.eml", mail)
	all := arrived(t, "x.zip", packed(t, "a.eml", mail, "foto.jpg", []byte("\xff\xd8\xff"), "in.zip", inner))
	if len(all.Files) != 2 || len(all.Unread) != 1 || !fault.Has(all.Unread[0], fault.ZipInZip) || !strings.Contains(all.Unread[0].Error(), "x.zip › in.zip") {
		t.Fatalf("%d files, unread %v", len(all.Files), all.Unread)
	}
	if back := desk.Returned(all.Files); len(back.Returns) != 1 || len(back.Unread) != 1 || !fault.Has(back.Unread[0], fault.NotWorkbook) || !strings.Contains(back.Unread[0].Error(), "x.zip › foto.jpg") {
		t.Errorf("%+v", back)
	}
	if all := arrived(t, "y.zip", packed(t, "foto.jpg", []byte("\xff\xd8\xff"))); len(all.Unread) != 1 || !fault.Has(all.Unread[0], fault.NoLists) {
		t.Error(all.Unread)
	}
	folder := t.TempDir()
	write(t, filepath.Join(folder, "a.zip"), inner)
	write(t, filepath.Join(folder, "b.zip"), packed(t, "foto.jpg", []byte("\xff\xd8\xff")))
	if all, err := office.ReadIncoming(t.Context(), []string{folder}, nil); err != nil || len(all.Files) != 1 || len(all.Unread) != 0 {
		t.Error(err, all)
	}
}

func TestAHostileZipIsRefused(t *testing.T) {
	_, mail := lists(t)
	good := packed(t, "a.eml", mail)
	at := bytes.Index(good, []byte("PK\x01\x02")) // what the list at the end says of the file
	locked := bytes.Clone(good)
	locked[at+8] |= 1 // a password is needed
	lying := bytes.Clone(good)
	lying[at+24]++ // a byte more than there is
	huge := bytes.Clone(lying)
	binary.LittleEndian.PutUint32(huge[at+24:], desk.MostIncoming+1)
	var many []any
	for range 2001 {
		many = append(many, "a.eml", []byte{})
	}
	for name, c := range map[string]struct {
		data []byte
		want fault.Kind
	}{
		"bomb":   {packed(t, "a.eml", make([]byte, 2<<20)), fault.Overflow},
		"huge":   {huge, fault.Overflow},
		"many":   {packed(t, many...), fault.Overflow},
		"locked": {locked, fault.Encrypted},
		"lying":  {lying, fault.BrokenBook},
		"cut":    {good[:len(good)-9], fault.BrokenBook},
	} {
		all := arrived(t, "x.zip", c.data)
		unread := append(all.Unread, desk.Returned(all.Files).Unread...)
		if len(unread) != 1 || !fault.Has(unread[0], c.want) {
			t.Errorf("%s: %v, not %s", name, unread, c.want)
		}
	}
}

func FuzzZip(f *testing.F) {
	book, mail := lists(f)
	f.Add(packed(f, "a.eml", mail[:100], "b.xlsx", book[:200]))
	f.Fuzz(func(t *testing.T, data []byte) {
		_ = desk.Returned(arrived(t, "x.zip", append([]byte("PK\x03\x04"), bytes.TrimPrefix(data, []byte("PK\x03\x04"))...)).Files)
	})
}
