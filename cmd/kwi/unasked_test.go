package main

import (
	"bufio"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// TestWhatAHubSendsUnaskedIsNotShown: a hub, or what is on the way there, that answers twice
// writes nothing onto the screen.
func TestWhatAHubSendsUnaskedIsNotShown(t *testing.T) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = l.Close() }()
	go func() {
		for {
			c, err := l.Accept()
			if err != nil {
				return
			}
			go func() {
				defer func() { _ = c.Close() }()
				from := bufio.NewReader(c)
				for {
					q, err := http.ReadRequest(from)
					if err != nil {
						return
					}
					_, _ = from.Discard(int(q.ContentLength))
					one := "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 13\r\n\r\n{\"token\":\"t\"}"
					_, _ = c.Write([]byte(one + one))
				}
			}()
		}
	}()
	program, folder := build(t), t.TempDir()
	password := filepath.Join(folder, "password")
	if err := os.WriteFile(password, []byte("a password of anna\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	for range 5 {
		c := exec.Command(program, "team", "join", "http://"+l.Addr().String(), "--user", "anna", "--password-file", password, "--yes")
		c.Env = []string{"HOME=" + folder, "KWI_FILE=" + filepath.Join(folder, "kwi.db"), "KWI_SETTINGS=" + filepath.Join(folder, "settings.json"), "KWI_LANG=en"}
		said, err := c.CombinedOutput()
		if err == nil || strings.Contains(string(said), "Unsolicited") || strings.Count(string(said), "\n") != 1 {
			t.Errorf("%v: %s", err, said)
		}
	}
}
