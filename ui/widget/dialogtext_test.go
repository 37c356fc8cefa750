package widget_test

import (
	"fmt"
	"strings"
	"testing"

	"kwi/ui/keys"
	"kwi/ui/kit"
	"kwi/ui/kit/kittest"
	"kwi/ui/widget"
)

// TestTheTextOfADialogIsReadWhole: where a text is longer than the screen, each dialog
// scrolls it, says how it goes on, and keeps what it asks in view.
func TestTheTextOfADialogIsReadWhole(t *testing.T) {
	t.Parallel()
	var said []string
	for i := range 40 {
		said = append(said, fmt.Sprintf("sentence%02d.", i))
	}
	text := strings.Join(said, "\n")
	fields := []widget.Field{{ID: "a", Label: "The field", Value: "v"}, {ID: "b", Label: "Another", Value: "w"}}
	for name, s := range map[string]kit.Screen{
		"confirm": widget.NewConfirm(widget.Confirm{Title: "T", Text: text, Then: func() kit.Outcome { return kit.Outcome{} }}),
		"ask":     widget.NewAsk(widget.Ask{Title: "T", Text: text, Label: "The field", Then: func(string) kit.Outcome { return kit.Outcome{} }}),
		"form":    widget.NewFormDialog(widget.FormDialog{Title: "T", Text: text, Fields: fields, Then: func(widget.Edits) kit.Outcome { return kit.Outcome{} }}),
		"final":   widget.NewFormDialog(widget.FormDialog{Title: "T", Text: text, Final: true, Then: func(widget.Edits) kit.Outcome { return kit.Outcome{} }}),
	} {
		fr := kittest.Frame(56, 16, "en", client())
		asks := map[string]string{"confirm": "esc", "ask": "The field", "form": "The field", "final": "T"}[name]
		seen := map[string]bool{}
		for range 20 {
			body := s.View(fr).Body
			for _, one := range said {
				seen[one] = seen[one] || strings.Contains(body, one)
			}
			if !strings.Contains(body, asks) || !strings.Contains(body, "of 40") {
				t.Fatalf("%s: what is asked, or how the text goes on, is out of view:\n%s", name, body)
			}
			s, _ = s.Update(fr, keys.Press(keys.PageDown))
		}
		if len(seen) != 40 || !seen[said[0]] || !seen[said[39]] {
			t.Errorf("%s: not all is read", name)
		}
		for _, one := range said {
			if !seen[one] {
				t.Errorf("%s: %s is never in view", name, one)
			}
		}
	}
}

// TestWhatARowOfAPickCutsIsReadBelow: the item in hand is read whole on a narrow screen,
// and nothing is said twice where its row has the room.
func TestWhatARowOfAPickCutsIsReadBelow(t *testing.T) {
	t.Parallel()
	long := "a label that is longer than its column on a narrow screen has room for"
	s := widget.NewPick(widget.Pick{Title: "T", Items: []widget.Item{{ID: "1", Label: long, Detail: "d"}, {ID: "2", Label: "short", Detail: "d"}}})
	flat := func(w, h int) string {
		return strings.Join(strings.Fields(s.View(kittest.Frame(w, h, "en", client())).Body), " ")
	}
	if got := flat(56, 16); !strings.Contains(got, long) {
		t.Errorf("it is not read whole: %s", got)
	}
	if got := flat(56, 8); strings.Contains(got, long) || !strings.Contains(got, "short") {
		t.Errorf("on a screen of a few lines it takes the room of the items: %s", got)
	}
	s, _ = s.Update(kittest.Frame(56, 16, "en", client()), keys.Press(keys.Down))
	if got := flat(56, 16); strings.Count(got, "short") != 1 {
		t.Errorf("it is said twice: %s", got)
	}
}
