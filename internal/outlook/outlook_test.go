package outlook_test

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"kwi/internal/foreigntest"
	"kwi/internal/outlook"
	"kwi/internal/outlook/outlooktest"
)

// long is a file that has many sectors, and none like another.
func long(n int) []byte {
	var b []byte
	for i := 0; len(b) < n; i++ {
		b = binary.LittleEndian.AppendUint32(b, uint32(i)*2654435761)
	}
	return b[:n]
}

var full = outlooktest.Mail{
	From: "kk@newmedia.example", Subject: "Antw: lijst", Text: "1.01 [8] één\r\nÇelik", Page: "<p>één</p>",
	Files: []outlooktest.File{
		{Name: "lijst.xlsx", Kind: "application/octet-stream", Content: long(70_001)},
		{Name: "klein.csv", Kind: "text/csv", Content: []byte("a;b\r\n")},
		{Name: "leeg.txt", Content: nil},
		{Name: "doorgestuurd", Mail: &outlooktest.Mail{From: "aa@newmedia.example", Subject: "binnen", Text: strings.Repeat("ver ", 2000)}},
	},
}

func TestAMailOfOutlookIsRead(t *testing.T) {
	data := outlooktest.Write(full)
	if !outlook.IsMessage(data) {
		t.Fatal("it is none")
	}
	m, err := outlook.Read(data)
	if err != nil {
		t.Fatal(err)
	}
	want := outlook.Message{From: []string{full.From}, Subject: full.Subject, Text: full.Text, Page: full.Page, Attachments: []outlook.Attachment{
		{Name: "lijst.xlsx", Kind: "application/octet-stream", Content: full.Files[0].Content},
		{Name: "klein.csv", Kind: "text/csv", Content: []byte("a;b\r\n")},
		{Name: "leeg.txt"},
		{Name: "doorgestuurd", Message: &outlook.Message{From: []string{"aa@newmedia.example"}, Subject: "binnen", Text: strings.Repeat("ver ", 2000)}},
	}}
	if !reflect.DeepEqual(m, want) {
		t.Errorf("got  %.300v\nwant %.300v", m, want)
	}
}

func TestAnOldMailOfOutlookIsRead(t *testing.T) {
	m, err := outlook.Read(outlooktest.Write(outlooktest.Mail{Narrow: true, Subject: "één", Text: "Groet, Ünal"}))
	if err != nil || m.Subject != "één" || m.Text != "Groet, Ünal" || m.OnlyRich {
		t.Errorf("%+v %v", m, err)
	}
	m, err = outlook.Read(outlooktest.Write(outlooktest.Mail{Subject: "x", Rich: []byte("{\\rtf1}")}))
	if err != nil || !m.OnlyRich {
		t.Errorf("%+v %v", m, err)
	}
}

// TestMsgconvertOpensWhatTheTestsWrite makes sure that the files of the tests are
// what they seem: a program that we did not write finds the same in them.
func TestMsgconvertOpensWhatTheTestsWrite(t *testing.T) {
	convert := foreigntest.Program(t, "msgconvert")
	if err := exec.Command("perl", "-MEmail::Address", "-e1").Run(); err != nil {
		t.Skip("libemail-address-perl is not installed here; .ci/run installs it")
	}
	into := filepath.Join(t.TempDir(), "x.eml")
	foreigntest.Run(t, "", convert, "--outfile", into, foreigntest.Saved(t, "x.msg", outlooktest.Write(full)))
	made, err := os.ReadFile(into)
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"Subject: Antw: lijst", full.From, "lijst.xlsx", "klein.csv", "binnen", "YTtiDQo="} {
		if !bytes.Contains(made, []byte(want)) {
			t.Errorf("no %q in\n%.2000s", want, made)
		}
	}
}

// nested are storages in each other.
func nested(depth int) outlooktest.Entry {
	e := outlooktest.Entry{Name: "x", Holds: true}
	for range depth {
		e = outlooktest.Entry{Name: "x", Holds: true, Below: []outlooktest.Entry{e}}
	}
	return e
}

func TestAHostileContainerIsRefused(t *testing.T) {
	mail := &outlooktest.Mail{Text: "binnenste"}
	for range 20 {
		mail = &outlooktest.Mail{Files: []outlooktest.File{{Name: "x", Mail: mail}}}
	}
	var many []outlooktest.Entry
	for i := range 20_000 {
		many = append(many, outlooktest.Entry{Name: fmt.Sprintf("s%05d", i)})
	}
	good := outlooktest.Write(full)
	longer := bytes.Clone(good) // the attachment says that it is longer than the file
	at := bytes.Index(longer, outlooktest.Wide("__substg1.0_37010102"))
	binary.LittleEndian.PutUint32(longer[at+120:], 1<<31)
	round := bytes.Clone(good) // the directory goes round
	directory := binary.LittleEndian.Uint32(round[48:])
	fat := binary.LittleEndian.Uint32(round[76:])
	binary.LittleEndian.PutUint32(round[(fat+1)*512+4*directory:], directory)
	for name, c := range map[string]struct {
		data    []byte
		tooMuch bool
	}{
		"deep mails":    {outlooktest.Write(*mail), true},
		"deep storages": {outlooktest.Container(nested(5000)), true},
		"many entries":  {outlooktest.Container(outlooktest.Entry{Name: "Root Entry", Below: many, Holds: true}), true},
		"lying size":    {longer, true},
		"round":         {round, false},
		"cut":           {good[:len(good)-2000], false},
		"no mail":       {outlooktest.Container(outlooktest.Entry{Name: "Root Entry", Holds: true}), false},
	} {
		if _, err := outlook.Read(c.data); err == nil || errors.Is(err, outlook.ErrTooMuch) != c.tooMuch {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func FuzzOutlook(f *testing.F) {
	f.Add(outlooktest.Write(outlooktest.Mail{Subject: "x", Text: "1.01 [8]", Files: full.Files[1:]}))
	f.Fuzz(func(t *testing.T, data []byte) {
		m, err := outlook.Read(data)
		size := len(m.Text) + len(m.Page) + len(m.Subject)
		for _, a := range m.Attachments {
			size += len(a.Content)
		}
		if err == nil && size > 3*len(data) {
			t.Errorf("%d bytes of a file of %d", size, len(data))
		}
	})
}
