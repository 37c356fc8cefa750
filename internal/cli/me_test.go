package cli

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"kwi/internal/settings"
)

func TestWhoTheUserIsIsKeptAndSigns(t *testing.T) {
	e, out, errs := env(t)
	folder := t.TempDir()
	e.Config = func() (string, error) { return folder, nil }
	say := func(args ...string) (int, string, string) {
		out.Reset()
		errs.Reset()
		code := Run(context.Background(), e, args)
		return code, out.String(), errs.String()
	}
	e.In = strings.NewReader(threeAsked)
	if code, _, err := say("import", "-"); code != 0 {
		t.Fatal(err)
	}
	if code, said, err := say("me"); code != 0 || !strings.Contains(said, "weet nog niet wie je bent") {
		t.Errorf("%d %s %s", code, said, err)
	}
	drafts := func(args ...string) string {
		in := t.TempDir()
		code, said, err := say(append([]string{"questionnaires", "--out", in}, args...)...)
		if code != 0 {
			t.Fatalf("%d %s %s", code, said, err)
		}
		all, _ := filepath.Glob(filepath.Join(in, "*AA.eml"))
		letter, err2 := os.ReadFile(all[0])
		if err2 != nil {
			t.Fatal(err2)
		}
		return said + string(letter)
	}
	if letter := drafts(); !strings.Contains(letter, "kwi me --name") || strings.Contains(letter, "From:") {
		t.Errorf("got\n%s", letter)
	}
	if code, said, err := say("me", "--name", "Anna Bos", "--email", "anna@bestseller.example", "--initials", "AB"); code != 0 || !strings.Contains(said, "Anna Bos · AB · anna@bestseller.example") {
		t.Errorf("%d %s %s", code, said, err)
	}
	if code, said, _ := say("me", "--function", "relatiemanager"); code != 0 || !strings.Contains(said, "Anna Bos · AB · anna@bestseller.example · relatiemanager") {
		t.Errorf("%d %s", code, said)
	}
	letter := drafts()
	if !strings.Contains(letter, "\r\nAnna Bos\r\nBESTSELLER B.V.") || !strings.Contains(letter, `From: "Anna Bos" <anna@bestseller.example>`) || strings.Contains(letter, "kwi me") {
		t.Errorf("got\n%s", letter)
	}
	if letter = drafts("--from", "Joe <joe@x.example>"); !strings.Contains(letter, "\r\nJoe\r\nBESTSELLER B.V.") || !strings.Contains(letter, `From: "Joe" <joe@x.example>`) {
		t.Errorf("got\n%s", letter)
	}
	for _, bad := range [][]string{{"--email", "anna"}, {"--initials", "too long"}} {
		if code, said, _ := say(append([]string{"me"}, bad...)...); code != 2 {
			t.Errorf("%v: %d %s", bad, code, said)
		}
	}
}

func TestSettingsThatCannotBeReadStopNothing(t *testing.T) {
	e, out, errs := env(t)
	folder := t.TempDir()
	e.Config = func() (string, error) { return folder, nil }
	path := filepath.Join(folder, "kwi", "settings.json")
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte("{"), 0o600); err != nil {
		t.Fatal(err)
	}
	e.In = strings.NewReader(threeAsked)
	if code := Run(context.Background(), e, []string{"import", "-"}); code != 0 || errs.Len() > 0 {
		t.Fatal(errs)
	}
	if code := Run(context.Background(), e, []string{"questionnaires", "--out", t.TempDir()}); code != 0 || !strings.Contains(errs.String(), "De instellingen in "+path+" zijn niet te lezen") {
		t.Errorf("%d %s %s", code, out, errs)
	}
	if code := Run(context.Background(), e, []string{"me", "--name", "Anna"}); code != 1 {
		t.Errorf("%d %s", code, out)
	}
	if now, _ := os.ReadFile(path); string(now) != "{" {
		t.Error("it was overwritten")
	}
}

func TestTheLanguageIsRemembered(t *testing.T) {
	e, out, _ := env(t)
	folder := t.TempDir()
	e.Config = func() (string, error) { return folder, nil }
	e.Interactive = func(_ context.Context, s Session) error {
		return s.Remember(func(s *settings.Settings) { s.Language = "en" })
	}
	if code := Run(context.Background(), e, nil); code != 0 {
		t.Fatal(code)
	}
	for want, args := range map[string][]string{"who you are": {"me", "--help"}, "wie je bent": {"me", "--help", "--lang", "nl"}} {
		out.Reset()
		if code := Run(context.Background(), e, args); code != 0 || !strings.Contains(out.String(), want) {
			t.Errorf("%v: %d %s", args, code, out.String())
		}
	}
}
