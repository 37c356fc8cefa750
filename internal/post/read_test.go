package post

import (
	"bytes"
	"encoding/base64"
	"slices"
	"strings"
	"testing"

	"kwi/internal/fault"
	"kwi/internal/outlook/outlooktest"
	"kwi/internal/questionnaire"
)

const ref = "Kenmerk: newmedia · 2011H1 · KK · 0123456789abcdef"

// eml is a saved mail of some header and body, as it is kept on disk.
func eml(lines ...string) []byte { return []byte(strings.Join(lines, "\r\n")) }

func TestASavedMailIsRead(t *testing.T) {
	book := "PK\x03\x04 a workbook"
	coded := base64.StdEncoding.EncodeToString([]byte(book))
	latin := func(s string) string { // as a mail program of old writes it
		var b []byte
		for _, r := range s {
			b = append(b, byte(r))
		}
		return string(b)
	}
	for name, w := range map[string]struct {
		mail  []byte
		text  string
		files []string
	}{
		"plain": {eml("From: a@b.nl", "Subject: Re", "", "1.02 [8]", ref), "1.02 [8]\r\n" + ref, nil},
		"quoted-printable": {eml("From: a@b.nl", "Content-Type: text/plain; charset=utf-8", "Content-Transfer-Encoding: quoted-printable", "",
			"1.02 [8] w=C3=A9l =", "lang", "newmedia =C2=B7 2011H1 =C2=B7 KK"), "1.02 [8] wél lang\r\nnewmedia · 2011H1 · KK", nil},
		"latin": {eml("From: a@b.nl", "Content-Type: text/plain; charset=windows-1252", "", latin("newmedia · 2011H1 · KK ")+"\x80\x93"), "newmedia · 2011H1 · KK €“", nil},
		"html only": {eml("From: a@b.nl", "Content-Type: text/html; charset=utf-8", "",
			"<html><head><style>p{}</style></head><body><p>Hallo</p><blockquote><div>1.02 [&nbsp;8&lt; ] Kennis<br>newmedia &middot; 2011H1", " &middot; KK</div></blockquote>"), "Hallo\n1.02 [ 8< ] Kennis\nnewmedia · 2011H1 · KK", nil},
		"both": {eml("From: a@b.nl", "Content-Type: multipart/alternative; boundary=x", "", "--x", "Content-Type: text/plain; charset=utf-8", "", ref, "--x",
			"Content-Type: text/html", "", "<p>anders</p>", "--x--"), ref, nil},
		"html says it": {eml("From: a@b.nl", "Content-Type: multipart/alternative; boundary=x", "", "--x", "Content-Type: text/plain", "", "zie html", "--x",
			"Content-Type: text/html; charset=utf-8", "", "<p>"+ref+"</p>", "--x--"), ref, nil},
		"attached": {eml("From: a@b.nl", "Content-Type: multipart/mixed; boundary=\"x y\"", "", "--x y", "Content-Type: text/plain", "", "Hierbij", "--x y",
			"Content-Type: application/octet-stream; name=\"lijst.xlsx\"", "Content-Transfer-Encoding: base64", "Content-Disposition: attachment; filename=\"../../lijst.xlsx\"", "",
			coded[:10], " "+coded[10:], "--x y--"), "Hierbij", []string{"lijst.xlsx"}},
		"forwarded": {eml("From: a@b.nl", "Content-Type: multipart/mixed; boundary=x", "", "--x", "Content-Type: message/rfc822", "", "Subject: in", "Content-Type: multipart/mixed; boundary=z", "", "--z",
			"Content-Type: application/vnd.openxmlformats-officedocument.spreadsheetml.sheet; name=\"=?utf-8?Q?l=C3=ADjst.xlsx?=\"", "Content-Transfer-Encoding: BASE64", "", coded, "--z--", "--x--"), "", []string{"líjst.xlsx"}},
	} {
		m, err := Read(w.mail, "m.eml")
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		got := strings.TrimSpace(textOf(m))
		if w.text != strings.TrimSpace(got) && strings.Join(strings.Fields(w.text), " ") != strings.Join(strings.Fields(got), " ") {
			t.Errorf("%s: %q", name, got)
		}
		if len(m.Files) != len(w.files) {
			t.Errorf("%s: %d files", name, len(m.Files))
			continue
		}
		for i, f := range m.Files {
			if f.Name != w.files[i] || string(f.Content) != book {
				t.Errorf("%s: %q %q", name, f.Name, f.Content)
			}
		}
	}
}

