package page_test

import (
	"bytes"
	"encoding/base64"
	"net/url"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/chromedp/kb"

	"kwi/internal/account"
	"kwi/internal/browsertest"
	"kwi/internal/page"
	"kwi/internal/questionnaire"
)

// remark is what a respondent may well write: with brackets, with lines that
// look like a question of the list, and with an empty one.
const remark = "1.02 vind ik [te] algemeen;\n\nKWI-03 niet. \"<b>&amp;</b>\" שלום\nA bewijs"

// TestInABrowser opens the page in a browser that we did not write: one for all,
// which forgets between pages what was filled in.
func TestInABrowser(t *testing.T) {
	b := browsertest.Start(t)
	for name, use := range map[string]func(*testing.T, *browsertest.Browser){
		"what is filled in comes back": comesBack, "long answers go as a file": goesAsAFile, "without a script the text is there": worksUnscripted, "it is fit": isFit,
	} {
		t.Run(name, func(t *testing.T) { use(t, b) })
	}
}

// opened is a page of which the browser forgets afterwards what was filled in.
func opened(t *testing.T, b *browsertest.Browser, name string, content []byte) *browsertest.Page {
	t.Helper()
	p := b.Open(t, name, content)
	t.Cleanup(func() { browsertest.Eval[bool](t, p, "localStorage.clear(); true") })
	return p
}

// downloaded is what a page saved, and under which name. It is gone then: the
// next page saves into the same folder.
func downloaded(t *testing.T, p *browsertest.Page) (content []byte, name string) {
	t.Helper()
	path := p.Downloaded(t)
	content, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.Remove(path); err != nil {
		t.Fatal(err)
	}
	return content, filepath.Base(path)
}

// comesBack fills the page in by clicks and keys, and holds
// that by mail, as a file and saved whole it says the same as the sheet.
func comesBack(t *testing.T, b *browsertest.Browser) {
	c, l := asked(t, "nl")
	p := opened(t, b, "lijst.html", written(t, l))
	if said := p.Text(t, "#count"); said != "0 van 4 cijfers gegeven" {
		t.Errorf("it says %q", said)
	}
	p.Click(t, "#send")
	if said := p.Text(t, "#said"); said != "Er is nog niets ingevuld." {
		t.Errorf("nothing is sent: %q", said)
	}
	p.Click(t, `[name="1.01"][value="8"]`)
	p.Click(t, `[name="1.01 weight"][value=">"]`)
	p.Press(t, "\t") // to leave blank
	p.Press(t, "\t") // to the next question
	p.Press(t, " ")
	if code := browsertest.Eval[string](t, p, "document.activeElement.name + document.activeElement.value"); code != "1.021" {
		t.Errorf("two tabs lead to %s", code)
	}
	right := kb.ArrowRight
	for range 4 {
		p.Press(t, right)
	}
	if grade := browsertest.Eval[string](t, p, "new FormData(list).get('1.02')"); grade != "5" {
		t.Errorf("four arrows to the right of 1 lead to %s", grade)
	}
	p.Click(t, `[name="2.01"][value="10"]`)
	p.Click(t, `[data-clears="2.01"]`)
	p.Click(t, `[name="2.02"][value="1"]`)
	p.Click(t, `[name="2.02 weight"][value="<"]`)
	if said := p.Text(t, "#count"); said != "3 van 4 cijfers gegeven" {
		t.Errorf("it says %q", said)
	}
	browsertest.Eval[bool](t, p, "A.value = "+quoted(remark)+"; A.dispatchEvent(new Event('input', {bubbles: true}))")
	p.Click(t, `[name="B"][value="ja"]`)
	p.Click(t, `[name="C"][value="0"]`)
	p.Click(t, "#D")
	p.Press(t, "omdat het zo is")
	p.Click(t, `[name="G"][value="nee"]`)
	want := found(c, filled(t, l, c))

	p.Click(t, "#send")
	link := browsertest.Eval[string](t, p, "mail.href")
	mail, err := url.Parse(link)
	if err != nil || mail.Scheme != "mailto" || mail.Opaque != "rm@bestseller.example" {
		t.Fatal(link, err)
	}
	if subject := mail.Query().Get("subject"); subject != "Antwoorden, kenmerk acme · 2011H1 · KK" {
		t.Errorf("the subject is %q", subject)
	}
	if len(link) > 1800 {
		t.Errorf("the link has %d characters", len(link))
	}
	same(t, "the mail", c, mail.Query().Get("body"), want)
	same(t, "the mail that was quoted", c, "> "+strings.ReplaceAll(mail.Query().Get("body"), "\r\n", "\r\n> "), want)

	p.Click(t, "#save")
	file, name := downloaded(t, p)
	if name != "antwoorden-acme-2011H1-KK.txt" {
		t.Errorf("the file is called %s", name)
	}
	same(t, "the file", c, string(file), want)

	saved := browsertest.Eval[string](t, p, "'<!DOCTYPE html>' + document.documentElement.outerHTML")
	r, err := page.Read([]byte(saved), "lijst.html")
	if err != nil {
		t.Fatal(err)
	}
	if got := found(c, r); !reflect.DeepEqual(got, want) {
		t.Errorf("the page saved whole says\n%v, not\n%v", got, want)
	}

	// The page is closed, and opened again: by itself, and as it was saved.
	if asks := p.Requests(); !slices.Equal(asks, []string{link}) || len(p.Complaints()) > 0 {
		t.Errorf("besides the mail it asks for %v and complains of %v", asks, p.Complaints())
	}
	p = b.Open(t, "lijst.html", written(t, l))
	p.Click(t, "#save")
	if again, _ := downloaded(t, p); !bytes.Equal(again, file) {
		t.Errorf("after it was opened again it says %s", again)
	}
	p.Click(t, "#empty")
	p.Click(t, "#undo")
	if now := browsertest.Eval[string](t, p, "document.getElementById('kwi-answers').textContent"); strings.TrimSpace(now) != strings.TrimSpace(strings.ReplaceAll(string(file), "\r\n", "\n")) {
		t.Errorf("put back it says %s", now)
	}
	p.Quiet(t)
	browsertest.Eval[bool](t, p, "localStorage.clear(); true")
	other := opened(t, b, "bewaard.html", []byte(saved))
	other.Click(t, "#save")
	if again, _ := downloaded(t, other); !bytes.Equal(again, file) {
		t.Errorf("opened as it was saved it says %s", again)
	}
}

