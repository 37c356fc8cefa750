package post_test

import (
	"encoding/json"
	"flag"
	"net/mail"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"kwi/internal/account"
	"kwi/internal/post"
	"kwi/internal/questionnaire"
)

var update = flag.Bool("update", false, "write the goldens")

// parse is a mail as Python's own library reads it.
const parse = `
import email, email.policy, json, sys
m = email.message_from_binary_file(sys.stdin.buffer, policy=email.policy.default)
out = {"defects": [str(d) for p in m.walk() for d in p.defects] + [str(d) for k in m.keys() for d in m[k].defects],
       "headers": sorted(k.lower() for k in m.keys()), "subject": m["subject"], "unsent": m["x-unsent"], "date": m["date"].datetime.isoformat(),
       "from": [[a.display_name, a.addr_spec] for a in m["from"].addresses] if m["from"] else [],
       "to": [[a.display_name, a.addr_spec] for a in m["to"].addresses] if m["to"] else [],
       "text": m.get_body(("plain",)).get_content(), "html": m.get_body(("html",)).get_content(), "id": m["message-id"],
       "kinds": [p.get_content_type() for p in m.walk()],
       "files": [[f.get_filename(), f.get_content_type(), f.get_content().hex() if isinstance(f.get_content(), bytes) else f.get_content()] for f in m.iter_attachments()]}
json.dump(out, sys.stdout)
`

type parsed struct {
	Defects, Headers      []string
	Subject, Unsent, Date string
	From, To              [][2]string
	Text, HTML, ID        string
	Kinds                 []string
	Files                 [][3]string
}

func read(t *testing.T, mail string) (p parsed) {
	t.Helper()
	if err := json.Unmarshal([]byte(python(t, "email", parse, mail)), &p); err != nil {
		t.Fatal(err)
	}
	if len(p.Defects) > 0 {
		t.Errorf("defects: %v", p.Defects)
	}
	return p
}

