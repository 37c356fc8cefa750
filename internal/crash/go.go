package crash

import "kwi/internal/fault"

// Go does something in a goroutine of its own. Of a panic in it fell hears, on that
// goroutine: without it the program would end, the terminal as it stood. Nobody else
// starts a goroutine; a test of internal/arch holds to that.
//
// What it returns is closed when all is over, fell included.
func Go(do func(), fell func(*fault.Fault)) (over <-chan struct{}) {
	ended := make(chan struct{})
	go func() {
		defer close(ended)
		defer func() {
			if why := recover(); why != nil {
				fell(Of(why)) // while its stack stands
			}
		}()
		do()
	}()
	return ended
}
