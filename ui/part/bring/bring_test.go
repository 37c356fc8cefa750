package bring_test

import (
	"context"
	"errors"
	"slices"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"kwi/internal/account"
	"kwi/internal/lang"
	"kwi/internal/progress"
	"kwi/internal/questionnaire"
	"kwi/ui/keys"
	"kwi/ui/kit"
	"kwi/ui/kit/kittest"
	"kwi/ui/part/bring"
)

// screen is one that has nothing but lists.
type screen struct {
	post *bring.Post
}

func (s screen) Init() tea.Cmd           { return nil }
func (s screen) View(kit.Frame) kit.Page { return kit.Page{} }
func (s screen) Head(kit.Frame) kit.Head { return kit.Head{} }
func (s screen) Typing() bool            { return false }
func (s screen) Acts(f kit.Frame) []kit.Act {
	return s.post.Among(&f, []kit.Act{{ID: "open", Keys: keys.Open, Name: "open"}}, true)
}
func (s screen) Update(f kit.Frame, msg tea.Msg) (kit.Screen, kit.Outcome) {
	out, _ := s.post.Update(&f, msg, questionnaire.Answering)
	return s, out
}

func play(t *testing.T, p *bring.Post) *kittest.Play {
	t.Helper()
	c := kittest.NewMedia(t)
	return kittest.Press(screen{p}, kittest.Frame(77, 20, "nl", c))
}

func say(_ *lang.Words, err error) string { return "nee: " + err.Error() }

func TestListsAreWrittenWhereTheUserSays(t *testing.T) {
	var got bring.Way
	var remembered []string
	remember := func(folder string) error {
		if remembered = append(remembered, folder); len(remembered) > 1 {
			return errors.New("vol")
		}
		return nil
	}
	p := play(t, &bring.Post{Folder: "/thuis/kwi", Say: say, Remember: remember, Write: func(_ context.Context, c account.Client, cycle account.CycleName, way bring.Way, _ progress.Told) (bring.Written, error) {
		if got = way; c.ID != "newmedia" || cycle != "2011H1" {
			t.Errorf("of %s %s", c.ID, cycle)
		}
		return bring.Written{Folder: way.Folder, Lists: 5, Without: []account.Initials{"AA", "BB"}}, nil
	}})
	p.Press("w", "ctrl+u").Type("/elders").Press("tab", "space", "tab", "space", "ctrl+s").Run()
	if got != (bring.Way{Folder: "/elders", Sponsor: true, Paper: true, Me: account.User{Name: "Joe Bestseller", Initials: "RM"}, Tag: "nl"}) {
		t.Errorf("got %+v", got)
	}
	if p.Notice != "5 werkmappen met mail staan in /elders. Zonder mailadres: AA, BB." || p.Bad {
		t.Errorf("it says %q", p.Notice)
	}
	if p.Press("w", "ctrl+s").Run(); !slices.Equal(remembered, []string{"/elders", "/elders"}) || !strings.Contains(p.Notice, "nee: vol") {
		t.Errorf("the next time: remembered %v, it says %q", remembered, p.Notice)
	}
	if p.Press("w", "ctrl+u", "ctrl+s"); len(p.Stack) != 2 || !p.Bad {
		t.Error("no folder is a folder")
	}
	if p.Press("esc", "m"); !p.Bad || !strings.Contains(p.Notice, "geen mailserver") {
		t.Errorf("without a server: %q", p.Notice)
	}
}

func TestWhatCannotBeWrittenIsSaid(t *testing.T) {
	p := play(t, &bring.Post{Folder: "/x", Say: say, Write: func(context.Context, account.Client, account.CycleName, bring.Way, progress.Told) (bring.Written, error) {
		return bring.Written{}, errors.New("vol")
	}})
	if p.Press("w", "ctrl+s").Run(); p.Notice != "nee: vol" || !p.Bad {
		t.Errorf("it says %q", p.Notice)
	}
}