// TestAMailOfOutlookIsAMail: what it says, who it is from and what is attached,
// of the mails in it too; an answer without a reference has that of the subject.
func TestAMailOfOutlookIsAMail(t *testing.T) {
	told := questionnaire.Reference{Client: "newmedia", Cycle: "2011H1", Who: "KK", Mark: "0123456789abcdef"}.String()
	data := outlooktest.Write(outlooktest.Mail{
		From: "rm@x.example", Text: "Zie bijlagen.", Files: []outlooktest.File{
			{Name: "lijst.XLSX", Content: []byte("PK\x03\x04 a workbook")}, {Name: "logo.png", Content: []byte("\x89PNG")}, {Name: "terug.html", Content: []byte("<p>" + ref + "</p>")},
			{Name: "Antw", Mail: &outlooktest.Mail{From: "kk@x.example\x1b[2J", Subject: "Antw: vragen (" + told + ")", Text: "1.02 [8]"}},
		},
	})
	m, err := Read(data, "m.msg")
	if err != nil || !IsMail(data) {
		t.Fatal(err)
	}
	if len(m.Files) != 1 || m.Files[0].Name != "lijst.XLSX" || !slices.Equal(m.Files[0].From, []string{"rm@x.example"}) {
		t.Errorf("%+v", m.Files)
	}
	want := []Said{
		{ref, []string{"rm@x.example"}},
		{"1.02 [8]\n\n" + told, []string{"rm@x.example", "kk@x.example[2J"}},
		{"Zie bijlagen.", []string{"rm@x.example"}},
	}
	for i, w := range want {
		if i >= len(m.Texts) || strings.TrimSpace(m.Texts[i].Text) != w.Text || !slices.Equal(m.Texts[i].From, w.From) {
			t.Errorf("%d: %+v", i, m.Texts)
			break
		}
	}
}

// TestWhatWeSendIsRead: a draft of ours, saved and read.
func TestWhatWeSendIsRead(t *testing.T) {
	var b bytes.Buffer
	l := Letter{Subject: "Uw vragen", Text: "1.02 [  ] Hé: “" + strings.Repeat("lang ", 60) + "”\n" + ref, Files: []File{{"kk.xlsx", bytes.Repeat([]byte("PK\x00\xff"), 5000)}}}
	if err := Draft(&b, l); err != nil {
		t.Fatal(err)
	}
	m, err := Read(b.Bytes(), "kk.eml")
	if err != nil || !strings.Contains(strings.ReplaceAll(textOf(m), "\r", ""), l.Text) || len(m.Files) != 1 || !bytes.Equal(m.Files[0].Content, l.Files[0].Content) {
		t.Errorf("%v %+v", err, m.Texts)
	}
}

func TestWhatIsAMail(t *testing.T) {
	for s, want := range map[string]bool{
		"From: a@b.nl\n\nhi": true, "\r\nSubject: x\r\n\r\n": true, "X-Unsent: 1\n": true, "Received:\n from a\n": true,
		"": false, "PK\x03\x04": false, "1.02 [8] a: b": false, "Hallo daar": false, ": x": false, "É: x\n": false,
	} {
		if IsMail([]byte(s)) != want {
			t.Errorf("%q is a mail: %v", s, !want)
		}
	}
}

