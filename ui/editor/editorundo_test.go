package editor_test

import (
	"testing"

	tea "charm.land/bubbletea/v2"
	"pgregory.net/rapid"

	"kwi/ui/editor"
	"kwi/ui/kit/kittest"
)

// Undo goes word by word, and what is no word (a paste, a run of signs taken
// away) is one step.
func TestUndoGoesWordByWord(t *testing.T) {
	for _, c := range []struct {
		begin string
		keys  []string
		want  []string // after each ctrl+z
	}{
		{"", []string{"'een", "space", "'twee", "space", "'drie"}, []string{"een twee ", "een ", "", ""}},
		{"al ", []string{"'een", "space"}, []string{"al ", "al "}},
		{"", []string{"'een", "paste: twee drie", "'s"}, []string{"een twee drie", "een", ""}},
		{"een twee", []string{"backspace", "backspace", "backspace"}, []string{"een twee"}},
		{"een twee", []string{"home", "delete", "delete", "end", "'!"}, []string{"n twee", "een twee"}},
		{"", []string{"'een", "left", "'x"}, []string{"een", ""}},
		{"", []string{"'een", "backspace", "'t"}, []string{"ee", "een", ""}},
		{"een twee", []string{"ctrl+u", "'nieuw"}, []string{"", "een twee"}},
	} {
		e := typed(editor.NewLine(c.begin), 40, c.keys...)
		final := e.Text()
		for i, want := range c.want {
			if e = typed(e, 40, "ctrl+z"); e.Text() != want {
				t.Errorf("%q %v: ctrl+z %d gives %q, want %q", c.begin, c.keys, i+1, e.Text(), want)
			}
		}
		if e.Undoes() {
			t.Errorf("%q %v: there is still something to take back", c.begin, c.keys)
		}
		for range c.want {
			e = typed(e, 40, "ctrl+y")
		}
		if e.Text() != final {
			t.Errorf("%q %v: brought back %q, want %q", c.begin, c.keys, e.Text(), final)
		}
	}
}

func TestUndoInManyLines(t *testing.T) {
	e := typed(editor.NewText(""), 40, "'een", "enter", "'twee", "ctrl+z")
	if e.Text() != "een\n" {
		t.Errorf("%q", e.Text())
	}
	if e = typed(e, 40, "'x"); e.Redoes() {
		t.Error("what was taken back can be brought back after something else was typed")
	}
}

// Whatever was typed, taken back in any order: all steps back is where it
// began, all steps forth where it was, and no earlier copy changes.
func TestUndoTakesBackAll(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		e := editor.NewText("wat er stond")
		if rapid.Bool().Draw(t, "line") {
			e = editor.NewLine("wat er stond")
		}
		begin := e.Text()
		for range rapid.IntRange(0, 40).Draw(t, "keys") {
			was, text := e, e.Text()
			if paste := rapid.Bool().Draw(t, "paste"); paste {
				e, _ = e.Update(tea.PasteMsg{Content: rapid.StringMatching(`[a-zé\x{0301}👍 \n]{0,6}`).Draw(t, "pasted")}, 20)
			} else {
				key := rapid.SampledFrom([]string{"a", "b", "space", "é", "enter", "left", "right", "home", "end", "up", "backspace", "delete", "ctrl+w", "ctrl+u", "ctrl+z", "ctrl+z", "ctrl+y"}).Draw(t, "key")
				e, _ = e.Update(kittest.Key(key), 20)
			}
			if was.Text() != text {
				t.Fatal("an earlier copy changed")
			}
		}
		for e.Redoes() {
			e = e.Redo()
		}
		final := e.Text()
		for e.Undoes() {
			was := e.Text()
			e = e.Undo()
			if again := e.Redo(); again.Text() != was {
				t.Fatalf("brought back %q, want %q", again.Text(), was)
			}
		}
		if e.Text() != begin {
			t.Fatalf("all taken back gives %q", e.Text())
		}
		for e.Redoes() {
			e = e.Redo()
		}
		if e.Text() != final {
			t.Fatalf("all brought back gives %q, want %q", e.Text(), final)
		}
	})
}
