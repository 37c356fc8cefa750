package arch_test

import (
	"go/ast"
	"go/parser"
	"slices"
	"strings"
	"testing"
)

// goer starts all goroutines, with a guard round each.
const goer = "internal/crash/go.go"

// afterwards is how often each file has something done by time.AfterFunc or
// context.AfterFunc, which is a goroutine too: each only ends something.
var afterwards = map[string]int{"cmd/kwi/main.go": 1, "internal/post/line.go": 2, "internal/cli/copier.go": 1, "internal/office/read.go": 2, "store/etcd/etcd.go": 1}

// unguarded calls bad for what in a file starts a goroutine in which a panic would end
// the program, the terminal as it stood.
func unguarded(path string, tree *ast.File, bad func(ast.Node, string)) {
	after := 0
	defer func() {
		if after < afterwards[path] {
			bad(tree, "a file with fewer AfterFunc than are listed here")
		}
	}()
	ast.Inspect(tree, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.GoStmt:
			bad(n, "a go statement")
		case *ast.SelectorExpr:
			if n.Sel.Name != "AfterFunc" {
				return true
			}
			if after++; after > afterwards[path] {
				bad(n, "an AfterFunc more than are listed here")
			}
		case *ast.CallExpr:
			call, ok := n.Fun.(*ast.SelectorExpr)
			if !ok {
				return true
			}
			from, _ := call.X.(*ast.Ident)
			if call.Sel.Name == "Go" && (from == nil || from.Name != "crash") {
				bad(n, "a Go that is not crash.Go")
			}
		}
		return true
	})
}

// TestEveryGoroutineHasAGuard: crash.Go starts them, so that a panic in one ends as a
// sentence and a report.
func TestEveryGoroutineHasAGuard(t *testing.T) {
	seen := 0
	for _, s := range program(t) {
		if s.path == goer {
			continue
		}
		unguarded(s.path, s.tree, func(n ast.Node, what string) {
			t.Errorf("%s is %s: crash.Go starts goroutines", positions.Position(n.Pos()), what)
		})
		ast.Inspect(s.tree, func(n ast.Node) bool {
			if call, ok := n.(*ast.SelectorExpr); ok && call.Sel.Name == "Go" {
				seen++
			}
			return true
		})
	}
	if seen < 5 {
		t.Errorf("only %d goroutines: the test sees nothing", seen)
	}
}

// catches are who may be handed what was recovered: each keeps of it only its type and
// what the runtime says, or passes it on to one that does.
var catches = []string{"Of", "Cause", "panicked", "fell", "afterPanic", "panic"}

// spilled calls bad for each use in a file of what was recovered that may write it
// down: it may be a name or an answer.
func spilled(tree *ast.File, bad func(ast.Node)) {
	held := map[any]bool{}
	ast.Inspect(tree, func(n ast.Node) bool {
		if assigned, ok := n.(*ast.AssignStmt); ok && len(assigned.Lhs) == 1 && holdsRecover(assigned.Rhs[0]) {
			if name, ok := assigned.Lhs[0].(*ast.Ident); ok {
				held[name.Obj] = true
			}
		}
		return true
	})
	fine := map[*ast.Ident]bool{}
	ast.Inspect(tree, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.AssignStmt:
			for _, left := range n.Lhs {
				if name, ok := left.(*ast.Ident); ok {
					fine[name] = true
				}
			}
		case *ast.BinaryExpr:
			if name, ok := n.X.(*ast.Ident); ok {
				fine[name] = true // with nil
			}
		case *ast.CallExpr:
			if slices.Contains(catches, lastName(n.Fun)) {
				for _, given := range n.Args {
					if name, ok := given.(*ast.Ident); ok {
						fine[name] = true
					}
				}
			}
		case *ast.SelectorExpr:
			if name, ok := n.X.(*ast.Ident); ok && n.Sel.Name == "Fault" {
				fine[name] = true // of the reader of files, who throws it
			}
		case *ast.Ident:
			if n.Obj != nil && held[n.Obj] && !fine[n] {
				bad(n)
			}
		}
		return true
	})
}

// holdsRecover reports whether an expression is what was recovered.
func holdsRecover(e ast.Expr) bool {
	if typed, ok := e.(*ast.TypeAssertExpr); ok {
		e = typed.X
	}
	call, ok := e.(*ast.CallExpr)
	return ok && lastName(call.Fun) == "recover"
}

func lastName(e ast.Expr) string {
	switch e := e.(type) {
	case *ast.Ident:
		return e.Name
	case *ast.SelectorExpr:
		return e.Sel.Name
	}
	return ""
}

// TestWhatPanickedIsNotWrittenDown: neither a report nor a cause holds what a panic was
// given.
func TestWhatPanickedIsNotWrittenDown(t *testing.T) {
	for _, s := range program(t) {
		spilled(s.tree, func(n ast.Node) {
			t.Errorf("%s writes down what was recovered: crash.Of and crash.Cause keep only what is of nobody", positions.Position(n.Pos()))
		})
	}
}

// TestTheRulesOfPanicsRefuse makes sure that the two tests above can fail.
func TestTheRulesOfPanicsRefuse(t *testing.T) {
	for body, bad := range map[string]bool{
		`go do()`:                               true,
		`var w sync.WaitGroup; w.Go(do)`:        true,
		`time.AfterFunc(1, do)`:                 true,
		`later := time.AfterFunc; later(1, do)`: true,
		`crash.Go(do, nil)`:                     false,
		`if p := recover(); p != nil { err = fmt.Errorf("%v", p) }`: true,
		`p := recover(); say(p.(string))`:                           true,
		`switch p := recover().(type) { case error: say(p) }`:       true,
		`if p := recover(); p != nil { err = crash.Of(p) }`:         false,
		`if p := recover(); p != nil { panic(p) }`:                  false,
	} {
		tree, err := parser.ParseFile(positions, "x.go", "package x\nfunc f() { "+strings.TrimSpace(body)+" }", 0)
		if err != nil {
			t.Fatal(body, err)
		}
		seen := false
		unguarded("x.go", tree, func(ast.Node, string) { seen = true })
		spilled(tree, func(ast.Node) { seen = true })
		if seen != bad {
			t.Errorf("%s: seen %v", body, seen)
		}
	}
	for n, bad := range map[int]bool{0: true, 1: false, 2: true} {
		tree, err := parser.ParseFile(positions, "x.go", "package x\nfunc f() { "+strings.Repeat("time.AfterFunc(1, do);", n)+" }", 0)
		if err != nil {
			t.Fatal(err)
		}
		seen := false
		unguarded("internal/cli/copier.go", tree, func(ast.Node, string) { seen = true })
		if seen != bad {
			t.Errorf("a file that may have one AfterFunc has %d: seen %v", n, seen)
		}
	}
}
