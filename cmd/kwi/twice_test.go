//go:build unix

package main

import (
	"bytes"
	"fmt"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"kwi/internal/post/posttest"
)

// sender is a data file with some respondents and a mail server; run is kwi on
// them.
func sender(t *testing.T, s *posttest.Server, many int) (run func(args ...string) *exec.Cmd) {
	t.Helper()
	folder, binary := t.TempDir(), build(t)
	run = func(args ...string) *exec.Cmd {
		c := exec.Command(binary, args...)
		c.Env = []string{
			"KWI_FILE=" + filepath.Join(folder, "kwi.db"), "KWI_SETTINGS=" + filepath.Join(folder, "settings.json"), "KWI_LANG=nl",
			"KWI_SMTP_HOST=127.0.0.1:" + strconv.Itoa(s.Port()), "KWI_SMTP_FROM=joe@bestseller.example",
		}
		return c
	}
	var people, assigned []string
	for i := range many {
		who := fmt.Sprintf("P%d", i)
		people = append(people, fmt.Sprintf(`{"initials": %q, "name": "Naam", "email": "%s@x.example"}`, who, strings.ToLower(who)))
		assigned = append(assigned, fmt.Sprintf(`%q: ["1.01"]`, who))
	}
	fill := run("import", "-")
	fill.Stdin = strings.NewReader(`{"format": "kwi/1", "supplier": "B", "clients": [{"id": "x", "name": "X", "respondents": [` + strings.Join(people, ",") + `],
		"cycles": [{"name": "2026H2", "stage": "measure", "kwis": [{"code": "KWI-01", "title": "Een", "questions": [{"code": "1.01", "text": "een"}]}], "assigned": {` + strings.Join(assigned, ",") + `}}]}]}`)
	if said, err := fill.CombinedOutput(); err != nil {
		t.Fatal(err, string(said))
	}
	return run
}

func TestTwoProcessesMailNobodyTwice(t *testing.T) {
	for range 3 {
		s := (&posttest.Server{}).Start(t)
		run := sender(t, s, 6)
		var wait sync.WaitGroup
		for range 2 {
			wait.Go(func() {
				if said, err := run("send", "--yes").CombinedOutput(); err != nil {
					t.Errorf("%v\n%s", err, said)
				}
			})
		}
		wait.Wait()
		got := s.Arrived()
		for to, n := range got {
			if n != 1 {
				t.Errorf("%s got %d mails", to, n)
			}
		}
		if len(got) != 6 {
			t.Errorf("%d of 6 got one", len(got))
		}
	}
}

var messageID = regexp.MustCompile(`(?m)^Message-ID: (\S+)\r?$`)

func TestAKilledSenderMailsNobodyTwice(t *testing.T) {
	s := (&posttest.Server{Breaks: map[string]posttest.When{"p1@x.example": posttest.Silent}}).Start(t)
	run := sender(t, s, 3)
	first := run("send", "--yes")
	if err := first.Start(); err != nil {
		t.Fatal(err)
	}
	for end := time.Now().Add(patience); len(s.Mails()) < 2; time.Sleep(10 * time.Millisecond) {
		if time.Now().After(end) {
			t.Fatal("nothing came")
		}
	}
	_ = first.Process.Kill()
	_ = first.Wait()

	second := run("send", "--yes")
	said, err := second.CombinedOutput()
	if err != nil || !bytes.Contains(said, []byte("misschien al aangekomen")) || !bytes.Contains(said, []byte("--again P1")) {
		t.Errorf("%v\n%s", err, said)
	}
	if got := s.Arrived(); got["p0@x.example"] != 1 || got["p1@x.example"] != 1 || got["p2@x.example"] != 1 {
		t.Errorf("got %v", got)
	}
	if said, err := run("send", "--yes", "--again", "P1").CombinedOutput(); err != nil {
		t.Errorf("%v\n%s", err, said)
	}
	ids := map[string]bool{}
	for _, m := range s.Mails() {
		if m.To[0] == "p1@x.example" {
			ids[messageID.FindStringSubmatch(m.Text)[1]] = true
		}
	}
	if got := s.Arrived(); got["p1@x.example"] != 2 || len(ids) != 1 {
		t.Errorf("got %v, %v", got, ids)
	}
}

func TestALostAnswerSaysThatItMayHaveArrived(t *testing.T) {
	s := (&posttest.Server{Breaks: map[string]posttest.When{"p1@x.example": posttest.Unanswered}}).Start(t)
	run := sender(t, s, 3)
	said, err := run("send", "--yes").CombinedOutput()
	if err == nil || !bytes.Contains(said, []byte("P1: De mail aan p1@x.example is misschien aangekomen")) || bytes.Contains(said, []byte("niet aangenomen")) || !bytes.Contains(said, []byte("2 mails verstuurd")) {
		t.Errorf("%v\n%s", err, said)
	}
	if said, err := run("send", "--yes").CombinedOutput(); err != nil || len(s.Mails()) != 3 {
		t.Errorf("%v\n%s", err, said)
	}
}