// goesAsAFile: what a link cannot hold is saved.
func goesAsAFile(t *testing.T, b *browsertest.Browser) {
	c, l := asked(t, "en")
	p := opened(t, b, "list.html", written(t, l))
	p.Click(t, `[name="1.01"][value="8"]`)
	browsertest.Eval[bool](t, p, "A.value = 'long '.repeat(400); A.dispatchEvent(new Event('input', {bubbles: true}))")
	p.Click(t, "#send")
	file, _ := downloaded(t, p)
	r, ok := questionnaire.ReadText(string(file), "answers.txt")
	if f := questionnaire.Check(&c, "2011H1", r); !ok || f.No != nil || f.Graded() != 1 || !f.Remarked() {
		t.Errorf("%v %+v", ok, f)
	}
	if said := p.Text(t, "#said"); !strings.Contains(said, "answers-acme-2011H1-KK.txt") || !strings.Contains(said, "rm@bestseller.example") {
		t.Errorf("it says %q", said)
	}
	if browsertest.Eval[bool](t, p, "document.getElementById('mail') !== null") {
		t.Error("it opens a mail as well")
	}
	p.Quiet(t)
}

// worksUnscripted: it is open, filled in by hand it comes back,
// and nothing that needs a script is in view.
func worksUnscripted(t *testing.T, b *browsertest.Browser) {
	c, l := asked(t, "nl")
	bare := strings.Replace(string(written(t, l)), "script-src &#39;sha256-", "script-src &#39;sha256-AA", 1)
	p := opened(t, b, "lijst.html", []byte(bare))
	if form := browsertest.Eval[int](t, p, "document.getElementById('list').offsetHeight"); form != 0 {
		t.Error("the form is there")
	}
	said := p.Text(t, "main")
	if !strings.Contains(said, "Kopieer deze tekst in een mail aan rm@bestseller.example.") || !strings.Contains(said, "zet er dan < bij") {
		t.Errorf("it says %s", said)
	}
	text := strings.Replace(p.Text(t, "pre"), "1.02 [  ]", "1.02 [ 7> ]", 1)
	r, ok := questionnaire.ReadText(text, "mail")
	if f := questionnaire.Check(&c, "2011H1", r); !ok || f.No != nil || f.Graded() != 1 || f.Doubt != nil {
		t.Errorf("%v %+v", ok, f)
	}
}

// isFit: for a screen reader, in both languages, light and dark, on a
// desk and on a phone; and nothing is asked of the network, whatever is in it.
func isFit(t *testing.T, b *browsertest.Browser) {
	for _, tag := range []string{"nl", "en"} {
		_, l := asked(t, tag)
		l.Message += "\n\n<img src=https://kwi.example/x.png onerror=alert(1)></script></pre>"
		l.KWIs[0].Questions[0].New = "nieuw"
		l.KWIs[0].Questions[0].Text = strings.Repeat("Donaudampfschifffahrtsgesellschaft", 6) + " </script><script>alert(2)</script>"
		l.Name = "أحمد \u202e Klant"
		p := opened(t, b, tag+".html", written(t, l))
		for _, scheme := range []browsertest.Scheme{browsertest.Light, browsertest.Dark} {
			p.Prefer(t, scheme)
			for _, width := range []int{1280, 360} {
				p.Window(t, width, 800)
				if over := browsertest.Eval[int](t, p, "document.documentElement.scrollWidth - innerWidth"); over > 0 {
					t.Errorf("%s %d: %d too wide", scheme, width, over)
				}
				if folder := os.Getenv("KWI_SHOTS"); folder != "" {
					_ = os.WriteFile(filepath.Join(folder, "list-"+tag+"-"+string(scheme)+"-"+map[int]string{1280: "desk", 360: "phone"}[width]+".png"), p.Shot(t), 0o600)
				}
			}
			if tag == "nl" && os.Getenv("KWI_AXE") != "" {
				p.Click(t, `[name="1.02"][value="8"]`)
				p.Accessible(t)
			}
		}
		p.Quiet(t)
	}
}

// same holds that a text says what the sheet said.
func same(t *testing.T, what string, c account.Client, text string, want heard) {
	t.Helper()
	r, ok := questionnaire.ReadText(text, "mail")
	if got := found(c, r); !ok || !reflect.DeepEqual(got, want) {
		t.Errorf("%s says\n%+v, not\n%+v\n%s", what, got, want, text)
	}
}

// quoted is a text as JavaScript has it.
func quoted(s string) string {
	return "new TextDecoder().decode(Uint8Array.from(atob('" + base64.StdEncoding.EncodeToString([]byte(s)) + "'), c => c.charCodeAt(0)))"
}

func grounds(all []questionnaire.Reason) (out []questionnaire.Ground) {
	for _, r := range all {
		out = append(out, r.Ground)
	}
	slices.Sort(out)
	return out
}
