package draft

import (
	"strings"
	"testing"
)

// A word in the name of a new KWI that everybody means differently is told before
// the KWI is there; enter again makes it.
func TestANewKWIIsRead(t *testing.T) {
	p := play(t, "'Meer flexibiliteit", "esc", "ctrl+k", "enter")
	if len(p.Stack) != 2 || p.Bad || !strings.HasPrefix(p.Notice, "“flexibiliteit” betekent voor ieder iets anders.") {
		t.Fatalf("it says %q", p.Notice)
	}
	if p.Press("enter"); len(p.Stack) != 1 || now(p).Cycle(cycle).WishOf("AV") == nil {
		t.Errorf("it is not made: %q", p.Notice)
	}
}

// What is typed in the fields of a KWI is kept, and on leaving it is told what there
// is to mind.
func TestTheWordsOfAKWIAreRead(t *testing.T) {
	p := at(t, 77, 20, "nl", typical(t, "nl"), "enter", "tab", "down", "enter", "ctrl+a", "Storingen zo snel mogelijk verholpen. ", "esc")
	if !strings.HasPrefix(p.Notice, "“zo snel mogelijk”: vraag binnen hoeveel uur") || p.Bad || p.Out.Why == "" {
		t.Errorf("it says %q\n%s", p.Notice, p.View())
	}
	if k := now(p).Cycle(cycle).KWIs[0]; !strings.Contains(k.Expectation, "zo snel mogelijk") {
		t.Errorf("it is not kept: %q", k.Expectation)
	}
	if p.Press("enter", "esc"); p.Notice != "" {
		t.Errorf("nothing was typed, and it says %q", p.Notice)
	}
}
