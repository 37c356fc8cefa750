//go:build linux

package hubtest

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"kwi/store"
	"kwi/store/etcd"
)

// smallDisk is a folder on a disk of its own, which ends with the test.
func smallDisk(t *testing.T, size string) string {
	t.Helper()
	folder := filepath.Join(t.TempDir(), "disk")
	ok(t, os.Mkdir(folder, 0o700))
	if err := syscall.Mount("tmpfs", folder, "tmpfs", 0, "size="+size); err != nil {
		t.Skip("no disk can be mounted here: ", err)
	}
	t.Cleanup(func() { _ = syscall.Unmount(folder, syscall.MNT_DETACH) })
	return folder
}

// fill leaves no room on a disk; what it is filled with is removed to make room.
func fill(t *testing.T, folder string) (ballast string) {
	t.Helper()
	ballast = filepath.Join(folder, "ballast")
	f, err := os.Create(ballast)
	ok(t, err)
	defer func() { _ = f.Close() }()
	for piece := make([]byte, 64<<10); err == nil; {
		_, err = f.Write(piece)
	}
	if !errors.Is(err, syscall.ENOSPC) {
		t.Fatal(err)
	}
	return ballast
}

// machine is one member of a cluster as a process of its own, which may fall.
type machine struct {
	*testing.T
	program, folder, name string
	client, peer          url.URL
	all                   []*machine
	process               *exec.Cmd
	ended                 chan struct{}
}

func machines(t *testing.T, program string, folders ...string) (all []*machine) {
	for i, folder := range folders {
		all = append(all, &machine{T: t, program: program, folder: folder, name: fmt.Sprint("m", i), client: free(t), peer: free(t)})
	}
	for _, m := range all {
		m.all = all
		m.begin()
	}
	t.Cleanup(func() {
		for _, m := range all {
			_ = m.process.Process.Kill()
			<-m.ended
		}
	})
	for _, m := range all {
		for {
			if c, err := net.Dial("tcp", m.client.Host); err == nil {
				_ = c.Close()
				break
			}
			time.Sleep(50 * time.Millisecond)
		}
	}
	return all
}

func (m *machine) begin() {
	m.Helper()
	var initial []string
	for _, o := range m.all {
		initial = append(initial, o.name+"="+o.peer.String())
	}
	at, peer := m.client.String(), m.peer.String()
	m.process = exec.Command(m.program, "--name", m.name, "--data-dir", filepath.Join(m.folder, "member"), "--listen-client-urls", at, "--advertise-client-urls", at,
		"--listen-peer-urls", peer, "--initial-advertise-peer-urls", peer, "--initial-cluster", strings.Join(initial, ","), "--log-level", "error")
	ok(m.T, m.process.Start())
	ended := make(chan struct{})
	m.ended = ended
	go func(c *exec.Cmd) { defer close(ended); _ = c.Wait() }(m.process)
}

// TestTheDiskOfAMemberIsFull, not its quota: such a member falls. Where it is the only one the hub cannot be
// reached, what was done stays on the laptop, and goes when there is room; of three the others go on.
// Whatever the hub said that it took is there.
func TestTheDiskOfAMemberIsFull(t *testing.T) {
	program, err := exec.LookPath("etcd")
	if err != nil {
		t.Skip("there is no etcd here; Debian has it in etcd-server")
	}
	for _, members := range []int{1, 3} {
		t.Run(fmt.Sprint(members), func(t *testing.T) {
			small := smallDisk(t, "192m")
			folders := []string{small}
			for len(folders) < members {
				folders = append(folders, t.TempDir())
			}
			cluster := machines(t, program, folders...)
			var endpoints []string
			for _, m := range cluster {
				endpoints = append(endpoints, m.client.String())
			}
			anna := newComputer(t, "anna")
			top := anna.file("top", "administrator")
			anna.does(0, append(append([]string{"team", "init"}, endpoints...), "--prefix", "bestseller", "--password-file", top)...)
			anna.does(0, "team", "add", "anna", "--password-file", top, "--new-password-file", top)
			anna.brings(supplier, client("newmedia", "NewMedia"))
			anna.does(0, append(append([]string{"team", "join"}, endpoints...), "--user", "anna", "--password-file", top, "--yes")...)

			ballast := fill(t, small)
			hub, err := etcd.Open(etcd.Config{Endpoints: endpoints, Prefix: "kwi/other/", User: "root", Password: "administrator"})
			ok(t, err)
			defer func() { _ = hub.Close() }()
			taken := 0 // what goes to the hub until the one falls
			for fell := false; !fell; {
				_, err := hub.Apply(context.Background(), store.Write{Op: store.Put, Key: fmt.Sprintf("x%04d", taken), Value: make([]byte, store.MaxBytes-100)})
				if err == nil {
					taken++
				}
				select {
				case <-cluster[0].ended:
					fell = true
				default:
				}
				if taken > 400 {
					t.Fatal("it never falls")
				}
			}
			t.Logf("it falls after %d MB", taken)
			anna.renames("newmedia", "With a full disk")
			if members == 1 {
				anna.says(1, []string{"no way to the hub", "work on"}, "team", "sync")
				if anna.called("newmedia") != "With a full disk" {
					t.Error("what was done is not here")
				}
			} else { // as soon as the others agree who leads
				for code := 1; code != 0; {
					_, code = anna.tries("team", "sync")
				}
				anna.says(0, []string{"same already"}, "team", "sync")
			}
			ok(t, os.Remove(ballast))
			cluster[0].begin()
			for said := ""; !strings.Contains(said, "same already"); {
				said, _ = anna.tries("team", "sync")
			}
			for i := range taken {
				found, err := hub.Get(context.Background(), fmt.Sprintf("x%04d", i))
				if err != nil || found[0].Rev == 0 {
					t.Fatalf("%d of %d that were taken is not there: %v", i, taken, err)
				}
			}
			anna.says(0, []string{"are the same"}, "team", "status")
		})
	}
}
