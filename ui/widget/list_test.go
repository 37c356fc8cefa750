package widget_test

import (
	"testing"

	"pgregory.net/rapid"

	"kwi/ui/keys"
	"kwi/ui/widget"
)

func TestListKeepsTheRowInHandInView(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		l := widget.List{}
		for range rapid.IntRange(1, 30).Draw(t, "moves") {
			n, visible := rapid.IntRange(0, 40).Draw(t, "n"), rapid.IntRange(0, 12).Draw(t, "visible")
			l = l.Move(keys.Way(rapid.IntRange(0, 8).Draw(t, "way")), n, visible)
			from, to := l.Window(n, visible)
			at := l.In(n)
			switch {
			case n == 0 && (from != 0 || to != 0 || at != 0):
				t.Fatalf("empty, and %d–%d at %d", from, to, at)
			case n > 0 && (from < 0 || to > n || at < from || at >= to || to-from > max(visible, 1)):
				t.Fatalf("%d of %d, in view %d–%d of %d", at, n, from, to, visible)
			}
			if n >= visible && visible > 0 && to-from != visible {
				t.Fatalf("%d rows in view where %d fit", to-from, visible)
			}
		}
	})
}

func TestListStandsStillWhileTheCursorMovesWithin(t *testing.T) {
	l := widget.List{}
	for _, c := range []struct {
		way     keys.Way
		at, top int
	}{
		{keys.Down, 1, 0}, {keys.Down, 2, 0}, {keys.Down, 3, 1}, {keys.Up, 2, 1}, {keys.Up, 1, 1}, {keys.Up, 0, 0}, {keys.Up, 0, 0},
		{keys.End, 9, 7}, {keys.Down, 9, 7}, {keys.PageUp, 6, 6}, {keys.Home, 0, 0}, {keys.PageDown, 3, 1}, {keys.None, 3, 1}, {keys.Left, 3, 1},
	} {
		l = l.Move(c.way, 10, 3)
		if l.At != c.at || l.Top != c.top {
			t.Fatalf("way %d: at %d from %d, want %d from %d", c.way, l.At, l.Top, c.at, c.top)
		}
	}
}

func TestListSkipsHeads(t *testing.T) {
	heads := func(i int) bool { return i == 0 || i == 3 || i == 4 }
	l := widget.List{}.MoveOver(keys.None, 8, 8, heads)
	if l.At != 1 {
		t.Fatalf("at %d, want the first row that is no head", l.At)
	}
	for _, c := range []struct {
		way keys.Way
		at  int
	}{{keys.Down, 2}, {keys.Down, 5}, {keys.Up, 2}, {keys.Up, 1}, {keys.Up, 1}, {keys.End, 7}, {keys.Home, 1}} {
		if l = l.MoveOver(c.way, 8, 8, heads); l.At != c.at {
			t.Fatalf("way %d: at %d, want %d", c.way, l.At, c.at)
		}
	}
}

// The head of the first row comes into view with it.
func TestListShowsTheHeadOfItsFirstRow(t *testing.T) {
	heads := func(i int) bool { return i == 0 || i == 4 }
	l := widget.List{}.MoveOver(keys.End, 8, 3, heads)
	for l.At > 5 {
		l = l.MoveOver(keys.Up, 8, 3, heads)
	}
	if l.At != 5 || l.Top != 4 {
		t.Errorf("at %d from %d", l.At, l.Top)
	}
	if l = l.MoveOver(keys.Home, 8, 3, heads); l.At != 1 || l.Top != 0 {
		t.Errorf("at %d from %d", l.At, l.Top)
	}
}
