package lang

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"kwi/internal/language"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

var placeholder = regexp.MustCompile(`\{[^{}]*\}`)

func placeholders(s string) []string {
	found := placeholder.FindAllString(s, -1)
	slices.Sort(found)
	return slices.Compact(found)
}

// textsByKey is the texts of every key, in the order of language.All.
func textsByKey() map[string][]string {
	all := map[string][]string{}
	for _, key := range Keys() {
		for _, w := range All() {
			all[key] = append(all[key], w.texts[key][w.index])
		}
	}
	return all
}

func TestCatalogueIsWhole(t *testing.T) {
	for _, wrong := range readCatalogue().wrong {
		t.Error(wrong)
	}
	key := regexp.MustCompile(`^[a-z][a-z0-9]*(\.[^\s.{}]+)+$`)
	allowed := regexp.MustCompile(`^\{([1-9]|n|at|cause)\}$`)
	for k, p := range textsByKey() {
		if !key.MatchString(k) {
			t.Errorf("%s: a key is words with points between", k)
		}
		for i, w := range All() {
			if p[i] == "" {
				t.Errorf("%s: %s is missing", k, w.Tag())
			}
			if a, b := placeholders(p[0]), placeholders(p[i]); !slices.Equal(a, b) {
				t.Errorf("%s: %s has %v, %s has %v", k, For("").Tag(), a, w.Tag(), b)
			}
		}
		for _, h := range placeholders(p[0]) {
			if !allowed.MatchString(h) {
				t.Errorf("%s: no such placeholder: %s", k, h)
			}
			if (h == "{at}" || h == "{cause}") && !strings.HasPrefix(k, "fault.") {
				t.Errorf("%s: only a fault fills %s", k, h)
			}
		}
	}
}

// A text that counts, with {n} in it, is half of a pair. That N finds both
// halves of what it is asked for, the scan of the sources sees to.
// TestEveryLanguageHasItsName in all of them, as the preview of a list tells it
// and as a table may have it.
func TestEveryLanguageHasItsName(t *testing.T) {
	for _, w := range All() {
		for _, tag := range language.Tags() {
			for _, key := range []string{"communicate.language." + tag, "table.language." + tag} {
				if !w.Has(key) {
					t.Errorf("%s is not there in %s", key, w.Tag())
				}
			}
		}
	}
}

func TestPluralsComeInPairs(t *testing.T) {
	w := For("nl")
	for k, p := range textsByKey() {
		base, end := k[:strings.LastIndex(k, ".")], k[strings.LastIndex(k, "."):]
		plural := end == ".one" || end == ".other" || end == ".none"
		counts := strings.Contains(p[0], "{n}")
		if counts && !plural {
			t.Errorf("%s has {n} and is no plural", k)
		}
		if (counts || end == ".none" && w.Has(base+".one")) && (!w.Has(base+".one") || !w.Has(base+".other")) {
			t.Errorf("%s lacks its .one or .other", k)
		}
	}
}

func TestTone(t *testing.T) {
	never := regexp.MustCompile(`(?i)!|\b(please|alstublieft|alsjeblieft|helaas|sorry|oops|oeps)\b`)
	for k, p := range textsByKey() {
		for _, s := range p {
			if found := never.FindString(s); found != "" {
				t.Errorf("%s: %q does not fit the tone: %s", k, found, s)
			}
			if s != strings.TrimSpace(s) || strings.Contains(s, "  ") || strings.Contains(s, "\t") {
				t.Errorf("%s: stray white space: %q", k, s)
			}
		}
	}
}

