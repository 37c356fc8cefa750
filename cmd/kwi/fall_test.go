package main

import (
	"bytes"
	"context"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"kwi/internal/account"
	"kwi/internal/cli"
	"kwi/internal/desk"
	"kwi/internal/hand"
	"kwi/internal/lang"
	"kwi/internal/portfolio"
	"kwi/store"
	"kwi/store/memory"
	"kwi/ui"
	"kwi/ui/drive"
	"kwi/ui/kit"
	"kwi/ui/theme"
)

// frail is a screen that falls over where it is told to.
type frail struct{ in string }

func (s frail) at(place string) {
	if s.in == place {
		panic("index out of range in " + place)
	}
}

func (s frail) Init() tea.Cmd { s.at("init"); return nil }
func (s frail) Typing() bool  { s.at("typing"); return false }

func (s frail) Head(kit.Frame) kit.Head { s.at("head"); return kit.Head{Title: "frail"} }

func (s frail) Acts(kit.Frame) []kit.Act { s.at("acts"); return nil }

func (s frail) View(kit.Frame) kit.Page { s.at("view"); return kit.Page{Body: "standing"} }

func (s frail) Update(_ kit.Frame, msg tea.Msg) (kit.Screen, kit.Outcome) {
	key, _ := msg.(tea.KeyPressMsg)
	switch {
	case key.String() == "u":
		s.in = "update"
		s.at("update")
	case key.String() == "r":
		return s, kit.Outcome{Run: func() tea.Msg { panic("index out of range in command") }}
	case key.String() == "k":
		return s, kit.Changes(kit.Label("root.wentback"), func(*account.Client) error { panic("index out of range in change") })
	case strings.Contains("dathi", key.String()) && key.String() != "":
		s.in = map[string]string{"d": "view", "a": "acts", "t": "typing", "h": "head", "i": "init"}[key.String()]
	case key.String() == "esc":
		return s, kit.Outcome{Back: true}
	}
	if _, beat := msg.(kit.Tick); beat && s.in == "tick" {
		panic("index out of range in tick")
	}
	return s, kit.Outcome{}
}

// frailty starts the program with a frail screen in the place of the monitor.
func frailty(t testing.TB, s store.Store, language, in string) *drive.Driver {
	t.Helper()
	d := desk.New(s, nonce)
	all := places(sources{clients: func() ([]portfolio.Line, error) { return d.Portfolio(context.Background()) }})
	for i := range all {
		if all[i].Name == "monitor" {
			all[i].Open = func(kit.Place) kit.Screen { return frail{in} }
		}
	}
	return drive.New(t, ui.Config{
		Keeper: keeper{d, "BESTSELLER B.V."}, Places: all, Words: lang.For(language), Theme: theme.Dark(), Supplier: "BESTSELLER B.V.", Now: func() time.Time { return day },
	}, 80, 24)
}

// TestAScreenThatFallsDoesNotTakeTheProgramAlong lets one panic everywhere
// that a screen is asked something. It says so, grades can be given after it,
// and opened again it stands.
func TestAScreenThatFallsDoesNotTakeTheProgramAlong(t *testing.T) {
	for _, key := range []string{"u", "d", "a", "t", "h", "r"} {
		for language, says := range map[string][2]string{"nl": {"Dit scherm werkt even niet", "fout van kwi zelf"}, "en": {"Something went wrong on this screen", "mistake in kwi itself"}} {
			s := stocked(t)
			d := frailty(t, s, language, "")
			d.Press("enter", "end", "enter")
			d.Type("9")
			d.Press("esc", "8")
			d.See("standing")
			d.Press(key, "down") // the second shows that it does not go on falling
			d.See(says[0], says[1])
			d.Beat(3)
			d.See(says[0])
			d.Press("enter")
			d.See("standing")
			d.Press(key, "down", "esc")
			d.See("NewMedia")
			d.Press("enter")
			d.Press("8")
			d.See("standing")                         // what fell is opened anew
			d.Press(key, "down", "6", "end", "enter") // an arrow ends what may have been a sentence
			d.Type("8")
			if got := grade(t, s, "2.05"); got != "9" {
				t.Errorf("%s: the grade of before is %q", key, got)
			}
			if got := grade(t, s, "3.01"); got != "8" {
				t.Errorf("%s: the grade of afterwards is %q", key, got)
			}
		}
	}
}

