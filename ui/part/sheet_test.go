package part_test

import (
	"testing"

	"kwi/ui/part"
)

func TestASheetIsToldAndFoundAmongOthers(t *testing.T) {
	for n := 1; n <= 9; n++ {
		for i := 1; i <= n; i++ {
			told := part.Sheet{N: i, Of: n}.Tell("KK/2.03")
			at, s := part.CutSheet(told)
			if at != "KK/2.03" || s.Among(n) != i-1 {
				t.Errorf("%s is %q, sheet %d of %d", told, at, s.Among(n), n)
			}
			for m := 1; m <= 9; m++ {
				if got := s.Among(m); got < 0 || got >= m || n > 1 && (i == n) != (got == m-1) && m >= n {
					t.Errorf("%s is sheet %d among %d", told, got, m)
				}
			}
		}
	}
	for _, none := range []string{"", "KWI-01", "KWI-01/sheet", "KWI-01/sheet1", "KWI-01/sheet1.2x", "KWI-01/sheet-1.2", "KWI-01/sheet1.20000000000000000000"} {
		if at, s := part.CutSheet(none); at != none || s != (part.Sheet{}) {
			t.Errorf("%q is %q, %+v", none, at, s)
		}
	}
	if got := (part.Sheet{N: 0, Of: 0}).Among(3) + (part.Sheet{N: 999, Of: 0}).Among(3) + (part.Sheet{N: 0, Of: 3}).Among(3); got != 0 {
		t.Errorf("what is no sheet is %d", got)
	}
}
