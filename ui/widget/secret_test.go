package widget_test

import (
	"testing"

	tea "charm.land/bubbletea/v2"

	"kwi/internal/lang"
	"kwi/internal/watchword"
	"kwi/ui/keys"
	"kwi/ui/kit"
	"kwi/ui/widget"
)

func typesSecret(e *widget.Secret, w *lang.Words, text string) {
	for _, r := range text {
		e.Press(w, tea.KeyPressMsg{Code: r, Text: string(r)})
	}
}

// TestWhatIsTypedWhileAPassphraseIsTriedIsTheNextOne: it stands there, and with an enter it is
// tried after the first, but not in the place of words that were changed since.
func TestWhatIsTypedWhileAPassphraseIsTriedIsTheNextOne(t *testing.T) {
	t.Parallel()
	w := lang.For("nl")
	var e widget.Secret
	if _, is := e.Take(); is {
		t.Error("nothing is tried")
	}
	typesSecret(&e, w, "eerste")
	if typed, is := e.Take(); !is || typed != "eerste" || !e.Trying {
		t.Errorf("%q, %v", typed, is)
	}
	typesSecret(&e, w, "twee")
	e.Paste(w, "de\n")
	if _, is := e.Take(); is || e.Typed != "tweede" {
		t.Errorf("it is tried beside the other, or lost: %q", e.Typed)
	}
	if typed, is := e.Tried(w, watchword.ErrOther); !is || typed != "tweede" || !e.Trying || e.Typed != "" {
		t.Errorf("%q, %v", typed, is)
	}
	typesSecret(&e, w, "derdex")
	e.Take()
	e.Press(w, keys.Named("backspace"))
	if _, is := e.Tried(w, watchword.ErrOther); is || e.Typed != "derde" || e.Said == "" || e.Trying {
		t.Errorf("%+v", e)
	}
	e.Take()
	if _, is := e.Tried(w, nil); is || e.Typed != "" || e.Trying || e.Right {
		t.Errorf("%+v", e)
	}
}

// TestWhatIsHalfTypedBehindTheRightPassphraseGoesNowhere: neither do the letters that follow, until
// an enter. One that stands there whole has had its enter.
func TestWhatIsHalfTypedBehindTheRightPassphraseGoesNowhere(t *testing.T) {
	t.Parallel()
	w := lang.For("nl")
	var e widget.Secret
	typesSecret(&e, w, "goed")
	e.Take()
	typesSecret(&e, w, "nog een")
	if _, is := e.Tried(w, nil); is || !e.Right || e.Typed != "" {
		t.Errorf("%+v", e)
	}
	typesSecret(&e, w, " keer")
	e.Paste(w, "q")
	if _, is := e.Take(); is || e.Typed != "" || !e.Right {
		t.Errorf("%+v", e)
	}
	e = widget.Secret{}
	typesSecret(&e, w, "goed")
	e.Take()
	typesSecret(&e, w, "nog een")
	e.Take()
	if _, is := e.Tried(w, nil); is || e.Right || e.Typed != "" {
		t.Errorf("%+v", e)
	}
}

// TestWhileAPassphraseIsSetNoKeyGoesElsewhere: letters are none of the keys of the program then.
func TestWhileAPassphraseIsSetNoKeyGoesElsewhere(t *testing.T) {
	t.Parallel()
	f := kit.Frame{W: 80, H: 20, Words: lang.For("nl"), Audience: kit.Manager}
	var d kit.Screen = widget.SecretForm{Labels: []string{"nieuw"}, Check: func(kit.Frame, []string) string { return "" },
		Then: func(f kit.Frame, _ []string) kit.Outcome {
			return kit.Outcome{Work: kit.NewWork("werk"), Run: func() tea.Msg { return nil }}
		}}
	d, out := d.Update(f, keys.Named("enter"))
	if out.Run == nil || !d.Typing() {
		t.Errorf("letters are keys while it is being tried")
	}
	if _, out := d.Update(f, tea.KeyPressMsg{Code: 'q', Text: "q"}); out.Back || out.Go != nil {
		t.Errorf("%+v", out)
	}
}
