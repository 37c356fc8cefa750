package main

import (
	"context"
	"os"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"kwi/internal/account"
	"kwi/internal/cli"
	"kwi/internal/desk"
	"kwi/internal/post/posttest"
	"kwi/store"
	"kwi/ui"
	"kwi/ui/drive"
)

// holding is a mail server that has the nth letter and does not say so, once it
// tells that by reached, until it is let go on.
func holding(t *testing.T, nth int) (s *posttest.Server, reached, goOn chan struct{}) {
	t.Helper()
	reached, goOn = make(chan struct{}), make(chan struct{})
	n := 0
	s = (&posttest.Server{Holds: func(string) {
		if n++; n == nth {
			close(reached)
			<-goOn
		}
	}}).Start(t)
	return s, reached, goOn
}

func serverEnvironment(s *posttest.Server) map[string]string {
	return map[string]string{"KWI_SMTP_HOST": "127.0.0.1", "KWI_SMTP_PORT": strconv.Itoa(s.Port()), "KWI_SMTP_FROM": "joe@bestseller.example"}
}

// onTheirWay is the example client whose lists are being mailed, up to the letter
// that the server holds.
func onTheirWay(t *testing.T, s *posttest.Server, reached chan struct{}) (*drive.Driver, store.Store) {
	t.Helper()
	d, data := communicating(t, serverEnvironment(s))
	d.Press("m")
	d.Apart()
	d.Press("enter")
	<-reached
	return d, data
}

// TestEscStopsMailsOnTheirWay: the letter in hand is finished, none goes after it,
// who has it and who has not is said, and the same goes on with the others.
func TestEscStopsMailsOnTheirWay(t *testing.T) {
	s, reached, goOn := holding(t, 2)
	d, data := onTheirWay(t, s, reached)
	d.Send(ui.Glance(2))
	d.See("Mails versturen", "1 van 5", "esc stopt")
	d.Press("esc")
	d.See("Het stopt zodra dat kan", "Communiceren")
	d.Miss("esc stopt")
	close(goOn)
	d.Join()
	d.See("Gestopt. 2 mails verstuurd, aan ", "Nog niet aan ", "opnieuw om verder te gaan")
	d.Miss("esc stopt", "2 van 5")
	if n := len(s.Mails()); n != 2 {
		t.Fatalf("%d mails went", n)
	}
	c := kept(t, data, "newmedia")
	for _, r := range c.Respondents {
		sent := slices.Contains(c.Newest().Sent[r.Initials], "2026-11-21")
		went := slices.ContainsFunc(s.Mails(), func(m posttest.Mail) bool { return m.To[0] == r.Email })
		if sent != went || c.Newest().Unsettled(r.Initials) != nil {
			t.Errorf("%s: noted %t, went %t", r.Initials, sent, went)
		}
	}
	d.Press("m")
	d.See("3 mails versturen")
	d.Press("enter")
	d.See("3 mails verstuurd.")
	if all := s.Arrived(); len(all) != 5 || len(s.Mails()) != 5 {
		t.Errorf("went: %v", all)
	}
}

// TestEscStopsLettersOnTheirWay: of letters of which nothing is kept it is known
// too who has not got theirs, and only they are next.
func TestEscStopsLettersOnTheirWay(t *testing.T) {
	s, reached, goOn := holding(t, 2)
	env := serverEnvironment(s)
	data := exampleStore(t)
	press := printing(desk.New(data, nonce), func(name string) string { return env[name] }, func() time.Time { return day })
	j := sitWith(t, data, "nl", 80, 24, func(c *ui.Config) { c.Papers = press })
	invite := func() *drive.Driver {
		j.Press("W")
		j.Type("uitnodiging")
		j.Press("enter")
		return j
	}
	j.Press("/")
	j.Type("newmedia\n")
	invite().Press("tab", "tab", "right", "ctrl+s")
	j.See("5 brieven mailen")
	j.Apart()
	j.Press("ctrl+s")
	<-reached
	j.Press("esc")
	j.See("Het stopt zodra dat kan")
	close(goOn)
	j.Join()
	j.See("Gestopt. 2 mails verstuurd, aan ", "Nog niet aan ", "alleen zij klaar")
	invite().See("wie de brief nog niet kreeg: ")
	j.Press("tab", "tab", "right", "ctrl+s")
	j.See("3 brieven mailen")
	j.Press("ctrl+s")
	j.See("3 mails verstuurd.")
	if all := s.Arrived(); len(all) != 5 || len(s.Mails()) != 5 {
		t.Errorf("went: %v", all)
	}
	invite().Miss("wie de brief nog niet kreeg")
}

