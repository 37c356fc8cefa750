package lang_test

import (
	"strings"
	"testing"

	"kwi/internal/account"
	"kwi/internal/cells"
	"kwi/internal/due"
	"kwi/internal/lang"
)

// Whatever a stage needs first is said in the narrow column of the clients, and in
// a sentence with a name.
func TestWhatIsNeededFitsTheColumn(t *testing.T) {
	const column = 17
	for _, tag := range []string{"nl", "en"} {
		w := lang.For(tag)
		for _, name := range account.Conditions() {
			for _, count := range []int{0, 1, 2, 8} {
				n := due.Need{Check: name, Count: count}
				if count > 0 {
					n.Name = "Kees"
				}
				named := name.Misses() != account.MissesNothing
				if named == (count == 0) && !w.Has("gate.need."+string(name)+".none") {
					continue
				}
				short, long := w.NeedShort(&n), w.Need(&n)
				if cells.Width(short) > column || strings.Contains(short, "gate.") || strings.Contains(short, "{") {
					t.Errorf("%s, %d of %s: %q", tag, count, name, short)
				}
				if strings.Contains(long, "gate.") || strings.Contains(long, "{") || count > 0 && named && !strings.Contains(long, "Kees") {
					t.Errorf("%s, %d of %s: %q", tag, count, name, long)
				}
			}
		}
	}
}
