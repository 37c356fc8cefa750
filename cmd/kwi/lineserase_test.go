package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"kwi/internal/cli"
	"kwi/internal/desk"
	"kwi/internal/erasing"
	"kwi/internal/lang"
	"kwi/store/bolt"
	"kwi/ui/linear"
)

// linesOn has somebody listen to a data file in which people can be erased, and gives what was said.
func linesOn(t *testing.T, s *bolt.Store, tag string, given ...string) string {
	t.Helper()
	d := desk.New(s, nonce)
	c, err := lined(t.Context(), cli.Session{Desk: d, Words: lang.For(tag), Erases: erasing.File{Store: s, Desk: d, Nonce: nonce}}, func() time.Time { return day })
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	c.In, c.Out = strings.NewReader(strings.Join(given, "\n")+"\n"), &out
	if err := linear.Run(t.Context(), c); err != nil {
		t.Fatal(err)
	}
	onlyText(t, out.String())
	return out.String()
}

// TestAPersonIsErasedInLines: what it does, each text of others, a yes and the report; until the yes
// nothing changes, and what is half typed and names them is not written once more.
func TestAPersonIsErasedInLines(t *testing.T) {
	for tag, words := range map[string][]string{
		"nl": {"mensen", "respondent Kees", "een persoon", "nee", "Bel ze eerst.", "gesprekken over", "A. Aaaa", "nieuwe notitie", "Kees Klant wacht", "Er is niets gewist", "Tekst 2 van 4", "2 zo gelaten, 2 veranderd", "Wat er is gedaan", "terug"},
		"en": {"people", "respondent Kees", "erase a", "no", "Call them first.", "talks about", "A. Aaaa", "new note", "Kees Klant wacht", "Nothing was erased", "Text 2 of 4", "2 left as they are, 2 changed", "What was done", "back"},
	} {
		_, s := erasable(t, tag, 80, 24)
		path := filepath.Join(t.TempDir(), "report.md")
		back := words[13]
		begin := []string{"NewMedia", words[0], words[1], words[2], "", words[3], ""}
		said := linesOn(t, s, tag, append(begin, "2", back)...)
		if c := kept(t, s, "newmedia"); !strings.Contains(said, words[9]) || c.Respondent("KK") == nil {
			t.Fatal(said)
		}
		half := []string{"NewMedia", words[5], words[6], words[7], "1", words[8], back, back, back}
		said = linesOn(t, s, tag, append(append(half, begin[1:]...), "2", "2", "1", "1", "3", "2", "3", words[4], "", "1", "1", "2", "ja", path)...)
		for _, want := range words[10:13] {
			if !strings.Contains(said, want) {
				t.Errorf("no %q in\n%s", want, said)
			}
		}
		c := kept(t, s, "newmedia")
		notes := c.Newest().Notes
		if c.Respondent("KK") != nil || len(c.Newest().Answers["X1"]) == 0 {
			t.Fatalf("%+v\n%s", c.Respondents, said)
		}
		var texts []string
		for _, n := range notes {
			texts = append(texts, n.Text)
		}
		if all := strings.Join(texts, "\n"); !strings.Contains(all, words[4]) || strings.Contains(all, "Kees Klant") {
			t.Errorf("%s\n%s", all, said)
		}
		if content, err := os.ReadFile(path); err != nil || strings.Contains(string(content), "Kees") || !strings.Contains(string(content), words[12]) {
			t.Errorf("%v: %s", err, content)
		}
		whole, err := os.ReadFile(s.Path())
		if err != nil || bytes.Contains(whole, []byte(words[8])) {
			t.Errorf("%v: what was half typed is there still", err)
		}
	}
}

// TestWhatIsKeptOfAPersonIsHeardAndWritten, also of one of the supplier's own people, and it is the same.
func TestWhatIsKeptOfAPersonIsHeardAndWritten(t *testing.T) {
	_, s := erasable(t, "nl", 80, 24)
	path := filepath.Join(t.TempDir(), "kk.md")
	said := linesOn(t, s, "nl", "NewMedia", "mensen", "respondent Kees", "hoor wat", "alles", "terug", "schrijf dat", path, "terug", "nieuwe collega", "Joe Bestseller", "", "", "collega Joe", "hoor wat", "alles")
	written, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err, said)
	}
	for _, text := range []string{"Wat er over je wordt bewaard", "newmedia.example", "Kees Klant wil dit ook.", "Klopt er iets niet, of wil je gewist worden?"} {
		if !strings.Contains(said, text) || !strings.Contains(string(written), text) {
			t.Errorf("no %q in\n%s\nor\n%s", text, said, written)
		}
	}
	if strings.Contains(said, "bewaard,.") || strings.Count(said, "Klopt er iets niet") != 2 {
		t.Error(said)
	}
}

// onlyText reports whatever is no printable text and no end of a line.
func onlyText(t *testing.T, said string) {
	t.Helper()
	for i, r := range said {
		if r < ' ' && r != '\n' && r != '\r' || r >= 0x7f && r < 0xa0 || r == '\ufffd' || r >= 0x2500 && r <= 0x28ff {
			t.Fatalf("%U at %d, behind %q", r, i, said[max(0, i-60):i])
		}
	}
}
