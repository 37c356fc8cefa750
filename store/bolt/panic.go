package bolt

import (
	"fmt"
	"runtime"
)

// panicked is what is told of a panic inside bbolt: what the runtime says, else only
// what kind of value it was given, for that may hold what stands in a record.
func panicked(cause any) error {
	if err, is := cause.(runtime.Error); is {
		return err
	}
	return fmt.Errorf("a panic of %T", cause)
}
