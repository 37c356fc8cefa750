package widget_test

import (
	"strings"
	"testing"

	"kwi/internal/account"
	"kwi/ui/kit/kittest"
	"kwi/ui/widget"
)

// A column that is wider than its texts gives the rest to the names beside it.
func TestASnugColumnLeavesRoomForNames(t *testing.T) {
	t.Parallel()
	table := widget.Table{Count: 1, Columns: []widget.Column{{Title: "Who", Least: 4}, {Title: "Next", Width: 16}},
		Row: func(int) widget.Row { return widget.Row{Cells: widget.Texts("Liesbeth de Jong", "today")} }}
	f := kittest.Frame(26, 4, "en", account.Client{})
	if wide := strings.Join(table.View(f, widget.List{}, 26, 4), "\n"); strings.Contains(wide, "Liesbeth de Jong") {
		t.Fatalf("there is room already:\n%s", wide)
	}
	if snug := strings.Join(table.Snug(1).View(f, widget.List{}, 26, 4), "\n"); !strings.Contains(snug, "Liesbeth de Jong") || !strings.Contains(snug, "today") {
		t.Errorf("cut still:\n%s", snug)
	}
}
