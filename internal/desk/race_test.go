//go:build race

package desk_test

import "flag"

// With the race detector, which slows all down by far and for which one order
// is as good as another, the properties are tried 30 times instead of 100;
// -rapid.checks still says otherwise.
func init() {
	if err := flag.Set("rapid.checks", "30"); err != nil {
		panic(err)
	}
}
