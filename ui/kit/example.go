package kit

// Example is something fictitious that can be opened over the program, with data
// of its own that are gone afterwards.
type Example byte

// The examples.
const (
	NoExample        Example = iota
	ExamplePortfolio         // clients everywhere in the method, to try everything in
	ExampleMonitor           // one of them in a meeting of its own, to be shown to a client
)
