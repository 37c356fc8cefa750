package desk_test

import (
	"strings"
	"testing"

	"kwi/internal/desk"
)

// TestAnswersWithoutAListAreNamed: what came in one mail with a list, and lost
// what says whose it is, is told beside that list.
func TestAnswersWithoutAListAreNamed(t *testing.T) {
	const list = "1.02 [8]\n\nKenmerk: newmedia · 2011H1 · KK · 0123456789abcdef\n"
	mail := func(parts ...string) string {
		return "From: a@b.nl\nContent-Type: multipart/mixed; boundary=b\n\n--b\n" + strings.Join(parts, "\n--b\n") + "\n--b--\n"
	}
	text := func(s string) string { return "Content-Type: text/plain; charset=utf-8\n\n" + s }
	attached := func(s string) string {
		return "Content-Type: text/plain; charset=utf-8\nContent-Disposition: attachment; filename=b.txt\n\n" + s
	}
	forwarded := func(s string) string {
		return "Content-Type: message/rfc822\n\nFrom: b@b.nl\nContent-Type: text/plain; charset=utf-8\n\n" + s
	}
	for name, w := range map[string]struct {
		data string
		want string
	}{
		"one":                {mail(text(list)), "KK"},
		"a letter beside it": {mail(text(list), attached("Dank, en 1.02 was lastig.")), "KK"},
		"attached":           {mail(text(list), attached("2.03 [3]\n")), "KK stray"},
		"forwarded":          {mail(text(list), forwarded("2.03 [3]\n")), "KK stray"},
		"in one text":        {mail(text(list), text("2.03 [3]\n")), "stray"},
		"forwarded, empty":   {mail(text(list), forwarded("2.03 [  ]\n")), "KK"},
	} {
		got := ""
		for _, r := range desk.Returned([]desk.Incoming{{Name: "x.eml", Data: []byte(w.data)}}).Returns {
			if r.No != nil {
				got += " " + string(r.No.Ground)
			} else {
				got += " " + string(r.Who)
			}
		}
		if strings.TrimSpace(got) != w.want {
			t.Errorf("%s: %q, not %q", name, got, w.want)
		}
	}
}
