package agree_test

import (
	"strings"
	"testing"

	"kwi/internal/account"
	"kwi/ui/kit"
	"kwi/ui/kit/kittest"
	"kwi/ui/part/agree"
)

// A promise without a day is told before it is kept, and enter again keeps it; the
// same text is not told twice, and one with a day never.
func TestALineWaitsForOneHint(t *testing.T) {
	p := play(t, "n").Type("Cijfers zo snel mogelijk sturen").Press("enter")
	if len(agreed(p)) != 0 || p.Bad || !strings.HasPrefix(p.Notice, "“zo snel mogelijk” is geen dag.") || p.Out.Why == "" {
		t.Fatalf("agreed %+v, said %q", agreed(p), p.Notice)
	}
	if p.Press("enter"); len(agreed(p)) != 1 || p.Notice != "" {
		t.Fatalf("agreed %+v, said %q", agreed(p), p.Notice)
	}
	if p.Type("Cijfers z.s.m. sturen vrijdag").Press("enter"); len(agreed(p)) != 2 || p.Notice != "" {
		t.Errorf("agreed %+v, said %q", agreed(p), p.Notice)
	}
	if p.Type("Bellen").Press("enter"); len(agreed(p)) != 3 {
		t.Errorf("what the line says already is said once more: %q", p.Notice)
	}
}

// Words that the supplier put in the library as promising nothing are told with what
// to say instead.
func TestOwnPromiseWordsAreTold(t *testing.T) {
	p := play(t)
	p.Frame.Firm.Library = account.Shelf{{ID: "own-we-pakken-het-op", Kind: account.OwnPromise, Title: "we pakken het op", Text: "Zeg wie het doet, en wanneer."}}
	if p.Press("n").Type("We pakken het op @Kees vrijdag").Press("enter"); p.Notice != "“We pakken het op”: Zeg wie het doet, en wanneer. Druk nog eens om het zo te bewaren." {
		t.Errorf("it says %q", p.Notice)
	}
}

// Who says why is asked what gets better by it, at the field in which that is typed.
func TestAWhyIsFollowedByASo(t *testing.T) {
	p := play(t, "n").Type("Cijfers sturen vrijdag").Press("tab")
	for range 20 {
		if strings.Contains(p.View(), "▸ Waarom") {
			break
		}
		p.Press("tab")
	}
	if p.Type("Daar rekent de klant op").Press("tab"); !strings.HasPrefix(p.Notice, "Het waarom staat er.") || p.Bad {
		t.Errorf("it says %q\n%s", p.Notice, p.View())
	}
}

// In the fields a hint comes on leaving one, and does not come again with the same
// words; the next one comes when all is kept.
func TestAFieldIsLeftWithAHint(t *testing.T) {
	p := play(t, "n").Press("tab")
	p.Press("up").Type("Cijfers binnenkort sturen").Press("tab")
	if !strings.HasPrefix(p.Notice, "“binnenkort”") || p.Bad {
		t.Fatalf("on leaving it says %q\n%s", p.Notice, p.View())
	}
	if p.Press("up").Type(" aan Kees").Press("tab"); p.Notice != "" {
		t.Errorf("again it says %q", p.Notice)
	}
	if p.Press("ctrl+s"); !strings.HasPrefix(p.Notice, "Nog geen dag") || len(agreed(p)) != 0 {
		t.Errorf("on keeping it says %q", p.Notice)
	}
	if p.Press("ctrl+s"); len(agreed(p)) != 1 {
		t.Errorf("it is not kept: %q", p.Notice)
	}
}

// Of an agreement that is there already a hint is about what is changed in it.
func TestAHintIsAboutWhatChanges(t *testing.T) {
	p := play(t, "enter")
	p.Press("ctrl+u").Type("Cijfers sturen").Press("ctrl+s")
	if p.Notice != "" || len(p.Stack) != 1 {
		t.Errorf("it says %q of what nobody touched", p.Notice)
	}
	p = play(t, "enter")
	p.Press("tab", "tab", "ctrl+u").Type("1-1-2020").Press("tab")
	if !strings.HasPrefix(p.Notice, "Die dag is al voorbij") {
		t.Errorf("of a day that has passed it says %q\n%s", p.Notice, p.View())
	}
}

// With the client watching there is no hint.
func TestTogetherThereIsNoHint(t *testing.T) {
	f := kittest.Frame(77, 20, "nl", newMedia(t))
	p := kittest.Press(screen{}, f)
	p.Frame.Audience = kit.WithClient
	p.Stack = append(p.Stack, agree.Together(&p.Frame, account.Action{}, true))
	p.Type("Zo snel mogelijk bellen").Press("tab", "ctrl+s")
	for _, out := range p.Outs {
		if out.Why != "" || out.Notice != "" {
			t.Errorf("it says %q", out.Notice)
		}
	}
	if len(agreed(p)) != 1 {
		t.Errorf("agreed %+v", agreed(p))
	}
}
