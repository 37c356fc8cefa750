package desk_test

import (
	"archive/zip"
	"bytes"
	"encoding/base64"
	"html"
	"regexp"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"kwi/internal/desk"
	"kwi/internal/fault"
	"kwi/internal/outlook/outlooktest"
	"kwi/internal/questionnaire"
)

// fillLine is how somebody fills in one graded line of a letter: its code, what
// they answer, and the words of the question.
type fillLine func(code, answer, words string) string

var fillings = map[string]fillLine{
	"between the brackets": func(code, a, words string) string { return code + " [" + a + "] " + words },
	"spaced":               func(code, a, words string) string { return code + ". [  " + a + " ]   " + words },
	"behind the brackets":  func(code, a, words string) string { return code + " [  ] " + a + " " + words },
	"behind the words":     func(code, a, words string) string { return code + " [  ] " + words + "   " + a },
	"glued to the words":   func(code, a, words string) string { return code + " [  ] " + words + a },
	"below the words":      func(code, a, words string) string { return code + " [  ] " + words + "\n" + a },
	"an empty line below":  func(code, a, words string) string { return code + " [  ] " + words + "\n\n" + a + "\n" },
	"no brackets":          func(code, a, words string) string { return code + " " + a + " " + words },
	"half brackets":        func(code, a, words string) string { return code + " [ " + a + " " + words },
	"the other half":       func(code, a, words string) string { return code + " " + a + " ] " + words },
	"before the code":      func(code, a, words string) string { return a + " " + code + " [  ] " + words },
	"wide":                 func(code, a, words string) string { return code + " ［" + widened.Replace(a) + "］ " + words },
}

var widened = strings.NewReplacer("1", "１", "2", "２", "3", "３", "4", "４", "5", "５", "6", "６", "7", "７", "8", "８", "9", "９", "0", "０", "<", "＜", ">", "＞")

// ways are how a letter that was filled in comes back as a mail.
var ways = map[string]func(text string) string{
	"plain":   func(s string) string { return headed("text/plain", s) },
	"windows": func(s string) string { return headed("text/plain", strings.ReplaceAll(s, "\n", "\r\n")) },
	"quoted": func(s string) string {
		return headed("text/plain", "Hierbij.\n\n> "+strings.ReplaceAll(s, "\n", "\n> "))
	},
	"twice": func(s string) string { return headed("text/plain", ">> "+strings.ReplaceAll(s, "\n", "\n>> ")) },
	"nbsp":  func(s string) string { return headed("text/plain", strings.ReplaceAll(s, " ", "\u00a0")) },
	"html": func(s string) string {
		return headed("text/html", "<html><body>"+strings.ReplaceAll(html.EscapeString(s), "\n", "<br>\n")+"</body></html>")
	},
	"base64": func(s string) string {
		return "From: a@b.nl\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64\n\n" + base64.StdEncoding.EncodeToString([]byte(s))
	},
	"forwarded": func(s string) string {
		return "From: rm@x.nl\nContent-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain\n\nzie bijlage\n--b\nContent-Type: message/rfc822\n\n" + headed("text/plain", s) + "\n--b--\n"
	},
	"alternative": func(s string) string {
		return "From: a@b.nl\nContent-Type: multipart/alternative; boundary=b\n\n--b\nContent-Type: text/plain; charset=utf-8\n\n" + s + "\n--b\nContent-Type: text/html; charset=utf-8\n\n" +
			strings.ReplaceAll(html.EscapeString(s), "\n", "<br>") + "\n--b--\n"
	},
	"a text": func(s string) string { return "\n" + s },
	"of outlook": func(s string) string {
		return string(outlooktest.Write(outlooktest.Mail{From: "a@b.nl", Text: strings.ReplaceAll(s, "\n", "\r\n")}))
	},
	"of outlook as a page": func(s string) string {
		return string(outlooktest.Write(outlooktest.Mail{Text: "zie html", Page: strings.ReplaceAll(html.EscapeString(s), "\n", "<br>")}))
	},
	"sent on in outlook": func(s string) string {
		return string(outlooktest.Write(outlooktest.Mail{Text: "zie bijlage", Files: []outlooktest.File{{Name: "Antwoord", Mail: &outlooktest.Mail{From: "a@b.nl", Text: s}}}}))
	},
	"outlook in a mail": func(s string) string {
		return attached("x.msg", outlooktest.Write(outlooktest.Mail{Text: s}))
	},
	"a zip in a mail":        func(s string) string { return attached("lijsten.zip", zipped("terug/lijst.txt", s)) },
	"a saved page in a mail": func(s string) string { return attached("lijst.html", savedPage(s)) },
	"a saved page in a zip": func(s string) string {
		return attached("lijsten.zip", zipped("terug/lijst.html", string(savedPage(s))))
	},
	"a mail in a zip in a mail of outlook": func(s string) string {
		return string(outlooktest.Write(outlooktest.Mail{Text: "hierbij", Files: []outlooktest.File{{Name: "x.zip", Content: zipped("a.eml", headed("text/plain", s))}}}))
	},
}

