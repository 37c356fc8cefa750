package post_test

import (
	"bufio"
	"encoding/json"
	"os/exec"
	"strconv"
	"strings"
	"testing"

	"kwi/internal/fault"
	"kwi/internal/foreigntest"
	"kwi/internal/post"
	"kwi/internal/questionnaire"
)

// receive is a mail server made of Debian's python3-aiosmtpd, which refuses
// one address and tells on a line of its own what it took.
const receive = `
import asyncio, email, email.policy, json, socket, sys
from aiosmtpd.smtp import SMTP
class Handler:
    async def handle_RCPT(self, server, session, envelope, address, options):
        if address == "eva@newmedia.example":
            return "550 no such user"
        envelope.rcpt_tos.append(address)
        return "250 OK"
    async def handle_DATA(self, server, session, envelope):
        m = email.message_from_bytes(envelope.content, policy=email.policy.default)
        print(json.dumps({"from": envelope.mail_from, "to": envelope.rcpt_tos, "subject": m["subject"], "unsent": m["x-unsent"] or "",
                          "files": [f.get_filename() for f in m.iter_attachments()], "defects": [str(d) for p in m.walk() for d in p.defects]}), flush=True)
        return "250 OK"
async def main():
    s = socket.create_server(("127.0.0.1", 0))
    server = await asyncio.get_running_loop().create_server(lambda: SMTP(Handler()), sock=s)
    print(s.getsockname()[1], flush=True)
    await asyncio.get_running_loop().run_in_executor(None, sys.stdin.read)
    server.close()
asyncio.run(main())
`

func TestAForeignServerTakesALetter(t *testing.T) {
	run := exec.Command(foreigntest.Python(t, "aiosmtpd"), "-c", receive)
	in, err1 := run.StdinPipe()
	out, err2 := run.StdoutPipe()
	if err1 != nil || err2 != nil || run.Start() != nil {
		t.Fatal("the server does not start")
	}
	defer func() { _ = in.Close(); _ = run.Wait() }()
	lines := bufio.NewScanner(out)
	lines.Scan()
	port, err := strconv.Atoi(strings.TrimSpace(lines.Text()))
	if err != nil {
		t.Fatal(err)
	}
	line := post.Open(post.Server{Host: "127.0.0.1", Port: port, From: post.Address{Name: "Joé", Email: "joe@bestseller.example"}})
	defer func() { _ = line.Close() }()
	c := client()
	carry := func(who string) error {
		l := list(&c, c.Respondents[map[string]int{"KK": 0, "ÉB": 1}[who]].Initials, questionnaire.Measure)
		return line.Carry(t.Context(), post.Bring(&c, l, post.ByManager, post.Address{}, at, post.File{Name: who + ".xlsx", Content: []byte("x")}))
	}
	if err := carry("ÉB"); !fault.Has(err, fault.NotDelivered) {
		t.Errorf("the refused one: %v", err)
	}
	if err := carry("KK"); err != nil {
		t.Fatal(err)
	}
	var got struct {
		From, Subject, Unsent string
		To, Files, Defects    []string
	}
	lines.Scan()
	if err := json.Unmarshal(lines.Bytes(), &got); err != nil {
		t.Fatal(err)
	}
	if got.From != "joe@bestseller.example" || len(got.To) != 1 || got.To[0] != "kk@newmedia.example" || got.Unsent != "" ||
		len(got.Files) != 1 || got.Files[0] != "KK.xlsx" || len(got.Defects) > 0 || !strings.HasPrefix(got.Subject, "Een paar vragen voor") {
		t.Errorf("got %+v", got)
	}
}
