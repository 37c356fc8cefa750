package progress_test

import (
	"testing"

	"kwi/internal/progress"
)

func TestHowFarSomethingIs(t *testing.T) {
	var m progress.Meter
	if done, all := m.Far(); done != 0 || all != 0 {
		t.Errorf("before anything is told: %d of %d", done, all)
	}
	told := progress.Told(m.Tell)
	for _, c := range []struct {
		told      progress.Told
		done, all int
		want      [2]int
	}{
		{told, 3, 8, [2]int{3, 8}}, {told, -1, -1, [2]int{}},
		{told.Part(0, 2), 8, 8, [2]int{4, 8}}, {told.Part(1, 2), 0, 8, [2]int{4, 8}}, {told.Part(1, 2), 8, 8, [2]int{8, 8}},
	} {
		c.told.Tell(c.done, c.all)
		if done, all := m.Far(); [2]int{done, all} != c.want {
			t.Errorf("%d of %d is %d of %d, not %v", c.done, c.all, done, all, c.want)
		}
	}
	progress.Told(nil).Part(0, 2).Tell(1, 2) // nobody listens
}
