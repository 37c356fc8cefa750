package main

import (
	"fmt"
	"strings"
	"testing"
	"unicode"

	tea "charm.land/bubbletea/v2"

	"kwi/internal/account"
	"kwi/ui"
	"kwi/ui/drive"
	"kwi/ui/kit"
)

// atMeasuring is the example with its client in front.
func atMeasuring(t *testing.T, language string, w, h int) *drive.Driver {
	t.Helper()
	return sitWith(t, exampleStore(t), language, w, h, func(c *ui.Config) {
		c.Me, c.Start = account.User{Name: "Joe"}, kit.Place{Name: "measure", Client: "newmedia"}
	})
}

// TestTheMouseIsLetGoOf and taken again by a key, alone and with the client watching,
// on a cover and in a dialog; a mark stands there meanwhile, and help says so.
func TestTheMouseIsLetGoOf(t *testing.T) {
	t.Parallel()
	for language, says := range map[string][]string{
		"nl": {"De muis is los", "ctrl+l muis los", "neem de muis weer", "De muis werkt weer in kwi."},
		"en": {"The mouse is let go", "ctrl+l mouse off", "take the mouse again", "The mouse works in kwi again."},
	} {
		for where, way := range map[string][]string{
			"alone": {}, "dialog": {"c"}, "cover": {"M"}, "meeting": {"M", "enter", "W", "g", "enter", "esc"}, "list": {"enter"},
		} {
			d := atMeasuring(t, language, 100, 30)
			d.Press(way...)
			if d.View().MouseMode != tea.MouseModeCellMotion {
				t.Fatalf("%s: the mouse is not listened to", where)
			}
			d.Press("ctrl+l")
			d.See(says[0], says[1])
			if d.View().MouseMode != tea.MouseModeNone {
				t.Errorf("%s: the mouse is not let go of", where)
			}
			d.Press("down")
			d.Miss(says[0])
			d.See(says[1])
			if where == "alone" {
				d.Press("?")
				for range 12 {
					if strings.Contains(d.Screen(), says[2]) {
						break
					}
					d.Press("pgdown")
				}
				d.See(says[2])
				d.Press("esc")
			}
			d.Press("ctrl+l")
			d.See(says[3])
			d.Miss(says[1])
			if d.View().MouseMode != tea.MouseModeCellMotion {
				t.Errorf("%s: the mouse is not taken again", where)
			}
		}
	}
}

// TestAMouseThatIsOffBySettingHasNoMark: that was wanted, and the key takes it for
// this window alone.
func TestAMouseThatIsOffBySettingHasNoMark(t *testing.T) {
	t.Parallel()
	d := sitWith(t, exampleStore(t), "en", 100, 30, func(c *ui.Config) {
		c.NoMouse, c.Settings.Now = true, kit.Settings{Lines: []kit.Setting{{Key: "mouse", Value: "off"}}}
	})
	d.Miss("mouse off")
	d.Press("ctrl+l")
	if d.View().MouseMode != tea.MouseModeCellMotion {
		t.Error("the key does not take the mouse")
	}
}

// TestWhatIsInHandIsCopied on every screen and in every dialog: the words of the row, as
// a text without signs that steer or draw, that is not too long; an empty field says so.
func TestWhatIsInHandIsCopied(t *testing.T) {
	t.Parallel()
	goesRoundUnraced(t)
	rows := 0
	for where, way := range mousePlaces() {
		d := atMeasuring(t, "en", 80, 24)
		if len(way) == 0 || way[0] != "enter" {
			d = sitWith(t, exampleStore(t), "en", 80, 24, func(c *ui.Config) { c.Me = account.User{Name: "Joe"} })
		} else {
			way = way[1:]
		}
		d.Press(way...)
		for _, key := range strings.Fields("down down end up right") {
			d.Press(key)
			before := drawnLines(d)
			at := handOn(before, -1)
			d.Copied = ""
			d.Press("ctrl+g")
			if where == "meeting" {
				if d.Copied != "" {
					t.Errorf("a cover is copied: %q", d.Copied)
				}
				break
			}
			if d.Copied == "" && (at < 0 || !strings.ContainsFunc(before[at], unicode.IsLetter)) {
				d.See("There is nothing here to copy.")
				continue
			}
			if wrong := oddlyCopied(d.Copied); wrong != "" {
				t.Errorf("%s after %s: %s: %q\n%s", where, key, wrong, d.Copied, d.Screen())
				break
			}
			if _, _, typed := d.Caret(); typed || at < 0 {
				continue
			}
			words := strings.Fields(strings.NewReplacer("▸", " ", "…", " ", "‹", " ", "›", " ").Replace(before[at]))
			for _, word := range words {
				if word = strings.Trim(word, "│▐▌"); strings.ContainsFunc(word, unicode.IsLetter) && !strings.Contains(d.Copied, word) {
					t.Errorf("%s after %s: %q is not in what was copied: %q\n%s", where, key, word, d.Copied, before[at])
					break
				}
			}
			rows++
		}
	}
	if rows < 100 {
		t.Errorf("only %d rows were copied: the test sees nothing", rows)
	}
}

// oddlyCopied is what is wrong with a text that was copied, "" where nothing is.
func oddlyCopied(text string) string {
	switch {
	case strings.TrimSpace(text) == "":
		return "nothing was copied"
	case len([]rune(text)) > 4000:
		return "it is too long"
	}
	for _, r := range text {
		if unicode.IsControl(r) && r != '\n' || r >= 0x2500 && r <= 0x25ff && r != '●' && r != '○' && r != '◐' {
			return fmt.Sprintf("it has %U", r)
		}
	}
	return ""
}

// TestARowIsCopiedWhole: what the screen has no room for is copied all the same, in
// one line.
func TestARowIsCopiedWhole(t *testing.T) {
	t.Parallel()
	d := atMeasuring(t, "en", 60, 20)
	d.Press("5")
	for range 8 {
		d.Press("ctrl+g")
		if strings.ContainsAny(d.Copied, "…\n") {
			t.Errorf("it is cut: %q", d.Copied)
		}
		d.Press("down")
	}
}

// TestWithTheClientOnlyWhatIsShownIsCopied: no word of what is internal.
func TestWithTheClientOnlyWhatIsShownIsCopied(t *testing.T) {
	t.Parallel()
	d := atMeasuring(t, "en", 80, 24)
	d.Press("M", "enter", "W", "g", "enter", "esc")
	for _, page := range []string{kit.MeetAgreements, kit.MeetKWI, kit.MeetSession, kit.MeetTesting} {
		d.Press(pageKey(page))
		shown := strings.Join(strings.Fields(d.Screen()), " ")
		d.Press("ctrl+g")
		first, _, _ := strings.Cut(d.Copied, "\n")
		for _, part := range strings.Split(first, " · ") {
			if word, _, _ := strings.Cut(part, " "); !strings.Contains(shown, word) {
				t.Errorf("%s: %q is not shown:\n%s", page, part, d.Screen())
			}
		}
		if wrong := oddlyCopied(d.Copied); wrong != "" {
			t.Errorf("%s: %s: %q", page, wrong, d.Copied)
		}
		t.Logf("%s: %q", page, d.Copied)
		d.Press("esc")
	}
}
