package editor_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"
	"pgregory.net/rapid"

	"kwi/internal/cells"
	"kwi/ui/editor"
	"kwi/ui/kit/kittest"
	"kwi/ui/theme"
)

// typed gives an editor keys and texts as kittest names them.
func typed(e editor.Editor, w int, keys ...string) editor.Editor {
	for _, k := range keys {
		if text, ok := strings.CutPrefix(k, "paste:"); ok {
			e, _ = e.Update(tea.PasteMsg{Content: text}, w)
		} else if text, ok := strings.CutPrefix(k, "'"); ok {
			for _, r := range text {
				e, _ = e.Update(tea.KeyPressMsg{Code: r, Text: string(r)}, w)
			}
		} else {
			e, _ = e.Update(kittest.Key(k), w)
		}
	}
	return e
}

func TestEditing(t *testing.T) {
	for _, c := range []struct {
		begin string
		keys  []string
		want  string
	}{
		{"", []string{"'hallo", "space", "'jij"}, "hallo jij"},
		{"hallo", []string{"backspace", "backspace", "'p"}, "halp"},
		{"hallo", []string{"home", "delete", "'b"}, "ballo"},
		{"hallo", []string{"left", "left", "'x"}, "halxlo"},
		{"een twee drie", []string{"ctrl+w"}, "een twee "},
		{"een twee drie", []string{"ctrl+left", "ctrl+left", "ctrl+u"}, "twee drie"},
		{"een twee", []string{"home", "ctrl+delete"}, " twee"},
		{"cafe", []string{"paste:\u0301", "backspace"}, "caf"},
		{"👩‍👩‍👧", []string{"backspace"}, ""},
		{"a👍🏽b", []string{"left", "backspace"}, "ab"},
		{"", []string{"paste:een\r\ntwee\rdrie\n"}, "een twee drie"},
		{"", []string{"paste:\x1b[31mrood\x1b[0m \u202etekst"}, "[31mrood[0m tekst"},
		{"blijft", []string{"alt+x", "ctrl+q", "f1"}, "blijft"},
	} {
		if got := typed(editor.NewLine(c.begin), 40, c.keys...).Text(); got != c.want {
			t.Errorf("%q %v: %q, want %q", c.begin, c.keys, got, c.want)
		}
	}
}

func TestEditingManyLines(t *testing.T) {
	for _, c := range []struct {
		begin string
		keys  []string
		want  string
	}{
		{"", []string{"'een", "enter", "'twee"}, "een\ntwee"},
		{"een\ntwee", []string{"up", "'x"}, "eenx\ntwee"},
		{"een\ntwee\ndrie", []string{"up", "up", "down", "'x"}, "een\ntweex\ndrie"},
		{"een\ntwee", []string{"home", "backspace"}, "eentwee"},
		{"een\ntwee", []string{"up", "end", "delete"}, "eentwee"},
		{"een\ntwee", []string{"up", "ctrl+u"}, "\ntwee"},
		{"een\ntwee", []string{"ctrl+home", "'x", "ctrl+end", "'y"}, "xeen\ntweey"},
		{"", []string{"paste:een\r\ntwee\rdrie"}, "een\ntwee\ndrie"},
		{"lang\nk\nlanger", []string{"up", "up", "'x"}, "langx\nk\nlanger"}, // the column is kept past a short line
		{"een twee drie", []string{"up", "'x"}, "een xtwee drie"},           // shown as "een twee" over "drie"
	} {
		if got := typed(editor.NewText(c.begin), 10, c.keys...).Text(); got != c.want {
			t.Errorf("%q %v: %q, want %q", c.begin, c.keys, got, c.want)
		}
	}
}

func TestEditorHoldsNoMoreThanItMay(t *testing.T) {
	e, deed := editor.NewLine(strings.Repeat("é", editor.MostInLine-2)).Update(tea.PasteMsg{Content: "abcd"}, 40)
	if n := utf8.RuneCountInString(e.Text()); n != editor.MostInLine || deed != editor.Full || !strings.HasSuffix(e.Text(), "éab") {
		t.Errorf("%d characters, deed %d", n, deed)
	}
	if e, deed = e.Update(kittest.Key("x"), 40); deed != editor.Full || utf8.RuneCountInString(e.Text()) != editor.MostInLine {
		t.Error("took one more")
	}
	// What was kept before stays whole, even where it is longer.
	if e := editor.NewText(strings.Repeat("a", editor.MostInText+5)); len(e.Text()) != editor.MostInText+5 {
		t.Error("cut what was kept")
	}
	e, _ = editor.NewText("").Update(tea.PasteMsg{Content: strings.Repeat("漢", editor.MostInText+1)}, 40)
	if n := utf8.RuneCountInString(e.Text()); n != editor.MostInText {
		t.Errorf("%d characters", n)
	}
}

