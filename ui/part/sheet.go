package part

import (
	"regexp"
	"strconv"
	"strings"
	"sync"

	"kwi/ui/keys"
	"kwi/ui/kit"
)

// Sheet is which of how many sheets of a page of a meeting stands there, from
// 1, as the place of the page tells it: KWI-01/sheet2.3. A second window of
// another size may have more or fewer. The zero value is that none was told.
type Sheet struct{ N, Of int }

// GoesOn is the head of a page of which so many sheets are there, with a sign
// where there are more behind the one in hand.
func GoesOn(h kit.Head, sheet, all int) kit.Head {
	if sheet < all-1 {
		h.Right = strings.TrimSpace(h.Right + " " + keys.Sign("right"))
	}
	return h
}

var sheetTold = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^(.*)/sheet(\d{1,3})\.(\d{1,3})$`) })

// Tell adds the sheet to what is in hand, where there is more than one.
func (s Sheet) Tell(at string) string {
	if s.Of < 2 {
		return at
	}
	return at + "/sheet" + strconv.Itoa(s.N) + "." + strconv.Itoa(s.Of)
}

// CutSheet is what is in hand, and the sheet that was told with it.
func CutSheet(told string) (at string, s Sheet) {
	found := sheetTold().FindStringSubmatch(told)
	if found == nil {
		return told, Sheet{}
	}
	s.N, _ = strconv.Atoi(found[2])
	s.Of, _ = strconv.Atoi(found[3])
	return found[1], s
}

// Among is the sheet, from 0, of so many that stands as far in the words.
func (s Sheet) Among(n int) int {
	if s.Of < 1 || n < 1 {
		return 0
	}
	if s.N >= s.Of {
		return n - 1 // where it ends both end
	}
	return min(max((s.N-1)*n/s.Of, 0), n-1)
}
