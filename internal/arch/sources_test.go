package arch_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"testing"
)

// source is one file of the program.
type source struct {
	path    string // from the top, with slashes
	room    string // its folder
	test    bool
	lines   int
	tree    *ast.File
	imports []string
}

// house is all Go files from the folder of go.mod down, read once.
func house(t *testing.T) []source {
	t.Helper()
	all, err := files()
	if err != nil {
		t.Fatal(err)
	}
	if len(all) < 50 {
		t.Fatalf("only %d files read", len(all))
	}
	return all
}

// positions are those of all files.
var positions = token.NewFileSet()

var files = sync.OnceValues(func() ([]source, error) {
	top, err := filepath.Abs("../..")
	if err != nil {
		return nil, err
	}
	var all []source
	err = filepath.WalkDir(top, func(path string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir() && path != top && (strings.HasPrefix(d.Name(), ".") || d.Name() == "testdata"):
			return fs.SkipDir
		case d.IsDir() || filepath.Ext(path) != ".go":
			return nil
		}
		s, err := read(top, path)
		all = append(all, s)
		return err
	})
	return all, err
})

func read(top, path string) (source, error) {
	text, err := os.ReadFile(path)
	if err != nil {
		return source{}, err
	}
	tree, err := parser.ParseFile(positions, path, text, parser.ParseComments)
	if err != nil {
		return source{}, err
	}
	rel, err := filepath.Rel(top, path)
	if err != nil {
		return source{}, err
	}
	rel = filepath.ToSlash(rel)
	s := source{path: rel, room: strings.TrimSuffix(rel[:strings.LastIndex("/"+rel, "/")], "/"), test: strings.HasSuffix(rel, "_test.go"),
		lines: strings.Count(string(text), "\n"), tree: tree}
	for _, i := range tree.Imports {
		name, err := strconv.Unquote(i.Path.Value)
		if err != nil {
			return source{}, err
		}
		s.imports = append(s.imports, name)
	}
	return s, nil
}

// program leaves the tests out, and the rooms that only tests use.
func program(t *testing.T) (out []source) {
	t.Helper()
	for _, s := range house(t) {
		if !s.test && !isForTests(s.room) {
			out = append(out, s)
		}
	}
	return out
}

// isForTests reports whether a room is for tests and measurements alone.
func isForTests(room string) bool {
	return strings.HasSuffix(room, "test") || room == "ui/drive" || room == "internal/speed"
}

// within reports whether a room is one of these or lies below it.
func within(room string, rooms ...string) bool {
	for _, r := range rooms {
		if room == r || strings.HasPrefix(room, r+"/") {
			return true
		}
	}
	return false
}