// The caret stands in cells, not in runes, and the text scrolls with it.
func TestCaret(t *testing.T) {
	for _, c := range []struct {
		text string
		keys []string
		w    int
		line string
		x    int
	}{
		{"", nil, 10, "", 0}, {"hallo", nil, 10, "hallo", 5}, {"漢字", nil, 10, "漢字", 4}, {"漢字", []string{"left"}, 10, "漢字", 2}, {"cafe\u0301", nil, 10, "cafe\u0301", 4},
		{"0123456789", nil, 10, "56789", 5}, {"012345678", nil, 10, "012345678", 9}, {"0123456789abcdef", nil, 10, "abcdef", 6}, {"0123456789abcdef", []string{"home"}, 10, "0123456789", 0},
		{"漢字漢字漢字", nil, 9, "漢字漢字", 8},
	} {
		lines, cursor := typed(editor.NewLine(c.text), c.w, c.keys...).View(theme.Plain(), c.w, 1)
		if lines[0] != c.line || cursor.X != c.x || cursor.Y != 0 {
			t.Errorf("%q %v: %q with the caret at %d, want %q at %d", c.text, c.keys, lines[0], cursor.X, c.line, c.x)
		}
		if cursor.Blink {
			t.Error("the caret blinks")
		}
	}
	lines, cursor := editor.NewText("een\ntwee drie vier\nvijf").View(theme.Plain(), 10, 3)
	if strings.Join(lines, "|") != "twee drie|vier|vijf" || cursor.X != 4 || cursor.Y != 2 {
		t.Errorf("%q, caret at %d,%d", lines, cursor.X, cursor.Y)
	}
}

// Whatever is typed: the caret stays in view, nothing is wider than it may
// be, and an earlier copy of the editor is as it was.
func TestEditorHoldsItself(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w, h := rapid.IntRange(1, 30).Draw(t, "w"), rapid.IntRange(1, 6).Draw(t, "h")
		e := editor.NewLine(kittest.Hostile.Draw(t, "begin"))
		if rapid.Bool().Draw(t, "many") {
			e = editor.NewText(kittest.Hostile.Draw(t, "begin"))
		}
		for range rapid.IntRange(1, 25).Draw(t, "n") {
			before, text := e, e.Text()
			e = typed(e, w, rapid.OneOf(
				rapid.SampledFrom([]string{"left", "right", "up", "down", "home", "end", "ctrl+left", "ctrl+right", "backspace", "delete", "ctrl+w", "ctrl+u", "ctrl+k", "enter", "pgup", "pgdown", "space", "a", "ctrl+delete"}),
				rapid.Map(kittest.Hostile, func(s string) string { return "paste:" + s }),
			).Draw(t, "key"))
			if before.Text() != text {
				t.Fatal("an earlier copy changed")
			}
			if !e.Many() && strings.Contains(e.Text(), "\n") {
				t.Fatalf("a line of two lines: %q", e.Text())
			}
			kittest.NoOrders(t, e.Text())
			lines, c := e.View(theme.Plain(), w, h)
			if len(lines) > h || c.X < 0 || c.X >= w || c.Y < 0 || c.Y >= len(lines) {
				t.Fatalf("caret at %d,%d of %q", c.X, c.Y, lines)
			}
			for _, l := range lines {
				if cells.Width(l) > w {
					t.Fatalf("%q is wider than %d", l, w)
				}
			}
		}
	})
}

func BenchmarkKeyInALongText(b *testing.B) {
	e := editor.NewText(strings.Repeat("woorden van de klant ", 900))
	for b.Loop() {
		e = typed(e, 60, "a", "backspace")
		e.View(theme.Plain(), 60, 8)
	}
}
