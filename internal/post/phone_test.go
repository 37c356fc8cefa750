package post_test

import (
	"bytes"
	"fmt"
	"io"
	"mime"
	"mime/multipart"
	"mime/quotedprintable"
	"net/mail"
	"regexp"
	"strings"
	"testing"

	"kwi/internal/account"
	"kwi/internal/post"
	"kwi/internal/questionnaire"
	"kwi/internal/text"
)

// bodies are the plain text and the page of a letter.
func bodies(t *testing.T, letter string) (plain, page string) {
	t.Helper()
	m, err := mail.ReadMessage(strings.NewReader(letter))
	if err != nil {
		t.Fatal(err)
	}
	kind, params, err := mime.ParseMediaType(m.Header.Get("Content-Type"))
	if err != nil || kind != "multipart/alternative" {
		t.Fatalf("%s, %v", kind, err)
	}
	var out []string
	for parts := multipart.NewReader(m.Body, params["boundary"]); ; {
		p, err := parts.NextRawPart()
		if err == io.EOF {
			break
		}
		if err != nil {
			t.Fatal(err)
		}
		b, err := io.ReadAll(quotedprintable.NewReader(p))
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, strings.ReplaceAll(string(b), "\r\n", "\n"))
	}
	return out[0], out[1]
}

// rewrapped is a text with its lines broken at a width, and quoted.
func rewrapped(s string, width int, sign string) string {
	var out []string
	for line := range strings.SplitSeq(s, "\n") {
		for _, l := range text.Fill(line, float64(width), text.Each) {
			out = append(out, sign+l)
		}
	}
	return strings.Join(out, "\n")
}

// answered are the answers of these tests, by the place that they stand in.
var answered = map[string]string{"1.01": "8", "1.02": "7>", "2.01": "9<", "B": "ja", "C": "9", "D": "Omdat", "G": "Ja"}

// arrives holds a mail that came back against the client.
func arrives(t *testing.T, name, letter string, want int) {
	t.Helper()
	c := client()
	list(&c, "KK", questionnaire.Measure) // goes out
	m, err := post.Read([]byte(letter), name)
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	r, ok := questionnaire.ReadText(m.Texts[0].Text, name)
	if !ok {
		t.Errorf("%s names no list in\n%s", name, m.Texts[0].Text)
		return
	}
	f := questionnaire.Check(&c, "2026H2", r)
	if want == 0 {
		if f.No == nil || f.No.Ground != questionnaire.Unfilled {
			t.Errorf("%s: nothing was answered, got %+v", name, f)
		}
		return
	}
	if f.No != nil || f.Bad() > 0 || f.Graded() != want {
		t.Errorf("%s: %+v", name, f)
		return
	}
	if err := f.Apply(&c, false, false, "2026-11-18"); err != nil {
		t.Errorf("%s: %v", name, err)
	}
	y := c.Newest()
	if got := y.Answers["KK"].Of(account.QuestionCode{KWI: 1, Serial: 2}).String(); got != "7>" || y.NPS["KK"].Score != 9 || y.NPS["KK"].Why != "Omdat" {
		t.Errorf("%s: %q and %+v", name, got, y.NPS["KK"])
	}
}

// reply is an answer as a mail program sends it.
func reply(subject, kind, text string) string {
	return "From: Kees Klant <kk@newmedia.example>\r\nSubject: " + mime.QEncoding.Encode("utf-8", subject) + "\r\nContent-Type: " + kind +
		"; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n" + strings.ReplaceAll(text, "\n", "\r\n")
}

// theirs is the letter to the sponsor, with what it is called back.
func theirs(t *testing.T) (l post.Letter, plain, page string) {
	c := client()
	l = post.Bring(&c, list(&c, "KK", questionnaire.Measure), post.ByManager, post.Address{Email: "joe@bestseller.example"}, at)
	plain, page = bodies(t, draft(t, l))
	return l, plain, page
}