// TestLeavingWaitsForTheMailInHand: what left is noted before the program ends, and
// no other goes.
func TestLeavingWaitsForTheMailInHand(t *testing.T) {
	s, reached, goOn := holding(t, 1)
	d, data := onTheirWay(t, s, reached)
	d.Press("ctrl+c")
	d.See("kwi sluit zodra stopt wat nog bezig is")
	if d.Quit {
		t.Fatal("it ends with a mail on its way")
	}
	close(goOn)
	d.Join()
	c := kept(t, data, "newmedia")
	var noted []account.Initials
	for _, r := range c.Respondents {
		if slices.Contains(c.Newest().Sent[r.Initials], "2026-11-21") {
			noted = append(noted, r.Initials)
		}
	}
	if !d.Quit || len(noted) != 1 || len(s.Mails()) != 1 {
		t.Errorf("ended: %t, noted %v, %d mails", d.Quit, noted, len(s.Mails()))
	}
}

// TestCtrlCStopsMailsOfACommand: it says who has theirs and who has not, ends with
// a status of its own, and the same command goes on.
func TestCtrlCStopsMailsOfACommand(t *testing.T) {
	s, reached, goOn := holding(t, 2)
	env := serverEnvironment(s)
	env["KWI_FILE"] = t.TempDir() + "/kwi.db"
	run := func(ctx context.Context, args ...string) (int, string, string) {
		var out, errs heard
		code := cli.Run(ctx, cli.Env{
			In: strings.NewReader(""), Out: &out, Err: &errs, Getenv: func(name string) string { return env[name] },
			Now: func() time.Time { return day }, Nonce: nonce,
		}, append(args, "--lang", "nl"))
		for end := time.Now().Add(patience); code != 0 && errs.String() == "" && time.Now().Before(end); {
			time.Sleep(time.Millisecond) // a command that is stopped does not wait for who reads it
		}
		return code, out.String(), errs.String()
	}
	round := `{"format": "kwi/1", "supplier": "X", "clients": [{"id": "n", "name": "N", "respondents": [
 {"initials": "AA", "email": "aa@n.example"}, {"initials": "BB", "email": "bb@n.example"}, {"initials": "CC", "email": "cc@n.example"}],
 "cycles": [{"name": "2026H2", "stage": "communicate", "kwis": [{"code": "KWI-01", "title": "Een", "questions": [{"code": "1.01", "text": "een"}]}],
 "assigned": {"AA": ["1.01"], "BB": ["1.01"], "CC": ["1.01"]}}]}]}`
	file := t.TempDir() + "/n.json"
	if err := os.WriteFile(file, []byte(round), 0o600); err != nil {
		t.Fatal(err)
	}
	if code, _, errs := run(t.Context(), "import", file); code != 0 {
		t.Fatal(errs)
	}
	ctx, stop := context.WithCancel(t.Context())
	go func() {
		<-reached
		stop()
		close(goOn)
	}()
	code, _, errs := run(ctx, "send", "--yes")
	if code != 130 || errs != "Gestopt. 2 mails verstuurd, aan AA, BB. Nog niet aan CC. Ga verder met kwi send; niemand krijgt iets dubbel.\n" {
		t.Errorf("%d %q", code, errs)
	}
	if code, out, errs := run(t.Context(), "send", "--yes"); code != 0 || !strings.Contains(out, "1 mail verstuurd.") || len(s.Arrived()) != 3 || len(s.Mails()) != 3 {
		t.Errorf("%d %s %s: %v", code, out, errs, s.Arrived())
	}
	gone, end := context.WithCancel(t.Context())
	end()
	for _, args := range [][]string{{"export"}, {"import", "--replace", file}, {"backup", t.TempDir() + "/copy.db"}} {
		if code, out, errs := run(gone, args...); code != 130 || out != "" || errs != "Gestopt, er is niets veranderd. Begin opnieuw als je het toch wilt.\n" {
			t.Errorf("%v: %d %q %q", args, code, out, errs)
		}
	}
}

// heard is what a command said, also while it is still saying it.
type heard struct {
	lock sync.Mutex
	said strings.Builder
}

func (h *heard) Write(p []byte) (int, error) {
	h.lock.Lock()
	defer h.lock.Unlock()
	return h.said.Write(p)
}

func (h *heard) String() string {
	h.lock.Lock()
	defer h.lock.Unlock()
	return h.said.String()
}
