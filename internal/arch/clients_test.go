package arch_test

import (
	"go/ast"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"path"
	"slices"
	"strings"
	"testing"
)

// writers are the rooms that make or change what a client is made of: the
// domain, what reads a client from bytes, the example, and the reader of
// tables, which makes the cycles that were before the first one here.
var writers = []string{"internal/account", "internal/codec", "internal/portable", "internal/example", "internal/table"}

// wholes are the records that others are kept in: nobody else changes a field
// of one, not even of an own copy.
var wholes = []string{"Client", "Cycle", "Plan"}

// TestOnlyAccountChangesAClient: whoever else wants a change calls a method,
// which holds it to the rules. A record in a client is changed as the copy that
// a method of account hands to an edit, or as a value of one's own.
func TestOnlyAccountChangesAClient(t *testing.T) {
	h := newTypedHouse(t)
	looked := 0
	for _, s := range program(t) {
		if !within(s.room, writers...) && s.room != "internal/arch" {
			looked += h.writes(s.room, s.tree, func(p token.Pos, what string) {
				t.Errorf("%s changes %s of a client: account has a method for it, or should", positions.Position(p), what)
			})
		}
	}
	if looked < 20 {
		t.Errorf("only %d writes into records: the test sees nothing", looked)
	}
}

// TestAChangeOfAClientIsSeen makes sure that the test above can fail.
func TestAChangeOfAClientIsSeen(t *testing.T) {
	h := newTypedHouse(t)
	for body, bad := range map[string]bool{
		`c.Name = "x"`:                                                               true,
		`c.Cycles[0].Place = "x"`:                                                    true,
		`y := c.Newest(); y.Kickoff.Date = "x"`:                                      true,
		`own := c.Clone(); own.Archived = ""`:                                        true,
		`put(&c.Selection.Strategic)`:                                                true,
		`c.Respondent("AA").Name = "x"`:                                              true,
		`r := c.Respondent("AA"); r.Name = "x"`:                                      true,
		`k := c.Newest().KWI(1); k.Questions[0].Text = "x"`:                          true,
		`c.Newest().Answers["AA"] = nil`:                                             true,
		`delete(c.Newest().Answers, "AA")`:                                           true,
		`_ = append(c.Cycles, account.Cycle{})`:                                      true,
		`slices.Reverse(c.Respondents)`:                                              true,
		`for i := range c.Colleagues { m := &c.Colleagues[i]; m.Role = "x" }`:        true,
		`c.Plans[0].Year++`:                                                          true,
		`_ = c.ChangeRespondent("AA", func(r *account.Respondent) { r.Name = "x" })`: false,
		`var a account.Action; a.Text = "x"; put(&a.Side)`:                           false,
		`_ = append(slices.Clone(c.Cycles), account.Cycle{})`:                        false,
		`_ = c.Rename("x")`:                                                          false,
	} {
		tree, err := parser.ParseFile(positions, "x.go", "package x\nimport (\"slices\"; \"kwi/internal/account\")\nfunc put(any) {}\nfunc f(c *account.Client) { "+body+" }", 0)
		if err != nil {
			t.Fatal(body, err)
		}
		h.check("x", []*ast.File{tree})
		seen := false
		h.writes("x", tree, func(token.Pos, string) { seen = true })
		if seen != bad {
			t.Errorf("%s: seen %v", body, seen)
		}
	}
}

// typedHouse knows the types in the rooms of the program. Of foreign packages
// it knows but those that pass things of ours on.
type typedHouse struct {
	rooms   map[string][]*ast.File
	checked map[string]*types.Package
	foreign types.Importer
	types.Info
	records map[string]bool // the structs that a client is made of
}

func newTypedHouse(t *testing.T) *typedHouse {
	t.Helper()
	h := &typedHouse{rooms: map[string][]*ast.File{}, checked: map[string]*types.Package{}, foreign: importer.ForCompiler(positions, "source", nil),
		Info:    types.Info{Types: map[ast.Expr]types.TypeAndValue{}, Defs: map[*ast.Ident]types.Object{}, Uses: map[*ast.Ident]types.Object{}},
		records: map[string]bool{}}
	for _, s := range program(t) {
		h.rooms[s.room] = append(h.rooms[s.room], s.tree)
	}
	domain, err := h.Import("kwi/internal/account")
	if err != nil {
		t.Fatal(err)
	}
	h.collect(domain.Scope().Lookup("Client").Type())
	return h
}

