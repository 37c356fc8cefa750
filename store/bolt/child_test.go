package bolt

import (
	"fmt"
	"os"
	"os/exec"
	"testing"
)

// childVariable names what this test binary does instead of testing, when a test starts it as a child of its own.
const childVariable = "KWI_STORE_CHILD"

// children are what a child can do with the data file at path. They end the process by returning.
var children = map[string]func(path string) error{"save": saveForEver, "migrate": migrateOnce}

func TestMain(m *testing.M) {
	if name := os.Getenv(childVariable); name != "" {
		if err := children[name](os.Args[1]); err != nil {
			fmt.Println(err)
			os.Exit(1)
		}
		os.Exit(0)
	}
	os.Exit(m.Run())
}

func child(t testing.TB, name, path string) *exec.Cmd {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	c := exec.Command(self, path)
	c.Env = append(os.Environ(), childVariable+"="+name)
	return c
}
