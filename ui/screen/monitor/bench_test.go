package monitor_test

import (
	"testing"

	"kwi/ui/kit"
	"kwi/ui/kit/kittest"
	"kwi/ui/screen/monitor"
)

// BenchmarkKey is what one key costs with eight respondents and seven KWIs.
func BenchmarkKey(b *testing.B) {
	f := kittest.Frame(117, 36, "nl", full(b))
	for _, look := range looks {
		b.Run(look.name, func(b *testing.B) {
			p := kittest.Press(monitor.New(kit.Place{}), f, look.keys...)
			for b.Loop() {
				p.Outs = nil
				p.Press("down")
				p.Top().View(p.Frame)
			}
		})
	}
}
