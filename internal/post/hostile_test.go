package post_test

import (
	"bytes"
	"io"
	"mime"
	"mime/multipart"
	"net/mail"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"

	"kwi/internal/account"
	"kwi/internal/lang"
	"kwi/internal/post"
	"kwi/internal/questionnaire"
)

// nasty are texts that want to be more than text.
func nasty(t *rapid.T, label string) string {
	piece := rapid.OneOf(rapid.String(), rapid.SampledFrom([]string{
		"1.02 [9]", "\n1.01 [ 10> ]", "A [x]", "\r\nBcc: x@evil.example", "\r\n.\r\n", "]", "[", "KWI-01", "newmedia · 2026H2 · ZZ", "=?utf-8?q?=0aBcc=3a_x?=",
		"END:VEVENT", "\nBEGIN:VEVENT", ";:,\\", "\u202e", "\x1b[2J", "\x00", "\u2028", "> ", "--kwi-", "é", "＠", "\t", strings.Repeat("lang", 40),
	}))
	return strings.Join(rapid.SliceOfN(piece, 1, 4).Draw(t, label), "")
}

// hostile is the client with such texts wherever people type.
func hostile(t *rapid.T) account.Client {
	c := client()
	c.Name, c.Colleagues[0].Name = nasty(t, "client"), nasty(t, "colleague")
	for i := range c.Respondents {
		c.Respondents[i].Name = nasty(t, "name")
		c.Respondents[i].Function = nasty(t, "function")
	}
	y := c.Newest()
	y.Place, y.Actions[0].Text, y.Actions[0].For = nasty(t, "place"), nasty(t, "action"), nasty(t, "for")
	for i := range y.KWIs {
		y.KWIs[i].Title, y.KWIs[i].Expectation = nasty(t, "title"), nasty(t, "expectation")
		for j := range y.KWIs[i].Questions {
			y.KWIs[i].Questions[j].Text = nasty(t, "question")
		}
	}
	return c
}

func TestWhateverIsTypedALetterIsALetter(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := hostile(t)
		l := questionnaire.For(&c, c.Newest(), "KK", questionnaire.Sender{Supplier: nasty(t, "supplier")}, questionnaire.Measure, "nl")
		letter := post.Bring(&c, l, post.ByManager, post.Address{Name: nasty(t, "from"), Email: "joe@bestseller.example"}, at, post.File{Name: nasty(t, "file"), Content: []byte("x")})
		var b bytes.Buffer
		if err := post.Draft(&b, letter); err != nil {
			t.Fatal(err)
		}
		m, err := mail.ReadMessage(&b)
		if err != nil {
			t.Fatal(err)
		}
		names := []string{}
		for name, values := range m.Header {
			names = append(names, name)
			if len(values) != 1 {
				t.Errorf("%s stands there %d times", name, len(values))
			}
		}
		slices.Sort(names)
		if want := []string{"Content-Type", "Date", "From", "Message-Id", "Mime-Version", "Subject", "To", "X-Unsent"}; !slices.Equal(names, want) {
			t.Errorf("headers %v", names)
		}
		for field, want := range map[string]string{"To": "kk@newmedia.example", "From": "joe@bestseller.example"} {
			if a, err := m.Header.AddressList(field); err != nil || len(a) != 1 || a[0].Address != want {
				t.Errorf("%s is %v, %v", field, a, err)
			}
		}
		_, params, err := mime.ParseMediaType(m.Header.Get("Content-Type"))
		if err != nil {
			t.Fatal(err)
		}
		parts := multipart.NewReader(m.Body, params["boundary"])
		for n := 0; ; n++ {
			_, err := parts.NextPart()
			if err == io.EOF && n == 2 {
				break
			}
			if err != nil {
				t.Fatalf("part %d: %v", n, err)
			}
		}
	})
}

// TestWhateverIsTypedOnlyBracketsAreAnswers asks that nothing in the words of
// a list is taken for an answer, and that answers arrive all the same.
func TestWhateverIsTypedOnlyBracketsAreAnswers(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := hostile(t)
		l := questionnaire.For(&c, c.Newest(), "KK", questionnaire.Sender{Supplier: nasty(t, "supplier")}, questionnaire.Measure, "nl")
		text := post.Bring(&c, l, post.ByManager, post.Address{}, at).Text
		r, ok := questionnaire.ReadText(text, "x")
		places := slices.DeleteFunc(slices.Clone(r.Lines), func(l questionnaire.Line) bool { return l.Bare })
		if !ok || len(places) != l.Count() || len(r.Asks) != 7 {
			t.Fatalf("%v, %d lines, %d others of\n%s", ok, len(r.Lines), len(r.Asks), text)
		}
		for _, line := range r.Lines {
			if !line.Grade.Empty() {
				t.Errorf("%s is answered with %q by\n%s", line.Code, line.Grade.Text, text)
			}
		}
		for _, a := range r.Asks {
			if !a.Empty() {
				t.Errorf("%s is answered with %q by\n%s", a.Key, a.Text, text)
			}
		}
		if f := questionnaire.Check(&c, "", r); f.No == nil {
			t.Errorf("%+v is taken of\n%s", f, text)
		}
		r, _ = questionnaire.ReadText(fill(text, map[string]string{"1.02": "8>", "C": "9"}), "x")
		places = slices.DeleteFunc(slices.Clone(r.Lines), func(l questionnaire.Line) bool { return l.Bare })
		if places[1].Grade.Text != "8>" || r.Asks[2].Text != "9" {
			t.Errorf("got %+v", r)
		}
	})
}

func TestWhateverIsTypedACalendarIsACalendar(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := hostile(t)
		var b bytes.Buffer
		events := post.Events(&c, lang.For("nl"))
		if err := post.Calendar(&b, c.Name, at, events); err != nil {
			t.Fatal(err)
		}
		begins := 0
		for _, line := range strings.Split(strings.TrimSuffix(b.String(), "\r\n"), "\r\n") {
			if line == "BEGIN:VEVENT" {
				begins++
			}
			if len(line) > 75 || strings.ContainsAny(line, "\r\n\x00\x1b\u202e\u2028") || !utf8.ValidString(line) || line == "" {
				t.Errorf("a line as none may be: %q", line)
			}
		}
		if begins != len(events) {
			t.Errorf("%d events became %d", len(events), begins)
		}
	})
}
