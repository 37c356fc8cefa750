package account

import (
	"regexp"
	"strings"
	"sync"
)

// thousands are digits in groups of three.
var thousands = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^-?\d{1,3}([., ]\d{3})+$`) })

// PlainFigure is a figure as it is kept, of one as people write it: 450.000,
// € 450.000, 18,5 %, +40.
func PlainFigure(q Quantity, v string) string {
	v = strings.NewReplacer("€", "", "%", "", "\u00a0", " ", "\u202f", " ", "−", "-").Replace(v)
	v = strings.TrimPrefix(strings.TrimSpace(v), "+")
	if q != Margin && thousands().MatchString(v) {
		v = strings.NewReplacer(".", "", ",", "", " ", "").Replace(v)
	}
	return v
}