func TestAHostileMail(t *testing.T) {
	deep, end := "", ""
	for i := range 40 {
		b := strings.Repeat("b", i+1)
		deep += "Content-Type: multipart/mixed; boundary=" + b + "\r\n\r\n--" + b + "\r\n"
		end = "\r\n--" + b + "--" + end
	}
	for name, w := range map[string]struct {
		mail []byte
		kind fault.Kind
	}{
		"deep":  {[]byte("From: a@b.nl\r\n" + deep + end), fault.Overflow},
		"wide":  {[]byte("From: a@b.nl\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n" + strings.Repeat("--x\r\nContent-Type: text/plain\r\n\r\na\r\n", 300) + "--x--"), fault.Overflow},
		"long":  {[]byte("From: a@b.nl\r\n\r\n" + strings.Repeat("x", mostSaid+1)), fault.Overflow},
		"torn":  {eml("From: a@b.nl", "Content-Type: multipart/mixed; boundary=x", "", "--x", "Content-Type: text/plain; name=a.xlsx", "", "PK"), fault.BrokenMail},
		"heads": {[]byte("no header at all\r\n\r\n"), fault.NotWorkbook},
	} {
		if _, err := Read(w.mail, "../m.eml"); !fault.Has(err, w.kind) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func FuzzRead(f *testing.F) {
	var b bytes.Buffer
	if err := Draft(&b, Letter{Subject: "x", Text: ref, Files: []File{{"a.xlsx", []byte("PK")}}}); err != nil {
		f.Fatal(err)
	}
	f.Add(b.Bytes())
	f.Add(eml("Content-Type: text/html", "", "<p>a<br>b<!-- ", "--><style>"))
	f.Add(outlooktest.Write(outlooktest.Mail{Subject: "x", Text: ref, Page: "<p>", Files: []outlooktest.File{{Name: "a.zip", Content: []byte("PK\x03\x04")}, {Name: "a", Mail: &outlooktest.Mail{Text: "a"}}}}))
	f.Fuzz(func(t *testing.T, b []byte) {
		if _, err := Read(b, "x.eml"); err != nil {
			if _, ok := fault.Of(err); !ok {
				t.Error(err)
			}
		}
		IsMail(b)
	})
}

// textOf is all that a mail says.
func textOf(m Mail) string {
	var all []string
	for _, s := range m.Texts {
		all = append(all, s.Text)
	}
	return strings.Join(all, "\n")
}

// TestAMailTellsWhoItIsFrom, also where the header is not as it ought to be,
// and of a mail in a mail who passed it on.
func TestAMailTellsWhoItIsFrom(t *testing.T) {
	for header, want := range map[string][]string{
		"From: kk@x.example":                                   {"kk@x.example"},
		"From: Kees Klant <KK@X.example>":                      {"KK@X.example"},
		"From: =?iso-8859-1?q?=C9va?= <eva@x.example>":         {"eva@x.example"},
		"From: Klant, Kees <kk@x.example>":                     {"kk@x.example"},
		"From: a@x.example, b@x.example":                       {"a@x.example", "b@x.example"},
		"From: aa@x.example\r\nFrom: mallory@evil.example":     {"aa@x.example", "mallory@evil.example"},
		"from: \"kk@x.example\" <mallory@evil.example>":        {"mallory@evil.example"},
		"From: Kees\r\n <kk@x.example>":                        {"kk@x.example"},
		"From: undisclosed":                                    nil,
		"X-From: kk@x.example":                                 nil,
		"From: \x1b[31m\u202ekk@x.example":                     {"kk@x.example"},
		"From: " + strings.Repeat("a@x.example, ", 50) + "b@c": {"a@x.example", "a@x.example", "a@x.example", "a@x.example", "a@x.example"},
	} {
		m, err := Read([]byte(header+"\r\nTo: b\r\n\r\nDag.\r\n"), "a.eml")
		if err != nil || len(m.Texts) != 1 {
			t.Fatalf("%q: %v %+v", header, err, m)
		}
		got := m.Texts[0].From
		for i := range got {
			got[i] = strings.TrimPrefix(got[i], "[31m")
		}
		if !slices.Equal(got, want) {
			t.Errorf("%q is from %q", header, got)
		}
	}
	inside := "From: aa@x.example\r\n\r\nMijn lijst.\r\n"
	m, err := Read([]byte("From: sp@x.example\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\nZie onder.\r\n--b\r\nContent-Type: message/rfc822\r\n\r\n"+inside+"\r\n--b--\r\n"), "a.eml")
	if err != nil || len(m.Texts) != 2 {
		t.Fatalf("%v %+v", err, m)
	}
	for _, s := range m.Texts {
		want := []string{"sp@x.example"}
		if strings.Contains(s.Text, "Mijn") {
			want = []string{"sp@x.example", "aa@x.example"}
		}
		if !slices.Equal(s.From, want) {
			t.Errorf("%q is from %q", s.Text, s.From)
		}
	}
}