// TestEveryParagraphIsOneLine: whoever shows a letter breaks its lines, as narrow as
// their screen is.
func TestEveryParagraphIsOneLine(t *testing.T) {
	_, plain, _ := theirs(t)
	for line := range strings.SplitSeq(plain, "\n") {
		if strings.HasPrefix(line, " ") {
			t.Errorf("a line goes on in %q", line)
		}
	}
	if !strings.Contains(plain, "\n1.02 [  ] Kennis staat in het opdrachtdossier (bijlage 3) en is daar te vinden voor iedereen die er iets mee moet\n") {
		t.Errorf("a question is no line of its own:\n%s", plain)
	}
}

// TestALetterSurvivesPhones: broken at any width, quoted, with bold letters as
// asterisks and as the page of a mail program, the same answers arrive, and of a
// letter in which nothing was filled in none does.
func TestALetterSurvivesPhones(t *testing.T) {
	_, plain, page := theirs(t)
	onPage := page
	filled := fill(plain, answered)
	for code, answer := range answered {
		onPage = strings.Replace(onPage, ">"+code+" [&nbsp;&nbsp;]", ">"+code+" ["+strings.ReplaceAll(answer, ">", "&gt;")+"]", 1)
	}
	bold := regexp.MustCompile(`(?m)^(KWI-\d+ .*|\d\.\d\d|[A-G]) ?(\[|$)`)
	for width := 24; width <= 120; width += 8 {
		for _, sign := range []string{"", "> ", ">> "} {
			name := fmt.Sprintf("%d %q", width, sign)
			arrives(t, name, reply("Re", "text/plain", "Hierbij.\n\n"+rewrapped(filled, width, sign)), 3)
			arrives(t, name+" unfilled", reply("Re", "text/plain", rewrapped(plain, width, sign)), 0)
		}
	}
	arrives(t, "bold", reply("Re", "text/plain", rewrapped(bold.ReplaceAllString(filled, "*$1* $2"), 72, "> ")), 3)
	arrives(t, "page", reply("Re", "text/html", onPage), 3)
	arrives(t, "page of a phone", reply("Re", "text/html", `<html><body dir="auto">Zie hieronder.<div><br><blockquote type="cite">`+onPage+`</blockquote></div></body></html>`), 3)
	arrives(t, "page unfilled", reply("Re", "text/html", page), 0)
}

// TestThePageSaysTheSame as the text beside it, shows nothing from elsewhere, and is
// as dark or light as whoever shows it.
func TestThePageSaysTheSame(t *testing.T) {
	_, plain, page := theirs(t)
	m, err := post.Read([]byte(reply("", "text/html", page)), "x")
	if err != nil {
		t.Fatal(err)
	}
	words := func(s string) string { return text.Line(strings.ReplaceAll(s, "[ ]", "[  ]")) }
	if said, want := words(m.Texts[0].Text), words(strings.Replace(plain, "\n--------------------\n", "\n", 1)); said != want {
		t.Errorf("the page says\n%s\nand the text\n%s", said, want)
	}
	if found := regexp.MustCompile(`(?i)https?:|src=|url\(|<img|<link|<script|[^-]color:|background|<b>|<strong>|<h\d`).FindString(page); found != "" {
		t.Errorf("the page has %q", found)
	}
}

