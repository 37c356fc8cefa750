package arch_test

import (
	"go/ast"
	"slices"
	"testing"
)

// TestEveryDialogInWhichOneTypesHasAName holds that what is typed in it is
// found again after the program ended: its draft stands under that name.
func TestEveryDialogInWhichOneTypesHasAName(t *testing.T) {
	n := 0
	for _, s := range program(t) {
		if s.room == "ui/widget" {
			continue
		}
		ast.Inspect(s.tree, func(node ast.Node) bool {
			made, ok := node.(*ast.CompositeLit)
			if !ok {
				return true
			}
			kind, ok := made.Type.(*ast.SelectorExpr)
			if !ok || !slices.Contains([]string{"Ask", "Day", "FormDialog"}, kind.Sel.Name) {
				return true
			}
			if from, is := kind.X.(*ast.Ident); !is || from.Name != "widget" {
				return true
			}
			n++
			if !slices.ContainsFunc(made.Elts, func(e ast.Expr) bool {
				pair, ok := e.(*ast.KeyValueExpr)
				if !ok {
					return false
				}
				name, ok := pair.Key.(*ast.Ident)
				return ok && name.Name == "Name"
			}) {
				t.Errorf("%s: a dialog without a name", s.path)
			}
			return true
		})
	}
	if n < 10 {
		t.Errorf("only %d dialogs found", n)
	}
}