func TestEveryFaultHasItsSentence(t *testing.T) {
	file, err := parser.ParseFile(token.NewFileSet(), filepath.Join(root(t), "internal/fault/kind.go"), nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	kinds := map[string]bool{}
	ast.Inspect(file, func(n ast.Node) bool {
		if spec, ok := n.(*ast.ValueSpec); ok {
			for _, v := range spec.Values {
				if s, ok := literal(v); ok {
					if kinds[s] {
						t.Errorf("kind %s is told twice", s)
					}
					kinds[s] = true
				}
			}
		}
		return true
	})
	if len(kinds) < 30 {
		t.Fatalf("only %d kinds read", len(kinds))
	}
	for kind := range kinds {
		if !For("nl").Has("fault." + kind) {
			t.Errorf("fault.%s has no sentence", kind)
		}
	}
	for _, k := range Keys() {
		kind, ok := strings.CutPrefix(strings.TrimSuffix(k, ".bare"), "fault.")
		if ok && !kinds[kind] {
			t.Errorf("%s: there is no such kind of fault", k)
		}
	}
}

// TestSourcesNameKeysThatAreThere reads all Go sources for calls of T and N
// with a literal key, or a key that begins with a literal. A text that no source
// can ask for is said nowhere and goes.
func TestSourcesNameKeysThatAreThere(t *testing.T) {
	all, used := Keys(), map[string]bool{}
	use := func(at, start string, exact bool, ends ...string) {
		found := 0
		for _, k := range all {
			for _, end := range ends {
				if k == start+end || !exact && strings.HasPrefix(k, start) && strings.HasSuffix(k, end) {
					used[k] = true
					found++
				}
			}
		}
		if exact && found < len(ends) || found == 0 {
			t.Errorf("%s: no such text: %s %v", at, start, ends)
		}
	}
	literals := map[string]bool{}
	eachSource(t, func(at string, call *ast.CallExpr, method string) {
		ends := []string{""}
		if method == "N" {
			ends = []string{".one", ".other"}
		}
		if s, ok := literal(call.Args[0]); ok {
			use(at, s, true, ends...)
			return
		}
		e := call.Args[0]
		for {
			b, ok := e.(*ast.BinaryExpr)
			if !ok {
				break
			}
			e = b.X
		}
		if s, ok := literal(e); ok && strings.Contains(s, ".") {
			use(at, s, false, ends...)
		}
	}, func(s string) { literals[s] = true })
	for _, k := range all {
		plural := strings.TrimSuffix(strings.TrimSuffix(strings.TrimSuffix(k, ".one"), ".other"), ".none")
		if !used[k] && !putTogether(k, literals) && !putTogether(plural, literals) && !strings.HasPrefix(k, "fault.") {
			t.Errorf("nobody asks for %s", k)
		}
	}
}

// putTogether reports whether a key is among what the sources say, or begins with
// one that ends in a point, or is one with an end that begins with a point.
func putTogether(key string, literals map[string]bool) bool {
	if literals[key] {
		return true
	}
	for i := range key {
		if key[i] == '.' && (literals[key[:i+1]] || literals[key[:i]] && literals[key[i:]]) {
			return true
		}
	}
	return false
}

func eachSource(t *testing.T, call func(string, *ast.CallExpr, string), text func(string)) {
	top := root(t)
	err := filepath.WalkDir(top, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() && path != top && (strings.HasPrefix(d.Name(), ".") || d.Name() == "testdata") {
			return fs.SkipDir
		}
		if d.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return nil
		}
		set := token.NewFileSet()
		file, err := parser.ParseFile(set, path, nil, parser.SkipObjectResolution)
		if err != nil {
			t.Logf("%s cannot be read now: %v", path, err)
			return nil
		}
		ast.Inspect(file, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.BasicLit:
				if s, ok := literal(n); ok {
					text(s)
				}
			case *ast.CallExpr:
				if f, ok := n.Fun.(*ast.SelectorExpr); ok && len(n.Args) > 0 && (f.Sel.Name == "T" || f.Sel.Name == "N") {
					at, _ := filepath.Rel(top, set.Position(n.Pos()).String())
					call(at, n, f.Sel.Name)
				}
			}
			return true
		})
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

func literal(e ast.Expr) (string, bool) {
	l, ok := e.(*ast.BasicLit)
	if !ok || l.Kind != token.STRING {
		return "", false
	}
	s, err := strconv.Unquote(l.Value)
	return s, err == nil
}

// root walks up to the folder of go.mod.
func root(t *testing.T) string {
	dir, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	for {
		if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil {
			return dir
		}
		up := filepath.Dir(dir)
		if up == dir {
			t.Fatal("there is no go.mod above this test")
		}
		dir = up
	}
}
