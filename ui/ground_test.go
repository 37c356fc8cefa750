package ui

import (
	"strings"
	"testing"

	"kwi/internal/cells"
	"kwi/ui/theme"
)

// TestPaintedFillsEveryCell with the ground of the theme, also behind what ends a
// style; a theme without a ground leaves all to the terminal.
func TestPaintedFillsEveryCell(t *testing.T) {
	t.Parallel()
	th := theme.Contrast()
	body := th.Strong.Render("Klant") + " en\n" + th.Bad.Render("meer")
	got := strings.Split(painted(th, body, 12, 4), "\n")
	if len(got) != 4 {
		t.Fatalf("%d lines", len(got))
	}
	for _, l := range got {
		if cells.Width(l) != 12 || !strings.HasPrefix(l, th.Ground) || !strings.HasSuffix(l, theme.Reset) {
			t.Errorf("%q", l)
		}
	}
	if !strings.Contains(got[0], theme.Reset+th.Ground+" en") {
		t.Errorf("behind a style the ground is gone: %q", got[0])
	}
	if painted(theme.Dark(), body, 12, 4) != body {
		t.Error("another theme is painted")
	}
}
