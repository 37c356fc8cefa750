package widget_test

import (
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"pgregory.net/rapid"

	"kwi/internal/account"
	"kwi/ui/keys"
	"kwi/ui/kit"
	"kwi/ui/kit/kittest"
	"kwi/ui/widget"
)

// folders is a folder with two of them and some files.
func folders(t testing.TB) string {
	in := t.TempDir()
	for _, name := range []string{"archief/oud.xlsx", "leeg/", "AA.xlsx", "BB.XLSX", "CC.eml", "foto.jpg", ".verborgen.xlsx"} {
		path := filepath.Join(in, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			t.Fatal(err)
		}
		if strings.HasSuffix(name, "/") {
			os.Mkdir(path, 0o700)
		} else if err := os.WriteFile(path, nil, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return in
}

// form is a form above which files are picked.
func form(start string, picked *[]string) widget.FormDialog {
	return widget.FormDialog{
		Title: "Lezen", Fields: []widget.Field{{ID: "path", Label: "Pad", Value: start}},
		Beside: kit.Act{ID: "browse", Keys: keys.Browse, Name: "bladeren"},
		Asks: func(_ kit.Frame, values map[string]string) kit.Screen {
			return widget.NewFiles(widget.Files{Title: "Kies", Start: values["path"], Kinds: []string{".xlsx", ".eml"}, Then: func(paths []string) kit.Outcome {
				*picked = paths
				return kit.Outcome{Run: func() tea.Msg { return "gelezen" }}
			}})
		},
		Then: func(widget.Edits) kit.Outcome { return kit.Outcome{} },
		Came: func(_ kit.Frame, msg tea.Msg) kit.Outcome { return kit.Says(msg.(string)) },
	}
}

// browsing plays a form and goes to its files.
func browsing(start string, picked *[]string) *kittest.Play {
	p := kittest.Press(below{}, kittest.Frame(60, 16, "nl", account.Client{}))
	p.Stack = append(p.Stack, kit.Screen(form(start, picked)))
	p.Press("ctrl+o")
	return p.Send(p.Top().Init()()).Run()
}

// ran presses keys and runs what each asks for.
func ran(p *kittest.Play, names ...string) *kittest.Play {
	for _, name := range names {
		p.Press(name)
		for i := 0; p.Out.Run != nil && i < 3; i++ {
			p.Run()
		}
	}
	return p
}

func inHand(p *kittest.Play) string {
	for line := range strings.SplitSeq(p.View(), "\n") {
		if name, held := strings.CutPrefix(strings.TrimPrefix(line, "▏"), "▸"); held {
			return strings.TrimSpace(name)
		}
	}
	return ""
}

func TestFilesArePickedAndFoldersOpened(t *testing.T) {
	in := folders(t)
	var picked []string
	p := browsing(filepath.Join(in, "is", "er", "niet"), &picked)
	if inHand(p) != "archief/" || strings.Contains(p.View(), "verborgen") || !strings.Contains(p.View(), "foto.jpg") {
		t.Fatalf("it begins with %q:\n%s", inHand(p), p.View())
	}
	ran(p, "enter")
	if inHand(p) != "oud.xlsx" || !strings.Contains(p.View(), "/archief") {
		t.Fatalf("in the folder is %q:\n%s", inHand(p), p.View())
	}
	if ran(p, "left"); inHand(p) != "archief/" {
		t.Fatalf("back at %q", inHand(p))
	}
	ran(p, "end")
	if inHand(p) != "foto.jpg" {
		t.Fatalf("the end is %q", inHand(p))
	}
	ran(p, "home", "down", "down", "enter")
	if want := []string{filepath.Join(in, "AA.xlsx")}; !reflect.DeepEqual(picked, want) || len(p.Stack) != 1 || p.Notice != "gelezen" {
		t.Errorf("picked %q in %d screens: %q", picked, len(p.Stack), p.Notice)
	}
	p = browsing(filepath.Join(in, "CC.eml"), &picked)
	if inHand(p) != "CC.eml" {
		t.Errorf("a file leads to %q", inHand(p))
	}
	if ran(p, "esc"); len(p.Stack) != 2 || !strings.Contains(p.View(), "CC.eml") {
		t.Errorf("esc leads to\n%s", p.View())
	}
}

func TestSeveralFilesOrAWholeFolder(t *testing.T) {
	in := folders(t)
	var picked []string
	ran(browsing(in, &picked), "ctrl+s")
	if !reflect.DeepEqual(picked, []string{in}) {
		t.Errorf("the folder is %q", picked)
	}
	p := browsing(in, &picked)
	ran(p, "enter", "space", "left", "down", "down", "space", "space", "up", "space")
	if !strings.Contains(p.View(), "■ AA.xlsx") || strings.Contains(p.View(), "■ BB") {
		t.Errorf("it shows\n%s", p.View())
	}
	if acts := p.Top().Acts(p.Frame); !slices.ContainsFunc(acts, func(a kit.Act) bool { return a.Name == "2 gekozen" }) {
		t.Errorf("acts %+v", acts)
	}
	ran(p, "end", "up", "enter") // what is in hand comes along
	if want := []string{filepath.Join(in, "archief", "oud.xlsx"), filepath.Join(in, "AA.xlsx"), filepath.Join(in, "CC.eml")}; !reflect.DeepEqual(picked, want) {
		t.Errorf("picked %q", picked)
	}
}

func TestAFolderThatCannotBeReadOrIsEmpty(t *testing.T) {
	in := folders(t)
	var picked []string
	p := browsing(in, &picked)
	if err := os.RemoveAll(filepath.Join(in, "archief")); err != nil {
		t.Fatal(err)
	}
	if ran(p, "enter"); !p.Bad || !strings.Contains(p.Notice, "archief is er niet") || len(p.Stack) != 3 || inHand(p) != "leeg/" {
		t.Errorf("it says %q:\n%s", p.Notice, p.View())
	}
	if err := os.Remove(filepath.Join(in, "AA.xlsx")); err != nil {
		t.Fatal(err)
	}
	if ran(p, "down"); inHand(p) == "" || strings.Contains(p.View(), "AA.xlsx") {
		t.Errorf("after a file has gone:\n%s", p.View())
	}
	if err := os.RemoveAll(in); err != nil {
		t.Fatal(err)
	}
	if ran(p, "end"); strings.Contains(p.View(), filepath.Base(in)+"\n") || inHand(p) == "" && !strings.Contains(p.View(), "staat niets") {
		t.Errorf("after the folder has gone:\n%s", p.View())
	}
	in = folders(t)
	for language, said := range map[string]string{"nl": "In deze map staat niets.", "en": "There is nothing in this folder."} {
		p = browsing(filepath.Join(in, "leeg"), &picked)
		p.Frame = kittest.Frame(60, 16, language, account.Client{})
		if view := ran(p, "down", "end", "pgdown").View(); !strings.Contains(view, said) || strings.Contains(view, "Bummer") {
			t.Errorf("it says\n%s", view)
		}
		if ran(p, "enter", "space"); !p.Bad || p.Notice != said {
			t.Errorf("enter says %q", p.Notice)
		}
		if ran(p, "left"); inHand(p) != "leeg/" {
			t.Errorf("it is at %q", inHand(p))
		}
	}
}

// TestAKeyBeforeAFolderIsThereWaits: nothing joins the folder with the wrong
// name, and what comes too late is passed over.
func TestAKeyBeforeAFolderIsThereWaits(t *testing.T) {
	in := folders(t)
	var picked []string
	p := browsing(in, &picked)
	p.Press("enter")
	first := p.Out.Run
	if w := p.Top().(kit.Waiter); !w.Waits() {
		t.Fatal("it takes keys before the folder is there")
	}
	p.Send(first())
	if w := p.Top().(kit.Waiter); w.Waits() || inHand(p) != "oud.xlsx" {
		t.Fatalf("in hand is %q", inHand(p))
	}
	p = browsing(in, &picked)
	p.Press("down")
	late := p.Out.Run
	ran(p, "down")
	view := p.View()
	if p.Send(late()); p.View() != view {
		t.Errorf("what comes late is drawn:\n%s", p.View())
	}
}

// TestTheCursorStaysInView: whatever one presses, at whatever size.
func TestTheCursorStaysInView(t *testing.T) {
	in := folders(t)
	for i := range 40 {
		os.WriteFile(filepath.Join(in, strings.Repeat("lang ", i)+"x.xlsx"), nil, 0o600)
	}
	rapid.Check(t, func(t *rapid.T) {
		var picked []string
		p := browsing(in, &picked)
		for range 30 {
			p.Frame.W, p.Frame.H = rapid.IntRange(20, 200).Draw(t, "w"), rapid.IntRange(9, 56).Draw(t, "h")
			kittest.Fits(t, p.Frame, p.Top().View(p.Frame))
			if inHand(p) == "" {
				t.Fatalf("nothing is in hand after a change of size to %d by %d:\n%s", p.Frame.W, p.Frame.H, p.View())
			}
			key := rapid.SampledFrom([]string{"up", "down", "pgup", "pgdown", "home", "end", "j", "k", "space", "tick"}).Draw(t, "key")
			if ran(p, key); inHand(p) == "" {
				t.Fatalf("nothing is in hand after %s:\n%s", key, p.View())
			}
			kittest.Fits(t, p.Frame, p.Top().View(p.Frame))
		}
		if ran(p, "home"); !strings.HasSuffix(inHand(p), "archief/") {
			t.Fatalf("the first is %q", inHand(p))
		}
	})
}

// TestNamesOfFilesAreForeignText: they are drawn as text, and picked as they
// are.
func TestNamesOfFilesAreForeignText(t *testing.T) {
	in := t.TempDir()
	name := "0\x1b[31mrood\nregel\u202e.xlsx"
	for _, n := range []string{name, "1" + name, "2" + name} {
		if err := os.WriteFile(filepath.Join(in, n), nil, 0o600); err != nil {
			t.Skip("not a name here")
		}
	}
	os.Symlink(filepath.Join(in, name), filepath.Join(in, "3"))
	var picked []string
	p := browsing(in, &picked)
	kittest.NoOrders(t, p.Top().View(p.Frame).Body)
	for _, row := range []string{"▸   0[31mrood regel.xlsx", "1" + "0[31mrood regel.xlsx"} {
		if !strings.Contains(p.View(), row) {
			t.Errorf("%q is not in\n%s", row, p.View())
		}
	}
	if ran(p, "enter"); !reflect.DeepEqual(picked, []string{filepath.Join(in, name)}) {
		t.Errorf("picked %q", picked)
	}
}

// below is a screen that does nothing.
type below struct{}

func (below) Init() tea.Cmd                                         { return nil }
func (below) View(kit.Frame) kit.Page                               { return kit.Page{} }
func (below) Head(kit.Frame) kit.Head                               { return kit.Head{} }
func (below) Typing() bool                                          { return false }
func (below) Acts(kit.Frame) []kit.Act                              { return nil }
func (b below) Update(kit.Frame, tea.Msg) (kit.Screen, kit.Outcome) { return b, kit.Outcome{} }
