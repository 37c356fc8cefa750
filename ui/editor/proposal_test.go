package editor_test

import (
	"testing"

	tea "charm.land/bubbletea/v2"

	"kwi/ui/editor"
	"kwi/ui/keys"
)

// What is typed takes the place of a proposal, and goes on behind it after a space
// or once the caret was moved; one step back brings it again.
func TestWhatIsTypedTakesThePlaceOfAProposal(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		keys []tea.Msg
		want string
	}{
		{[]tea.Msg{keys.Named("f"), keys.Named("r"), keys.Named("i")}, "fri"},
		{[]tea.Msg{tea.PasteMsg{Content: "1-12-2026"}}, "1-12-2026"},
		{[]tea.Msg{keys.Named("left"), keys.Named("x")}, "27 Nov 202x6"},
		{[]tea.Msg{keys.Named("backspace"), keys.Named("7")}, "27 Nov 2027"},
		{[]tea.Msg{tea.KeyPressMsg{Code: tea.KeySpace, Text: " "}, keys.Named("x")}, "27 Nov 2026 x"},
		{[]tea.Msg{keys.Named("f"), keys.Named("ctrl+z")}, "27 Nov 2026"},
	} {
		e := editor.NewLine("27 Nov 2026").Proposing()
		for _, k := range test.keys {
			e, _ = e.Update(k, 40)
		}
		if e.Text() != test.want {
			t.Errorf("%v makes %q, not %q", test.keys, e.Text(), test.want)
		}
	}
	if e, _ := editor.NewLine("").Proposing().Update(keys.Named("f"), 40); e.Text() != "f" {
		t.Errorf("in an empty line it makes %q", e.Text())
	}
}
