package arch_test

import (
	"go/ast"
	"go/token"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"kwi/ui/keys"
)

// TestKeysAreBoundInOnePlace holds that no room but ui/keys makes a binding or
// asks for a key by its name.
func TestKeysAreBoundInOnePlace(t *testing.T) {
	for _, s := range program(t) {
		if !within(s.room, "ui") || s.room == "ui/keys" {
			continue
		}
		for _, found := range keyNamesIn(s.tree) {
			t.Errorf("%s: %s belongs in ui/keys", s.path, found)
		}
	}
}

// keyNamesIn finds bindings that are made, acts with keys of their own, and
// names of keys that something is compared with.
func keyNamesIn(tree *ast.File) (found []string) {
	names := func(e ast.Expr) {
		text, ok := e.(*ast.BasicLit)
		if !ok || text.Kind != token.STRING {
			return
		}
		name, err := strconv.Unquote(text.Value)
		if err == nil && utf8.RuneCountInString(name) > 1 && keys.IsName(name) {
			found = append(found, text.Value)
		}
	}
	ast.Inspect(tree, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.SelectorExpr:
			if from, ok := n.X.(*ast.Ident); ok && from.Name == "key" && strings.HasPrefix(n.Sel.Name, "New") {
				found = append(found, "key."+n.Sel.Name)
			}
		case *ast.CaseClause:
			for _, e := range n.List {
				names(e)
			}
		case *ast.BinaryExpr:
			names(n.X)
			names(n.Y)
		case *ast.KeyValueExpr:
			if field, ok := n.Key.(*ast.Ident); ok && field.Name == "Keys" {
				if made, ok := n.Value.(*ast.CompositeLit); ok {
					found = append(found, "a composite literal at "+strconv.Itoa(int(made.Pos())))
				}
			}
		}
		return true
	})
	return found
}