// Import implements types.Importer.
func (h *typedHouse) Import(name string) (*types.Package, error) {
	room, ours := strings.CutPrefix(name, "kwi/")
	switch {
	case h.checked[room] != nil:
		return h.checked[room], nil
	case ours:
		return h.check(room, h.rooms[room]), nil
	case slices.Contains([]string{"slices", "maps", "cmp", "iter"}, name):
		return h.foreign.Import(name)
	}
	p := types.NewPackage(name, path.Base(name))
	p.MarkComplete()
	return p, nil
}

func (h *typedHouse) check(room string, files []*ast.File) *types.Package {
	lenient := types.Config{Importer: h, Error: func(error) {}} // foreign names are not known
	p, _ := lenient.Check("kwi/"+room, positions, files, &h.Info)
	h.checked[room] = p
	return p
}

// collect gathers the structs that a type is made of.
func (h *typedHouse) collect(t types.Type) {
	switch t := t.(type) {
	case *types.Named:
		if s, ok := t.Underlying().(*types.Struct); ok && !h.records[t.Obj().Name()] {
			h.records[t.Obj().Name()] = true
			for i := range s.NumFields() {
				h.collect(s.Field(i).Type())
			}
		} else if !ok {
			h.collect(t.Underlying())
		}
	case *types.Slice:
		h.collect(t.Elem())
	case *types.Map:
		h.collect(t.Elem())
	case *types.Pointer:
		h.collect(t.Elem())
	}
}

// record is the name of the record that an expression is or points to, or "".
func (h *typedHouse) record(e ast.Expr) (name string, pointer bool) {
	t := h.TypeOf(e)
	p, pointer := t.(*types.Pointer)
	if pointer {
		t = p.Elem()
	}
	n, ok := t.(*types.Named)
	if !ok || n.Obj().Pkg() == nil || n.Obj().Pkg().Path() != "kwi/internal/account" || !h.records[n.Obj().Name()] {
		return "", false
	}
	return n.Obj().Name(), pointer
}

// writes calls bad for whatever a file changes of a client, and counts the
// changes of records that are fine.
func (h *typedHouse) writes(room string, tree *ast.File, bad func(token.Pos, string)) (fine int) {
	if h.checked[room] == nil {
		h.check(room, h.rooms[room])
	}
	parameters := map[types.Object]bool{}
	target := func(e ast.Expr) {
		switch what, own := h.target(e, parameters); {
		case what == "":
		case own:
			fine++
		default:
			bad(e.Pos(), what)
		}
	}
	ast.Inspect(tree, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncType:
			for _, field := range n.Params.List {
				for _, name := range field.Names {
					parameters[h.Defs[name]] = true
				}
			}
		case *ast.AssignStmt:
			for _, left := range n.Lhs {
				target(left)
			}
		case *ast.IncDecStmt:
			target(n.X)
		case *ast.UnaryExpr:
			if _, field := n.X.(*ast.SelectorExpr); field && n.Op == token.AND {
				target(n.X)
			}
		case *ast.CallExpr:
			if len(n.Args) > 0 && changesFirst(n.Fun) {
				target(n.Args[0])
			}
		}
		return true
	})
	return fine
}

// changesFirst reports whether a function changes the list or map that is its
// first argument, or may write behind its end.
func changesFirst(f ast.Expr) bool {
	switch f := f.(type) {
	case *ast.Ident:
		return slices.Contains([]string{"append", "delete", "clear", "copy"}, f.Name)
	case *ast.SelectorExpr:
		from, ok := f.X.(*ast.Ident)
		return ok && (from.Name == "slices" && slices.ContainsFunc([]string{"Insert", "Delete", "Compact", "Replace", "Reverse", "Sort"}, func(s string) bool {
			return strings.HasPrefix(f.Sel.Name, s) && f.Sel.Name != "Sorted"
		}) || from.Name == "maps" && slices.Contains([]string{"Copy", "DeleteFunc"}, f.Sel.Name))
	}
	return false
}

// target tells which field of a record an expression stands for, "" where it is
// none, and whether it is that of a value that one may change.
func (h *typedHouse) target(e ast.Expr, parameters map[types.Object]bool) (what string, own bool) {
	own = true
	for indexed := false; ; {
		switch x := e.(type) {
		case *ast.ParenExpr:
			e = x.X
		case *ast.StarExpr:
			e = x.X
		case *ast.IndexExpr:
			e, indexed = x.X, true
		case *ast.SelectorExpr:
			if of, _ := h.record(x.X); of != "" {
				if what == "" {
					what = of + "." + x.Sel.Name
				}
				own = own && !indexed && !slices.Contains(wholes, of)
			}
			e = x.X
		case *ast.Ident:
			of, pointer := h.record(x)
			return what, own && !indexed && of != "" && (!pointer || parameters[h.Uses[x]])
		default:
			return what, false
		}
	}
}