func TestAScreenThatAlwaysFallsCanBeLeft(t *testing.T) {
	for _, in := range []string{"init", "view", "acts", "head", "typing", "tick"} {
		s := stocked(t)
		d := frailty(t, s, "nl", in)
		d.Press("enter", "8")
		d.Beat(1)
		d.See("Dit scherm werkt even niet")
		for range 3 {
			d.Press("enter")
			d.Beat(1)
			d.See("Dit scherm werkt even niet")
		}
		d.Press("esc", "enter", "end", "enter")
		d.Type("7")
		if got := grade(t, s, "2.05"); got != "7" {
			t.Errorf("%s: the grade of afterwards is %q", in, got)
		}
	}
}

func TestAChangeThatFallsIsNotDone(t *testing.T) {
	s := stocked(t)
	before := exported(t, s)
	d := frailty(t, s, "nl", "")
	d.Press("enter", "8", "k")
	d.See("fout van kwi zelf")
	if exported(t, s) != before {
		t.Error("it is half done")
	}
}

// stumbling is a keeper of which a call panics, so many times.
type stumbling struct {
	ui.Keeper
	times *int
}

func (k stumbling) Keep(ctx context.Context, s hand.Save) (int, hand.Version, error) {
	if *k.times--; *k.times >= 0 {
		panic("nil map")
	}
	return k.Keeper.Keep(ctx, s)
}

// TestASaveThatFallsIsTriedAgain: it is said, and nothing is lost.
func TestASaveThatFallsIsTriedAgain(t *testing.T) {
	s, times := stocked(t), 1
	d := desk.New(s, nonce)
	p := drive.New(t, ui.Config{
		Keeper: stumbling{keeper{d, "S"}, &times}, Places: places(sources{clients: func() ([]portfolio.Line, error) { return d.Portfolio(context.Background()) }}),
		Words: lang.For("nl"), Theme: theme.Dark(), Supplier: "S", Now: func() time.Time { return day },
	}, 80, 24)
	p.Press("enter", "end", "enter")
	p.Type("9")
	p.See("niet bewaard", "fout van kwi")
	p.Beat(4)
	p.See("bewaard 14:02")
	if got := grade(t, s, "2.05"); got != "9" {
		t.Errorf("the grade is %q", got)
	}
}

// TestACommandThatFallsIsOneLine: no trace of the stack, an exit status of its own.
func TestACommandThatFallsIsOneLine(t *testing.T) {
	var out, errs bytes.Buffer
	env := cli.Env{In: strings.NewReader(""), Out: &out, Err: &errs, Getenv: func(string) string { return "" }, Now: time.Now, Nonce: nonce,
		Screens: screens(), Show: func(context.Context, cli.Session, cli.View) (string, error) {
			d := desk.New(memory.New(), nonce)
			all := []ui.Entry{{Name: "frail", Title: "stage.measure", Open: func(kit.Place) kit.Screen { return frail{"view"} }}}
			return ui.Show(ui.Config{Keeper: keeper{d, ""}, Places: all, Words: lang.For("en"), Now: time.Now}, hand.Hand{}, kit.Place{Name: "frail"}, 80, 24), nil
		}}
	code := cli.Run(context.Background(), env, []string{"--file", t.TempDir() + "/kwi.db", "--lang", "en", "show", "portfolio"})
	if got := errs.String(); code != 70 || strings.Count(got, "\n") != 1 || !strings.Contains(got, "mistake in kwi itself") || out.Len() > 0 {
		t.Errorf("exit status %d, %q, %q", code, got, out.String())
	}
}
