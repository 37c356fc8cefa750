package arch_test

import (
	"go/ast"
	"go/token"
	"slices"
	"strings"
	"testing"
)

// The longest that a file may be, a test with its tables, and main.go.
const (
	longest     = 300
	longestTest = 400
	longestMain = 80
)

// long are files with a reason to be longer.
var long = map[string]string{}

func TestFilesAreShort(t *testing.T) {
	for _, s := range house(t) {
		most := longest
		switch {
		case s.path == "cmd/kwi/main.go":
			most = longestMain
		case s.test:
			most = longestTest
		}
		if s.lines > most && long[s.path] == "" {
			t.Errorf("%s has %d lines, at most %d", s.path, s.lines, most)
		}
	}
}

func TestPackagesSayWhatTheyAreFor(t *testing.T) {
	said := map[string]bool{}
	for _, s := range house(t) {
		if s.test {
			continue
		}
		doc := s.tree.Doc.Text()
		good := strings.HasPrefix(doc, "Package "+s.tree.Name.Name+" ") || s.tree.Name.Name == "main" && strings.HasPrefix(doc, "Command ")
		said[s.room] = said[s.room] || good
	}
	for room, ok := range said {
		if !ok {
			t.Errorf("%s has no comment that says what it is for", room)
		}
	}
}

// banned are what nobody, or no pure room, may call.
var banned = struct{ nobody, writing, pure map[string]string }{
	writing: map[string]string{
		"os.WriteFile": "wholefile writes files", "os.Create": "wholefile writes files", "os.CreateTemp": "wholefile writes files",
		"os.Rename": "wholefile names files", "os.MkdirTemp": "wholefile makes folders",
	},
	nobody: map[string]string{"tea.Sequence": "navigation by message loses keys", "tea.Sequentially": "navigation by message loses keys"},
	pure: map[string]string{
		"time.Now": "the moment is handed in", "time.Since": "the moment is handed in", "time.Until": "the moment is handed in",
		"time.Sleep": "a pure room does not wait", "time.After": "a pure room does not wait", "time.NewTimer": "a pure room does not wait",
	},
}

// mayWrite are the rooms that may call what writes files: the one that does,
// and the one that writes to a device.
var mayWrite = []string{"internal/wholefile", "internal/office"}

// impure are the packages of the standard library that no pure room imports.
var impure = []string{"os", "net", "math/rand", "math/rand/v2", "crypto/rand", "syscall", "log", "context", "runtime", "unsafe"}

func TestNobodyCallsWhatIsBanned(t *testing.T) {
	for _, s := range house(t) {
		isPure := slices.Contains(pure, s.room) && !s.test
		for _, name := range s.imports {
			if isPure && within(name, impure...) {
				t.Errorf("%s: a pure room does not import %s", s.path, name)
			}
		}
		ast.Inspect(s.tree, func(n ast.Node) bool {
			call, ok := n.(*ast.SelectorExpr)
			if !ok {
				return true
			}
			from, ok := call.X.(*ast.Ident)
			if !ok {
				return true
			}
			name := from.Name + "." + call.Sel.Name
			if why := banned.nobody[name]; why != "" {
				t.Errorf("%s uses %s: %s", s.path, name, why)
			}
			if why := banned.writing[name]; why != "" && !s.test && !isForTests(s.room) && !slices.Contains(mayWrite, s.room) {
				t.Errorf("%s uses %s: %s", s.path, name, why)
			}
			if why := banned.pure[name]; why != "" && isPure {
				t.Errorf("%s uses %s: %s", s.path, name, why)
			}
			return true
		})
	}
}

// mayTime are the tests that measure how long something takes: one compares
// two measures of the same run, one logs.
// The command that measures kwi beside its floors is no test.
var mayTime = []string{"internal/growthtest/growthtest.go", "cmd/kwi/followterminal_test.go", "internal/speed/process.go", "internal/speed/inside.go"}

// TestNoTestIsTimed: on a busy machine a clock says nothing of the program.
func TestNoTestIsTimed(t *testing.T) {
	for _, s := range house(t) {
		if !s.test && !isForTests(s.room) || strings.HasSuffix(s.path, "bench_test.go") || slices.Contains(mayTime, s.path) {
			continue
		}
		ast.Inspect(s.tree, func(n ast.Node) bool {
			if call, ok := n.(*ast.SelectorExpr); ok && call.Sel.Name == "Since" {
				if from, ok := call.X.(*ast.Ident); ok && from.Name == "time" {
					t.Errorf("%s uses time.Since: growthtest compares two measures, a benchmark tells one", s.path)
				}
			}
			return true
		})
	}
}

// TestNothingIsMadeReadyAtTheStart: every command would pay for a pattern or a
// template that few of them use. sync.OnceValue makes it when it is asked for.
func TestNothingIsMadeReadyAtTheStart(t *testing.T) {
	for _, s := range program(t) {
		for _, d := range s.tree.Decls {
			g, ok := d.(*ast.GenDecl)
			if !ok || g.Tok != token.VAR {
				continue
			}
			ast.Inspect(g, func(n ast.Node) bool {
				switch n := n.(type) {
				case *ast.FuncLit:
					return false
				case *ast.CallExpr:
					if call, ok := n.Fun.(*ast.SelectorExpr); ok {
						if from, ok := call.X.(*ast.Ident); ok && (from.Name == "regexp" || from.Name == "template") {
							t.Errorf("%s calls %s.%s when the program starts", s.path, from.Name, call.Sel.Name)
						}
					}
				}
				return true
			})
		}
	}
}

// TestNothingChangesAfterStart finds assignments to variables of a package:
// whole, to a field or an element, or by ++.
func TestNothingChangesAfterStart(t *testing.T) {
	files := map[string][]source{}
	for _, s := range program(t) {
		files[s.room] = append(files[s.room], s)
	}
	for _, sources := range files {
		variables, tops := map[string]bool{}, map[any]bool{}
		for _, s := range sources {
			for _, d := range s.tree.Decls {
				if g, ok := d.(*ast.GenDecl); ok && g.Tok == token.VAR {
					for _, spec := range g.Specs {
						tops[spec] = true
						for _, name := range spec.(*ast.ValueSpec).Names {
							variables[name.Name] = true
						}
					}
				}
			}
		}
		for _, s := range sources {
			written(s.tree, func(i *ast.Ident) {
				local := i.Obj != nil && !tops[i.Obj.Decl]
				if variables[i.Name] && !local && i.Name != "_" {
					t.Errorf("%s changes %s after the start", s.path, i.Name)
				}
			})
		}
	}
}

// written calls each for whatever a file assigns to.
func written(tree *ast.File, each func(*ast.Ident)) {
	target := func(e ast.Expr) {
		for {
			switch x := e.(type) {
			case *ast.IndexExpr:
				e = x.X
			case *ast.SelectorExpr:
				e = x.X
			case *ast.StarExpr:
				e = x.X
			case *ast.ParenExpr:
				e = x.X
			case *ast.Ident:
				each(x)
				return
			default:
				return
			}
		}
	}
	ast.Inspect(tree, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.AssignStmt:
			if n.Tok != token.DEFINE {
				for _, e := range n.Lhs {
					target(e)
				}
			}
		case *ast.IncDecStmt:
			target(n.X)
		}
		return true
	})
}