func TestMailsGoOnceAfterOneYes(t *testing.T) {
	went := 0
	var rounds []questionnaire.Round
	post := &bring.Post{Say: say, Prepare: func(_ context.Context, _ string, r questionnaire.Round, _ account.Initials, _ string, _ account.User, _ progress.Told) (bring.Round, error) {
		rounds = append(rounds, r)
		return bring.Round{Server: "mail.example", Letters: []bring.Letter{{Who: "AA", Email: "aa@x.example", Subject: "Vragen"}}, Go: func(context.Context, progress.Told) (bring.Gone, error) {
			went++
			return bring.Gone{Sent: []account.Initials{"AA"}}, nil
		}}, nil
	}}
	p := play(t, post)
	if p.Press("m").Run().Press("esc"); went != 0 || len(p.Stack) != 1 {
		t.Fatal("no was taken for yes")
	}
	p.Press("m").Run().Press("enter")
	sending := p.Out.Run
	if p.Press("m"); !p.Bad || !strings.Contains(p.Notice, "al gemaild") {
		t.Errorf("a second round meanwhile: %q", p.Notice)
	}
	if p.Send(sending()); went != 1 || p.Notice != "1 mail verstuurd." {
		t.Errorf("%d went: %q", went, p.Notice)
	}
	p.Press("r").Run()
	if len(rounds) != 3 || rounds[1] != questionnaire.Answering || rounds[2] != questionnaire.Reminding {
		t.Errorf("got %v", rounds)
	}
}

// Every letter of a round can be read before it goes, and reading sends none.
func TestEveryLetterCanBeRead(t *testing.T) {
	went := 0
	p := play(t, &bring.Post{Say: say, Prepare: func(context.Context, string, questionnaire.Round, account.Initials, string, account.User, progress.Told) (bring.Round, error) {
		return bring.Round{Letters: []bring.Letter{{Who: "AA", Email: "aa@x.example", Subject: "Vragen", Text: "Beste A, één"}, {Who: "BB", Email: "bb@x.example", Subject: "Vragen", Text: "Beste B, twee"}}, Go: func(context.Context, progress.Told) (bring.Gone, error) {
			went++
			return bring.Gone{Sent: []account.Initials{"AA", "CC"}}, nil
		}}, nil
	}})
	p.Press("m").Run().Press("ctrl+o")
	for _, step := range []struct{ key, want string }{{"", "Beste A, één"}, {"right", "Beste B, twee"}, {"right", "Beste A, één"}, {"left", "Beste B, twee"}} {
		if step.key != "" {
			p.Press(step.key)
		}
		kittest.Fits(t, p.Frame, p.Top().View(p.Frame))
		if v := p.View(); !strings.Contains(v, step.want) {
			t.Errorf("after %q it shows:\n%s", step.key, v)
		}
	}
	if p.Press("esc"); went != 0 || len(p.Stack) != 2 {
		t.Errorf("esc from the letters leads to %d, %d went", len(p.Stack), went)
	}
	if p.Press("enter").Run(); went != 1 {
		t.Error("yes sends none")
	}
}

func TestWhatWentWrongIsSaid(t *testing.T) {
	fails := []bring.Failure{{Who: "BB", Why: errors.New("onbekend")}, {Who: "CC", Why: errors.New("vol")}}
	for _, w := range []struct {
		gone bring.Gone
		err  error
		want string
	}{
		{bring.Gone{Sent: []account.Initials{"AA", "CC"}, Failed: fails[:1]}, nil, "2 mails verstuurd. BB: nee: onbekend"},
		{bring.Gone{Failed: fails}, nil, "Er is niets verstuurd. Niet verstuurd aan BB, CC. Kijk hun adressen na en mail opnieuw."},
		{bring.Gone{Sent: []account.Initials{"AA"}}, errors.New("weg"), "1 mail verstuurd. nee: weg"},
	} {
		p := play(t, &bring.Post{Say: say, Prepare: func(context.Context, string, questionnaire.Round, account.Initials, string, account.User, progress.Told) (bring.Round, error) {
			return bring.Round{Letters: []bring.Letter{{Who: "AA"}}, Go: func(context.Context, progress.Told) (bring.Gone, error) { return w.gone, w.err }}, nil
		}})
		if p.Press("m").Run().Press("enter").Run(); p.Notice != w.want || !p.Bad {
			t.Errorf("it says %q, not %q", p.Notice, w.want)
		}
	}
	p := play(t, &bring.Post{Say: say, Prepare: func(context.Context, string, questionnaire.Round, account.Initials, string, account.User, progress.Told) (bring.Round, error) {
		return bring.Round{Without: []account.Initials{"KK"}}, nil
	}})
	if p.Press("m").Run(); !p.Bad || !strings.Contains(p.Notice, "heeft zijn vragen al") && !strings.Contains(p.Notice, "Zonder mailadres: KK.") {
		t.Errorf("it says %q", p.Notice)
	}
}

func TestWithTheClientNothingLeaves(t *testing.T) {
	c := kittest.NewMedia(t)
	p := kittest.Press(screen{&bring.Post{Say: say}}, kittest.Frame(77, 20, "nl", c, kittest.Together), "w", "m", "r")
	if len(p.Stack) != 1 || p.Out.Run != nil {
		t.Error("a list leaves while the client looks along")
	}
}