// savedPage is a page for the browser as that saves it, with the answers in it.
func savedPage(s string) []byte {
	return []byte("<!DOCTYPE html>\n<html lang=\"nl\"><head><title>x</title></head><body><p>1.01 [ 3 ]</p><pre id=\"kwi-answers\">" + html.EscapeString(s) + "</pre></body></html>")
}

// attached is a mail with a file.
func attached(name string, content []byte) string {
	return "From: a@b.nl\nContent-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain\n\nHierbij.\n--b\nContent-Type: application/octet-stream; name=\"" + name + "\"\nContent-Transfer-Encoding: base64\n\n" +
		base64.StdEncoding.EncodeToString(content) + "\n--b--\n"
}

// zipped is a zip with files, name by name.
func zipped(files ...string) []byte {
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for i := 0; i < len(files); i += 2 {
		if f, err := w.Create(files[i]); err == nil {
			_, _ = f.Write([]byte(files[i+1]))
		}
	}
	_ = w.Close()
	return b.Bytes()
}

func headed(kind, s string) string {
	return "From: a@b.nl\nContent-Type: " + kind + "; charset=utf-8\n\n" + s
}

// TestHoweverItComesBack: what was filled in is what is kept, exactly, of
// whatever values and in whatever way.
func TestHoweverItComesBack(t *testing.T) {
	f := emptied(t, "../portable/testdata/newmedia.json")
	c := &f.Clients[0]
	list := questionnaire.Plain(questionnaire.For(c, c.Newest(), "AA", questionnaire.Sender{Supplier: f.Supplier}, questionnaire.Measure, "nl"))
	place := regexp.MustCompile(`(?m)^(\d\.\d\d) \[  \] (.*(?:\n {10}\S.*)*)`)
	seed := 0
	for fillName, fill := range fillings {
		for wayName, way := range ways {
			for range 3 {
				seed++
				sent := valuesOf.Example(seed)
				var want []string
				text := place.ReplaceAllStringFunc(list, func(s string) string {
					m := place.FindStringSubmatch(s)
					a := sent.grades[len(want)]
					want = append(want, a)
					return fill(m[1], a, m[2])
				})
				text = strings.Replace(text, "\nA [  ]", "\nA [ "+sent.words+" ]", 1)
				all := desk.Returned([]desk.Incoming{{Name: "x.eml", Data: []byte(way(text))}})
				if len(all.Returns) != 1 || len(all.Unread) > 0 {
					t.Fatalf("%s, %s: %d lists, %v", fillName, wayName, len(all.Returns), all.Unread)
				}
				next := c.Clone()
				found := questionnaire.Check(&next, "", all.Returns[0])
				if err := found.Apply(&next, false, false, day); err != nil {
					t.Fatalf("%s, %s: %v %v %+v", fillName, wayName, err, found.No, found.Items)
				}
				y := next.Newest()
				if got := gradesOf(y, "AA"); got != strings.Join(want, " ") {
					t.Errorf("%s, %s: got\n%s, not\n%s", fillName, wayName, got, strings.Join(want, " "))
				}
				if got := y.Remarks["AA"]; spaced(got) != spaced(sent.words) {
					t.Errorf("%s, %s: got %q, not %q", fillName, wayName, got, sent.words)
				}
			}
		}
	}
}

