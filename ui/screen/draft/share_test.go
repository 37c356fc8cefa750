package draft

import (
	"slices"
	"strings"
	"testing"

	"kwi/internal/account"
	"kwi/ui/kit"
	"kwi/ui/kit/kittest"
)

// What was noted is shown in a talk only once it was released, and is internal
// again with the same key, or with other words.
func TestANoteIsSharedWithAKey(t *testing.T) {
	seen := func(p *kittest.Play) (out []string) {
		c := now(p).Shown(account.Room{Known: true, Present: []account.Initials{"AV"}})
		for _, n := range c.Cycle(cycle).Notes {
			out = append(out, n.Text)
		}
		return append(out, c.Cycle(cycle).NotExpected["AV"])
	}
	c := typical(t, "nl")
	do(t, c.NotExpect(cycle, "AV", "Geen mails"))
	p := at(t, 77, 20, "nl", c, "down", "enter", "down")
	if got := strings.Join(seen(p), "|"); got != "" {
		t.Fatalf("at first they see %q", got)
	}
	p.Press("ctrl+r")
	if got := seen(p); len(got) != 2 || !strings.HasPrefix(got[0], "Twee fusies") {
		t.Fatalf("they see %q", got)
	}
	p.Press("end", "ctrl+r")
	if got := seen(p); got[1] != "Geen mails" {
		t.Errorf("they see %q", got)
	}
	kittest.Golden(t, "talk-heard", p.View())
	p.Press("ctrl+r", "home", "down", "ctrl+r")
	if got := strings.Join(seen(p), "|"); got != "" {
		t.Errorf("what is internal again is seen: %q", got)
	}
	p.Press("ctrl+r", "enter", "!", "esc")
	if got := strings.Join(seen(p), "|"); got != "" {
		t.Errorf("other words are seen: %q", got)
	}
	if n := now(p).Cycle(cycle).Notes; !slices.ContainsFunc(n, func(n account.Note) bool { return strings.HasSuffix(n.Text, "moe.!") }) {
		t.Errorf("the note is lost: %+v", n)
	}
	if p = at(t, 77, 20, "nl", unspoken("nl"), "enter", "ctrl+r"); !p.Bad || len(p.Changes) != 0 {
		t.Error("an empty line is shared")
	}
}

// In a meeting the page of what is in hand is shown.
func TestTheMeetingShowsTheTopicInHand(t *testing.T) {
	for keys, want := range map[string]string{
		"": "KK", "down": "AV", "down enter": "AV/business", "down enter down down": "AV/department", "down enter end": "AV/unwanted", "down enter tab": "AV/rank", "enter tab": "KK/ask",
	} {
		p := at(t, 77, 20, "nl", typical(t, "nl"), strings.Fields(keys)...)
		if got := p.Top().(kit.Meeter).MeetingPlace(p.Frame); got.Name != kit.MeetInterview || got.At != want {
			t.Errorf("%s: %+v", keys, got)
		}
	}
	p := at(t, 77, 20, "nl", full(t), "end", "enter")
	if got := p.Top().(kit.Meeter).MeetingPlace(p.Frame); got.Name != kit.MeetKWI {
		t.Errorf("a joint one: %+v", got)
	}
}
