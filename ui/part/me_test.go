package part_test

import (
	"testing"

	"kwi/internal/account"
	"kwi/ui/kit"
	"kwi/ui/kit/kittest"
	"kwi/ui/part"
)

func TestWhoTheUserIsIsAskedOfTheManagerAlone(t *testing.T) {
	for name, w := range map[string]struct {
		change func(*kit.Frame)
		asks   bool
	}{
		"unknown":             {func(*kit.Frame) {}, true},
		"known":               {func(f *kit.Frame) { f.Me.Name = "Joe" }, false},
		"put off":             {func(f *kit.Frame) { f.AskedMe = true }, false},
		"the client watching": {func(f *kit.Frame) { f.Audience = kit.WithClient }, false},
	} {
		f := kittest.Frame(77, 20, "nl", account.Client{})
		f.Me = account.User{}
		w.change(&f)
		if out, asks := part.AskMe(&f, kit.Do("x")); asks != w.asks || (out.Ask != nil) != w.asks {
			t.Errorf("%s: %v", name, asks)
		}
	}
}

func TestTheQuestionWhoTheUserIsFits(t *testing.T) {
	c := account.Client{Name: "X", Colleagues: []account.Colleague{{Initials: "RM", Name: "Joe Bestseller", Role: "relatiemanager"}}}
	for _, tag := range []string{"nl", "en"} {
		for _, size := range [][2]int{{57, 16}, {77, 20}, {117, 36}} {
			f := kittest.Frame(size[0], size[1], tag, c)
			f.Me = account.User{}
			kittest.Fits(t, f, part.NewMe(&f, nil).View(f))
			f.Me.Name = "Anna"
			kittest.Fits(t, f, part.NewMe(&f, nil).View(f))
		}
	}
}
