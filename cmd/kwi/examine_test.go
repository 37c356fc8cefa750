package main

import (
	"bytes"
	"context"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"kwi/internal/cli"
	"kwi/internal/lang"
	"kwi/ui"
	"kwi/ui/kit"
)

// TestTheInterfaceTellsHowKwiStandsOnThisComputer: the palette shows what kwi doctor
// tells, in the language of the window; ctrl+g copies all of it, what is out of view too;
// nothing of a client is there, and with the client watching it is not found.
func TestTheInterfaceTellsHowKwiStandsOnThisComputer(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	var out, errs bytes.Buffer
	for tag, find := range map[string]string{"nl": "computer", "en": "computer"} {
		words := lang.For(tag)
		looked := false
		env := cli.Env{In: strings.NewReader(""), Out: &out, Err: &errs, Nonce: counted(), Now: func() time.Time { return day }, Version: "v1.2.3",
			Getenv: func(name string) string {
				return map[string]string{"KWI_FILE": filepath.Join(folder, "kwi.db"), "KWI_SETTINGS": filepath.Join(folder, "settings.json"), "KWI_SMTP_HOST": "mail.example", "KWI_LANG": tag}[name]
			}}
		env.Interactive = func(_ context.Context, s cli.Session) error {
			out.Reset()
			inner := env
			if code := cli.Run(t.Context(), inner, []string{"doctor"}); code != 0 {
				t.Fatal(errs.String())
			}
			d := sitWith(t, stocked(t), tag, 80, 24, func(c *ui.Config) {
				c.Examine, c.Start = examines(t.Context(), s), kit.Place{Name: "measure", Client: "newmedia"}
			})
			d.Press(":")
			d.Type(find)
			d.Press("enter")
			d.See(words.T("doctor.title"), "v1.2.3")
			d.Press("ctrl+g")
			for line := range strings.Lines(out.String()) {
				if got := strings.Join(strings.Fields(d.Copied), " "); !strings.Contains(got, strings.Join(strings.Fields(line), " ")) {
					t.Errorf("%s: %q is not in what is copied:\n%s", tag, line, d.Copied)
				}
			}
			for _, client := range []string{"NewMedia", "newmedia", "Kees"} {
				if strings.Contains(d.Copied, client) {
					t.Errorf("%s: %s is in it", tag, client)
				}
			}
			d.Press("end")
			d.See("ctrl+g")
			d.Press("esc", "M", "enter", "W", "g", "enter", "esc", ":")
			d.Type(find)
			d.Miss(words.T("root.act.doctor"))
			looked = true
			return nil
		}
		if code := cli.Run(t.Context(), env, nil); code != 0 || !looked {
			t.Fatalf("exit %d: %s", code, &errs)
		}
	}
}

// TestAnExampleStandsNowhere: there the act tells where to look.
func TestAnExampleStandsNowhere(t *testing.T) {
	t.Parallel()
	d := sit(t, exampleStore(t), "en", 100, 30)
	d.Press(":")
	d.Type("kwi stands")
	d.Press("enter")
	d.See("the example stands apart from this computer")
}
