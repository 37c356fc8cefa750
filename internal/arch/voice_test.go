package arch_test

import (
	"go/ast"
	"slices"
	"testing"
)

// said are the fields of a cycle that hold what each respondent said, and
// readers the rooms that may look into them: those that keep it, carry it,
// read it and compute with it. Whoever shows, writes, tells or mails something
// of a respondent asks account's Voice or Sitting, or score, which let through
// what may stand beside their name.
var (
	said    = []string{"Answers", "NPS", "Remarks"}
	readers = []string{"internal/account", "internal/score", "internal/codec", "internal/portable", "internal/questionnaire", "internal/table", "internal/example"}
)

// sameName are files with fields of those names that are not of a cycle.
var sameName = map[string]string{
	"internal/sheet/write.go": "the questions of a list that goes out",
}

func TestWhatARespondentSaidPassesTheGate(t *testing.T) {
	looks := 0
	for _, s := range program(t) {
		ast.Inspect(s.tree, func(n ast.Node) bool {
			var into ast.Expr
			switch n := n.(type) {
			case *ast.IndexExpr:
				into = n.X
			case *ast.RangeStmt:
				into = n.X
			}
			field, ok := into.(*ast.SelectorExpr)
			switch {
			case !ok || !slices.Contains(said, field.Sel.Name):
			case within(s.room, readers...):
				looks++
			case sameName[s.path] == "":
				t.Errorf("%s looks into %s of a cycle: ask its Voice", s.path, field.Sel.Name)
			}
			return true
		})
	}
	if looks < 10 {
		t.Errorf("only %d places look into what was said: the test sees nothing", looks)
	}
}
