package crash

import (
	"testing"

	"kwi/internal/fault"
)

func TestAPanicInAGoroutineIsHeardBeforeItIsOver(t *testing.T) {
	var fell *fault.Fault
	<-Go(func() { deep("Ingrid Jansen") }, func(f *fault.Fault) { fell = f })
	if fell == nil || !Is(fell) {
		t.Fatal(fell)
	}
	done := false
	<-Go(func() { done = true }, func(f *fault.Fault) { t.Error(f) })
	if !done {
		t.Error("it is over before it is done")
	}
}

func TestTheCauseOfADamagedFileHoldsNothingOfIt(t *testing.T) {
	if err := Cause("Ingrid Jansen"); err.Error() != "string" || Is(err) {
		t.Error(err)
	}
}
