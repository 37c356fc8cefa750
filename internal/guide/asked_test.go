package guide

import (
	"io/fs"
	"os"
	"regexp"
	"strings"
	"testing"
)

// TestEveryTextIsAskedFor: a key is among what the sources say, or begins with one
// that ends in a point, or is one with an end that begins with a point. What no
// source can ask for is said nowhere and goes.
func TestEveryTextIsAskedFor(t *testing.T) {
	said := map[string]bool{}
	literal := regexp.MustCompile(`"((?:[^"\\\n]|\\.)+)"`)
	top := os.DirFS("../..")
	err := fs.WalkDir(top, ".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return err
		}
		source, err := fs.ReadFile(top, path)
		for _, found := range literal.FindAllSubmatch(source, -1) {
			said[string(found[1])] = true
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	for key := range readLibrary().guides[0].texts {
		asked := said[key]
		for i := range key {
			asked = asked || key[i] == '.' && (said[key[:i+1]] || said[key[:i]] && said[key[i:]])
		}
		if !asked {
			t.Errorf("nobody asks for %s", key)
		}
	}
}
