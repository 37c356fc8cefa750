package linear

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// reasons are why something that a screen offers is no choice in lines.
var reasons = map[string]string{
	"-eye":      "it moves a cursor, turns a page, or is about how the screen looks",
	"-asks":     "it ends a dialog, where lines ask one question after the other",
	"-list":     "it leads from one to another, where lines have a list of all",
	"-cover":    "what it covers is not told",
	"-command":  "a command does it, which is named where it is wanted",
	"-terminal": "it gives back the terminal, which lines never took over",
	"-tour":     "it is the tour of the screens",
	"-test":     "it is of the tests",
}

// TestWhatTheScreensOfferIsOfferedInLines: every act of the screens stands in testdata/offers.txt, with
// the words under which it is offered in lines, or with a reason why it is not.
func TestWhatTheScreensOfferIsOfferedInLines(t *testing.T) {
	t.Parallel()
	list, err := os.ReadFile(filepath.Join("testdata", "offers.txt"))
	if err != nil {
		t.Fatal(err)
	}
	said := map[string]string{}
	for line := range strings.Lines(string(list)) {
		act, how, found := strings.Cut(strings.TrimSpace(line), " | ")
		if !found || said[act] != "" {
			t.Errorf("%q is no line of the list, or stands there twice", line)
		}
		said[act] = how
	}
	own, acts := sources(t, ".", nil), map[string]bool{}
	sources(t, "..", acts)
	for _, act := range slices.Sorted(maps.Keys(acts)) {
		how := said[act]
		switch _, reason := reasons[how]; {
		case how == "":
			t.Errorf("%s: how is that done in lines?", act)
		case !reason && !strings.Contains(own, `"`+how+`"`) && !strings.Contains(own, how+"("):
			t.Errorf("%s: lines have no %s", act, how)
		}
		delete(said, act)
	}
	for act := range said {
		t.Errorf("no screen offers %s any more", act)
	}
}

// sources are the sources below a folder but for the tests and, from above, those of lines, and the acts
// in them.
func sources(t *testing.T, root string, acts map[string]bool) string {
	var all strings.Builder
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir() && root == ".." && (d.Name() == "linear" || d.Name() == "drive"):
			return fs.SkipDir
		case d.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go"):
			return nil
		}
		source, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		all.Write(source)
		if acts == nil {
			return nil
		}
		files := token.NewFileSet()
		file, err := parser.ParseFile(files, path, source, parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		room, err := filepath.Rel(root, filepath.Dir(path))
		ast.Inspect(file, func(n ast.Node) bool {
			if id := actOf(n); id != nil {
				acts[filepath.ToSlash(room)+" "+string(source[files.Position(id.Pos()).Offset:files.Position(id.End()).Offset])] = true
			}
			return true
		})
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return all.String()
}

// actOf is what an act is known by, nil where that is none: a literal with an ID, and keys or a name.
func actOf(n ast.Node) (id ast.Expr) {
	literal, is := n.(*ast.CompositeLit)
	if !is {
		return nil
	}
	named := false
	for _, e := range literal.Elts {
		pair, is := e.(*ast.KeyValueExpr)
		if !is {
			continue
		}
		switch key, _ := pair.Key.(*ast.Ident); {
		case key == nil:
		case key.Name == "ID":
			id = pair.Value
		case key.Name == "Keys" || key.Name == "Name":
			named = true
		}
	}
	if !named {
		return nil
	}
	return id
}
