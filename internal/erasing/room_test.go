package erasing

import (
	"testing"

	"kwi/internal/fault"
	"kwi/store"
)

// TestAFullDiskHalfwayDoesNotSayThatNothingWasChanged: where erasing began in copies already,
// too little room is a full disk: it says that the data file is as it was and that erasing once
// more goes on, not that something typed is kept here.
func TestAFullDiskHalfwayDoesNotSayThatNothingWasChanged(t *testing.T) {
	little := &store.NoRoom{Path: "/data", Need: 2, Free: 1}
	for begun, kind := range map[bool]fault.Kind{false: fault.LittleRoom, true: fault.HalfErased} {
		if err := (File{}).fault(little, "/data/kwi.db", begun); !fault.Has(err, kind) {
			t.Errorf("begun: %v: %v", begun, err)
		}
	}
}