func TestPythonReadsADraft(t *testing.T) {
	c := client()
	book := post.File{Name: "newmedia-2026H2-ÉB.xlsx", Content: []byte("PK\x03\x04 a workbook")}
	l := post.Bring(&c, list(&c, "ÉB", questionnaire.Measure), post.ByManager, post.Address{Name: "Joé", Email: "joe@bestseller.example"}, at, book)
	p := read(t, draft(t, l))
	if p.Subject != l.Subject+" ("+l.Reference+")" || p.Unsent != "1" || p.Date != "2026-11-13T09:30:00+01:00" {
		t.Errorf("got %+v", p)
	}
	if len(p.To) != 1 || p.To[0] != [2]string{"Éva Brönte", "eva@newmedia.example"} || p.From[0] != [2]string{"Joé", "joe@bestseller.example"} {
		t.Errorf("from %v to %v", p.From, p.To)
	}
	if got := strings.ReplaceAll(p.Text, "\r\n", "\n"); strings.TrimSpace(got) != strings.TrimSpace(l.Text) {
		t.Errorf("got\n%s\nwant\n%s", got, l.Text)
	}
	want := [3]string{"newmedia-2026H2-ÉB.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "504b03042061" + "20776f726b626f6f6b"}
	if len(p.Files) != 1 || p.Files[0] != want {
		t.Errorf("got %q", p.Files)
	}
	if want := "multipart/mixed multipart/alternative text/plain text/html " + want[1]; strings.Join(p.Kinds, " ") != want {
		t.Errorf("it is made of %v", p.Kinds)
	}
}

func TestADraftIsTheSameForTheSame(t *testing.T) {
	c := client()
	l := post.Bring(&c, list(&c, "KK", questionnaire.Measure), post.ByManager, post.Address{}, at, post.File{Name: "a.xlsx", Content: []byte("x")})
	if first, second := draft(t, l), draft(t, l); first != second {
		t.Error("twice the same letter makes two drafts")
	}
}

func TestNothingBecomesAHeader(t *testing.T) {
	evil := "Kees\r\nBcc: all@evil.example\r\n\r\n<script>\x1b[2J\u202e, \"x\" <y@evil.example>"
	c := client()
	c.Respondents[0].Name, c.Name, c.Colleagues[0].Name = evil, evil, evil
	l := post.Bring(&c, list(&c, "KK", questionnaire.Measure), post.ByManager, post.Address{Name: evil, Email: "joe@bestseller.example"}, at,
		post.File{Name: "../../etc/pass\r\nwd\".xlsx", Content: []byte("x")})
	l.Subject = evil + strings.Repeat(" lang", 200)
	text := draft(t, l)
	p := read(t, text)
	if want := "content-type date from message-id mime-version subject to x-unsent"; strings.Join(p.Headers, " ") != want {
		t.Errorf("headers %v", p.Headers)
	}
	if len(p.To) != 1 || p.To[0][1] != "kk@newmedia.example" || len(p.From) != 1 || p.From[0][1] != "joe@bestseller.example" {
		t.Errorf("to %v from %v", p.To, p.From)
	}
	if strings.ContainsAny(p.Subject+p.To[0][0], "\r\n\x1b\u202e") || strings.ContainsAny(p.Text, "\x1b\u202e") || strings.ContainsAny(p.Files[0][0], "/\\\r\n\"") {
		t.Errorf("got %+v", p)
	}
	for _, line := range strings.Split(text, "\r\n") {
		if len(line) > 998 {
			t.Errorf("a line of %d characters", len(line))
		}
	}
}

func TestAnAddressThatIsNoneIsNobody(t *testing.T) {
	c := client()
	p := read(t, draft(t, post.Bring(&c, list(&c, "ZZ", questionnaire.Measure), post.ByManager, post.Address{}, at)))
	if len(p.To)+len(p.From) > 0 || p.Unsent != "1" {
		t.Errorf("got %+v", p)
	}
}

// TestAnAddressIsReadAsItIs holds what is taken for an address against the
// standard library.
func TestAnAddressIsReadAsItIs(t *testing.T) {
	piece := rapid.SampledFrom([]string{"a", "b.c", ".", "@", "x.example", " ", "<", ">", "\"", "\\", "(", ",", ":", "é", "\r\n", "+", "[127.0.0.1]"})
	rapid.Check(t, func(t *rapid.T) {
		s := strings.Join(rapid.SliceOfN(piece, 1, 6).Draw(t, "pieces"), "")
		a, err := mail.ParseAddress(s)
		if account.ValidEmail(s) && (err != nil || a.Address != s) {
			t.Fatalf("%q is read as %v, %v", s, a, err)
		}
	})
}

func TestTheSponsorPassesItOn(t *testing.T) {
	c := client()
	l := post.Bring(&c, list(&c, "ÉB", questionnaire.Measure), post.BySponsor, post.Address{}, at)
	if l.To.Email != "kk@newmedia.example" || !strings.Contains(l.Text, "eva@newmedia.example") || !strings.HasPrefix(l.Subject, "Voor Éva Brönte: ") {
		t.Errorf("got %+v", l)
	}
	if l = post.Bring(&c, list(&c, "KK", questionnaire.Measure), post.BySponsor, post.Address{}, at); strings.Contains(l.Text, "doorsturen") {
		t.Error("the sponsor is asked to pass on his own")
	}
	c.Respondents[0].Email = ""
	if l = post.Bring(&c, list(&c, "ÉB", questionnaire.Measure), post.BySponsor, post.Address{}, at); l.To.Email != "eva@newmedia.example" {
		t.Errorf("to %v", l.To)
	}
}

func TestLettersReadWell(t *testing.T) {
	never := regexp.MustCompile(`(?i)\b(je|jij|jouw|jullie)\b|vragenlijst|questionnaire|[{}‹›!]`)
	c := client()
	for name, l := range map[string]post.Letter{
		"measure-nl":     post.Bring(&c, list(&c, "KK", questionnaire.Measure), post.ByManager, post.Address{}, at),
		"communicate-en": post.Bring(&c, list(&c, "ÉB", questionnaire.Communicate), post.ByManager, post.Address{}, at),
		"sponsor-nl":     post.Bring(&c, list(&c, "ZZ", questionnaire.Communicate), post.BySponsor, post.Address{}, at),
	} {
		got := "To: " + l.To.Name + " <" + l.To.Email + ">\nSubject: " + l.Subject + "\n\n" + l.Text
		if found := never.FindString(got); found != "" {
			t.Errorf("%s says %q", name, found)
		}
		file := filepath.Join("testdata", name+".txt")
		if *update {
			if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(file)
		if err != nil || string(want) != got {
			t.Errorf("%s: %v, got\n%s", name, err, got)
		}
	}
}
