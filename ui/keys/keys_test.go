package keys_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"strconv"
	"testing"

	tea "charm.land/bubbletea/v2"

	"kwi/ui/keys"
)

// A key made from a name is called by that name, which is how acts know it.
func TestKeysAreCalledByTheirNames(t *testing.T) {
	names := append(boundNames(t), "shift+tab", "f1", "ctrl+home", "alt+b", "a", "L", "?", "+", "é", "[", ":")
	if len(names) < 100 {
		t.Fatalf("only %d names found", len(names))
	}
	for _, name := range names {
		if got := keys.Named(name).String(); got != name {
			t.Errorf("%q is called %q", name, got)
		}
		if !keys.IsName(name) {
			t.Errorf("%q is not known to be a key", name)
		}
	}
}

// boundNames are the names that the sources of this room bind.
func boundNames(t *testing.T) (names []string) {
	t.Helper()
	for _, file := range []string{"keys.go", "move.go", "screens.go"} {
		tree, err := parser.ParseFile(token.NewFileSet(), file, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(tree, func(n ast.Node) bool {
			call, ok := n.(*ast.CallExpr)
			if !ok {
				return true
			}
			if f, ok := call.Fun.(*ast.Ident); !ok || f.Name != "bind" {
				return true
			}
			for _, arg := range call.Args {
				if text, ok := arg.(*ast.BasicLit); ok {
					name, err := strconv.Unquote(text.Value)
					if err != nil {
						t.Fatal(err)
					}
					names = append(names, name)
				}
			}
			return true
		})
	}
	return names
}

func TestLettersMoveOnlyWhereTheyAreNoText(t *testing.T) {
	for _, test := range []struct {
		name          string
		typing, still keys.Way
	}{
		{"up", keys.Up, keys.Up}, {"pgdown", keys.PageDown, keys.PageDown}, {"home", keys.Home, keys.Home},
		{"k", keys.None, keys.Up}, {"j", keys.None, keys.Down}, {"h", keys.None, keys.Left}, {"l", keys.None, keys.Right}, {"x", keys.None, keys.None},
	} {
		if got := keys.Move(keys.Named(test.name), true); got != test.typing {
			t.Errorf("%s moves %d while typing", test.name, got)
		}
		if got := keys.Move(keys.Named(test.name), false); got != test.still {
			t.Errorf("%s moves %d", test.name, got)
		}
	}
	if keys.Move(tea.PasteMsg{Content: "k"}, false) != keys.None {
		t.Error("a paste moves")
	}
}

// A key with alt is what it would write alone, as terminals send it.
func TestBehindAlt(t *testing.T) {
	for _, test := range []struct {
		key  tea.KeyPressMsg
		want string
	}{
		{tea.KeyPressMsg{Code: '8', Mod: tea.ModAlt}, "8"}, {tea.KeyPressMsg{Code: 'm', Mod: tea.ModAlt | tea.ModShift}, "M"}, {keys.Named("alt+M"), "M"},
		{tea.KeyPressMsg{Code: '1', ShiftedCode: '!', Mod: tea.ModAlt | tea.ModShift}, "!"},
		{keys.Named("alt+enter"), ""}, {keys.Named("ctrl+alt+a"), ""}, {keys.Named("8"), ""}, {tea.KeyPressMsg{Code: tea.KeySpace, Mod: tea.ModAlt}, ""},
	} {
		got, ok := keys.BehindAlt(test.key)
		if ok != (test.want != "") || ok && got.String() != test.want {
			t.Errorf("%s is %q, %v; want %q", test.key, got, ok, test.want)
		}
	}
}

func TestWrites(t *testing.T) {
	for name, want := range map[string]bool{"a": true, "L": true, "é": true, "7": true, "?": true, "space": false, "enter": false, "ctrl+a": false, "alt+a": false, "f1": false, "up": false} {
		if got := keys.Writes(keys.Named(name)); got != want {
			t.Errorf("%s writes: %v", name, got)
		}
	}
}