// values are what somebody fills in.
type values struct {
	grades []string
	words  string
}

var valuesOf = rapid.Custom(func(t *rapid.T) values {
	return values{
		rapid.SliceOfN(rapid.SampledFrom([]string{"1", "5", "7<", "8>", "9", "10", "10<"}), 30, 30).Draw(t, "grades"),
		rapid.SampledFrom([]string{"", "Prima.", "Zie [bijlage 2]\n\nDe planner mag sneller bellen", "Dank :]\n\nEén punt: traag.", "jammer :[ maar goed", "a] b] c", "1. een\n2. twee"}).Draw(t, "words"),
	}
})

// spaced is a text without regard for its white space, which HTML does not keep.
func spaced(s string) string { return strings.Join(strings.Fields(s), " ") }

// TestWhatCameWithAMailAndCannotBeReadIsTold, and leaves the rest of the mail.
func TestWhatCameWithAMailAndCannotBeReadIsTold(t *testing.T) {
	f := emptied(t, "../portable/testdata/newmedia.json")
	c := &f.Clients[0]
	list := questionnaire.Plain(questionnaire.For(c, c.Newest(), "AA", questionnaire.Sender{Supplier: f.Supplier}, questionnaire.Measure, "nl"))
	list = regexp.MustCompile(`(?m)^(\d\.\d\d) \[  \]`).ReplaceAllString(list, "$1 [8]")
	inner := string(zipped("a.txt", list))
	for name, w := range map[string]struct {
		mail   string
		lists  int
		unread fault.Kind
		place  string
	}{
		"zip in zip":      {attached("x.zip", zipped("in.zip", inner, "kk.txt", list)), 1, fault.ZipInZip, "m.eml › x.zip › in.zip"},
		"no zip":          {attached("x.zip", []byte("PK\x03\x04")), 0, fault.BrokenBook, "m.eml › x.zip"},
		"no mail":         {attached("x.zip", zipped("a.msg", "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "kk.txt", list)), 1, fault.BrokenMail, "m.eml › x.zip › a.msg"},
		"bomb":            {attached("x.zip", zipped("a.csv", strings.Repeat(" ", 2<<20), "kk.txt", list)), 1, fault.Overflow, "m.eml › x.zip › a.csv"},
		"photos":          {attached("x.zip", zipped("a.jpg", "\xff\xd8")), 0, fault.NotOurs, "m.eml"},
		"own form":        {string(outlooktest.Write(outlooktest.Mail{Rich: []byte("x")})), 0, fault.OnlyRich, "m.eml"},
		"broken outlook":  {string(outlooktest.Write(outlooktest.Mail{Text: list})[:9000]), 0, fault.BrokenMail, "m.msg"},
		"own form, a zip": {string(outlooktest.Write(outlooktest.Mail{Rich: []byte("x"), Files: []outlooktest.File{{Name: "x.zip", Content: zipped("kk.txt", list)}}})), 1, fault.OnlyRich, "m.eml"},
	} {
		called, _, _ := strings.Cut(w.place, " ")
		all := desk.Returned([]desk.Incoming{{Name: called, Data: []byte(w.mail), Lying: true}})
		if len(all.Returns) != w.lists || len(all.Unread) != 1 || !fault.Has(all.Unread[0], w.unread) || !strings.Contains(all.Unread[0].Error(), "("+w.place+")") {
			t.Errorf("%s: %d lists, %v", name, len(all.Returns), all.Unread)
		}
	}
}
