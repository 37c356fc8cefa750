package erasing

import (
	"testing"

	"kwi/internal/fault"
	"kwi/store"
)

// TestAFullDiskHalfwayDoesNotSayThatNothingWasChanged: where erasing began in copies already,
// too little room is a full disk, with no word of what stayed as it was.
func TestAFullDiskHalfwayDoesNotSayThatNothingWasChanged(t *testing.T) {
	little := &store.NoRoom{Path: "/data", Need: 2, Free: 1}
	for begun, kind := range map[bool]fault.Kind{false: fault.LittleRoom, true: fault.Full} {
		if err := (File{}).fault(little, "/data/kwi.db", begun); !fault.Has(err, kind) {
			t.Errorf("begun: %v: %v", begun, err)
		}
	}
}
