package widget_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"kwi/internal/account"
	"kwi/ui/keys"
	"kwi/ui/kit/kittest"
	"kwi/ui/widget"
)

func TestScroll(t *testing.T) {
	var lines []string
	for i := range 30 {
		lines = append(lines, fmt.Sprint("line ", i+1))
	}
	before := slices.Clone(lines)
	var s widget.Scroll
	for _, test := range []struct {
		key      string
		typing   bool
		from, to int
	}{
		{"up", false, 0, 10}, {"down", false, 1, 11}, {"j", false, 2, 12}, {"j", true, 2, 12}, {"k", false, 1, 11}, {"pgdown", false, 11, 21},
		{"end", false, 20, 30}, {"down", false, 20, 30}, {"pgup", false, 10, 20}, {"home", false, 0, 10}, {"x", false, 0, 10},
	} {
		s = s.Update(lines, 20, 10, keys.Named(test.key), test.typing)
		if from, to := s.Window(lines, 20, 10); from != test.from || to != test.to {
			t.Errorf("%s shows %d to %d, not %d to %d", test.key, from, to, test.from, test.to)
		}
	}
	if !slices.Equal(lines, before) {
		t.Error("scrolling changed the text")
	}
	fr := kittest.Frame(40, 10, "en", account.Client{})
	top := strings.Join(widget.Scroll(0).View(fr, lines, 10), "\n")
	if !strings.HasSuffix(top, "lines 1 to 9 of 30, on with ↓") {
		t.Errorf("a text that goes on does not say so:\n%s", top)
	}
	end := widget.Scroll(99).View(fr, lines, 10)
	if len(end) != 10 || end[8] != "line 30" || end[9] != "lines 22 to 30 of 30" {
		t.Errorf("the end is %q", end)
	}
	if short := widget.Scroll(5).View(fr, lines[:4], 10); !slices.Equal(short, lines[:4]) {
		t.Errorf("a text that fits is %q", short)
	}
}
