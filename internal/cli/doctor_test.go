package cli

import (
	"bufio"
	"encoding/json"
	"fmt"
	"net"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"kwi/internal/codec"
	"kwi/internal/example"
)

// patient is a machine on which the example stands, with what else its environment says.
func patient(t *testing.T, more map[string]string) *broken {
	t.Helper()
	b := brokenAt(t)
	file, own := b.path, filepath.Join(t.TempDir(), "settings.json")
	b.env.Getenv = func(name string) string {
		if said, ok := more[name]; ok {
			return said
		}
		return map[string]string{"KWI_FILE": file, "KWI_SETTINGS": own, "LANG": "nl_NL.UTF-8", "TERM": "xterm-256color"}[name]
	}
	return b
}

// TestDoctorTellsNothingOfAClient: it can be sent to whoever helps. No name, address or
// code of a client, of who works there or of the supplier, no name of the user and no
// password is in it.
func TestDoctorTellsNothingOfAClient(t *testing.T) {
	b := patient(t, map[string]string{"KWI_SMTP_HOST": "mail.example", "KWI_SMTP_USER": "joe@host.example", "KWI_SMTP_PASSWORD": "geheim-woord"})
	b.run(0, "me", "--name", "Joe Bestseller", "--initials", "JB")
	secret := []string{"geheim-woord", "Joe Bestseller"}
	all := example.Portfolio("en", "2026-11-24")
	secret = append(secret, all.Supplier)
	for i := range all.Clients {
		c := &all.Clients[i]
		secret = append(secret, c.Name, `"`+c.ID+`"`)
		for _, p := range c.Respondents {
			secret = append(secret, p.Name, p.Email)
		}
	}
	for _, args := range [][]string{{"doctor"}, {"doctor", "--json"}, {"doctor", "--lang", "nl"}, {"doctor", "--readonly"}} {
		said := b.run(0, args...)
		for _, s := range secret {
			if s != "" && strings.Contains(said, s) {
				t.Errorf("%v tells %q", args, s)
			}
		}
		for _, want := range []string{"mail.example", "joe@host.example", "xterm-256color", b.path} {
			if !strings.Contains(said, want) {
				t.Errorf("%v does not tell %q in\n%s", args, want, said)
			}
		}
	}
}

// TestDoctorTellsPeopleWhatItTellsPrograms: every fact has a line with a label of its own,
// in both languages.
func TestDoctorTellsPeopleWhatItTellsPrograms(t *testing.T) {
	b := patient(t, nil)
	b.env.Version = "v1.2.3"
	b.env.Window = func() Window { return Window{W: 100, H: 30, Colours: 256} }
	b.env.Documents = func() string { return "/papers" }
	for _, tag := range []string{"nl", "en"} {
		var told map[string]json.RawMessage
		if err := json.Unmarshal([]byte(b.run(0, "doctor", "--json", "--lang", tag)), &told); err != nil {
			t.Fatal(err)
		}
		words := chooseLanguage([]string{"--lang", tag}, "", b.env.Getenv)
		said := b.run(0, "doctor", "--lang", tag)
		if strings.Contains(said, "‹") {
			t.Errorf("a text is missing in\n%s", said)
		}
		facts := 0
		for name, raw := range told {
			if name == "odd" {
				continue
			}
			var one map[string]any
			if err := json.Unmarshal(raw, &one); err != nil {
				t.Fatal(err)
			}
			for key, value := range one {
				facts++
				line := "  " + words.T("doctor."+name+"."+key) + ": "
				if !strings.Contains(said, line) {
					t.Errorf("%q is not in\n%s", line, said)
				}
				if text, ok := value.(string); ok && text != "" && key != "state" && key != "reached" && key != "changed" && key != "lastCopy" && !strings.Contains(said, line+text+"\n") {
					t.Errorf("%s %s is not %q in\n%s", name, key, text, said)
				}
			}
		}
		if facts < 30 {
			t.Errorf("only %d facts", facts)
		}
	}
}

// TestDoctorTellsWhatIsOdd, and what to do about it.
func TestDoctorTellsWhatIsOdd(t *testing.T) {
	b := patient(t, map[string]string{"LANG": "C", "TERM": "dumb", "KWI_THEME": "purple", "KWI_SMTP_HOST": "mail.example", "KWI_SMTP_USER": "joe@host.example"})
	b.env.Window = func() Window { return Window{W: 60, H: 20, NoColour: "NO_COLOR"} }
	if err := os.Chmod(b.path, 0o644); err != nil { //nolint:gosec // that is what is odd
		t.Fatal(err)
	}
	kinds := func(want ...string) {
		t.Helper()
		var told struct{ Odd []oddity }
		if err := json.Unmarshal([]byte(b.run(0, "doctor", "--json")), &told); err != nil {
			t.Fatal(err)
		}
		words := b.run(0, "doctor")
		have := map[string]bool{}
		for _, o := range told.Odd {
			have[o.Kind] = true
			if o.Says == "" || strings.Contains(o.Says, "‹") || !strings.Contains(words, o.Says) {
				t.Errorf("%s: %q is not in the words", o.Kind, o.Says)
			}
		}
		for _, kind := range want {
			if !have[kind] {
				t.Errorf("%q is not odd in %v", kind, told.Odd)
			}
		}
	}
	kinds("setting", "dumb", "locale", "colour", "exposed", "nopassword")
	b.flip(codec.Supplier)
	kinds("damaged")
	if err := os.WriteFile(b.path, []byte("none"), 0o600); err != nil {
		t.Fatal(err)
	}
	kinds("foreign")
	if err := os.Remove(b.path); err != nil {
		t.Fatal(err)
	}
	kinds("nofile")
	b.env.OutTerminal = true
	getenv := b.env.Getenv
	b.env.Getenv = func(name string) string {
		if name == "TERM" {
			return "xterm"
		}
		return getenv(name)
	}
	kinds("small")
}

// TestDoctorCallsTheMailServerWhenAsked, hands it nothing, and says whether it was reached.
func TestDoctorCallsTheMailServerWhenAsked(t *testing.T) {
	near, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	heard := make(chan string, 100)
	go func() {
		for {
			conn, err := near.Accept()
			if err != nil {
				close(heard)
				return
			}
			fmt.Fprint(conn, "220 here\r\n")
			for lines := bufio.NewScanner(conn); lines.Scan(); {
				heard <- lines.Text()
				fmt.Fprint(conn, "250 ok\r\n")
			}
			_ = conn.Close()
		}
	}()
	b := patient(t, map[string]string{"KWI_SMTP_HOST": near.Addr().String(), "KWI_SMTP_FROM": "joe@host.example"})
	if said := b.run(0, "doctor"); !strings.Contains(said, "not tried") || len(heard) > 0 {
		t.Errorf("it called unasked:\n%s", said)
	}
	if said := b.run(0, "doctor", "--mail"); !strings.Contains(said, "yes, and it lets you in") {
		t.Errorf("it was not reached:\n%s", said)
	}
	_ = near.Close()
	if said := b.run(0, "doctor", "--mail"); !strings.Contains(said, "reached: no") {
		t.Errorf("nobody is there, and it says\n%s", said)
	}
	for line := range heard {
		if strings.HasPrefix(line, "MAIL") || strings.HasPrefix(line, "RCPT") {
			t.Errorf("it was handed %q", line)
		}
	}
}
