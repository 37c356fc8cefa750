package advise

import (
	"testing"

	"kwi/internal/account/accounttest"
	"kwi/internal/guide"
)

// BenchmarkOf is asked with every key and every drawing.
func BenchmarkOf(b *testing.B) {
	c := accounttest.Typical("t")
	c.Cycles[4].Stage = 4
	g := guide.For("nl")
	for _, place := range []string{"realise", Monitor} {
		b.Run(place, func(b *testing.B) {
			s := Situation{Client: &c, Place: place, Today: "2011-03-01", Year: 2011}
			for b.Loop() {
				Of(g, s)
			}
		})
	}
}
