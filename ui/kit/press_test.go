package kit_test

import (
	"testing"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"kwi/internal/lang"
	"kwi/ui/keys"
	"kwi/ui/kit"
)

func TestMeaningOf(t *testing.T) {
	screen := []kit.Act{
		{ID: "open", Keys: keys.Open, Together: true},
		{ID: "new", Keys: keys.New},
		{ID: "undoes", Keys: keys.Undo, Why: "nothing is typed"},
	}
	root := []kit.Act{
		{ID: "undo", Keys: keys.Undo},
		{ID: "speak", Keys: keys.Speak, Together: true},
		{ID: "goon", Keys: keys.GoOn, Why: "an older cycle is looked at"},
	}
	key := func(name string) tea.Msg { return keys.Named(name) }
	for _, test := range []struct {
		name   string
		typing bool
		who    kit.Audience
		want   kit.Meaning
	}{
		{"enter", false, kit.Manager, kit.Meaning{Deliver: kit.Do("open")}},
		{"n", false, kit.Manager, kit.Meaning{Deliver: kit.Do("new")}},
		{"n", true, kit.Manager, kit.Meaning{Deliver: key("n")}},
		{"ctrl+n", true, kit.Manager, kit.Meaning{Deliver: kit.Do("new")}},
		{"ctrl+z", false, kit.Manager, kit.Meaning{Refusal: "nothing is typed"}}, // the screen is asked before the root
		{"L", false, kit.Manager, kit.Meaning{Root: "speak"}},
		{"L", true, kit.Manager, kit.Meaning{Deliver: key("L")}},
		{"g", false, kit.Manager, kit.Meaning{Refusal: "an older cycle is looked at"}},
		{"down", false, kit.Manager, kit.Meaning{Deliver: key("down")}},
		{"enter", false, kit.WithClient, kit.Meaning{Deliver: kit.Do("open")}},
		{"n", false, kit.WithClient, kit.Meaning{Closed: true}},
		{"ctrl+z", false, kit.WithClient, kit.Meaning{Closed: true}},
		{"L", false, kit.WithClient, kit.Meaning{Root: "speak"}},
		{"g", false, kit.WithClient, kit.Meaning{Closed: true}},
		{"alt+n", true, kit.Manager, kit.Meaning{Deliver: kit.Do("new")}},
		{"alt+L", true, kit.Manager, kit.Meaning{Root: "speak"}},
		{"alt+g", true, kit.WithClient, kit.Meaning{Closed: true}},
		{"alt+x", true, kit.Manager, kit.Meaning{Deliver: key("alt+x")}},
		{"alt+n", false, kit.Manager, kit.Meaning{Deliver: key("alt+n")}}, // there n alone is enough
		{"space", true, kit.WithClient, kit.Meaning{Deliver: key("space")}},
		{"q", false, kit.WithClient, kit.Meaning{Deliver: key("q")}},
	} {
		got := kit.MeaningOf(kit.Press{Key: keys.Named(test.name), Typing: test.typing, Audience: test.who, Screen: screen, Everywhere: root})
		if got != test.want {
			t.Errorf("%s (typing %t, audience %d) means %+v, not %+v", test.name, test.typing, test.who, got, test.want)
		}
	}
}

// The name of a key is that of the one that works now, in the user's language.
func TestKeyNames(t *testing.T) {
	nl, en := lang.For("nl"), lang.For("en")
	for _, test := range []struct {
		act    kit.Act
		words  *lang.Words
		typing bool
		want   string
	}{
		{kit.Act{Keys: keys.Toggle}, nl, false, "spatie"}, {kit.Act{Keys: keys.Toggle}, en, false, "space"}, {kit.Act{Keys: keys.Toggle}, en, true, ""},
		{kit.Act{Keys: keys.New}, nl, false, "n"}, {kit.Act{Keys: keys.New}, nl, true, "ctrl+n"},
		{kit.Act{Keys: keys.Forward}, nl, false, "→"}, {kit.Act{Keys: keys.GoOn}, nl, true, "alt+g"}, {kit.Act{Keys: keys.Turn}, nl, true, "←→"}, {kit.Act{}, nl, false, ""},
	} {
		if got := test.act.KeyName(test.words, test.typing); got != test.want {
			t.Errorf("%v is called %q, not %q", test.act.Keys.Keys(), got, test.want)
		}
	}
	if got := kit.KeyNames(en, keys.Yes, false); got != "enter" {
		t.Errorf("the keys of yes are %q", got)
	}
	for _, test := range []struct {
		binding key.Binding
		want    string
	}{{keys.Inspire, "alt+i"}, {keys.ComeBack, "alt+p"}, {keys.New, "ctrl+n"}, {keys.Toggle, ""}} {
		if got := kit.KeyNames(en, test.binding, true); got != test.want {
			t.Errorf("while letters are text the keys of %v are %q, not %q", test.binding.Keys(), got, test.want)
		}
	}
}