// TestTheSubjectTellsWhoseItIs where the tail was cut away, and only there.
func TestTheSubjectTellsWhoseItIs(t *testing.T) {
	l, plain, _ := theirs(t)
	cut, _, _ := strings.Cut(fill(plain, answered), "\nDank u wel")
	sent, err := mail.ReadMessage(strings.NewReader(draft(t, l)))
	if err != nil {
		t.Fatal(err)
	}
	about, err := new(mime.WordDecoder).DecodeHeader(sent.Header.Get("Subject"))
	if err != nil {
		t.Fatal(err)
	}
	arrives(t, "tail cut", reply("AW: Re: "+about, "text/plain", rewrapped(cut, 72, "> ")), 3)
	for name, mailed := range map[string]string{
		"nothing answered":  reply(about, "text/plain", strings.Split(plain, "\nDank u wel")[0]),
		"no mark":           reply("Re: newmedia · 2026H2 · KK", "text/plain", cut),
		"two lists":         reply(about+" newmedia · 2026H2 · ZZ · n0123456789abcdef", "text/plain", cut),
		"no word of a list": reply("Re: "+about, "text/plain", "Dank je, ik kijk er morgen naar."),
	} {
		m, err := post.Read([]byte(mailed), name)
		if err != nil {
			t.Fatal(err)
		}
		if r, ok := questionnaire.ReadText(m.Texts[0].Text, name); ok {
			t.Errorf("%s is read as %+v", name, r)
		}
	}
	c := client()
	other := post.Bring(&c, list(&c, "ZZ", questionnaire.Measure), post.ByManager, post.Address{}, at)
	m, err := post.Read([]byte(reply("Fwd: "+about, "text/plain", fill(other.Text, map[string]string{"2.01": "6"}))), "x")
	if err != nil {
		t.Fatal(err)
	}
	if r, _ := questionnaire.ReadText(m.Texts[0].Text, "x"); r.Who != "ZZ" {
		t.Errorf("what names its list itself comes under %s", r.Who)
	}
}

// TestAMessageIsOfItsSender: by the domain behind its Message-ID, or by none.
func TestAMessageIsOfItsSender(t *testing.T) {
	for from, want := range map[string]string{
		"joe@bestseller.example": "@bestseller.example", "Joe@Mail.Bestseller.Example": "@mail.bestseller.example",
		"": "@kwi.invalid", "joe@localhost": "@kwi.invalid", "joe@bücher.example": "@kwi.invalid",
	} {
		by := post.Address{Email: from}
		m, err := mail.ReadMessage(strings.NewReader(draft(t, post.Letter{From: by, Subject: "a", Text: "b", At: at})))
		if err != nil {
			t.Fatal(err)
		}
		if id := m.Header.Get("Message-Id"); !strings.HasSuffix(id, want+">") {
			t.Errorf("%s: %s", from, id)
		}
		for _, id := range []string{post.MessageOf("0123456789abcdef", by), post.MessageFor(by, "thanks", "newmedia")} {
			if !strings.HasSuffix(id, want) {
				t.Errorf("%s: %s", from, id)
			}
		}
	}
}

// TestAttachmentsStayApart, whatever letters their names are of, as Python reads
// them.
func TestAttachmentsStayApart(t *testing.T) {
	names := []string{"a-2026H2-ÉB.xlsx", "a-2026H2-ÖB.xlsx", "a-2026H2-ЖБ.xlsx", "a-2026H2-田中.xlsx", "a-2026H2-ÉB.xlsx", "a-2026H2-éb.xlsx", "../a:b.pdf", strings.Repeat("ऋ", 300) + ".pdf"}
	l := post.Letter{From: post.Address{Email: "joe@bestseller.example"}, To: post.Address{Email: "kk@newmedia.example"}, Subject: "a", Text: "b", At: at}
	for _, n := range names {
		l.Files = append(l.Files, post.File{Name: n, Content: []byte("x")})
	}
	mailed := draft(t, l)
	want := []string{names[0], names[1], names[2], names[3], "a-2026H2-ÉB-2.xlsx", "a-2026H2-éb-3.xlsx", "-a-b.pdf"}
	var got []string
	for _, f := range read(t, mailed).Files {
		got = append(got, f[0])
	}
	want[6] = "a-b.pdf"
	if len(got) != len(names) || strings.Join(got[:7], " ") != strings.Join(want, " ") || !strings.HasSuffix(got[7], "ऋ.pdf") {
		t.Errorf("got %q\nwant %q", got, want)
	}
	for line := range bytes.Lines([]byte(mailed)) {
		if len(line) > 998 {
			t.Errorf("a line of %d", len(line))
		}
	}
}
