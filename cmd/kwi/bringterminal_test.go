//go:build unix

package main

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"kwi/internal/post/posttest"
)

// TestMailedInATerminal mails from the real program. What the desk noted
// comes back to the screen as a change from elsewhere does.
func TestMailedInATerminal(t *testing.T) {
	folder, binary := t.TempDir(), build(t)
	server := (&posttest.Server{}).Start(t)
	env := []string{
		"KWI_FILE=" + filepath.Join(folder, "kwi.db"), "KWI_LANG=nl", "KWI_SETTINGS=" + filepath.Join(folder, "settings.json"),
		"KWI_SMTP_HOST=127.0.0.1", "KWI_SMTP_PORT=" + strconv.Itoa(server.Port()), "KWI_SMTP_FROM=joe@bestseller.example",
	}
	fill := exec.Command(binary, "import", "-")
	fill.Env = env
	fill.Stdin = strings.NewReader(`{"format": "kwi/1", "supplier": "BESTSELLER B.V.", "clients": [{"id": "newmedia", "name": "NewMedia",
		"respondents": [{"initials": "AA", "name": "A. Aaaa", "email": "aa@newmedia.example"}],
		"cycles": [{"name": "2026H2", "stage": "communicate", "kwis": [{"code": "KWI-01", "title": "Een", "questions": [{"code": "1.01", "text": "een"}]}], "assigned": {"AA": ["1.01"]}}]}]}`)
	var said bytes.Buffer
	fill.Stderr = &said
	if err := fill.Run(); err != nil {
		t.Fatal(err, said.String())
	}
	w := run(t, binary, env)
	w.see("NewMedia")
	w.press("\r")
	w.see("0 van 1 verstuurd")
	w.press("m")
	w.see("Wie ben jij?")
	w.press("Joe Bestseller\t\tjoe@x.example\x13")
	w.see("1 mail versturen")
	w.press("\r")
	w.see("1 mail verstuurd.")
	w.see("1 van 1 verstuurd")
	if kept, err := os.ReadFile(filepath.Join(folder, "settings.json")); err != nil || !strings.Contains(string(kept), `"name": "Joe Bestseller"`) {
		t.Errorf("%s %v", kept, err)
	}
	if len(server.Mails()) != 1 || !strings.Contains(server.Mails()[0].Text, "Reply-To: \"Joe Bestseller\" <joe@x.example>") {
		t.Errorf("%d mails went", len(server.Mails()))
	}
	w.press("q")
	w.see("1 klant")
	w.press("q")
	if code := w.end(); code != 0 {
		t.Errorf("it ended with %d", code)
	}
}
