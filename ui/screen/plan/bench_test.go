package plan_test

import (
	"testing"

	"kwi/ui/kit"
	"kwi/ui/kit/kittest"
	"kwi/ui/screen/plan"
)

// BenchmarkKey is what one key costs on the fullest page.
func BenchmarkKey(b *testing.B) {
	c := full(b)
	for _, look := range []struct {
		name string
		w, h int
		keys []string
		key  string
	}{
		{"map", 77, 20, nil, "right"}, {"page", 117, 36, nil, "right"}, {"wall", 197, 56, nil, "right"}, {"line", 197, 56, []string{"down", "down", "enter"}, "down"},
		{"typing", 117, 36, []string{"enter"}, "x"},
	} {
		b.Run(look.name, func(b *testing.B) {
			p := kittest.Press(plan.New(kit.Place{}), kittest.Frame(look.w, look.h, "nl", c), look.keys...)
			for b.Loop() {
				p.Outs = nil
				p.Press(look.key)
				p.Top().View(p.Frame)
			}
		})
	}
}
